"""The assistant that the settings ask for: without a model, or with one behind the same gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Assistant

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.settings import Settings
    from assistant.model.hearing import Heard
    from vectorstore.library import Library


def open_assistant(settings: Settings, library: Library, heard: Callable[[Heard], None] = lambda _: None) -> Assistant:
    """An assistant over a store. LangChain's own client is loaded only where a model is configured.

    `heard` is told what became of each answer that a model worded.
    """
    llm = settings.llm
    if not llm.configured:
        return Assistant(library)
    from assistant.model.client import open_worder

    worder = open_worder(llm.base_url, llm.model, llm.api_key.get_secret_value(), llm.timeout_s, heard)
    return Assistant(library, worder)

"""The assistant that the settings ask for: without a model, or with one behind the same gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Assistant

if TYPE_CHECKING:
    from api.settings import Settings
    from vectorstore.library import Library


def open_assistant(settings: Settings, library: Library) -> Assistant:
    """An assistant over a store. LangChain's own client is loaded only where a model is configured."""
    llm = settings.llm
    if not llm.configured:
        return Assistant(library)
    from assistant.model import open_worder

    return Assistant(library, open_worder(llm.base_url, llm.model, llm.api_key.get_secret_value(), llm.timeout_s))

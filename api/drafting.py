"""The drafting desk as the settings want it, for the command line and the web page alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.draft.drafter import Drafter

if TYPE_CHECKING:
    from api.settings import Settings
    from vectorstore.library import Library


def open_drafter(settings: Settings, library: Library) -> Drafter:
    """The desk over a store, with the model that the settings name, if any."""
    llm = settings.llm
    if not llm.configured:
        return Drafter(library)
    from assistant.model.client import open_chat

    model, failures = open_chat(llm.base_url, llm.model, llm.api_key.get_secret_value(), llm.timeout_s)
    return Drafter(library, model=model, failures=failures)

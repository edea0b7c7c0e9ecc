"""The chat model behind an OpenAI-compatible address, as LangChain knows it; loaded only where one is configured."""

from __future__ import annotations

from collections.abc import Callable

from langchain_core.language_models import BaseChatModel

from assistant.model.hearing import Heard
from assistant.model.wording import Worder

ANSWER = 600  # tokens of a reply that words an answer; a small model that finds no end would go on to the time-out


def open_chat(
    base_url: str, model: str, api_key: str = "", timeout_s: float = 60.0, most_tokens: int | None = None
) -> tuple[BaseChatModel, tuple[type[Exception], ...]]:
    """The model of that name on that server, and what it may fail with. Nothing is contacted by opening it.

    A reply has at most `most_tokens`; sent under the name that servers of all ages know.
    """
    from langchain_openai import ChatOpenAI
    from openai import OpenAIError
    from pydantic import SecretStr

    chat = ChatOpenAI(
        base_url=base_url,
        model=model,
        api_key=SecretStr(api_key or "none"),  # servers without keys still want the header
        timeout=timeout_s,
        max_retries=0,
        temperature=0.0,
        extra_body=None if most_tokens is None else {"max_tokens": most_tokens},
    )
    return chat, (OpenAIError,)


def open_worder(
    base_url: str,
    model: str,
    api_key: str = "",
    timeout_s: float = 60.0,
    heard: Callable[[Heard], None] = lambda _: None,
) -> Worder:
    """Words answers with the model of that name on that server. Nothing is contacted before the first answer."""
    chat, failures = open_chat(base_url, model, api_key, timeout_s, ANSWER)
    return Worder(chat, failures=failures, heard=heard)

"""The chat model behind an OpenAI-compatible address, as LangChain knows it; loaded only where one is configured."""

from __future__ import annotations

from assistant.wording import Worder


def open_worder(base_url: str, model: str, api_key: str = "", timeout_s: float = 60.0) -> Worder:
    """Words answers with the model of that name on that server. Nothing is contacted before the first answer."""
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
    )
    return Worder(chat, failures=(OpenAIError,))

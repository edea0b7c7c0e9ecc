"""Answers worded by a scripted chat model: what the tests of wording share."""

from __future__ import annotations

import json
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from assistant.answer import Assistant
from assistant.claims import Answer
from assistant.model.wording import Worder
from vectorstore.library import Library

QUESTION = "Năm 2024 còn bao nhiêu đơn thư tồn đọng?"
NOW = ("vinh-trach-2024",)


class Scripted(BaseChatModel):
    """A chat model that gives what it was told to give, and keeps what it was asked."""

    reply: Any
    asked: list[str] = Field(default_factory=list)
    error: Any = None

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **_: Any) -> ChatResult:
        self.asked.append(str(messages[-1].content))
        if self.error is not None:
            raise self.error
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.reply))])


def said(*claims: tuple[str, list[int]], **more: Any) -> str:
    return json.dumps({"claims": [{"text": t, "keys": k} for t, k in claims], **more}, ensure_ascii=False)


def ask(library: Library, reply: Any, question: str = QUESTION, error: Any = None, **kwargs: Any) -> Answer:
    model = Scripted(reply=reply, error=error)
    return Assistant(library, Worder(model)).ask(question, **({"reports": NOW} | kwargs))


def same(answer: Answer, plain: Answer) -> bool:
    """Whether an answer is the one that is given without a model."""
    return (answer.answer, answer.citations, answer.mode) == (plain.answer, plain.citations, "extractive")

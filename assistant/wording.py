"""Wording by a language model: the same evidence, put in better sentences, through the same gate.

The model sees numbered evidence and nothing else, and may only cite the numbers it was given. Whatever goes wrong (no
server, a time-out, a refusal, a torn or malformed reply, a claim that its citation does not bear out) the answer
without
a model stands.
"""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import Callable

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage
from pydantic import BaseModel, ConfigDict, Field

from assistant.claims import Claim
from assistant.compose.citing import Draft
from assistant.question import Question
from assistant.shelf import Found
from assistant.verify import check
from ingest.report import Report
from prompts.prompt import Prompt, load

log = logging.getLogger(__name__)
EVIDENCE = 8  # pieces of evidence a model is shown
REPLY = 8000  # characters of a reply that are read
# What a client makes of a reply that is not of its protocol, besides the failures it names.
_TORN = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-–•*+])\s+")


class WordedClaim(BaseModel):
    """One statement of a model's answer."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=1500, description="The statement")
    keys: list[int] = Field(min_length=1, description="The evidence it rests on")


class Worded(BaseModel):
    """What a model is asked to return."""

    model_config = ConfigDict(extra="forbid")

    claims: list[WordedClaim] = Field(max_length=20, description="The answer, statement by statement")
    not_found: bool = Field(default=False, description="Whether the evidence does not answer the question")


class Worder:
    """Words answers with a LangChain chat model. `failures` are the exceptions with which the model may fail."""

    def __init__(
        self, model: BaseChatModel, failures: tuple[type[Exception], ...] = (), prompt: Prompt | None = None
    ) -> None:
        self._model = model
        self._failures: tuple[type[Exception], ...] = (*failures, *_TORN)
        self._prompt = prompt or load("answer")

    @property
    def prompt(self) -> str:
        """The id and version of the prompt in use."""
        return self._prompt.name

    def word(self, question: Question, draft: Draft, found: Found, report_of: Callable[[str], Report]) -> Draft | None:
        """The draft in the model's words, what the gate refused left out; None where nothing of it may be shown."""
        if not draft.citations or draft.calculation is not None:
            return None
        worded = Draft(citations=list(draft.citations), notes=list(draft.notes))
        for candidate in found.candidates:
            if len(worded.citations) >= EVIDENCE:
                break
            if candidate.coverage >= 0.5:
                worded.cite_statement(candidate.index, candidate.statement)
        evidence = "\n".join(f"[{c.key}] ({c.locator.label}) {c.quote}" for c in worded.citations)
        language = "tiếng Việt" if question.language == "vi" else "English"
        text = self._prompt.render({"question": question.text, "language": language, "evidence": evidence})
        try:
            reply = self._model.invoke([HumanMessage(text)])
            answer = read_reply(str(reply.text))
        except self._failures as error:
            log.warning(
                "The model gave no usable answer (%s); the answer without a model stands.", type(error).__name__
            )
            return None
        if answer.not_found or not answer.claims:
            return None
        claims = [Claim(text, tuple(dict.fromkeys(c.keys))) for c in answer.claims if (text := _clean(c.text))]
        verdict = check(claims, worded.citations, None, report_of)
        if not verdict.passed or not _answers(verdict.passed, draft):
            return None
        worded.claims = list(claims)
        return worded


def _answers(passed: tuple[Claim, ...], draft: Draft) -> bool:
    """A model's answer must keep what the answer without a model leads with: its first number, if it has one."""
    lead = re.search(r"\d+(?:[.,]\d+)*", draft.claims[0].text) if draft.claims else None
    if lead is None:
        return True
    digits = re.sub(r"\D", "", lead[0]).lstrip("0") or "0"
    return any(
        digits == (re.sub(r"\D", "", n).lstrip("0") or "0")
        for c in passed
        for n in re.findall(r"\d+(?:[.,]\d+)*", c.text)
    )


def _clean(text: str) -> str:
    """A statement on one line, without list mark, reference marks and what cannot be seen: it may turn digits round."""
    seen = "".join(c if unicodedata.category(c)[0] != "C" else " " if c.isspace() else "" for c in text)
    return " ".join(re.sub(r"\s*\[\d+\]", "", _LIST_MARK.sub("", seen)).split())


def read_reply(text: str) -> Worded:
    """The object in a model's reply, out of the fence or the chatter it may stand in. Raises: ValueError."""
    text = text[:REPLY]
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object in the reply")
    try:
        return Worded.model_validate(json.loads(text[start : end + 1]))
    except (ValueError, RecursionError) as error:
        raise ValueError("the reply is not of the form asked for") from error

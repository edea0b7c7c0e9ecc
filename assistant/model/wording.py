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

from assistant.asked.kinds import Kind
from assistant.claims import Citation, Claim
from assistant.compose.citing import Draft
from assistant.evidence.shelf import Found
from assistant.model.briefing import brief
from assistant.model.hearing import Heard, Outcome, hear
from assistant.question import Question
from ingest.report import Report
from prompts.prompt import Prompt, load

log = logging.getLogger(__name__)
EVIDENCE = 5  # pieces of evidence a model is shown; what the answer without a model cites is always among them
LISTED = 3  # statements of the answer without a model from which it is a list: whole as it stands, never whole reworded
# Their answers are verdicts of ours: a model that turned one round would get no figure wrong.
JUDGED = (Kind.AUDIT, Kind.COMPARISON, Kind.EXTREME, Kind.YES_NO)
NEARLY = 0.85  # of what the best piece covers of the question, below which another only leads a small model astray
_LANGUAGES = {"vi": "tiếng Việt", "en": "English"}
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
    """Words answers with a LangChain chat model. `failures` are the exceptions with which the model may fail;
    `heard` is told what became of each answer."""

    def __init__(
        self,
        model: BaseChatModel,
        failures: tuple[type[Exception], ...] = (),
        prompt: Prompt | None = None,
        heard: Callable[[Heard], None] = lambda _: None,
    ) -> None:
        self._model = model
        self._heard = heard
        self._failures: tuple[type[Exception], ...] = (*failures, *_TORN)
        self._prompt = prompt or load("answer")

    @property
    def prompt(self) -> str:
        """The id and version of the prompt in use."""
        return self._prompt.name

    def word(self, question: Question, draft: Draft, found: Found, report_of: Callable[[str], Report]) -> Draft | None:
        """The draft in the model's words, without what the gate refused; None where nothing of it may be shown."""
        heard, citations = self._ask(question, draft, found, report_of)
        self._heard(heard)
        if not heard.usable:
            return None
        refused = tuple(refusal.claim for refusal in heard.refused)
        return Draft(claims=[*heard.claims, *refused], citations=list(citations), notes=list(draft.notes))

    def _ask(
        self, question: Question, draft: Draft, found: Found, report_of: Callable[[str], Report]
    ) -> tuple[Heard, tuple[Citation, ...]]:
        worked_out = draft.calculation is not None or question.is_(*JUDGED)
        if not draft.citations or worked_out or len(draft.own) >= LISTED:
            return Heard(Outcome.NOT_ASKED), ()
        pool = Draft(citations=list(draft.citations))
        best = max((c.coverage for c in found.candidates), default=0.0)
        for candidate in found.candidates:
            if len(pool.citations) >= EVIDENCE:
                break
            if candidate.coverage >= NEARLY * best:
                pool.cite_statement(candidate.index, candidate.statement)
        evidence, citations = brief(pool.citations, report_of, len(draft.citations))
        if not evidence:
            return Heard(Outcome.NOT_ASKED), ()
        text = self._prompt.render(
            {"question": _asked(question), "language": _LANGUAGES[question.language], "evidence": evidence}
        )
        try:
            reply = self._model.invoke([HumanMessage(text)])
            answer = read_reply(str(reply.text))
        except self._failures as error:
            name = type(error).__name__
            log.warning("The model gave no usable answer (%s); the answer without a model stands.", name)
            return Heard(Outcome.NO_ANSWER, error=name), ()
        claims = [Claim(words, tuple(dict.fromkeys(c.keys))) for c in answer.claims if (words := _clean(c.text))]
        if answer.not_found or not claims:
            return Heard(Outcome.NOT_FOUND), ()
        return hear(claims, citations, question, draft, report_of), citations


def _asked(question: Question) -> str:
    """The question as a model is asked it: a follow-up with the questions that it goes on from, in full words as well
    where it was typed in short or without marks."""
    asked = " → ".join((*question.before, question.text))
    return asked if question.clear.lower() == question.text.lower() else f"{asked} ({question.clear})"


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
        data = json.loads(text[start : end + 1])
        if isinstance(data, dict) and data.get("not_found") is True:
            return Worded(claims=[], not_found=True)
        return Worded.model_validate(data)
    except (ValueError, RecursionError) as error:
        raise ValueError("the reply is not of the form asked for") from error

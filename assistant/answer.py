"""Answers: understand, find, compose, verify, tell."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import uuid4

from assistant.asked.conversation import Conversation, resolve
from assistant.claims import Answer, Event, Language, Mode, Step, Turn
from assistant.compose.answering import compose
from assistant.compose.citing import Draft
from assistant.compose.every_part import with_every_part
from assistant.compose.times.now_and_then import add_other_time
from assistant.evidence.shelf import Found, Shelf
from assistant.greeting import REPLY, greets
from assistant.model.wording import Worder
from assistant.question import MAX_QUESTION, Question
from assistant.verify import check
from assistant.words.terms import Lexicon, default_lexicon
from ingest.report import Report
from vectorstore.library import Library


class QuestionTooLong(ValueError):
    """The question is longer than anyone asks; `message` says how long it may be."""

    code = "question_too_long"

    def __init__(self, length: int) -> None:
        self.message = f"Câu hỏi dài {length:,} ký tự; tối đa {MAX_QUESTION:,}.".replace(",", ".")
        self.hint = "Hỏi ngắn lại, mỗi lần một ý."
        super().__init__(self.message)


class Assistant:
    """Answers questions over a Library; with a `worder`, a language model words what was found. Safe in many
    threads."""

    def __init__(self, library: Library, worder: Worder | None = None, lexicon: Lexicon | None = None) -> None:
        self._library = library
        self._lexicon = lexicon or default_lexicon()
        self._shelf = Shelf(library, self._lexicon)
        self._worder = worder

    def warm(self) -> None:
        """Makes ready what the first questions would wait for: the words of the store, and its newest report."""
        self._shelf.warm()

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        """The answer to a question. Raises: QuestionTooLong; UnknownReport where `reports` names none of the store."""
        answer = None
        for event in self.events(question, reports=reports, history=history, id=id):
            answer = event.answer or answer
        assert answer is not None
        return answer

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """The same, told step by step; `stopped` is asked between the steps, and no answer follows once it says so."""
        started = time.perf_counter()
        if len(question) > MAX_QUESTION:
            raise QuestionTooLong(len(question))
        if (language := greets(question)) is not None:
            yield Event(Step.ANSWERED, answer=_greeted(question, language, id or uuid4().hex[:12]))
            return
        conversation = resolve(question, history, self._shelf, self._lexicon, reports)
        asked = conversation.question
        yield Event(Step.UNDERSTOOD, asked.clear)
        if stopped():
            return
        found = self._shelf.find(asked, reports, conversation.prior)
        yield Event(Step.FOUND, str(found.places))
        if stopped():
            return
        draft, abstained = compose(found, self._lexicon)
        draft, abstained = with_every_part(
            found,
            draft,
            abstained,
            self._lexicon,
            lambda part: compose(part, self._lexicon),
            lambda part: self._shelf.find(part, reports, conversation.prior),
        )
        if not abstained:
            add_other_time(draft, asked, found.indexes)
        worded = None
        if self._worder is not None and not abstained:
            worded = self._worder.word(asked, draft, found, self._report_of)
        final = draft if worded is None else worded
        final.lacks = draft.lacks
        answer = self._verified(question, asked, final, found, abstained, id or uuid4().hex[:12])
        for number, claim in enumerate(final.claims if not answer.abstained else ()):
            if stopped():
                return
            line = final.between.strip(" ") if number else ""
            yield Event(Step.WORDS, line + claim.text + "".join(f" [{k}]" for k in claim.keys))
        for lacking in _not_told(final, asked.language) if not answer.abstained else ():
            yield Event(Step.WORDS, lacking)
        yield Event(Step.VERIFIED, str(len(answer.citations)))
        elapsed = round((time.perf_counter() - started) * 1000)
        mode: Mode = "extractive" if worded is None else "model"
        yield Event(Step.ANSWERED, answer=replace(answer, mode=mode, elapsed_ms=elapsed))

    def _report_of(self, id: str) -> Report:
        return self._library.report(id)

    def _verified(self, text: str, asked: Question, draft: Draft, found: Found, abstained: bool, id: str) -> Answer:
        verdict = check(draft.claims, draft.citations, draft.calculation, self._report_of)
        notes = list(draft.notes)
        if verdict.refused:
            left_out = len(verdict.refused)
            notes.append(
                f"{left_out} ý đã bị bỏ vì không khớp với chỗ được trích."
                if asked.language == "vi"
                else f"{left_out} statement(s) were left out because they did not match the cited place."
            )
        draft.claims = list(verdict.passed)
        used = {k for c in verdict.passed for k in c.keys}
        if draft.calculation is not None:
            used |= {o.key for o in draft.calculation.operands}
        if not draft.claims and not abstained:
            abstained = True
        lead = NOT_SAID[asked.language] if abstained else ""
        body = f"{lead} {draft.text}".strip()
        if not abstained:
            body = " ".join([draft.text, *_not_told(draft, asked.language)])
        return Answer(
            id=id,
            question=text,
            language=asked.language,
            answer=body,
            abstained=abstained,
            citations=tuple(c for c in draft.citations if c.key in used),
            calculation=None if abstained else draft.calculation,
            notes=tuple(notes),
            searched=tuple(r.id for r in found.reports),
        )


NOT_SAID = {
    "vi": "Báo cáo không nêu thông tin này.",
    "en": "The report does not state this.",
}


_OWN_FIGURES = re.compile(r"[\d“”\"«»]")


def _not_told(draft: Draft, language: Language) -> list[str]:
    """What is said of the parts of a question that nothing tells: in its words, but no number or quote of its own, for
    which there is no place to cite."""
    said = "Báo cáo không nêu" if language == "vi" else "The report does not say"
    rest = "các ý còn lại của câu hỏi" if language == "vi" else "the rest of what was asked"
    parts = [rest if _OWN_FIGURES.search(part) else part for part in draft.lacks]
    return [f"{said}: {part}." for part in dict.fromkeys(parts)]


def _greeted(text: str, language: Language, id: str) -> Answer:
    return Answer(id=id, question=text, language=language, answer=REPLY[language], abstained=True, citations=())


__all__ = ["Assistant", "Conversation", "QuestionTooLong"]

"""A month or quarter set against the running total of the same report: "trong quý so với lũy kế chênh nhau thế nào"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import points, unit_tail
from assistant.compose.times.across import TRIED, alike, comparable
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.measured.running import PART_OF_YEAR, asks_running, of_one_span
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

_OF_ONE = re.compile(
    r"\b(?:trong|rieng) (?:thang|quy|ky)\b|\b(?:thang|quy) (?:\d|[ivx]+\b|nay)|\b(?:month|quarter|q[1-4])\b"
)
_APART = re.compile(r"\bso voi\b|\bchenh\b|\bhon\b|\bkhac\b|\bcompare[ds]?\b|\bdiffer\w*|\bthan\b|\bagainst\b")
SAME = 0.6  # from which the words of two figures are of one thing


def answer_spans(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """Both values and their difference; None unless the question names both spans and a report gives one of each."""
    folded = fold(question.clear)
    if not (asks_running(question.clear) and _OF_ONE.search(folded) and _APART.search(folded)):
        return None
    if len({p for p in (*question.periods, *question.report_periods) if PART_OF_YEAR.fullmatch(p)}) > 1:
        return None  # the running totals of two months
    open_question = replace(question, running="")
    evidence = [c for i in found.indexes for c in ask_again(open_question, i, DOING) if _may(question, c)]
    evidence.sort(key=lambda c: -c.score)
    pair = _pair(evidence)
    return _set_apart(question, *pair, lexicon) if pair is not None else None


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    return figure is not None and (figure.unit == "%") == question.percent and enough(candidate)


def _pair(evidence: Sequence[Candidate]) -> tuple[Candidate, Candidate] | None:
    """The best figure of one month or quarter, and the running total that is told in like words."""
    for own in evidence[:TRIED]:
        for running in evidence[:TRIED]:
            a, b = own.figure, running.figure
            if a is None or b is None or own.index is not running.index or own.statement is running.statement:
                continue
            if not of_one_span(a, own.statement.block) or of_one_span(b, running.statement.block):
                continue
            if running.index.running[b.id] and comparable(a, b) and alike(own, running) >= SAME:
                return own, running
    return None


def _set_apart(question: Question, own: Candidate, running: Candidate, lexicon: Lexicon) -> Draft:
    language, a, b = question.language, own.figure, running.figure
    assert a is not None and b is not None
    draft = Draft()
    keys = (draft.cite_statement(own.index, own.statement), draft.cite_statement(running.index, running.statement))
    high, low = max(a.value, b.value), min(a.value, b.value)
    operands = tuple(Operand(v, k) for v, k in sorted(zip((a.value, b.value), keys, strict=True), reverse=True))
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, points(a.unit, language), operands)
    name = unit_tail(a, lexicon, language)
    of_gap = f" {points('%', language)}" if name == "%" else name
    x, y, gap = (number(v, language) for v in (a.value, b.value, high - low))
    draft.say(
        f"Trong kỳ {x}{name}, lũy kế {y}{name}, chênh {gap}{of_gap}"
        if language == "vi"
        else f"In the period {x}{name}, to date {y}{name}, a difference of {gap}{of_gap}",
        *keys,
    )
    for candidate, key in ((own, keys[0]), (running, keys[1])):
        assert candidate.figure is not None
        draft.say(quoted(excerpt(candidate.statement, candidate.figure.at, 20), language), key)
    return draft

"""The value of the year before that follows from the remark in a row: of "64 | 61 | Số đơn nhận tăng 05 đơn so với năm
2023" 59 in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.stated import wants_previous, whole_of
from assistant.compose.sufficiency import TELLING, sufficient
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.fitting import COUNTED
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.ledgers import Figure, Role

_MOVED = re.compile(r"^(?P<what>.*?) (?:da )?(?:tang|giam)(?: \w+){0,2} *$")


def answer_remarked(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The earlier value of what the report counts now, less the change that a row's remark states of it; None where the
    remark is not on the very count that answers the question for the report's own time."""
    if not question.is_(Kind.FIGURE) or question.percent or compares(question):
        return None
    if not (question.periods or wants_previous(question)):
        return None
    for index in found.indexes:
        earlier = [p for p in question.periods if p != index.report.period]  # "…, if there were 64 this year?"
        if len(earlier) > 1 or (question.periods and not earlier):
            continue
        remarks = [r for r in _remarks(index) if _is_asked(earlier, r[1])]
        counted = _counted_now(question, index) if remarks else []
        for now in counted:
            for statement, change, base in remarks:
                if now.figure is not None and _is_same(base, now.figure):
                    return _told(question, now, statement, change, base, lexicon)
    return None


def _is_same(base: Figure, now: Figure) -> bool:
    return base.value == now.value and unit_key(base.unit) == unit_key(now.unit)


def _is_asked(earlier: Sequence[str], change: Figure) -> bool:
    against = change.comparison
    return against is not None and (not earlier or against.period in earlier)


def _counted_now(question: Question, index: ReportIndex) -> list[Candidate]:
    """What answers the question where it is asked of the report's own time: the best, and what counts as well
    the thing asked for where the question says nothing else of it."""
    timeless = replace(question, periods=(), previous=False)
    held = (c for c in candidates(timeless, index) if c.figure is not None and c.figure.role in COUNTED)
    enough = sufficient(timeless, held, FIGURE_COVERAGE)
    if not enough:
        return []
    first = whole_of(timeless, enough)
    telling = [w for w in question.wanted if w.weight >= TELLING and not w.words[:1].isdigit()]
    if any(not set(w.keys) & set(question.units) for w in telling):
        return [first]
    return [first, *(c for c in enough if c.coverage >= first.coverage and c is not first)]


def _remarks(index: ReportIndex) -> Iterator[tuple[Statement, Figure, Figure]]:
    """The rows in which a change since an earlier time is told in words of one of the counts, with both."""
    for statement in index.statements:
        if statement.row is None:
            continue
        for change in statement.figures:
            against = change.comparison
            if change.role is Role.CHANGE and against is not None and against.change and against.period[:1].isdigit():
                base = _base(statement, change)
                if base is not None:
                    yield statement, change, base


def _base(statement: Statement, change: Figure) -> Figure | None:
    """The count of a row that a remark names by the words of its column; None where it names none or several that
    differ."""
    table, row = statement.block.table, statement.row
    assert table is not None and row is not None
    cells = table.row(row)
    own = next((c for c in cells if c.start <= change.at < c.end), None)
    if own is None:
        return None
    sentence = re.split(r"[.;,]", statement.block.text[own.start : change.at])[-1]
    said = _MOVED.match(plain(sentence))
    named = set(said["what"].split()) if said is not None else set()
    bases = [
        f
        for f in statement.figures
        for c in cells
        if named
        and c is not own
        and c.start <= f.at < c.end
        and f.role in COUNTED
        and unit_key(f.unit) == unit_key(change.unit)
        and named <= set(plain(table.columns[c.column]).split())
    ]
    return bases[0] if len({f.value for f in bases}) == 1 else None


def _told(
    question: Question, now: Candidate, row: Statement, change: Figure, base: Figure, lexicon: Lexicon
) -> Draft | None:
    moved = change.comparison.change if change.comparison is not None else None
    if moved is None or not unit_fits(question, base.unit):
        return None
    language, draft = question.language, Draft()
    key = draft.cite_statement(now.index, row)
    value, sign = base.value - moved, "-" if moved > 0 else "+"
    told = head_unit(base.unit)
    operands = (Operand(base.value, key), Operand(abs(moved), key))
    draft.calculation = Calculation(f"{base.value:f} {sign} {abs(moved):f}", value, told, operands)
    a, b, c = (number(v, language) for v in (value, base.value, abs(moved)))
    draft.say(f"{a} {unit(told, language, lexicon)}".strip() + f" (= {b} {sign.replace('-', '−')} {c})", key)
    draft.say(quoted(excerpt(row, change.at), language), key)
    if now.statement is not row:
        assert now.figure is not None
        more = draft.cite_statement(now.index, now.statement)
        draft.say(quoted(excerpt(now.statement, now.figure.at, 16), language), more)
    return draft

"""The value of the year before that follows from the remark in a row: of "79 | 77 | Số đơn nhận tăng 06 đơn so với năm
2022" 73 in 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures import wants_previous, whole_of
from assistant.compose.sufficiency import sufficient
from assistant.compose.wording import number, quoted, unit
from assistant.evidence import Candidate, candidates
from assistant.fitting import COUNTED, unit_fits
from assistant.kinds import Kind
from assistant.least import FIGURE_COVERAGE
from assistant.question import Question
from assistant.restating import compares
from assistant.shelf import Found
from assistant.statements import ReportIndex, Statement, plain
from assistant.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.ledgers import Figure, Role

_MOVED = re.compile(r"^(?P<what>.*?) (?:da )?(?:tang|giam)(?: \w+){0,2} *$")


def answer_remarked(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The earlier value of what the report counts now, less the change that a row's remark states of it; None where the
    remark is not on the very count that answers the question for the report's own time."""
    if not question.is_(Kind.FIGURE) or question.percent or compares(question) or len(question.periods) > 1:
        return None
    if not (question.periods or wants_previous(question)):
        return None
    for index in found.indexes:
        remarks = [r for r in _remarks(index) if _is_asked(question, r[1])]
        now = _counted_now(question, index) if remarks else None
        if now is None or now.figure is None:
            continue
        for statement, change, base in remarks:
            if base.value == now.figure.value and unit_key(base.unit) == unit_key(now.figure.unit):
                return _told(question, now, statement, change, base, lexicon)
    return None


def _is_asked(question: Question, change: Figure) -> bool:
    against = change.comparison
    return against is not None and (not question.periods or against.period in question.periods)


def _counted_now(question: Question, index: ReportIndex) -> Candidate | None:
    """What answers the question where it is asked of the report's own time."""
    timeless = replace(question, periods=(), previous=False)
    held = (c for c in candidates(timeless, index) if c.figure is not None and c.figure.role in COUNTED)
    enough = sufficient(timeless, held, FIGURE_COVERAGE)
    return whole_of(timeless, enough) if enough else None


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

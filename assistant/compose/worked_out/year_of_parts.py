"""The count of a year that the report gives in two pieces: "Cả năm 2030, tính cả hai xã trước sắp xếp, tiếp nhận tổng
cộng bao nhiêu hồ sơ?", where one sentence counts from July on and another what others received until June.

The two pieces must be of one report and one unit, the one beginning with the year and the other on the day after the
first ends, and what the question says is to be counted in must stand in one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.wording import number, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.question import Question
from assistant.words.everyday import STOP
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import bounds
from ingest.ledgers import Role

_COUNTED_IN = guarded(
    r"\b(?:tinh|ke|gop|cong|bao gom)(?: luon| chung| them| gop)? ca (?P<vi>[^;?(),]{5,90}?)(?= thi\b|[(),;?]|\W*$)|"
    r"\b(?:counting|including|adding)(?: also)? (?P<en>[^;?(),]{5,90}?)(?=,? how (?:many|much)\b|[(),;?]|\W*$)"
)
_NUMBER = re.compile(r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b")
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"\w+")
_TIME = {"thang", "quy", "nam", "dau", "cuoi", "ngay", "tu", "den"} | {
    *("year", "half", "first", "second", "months", "month", "quarter"),
}
SAID = 0.5  # of the words of what is to be counted in, in one of the two pieces
HALF = 0.45  # coverage of a piece: neither says both what is asked and what is counted in
TRIED = 30  # candidates looked at


def answer_year_of_parts(t: Material) -> Draft | None:
    """The sum of the two pieces of a year; None where the question asks for no such, or they do not make it up."""
    question = t.question
    asked = fold(question.clear)
    counted_in = _COUNTED_IN.search(asked)
    years = [p for p in question.periods if _YEAR.fullmatch(p)]
    if counted_in is None or len(years) != 1 or not question.units or question.percent or not _NUMBER.search(asked):
        return None
    item = frozenset(
        w for w in _WORD.findall(counted_in["vi"] or counted_in["en"]) if w not in STOP | _TIME and not w.isdigit()
    )
    rest = tuple(w for w in question.wanted if not set(w.words.split()) <= item and w.words not in DOING)
    if not item or not rest:
        return None
    open_question = replace(question, wanted=rest, periods=tuple(years))
    start = date(int(years[0]), 1, 1)
    evidence = sorted(
        (c for i in t.indexes for c in ask_again(open_question, i) if enough(c, HALF) and _may_be_piece(question, c)),
        key=lambda c: -c.score,
    )[:TRIED]
    for first in evidence:
        ends = _bounds(first)
        if ends is None or ends[0] != start:
            continue
        for then in evidence:
            goes_on = _bounds(then)
            if (
                then.index is first.index
                and goes_on is not None
                and goes_on[0] == ends[1] + timedelta(days=1)
                and goes_on[1].year == start.year
                and (_says(question, first, item) or _says(question, then, item))
                and _unit(first) == _unit(then)
            ):
                return _summed(t, first, then)
    return None


def _may_be_piece(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    return (
        figure is not None
        and figure.role in COUNTED - {Role.PART}
        and not candidate.statement.ahead
        and bool({fold(figure.unit), unit_key(figure.unit)} & {fold(u) for u in question.units})
    )


def _unit(candidate: Candidate) -> str:
    return unit_key(candidate.figure.unit) if candidate.figure is not None else ""


def _bounds(candidate: Candidate) -> tuple[date, date] | None:
    return bounds(candidate.figure.period) if candidate.figure is not None else None


def _says(question: Question, candidate: Candidate, item: frozenset[str]) -> bool:
    """Whether a piece names what is to be counted in."""
    statement = candidate.statement
    if question.language == "vi":
        return len(item & set(statement.plain.split())) >= SAID * len(item)
    wanted = [w for w in question.wanted if set(w.words.split()) & item]
    said = {fold(k) for k in statement.own | statement.sentence}
    return sum(bool({fold(k) for k in w.keys} & said) for w in wanted) >= SAID * len(wanted) > 0


def _summed(t: Material, first: Candidate, then: Candidate) -> Draft:
    language = t.question.language
    draft = Draft()
    assert first.figure is not None and then.figure is not None
    operands = tuple(
        Operand(c.figure.value, draft.cite_statement(c.index, c.statement)) for c in (then, first) if c.figure
    )
    value = operands[0].value + operands[1].value
    name = head_unit(first.figure.unit)
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, name, operands)
    terms = " + ".join(number(o.value, language) for o in operands)
    draft.say(
        f"{number(value, language)} {unit(name, language, t.lexicon)}".strip() + f" (= {terms})",
        *(o.key for o in operands),
    )
    return draft

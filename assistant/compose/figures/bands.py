"""In which class a value falls: "được 85 điểm thì xếp loại gì" asks for the band of a scale that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.compose.citing import Draft, excerpt
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

_ASKED = re.compile(
    r"\b(?:loai|hang|muc|bac)(?: do)? (?:nao|gi)\b|"
    r"\b(?:what|which) (?:class|grade|rating|category|band)\b|"
    r"\bhow (?:is|are|was|were|would)\b[^?]{0,40}\b(?:graded|rated|classed|classified|ranked)\b"
)
_SCALE = guarded(  # every class with its band is asked for
    r"\b(?:may|bao nhieu|cac|nhung|tung|moi) (?:muc|loai|hang|bac|khung|nguong)\b|"
    r"\b(?:thang|khung|cach) (?:xep|phan) loai\b|"
    r"\b(?:bands?|grades|rating (?:levels?|scale)|(?:rating )?classes|cut-?offs?|thresholds)\b"
)
_CLASSED = re.compile(r"\b(?:xep|phan) loai\b|\b(?:grad\w+|rat(?:ed|ing)s?|class\w*|bands?)\b")
_VALUE = re.compile(r"(?<![\w/.,])(?P<value>\d+(?:[.,]\d+)?) ?(?P<unit>điểm|%|points?|per ?cent)", re.IGNORECASE)
_BAND = re.compile(
    r"\btừ (?P<low>\d+(?:[.,]\d+)?) ?(?:điểm|%)? (?:đến|tới) (?P<under>dưới |cận )?"
    r"(?P<high>\d+(?:[.,]\d+)?) ?(?P<unit>điểm|%)",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\b(?:duoi|below|under|less than)\W*$")
LEAST = 3  # lines of a scale
_NEXT = Decimal("0.01")
_OPEN = re.compile(
    r"\b(?:(?P<under>dưới)|từ|trên) (?P<edge>\d+(?:[.,]\d+)?) ?(?P<unit>điểm|%)(?: (?P<up>trở lên))?", re.IGNORECASE
)


def answer_band(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """The line of a scale whose band holds the value that the question gives; None where no scale of its unit does."""
    value = _VALUE.search(question.clear) if _ASKED.search(fold(question.clear)) else None
    number = parse_number(value["value"]) if value is not None else None
    if value is None or number is None:
        return None
    unit = "%" if value["unit"].startswith(("%", "per")) else "điểm"
    if (span := _BAND.search(question.clear)) is not None and (low := parse_number(span["low"])) is not None:
        number = low  # "từ 60 đến dưới 75 điểm": what is no less than its lower end
    elif _UNDER.search(fold(question.clear[: value.start()])):
        number -= _NEXT
    for index in indexes:
        bands = [s for s in index.statements if s.row is None and _BAND.search(s.quote)]
        if len(bands) < 2:
            continue  # one span of a value is no scale
        near = {n for s in bands for n in (s.index - 1, s.index, s.index + 1)}
        for statement in index.statements:
            if statement.index in near and statement.row is None and _holds(statement, number, unit):
                draft = Draft()
                draft.say(f"“{excerpt(statement).strip(' -–+.')}”", draft.cite_statement(index, statement))
                return draft
    return None


def answer_scale(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """The lines of the one scale that tells which points make which class; None where there are none, or several, or
    the question names a value or a body of its own."""
    asked = fold(question.clear)
    if not _SCALE.search(asked) or not _CLASSED.search(asked) or _VALUE.search(question.clear):
        return None
    scales: list[list[tuple[ReportIndex, Statement]]] = []
    for index in indexes:
        lines = [s for s in index.statements if s.row is None and _CLASSED.search(s.plain) and _edges(s)]
        run = [(index, s) for s in lines if any(abs(s.index - o.index) == 1 for o in lines)]
        if len(run) >= LEAST:
            scales.append(run)
    if len(scales) != 1:
        return None
    draft = Draft()
    for index, statement in scales[0]:
        draft.say(excerpt(statement).strip(" -–+.;") + ";", draft.cite_statement(index, statement))
    return draft


def _edges(statement: Statement) -> bool:
    return _BAND.search(statement.quote) is not None or _OPEN.search(statement.quote) is not None


def _holds(statement: Statement, value: Decimal, unit: str) -> bool:
    band = _BAND.search(statement.quote)
    if band is not None:
        low, high = parse_number(band["low"]), parse_number(band["high"])
        if band["unit"].lower() != unit or low is None or high is None:
            return False
        return low <= value < high or (value == high and not band["under"])
    edge = _OPEN.search(statement.quote)
    bound = parse_number(edge["edge"]) if edge is not None else None
    if edge is None or bound is None or edge["unit"].lower() != unit or not (edge["under"] or edge["up"]):
        return False
    return value < bound if edge["under"] else value >= bound

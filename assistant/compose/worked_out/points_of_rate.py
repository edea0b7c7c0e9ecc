"""A rate and the points that it earned, where one sentence tells the rate and what such a rate brings: "chỉ đạt 61%
(dưới 80% thì tiêu chí này được 0 điểm)". The points are told where the condition holds of the rate, and not else."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure, Role

LEAST, LACKS = 0.75, 0.28  # of the question that the sentence says, and what of it may be missing
TRIED = 6
_POINTS = guarded(r"\b(?:may|bao nhieu) diem\b(?! phan tram)|\bhow many points\b(?! of)")
_BRINGS = re.compile(
    r"\b(?P<way>duoi|thap hon|(?:chua|khong) (?:toi|dat|du)|tu|tren|dat|du)(?: muc)? (?P<mark>\d+(?:[.,]\d+)?) ?%"
    r"[^().;]{0,50}?\b(?:dat|duoc|la|cho|tinh|con) (?P<points>\d+(?:[.,]\d+)?) diem\b(?! phan tram)"
)
_FROM = frozenset({"tu", "tren", "dat", "du"})  # any other way is below the mark
_VALUES = (Role.SHARE, Role.ACTUAL)


def answer_points_of_rate(t: Material) -> Draft | None:
    """The rate and its points; None where one of them is not asked for, or no sentence tells both."""
    question = t.question
    if not question.percent or question.is_(Kind.COMPARISON) or not _POINTS.search(fold(question.clear)):
        return None
    texts = [c for c in t.found.candidates if c.figure is None][:TRIED]
    for candidate in texts:
        if candidate.coverage < LEAST or candidate.lacks >= LACKS or candidate.statement.row is not None:
            continue
        brings = _BRINGS.search(fold(candidate.statement.quote))
        rate = _rate(candidate) if brings is not None else None
        if brings is not None and rate is not None and _holds(rate, brings) and _of_level(t, rate):
            return _told(t, candidate, rate, brings)
    return None


def _rate(candidate: Candidate) -> Figure | None:
    """The one rate of a sentence outside brackets."""
    statement = candidate.statement
    first = statement.quote.find("(")
    end = statement.start + first if first >= 0 else statement.end
    told = [f for f in statement.figures if f.unit == "%" and f.role in _VALUES and f.at < end]
    return told[0] if len(told) == 1 else None


def _of_level(t: Material, rate: Figure) -> bool:
    """Whether a rate is of the level asked about: that of one level is not that of the whole."""
    level = fold(rate.scope)
    return not level.startswith("cap ") or level in (*t.question.levels, t.question.scope)


def _holds(rate: Figure, brings: re.Match[str]) -> bool:
    mark = parse_number(brings["mark"])
    if mark is None:
        return False
    return rate.value >= mark if brings["way"] in _FROM else rate.value < mark


def _told(t: Material, candidate: Candidate, rate: Figure, brings: re.Match[str]) -> Draft:
    language, below = t.question.language, brings["way"] not in _FROM
    points, mark = (parse_number(brings[name]) for name in ("points", "mark"))
    assert points is not None and mark is not None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    got, at, value = (number(v, language) for v in (points, mark, rate.value))
    if language == "vi":
        draft.say(f"{value}%, được {got} điểm ({'dưới' if below else 'từ'} {at}%)", key)
    else:
        draft.say(f"{value}%, {got} points ({'below' if below else 'from'} {at}%)", key)
    draft.say(quoted(excerpt(candidate.statement, rate.at), language), key)
    return draft

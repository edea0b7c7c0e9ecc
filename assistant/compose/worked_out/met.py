"""Whether a target was met: the report before a year says what was aimed at, its own what was reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.restating import DOING, ask_again, asks_met, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.compose.worked_out.targets import POINTS
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

_ASSIGNED = re.compile(
    r"\b(?:duoc )?giao (?:(?!nhiem vu|dich)[^?.;,]){0,60}\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b[^?.;,]{0,60}\b"
    r"(?:assigned|tasked|told|asked) (?:to|with)\b"
)
_AT_MOST = re.compile(r"\b(?:duoi|khong qua|toi da|khong vuot|giam|con|at most|below|under)\b")
_AIMING = frozenset({"chi tieu", "muc tieu", "ke hoach", "dat", "dat ra", "de ra", "phan dau", "target", "met", "meet"})
_AIM_WORDS = re.compile(r"\b(?:mục tiêu|chỉ tiêu|kế hoạch|muc tieu|chi tieu|targets?)\b", re.IGNORECASE)
_REACHED = frozenset({Role.ACTUAL, Role.TOTAL, Role.PART, Role.SHARE})


def add_met(draft: Draft, question: Question, first: Candidate, indexes: Sequence[ReportIndex]) -> bool:
    """Says beside a target what was reached, or beside that the target, and whether it was met; nothing where the
    question does not ask, or where a target is one that is to be stayed below. False where a target alone is known: it
    does not say whether it was met."""
    if first.figure is None or not asks_met(question) or draft.calculation is not None:
        return True
    other = _counterpart(question, first.figure, indexes)
    if other is None or other.figure is None:
        return first.figure.role is not Role.TARGET and _ASSIGNED.search(fold(question.clear)) is None
    aim, reached = (first, other) if first.figure.role is Role.TARGET else (other, first)
    assert aim.figure is not None and reached.figure is not None
    if _AT_MOST.search(fold(aim.statement.quote[: max(0, aim.figure.at - aim.statement.start)])[-24:]):
        return True
    keys = (draft.cite_statement(reached.index, reached.statement), draft.cite_statement(aim.index, aim.statement))
    high, low = reached.figure.value, aim.figure.value
    told = POINTS[question.language] if reached.figure.unit == "%" else head_unit(reached.figure.unit)
    draft.calculation = Calculation(
        f"{high:f} - {low:f}", high - low, told, (Operand(high, keys[0]), Operand(low, keys[1]))
    )
    sign = "%" if reached.figure.unit == "%" else ""
    a, b = (f"{number(v, question.language)}{sign}" for v in (high, low))
    if question.language == "vi":
        said = f"{'Đạt' if high >= low else 'Chưa đạt'}: thực hiện {a}, mục tiêu {b}"
    else:
        said = f"{'Met' if high >= low else 'Not met'}: {a} reached, {b} aimed at"
    draft.claims[0] = draft.claim(said, *keys)
    return True


def _counterpart(question: Question, figure: Figure, indexes: Sequence[ReportIndex]) -> Candidate | None:
    """The best figure of the same unit, scope and year that is a target where the first is none, and the reverse."""
    wanted = _REACHED if figure.role is Role.TARGET else frozenset({Role.TARGET})
    question = replace(question, clear=_AIM_WORDS.sub("", question.clear))
    found = [
        c
        for index in indexes
        for c in ask_again(question, index, DOING | _AIMING)
        if c.figure is not None
        and c.figure.role in wanted
        and unit_key(c.figure.unit) == unit_key(figure.unit)
        and fold(c.figure.scope) == fold(figure.scope)
        and c.figure.period == figure.period
        and enough(c)
    ]
    return max(found, key=lambda c: c.score, default=None)

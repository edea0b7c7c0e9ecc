"""Which of several pairs of one sentence a question is about, by the words right before each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.evidence.statements import Statement
from assistant.question import Question, Wanted
from ingest.language.fold import fold
from ingest.ledgers import Figure

TELLING = 0.3
REACH = 40
_STOP = re.compile(r"[,;:.()]")
_PARTED = re.compile(r"[,;:(]|\bvà\b")
_OPEN = re.compile(r"\b(?:con|chua|khong|ton|dang|that bai|loi|lai|qua han|tre)\b")
_WORDS = re.compile(r"[^\W_]+")


def named_before(question: Question, statement: Statement, figure: Figure) -> float:
    """How much of what is asked stands between the figure before and a figure, its unit included: of two pairs of one
    sentence the one behind these words is asked for."""
    ends = [f.at + len(f.text) for f in statement.figures if f.at < figure.at]
    said = f" {fold(statement.block.text[max(ends, default=statement.start) : figure.at])} {fold(figure.unit)} "
    before = f" {' '.join(said.split())} "
    return sum(w.weight for w in question.wanted if w.words and _stands(w, before))


def of_another_pair(question: Question, statement: Statement, part: Figure, parts: Sequence[Figure]) -> bool:
    """Whether what is asked about stands before another pair of the sentence and not before this one: "biên chế hành
    chính (90/96) và số người làm việc trong đơn vị sự nghiệp (310/325)"."""
    strokes = [p for p in parts if "/" in p.text]
    if len(strokes) < 2 or "/" not in part.text:
        return False

    def named(of: Figure) -> set[str]:
        starts = [p.at + len(p.text) for p in strokes if p.at < of.at]
        text = statement.block.text
        behind = _STOP.split(text[of.at + len(of.text) : statement.end], maxsplit=1)[0]
        opening = text[max(starts, default=statement.start) : of.at].rstrip(" (:")
        said = fold(f"{_PARTED.split(opening)[-1]} {behind}")
        before = f" {' '.join(_WORDS.findall(said))} "
        telling = (w for w in question.wanted if w.weight >= TELLING and {*w.keys}.isdisjoint(question.units))
        return {w.words for w in telling if _stands(w, before)}

    own = named(part)
    return any(own < named(other) for other in strokes if other is not part)


def rest_is_named(statement: Statement, part: Figure, whole: Decimal) -> bool:
    """Whether what a part leaves of its whole is told as a kind of its own: "2.300 thủ tục, cấp tỉnh 1.850, cấp xã
    450": the one level is not what is still to be done of the other."""
    text = statement.block.text
    for other in statement.figures:
        if other.value != whole - part.value or other.unit == "%" or other.at == part.at or "/" in part.text:
            continue
        before = fold(text[max(statement.start, other.at - REACH) : other.at])
        behind = fold(text[other.at + len(other.text) : other.at + len(other.text) + REACH])
        return not _OPEN.search(f"{_STOP.split(before)[-1]} {_STOP.split(behind)[0]}")
    return False


def _stands(wanted: Wanted, before: str) -> bool:
    forms = (wanted.words.removeprefix("so "), *map(fold, wanted.keys))
    return any(form and f" {form} " in before for form in forms)

"""Which of several pairs of one sentence a question is about, by the words right before each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.statements import Statement
from assistant.question import Question, Wanted
from ingest.language.fold import fold
from ingest.ledgers import Figure

TELLING = 0.3
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
        said = fold(statement.block.text[max(starts, default=statement.start) : of.at])
        before = f" {' '.join(_WORDS.findall(said))} "
        telling = (w for w in question.wanted if w.weight >= TELLING and {*w.keys}.isdisjoint(question.units))
        return {w.words for w in telling if _stands(w, before)}

    own = named(part)
    return any(own < named(other) for other in strokes if other is not part)


def _stands(wanted: Wanted, before: str) -> bool:
    forms = (wanted.words.removeprefix("so "), *map(fold, wanted.keys))
    return any(form and f" {form} " in before for form in forms)

"""What a figure of a series is of, and how plainly it is that which a question asks for."""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.measured.told_kinds import MOVING, QUALIFIERS, own_words
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold

# What a word besides the question, a kind of the thing that was not asked for, and standing in a note take from a
# figure's score.
UNASKED, KIND, IN_NOTE, OF_DONE = 0.02, 0.1, 0.05, 0.2
_DONE = frozenset({"giải quyết", "hoàn thành", "trả kết quả"})  # of what came in, where neither is asked for
AKIN = 0.5  # of the words of two indicators, for figures of one series


def plainly(question: Question, candidate: Candidate) -> float:
    """The score of a figure, less for what its indicator says besides the question: the whole before its kinds."""
    assert candidate.figure is not None
    place, words = _place(candidate), re.findall(r"[a-z]+", fold(candidate.figure.indicator))
    unasked = set(words) - set(plain(question.clear).split())
    asked = {k for w in question.wanted for k in w.keys}
    special = (own_words(candidate.figure, candidate.index) & QUALIFIERS) - asked - MOVING
    done = own_words(candidate.figure, candidate.index) & _DONE
    less = UNASKED * min(len(unasked), 8) + KIND * min(len(special), 2) + (IN_NOTE if place == "note" else 0.0)
    less += OF_DONE if done and done.isdisjoint(asked) else 0.0
    return candidate.score - less


def _place(candidate: Candidate) -> str:
    return "row" if candidate.statement.row is not None else "note" if candidate.statement.block.anchor else "text"


def shape_of(candidate: Candidate) -> tuple[str, str, str]:
    """What a figure is of, numbers, periods and what leads up to it in its paragraph aside: the same in the reports of
    a series. In "Hồ sơ: đã trả 40 hồ sơ, trễ 3 hồ sơ" and "So với tháng trước: trễ 2 hồ sơ" it is what is late."""
    figure = candidate.figure
    assert figure is not None
    place, unit = _place(candidate), set(fold(figure.unit).split())
    own = figure.indicator if place == "row" else figure.indicator.rpartition(": ")[2]
    words = re.findall(r"[a-z]+", fold(own))
    words = [w for w in words if w not in unit] or words
    kind = "running " if place != "row" and candidate.index.running[figure.id] else ""
    return unit_key(figure.unit), fold(figure.scope), f"{place} {kind}{' '.join(words)}"


def akin(shape: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two figures are told in mostly the same words, of one place: what a month words a little otherwise."""
    left, right = (set(s[2].split()) for s in (shape, other))
    return shape[:2] == other[:2] and len(left & right) >= AKIN * len(left | right)

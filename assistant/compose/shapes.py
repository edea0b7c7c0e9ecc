"""What a figure of a series is of, and how plainly it is that which a question asks for."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.question import Question
from assistant.statements import plain
from assistant.told_kinds import MOVING, QUALIFIERS
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold

# What a word besides the question, a kind of the thing that was not asked for, and standing in a note take from a
# figure's score.
UNASKED, KIND, IN_NOTE = 0.02, 0.1, 0.05
AKIN = 0.5  # of the words of two indicators, for figures of one series


def plainly(question: Question, candidate: Candidate) -> float:
    """The score of a figure, less for what its indicator says besides the question: the whole before its kinds."""
    _, _, indicator = shape_of(candidate)
    place, *words = indicator.split()
    unasked = set(words) - set(plain(question.clear).split())
    asked = {k for w in question.wanted for k in w.keys}
    assert candidate.figure is not None
    special = (candidate.index.local_keys[candidate.figure.id] & QUALIFIERS) - asked - MOVING
    less = UNASKED * min(len(unasked), 8) + KIND * min(len(special), 2) + (IN_NOTE if place == "note" else 0.0)
    return candidate.score - less


def shape_of(candidate: Candidate) -> tuple[str, str, str]:
    """What a figure is of, numbers and periods aside: the same in the reports of a series."""
    assert candidate.figure is not None
    words = re.findall(r"[a-z]+", fold(candidate.figure.indicator))
    place = "row" if candidate.statement.row is not None else "note" if candidate.statement.block.anchor else "text"
    return unit_key(candidate.figure.unit), fold(candidate.figure.scope), f"{place} {' '.join(words)}"


def akin(shape: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two figures are told in mostly the same words, of one place: what a month words a little otherwise."""
    left, right = (set(s[2].split()) for s in (shape, other))
    return shape[:2] == other[:2] and len(left & right) >= AKIN * len(left | right)

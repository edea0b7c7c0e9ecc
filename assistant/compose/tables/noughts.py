"""Noughts in a row of somebody whom the question does not name: that officials sent in none does not say that none came
in."""

from __future__ import annotations

import re

from assistant.compose.tables.row_names import label_of
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.language.fold import fold

NAMED = 0.3  # weight of a word that may name somebody
_WHOSE = re.compile(r"\b(?:của|do) ([^;:]+)")
_APART = re.compile(r",| va | tai | o ")


def is_nought_of_another(question: Question, candidate: Candidate) -> bool:
    """Whether a candidate is a nought in a row that is of somebody, and the question says none of these words."""
    figure, table, row = candidate.figure, candidate.statement.block.table, candidate.statement.row
    if figure is None or table is None or row is None or figure.value:
        return False
    whose = _WHOSE.search(label_of(table, row))
    if whose is None:
        return False
    told, asked = fold(whose[1]), f" {fold(question.clear)} "
    said = (fold(key) for w in question.wanted for key in w.keys if w.weight >= NAMED)
    pieces = (piece.strip() for piece in _APART.split(f" {told} "))
    return not any(key in told for key in said) and not any(piece and f" {piece}" in asked for piece in pieces)

"""The level of administration that a figure is of, by its scope or by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import Statement
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

ALIKE = 4  # words with which two lines on two levels begin alike
LEVEL = re.compile(r"\bcap (?:xa|huyen|tinh|so|trung uong|co so)\b")


def level_of(figure: Figure, statement: Statement) -> str:
    """The level a figure is of: its scope, or the one level that its paragraph opens with; "" if none."""
    scope_words = fold(figure.scope)
    if scope_words.startswith("cap "):
        return scope_words
    named = [fold(k) for k in statement.lead | statement.own if LEVEL.fullmatch(fold(k))] if not scope_words else []
    return named[0] if len(set(named)) == 1 else ""


def in_lines(first: Candidate, evidence: Sequence[Candidate], wanted: Sequence[str]) -> list[tuple[Figure, Statement]]:
    """A figure with the one that the next line, or the one before, gives of the other level in the same words."""
    told = first.figure
    own = level_of(told, first.statement) if told is not None else ""
    if told is None or own not in wanted:
        return []
    order = [b.id for b in first.index.report.blocks]
    at = order.index(first.statement.block.id)
    for other in evidence:
        figure = other.figure
        if figure is None or other.index is not first.index or level_of(figure, other.statement) in {own, ""}:
            continue
        beside = abs(order.index(other.statement.block.id) - at) == 1 and level_of(figure, other.statement) in wanted
        same = (
            LEVEL.sub(" ", other.statement.plain).split()[:ALIKE]
            == LEVEL.sub(" ", first.statement.plain).split()[:ALIKE]
        )
        if beside and same and unit_key(figure.unit) == unit_key(told.unit):
            return [(told, first.statement), (figure, other.statement)]
    return []

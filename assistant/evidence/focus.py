"""How squarely a figure is the one asked for, by the words of its indicator, its scope and its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.coverage import Weighted
from assistant.evidence.statements import ReportIndex
from assistant.measured.told_kinds import QUALIFIERS
from ingest.language.fold import fold
from ingest.ledgers import Figure

OWN_OFFICE = 0.5  # of what a scope takes: "Trung tâm … xã" in the report of the commune is the office that does it
_KINDS_OF_PETITION = frozenset({"khiếu nại", "tố cáo", "kiến nghị", "phản ánh"})


@dataclass(frozen=True, slots=True)
class Aimed:
    """The weighted terms of a question as `focus` reads them, worked out once for all figures of a report."""

    weighted: Sequence[Weighted]
    keys: frozenset[str]
    total: float
    petitions: frozenset[str]


def aimed_at(weighted: Sequence[Weighted]) -> Aimed:
    """The weighted terms of a question, ready for `focus`."""
    keys = frozenset(k for w in weighted for k in w.wanted.keys)
    return Aimed(weighted, keys, sum(w.weight for w in weighted) or 1.0, keys & _KINDS_OF_PETITION)


def focus(aimed: Aimed, own: frozenset[str], figure: Figure, index: ReportIndex) -> float:
    """How squarely a figure is the one asked for: asked words in its indicator count, unasked qualifiers count
    against."""
    wanted = aimed.keys
    inside = 0.0
    for w in aimed.weighted:
        if not own.isdisjoint(w.wanted.keys):
            inside += w.weight
    named = index.scope_keys[figure.id]
    unasked = len(named - wanted) / len(named) if named and not _folded(figure.scope).startswith("cap ") else 0.0
    if unasked and _folded(figure.scope).endswith(f" {_folded(index.report.place).partition(' ')[0]}"):
        unasked *= OWN_OFFICE
    label = index.label_keys[figure.id]
    column = 0.1 * len(label & wanted) / len(label) - 0.07 if label else 0.0
    extra, asked = 0, 0.0
    qualified = index.local_keys[figure.id] & QUALIFIERS
    if qualified:
        kinds = qualified & _KINDS_OF_PETITION
        extra = len(qualified - wanted - _KINDS_OF_PETITION)
        if kinds - wanted and (len(kinds) < 3 or (kinds & wanted and len(aimed.petitions) < 3)):
            extra += 2
        asked = 0.06 * len(qualified & wanted)
        if kinds and len(aimed.petitions) > len(kinds):
            asked -= 0.15  # a part of the kinds asked about together
    return (
        column
        + asked
        + 0.2 * inside / aimed.total
        - 0.05 * min(extra, 4)
        - 0.2 * unasked
        + (0.08 if named and not unasked else 0.0)
    )


@lru_cache(maxsize=4_096)
def _folded(name: str) -> str:
    """A unit or scope without marks: a few names that stand at many figures."""
    return fold(name)

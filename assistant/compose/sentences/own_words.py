"""Clauses of a task that say a topic themselves: what the others of their sentence say is of something else."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.coverage import OWN, Scale
from assistant.evidence.statements import Statement

LED = 0.3  # of a topic, by a statement that is told without those around it
NEARLY = 0.75  # of what the best of them says


def of_own_words(scale: Scale, held: Sequence[Statement]) -> list[Statement]:
    """Those of some statements that say themselves most of a topic, where others of their sentences say none of it."""
    levels = (zip(scale.weighted, scale.of_statement(s).levels, strict=True) for s in held)
    own = [sum(w.weight for w, level in at if level >= OWN) for at in levels]
    most = max(own, default=0.0)
    if most < scale.total * LED:
        return list(held)
    return [s for s, said in zip(held, own, strict=True) if said >= most * NEARLY]


def late_clauses(scale: Scale, held: Sequence[Statement]) -> dict[str, set[int]]:
    """Of each task of several clauses that opens with nothing of a topic, those that say it: what a task opens with is
    told with all that follows, what stands in one of its later clauses alone."""
    late: dict[str, set[int]] = {}
    for first in {s.block.id: s for s in reversed(held)}.values():
        clauses = [s for s in held if s.block.id == first.block.id]
        own = of_own_words(scale, clauses)
        if len(clauses) > 1 and first not in own and len(own) < len(clauses):
            late[first.block.id] = {s.index for s in own}
    return late

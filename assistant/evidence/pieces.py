"""The pieces of a clause that a page end or the marker of a note cuts: each is quoted by itself, none is told alone."""

from __future__ import annotations

from assistant.evidence.breaks import are_one, breaks
from assistant.evidence.statements import ReportIndex, Statement


def pieces(index: ReportIndex, statement: Statement) -> list[Statement]:
    """A statement with those that go on where it breaks off and that break off where it begins, in reading order."""
    found = [statement]
    while (before := _at(index, found[0].index - 1)) is not None and _one(before, found[0]):
        found.insert(0, before)
    while (behind := _at(index, found[-1].index + 1)) is not None and _one(found[-1], behind):
        found.append(behind)
    return found


def _at(index: ReportIndex, number: int) -> Statement | None:
    return index.statements[number] if 0 <= number < len(index.statements) else None


def _one(first: Statement, second: Statement) -> bool:
    return (
        first.row is None
        and first.block.id == second.block.id
        and first.end == second.start
        and second.start in breaks(first.block, first.start, second.end)
        and are_one(first.block, [(first.start, first.end), (second.start, second.end)])
    )

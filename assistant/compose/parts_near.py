"""Whether what tells one part of a question stands near to what tells another."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.compose.part_readings import Beside
from assistant.evidence.statements import ReportIndex
from ingest.language.fold import fold
from ingest.report import Block, BlockKind, Locator

_FURNITURE = frozenset([BlockKind.LETTERHEAD, BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.RECIPIENTS])


def is_near(draft: Draft, other: Draft, indexes: Sequence[ReportIndex], how: Beside) -> bool:
    """Whether something that a draft cites stands in a block, a section or a row that another cites: of a row nothing
    but one of the same name."""
    if how is Beside.ANYWHERE:
        return True
    if how is Beside.REPORT:
        return not {c.locator.report for c in draft.citations}.isdisjoint(c.locator.report for c in other.citations)
    of_report = {index.report.id: index.report for index in indexes}

    def block(place: Locator) -> Block | None:
        report = of_report.get(place.report)
        return report.block(place.block) if report is not None else None

    def beside(a: Locator, b: Locator) -> bool:
        if a.report != b.report:
            return False
        blocks = [block(x) for x in (a, b)]
        rows = [_row(held, place) for held, place in zip(blocks, (a, b), strict=True)]
        if all(rows):
            return rows[0] == rows[1]
        ids = [(held.anchor or held.id) if held is not None else "" for held in blocks]
        if how is Beside.BLOCK or ids[0] == ids[1]:
            return ids[0] == ids[1]
        if any(held is not None and held.kind in _FURNITURE for held in blocks):
            return True
        return bool(a.section) and a.section.split(".")[:2] == b.section.split(".")[:2]

    return any(beside(a.locator, b.locator) for a in draft.citations for b in other.citations)


def _row(block: Block | None, place: Locator) -> str:
    """The name of the row of a table in which a place stands, folded."""
    if block is None or block.table is None:
        return ""
    cells = (c for r in range(block.table.rows) for c in block.table.row(r) if place.start <= c.start < place.end)
    return next((fold(c.text) for c in cells if any(map(str.isalpha, c.text))), "")

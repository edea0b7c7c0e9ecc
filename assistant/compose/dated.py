"""Where a report says its own period: what an answer cites when it names the month or year of a figure."""

from __future__ import annotations

from assistant.compose.citing import Draft
from assistant.statements import ReportIndex
from ingest.language.periods import periods
from ingest.report import Block, BlockKind


def dated(draft: Draft, index: ReportIndex) -> int | None:
    """The key of the place where a report says its own period; None where it says it nowhere."""
    place = said_period(index)
    if place is None:
        return None
    block, start, end = place
    return draft.cite(index, block, *around(block, start, end))


def said_period(index: ReportIndex) -> tuple[Block, int, int] | None:
    """Where a report says its own period, title and opening first: the block and the offsets of the words."""
    for block in index.report.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        for span in periods(block.text):
            if span.period == index.report.period:
                return block, span.start, span.end
    return None


def around(block: Block, start: int, end: int) -> tuple[int, int]:
    """The line of a block that a place stands in."""
    first = block.text.rfind("\n", 0, start) + 1
    last = block.text.find("\n", end)
    return first, last if last >= 0 else len(block.text)

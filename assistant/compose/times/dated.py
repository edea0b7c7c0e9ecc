"""The time of a report: where it says its own period, which an answer cites when it names the month or year of a
figure, and the day of its issue, beyond which it tells no results."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.periods import DAY, periods
from ingest.report import Block, BlockKind

_AHEAD = re.compile(
    r"\b(?:phai|phan dau|muc tieu|chi tieu|du kien|ke hoach|uoc|se|toi thieu|thoi han|target|goal|plan(?:s|ned)?|"
    r"must|should|expected|estimated|due|will|to be)\b"
)
_YEAR_END = re.compile(r"\b(?:cuoi|het|ca) (?:nam|quy|thang)\b")


def is_of_later(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether how things stood on a day is asked, and all that an answer cites was issued in a month before it, with no
    word of that day: "32,7%" in a report of November says nothing of the last of December."""
    asked = [p for p in question.periods if DAY.fullmatch(p)]
    if not asked or len(asked) != len(question.periods) or not draft.citations or not question.is_(Kind.FIGURE):
        return False
    if _AHEAD.search(fold(question.clear)):
        return False
    issued = {index.report.id: index.report.letterhead.date for index in indexes}
    for citation in draft.citations:
        day = issued.get(citation.locator.report, "")
        if not day or any(day[:7] >= p[:7] for p in asked) or _YEAR_END.search(fold(citation.quote)):
            return False
        if {span.iso for span in dates(citation.quote)} & set(asked):
            return False
    return True


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

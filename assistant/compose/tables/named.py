"""Tables that a question names by their number: "Bảng 3 báo cáo tháng 6 có cộng đúng không?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold

# With its mark: "có bằng 33 vụ không" names no table.
_NAMED = re.compile(r"\b(?:bảng|table) (?:số )?(\d{1,2})\b(?![.,/-]?\d)(?!-\w)", re.IGNORECASE)
_PRINTED = re.compile(r"\W*(?:bang|bieu|table)(?: so)? (\d{1,2})\b")


def is_of_another_table(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a question names a table by its number, and nothing that a draft cites stands in it.

    The number is the one printed over a table; where a report prints none, the tables are counted. In an appendix they
    may be counted anew, and nothing is told.
    """
    named = {int(n) for n in _NAMED.findall(question.clear)}
    if not named or question.appendix or not draft.citations:
        return False
    tables = {i.report.id: [b.table for b in i.report.tables if b.table is not None] for i in indexes}
    for citation in draft.citations:
        place = citation.locator.table
        if place is None:
            continue
        printed = _PRINTED.match(fold(place.title))
        counted = not any(_PRINTED.match(fold(t.title)) for t in tables.get(citation.locator.report, ()))
        number = int(printed[1]) if printed is not None else place.number if counted else None
        if number in named:
            return False
    return True

"""What came anew: the total of a table less what it says was carried over from the period before.

A table on handling counts as received what came in the period and what the one before left ("Tổng số = kỳ trước chuyển
sang + trực tuyến + trực tiếp"); a sentence that tells what came in does not. The two differ without being at odds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose.tables.columns import number_in
from assistant.compose.tables.row_names import is_total
from assistant.evidence.candidates import Candidate
from ingest.language.fold import fold

CARRIED = re.compile(
    r"\b(?:ky|nam|thang|quy|tuan) truoc(?: con)?(?: ton)?(?: chuyen(?: sang| qua)?)\b|\bchuyen (?:sang )?tu (?:ky|nam|"
    r"thang|quy) truoc\b|\bton (?:dau ky|ky truoc|nam truoc|thang truoc|cu)\b"
)


@dataclass(frozen=True, slots=True)
class Anew:
    """What came anew by a row of a table: its total, what of it was carried over, and what is left."""

    whole: Decimal
    carried: Decimal

    @property
    def value(self) -> Decimal:
        """What came in the period itself."""
        return self.whole - self.carried


def anew(candidate: Candidate) -> Anew | None:
    """What came anew where a figure is a total of which a column beside it, under the same heading, was carried over;
    None for any other figure."""
    table, row, figure = candidate.statement.block.table, candidate.statement.row, candidate.figure
    if table is None or row is None or figure is None:
        return None
    cell = next((c for c in table.row(row) if c.start <= figure.at < max(c.end, c.start + 1)), None)
    if cell is None:
        return None
    above, _, leaf = table.columns[cell.column].rpartition("›")
    if not above or not is_total(leaf.strip()):
        return None
    for column, label in enumerate(table.columns):
        heading, _, own = label.rpartition("›")
        beside = table.at(row, column)
        if heading == above and CARRIED.search(fold(own)) and beside is not None:
            carried = number_in(beside.text)
            return Anew(figure.value, carried) if carried is not None and carried <= figure.value else None
    return None

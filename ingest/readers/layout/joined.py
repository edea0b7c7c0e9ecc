"""Tables cut by a page break, made one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.layout.lines import Line

_NUMBER = re.compile(r"[\d.,%/ ]*\d[\d.,%/ ]*")


@dataclass(slots=True)
class Slot:
    """A cell in the making: its place in the grid, its spans and its lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: list[Line]

    @property
    def text(self) -> str:
        """What the cell says."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class GridDraft:
    """A table in the making; `xs` are the edges of its columns on the page it ends on."""

    page: int
    slots: list[Slot]
    rows: int
    columns: int
    xs: list[float]
    bordered: bool
    header_rows: int = 0


def join_grids(upper: GridDraft, lower: GridDraft) -> bool:
    """Put the rows of `lower` under `upper` where it is the same table gone on; whether it was.

    The same columns at the same places make the same table. A header repeated on top of the lower part is dropped and
    tells how many header rows there are; a row cut by the page break is made whole.
    """
    if not (upper.bordered and lower.bordered) or upper.columns != lower.columns:
        return False
    if any(abs(a - b) > 4 for a, b in zip(upper.xs, lower.xs, strict=True)):
        return False
    repeated = _repeated(upper, lower)
    if repeated:
        upper.header_rows = repeated
        lower.slots = [s for s in lower.slots if s.row >= repeated]
        for slot in lower.slots:
            slot.row -= repeated
        lower.rows -= repeated
    if not lower.rows:
        return True
    shift = upper.rows
    if _goes_on(upper, lower):
        shift -= 1
        above = {s.column: s for s in upper.slots if s.row + s.rows == upper.rows}
        for slot in [s for s in lower.slots if s.row == 0]:
            above[slot.column].lines.extend(slot.lines)
            above[slot.column].rows += slot.rows - 1
        lower.slots = [s for s in lower.slots if s.row > 0]
    else:
        lower.slots = [s for s in lower.slots if not _grows(upper, s)]
    for slot in lower.slots:
        slot.row += shift
    upper.slots.extend(lower.slots)
    upper.rows = shift + lower.rows
    upper.xs = lower.xs
    upper.page = min(upper.page, lower.page)
    return True


def _grows(upper: GridDraft, slot: Slot) -> bool:
    """Whether a cell at the top of the lower part is the rest of a cell merged over rows; if so it is put to it."""
    if slot.row != 0:
        return False
    above = next((s for s in upper.slots if s.column == slot.column and s.row + s.rows == upper.rows), None)
    if above is None or above.columns != slot.columns or max(above.rows, slot.rows) < 2 or not above.lines:
        return False
    if slot.lines and not slot.text[:1].islower():
        return False
    above.rows += slot.rows
    above.lines.extend(slot.lines)
    return True


def _row(slots: Sequence[Slot], row: int) -> list[tuple[int, int, int, str]]:
    return sorted((s.column, s.columns, s.rows, " ".join(s.text.split())) for s in slots if s.row == row)


def _repeated(upper: GridDraft, lower: GridDraft) -> int:
    """How many rows at the top of `lower` say the same as those at the top of `upper`."""
    count = 0
    while count < min(upper.rows, lower.rows, 6):
        mine, yours = _row(upper.slots, count), _row(lower.slots, count)
        if mine != yours or (not any(cell[3] for cell in mine) and count == 0):
            break
        count += 1
    # A row of numbers may repeat by chance; a header holds words.
    words = any(any(ch.isalpha() for ch in cell[3]) for cell in _row(upper.slots, 0))
    return count if words else 0


def _goes_on(upper: GridDraft, lower: GridDraft) -> bool:
    """Whether the first row of `lower` is the rest of the last row of `upper`: it has no number of its own."""
    last = {s.column: s for s in upper.slots if s.row + s.rows == upper.rows}
    first = {s.column: s for s in lower.slots if s.row == 0}
    if set(last) != set(first) or any(last[k].columns != first[k].columns for k in first):
        return False
    if first[0].lines or last[0].rows > 1 or not any(s.lines for s in first.values()):
        return False
    if any(_NUMBER.fullmatch(s.text) for s in first.values()):
        return False  # a number is not torn: this is a row of its own
    leads = [s for s in upper.slots if s.column == 0]
    if sum(1 for s in leads if s.lines) < 0.9 * len(leads):
        return False
    return all(last[k].lines for k in first if first[k].lines)

"""Tables cut by a page break, made one again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.layout.lines import Line

_SMALL = re.compile(r"[(),;.]|[a-zà-ỹđăâêôơư]")
_NUMBER = re.compile(r"[\d.,%/ ]*\d[\d.,%/ ]*")


@dataclass(slots=True)
class Slot:
    """A cell in the making: its place in the grid, its spans and its lines.

    `full` is: no further line would fit into it; only such a cell goes on over a page break.
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: list[Line]
    full: bool = True

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
            above[slot.column].full = slot.full
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
    if slot.lines and not (above.full and (slot.text[:1].islower() or _rest_of_group(upper, above, slot))):
        return False
    above.rows += slot.rows
    above.lines.extend(slot.lines)
    return True


def _rest_of_group(upper: GridDraft, above: Slot, slot: Slot, torn: int = 0) -> bool:
    """Whether two cells of a column make one as high as its other cells, and the lower one does not begin like them.

    `torn` is 1 where the two halves of a row torn by the page break are counted as two.
    """
    others = [s for s in upper.slots if s.column == above.column and s.rows > 1 and s is not above and s.lines]
    usual = Counter(s.rows for s in others).most_common(1)
    first = Counter(s.text.split()[0] for s in others).most_common(1)
    return (
        len(others) > 1
        and usual[0][0] == above.rows + slot.rows - torn
        and first[0][1] > 0.6 * len(others)
        and above.text.split()[0] == first[0][0] != slot.text.split()[0]
    )


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
    """Whether the first row of `lower` is the rest of the last row of `upper`.

    Cells that go on are full above, and hold words, for a number is not torn. The row has no number of its own where
    the others have one; or, where cells are merged over rows, one of its cells goes on in small letters.
    """
    last = {s.column: s for s in upper.slots if s.row + s.rows == upper.rows}
    first = {s.column: s for s in lower.slots if s.row == 0}
    if set(last) != set(first) or any(last[k].columns != first[k].columns for k in first):
        return False
    rest = {k: s for k, s in first.items() if s.lines}
    if not rest or not all(last[k].lines and last[k].full for k in rest):
        return False
    if any(_NUMBER.fullmatch(s.text) for k, s in rest.items() if k or max(last[0].rows, s.rows) < 2):
        return False
    if first[0].lines and max(last[0].rows, first[0].rows) < 2:
        return False
    leads = [s for s in upper.slots if s.column == 0]
    numbered = sum(1 for s in leads if s.lines) >= 0.9 * len(leads)
    if numbered and max(last[0].rows, first[0].rows) < 2:
        return True
    if len(rest) > 0.5 * len(first):
        return False
    if 0 in rest:
        return _rest_of_group(upper, last[0], first[0], torn=1)
    filled = Counter(s.row for s in upper.slots if s.lines and s.row >= upper.header_rows)
    lone = len(rest) == 1 and len(first) > 3 and sum(n > 2 for n in filled.values()) > 0.8 * len(filled)
    return lone or any(_SMALL.match(s.text) for s in rest.values())

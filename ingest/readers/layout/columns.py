"""What stands side by side without rulings: letterhead, recipients and signature, tables held by alignment alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.language.fold import fold
from ingest.readers.layout.lines import Line, gather
from ingest.readers.layout.sheet import Sheet, Word

_MOTTO = ("cong hoa xa hoi chu nghia", "dang cong san viet nam")
_RECIPIENTS = "noi nhan"


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines side by side: `rows` of cells, each a list of lines; every row has as many cells."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    xs: tuple[float, ...]

    @property
    def y0(self) -> float:
        """The top."""
        return min(line.y0 for row in self.rows for cell in row for line in cell)


def find_columns(lines: Sequence[Line], first_page: bool, middle: float) -> list[Line | Beside]:
    """The lines of a page, those that stand side by side as one piece each. `middle` is that of the body."""
    out: list[Line | Beside] = []
    i = 0
    if first_page:
        head, i = _letterhead(lines, middle)
        if head is not None:
            out.append(head)
    while i < len(lines):
        block, after = _signature(lines, i, middle)
        if block is None:
            block, after = _aligned(lines, i)
        if block is None:
            out.append(lines[i])
            i += 1
        else:
            out.append(block)
            i = after
    return out


def _letterhead(lines: Sequence[Line], middle: float) -> tuple[Beside | None, int]:
    """The two columns at the head of a document, by the motto of the state or the name of the Party at the right."""
    for i, line in enumerate(lines[:6]):
        if not any(m in fold(line.text) for m in _MOTTO):
            continue
        first = i
        while first and lines[first - 1].y0 > lines[i].y0 - 40:
            first -= 1
        end = i + 1
        while end < len(lines) and end - first < 14 and not _leaves(lines[end - 1], lines[end], middle):
            end += 1
        while end > i:
            gutter = _gutter(lines[first:end], 4.0)
            if gutter is not None:
                pair = _pair(lines[first:end], gutter)
                return (pair, end) if first == 0 else (None, 0)
            end -= 1
        return None, 0
    return None, 0


def _leaves(last: Line, line: Line, middle: float) -> bool:
    """Whether a line under a letterhead is no part of it: in the middle of the page, or far below."""
    lone = max((b.x0 - a.x1 for a, b in pairwise(line.words)), default=0.0) < 25
    centred = abs((line.x0 + line.x1) / 2 - middle) < 26
    return line.y0 - last.y1 > 3.2 * line.size or (lone and centred)


def _signature(lines: Sequence[Line], at: int, middle: float) -> tuple[Beside | None, int]:
    """The block of recipients and signature that begins at a line, and the index after it."""
    if not fold(lines[at].text).startswith(_RECIPIENTS):
        ahead = lines[at + 1] if at + 1 < len(lines) else None
        right = lines[at].x0 > middle - 30 and ahead is not None and ahead.y0 - lines[at].y0 < 2.2 * lines[at].size
        if not (right and ahead is not None and fold(ahead.text).startswith(_RECIPIENTS)):
            return None, at
    end = at + 1
    while end < len(lines) and end - at < 40:
        line = lines[end]
        if line.y0 - lines[end - 1].y1 > 9 * line.size:
            break
        end += 1
    while end > at + 1:
        gutter = _gutter(lines[at:end], 6.0)
        if gutter is not None:
            return _pair(lines[at:end], gutter), end
        end -= 1
    return None, at


def _spans(line: Line, join: float) -> list[tuple[float, float]]:
    """The stretches of a line without a gap wider than `join`."""
    spans: list[tuple[float, float]] = []
    for w in line.words:
        if spans and w.x0 - spans[-1][1] <= join:
            spans[-1] = (spans[-1][0], max(spans[-1][1], w.x1))
        else:
            spans.append((w.x0, w.x1))
    return spans


def _strips(lines: Sequence[Line], join: float, least: float) -> list[tuple[float, float]]:
    """The upright strips, at least `least` wide, that no word of the lines touches, between words on both sides."""
    spans = sorted(s for line in lines for s in _spans(line, join))
    strips = []
    end: float | None = None
    for a, b in spans:
        if end is not None and a - end >= least:
            strips.append((end, a))
        end = b if end is None else max(end, b)
    return strips


def _gutter(lines: Sequence[Line], least: float) -> float | None:
    """The x that parts lines into two columns: the middle of the widest strip in the middle part of the sheet."""
    width = lines[0].sheet.width
    strips = [s for s in _strips(lines, least, least) if s[1] > 0.2 * width and s[0] < 0.72 * width]
    if not strips:
        return None
    a, b = max(strips, key=lambda s: s[1] - s[0])
    return (a + b) / 2


def _pair(lines: Sequence[Line], gutter: float) -> Beside:
    sheet = lines[0].sheet
    words = [w for line in lines for w in line.words]
    left = gather([w for w in words if w.middle < gutter], sheet)
    right = gather([w for w in words if w.middle >= gutter], sheet)
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Beside(((tuple(left), tuple(right)),), (x0, gutter, x1))


def _aligned(lines: Sequence[Line], at: int) -> tuple[Beside | None, int]:
    """A table without rulings that begins at a line: three or more lines of three or more columns in line."""
    if len(_spans(lines[at], 14.0)) < 3:
        return None, at
    end, full = at + 1, 1
    while end < len(lines):
        line = lines[end]
        if line.y0 - lines[end - 1].y1 > 2.5 * line.size or len(_strips(lines[at : end + 1], 8.0, 8.0)) < 2:
            break
        full += len(_spans(line, 14.0)) >= 3
        end += 1
    while end > at and len(_spans(lines[end - 1], 14.0)) < 2:
        end -= 1
    if full < 3 or end - at < 3:
        return None, at
    block = lines[at:end]
    strips = _strips(block, 8.0, 8.0)
    if len(strips) < 2:
        return None, at
    edges = [min(line.x0 for line in block), *((a + b) / 2 for a, b in strips), max(line.x1 for line in block)]
    return Beside(_rows(block, edges), tuple(edges)), end


def _rows(lines: Sequence[Line], edges: Sequence[float]) -> tuple[tuple[tuple[Line, ...], ...], ...]:
    """The rows of an aligned table: a line with nothing in the first column goes on with the row above it."""
    count = len(edges) - 1
    rows: list[list[list[Word]]] = []
    sheet: Sheet = lines[0].sheet
    for line in lines:
        cells: list[list[Word]] = [[] for _ in range(count)]
        for w in line.words:
            at = next((k for k in range(count) if w.middle < edges[k + 1]), count - 1)
            cells[at].append(w)
        filled = sum(1 for cell in cells if cell)
        if rows and not cells[0] and filled < max(2, count - 1):
            for mine, more in zip(rows[-1], cells, strict=True):
                mine.extend(more)
        else:
            rows.append(cells)
    return tuple(tuple(tuple(gather(cell, sheet)) for cell in row) for row in rows)

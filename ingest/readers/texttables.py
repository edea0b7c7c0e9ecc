"""Tables that a careless tool wrote out line by line, set up again: header fragments, rows of values, comment cells.

A row of values tells how many columns there are; the fragments above it, joined where one goes on in small letters, give as
many labels, or more where a header has two rows. The labels are laid over the columns so that groups fit; where they do
not, the lines stay lines, for a wrong table is worse than none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.flow import Grid, GridCell
from ingest.readers.lines import APPENDIX, BULLET, Line

_VALUE = re.compile(r"[-+]?\d[\d.,/]*%?|[-–]")
_NUMBER_HEAD = re.compile(r"(\d{1,2}|[IVX]+)[.)]\s")
_COMMENT = re.compile(r"đánh giá|ghi chú|nhận xét|nội dung|lý do|so sánh|tên|đơn vị|họ và|địa chỉ|diễn giải", re.I)
_COUNT = re.compile(r"\bsố\b|tỷ lệ|tổng|tỉ lệ|%|lượt|kế hoạch|thực hiện|năm", re.I)
_EMPTY_ROW = 2
_MOST_LABELS = 30


@dataclass(frozen=True, slots=True)
class Values:
    """A row of values: its number or name, its figures, and the beginning of the cell of words after them."""

    head: str
    values: tuple[str, ...]
    tail: str


def values_of(text: str) -> Values | None:
    """The row of values that a line is, or None: three figures in a row, or two that are all of it."""
    words = text.split()
    best: tuple[int, int] | None = None
    i = 0
    while i < len(words):
        j = i
        while j < len(words) and _VALUE.fullmatch(words[j]):
            j += 1
        if j - i >= 2 and (best is None or j - i > best[1] - best[0]):
            best = (i, j)
        i = max(j, i + 1)
    if best is None:
        return None
    start, end = best
    if end - start < 3 and (end - start < len(words)):
        return None
    head, tail = " ".join(words[:start]), " ".join(words[end:])
    if head and (tail or not re.match(r"(?:\d{1,3}\.?|[IVX]+\.?|[A-ZĐ]\.?)\s|[A-ZĐÀ-Ỹ]", head) or len(head) > 60):
        return None
    return Values(head, tuple(words[start:end]), tail)


@dataclass(slots=True)
class Region:
    """A table among the lines: from `start` up to `end`, with its grid."""

    start: int
    end: int
    grid: Grid


def find_tables(lines: Sequence[Line], full: int) -> list[Region]:
    """The tables that could be set up again, in order; they do not overlap."""
    out: list[Region] = []
    i = 0
    while i < len(lines):
        if values_of(lines[i].text) is None:
            i += 1
            continue
        floor = out[-1].end if out else 0
        region = _region(lines, i, floor, full)
        if region is None:
            i += 1
            continue
        out.append(region)
        i = region.end
    return out


def _narrow(line: Line, full: int) -> bool:
    return line.width < (full or 38_000) * 0.62


def _region(lines: Sequence[Line], first: int, floor: int, full: int) -> Region | None:
    """The table whose first row of values is line `first`."""
    spans_from = _span_row_start(lines, first, floor)
    top = spans_from if spans_from is not None else first
    start = top
    while start > floor and _is_fragment(lines[start - 1], full):
        start -= 1
    header = list(lines[start:top])
    if not header:
        return None
    rows, end = _body(lines, top, full)
    value_rows = [r for r in rows if isinstance(r, Values)]
    figures = max(len(r.values) for r in value_rows)
    named = any(r.head for r in value_rows)
    commented = any(r.tail for r in value_rows)
    fragments = _labels(header)
    count = sum(map(len, fragments))
    if count > _MOST_LABELS:
        return None
    named_columns = 0
    if named:
        numbered = all(re.match(r"\d{1,3}\.?\s", r.head) for r in value_rows if r.head)
        named_columns = 2 if numbered else 1
    width = named_columns + figures + commented
    if not commented and count > width and _COMMENT.search(fragments[0][-1]):
        width += 1
        commented = True
    layout = _lay_out(fragments, width, named_columns, commented)
    if layout is None:
        return None
    levels = max(c.row + c.rows for c in layout)
    cells = list(layout)
    row = levels
    for entry in rows:
        cells.extend(_row_cells(entry, row, width, named_columns))
        row += 1
    return Region(start, end, Grid(tuple(cells), row, width, header_rows=levels, page=lines[start].page))


def _is_fragment(line: Line, full: int) -> bool:
    text = line.text
    if not _narrow(line, full) or _NUMBER_HEAD.match(text) or APPENDIX.match(text) or BULLET.match(text):
        return False
    return not (text.endswith((".", ";", ":")) or line.caps and len(text) > 12 or text.startswith("(Kèm"))


def _span_row_start(lines: Sequence[Line], first: int, floor: int) -> int | None:
    """Where a full-width row label right above the values begins ("2. Công tác …"), or None."""
    for back in range(1, 4):
        i = first - back
        if i < floor:
            return None
        if values_of(lines[i].text) is not None:
            return None
        if _NUMBER_HEAD.match(lines[i].text):
            fragments_above = i > floor and not _NUMBER_HEAD.match(lines[i - 1].text)
            continued = all(lines[k].text[:1].islower() for k in range(i + 1, first))
            return (
                i
                if fragments_above
                and continued
                and not lines[i - 1].text.endswith((".", ")", ":"))
                or (
                    continued
                    and i > floor
                    and lines[i - 1].text.endswith(")")
                    and not lines[i - 1].text.startswith("(K")
                )
                else None
            )
    return None


def _body(lines: Sequence[Line], top: int, full: int) -> tuple[list[Values | str], int]:
    """The rows from line `top` on: values, or the text of a row that spans all columns; and the line after the last."""
    rows: list[Values | str] = []
    i = top
    while i < len(lines):
        text = lines[i].text
        values = values_of(text)
        if values is not None:
            rows.append(values)
            i += 1
            while values.tail and i < len(lines) and _continues_tail(lines[i], full):
                values = Values(values.head, values.values, f"{values.tail} {lines[i].text}")
                rows[-1] = values
                i += 1
            continue
        span = _span_at(lines, i)
        if span is None:
            break
        rows.append(" ".join(line.text for line in lines[i:span]))
        i = span
    return rows, i


def _continues_tail(line: Line, full: int) -> bool:
    if line.gap >= _EMPTY_ROW or not _narrow(line, full):
        return False
    return not (_NUMBER_HEAD.match(line.text) or APPENDIX.match(line.text) or values_of(line.text) or line.caps)


def _span_at(lines: Sequence[Line], i: int) -> int | None:
    """The line after a row label that begins at `i` and stands right above a row of values, or None."""
    if not _NUMBER_HEAD.match(lines[i].text):
        return None
    for j in range(i + 1, min(i + 4, len(lines))):
        if values_of(lines[j].text) is not None:
            return j
        if not lines[j].text[:1].islower():
            return None
    return None


def _labels(lines: Sequence[Line]) -> list[list[str]]:
    """The header labels, parted where a header row ends: there the usual blank line is missing."""
    spaced = sum(1 for line in lines[1:] if line.blanks) > len(lines) * 0.5
    rows: list[list[str]] = [[]]
    for line in lines:
        text = line.text
        row_ends = spaced and not line.blanks and rows[-1]
        if row_ends:
            rows.append([])
        labels = rows[-1]
        if labels and not _begins_label(text, labels[-1]):
            labels[-1] = f"{labels[-1]} {text}"
        else:
            labels.append(text)
    return rows


def _begins_label(text: str, before: str) -> bool:
    if before.count("(") > before.count(")"):
        return False
    word = text.split()[0]
    return (
        word[0].isupper() and not (len(word) > 1 and word.isupper() and len(before) > 12) and not before.endswith(",")
    )


def _lay_out(rows: list[list[str]], width: int, named: int, commented: bool) -> list[GridCell] | None:
    """The header cells that cover `width` columns, or None where the labels do not fit."""
    labels = [label for row in rows for label in row]
    if len(labels) == width:
        return [GridCell(0, i, label, bold=True) for i, label in enumerate(labels)]
    if len(labels) < width:
        return None
    splits = [len(rows[0])] if len(rows) == 2 else list(range(1, len(labels)))
    best: tuple[float, list[GridCell]] | None = None
    for split in splits:
        top, below = labels[:split], labels[split:]
        groups = len(top) + len(below) - width
        if not 1 <= groups <= len(top) or groups > len(below):
            continue
        choices = itertools.product(itertools.combinations(range(len(top)), groups), _compositions(len(below), groups))
        for where, sizes in itertools.islice(choices, 500):
            cells = _two_rows(top, below, where, sizes)
            score = _fit(cells, width, named, commented) - 0.1 * sum(size == 1 for size in sizes)
            if best is None or score > best[0]:
                best = (score, cells)
    return best[1] if best else None


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """The ways to write `total` as `parts` numbers of at least one."""
    for cuts in itertools.combinations(range(1, total), parts - 1):
        edges = (0, *cuts, total)
        yield tuple(b - a for a, b in itertools.pairwise(edges))


def _two_rows(top: list[str], below: list[str], where: tuple[int, ...], sizes: tuple[int, ...]) -> list[GridCell]:
    cells: list[GridCell] = []
    under: list[GridCell] = []
    column, taken, size = 0, 0, iter(sizes)
    for i, label in enumerate(top):
        if i in where:
            n = next(size)
            cells.append(GridCell(0, column, label, columns=n, bold=True))
            for k in range(n):
                under.append(GridCell(1, column + k, below[taken + k], bold=True))
            column, taken = column + n, taken + n
        else:
            cells.append(GridCell(0, column, label, rows=2, bold=True))
            column += 1
    return cells + under


def _fit(cells: list[GridCell], width: int, named: int, commented: bool) -> float:
    """How well the labels suit what stands under them: words under a comment, figures under a count."""
    score = 0.0
    for cell in cells:
        if cell.columns > 1:
            continue
        words = cell.column < named or (commented and cell.column == width - 1)
        if words:
            score += 1.0 if _COMMENT.search(cell.text) else 0.0
            score -= 0.5 if _COUNT.match(cell.text) else 0.0
        else:
            score += 0.5 if _COUNT.search(cell.text) else 0.0
            score -= 0.5 if _COMMENT.match(cell.text) else 0.0
    return score


def _row_cells(entry: Values | str, row: int, width: int, named: int) -> list[GridCell]:
    if isinstance(entry, str):
        return [GridCell(row, 0, entry, columns=width)]
    texts: list[str] = []
    if named == 2:
        number, _, name = entry.head.partition(" ")
        texts += [number, name] if re.match(r"\d", number) else ["", entry.head]
    elif named == 1:
        texts.append(entry.head)
    texts += list(entry.values)
    if entry.tail or len(texts) < width:
        texts += [""] * (width - 1 - len(texts)) + [entry.tail]
    return [GridCell(row, column, text) for column, text in enumerate(texts[:width])]

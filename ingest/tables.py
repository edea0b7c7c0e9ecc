"""Tables: header rows, column labels and titles, and the text in which every cell has its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.flow import Grid, GridCell, LineBox
from ingest.report import Cell, Table

_CODE = re.compile(
    r"\(?\d{1,3}\)?|[A-ZĐ]|MS|\(?[A-Z]\)?|(?:MS\s?)?\(?\d{1,3}\)?\s?=\s?[\d\s()+\-–=x*/:%.,]+|(?:Cột|cột)\s\(?\d{1,3}\)?.*"
)
_FIGURE = re.compile(r"[-+]?\d[\d.,/\s]*%?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HEADER_WORD = re.compile(r"STT|TT|Stt|Số TT|Tên|Nội dung|Chỉ tiêu|Đơn vị|Ghi chú|Tổng số|Số |Tỷ lệ|Kết quả", re.I)
MOST_HEADER_ROWS = 6


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """A table, its block's text, the place of every cell in it, and the boxes of its words."""

    table: Table
    text: str
    boxes: tuple[LineBox, ...]
    cells: tuple[tuple[GridCell, int], ...]


def build_table(grid: Grid, number: int, title: str) -> BuiltTable:
    """The Table of a grid; cells are parted by a tab and rows by a line break, each merged cell once."""
    ordered = sorted(grid.cells, key=lambda c: (c.row, c.column))
    header = header_rows(grid)
    parts: list[str] = []
    cells: list[Cell] = []
    placed: list[tuple[GridCell, int]] = []
    boxes: list[LineBox] = []
    at = 0
    row = 0
    for i, cell in enumerate(ordered):
        if i:
            gap = "\n" if cell.row != row else "\t"
            parts.append(gap)
            at += 1
        row = cell.row
        text = cell.text if cell.text == " ".join(cell.text.split()) else " ".join(cell.text.split())
        cells.append(Cell(cell.row, cell.column, text, at, at + len(text), cell.rows, cell.columns))
        placed.append((cell, at))
        boxes.extend(LineBox(at + b.start, min(at + b.end, at + len(text)), b.box) for b in cell.boxes)
        parts.append(text)
        at += len(text)
    code = _code_row(ordered, header, grid)
    table = Table(
        number,
        title,
        tuple(cells),
        grid.rows,
        grid.columns,
        header,
        _column_labels(ordered, header, code, grid.columns),
        code,
    )
    return BuiltTable(table, "".join(parts), tuple(boxes), tuple(placed))


def header_rows(grid: Grid) -> int:
    """How many rows at the top are header: what the file says, else what bold, spans, words and column numbers say."""
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        if cell.row <= MOST_HEADER_ROWS:
            rows.setdefault(cell.row, []).append(cell)
    if grid.rows < 2 and grid.header_rows == 0:
        return 0
    count = grid.header_rows or _guess(rows, grid)
    while count and (codes := _codes_below(rows, count, min(grid.rows, MOST_HEADER_ROWS))):
        count = codes
    return min(count, grid.rows)


def _codes_below(rows: dict[int, list[GridCell]], count: int, most: int) -> int:
    """How many header rows there are with the column codes below them, empty rows passed over; 0 without codes."""
    at = count
    while at < most and not any(c.text.strip() for c in rows.get(at, [])):
        at += 1
    return at + 1 if at < most and _is_code_row(rows.get(at, [])) else 0


def _guess(rows: dict[int, list[GridCell]], grid: Grid) -> int:
    first = rows.get(0, [])
    if not first or not any(c.text.strip() for c in first):
        return 0
    for index in range(1, MOST_HEADER_ROWS):
        if _is_code_row(rows.get(index, [])) and len(rows[index]) > grid.columns * 0.6:
            return index
    if _holds_figures(first):
        return 0
    bold = all(c.bold for c in first if c.text.strip())
    named = any(_HEADER_WORD.match(c.text.strip()) for c in first)
    figures_below = any(_FIGURE.fullmatch(c.text.strip()) for c in rows.get(1, []) + rows.get(2, []) if c.text.strip())
    if not (bold or named or figures_below):
        return 0
    # A header goes as deep as its merged cells reach.
    depth = 1
    while True:
        reach = max((c.row + c.rows for r in range(depth) for c in rows.get(r, [])), default=depth)
        spans = any(c.columns > 1 for r in range(depth) for c in rows.get(r, []) if c.row + c.rows == depth)
        if (
            reach == depth
            and spans
            and len([c for c in first if c.text.strip()]) > 1
            and _header_like(rows.get(depth, []), bold)
        ):
            reach = depth + 1
        if reach <= depth or reach > MOST_HEADER_ROWS:
            return min(depth, grid.rows - 1) or 1
        depth = reach


def _header_like(cells: list[GridCell], bold: bool) -> bool:
    words = [c for c in cells if c.text.strip()]
    return bool(words) and not _holds_figures(words) and (not bold or all(c.bold for c in words))


def _holds_figures(cells: list[GridCell]) -> bool:
    """Whether a row holds values. Years alone are none beside a heading's words or each other: "Nội dung 2023 2024"."""
    texts = [c.text.strip() for c in cells if c.text.strip()]
    figures = [t for t in texts if _FIGURE.fullmatch(t)]
    years = {t for t in figures if _YEAR.fullmatch(t)}
    headed = len(years) > 1 or any(_HEADER_WORD.match(t) for t in texts)
    return any(t not in years for t in figures) or (bool(years) and not headed)


def _is_code_row(cells: list[GridCell]) -> bool:
    """Whether a row numbers the columns: "1 2 3", "A B (1) (2)", "MS 1=2+3"."""
    texts = [c.text.strip() for c in cells if c.text.strip()]
    if len(texts) < 2 or len(texts) < len(cells) * 0.6 or not all(_CODE.fullmatch(t) for t in texts):
        return False
    if any("=" in t or t.startswith("(") for t in texts):
        return True
    numbers = [int(t) for t in texts if t.isdigit()]
    return len(numbers) >= 2 and numbers in ([*range(1, len(numbers) + 1)], [*range(0, len(numbers))])


def _code_row(cells: list[GridCell], header: int, grid: Grid) -> int | None:
    for index in range(header - 1, 0, -1):
        row = [c for c in cells if c.row == index]
        if _is_code_row(row) and len(row) > grid.columns * 0.5:
            return index
    return None


def _column_labels(cells: list[GridCell], header: int, code: int | None, width: int) -> tuple[str, ...]:
    levels: list[list[str]] = [[] for _ in range(width)]
    for cell in cells:
        text = " ".join(cell.text.split())
        if cell.row >= header or cell.row == code or not text:
            continue
        if cell.columns >= width > 1:
            continue  # a line over the whole table is its title or unit, no label
        for column in range(cell.column, min(cell.column + cell.columns, width)):
            if not levels[column] or levels[column][-1] != text:
                levels[column].append(text)
    return tuple(" › ".join(level) for level in levels)

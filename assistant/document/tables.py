"""Tables: ruled ones with merged header levels, and the borderless ones that set two columns side by side."""

from __future__ import annotations

import re

from assistant.document.markup import Element, plain, text_run, w
from assistant.document.parts import Align, Cell, Table

SIZE = 12
NUMBER_LIKE = re.compile(r"[\s\d.,%/+\-–−()=]*")
CELL_MARGIN = 57  # 1 mm


def ruled(table: Table, width: int) -> Element:
    """The table over `width` twips; header rows repeat on every page. Raises: ValueError where a row is not full."""
    columns = _widths(table.widths, width)
    header = [(row, True) for row in table.header]
    if table.codes:
        header.append((tuple(Cell(code) for code in table.codes), True))
    body = [(tuple(Cell(c) if isinstance(c, str) else c for c in row), False) for row in table.rows]
    grid = _table(columns, borders=True)
    open_spans: dict[int, tuple[int, int]] = {}  # column -> rows still covered, columns covered
    for index, (cells, is_header) in enumerate(header + body):
        is_code = bool(table.codes) and index == len(header) - 1
        is_total = table.total and index == len(header) + len(body) - 1
        row = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_header else None))
        waiting = list(cells)
        column = 0
        while column < len(columns):
            if column in open_spans:
                left, covered = open_spans.pop(column)
                if left > 1:
                    open_spans[column] = (left - 1, covered)
                row.append(_cell(columns, column, covered, [plain(text_run("", size=SIZE))], merge="continue"))
                column += covered
                continue
            if not waiting:
                raise ValueError(f"row {index + 1} of the table ends at column {column} of {len(columns)}")
            cell = waiting.pop(0)
            if cell.rows > 1:
                open_spans[column] = (cell.rows - 1, cell.columns)
            bold = cell.bold or is_total or (is_header and not is_code)
            align = cell.align or _align(cell.text, is_header)
            lines = [
                plain(text_run(line, bold=bold, italic=is_code, size=SIZE), align=align, before=2, after=2)
                for line in cell.text.split("\n")
            ]
            row.append(_cell(columns, column, cell.columns, lines, merge="restart" if cell.rows > 1 else None))
            column += cell.columns
        if waiting:
            raise ValueError(f"row {index + 1} of the table holds more than {len(columns)} columns")
        grid.append(row)
    return grid


def side_by_side(rows: list[tuple[list[Element], list[Element]]], shares: tuple[float, float], width: int) -> Element:
    """A borderless table of two columns; each cell is a list of paragraphs."""
    columns = _widths(shares, width)
    grid = _table(columns, borders=False)
    for left, right in rows:
        grid.append(
            w(
                "tr",
                w("trPr", w("cantSplit")),
                _cell(columns, 0, 1, left, top=True),
                _cell(columns, 1, 1, right, top=True),
            )
        )
    return grid


def _align(text: str, header: bool) -> Align:
    return "center" if header or NUMBER_LIKE.fullmatch(text) else "left"


def _widths(shares: tuple[float, ...], width: int) -> list[int]:
    total = sum(shares)
    widths = [int(width * share / total) for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def _table(columns: list[int], *, borders: bool) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [w(side, val="single", sz=4, space=0, color="000000") for side in sides]
    margin = CELL_MARGIN if borders else 0
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(columns), type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *lines) if borders else None,
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=margin, type="dxa"), w("right", w=margin, type="dxa")),
        ),
        w("tblGrid", *[w("gridCol", w=column) for column in columns]),
    )


def _cell(
    columns: list[int], at: int, span: int, content: list[Element], *, merge: str | None = None, top: bool = False
) -> Element:
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=sum(columns[at : at + span]), type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            w("vMerge", val=merge) if merge else None,
            w("vAlign", val="top" if top else "center"),
        ),
        *content,
    )

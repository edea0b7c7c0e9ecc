"""Tables: cells with their spans, nested tables laid flat, layout frames unwrapped, parts of one table joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import _Element

from ingest.readers.ooxml.drafts import CellDraft, Draft, GridDraft, ParagraphDraft
from ingest.readers.ooxml.looks import RunProperties, shade
from ingest.readers.ooxml.names import SDT, SDT_CONTENT, VAL, W, has, integer, value
from ingest.readers.ooxml.pages import Place
from ingest.readers.ooxml.styles import TableStyle
from ingest.readers.ooxml.wording import Words, stacked

if TYPE_CHECKING:
    from ingest.readers.ooxml.story import Story, Where

MAX_CELLS = 50_000
_MOST_COLUMNS = 200
_ROW, _CELL = W + "tr", W + "tc"
_WRAPPERS = frozenset([W + "customXml", W + "ins", W + "moveTo"])
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_FIRST_ROW = 0x20
_SAMPLE = 200
_CLOSE_WIDTHS = 0.06


def read_table(story: Story, table: _Element, where: Where, *, adjacent: bool = False) -> list[Draft]:
    """A table as a Draft, or the blocks that it only frames. `adjacent`: nothing parts it from the table before."""
    properties = table.find(W + "tblPr")
    name = None if properties is None else value(properties, W + "tblStyle")
    style = story.styles.table(name)
    borders = _Borders(properties, style)
    rows = [
        (row, list(_inside(row, _CELL))) for row in _inside(table, _ROW) if not has(row.find(W + "trPr"), W + "del")
    ]
    if rows and all(len(cells) == 1 for _, cells in rows):
        single = [cells[0] for _, cells in rows]
        if len(rows) == 1 or not borders.shown(single):
            return _unwrapped(story, single, style, where)
    grid = GridDraft(style=name, adjacent=adjacent, widths=_widths(table))
    grid.bordered = borders.shown([cell for _, cells in rows[:_SAMPLE] for cell in cells])
    reader = _TableReader(story, grid, style, where, first_row=_has_first_row(properties))
    for row, cells in rows:
        if len(grid.cells) + len(cells) > MAX_CELLS:
            story.remarks.cut_tables.append(len(rows) - grid.rows)
            break
        reader.row(row, cells)
    return reader.done()


def _unwrapped(story: Story, cells: list[_Element], style: TableStyle, where: Where) -> list[Draft]:
    """The blocks of a frame of one column, which is no table."""
    out: list[Draft] = []
    for cell in cells:
        inside = replace(where, table=style.run, background=_background(cell, style.fill, where), depth=where.depth + 1)
        out += story.blocks(cell, inside)
    return out


class _TableReader:
    """Reads rows into a grid."""

    def __init__(self, story: Story, grid: GridDraft, style: TableStyle, where: Where, *, first_row: bool) -> None:
        self._story = story
        self._grid = grid
        self._style = style
        self._where = replace(where, cell=True, depth=where.depth + 1, table=style.run)
        self._first_row = first_row
        self._open: dict[int, CellDraft] = {}
        self._blocks: list[Draft] = []
        self._nested = False
        self._headed = True
        self._place: Place | None = None

    def row(self, row: _Element, cells: list[_Element]) -> None:
        """Adds a row."""
        grid, pages = self._grid, self._story.pages
        properties = row.find(W + "trPr")
        column = 0
        hidden = False
        if properties is not None:
            column = integer(value(properties, W + "gridBefore"), 0, 0, _MOST_COLUMNS)
            hidden = has(properties, W + "hidden")
        self._headed = self._headed and has(properties, W + "tblHeader")
        first = self._first_row and grid.rows == 0
        table = self._style.header if first else self._style.run
        fill = (self._style.first_fill if first else None) or self._style.fill
        begin = end = pages.place
        for cell in cells:
            # Each cell of a row that runs over a page carries the break.
            pages.place = begin
            inside = self._inside(table, _background(cell, fill, self._where))
            blocks = self._story.blocks(cell, inside)
            end = max(end, pages.place, key=lambda place: place.all)
            column = self._cell(cell, blocks, column, hidden=hidden)
        pages.place = end
        if hidden:
            return
        if self._headed:
            grid.header_rows += 1
        grid.rows += 1

    def _inside(self, table: RunProperties, background: str | None) -> Where:
        """What surrounds the words of a cell; neighbours mostly share it."""
        if self._where.table is not table or self._where.background != background:
            return replace(self._where, table=table, background=background)
        return self._where

    def _cell(self, cell: _Element, blocks: list[Draft], column: int, *, hidden: bool) -> int:
        """Adds a cell; gives the column after it."""
        grid = self._grid
        properties = cell.find(W + "tcPr")
        span, down, along, deleted = 1, None, None, False
        if properties is not None:
            span = integer(value(properties, W + "gridSpan"), 1, 1, _MOST_COLUMNS)
            down, along = properties.find(W + "vMerge"), properties.find(W + "hMerge")
            deleted = properties.find(W + "cellDel") is not None
        words = _flat(blocks)
        if hidden or deleted:
            if hidden:
                self._story.remarks.hide(words.text)
            return column + span
        above = self._open.get(column)
        if (
            down is not None
            and down.get(VAL, "continue") == "continue"
            and above
            and above.row + above.rows == grid.rows
        ):
            # Word shows nothing of what a continued cell holds.
            self._story.remarks.hide(words.text)
            above.rows += 1
        elif along is not None and along.get(VAL, "continue") == "continue" and self._last_in_row(column):
            grid.cells[-1].columns += span
            grid.cells[-1].words = stacked([grid.cells[-1].words, words])
        else:
            draft = CellDraft(grid.rows, column, words, 1, span)
            grid.cells.append(draft)
            self._blocks += blocks
            self._nested = self._nested or any(_is_real_table(block) for block in blocks)
            if down is not None:
                self._open[column] = draft
            else:
                self._open.pop(column, None)
            if self._place is None and words.text:
                self._place = next((block.place for block in blocks), None)
        grid.columns = max(grid.columns, min(column + span, _MOST_COLUMNS * 2))
        return column + span

    def _last_in_row(self, column: int) -> bool:
        cells = self._grid.cells
        return bool(cells) and cells[-1].row == self._grid.rows and cells[-1].column + cells[-1].columns == column

    def done(self) -> list[Draft]:
        """The grid; or what it holds, where it only lays out another table beside text."""
        grid = self._grid
        if not any(cell.words.text or cell.words.marks for cell in grid.cells):
            return []
        filled = sum(1 for cell in grid.cells if cell.words.text)
        if not grid.bordered and (
            self._nested or (filled == 1 and any(isinstance(b, GridDraft) for b in self._blocks))
        ):
            return self._blocks
        grid.header_rows = min(grid.header_rows, grid.rows - 1)
        grid.place = self._place or grid.place
        return [grid]


def _is_real_table(block: Draft) -> bool:
    return isinstance(block, GridDraft) and block.bordered and block.rows > 1 and block.columns > 1


def _flat(blocks: list[Draft]) -> Words:
    """The words of a cell. A ruled table in it gives a line a row; one that only lays out, each cell's own lines."""
    if len(blocks) == 1 and isinstance(blocks[0], ParagraphDraft):
        return blocks[0].words
    lines: list[Words] = []
    for block in blocks:
        if isinstance(block, ParagraphDraft):
            lines.append(block.words)
        elif not block.bordered:
            lines += [cell.words for cell in block.cells]
        else:
            rows: dict[int, list[Words]] = {}
            for cell in block.cells:
                line = replace(cell.words, text=cell.words.text.replace("\n", " "))
                rows.setdefault(cell.row, []).append(line)
            lines += [stacked(row, " ") for row in rows.values()]
    return stacked(lines)


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _inside(content, tag)
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


class _Borders:
    """Whether a table's cells are ruled."""

    def __init__(self, properties: _Element | None, style: TableStyle) -> None:
        own = None if properties is None else properties.find(W + "tblBorders")
        self._table = {**_sides(style.borders), **_sides(own)}

    def shown(self, cells: list[_Element]) -> bool:
        """Whether most cells have a rule on two sides or more: one alone underlines a letterhead."""
        inherited = sum(self._table.get(side, False) for side in ("insideH", "insideV"))
        outer = sum(self._table.get(side, False) for side in ("top", "left", "start", "bottom", "right", "end"))
        ruled = 0
        for cell in cells:
            own = _sides(cell.find(f"{W}tcPr/{W}tcBorders"))
            count = sum(own.values())
            if not own or count:
                count += inherited * 2 or (outer if outer > 1 else 0)
            elif len(own) < 4:
                count = inherited
            ruled += count > 1
        return bool(cells) and ruled * 2 >= len(cells)


def _sides(element: _Element | None) -> dict[str, bool]:
    """Which sides a `w:tblBorders` or `w:tcBorders` speaks of, and whether it rules them."""
    out: dict[str, bool] = {}
    for side in () if element is None else element:
        name = side.tag.rpartition("}")[2]
        if name in _SIDES:
            color = side.get(W + "color", "auto").upper()
            out[name] = side.get(VAL, "nil") not in ("nil", "none") and color != "FFFFFF"
    return out


def _background(cell: _Element, fill: str | None, where: Where) -> str | None:
    own = shade(cell.find(f"{W}tcPr/{W}shd"))
    if own == "auto":
        # Without a colour of its own the cell shows that of its table's style, if any.
        own = None
    found = own or fill or where.background
    return None if found == "auto" else found


def _widths(table: _Element) -> tuple[int, ...]:
    return tuple(integer(column.get(W + "w"), 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))


def _has_first_row(properties: _Element | None) -> bool:
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return False
    said = look.get(W + "firstRow")
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(VAL, "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False


def join_parts(drafts: list[Draft]) -> list[Draft]:
    """Drafts with the parts of one table joined: tables that nothing parts, or that repeat the header of the last."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if isinstance(draft, GridDraft) and isinstance(last, GridDraft):
            repeated = _repeated_rows(last, draft)
            if repeated or (draft.adjacent and _same_columns(last, draft)):
                _append(last, draft, repeated)
                continue
        out.append(draft)
    return out


def _same_columns(one: GridDraft, other: GridDraft) -> bool:
    if one.columns != other.columns or one.bordered != other.bordered:
        return False
    if len(one.widths) != len(other.widths):
        return False
    whole = max(sum(one.widths), 1)
    return all(abs(a - b) <= whole * _CLOSE_WIDTHS for a, b in zip(one.widths, other.widths, strict=True))


def _repeated_rows(one: GridDraft, other: GridDraft) -> int:
    """How many rows at the head of `other` repeat those of `one`; 0 unless they are its header."""
    if one.columns != other.columns or one.rows < 2 or other.rows < 2:
        return 0
    heads = [_heading(grid, max(one.header_rows, 1) + 3) for grid in (one, other)]
    count = 0
    for a, b in zip(*heads, strict=False):
        if a != b or len([text for *_, text in a if text]) < 2:
            break
        count += 1
    cut = any(cell.row < count < cell.row + cell.rows for cell in other.cells)
    return count if count >= max(one.header_rows, 1) and not cut and count < other.rows else 0


def _heading(grid: GridDraft, rows: int) -> list[list[tuple[int, int, int, str]]]:
    out: list[list[tuple[int, int, int, str]]] = [[] for _ in range(min(rows, grid.rows))]
    for cell in grid.cells:
        if cell.row >= len(out):
            break
        out[cell.row].append((cell.column, cell.columns, cell.rows, cell.words.text))
    return out


def _append(one: GridDraft, other: GridDraft, repeated: int) -> None:
    for cell in other.cells:
        if cell.row >= repeated:
            cell.row += one.rows - repeated
            one.cells.append(cell)
    one.rows += other.rows - repeated

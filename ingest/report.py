"""What a report is: letterhead, sections, blocks, tables, footnotes, and places in it. Types only, no I/O.

One chain of types, each holding or naming the one before: Report > Section > Block > Passage > Hit > Citation >
Claim > Answer. Every offset counts characters of `Block.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.flow import FailedPage, LineBox


class BlockKind(StrEnum):
    """What a block is. Only the first five are searched; the rest is furniture that a reader still wants to see."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    TABLE = "table"
    LETTERHEAD = "letterhead"
    TITLE = "title"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote marker in a block: the note `number` hangs on the word that ends at `offset`."""

    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a merged cell stands once, at its top left. `start` and `end` are its offsets in the block's text.

    `row` and `column` count from 0 over the whole grid, header rows included.
    """

    row: int
    column: int
    text: str
    start: int
    end: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `number` counts from 1 over the report; `columns` holds one label a grid column.

    A label joins the header levels above the column with " › ". `header_rows` rows at the top are header;
    `code_row` is the row of column codes ("1=2+3"), if any. In the block's text cells are parted by a tab and rows by a
    line break, in reading order, empty cells included.
    """

    number: int
    title: str
    cells: tuple[Cell, ...]
    rows: int
    width: int
    header_rows: int
    columns: tuple[str, ...]
    code_row: int | None = None
    _rows: dict[int, tuple[Cell, ...]] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False, compare=False)

    def row(self, index: int) -> tuple[Cell, ...]:
        """The cells that begin in row `index`, left to right."""
        if not self._rows:
            found: dict[int, list[Cell]] = {}
            for c in self.cells:
                found.setdefault(c.row, []).append(c)
            self._rows.update({row: tuple(cells) for row, cells in found.items()})
        return self._rows.get(index, ())

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a grid position, merged cells included."""
        if not self._places:
            for c in reversed(self.cells):
                for r in range(c.row, min(c.row + c.rows, self.rows)):
                    self._places.update({(r, k): c for k in range(c.column, min(c.column + c.columns, self.width))})
        return self._places.get((row, column))

    def holding(self, offset: int) -> Cell | None:
        """The cell that an offset of the block's text lies in."""
        cell = self.cells[bisect_right(self.cells, offset, key=lambda c: c.start) - 1] if self.cells else None
        return cell if cell is not None and cell.start <= offset < max(cell.end, cell.start + 1) else None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading, footnote or table of a report, in reading order.

    `text` is what the page says: Unicode repaired, white space single, markers taken out, else unchanged (a footnote's
    paragraphs are parted by a line break; for tables see Table). `section` is the id of the section it stands in; for a
    footnote, that of its anchor. `anchor` is, for a footnote, the block it hangs on.
    """

    id: str
    kind: BlockKind
    text: str
    section: str
    page: int | None = None
    number: int | None = None
    anchor: str | None = None
    notes: tuple[NoteMark, ...] = ()
    table: Table | None = None
    boxes: tuple[LineBox, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading and what stands under it.

    `id` is the path as a reader would say it: "IV.3", "Phụ lục I.2", "" for what stands before the first heading.
    `path` holds the headings from the top down, this one last, numbers included.
    """

    id: str
    number: str
    heading: str
    level: int
    parent: str | None
    path: tuple[str, ...]
    block: str | None = None
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head and foot of an administrative document, Decree 30/2020/NĐ-CP, Appendix I. "" is: left blank or
    absent."""

    superior: str = ""
    issuer: str = ""
    number: str = ""
    place: str = ""
    date: str = ""
    kind: str = ""
    title: str = ""
    addressees: tuple[str, ...] = ()
    signer: str = ""
    signer_title: str = ""
    recipients: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report, read. `id` is a content hash of the file; `period` is ISO-like, see `ingest.language.periods`.

    `place` is the administrative unit it speaks of ("huyện Tân Lộc"), `issuer` the body that issues it.
    """

    id: str
    title: str
    kind: str
    issuer: str
    place: str
    period: str
    number: str
    date: str
    file: str
    format: str
    letterhead: Letterhead
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    pages: int | None = None
    pages_failed: tuple[FailedPage, ...] = ()
    hidden: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    _by_id: dict[str, Block] = field(default_factory=dict, repr=False, compare=False)
    _by_path: dict[str, Section] = field(default_factory=dict, repr=False, compare=False)

    def block(self, id: str) -> Block:
        """The block of that id. Raises: KeyError."""
        if not self._by_id:
            self._by_id.update({b.id: b for b in self.blocks})
        return self._by_id[id]

    def section(self, id: str) -> Section | None:
        """The section of that id, or None for the part before the first heading."""
        if not self._by_path:
            self._by_path.update({s.id: s for s in reversed(self.sections)})
        return self._by_path.get(id)

    @property
    def footnotes(self) -> tuple[Block, ...]:
        """The footnotes, in order of their numbers."""
        return tuple(b for b in self.blocks if b.kind is BlockKind.FOOTNOTE)

    @property
    def tables(self) -> tuple[Block, ...]:
        """The blocks that are tables, in reading order."""
        return tuple(b for b in self.blocks if b.table is not None)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A place in a table: its number and title, the row (1 is the first row under the header) and the column's
    label."""

    number: int
    title: str
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a report, down to the characters `start` to `end` of a block's text."""

    report: str
    section: str
    heading: str
    page: int | None
    footnote: int | None
    table: TablePlace | None
    block: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """How a Vietnamese official would say it: `mục IV.3, chú thích 7, tr. 6`."""
        section = self.section
        parts = []
        if section.startswith("Phụ lục"):
            head, _, rest = section.partition(".")
            parts.append(f"{head}, mục {rest}" if rest else head)
        elif section:
            parts.append(f"mục {section}")
        if self.footnote is not None:
            parts.append(f"chú thích {self.footnote}")
        if self.table is not None:
            parts.append(f"bảng {self.table.number}")
            if self.table.row is not None:
                parts.append(f"dòng {self.table.row}")
            if self.table.column:
                parts.append(f"cột “{self.table.column}”")
        if self.page is not None:
            parts.append(f"tr. {self.page}")
        return ", ".join(parts) or "phần mở đầu"


def locate(
    report: Report, block: Block, start: int, end: int, *, row: int | None = None, column: int | None = None
) -> Locator:
    """The Locator of the characters `start` to `end` of `block`; `row` and `column` are grid positions in its table."""
    section = report.section(block.section)
    place = None
    if block.table is not None:
        t = block.table
        place = TablePlace(
            t.number,
            t.title,
            None if row is None else row - t.header_rows + 1,
            None if column is None else t.columns[column],
        )
    page = block.page
    for line in block.boxes:
        if line.start <= start < line.end:
            page = line.box.page
            break
    return Locator(
        report.id,
        block.section,
        section.heading if section else "",
        page,
        block.number if block.kind is BlockKind.FOOTNOTE else None,
        place,
        block.id,
        start,
        end,
    )


def quote_at(block: Block, start: int, end: int) -> str:
    """The verbatim quote of a place: white space joined, nothing else changed."""
    return " ".join(block.text[start:end].split())

"""A Flow becomes a Report: for all formats the one place that tells letterhead, headings, notes and tables apart."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from ingest.endless import parted
from ingest.flow import Flow, Grid, LineBox, Mark, Note, Paragraph
from ingest.footnotes import NoteMatcher
from ingest.identity import identify
from ingest.language.fold import content_id
from ingest.letterhead import Margin, read_margins
from ingest.outline import BULLET, CLOSING, Number, Outline, Rank, appendix_of, number_of, short_heading
from ingest.report import Block, BlockKind, NoteMark, Report, Table
from ingest.tables import build_table

_CAPTION = re.compile(r"(?:Bảng|BẢNG|Biểu|BIỂU|Phụ biểu|Bảng biểu)\b")
_UNIT = re.compile(r"\(?\s*(?:Đơn vị|ĐVT|Đvt|Đơn vị tính)\b")
_ATTACHED = re.compile(r"\(\s*(?:Kèm theo|Ban hành kèm theo|Đính kèm|Kèm)\b", re.I)


def assemble(flow: Flow, *, name: str, data: bytes) -> Report:
    """The Report of a Flow. `data` are the bytes of the file, of which the report's id is a hash; `name` its name."""
    pieces = tuple(chain.from_iterable(map(parted, flow.pieces)))
    return _Assembly(replace(flow, pieces=pieces), name, data).run()


@dataclass(slots=True)
class _Assembly:
    flow: Flow
    name: str
    data: bytes
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    copies: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    outline: Outline = field(init=False)
    notes: NoteMatcher = field(init=False)
    report_id: str = field(init=False)
    titling: bool = False
    listed: tuple[int, int] | None = None
    tables: int = 0

    def __post_init__(self) -> None:
        paragraphs = [p for p in self.flow.pieces if isinstance(p, Paragraph)]
        styled = any(p.bold or p.outline or p.bold_prefix for p in paragraphs)
        self.outline = Outline(styled)
        self.notes = NoteMatcher(self.flow)
        self.report_id = content_id("r", hashlib.sha256(self.data).hexdigest())

    def run(self) -> Report:
        head, margin, foot_end = read_margins(self.flow.pieces)
        for i, piece in enumerate(self.flow.pieces):
            self._piece(i, piece, margin, signed=i >= foot_end)
        self._left_notes()
        id = identify(head, self.flow.pieces)
        return Report(
            self.report_id, id.title or self.name, id.kind, id.issuer, id.place, id.period, head.number, head.date,
            self.name, self.flow.format, head, tuple(self.outline.sections), tuple(self.blocks), self.flow.pages,
            self.flow.pages_failed, self.flow.hidden, (*self.flow.warnings, *self.warnings),
        )  # fmt: skip

    def _piece(self, i: int, piece: Paragraph | Grid, margin: Margin, *, signed: bool) -> None:
        if i in margin.lines and isinstance(piece, Grid):
            for kind, text in margin.lines[i]:
                self._add(kind, text, "", piece.page)
        elif isinstance(piece, Grid):
            self._grid(piece)
        elif piece.text.strip():
            if i in margin.kinds:
                self._paragraph(piece, margin.kinds[i], "")
            else:
                self._body(piece, signed=signed)

    def _body(self, p: Paragraph, *, signed: bool) -> None:
        appendix = appendix_of(p, after_signature=signed)
        if appendix:
            self.outline.open_appendix(*appendix)
            self.outline.anchor(self._paragraph(p, BlockKind.HEADING, self.outline.id))
            self.titling = True
            return
        number = number_of(p.text)
        if self.titling and not number and self._is_appendix_title(p):
            self.outline.retitle(p.text, None)
            self._paragraph(p, BlockKind.HEADING, self.outline.id)
            return
        if not _ATTACHED.match(p.text):
            self.titling = False
        heading = self._heading(p, number) if number else None
        if number and heading is not None:
            words, kind = heading
            self.outline.open(number, words)
            self.outline.anchor(self._paragraph(p, kind, self.outline.id))
            self.listed = None
        elif number or BULLET.match(p.text):
            self.listed = (number.rank, number.value) if number else self.listed
            self._paragraph(p, BlockKind.ITEM, self.outline.id)
        else:
            if CLOSING.match(p.text):
                self.outline.close_to_top()
            self._paragraph(p, BlockKind.PARAGRAPH, self.outline.id)

    def _heading(self, p: Paragraph, number: Number) -> tuple[str, BlockKind] | None:
        """The heading words and the kind of a numbered paragraph that opens a section; None for an item of a list."""
        words = p.text[number.end :].strip()
        goes_on = self.listed == (number.rank, number.value - 1)
        if goes_on and not (p.bold or p.bold_prefix > number.end):
            return None  # the list that its number continues was no section either
        if self.outline.is_heading(p, number):
            return words.rstrip(":").strip(), BlockKind.HEADING
        if not words or not self.outline.expects(number):
            return None
        if p.bold_prefix > number.end + 2:
            return p.text[number.end : p.bold_prefix].strip(" .:;-–"), BlockKind.ITEM
        # A lettered item is a section only where the one before it was: it ends that one.
        if number.rank <= Rank.ARAB or (number.rank == Rank.ALPHA and number.value > 1):
            return short_heading(words), BlockKind.ITEM
        return None

    def _is_appendix_title(self, p: Paragraph) -> bool:
        if _ATTACHED.match(p.text) or _UNIT.match(p.text) or len(p.text) > 320:
            return False
        return p.text.isupper() or ((p.bold or p.centered) and not p.text.endswith((".", ";", ":")))

    def _paragraph(self, p: Paragraph, kind: BlockKind, section: str) -> str:
        """Adds a paragraph and the notes that hang on it; gives the block's id."""
        found = self._notes_at(p.marks, 0)
        id = self._add(kind, p.text, section, p.page, notes=_marks(found), boxes=p.boxes, confidence=p.confidence)
        self._notes_of(id, section, p.page, found)
        return id

    def _notes_at(self, marks: Sequence[Mark], shift: int) -> list[tuple[int, int, Note]]:
        """For each marker that has a note: its offset in the block, the note's number, the note."""
        return [
            (mark.offset + shift, taken[0], taken[1]) for mark in marks if (taken := self.notes.take(mark)) is not None
        ]

    def _notes_of(self, anchor: str, section: str, page: int | None, found: Sequence[tuple[int, int, Note]]) -> None:
        for _, number, note in found:
            where = note.page if note.page is not None else page
            self._add(
                BlockKind.FOOTNOTE,
                note.text,
                section,
                where,
                number=number,
                anchor=anchor,
                boxes=note.boxes,
                confidence=note.confidence,
            )

    def _grid(self, grid: Grid) -> None:
        filled = [c for c in grid.cells if c.text.strip()]
        if not filled:
            return
        if grid.rows * grid.columns == 1 or len(filled) == 1:
            # A frame around a paragraph is no table.
            cell = filled[0]
            flat = " ".join(cell.text.split())
            marks = cell.marks if flat == cell.text else ()
            self._body(Paragraph(flat, grid.page, cell.bold, marks=marks, boxes=cell.boxes), signed=False)
            return
        self.titling = False
        self.tables += 1
        built = build_table(grid, self.tables, self._title())
        section = self.outline.id
        found = [one for cell, at in built.cells for one in self._notes_at(cell.marks, at)]
        known = [c.confidence for c in grid.cells if c.confidence is not None]
        id = self._add(
            BlockKind.TABLE,
            built.text,
            section,
            grid.page,
            notes=_marks(found),
            boxes=built.boxes,
            table=built.table,
            confidence=min(known) if known else None,
        )
        self._notes_of(id, section, grid.page, found)

    def _title(self) -> str:
        """A table's title: the caption right above it, else the heading it stands under."""
        for block in reversed(self.blocks[-4:]):
            if block.kind in (BlockKind.FOOTNOTE,) or _UNIT.match(block.text) or _ATTACHED.match(block.text):
                continue
            if (
                block.kind is BlockKind.PARAGRAPH
                and len(block.text) < 250
                and (_CAPTION.match(block.text) or not block.text.endswith((".", ";")))
            ):
                return block.text.rstrip(":").strip()
            break
        section = self.outline.current
        return section.heading if section else ""

    def _left_notes(self) -> None:
        for number, note in self.notes.left():
            on_page = [b for b in self.blocks if b.page is not None and b.page == note.page]
            section = on_page[-1].section if on_page else self.outline.id
            where = f" ở trang {note.page}" if note.page is not None else ""
            self.warnings.append(f"Chú thích {note.label}{where} không tìm thấy chỗ đánh dấu trong văn bản.")
            self._add(
                BlockKind.FOOTNOTE,
                note.text,
                section,
                note.page,
                number=number,
                boxes=note.boxes,
                confidence=note.confidence,
            )
        for label in self.notes.unmatched_marks:
            self.warnings.append(f"Dấu chú thích {label} không có nội dung chú thích.")

    def _add(
        self,
        kind: BlockKind,
        text: str,
        section: str,
        page: int | None,
        *,
        number: int | None = None,
        anchor: str | None = None,
        notes: tuple[NoteMark, ...] = (),
        table: Table | None = None,
        boxes: tuple[LineBox, ...] = (),
        confidence: float | None = None,
    ) -> str:
        """Adds a block; equal blocks of one section are told apart by their order."""
        key = (kind.value, section, text)
        id = content_id("b", self.report_id, *key, self.copies[key])
        self.copies[key] += 1
        self.blocks.append(Block(id, kind, text, section, page, number, anchor, notes, table, boxes, confidence))
        return id


def _marks(found: Sequence[tuple[int, int, Note]]) -> tuple[NoteMark, ...]:
    return tuple(NoteMark(offset, number) for offset, number, _ in found)

"""The blocks of a story, in order: paragraphs and tables of the body, of a cell, a text box or a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from ingest.readers.ooxml.boxes import box_fill, box_hidden
from ingest.readers.ooxml.drafts import Draft, ParagraphDraft
from ingest.readers.ooxml.inline import Inline, InlineReader, Marker, Span
from ingest.readers.ooxml.looks import NOTHING_SAID, RunProperties
from ingest.readers.ooxml.names import ALTERNATE, P_PR, SDT, SDT_CONTENT, TABLE, VAL, P, W, value
from ingest.readers.ooxml.notes import Notes
from ingest.readers.ooxml.numbering import Numbering
from ingest.readers.ooxml.pages import PageCounter
from ingest.readers.ooxml.styles import ParagraphProperties, Styles, paragraph_over, read_paragraph_properties
from ingest.readers.ooxml.tables import read_table
from ingest.readers.ooxml.wording import headed, lines_of, paragraphs_of, settle, word

_WRAPPERS = frozenset([W + "customXml", W + "ins", W + "moveTo", W + "smartTag"])
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_CENTERED = ("center",)
_DEEPEST = 24
_MOST_HIDDEN = 1_000
_LONGEST_HINT = 80


@dataclass(frozen=True, slots=True)
class Where:
    """What surrounds a block: the table's say over runs, the background, whether it is a cell, how deep it lies."""

    table: RunProperties = NOTHING_SAID
    background: str | None = None
    cell: bool = False
    depth: int = 0


@dataclass(slots=True)
class Remarks:
    """What was met on the way and did not become text."""

    hidden: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    contents: int = 0
    embedded: int = 0
    turned: int = 0
    too_deep: int = 0
    cut_tables: list[int] = field(default_factory=list)

    def hide(self, text: str) -> None:
        """Keeps text that a reader of the page cannot see."""
        text = settle(text)
        if text and len(self.hidden) < _MOST_HIDDEN:
            self.hidden.append(text)


@dataclass(slots=True)
class Story:
    """Reads blocks. `pages` counts the breaks of the body; the body's direct children are told to `told` one by one."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    pages: PageCounter
    remarks: Remarks
    sections: list[_Element] = field(default_factory=list)
    trust_fields: bool = True
    _inline: InlineReader = field(init=False)
    _section: int = 0

    def __post_init__(self) -> None:
        self._inline = InlineReader(self.notes, self.pages, trust_fields=self.trust_fields)

    @property
    def open_fields(self) -> bool:
        """Whether a field was left open, see InlineReader."""
        return self._inline.open_fields

    def blocks(self, container: _Element, where: Where, told: Callable[[], None] | None = None) -> list[Draft]:
        """The paragraphs and tables that a container holds."""
        out: list[Draft] = []
        self._gather(container, where, out, [], told)
        return out

    def _gather(
        self,
        container: _Element,
        where: Where,
        out: list[Draft],
        carried: list[Span | Marker],
        told: Callable[[], None] | None = None,
    ) -> None:
        """Adds a container's blocks to `out`; `carried` goes into the next paragraph, as a deleted mark joins two."""
        after_table = False
        for child in container:
            tag = child.tag
            if told:
                told()
            if tag == P:
                self._paragraph(child, where, out, carried)
                after_table = False
            elif tag == TABLE:
                if where.depth >= _DEEPEST:
                    self.remarks.too_deep += 1
                    continue
                out += read_table(self, child, where, adjacent=after_table)
                after_table = True
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if value_of_gallery(child) == "Table of Contents":
                    self.remarks.contents += 1
                elif content is not None:
                    self._gather(content, where, out, carried)
                    after_table = len(content) > 0 and content[-1].tag == TABLE
            elif tag in _WRAPPERS:
                self._gather(child, where, out, carried)
            elif tag == ALTERNATE:
                if len(child):
                    self._gather(child[0], where, out, carried)
            elif tag == W + "altChunk":
                self.remarks.embedded += 1

    def _paragraph(self, p: _Element, where: Where, out: list[Draft], carried: list[Span | Marker]) -> None:
        direct = read_paragraph_properties(p.find(P_PR))
        style = direct.style
        inherited = self.styles.paragraph(style)
        said = paragraph_over(inherited, direct)
        if said.new_page and not where.cell and where.depth == 0 and out:
            self.pages.set_break()
        fill = said.fill if said.fill not in (None, "auto") else where.background
        inline = self._inline.read(p, self.styles.base(style, where.table, fill))
        if inline.hidden or inline.contents:
            self._remark(inline)
        before = len(out)
        if style and self.trust_fields and self.styles.name(style).startswith("toc "):
            self.remarks.contents += 1
        elif direct.joins_next:
            carried += inline.pieces
        else:
            pieces = carried + inline.pieces
            carried.clear()
            if pieces or not inline.hidden:
                label = self._label(style, direct, inherited) if said.number else ""
                if pieces or (label and where.cell):
                    self._emit(pieces, label, said, inline, where, out)
        if inline.unread:
            self.remarks.unread += [_heading_of(out[max(before - 1, 0) :])] * inline.unread
        for box in inline.boxes:
            self._box(box, where, out)
        if direct.section is not None:
            self._end_section()

    def _emit(
        self,
        pieces: list[Span | Marker],
        label: str,
        said: ParagraphProperties,
        inline: Inline,
        where: Where,
        out: list[Draft],
    ) -> None:
        centered = said.align in _CENTERED
        outline = None if said.outline is None or said.outline > 8 else said.outline + 1
        place = inline.place or self.pages.place
        for part in lines_of(pieces) if where.cell else paragraphs_of(pieces, centered):
            words = headed(word(part), label)
            label = ""
            if words.turned:
                self.remarks.turned += 1
            if words.text or words.marks:
                out.append(ParagraphDraft(words, place, centered, outline))

    def _label(self, style: str | None, direct: ParagraphProperties, inherited: ParagraphProperties) -> str:
        number = direct.number or inherited.number
        if number is None:
            return ""
        level = direct.level
        if level is None and direct.number is None:
            level = inherited.level
        if level is None:
            level = self.numbering.level_of(number, style or self.styles.default_paragraph)
        return self.numbering.label(number, level)

    def _box(self, box: _Element, where: Where, out: list[Draft]) -> None:
        """The blocks of a text box, after the paragraph it is anchored in."""
        if where.depth >= _DEEPEST:
            self.remarks.too_deep += 1
            return
        drafts = self.blocks(box, replace(where, background=box_fill(box), depth=where.depth + 1))
        if box_hidden(box):
            for draft in drafts:
                if isinstance(draft, ParagraphDraft):
                    self.remarks.hide(draft.words.text)
                else:
                    self.remarks.hide(" ".join(cell.words.text for cell in draft.cells))
        else:
            out += drafts

    def _remark(self, inline: Inline) -> None:
        if inline.hidden:
            self.remarks.hide("".join(inline.hidden))
        self.remarks.contents += inline.contents

    def _end_section(self) -> None:
        self.notes.next_section()
        self._section += 1
        following = self.sections[self._section] if self._section < len(self.sections) else None
        kind = None if following is None else value(following, W + "type")
        if kind not in ("continuous", "nextColumn"):
            self.pages.set_break()


def _heading_of(drafts: list[Draft]) -> str:
    """The last words before a picture, by which it can be found; "" where a cell or nothing comes before."""
    text = next((d.words.text for d in reversed(drafts) if isinstance(d, ParagraphDraft) and d.words.text), "")
    return text if len(text) <= _LONGEST_HINT else text[:_LONGEST_HINT].rsplit(" ", 1)[0] + "…"


def value_of_gallery(control: _Element) -> str | None:
    """The gallery that a block content control comes from ("Table of Contents")."""
    gallery = control.find(_GALLERY)
    return None if gallery is None else gallery.get(VAL)

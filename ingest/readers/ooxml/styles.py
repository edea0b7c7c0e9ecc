"""The styles of a package: what a paragraph, a run and a table inherit (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from ingest.readers.ooxml.looks import (
    NOTHING_SAID,
    Look,
    RunProperties,
    layered,
    look,
    over,
    read_run_properties,
    shade,
)
from ingest.readers.ooxml.names import P_PR, R_PR, VAL, W, integer, is_on, value

_NUM_PR, _ALIGN, _LEVEL, _STYLE = W + "numPr", W + "jc", W + "outlineLvl", W + "rStyle"
_BREAK_BEFORE, _SHADE, _TABLE_PR = W + "pageBreakBefore", W + "shd", W + "tblPr"
_PARAGRAPH_STYLE, _SECTION, _FRAME = W + "pStyle", W + "sectPr", W + "framePr"
_GONE = frozenset([W + "del", W + "moveFrom"])
_DEEPEST = 40


@dataclass(slots=True)
class ParagraphProperties:
    """What one `w:pPr` says; None: it does not say. `outline` counts from 0 as the file does, 9 is body text.

    `style`, `section` (the section that ends here) and `joins_next` are the paragraph's own and never inherited.
    """

    align: str | None = None
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    fill: str | None = None
    new_page: bool | None = None
    style: str | None = None
    section: _Element | None = None
    joins_next: bool = False


@dataclass(slots=True)
class TableStyle:
    """What a table style says of runs, borders and shading; `first` is what it says of the first row,
    `header` that over all it says."""

    run: RunProperties = NOTHING_SAID
    first: RunProperties = NOTHING_SAID
    borders: _Element | None = None
    fill: str | None = None
    first_fill: str | None = None
    header: RunProperties = NOTHING_SAID


@dataclass(slots=True)
class _Style:
    kind: str
    based_on: str | None
    name: str
    run: RunProperties
    paragraph: ParagraphProperties
    element: _Element


@dataclass(slots=True)
class Base:
    """What all runs of a paragraph inherit, before their own style and properties."""

    styles: Styles
    paragraph: RunProperties
    table: RunProperties
    background: str | None
    _plain: Look | None = None
    _by_style: dict[str | None, RunProperties] = field(default_factory=dict)

    def look(self, run_properties: _Element | None) -> Look:
        """The Look of a run with these properties."""
        if run_properties is None:
            if self._plain is None:
                self._plain = look(self.under(None), self.background)
            return self._plain
        style = run_properties.find(_STYLE)
        inherited = self.under(None if style is None else style.get(VAL))
        return look(over(inherited, read_run_properties(run_properties)), self.background)

    def under(self, style: str | None) -> RunProperties:
        """What a run of that character style inherits."""
        found = self._by_style.get(style)
        if found is None:
            run = self.styles.run(style) if style else NOTHING_SAID
            found = layered(self.styles.defaults, (self.table, self.paragraph, run))
            self._by_style[style] = found
        return found


class Styles:
    """The styles by id, inheritance resolved on demand and kept."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._runs: dict[str, RunProperties] = {}
        self._paragraphs: dict[str, ParagraphProperties] = {}
        self._bases: dict[tuple[str | None, int, str | None], tuple[RunProperties, Base]] = {}
        self._tables: dict[str, TableStyle] = {}
        self.defaults = NOTHING_SAID
        self.default_paragraph: str | None = None
        self._default_table: str | None = None
        for element in () if root is None else root:
            if element.tag == W + "docDefaults":
                self.defaults = read_run_properties(element.find(f"{W}rPrDefault/{R_PR}"))
            elif element.tag == W + "style":
                self._add(element)

    def _add(self, element: _Element) -> None:
        id, kind = element.get(W + "styleId"), element.get(W + "type", "paragraph")
        if id is None or id in self._styles:
            return
        self._styles[id] = _Style(
            kind,
            value(element, W + "basedOn"),
            (value(element, W + "name") or "").lower(),
            read_run_properties(element.find(R_PR)),
            read_paragraph_properties(element.find(P_PR)),
            element,
        )
        if element.get(W + "default") in ("1", "true", "on"):
            if kind == "paragraph":
                self.default_paragraph = id
            elif kind == "table":
                self._default_table = id

    def base(self, paragraph: str | None, table: RunProperties, background: str | None) -> Base:
        """What the runs of a paragraph inherit, in a table that says `table` and on a background."""
        key = (paragraph, id(table), background)
        kept = self._bases.get(key)
        if kept is None:
            style = self.run(paragraph if paragraph in self._styles else self.default_paragraph)
            # The table's properties are kept beside, so that no other object can take their identity.
            kept = self._bases[key] = (table, Base(self, style, table, background))
        return kept[1]

    def run(self, id: str | None) -> RunProperties:
        """What a style and those it is based on say of runs."""
        if id is None:
            return NOTHING_SAID
        if id not in self._runs:
            said = NOTHING_SAID
            for style in reversed(self._line(id)):
                said = over(said, style.run)
            self._runs[id] = said
        return self._runs[id]

    def paragraph(self, id: str | None) -> ParagraphProperties:
        """What a paragraph style and those it is based on say of paragraphs."""
        id = id if id in self._styles else self.default_paragraph
        if id is None:
            return ParagraphProperties()
        if id not in self._paragraphs:
            said = ParagraphProperties()
            for style in reversed(self._line(id)):
                said = paragraph_over(said, style.paragraph)
            self._paragraphs[id] = said
        return self._paragraphs[id]

    def name(self, id: str | None) -> str:
        """The name of a style in small letters, "" where there is none."""
        style = self._styles.get(id) if id else None
        return style.name if style else ""

    def table(self, id: str | None) -> TableStyle:
        """What a table style and those it is based on say."""
        key = id or self._default_table or ""
        if key not in self._tables:
            self._tables[key] = self._table(key)
        return self._tables[key]

    def _table(self, id: str) -> TableStyle:
        out = TableStyle()
        for style in reversed(self._line(id)):
            out.run = over(out.run, style.run)
            properties = style.element.find(_TABLE_PR)
            if properties is not None:
                borders = properties.find(W + "tblBorders")
                out.borders = out.borders if borders is None else borders
            for cells in (properties, style.element.find(W + "tcPr")):
                if cells is not None:
                    out.fill = shade(cells.find(_SHADE)) or out.fill
            for part in style.element.iterfind(W + "tblStylePr"):
                if part.get(W + "type") == "firstRow":
                    out.first = over(out.first, read_run_properties(part.find(R_PR)))
                    out.first_fill = shade(part.find(f"{W}tcPr/{_SHADE}")) or out.first_fill
        out.header = over(out.run, out.first)
        return out

    def _line(self, id: str) -> list[_Style]:
        """A style and those it is based on, itself first; a circle is cut."""
        line: list[_Style] = []
        seen: set[str] = set()
        at: str | None = id
        while at and at in self._styles and at not in seen and len(line) < _DEEPEST:
            seen.add(at)
            line.append(self._styles[at])
            at = self._styles[at].based_on
        return line


def read_paragraph_properties(element: _Element | None) -> ParagraphProperties:
    """The properties of a `w:pPr`."""
    said = ParagraphProperties()
    for child in () if element is None else element:
        tag = child.tag
        if tag == _ALIGN:
            said.align = child.get(VAL)
        elif tag == _PARAGRAPH_STYLE:
            said.style = child.get(VAL)
        elif tag == R_PR:
            # The paragraph's mark was deleted or moved away: what follows runs on.
            said.joins_next = said.joins_next or any(mark.tag in _GONE for mark in child)
        elif tag == _FRAME:
            said.joins_next = said.joins_next or child.get(W + "dropCap", "none") != "none"
        elif tag == _SECTION:
            said.section = child
        elif tag == _LEVEL:
            said.outline = integer(child.get(VAL), 9, 0, 9)
        elif tag == _NUM_PR:
            said.number = value(child, W + "numId")
            level = value(child, W + "ilvl")
            said.level = None if level is None else integer(level, 0, 0, 8)
        elif tag == _SHADE:
            said.fill = shade(child)
        elif tag == _BREAK_BEFORE:
            said.new_page = is_on(child)
    return said


def paragraph_over(lower: ParagraphProperties, upper: ParagraphProperties) -> ParagraphProperties:
    """What `upper` says, and what `lower` says where `upper` does not."""
    return ParagraphProperties(
        upper.align or lower.align,
        lower.outline if upper.outline is None else upper.outline,
        upper.number or lower.number,
        lower.level if upper.level is None else upper.level,
        upper.fill or lower.fill,
        lower.new_page if upper.new_page is None else upper.new_page,
    )

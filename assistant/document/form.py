"""The form of a DOCX as a reader's eye sees it: every paragraph with its face, alignment and place, styles resolved.

What a paragraph looks like is decided by the document's defaults, its style and the styles above it, and what stands
in the
paragraph and its runs themselves; the last word wins (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from ingest.readers.ooxml.names import ALTERNATE, P_PR, R_PR, TABLE, VAL, R, T, W, has, integer, value
from ingest.readers.ooxml.package import Package

MOST = 40_000  # paragraphs that are looked at
_DEPTH = 20  # styles above a style
_SHAPES = (W + "drawing", W + "pict", ALTERNATE)


@dataclass(frozen=True, slots=True)
class Face:
    """How text looks: size in points, and where it stands; None is: nothing says, the program's default holds."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    font: str = "Times New Roman"
    color: str = ""
    align: str = "left"
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `face` is that of most of its characters; `bold` and `italic` speak of all of them.

    `table` is (table, row, column) where it stands in a table, `ruled` whether that table has borders; `rule` whether
    it
    has a border, `shape` whether a drawing hangs on it; `section` counts from 0; `numbered`: its number is automatic.
    `moved`: blanks, tabs or an indent push it to its place; `strong` are its first words, as far as they are bold.
    """

    text: str
    face: Face
    bold: bool
    italic: bool
    fonts: frozenset[str]
    colors: frozenset[str]
    table: tuple[int, int, int] | None = None
    ruled: bool = False
    rule: bool = False
    shape: bool = False
    numbered: bool = False
    section: int = 0
    style: str = ""
    moved: bool = False
    strong: str = ""

    @property
    def centered(self) -> bool:
        """Whether it stands in the middle, as far as can be told: what is pushed there is taken to."""
        return self.face.align == "center" or (self.moved and self.face.align == "left")


@dataclass(frozen=True, slots=True)
class PageForm:
    """One section's page, lengths in millimetres; `header` and `first` are the lines of its running and first
    header."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool
    restart: bool
    header: tuple[Line, ...] = ()
    footer: tuple[Line, ...] = ()
    first: tuple[Line, ...] = ()
    header_number: bool = False
    footer_number: bool = False
    first_number: bool = False
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A document's lines in reading order, its pages, and the paragraphs of its footnotes."""

    lines: tuple[Line, ...]
    pages: tuple[PageForm, ...]
    notes: tuple[Line, ...] = ()


@dataclass(slots=True)
class _Styles:
    defaults: list[_Element] = field(default_factory=list)
    styles: dict[str, _Element] = field(default_factory=dict)
    normal: str = ""

    def chain(self, name: str | None) -> list[_Element]:
        """The styles of a paragraph, the most general first."""
        out: list[_Element] = []
        at = name or self.normal
        while at in self.styles and len(out) < _DEPTH and self.styles[at] not in out:
            out.insert(0, self.styles[at])
            at = value(self.styles[at], W + "basedOn") or ""
        return out


def read_form(data: bytes, name: str = "văn bản") -> Form:
    """The form of the bytes of a DOCX. Raises: IngestError where they are none, or pass a limit."""
    package = Package(data, name)
    document = package.xml(package.main)
    related = package.related(package.main)
    styles = _read_styles(package.xml(related.get("styles", "")))
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise package.damaged()
    lines: list[Line] = []
    sections: list[_Element] = []
    tables = Counter[str]()
    for child in body:
        _walk(child, styles, lines, sections, tables, None, False)
        if child.tag == W + "sectPr":
            sections.append(child)
    parts = _Parts(package, styles)
    noted = package.xml(related.get("footnotes", ""))
    notes = tuple(_line(p, styles) for p in noted.iter(W + "p")) if noted is not None else ()
    return Form(tuple(lines[:MOST]), tuple(parts.page(s) for s in sections), notes[:MOST])


def _read_styles(root: _Element | None) -> _Styles:
    out = _Styles()
    if root is None:
        return out
    for part in ("rPrDefault/" + R_PR, "pPrDefault/" + P_PR):
        found = root.find(f"{W}docDefaults/{W}{part}")
        if found is not None:
            out.defaults.append(found)
    for style in root.iterfind(W + "style"):
        identity = style.get(W + "styleId", "")
        out.styles.setdefault(identity, style)
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
            out.normal = identity
    return out


def _walk(
    element: _Element, styles: _Styles, lines: list[Line], sections: list[_Element], tables: Counter[str],
    place: tuple[int, int, int] | None, ruled: bool,
) -> None:  # fmt: skip
    if len(lines) > MOST:
        return
    if element.tag == W + "p":
        lines.append(replace(_line(element, styles), table=place, ruled=ruled, section=len(sections)))
        ending = element.find(f"{P_PR}/{W}sectPr")
        if ending is not None:
            sections.append(ending)
    elif element.tag == TABLE:
        tables["n"] += 1
        number = tables["n"]
        bordered = _bordered(element, styles)
        for row_at, row in enumerate(element.iterfind(W + "tr")):
            for column, cell in enumerate(row.iterfind(W + "tc")):
                for child in cell:
                    _walk(child, styles, lines, sections, tables, (number, row_at, column), bordered)
    elif element.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "smartTag"):
        for child in element:
            _walk(child, styles, lines, sections, tables, place, ruled)


def _bordered(table: _Element, styles: _Styles) -> bool:
    properties = table.find(W + "tblPr")
    style = value(properties, W + "tblStyle") if properties is not None else None
    for holder in (table, *styles.chain(style or "-")):
        borders = holder.find(f"{W}tblPr/{W}tblBorders")
        if borders is not None:
            return any(b.get(VAL) not in ("nil", "none", None) for b in borders)
    return any(b.get(VAL) not in ("nil", "none", None) for cell in table.iter(W + "tcBorders") for b in cell)


def _line(paragraph: _Element, styles: _Styles) -> Line:
    properties = paragraph.find(P_PR)
    style = value(properties, W + "pStyle") if properties is not None else None
    chain = styles.chain(style)
    base = Face()
    for holder in (*styles.defaults, *chain):
        base = _applied(base, holder)
    if properties is not None:
        base = _shaped(base, properties)
    weights: Counter[Face] = Counter()
    text = []
    bold = italic = True
    strong = ""
    for run in _runs(paragraph):
        words = "".join(_words(run))
        text.append(words)
        solid = len(words.strip())
        if not solid:
            continue
        face = _run_face(base, run, styles)
        weights[face] += solid
        strong += words if bold and face.bold else ""
        bold &= face.bold
        italic &= face.italic
    joined = " ".join("".join(text).split())
    face = weights.most_common(1)[0][0] if weights else base
    if face.caps:
        joined = joined.upper()
    drawn = any(True for shape in _SHAPES for _ in paragraph.iter(shape))
    border = properties is not None and any(
        b.get(VAL) not in ("nil", "none", None) for b in properties.iterfind(f"{W}pBdr/*")
    )
    counted = any(h.find(f"{P_PR}/{W}numPr") is not None for h in chain) or (
        properties is not None and properties.find(W + "numPr") is not None
    )
    indent = properties.find(W + "ind") if properties is not None else None
    pushed = indent is not None and integer(indent.get(W + "left"), 0) > 0
    moved = "".join(text)[:1].isspace() or pushed or base.first_line > 0
    return Line(
        joined, face, bool(weights) and bold, bool(weights) and italic, frozenset(f.font for f in weights),
        frozenset(f.color for f in weights), rule=border, shape=drawn, numbered=counted, style=style or "",
        moved=moved, strong=" ".join(strong.split()),
    )  # fmt: skip


def _runs(paragraph: _Element) -> Iterator[_Element]:
    for run in paragraph.iter(R):
        above = run.getparent()
        while above is not None and above is not paragraph:
            if above.tag in (W + "txbxContent", W + "del", W + "moveFrom"):
                break
            above = above.getparent()
        if above is paragraph and not has(run.find(R_PR), W + "vanish"):
            yield run


def _words(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == T:
            yield child.text or ""
        elif child.tag in (W + "tab", W + "br", W + "cr"):
            yield " "
        elif child.tag == W + "noBreakHyphen":
            yield "-"


def _run_face(base: Face, run: _Element, styles: _Styles) -> Face:
    properties = run.find(R_PR)
    if properties is None:
        return base
    face = base
    for holder in styles.chain(value(properties, W + "rStyle") or "-"):
        inner = holder.find(R_PR)
        face = _inked(face, inner) if inner is not None else face
    return _inked(face, properties)


def _applied(face: Face, holder: _Element) -> Face:
    if holder.tag == R_PR:
        return _inked(face, holder)
    if holder.tag == P_PR:
        return _shaped(face, holder)
    for child, apply in ((holder.find(P_PR), _shaped), (holder.find(R_PR), _inked)):
        face = apply(face, child) if child is not None else face
    return face


def _inked(face: Face, properties: _Element) -> Face:
    size = value(properties, W + "sz")
    font = properties.find(W + "rFonts")
    color = value(properties, W + "color")
    underline = value(properties, W + "u")
    return replace(
        face,
        size=integer(size, round(face.size * 2), 2, 400) / 2,
        bold=_switch(properties, "b", face.bold),
        italic=_switch(properties, "i", face.italic),
        caps=_switch(properties, "caps", face.caps),
        underline=face.underline if underline is None else underline != "none",
        font=face.font if font is None else font.get(W + "ascii") or font.get(W + "hAnsi") or face.font,
        color=face.color if color is None else color.lower(),
    )


def _shaped(face: Face, properties: _Element) -> Face:
    indent, spacing = properties.find(W + "ind"), properties.find(W + "spacing")
    if indent is not None:
        hanging = integer(indent.get(W + "hanging"), 0)
        start = integer(indent.get(W + "firstLine"), -hanging if hanging else face.first_line)
        face = replace(face, first_line=start)
    if spacing is not None:
        face = replace(
            face,
            before=integer(spacing.get(W + "before"), face.before),
            after=integer(spacing.get(W + "after"), face.after),
            line=integer(spacing.get(W + "line"), face.line),
            line_rule=spacing.get(W + "lineRule", face.line_rule),
        )
    return replace(face, align=value(properties, W + "jc") or face.align)


def _switch(properties: _Element, name: str, inherited: bool) -> bool:
    return has(properties, W + name) if properties.find(W + name) is not None else inherited


@dataclass(frozen=True, slots=True)
class _Parts:
    package: Package
    styles: _Styles

    def page(self, section: _Element) -> PageForm:
        """A section's page and its headers and footers."""
        size, margins, numbers = section.find(W + "pgSz"), section.find(W + "pgMar"), section.find(W + "pgNumType")
        running, in_header = self._band(section, "header", "default")
        footer, in_footer = self._band(section, "footer", "default")
        first, in_first = self._band(section, "header", "first")
        foot, foot_first = self._band(section, "footer", "first")

        def mm(element: _Element | None, name: str) -> float:
            return round(integer(None if element is None else element.get(W + name), 0) / 1440 * 25.4, 1)

        return PageForm(
            mm(size, "w"), mm(size, "h"), mm(margins, "top"), mm(margins, "bottom"), mm(margins, "left"),
            mm(margins, "right"),
            has(section, W + "titlePg"), numbers is not None and numbers.get(W + "start") is not None,
            running, footer, (*first, *foot), in_header, in_footer, in_first or foot_first,
            (numbers.get(W + "fmt") or "") if numbers is not None else "",
        )  # fmt: skip

    def _band(self, section: _Element, kind: str, which: str) -> tuple[tuple[Line, ...], bool]:
        reference = next(
            (r for r in section.iterfind(f"{W}{kind}Reference") if r.get(W + "type", "default") == which), None
        )
        if reference is None:
            return (), False
        id = reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "")
        part = self._target(id)
        root = self.package.xml(part) if part else None
        if root is None:
            return (), False
        lines = []
        numbered = False
        for paragraph in root.iter(W + "p"):
            codes = "".join(t.text or "" for t in paragraph.iter(W + "instrText"))
            codes += "".join(f.get(W + "instr", "") for f in paragraph.iter(W + "fldSimple"))
            counted = "PAGE" in codes.upper().split() or "PAGE" in codes.upper()
            numbered |= counted
            line = _line(paragraph, self.styles)
            if counted:
                line = replace(line, face=_field_face(paragraph, line.face, self.styles), text=line.text or "PAGE")
            lines.append(line)
        return tuple(lines), numbered

    def _target(self, id: str) -> str:
        folder, _, file = self.package.main.rpartition("/")
        rels = self.package.xml(f"{folder}/_rels/{file}.rels")
        for relation in rels if rels is not None else ():
            if relation.get("Id") == id and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        return ""


def _field_face(paragraph: _Element, base: Face, styles: _Styles) -> Face:
    """The face of the page number: that of the run that holds the field's code."""
    for run in paragraph.iter(R):
        if run.find(W + "instrText") is not None:
            plain = replace(base)
            return _run_face(plain, run, styles)
    return base

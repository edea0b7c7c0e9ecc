"""What stands in a paragraph: runs with their looks, note markers, breaks; text boxes and pictures put aside.

Deleted text, field codes, comments and the numbers that place a drawing never become text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from lxml.etree import _Element

from ingest.readers.ooxml.looks import Look
from ingest.readers.ooxml.names import (
    ALTERNATE,
    BOX,
    MATH,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    VAL,
    VML,
    WORD_2010,
    WP,
    A,
    R,
    T,
    W,
    integer,
    is_on,
)
from ingest.readers.ooxml.pages import PageCounter, Place
from ingest.readers.ooxml.styles import Base
from ingest.readers.ooxml.symbols import shown, symbol

_DROPPED = frozenset(
    [P_PR, *(W + n for n in ("del", "moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
     "commentRangeEnd", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData", "rt", "rubyPr")),
     WORD_2010 + "conflictDel"]
)  # fmt: skip
_TAB, _BREAK, _RETURN = W + "tab", W + "br", W + "cr"
_FIELD, _SIMPLE_FIELD, _CODE = W + "fldChar", W + "fldSimple", W + "instrText"
_LAID_OUT = W + "lastRenderedPageBreak"
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_OWN_MARK = frozenset([W + "footnoteRef", W + "endnoteRef"])
_DRAWINGS = frozenset([W + "drawing", W + "pict", W + "object", ALTERNATE])
_PICTURES = frozenset([A + "blip", VML + "imagedata"])
_DIAGRAMS = ("/chart", "/chartex", "/diagram")
_SIZES = re.compile(r"(?<![\w-])(?:width|height):(\d{1,6}(?:\.\d{1,6})?)pt")
_POINT = 12_700
_SMALLEST_PICTURE = 540_000  # 1.5 cm in English Metric Units: less is a rule, an icon or a seal's corner


@dataclass(slots=True)
class Span:
    """Some text in one look."""

    text: str
    look: Look


@dataclass(slots=True)
class Marker:
    """A note marker; `label` as printed."""

    label: str


@dataclass(slots=True)
class Inline:
    """The content of a paragraph. `unread` counts pictures and diagrams; `boxes` are its text boxes."""

    pieces: list[Span | Marker] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    unread: int = 0
    contents: bool = False
    place: Place | None = None


class NoteLabels(Protocol):
    """Numbers the notes as their markers are met."""

    def refer(self, kind: str, id: str, custom: str | None, hidden: bool) -> str | None:
        """The printed label, or None where there is no such note to print."""


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    result: bool = False

    @property
    def name(self) -> str:
        return "".join(self.code).strip().partition(" ")[0].upper()


class InlineReader:
    """Reads the paragraphs of one story; fields may run over several of them."""

    def __init__(self, notes: NoteLabels, pages: PageCounter | None, *, trust_fields: bool = True) -> None:
        self._notes = notes
        self._pages = pages
        self._trust = trust_fields
        self._fields: list[_Field] = []
        self._base: Base
        self._out: Inline

    def read(self, paragraph: _Element, base: Base) -> Inline:
        """The content of a paragraph whose runs inherit `base`."""
        self._base, self._out = base, Inline()
        self._walk(paragraph)
        return self._out

    @property
    def open_fields(self) -> bool:
        """Whether a field was begun and not ended: then what was taken for its code may have been text."""
        return bool(self._fields)

    def _in_contents(self) -> bool:
        """Whether the reading stands in the result of a table of contents, which only repeats the headings."""
        return self._trust and any(f.result and f.name == "TOC" for f in self._fields)

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag in _DROPPED:
                continue
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self._walk(content)
            elif tag == _SIMPLE_FIELD:
                self._fields.append(_Field([child.get(W + "instr", "")], result=True))
                self._walk(child)
                self._fields.pop()
            elif tag == ALTERNATE:
                self._drawing(child)
            elif tag == MATH + "f":
                self._fraction(child)
            elif tag == MATH + "t":
                self._text(child.text or "", self._base.look(None))
            else:
                # Hyperlinks, insertions, smart tags and whatever else wraps runs; only runs bring text.
                self._walk(child)

    def _fraction(self, fraction: _Element) -> None:
        """A fraction on one line: "a/b"."""
        above, below = fraction.find(MATH + "num"), fraction.find(MATH + "den")
        if above is not None:
            self._walk(above)
        self._text("/", self._base.look(None))
        if below is not None:
            self._walk(below)

    def _run(self, run: _Element) -> None:
        properties = run.find(R_PR)
        look = self._base.look(properties)
        custom = False
        for child in run:
            tag = child.tag
            if tag == T:
                if not custom:
                    self._text(child.text or "", look)
            elif tag == _TAB or tag == W + "ptab":
                self._text(" ", look)
            elif tag == R_PR or tag in _OWN_MARK:
                continue
            elif tag == _BREAK:
                self._break(child, look)
            elif tag == _RETURN:
                self._line_break(look)
            elif tag == _LAID_OUT:
                if self._pages:
                    self._pages.laid_out_break()
            elif tag == _FIELD:
                self._field(child, look)
            elif tag == _CODE:
                if self._fields and not self._fields[-1].result:
                    self._fields[-1].code.append(child.text or "")
            elif tag in _NOTES:
                custom = self._marker(run, child, look)
            elif tag == W + "noBreakHyphen":
                self._text("-", look)
            elif tag == W + "softHyphen":
                # TCVN3 writes the letter ư as a soft hyphen.
                self._text("\u00ad" if is_legacy(look.font) else "", look)
            elif tag == W + "sym":
                if not custom:
                    self._text(symbol_of(child), look)
            elif tag in _DRAWINGS:
                self._drawing(child)
            elif tag == W + "ruby":
                self._walk(child)

    def _text(self, text: str, look: Look) -> None:
        if not text or (self._fields and self._silent(look)):
            return
        if "\n" in text:
            text = text.replace("\n", " ")
        if look.hidden:
            self._out.hidden.append(text)
            return
        if self._pages and not text.isspace():
            self._pages.text()
            if self._out.place is None:
                self._out.place = self._pages.place
        text = shown(text, look.font)
        if look.caps and not is_legacy(look.font):
            text = text.upper()
        self._out.pieces.append(Span(text, look))

    def _silent(self, look: Look) -> bool:
        """Whether text here is a field's code, or a second printing of a note's number."""
        if not self._trust:
            return False
        if not all(f.result for f in self._fields):
            return True
        if self._in_contents():
            self._out.contents = True
            return True
        return look.raised and any(f.name == "NOTEREF" for f in self._fields)

    def _break(self, element: _Element, look: Look) -> None:
        kind = element.get(W + "type")
        if kind == "page":
            if self._pages:
                self._pages.set_break()
            # Words before and after a page break are two paragraphs, as after an empty line.
            self._line_break(look)
            self._line_break(look)
        elif kind == "column":
            self._text(" ", look)
        else:
            self._line_break(look)

    def _line_break(self, look: Look) -> None:
        if not look.hidden and not (self._fields and self._silent(look)):
            self._out.pieces.append(Span("\n", look))

    def _field(self, element: _Element, look: Look) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._form(element, look)
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _form(self, element: _Element, look: Look) -> None:
        """The look of a form's check box or the choice of its list, which have no result to read."""
        box = element.find(f"{W}ffData/{W}checkBox")
        choices = element.find(f"{W}ffData/{W}ddList")
        text = ""
        if box is not None:
            state = box.find(W + "checked")
            state = box.find(W + "default") if state is None else state
            text = "☒" if state is not None and is_on(state) else "☐"
        elif choices is not None:
            entries = [e.get(VAL, "") for e in choices.iterfind(W + "listEntry")]
            chosen = choices.find(W + "result")
            index = integer(None if chosen is None else chosen.get(VAL), 0, 0)
            text = entries[index] if index < len(entries) else ""
        field = self._fields.pop()
        self._text(text, look)
        self._fields.append(field)

    def _marker(self, run: _Element, element: _Element, look: Look) -> bool:
        """Takes a note marker; tells whether its label is set by hand and stands in the rest of the run."""
        if self._fields and self._silent(look):
            return False
        custom: str | None = None
        if element.get(W + "customMarkFollows", "0") not in ("0", "false", "off"):
            rest = element.itersiblings(T, W + "sym")
            custom = "".join(symbol_of(e) if e.tag == W + "sym" else e.text or "" for e in rest).strip() or "*"
        label = self._notes.refer(_NOTES[element.tag], element.get(W + "id", ""), custom, look.hidden)
        if label is not None:
            self._out.pieces.append(Marker(label))
        return custom is not None

    def _drawing(self, element: _Element) -> None:
        """Puts aside the text boxes and pictures of a drawing; of alternatives the first that holds something."""
        if element.tag == ALTERNATE:
            for choice in element:
                before = len(self._out.boxes), len(self._out.pieces), self._out.unread
                self._drawing(choice)
                if before != (len(self._out.boxes), len(self._out.pieces), self._out.unread):
                    return
            return
        for child in element:
            tag = child.tag
            if tag == BOX:
                self._out.boxes.append(child)
            elif tag == R:
                self._run(child)
            elif tag == T:
                self._text(child.text or "", self._base.look(None))
            elif tag in _PICTURES or (tag == A + "graphicData" and child.get("uri", "").endswith(_DIAGRAMS)):
                self._out.unread += _large_enough(child)
            else:
                self._drawing(child)


def is_legacy(font: str | None) -> bool:
    """Whether a font writes Vietnamese in an old code, TCVN3 or VNI, under the letters of Latin-1."""
    return font is not None and font.lower().startswith((".vn", "vni"))


def symbol_of(element: _Element) -> str:
    """The character of a `w:sym`."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return symbol(element.get(W + "font", ""), code) if code <= 0x10FFFF else ""


def _large_enough(picture: _Element) -> bool:
    for parent in picture.iterancestors(WP + "inline", WP + "anchor"):
        extent = parent.find(WP + "extent")
        if extent is not None:
            wide, high = integer(extent.get("cx"), 0, 0, 10**8), integer(extent.get("cy"), 0, 0, 10**8)
            return min(wide, high) >= _SMALLEST_PICTURE
    for shape in picture.iterancestors(VML + "shape"):
        sizes = [float(size) * _POINT for size in _SIZES.findall(shape.get("style", ""))]
        return len(sizes) < 2 or min(sizes) >= _SMALLEST_PICTURE
    return True

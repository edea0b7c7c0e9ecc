"""What a reader hands over: the words of a file in reading order, with what the eye sees of them.

A reader knows its format and nothing of reports; `ingest.structure` knows reports and nothing of formats. The Flow
is all that passes between them, so that two renderings of one report become one Report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: points of 1/72 inch, origin at the top left, pages counted from 1."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote or endnote marker, taken out of the text it stood in.

    `offset` counts characters of the paragraph (or cell) text after the marker was removed: the note hangs on the
    word that ends there. `label` is the marker as printed ("7", "*").
    """

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class LineBox:
    """Where the characters `start` to `end` of a text stand on a page: one line, or one word of a scan."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, whole: joined over its lines and over page breaks, Unicode repaired, white space single.

    An automatic number ("I.", "1.", "a)", "-") is rebuilt and stands at the head of `text`, followed by one space.
    `bold`, `italic` and `centered` speak of the whole paragraph; `bold_prefix` is the length in characters of a bold
    run at its head (a run-in heading). `size` is in points. `outline` is 1 to 9 where the file itself gives a level.
    `confidence` is 0 to 1, for scans.
    """

    text: str
    page: int | None = None
    bold: bool = False
    bold_prefix: int = 0
    italic: bool = False
    centered: bool = False
    size: float | None = None
    outline: int | None = None
    marks: tuple[Mark, ...] = ()
    boxes: tuple[LineBox, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a table; a merged cell stands once, at its top left, with its spans. Row and column count from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    bold: bool = False
    marks: tuple[Mark, ...] = ()
    boxes: tuple[LineBox, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, parts split by a page joined. `header_rows` is what the file says (0: it does not say)."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    header_rows: int = 0
    bordered: bool = True
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; its paragraphs joined by a line break. `label` as printed, matched to a Mark by order."""

    label: str
    text: str
    page: int | None = None
    boxes: tuple[LineBox, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page that could not be read, and why, in one sentence."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A file's words in reading order. `hidden` holds text that a reader of the page cannot see; it is never
    searched."""

    format: str
    pieces: tuple[Paragraph | Grid, ...]
    notes: tuple[Note, ...] = ()
    pages: int | None = None
    pages_failed: tuple[FailedPage, ...] = ()
    hidden: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


Progress = Callable[[str, int, int], None]
"""Told as reading goes on: stage ("read", "ocr", "structure", …), units done, units in all."""


def silent(stage: str, done: int, total: int) -> None:
    """A Progress that tells nobody."""


@dataclass(slots=True)
class FlowBuilder:
    """Gathers a Flow piece by piece, for readers."""

    format: str
    pieces: list[Paragraph | Grid] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pages: int | None = None
    pages_failed: list[FailedPage] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def build(self) -> Flow:
        """The Flow as gathered so far."""
        return Flow(
            self.format,
            tuple(self.pieces),
            tuple(self.notes),
            self.pages,
            tuple(self.pages_failed),
            tuple(self.hidden),
            tuple(self.warnings),
        )

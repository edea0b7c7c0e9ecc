"""What is read of a document's body before pages are known: paragraphs and tables with the place they begin at."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.readers.ooxml.pages import START, Place
from ingest.readers.ooxml.wording import Words


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph in the making; `outline` is 1 to 9."""

    words: Words
    place: Place = START
    centered: bool = False
    outline: int | None = None


@dataclass(slots=True)
class CellDraft:
    """A cell in the making; row and column count from 0."""

    row: int
    column: int
    words: Words
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class GridDraft:
    """A table in the making; `widths` are those of its grid columns, for telling parts of one table."""

    cells: list[CellDraft] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    header_rows: int = 0
    bordered: bool = True
    place: Place = START
    widths: tuple[int, ...] = ()
    style: str | None = None
    adjacent: bool = False


Draft = ParagraphDraft | GridDraft

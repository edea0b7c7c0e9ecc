"""What an administrative document is made of, in the order of its page. Types only.

The parts are those of Decree 30/2020/NĐ-CP, Article 8 and Appendix I. Fixed words ("Độc lập - Tự do - Hạnh phúc",
"Nơi nhận:", "./.") are the writer's affair and stand in no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with a face of its own."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that hangs on the word before it; a line break in `text` starts a new paragraph of the note.

    `citation` marks a note that only names a source: a clean copy leaves those out.
    """

    text: str
    citation: bool = False


Inline = str | Run | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: justified, first line indented, unless `indent` is off or `align` says otherwise."""

    content: tuple[Inline, ...]
    align: Align = "both"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number: level 1 "I. TITLE", 2 "1. Title", 3 "1.1. Title", 4 "a) Title"."""

    level: Literal[1, 2, 3, 4]
    text: str
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `columns` and `rows` are how many grid positions it covers."""

    text: str
    columns: int = 1
    rows: int = 1
    bold: bool = False
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: header levels with merged cells, an optional row of column codes, then the rows.

    `widths` are relative, one a grid column. `codes` holds one code a column ("A", "1", "3=1+2"). Where `total` is
    set, the last row is set in bold. Cells that a merged cell covers are left out, as in HTML. Text stands left,
    numbers centred.
    """

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    widths: tuple[float, ...]
    codes: tuple[str, ...] = ()
    total: bool = False


Piece = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Head of the page. `number` and `day` may be "" and None: left blank, to be filled in by the registry.

    `symbol` stands after the number ("BC-UBND"). `kind` is the type in lower case ("báo cáo"); "" makes an official
    letter, whose `subject` then follows "V/v" under the number. `month` is (month, year) where the day is still open.
    A line break in `superior` or `issuer` is kept; `name` is the issuer as it stands in a sentence.
    """

    superior: str
    issuer: str
    name: str
    symbol: str
    place: str
    kind: str
    subject: str
    number: str = ""
    day: date | None = None
    month: tuple[int, int] | None = None
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: authority and office, one a line ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), and the name without titles."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own, numbered from 1; `landscape` turns them."""

    title: str
    pieces: tuple[Piece, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `grounds` are the căn cứ, `recipients` the Nơi nhận, both without dash and end mark."""

    letterhead: Letterhead
    body: tuple[Piece, ...]
    signature: Signature
    recipients: tuple[str, ...]
    grounds: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()

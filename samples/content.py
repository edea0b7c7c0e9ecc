"""What a sample report is written as: one of these a report, in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.document import Letterhead, Signature, Table


@dataclass(frozen=True, slots=True)
class H:
    """A heading: level and text with its number."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class P:
    """A paragraph of marked text."""

    text: str


@dataclass(frozen=True, slots=True)
class T:
    """A table. `label` is the column that names a row; `units`: one a column, "" where there are no figures."""

    table: Table
    title: str
    label: int
    units: tuple[str, ...]


Part = H | P | T


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that a report cites; "" is: not given there."""

    type: str
    number: str
    date: str = ""
    issuer: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """An inconsistency put in on purpose. `places` are locators, `quotes` the words, word for word."""

    kind: str
    message: str
    stated: str
    computed: str
    places: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppendixContent:
    """An appendix: title, parts, and whether its pages lie on their side."""

    title: str
    parts: tuple[Part, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A whole sample report. `spoiled` are the sections whose heading loses its ư in the careless text, which may also
    lose the letterhead."""

    name: str
    year: int
    place: str
    letterhead: Letterhead
    body: tuple[Part, ...]
    notes: Mapping[str, str]
    documents: Mapping[str, CitedDocument]
    appendices: tuple[AppendixContent, ...]
    signature: Signature
    recipients: tuple[str, ...]
    planted: tuple[Planted, ...]
    spoiled: tuple[str, ...]
    letterhead_in_text: bool = True
    month: int | None = None

    @property
    def period(self) -> str:
        """The period of the report: "2024", or "2025-03" of a monthly one."""
        return str(self.year) if self.month is None else f"{self.year}-{self.month:02d}"

"""Footnotes and endnotes: numbered as their markers are met, and read once the body is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.readers.ooxml.names import W, integer, value
from ingest.readers.ooxml.numerals import numeral
from ingest.readers.ooxml.pages import PageCounter, Place

_KINDS = ("footnote", "endnote")
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_FURNITURE = frozenset(["separator", "continuationSeparator", "continuationNotice"])


@dataclass(frozen=True, slots=True)
class _Rule:
    """How the notes of one kind are numbered in one section."""

    form: str
    start: int = 1
    restart: str = "continuous"


@dataclass(frozen=True, slots=True)
class UsedNote:
    """A note that a marker asked for: its label as printed, its content and the place of the marker."""

    label: str
    element: _Element
    place: Place


class Notes:
    """The notes of a document. `sections` are its `w:sectPr` in order."""

    def __init__(
        self,
        parts: dict[str, _Element | None],
        settings: _Element | None,
        sections: list[_Element],
        pages: PageCounter,
    ) -> None:
        self._elements = {kind: _by_id(parts.get(kind), kind) for kind in _KINDS}
        self._rules = {kind: _rules(kind, settings, sections) for kind in _KINDS}
        self._pages = pages
        self._section = 0
        self._count: dict[str, int | None] = dict.fromkeys(_KINDS)
        self._last_page = 0
        self.used: list[UsedNote] = []
        self.unseen: list[_Element] = []

    def next_section(self) -> None:
        """A section ended: numbers may begin anew."""
        self._section += 1
        for kind in _KINDS:
            if self._rule(kind).restart == "eachSect":
                self._count[kind] = None

    def refer(self, kind: str, id: str, custom: str | None, hidden: bool) -> str | None:
        """The label for a marker; None where the marker is hidden or its note is missing."""
        element = self._elements[kind].get(id)
        if element is None:
            return None
        if hidden:
            self.unseen.append(element)
            return None
        label = self._next(kind) if custom is None else custom
        self.used.append(UsedNote(label, element, self._pages.place))
        return label

    def _next(self, kind: str) -> str:
        rule = self._rule(kind)
        page = self._pages.place.all
        if rule.restart == "eachPage" and page != self._last_page:
            self._count[kind] = None
        self._last_page = page
        count = self._count[kind]
        number = rule.start if count is None else count + 1
        self._count[kind] = number
        return numeral(number, rule.form)

    def _rule(self, kind: str) -> _Rule:
        rules = self._rules[kind]
        return rules[min(self._section, len(rules) - 1)]


def _by_id(root: _Element | None, kind: str) -> dict[str, _Element]:
    return {
        note.get(W + "id", ""): note
        for note in (() if root is None else root.iterfind(W + kind))
        if note.get(W + "type") not in _FURNITURE
    }


def _rules(kind: str, settings: _Element | None, sections: Iterable[_Element]) -> list[_Rule]:
    whole = _rule(None if settings is None else settings.find(f"{W}{kind}Pr"), _Rule(_FORMS[kind]))
    return [_rule(section.find(f"{W}{kind}Pr"), whole) for section in sections] or [whole]


def _rule(element: _Element | None, default: _Rule) -> _Rule:
    if element is None:
        return default
    return _Rule(
        value(element, W + "numFmt") or default.form,
        integer(value(element, W + "numStart"), default.start),
        value(element, W + "numRestart") or default.restart,
    )

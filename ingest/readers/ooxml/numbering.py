"""Automatic numbers rebuilt from numbering.xml (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from ingest.readers.ooxml.names import ALTERNATE, MC, VAL, W, has, integer, value
from ingest.readers.ooxml.numerals import numeral

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 5


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """An abstract list: what it counts with, and how far it has come."""

    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _Num:
    """A use of an abstract list, with what it overrides."""

    list: _List
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False

    def level(self, index: int) -> _Level | None:
        return self.levels.get(index) or self.list.levels.get(index)

    def start(self, index: int) -> int:
        level = self.level(index)
        return self.starts.get(index, level.start if level else 1)


class Numbering:
    """The lists of a document, counting as the document is read."""

    def __init__(self, root: _Element | None) -> None:
        self._nums: dict[str, _Num] = {}
        self._styled: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        abstract: dict[str, _Element] = {}
        by_style: dict[str, str] = {}
        for element in root.iterfind(W + "abstractNum"):
            id = element.get(W + "abstractNumId", "")
            abstract[id] = element
            linked = value(element, W + "styleLink")
            if linked:
                by_style[linked] = id
        lists: dict[str, _List] = {}
        for element in root.iterfind(W + "num"):
            id, of = element.get(W + "numId", ""), value(element, W + "abstractNumId")
            of = _follow(of, abstract, by_style)
            if of is None:
                continue
            if of not in lists:
                lists[of] = _List(_levels(abstract[of]))
            num = _Num(lists[of])
            for override in element.iterfind(W + "lvlOverride"):
                index = integer(override.get(W + "ilvl"), 0, 0, _LEVELS - 1)
                level = override.find(W + "lvl")
                if level is not None:
                    num.levels[index] = _level(level)
                start = value(override, W + "startOverride")
                if start is not None:
                    num.starts[index] = integer(start, 1)
            self._nums[id] = num
            for index, described in {**num.list.levels, **num.levels}.items():
                if described.style:
                    self._styled[id, described.style] = index

    def level_of(self, number: str, style: str | None) -> int:
        """The level that a list ties to a paragraph style; 0 where it ties none."""
        return self._styled.get((number, style), 0) if style else 0

    def label(self, number: str | None, index: int) -> str:
        """Counts one paragraph of a list and gives its number as printed; "" where it has none.

        Bullets become "-", and "+" where the bullet is a plus sign.
        """
        num = self._nums.get(number) if number and number != "0" else None
        level = num.level(index) if num else None
        if num is None or level is None:
            return ""
        self._count(num, index)
        if level.form == "bullet":
            return "+" if level.text.strip() == "+" else "-" if level.text.strip() else ""
        counts = num.list.counts

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = num.level(at)
            count = counts[at]
            form = "decimal" if level.legal or other is None else other.form
            return numeral(num.start(at) if count is None else count, form)

        return " ".join(_PLACE.sub(shown, level.text).split())

    def _count(self, num: _Num, index: int) -> None:
        counts = num.list.counts
        if not num.begun:
            num.begun = True
            for at in num.starts:
                counts[at] = None
        before = counts[index]
        counts[index] = num.start(index) if before is None else before + 1
        for deeper in range(index + 1, _LEVELS):
            level = num.level(deeper)
            restart = level.restart if level else None
            # Restarts after any higher level, unless told after which one, or 0: never (17.9.10).
            if restart is None or index < restart:
                counts[deeper] = None


def _follow(of: str | None, abstract: dict[str, _Element], by_style: dict[str, str]) -> str | None:
    """The abstract list itself, where one only names the list style that describes it."""
    for _ in range(_DEEPEST):
        if of is None or of not in abstract:
            return None
        link = value(abstract[of], W + "numStyleLink")
        if link is None or link not in by_style or by_style[link] == of:
            return of
        of = by_style[link]
    return None


def _levels(element: _Element) -> dict[int, _Level]:
    return {
        integer(level.get(W + "ilvl"), 0, 0, _LEVELS - 1): _level(level)
        for level in reversed(list(element.iterfind(W + "lvl")))
    }


def _level(element: _Element) -> _Level:
    restart = value(element, W + "lvlRestart")
    return _Level(
        _form(element),
        value(element, W + "lvlText") or "",
        integer(value(element, W + "start"), 1),
        None if restart is None else integer(restart, 0),
        has(element, W + "isLgl"),
        value(element, W + "pStyle"),
    )


def _form(element: _Element) -> str:
    form = element.find(W + "numFmt")
    if form is None:
        # A form of later versions of Word stands in an alternative: "001, 002, 003".
        form = element.find(f"{ALTERNATE}/{MC}Choice/{W}numFmt")
    if form is None:
        return "decimal"
    pattern = form.get(W + "format", "")
    if form.get(VAL) == "custom" and pattern.startswith("0"):
        return "decimalZero"
    return form.get(VAL, "decimal")

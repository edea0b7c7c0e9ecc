"""What is printed on every page and belongs to no sentence: page numbers, running heads, stray link addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.layout.lines import Line

_NUMBER = re.compile(
    r"(?:trang|page)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:[/|]\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,18}")
_EDGE = 0.105


def is_link(line: Line) -> bool:
    """Whether a line holds a link address and nothing else; cut links go on without a space."""
    text = line.text
    return _LINK.fullmatch(text.replace(" ", "")) is not None and len(text.split()) <= 2


def _at_edge(line: Line) -> bool:
    height = line.sheet.height
    return line.y1 < height * _EDGE or line.y0 > height * (1 - _EDGE)


def _key(line: Line) -> tuple[str, int, bool]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.x0 / 20), line.y0 < line.sheet.height / 2


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page, less what is furniture.

    A page number is a lone number in the top or bottom margin, the first or last line there; a running head stands at
    the edge of three or more pages that follow one another (or alternate) with the same words, and with the same
    digits or such that count the pages. A link is stray where it stands alone at the edge of a page.
    """
    seen: dict[tuple[str, int, bool], list[tuple[int, tuple[int, ...]]]] = {}
    for number, lines in enumerate(pages):
        for line in lines:
            if _at_edge(line) and not line.text.endswith((";", ",")):
                at = seen.setdefault(_key(line), [])
                if not at or at[-1][0] != number:
                    at.append((number, tuple(int(n) for n in _DIGITS.findall(line.text)[:9])))
    running = {key for key, at in seen.items() if any(map(_runs_on, at, at[1:], at[2:]))}
    kept = []
    for lines in pages:
        numbers = _page_numbers(lines)
        out = []
        for i, line in enumerate(lines):
            if i in numbers or (is_link(line) and _at_edge(line)):
                continue
            if _at_edge(line) and _key(line) in running and _outermost(i, lines):
                continue
            out.append(line)
        kept.append(out)
    return kept


def _runs_on(*three: tuple[int, tuple[int, ...]]) -> bool:
    """Whether three pages near one another carry one head: their digits are the same, or count up with the pages."""
    (first, a), (second, b), (third, c) = three
    if third - first > 4 or not len(a) == len(b) == len(c):
        return False
    return all(
        x == y == z or (y - x == second - first and z - y == third - second) for x, y, z in zip(a, b, c, strict=True)
    )


def _outermost(index: int, lines: Sequence[Line]) -> bool:
    """Whether only a few lines stand between this one and the edge of the page."""
    line = lines[index]
    above = line.y0 < line.sheet.height / 2
    return sum(1 for o in lines if (o.y0 < line.y0 if above else o.y0 > line.y0)) <= 2


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """The indexes of the lines that are this page's number: at most one at the head and one at the foot."""
    found = set()
    for index in (0, len(lines) - 1):
        if not 0 <= index < len(lines):
            continue
        line = lines[index]
        sheet = line.sheet
        middle = (line.x0 + line.x1) / 2
        centred = abs(middle - sheet.width / 2) < sheet.width * 0.08
        right = line.x1 > sheet.width * 0.8 and line.x0 > sheet.width * 0.6
        text = line.text
        number = _NUMBER.fullmatch(text) is not None and any(ch.isdigit() for ch in text)
        # A lone digit is easily misread.
        number = number or (sheet.scanned and len(text) <= 2 and index == 0)
        if number and _at_edge(line) and (centred or right):
            found.add(index)
    return found

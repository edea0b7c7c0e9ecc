"""What a page is to the layout: words with boxes, ruling lines, and the page's size."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ingest.flow import Box


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, in one font, on a sheet: points, origin top left.

    `key` is unique in the file and counts in the order of the file; `glued` is: no space parts it from the word with
    the key before. `turned` words run up or down a sheet whose other words run across.
    """

    key: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False
    turned: bool = False
    confidence: float | None = None

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line: horizontal where y0 == y1, else vertical with x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        """Whether it is horizontal."""
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, turned so that its text runs from left to right. `turn` is what it was turned by: 0, 90, 180 or 270.

    `width` and `height` are those of the turned sheet. `scanned` sheets have measured, not exact, sizes and places;
    `skew` is the angle in degrees, counter-clockwise, by which their image was straightened about its middle.
    """

    page: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    turn: int = 0
    scanned: bool = False
    skew: float = 0.0

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of the sheet as a Box of the page as it is shown."""
        if self.turn == 90:  # the text reads upwards on the page
            x0, y0, x1, y1 = y0, self.width - x1, y1, self.width - x0
        elif self.turn == 180:
            x0, y0, x1, y1 = self.width - x1, self.height - y1, self.width - x0, self.height - y0
        elif self.turn == 270:  # the text reads downwards
            x0, y0, x1, y1 = self.height - y1, x0, self.height - y0, x1
        if self.skew:
            x0, y0, x1, y1 = self._slanted(x0, y0, x1, y1)
        return Box(self.page, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))

    def _slanted(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The box round a rectangle as it stood before the image was straightened."""
        wide, high = (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)
        cos, sin = math.cos(math.radians(self.skew)), math.sin(math.radians(self.skew))
        corners = [(x - wide / 2, y - high / 2) for x in (x0, x1) for y in (y0, y1)]
        xs = [wide / 2 + x * cos - y * sin for x, y in corners]
        ys = [high / 2 + x * sin + y * cos for x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

"""The frame of a PDF page: from the page's own space to the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

Rectangle = tuple[float, float, float, float]

_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as shown: origin top left, points, `width` and `height` after its rotation.

    `affine` is (a, b, c, d, e, f): x' = a x + b y + c, y' = d x + e y + f.
    """

    width: float
    height: float
    affine: tuple[float, float, float, float, float, float]

    @classmethod
    def of(cls, box: Rectangle, rotation: int, width: float, height: float) -> Self:
        """The frame of a page whose visible part is `box` in its own space (origin bottom left, unrotated).

        `box` is left, bottom, right, top in any order of its sides; `rotation` counts quarter turns clockwise.
        """
        left, bottom, right, top = box
        west, south = min(left, right), min(bottom, top)
        east, north = max(left, right), max(bottom, top)
        affine = {
            0: (1.0, 0.0, -west, 0.0, -1.0, north),
            1: (0.0, 1.0, -south, 1.0, 0.0, -west),
            2: (-1.0, 0.0, east, 0.0, 1.0, -south),
            3: (0.0, -1.0, north, -1.0, 0.0, east),
        }[rotation]
        return cls(width, height, affine)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space."""
        a, b, c, d, e, f = self.affine
        return a * x + b * y + c, d * x + e * y + f

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        """An upright rectangle of the page's own space by two opposite corners: left, top, right, bottom."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the shown page is on the paper, or a hair beside it."""
        return -_MARGIN <= x <= self.width + _MARGIN and -_MARGIN <= y <= self.height + _MARGIN

    def share(self, box: Rectangle) -> float:
        """How much of the page a rectangle of the shown page covers, 0 to 1."""
        x0, y0, x1, y1 = box
        wide = max(0.0, min(x1, self.width) - max(x0, 0.0))
        high = max(0.0, min(y1, self.height) - max(y0, 0.0))
        return wide * high / max(self.width * self.height, 1.0)

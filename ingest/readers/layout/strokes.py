"""What is drawn on a page, as rules: thin shapes, and the straight edges of what is stroked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ingest.readers.layout.frame import Rectangle
from ingest.readers.layout.sheet import Rule

THIN = 3.0
SHORTEST = 5.0


def apply(m: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    """A point under the matrix (a, b, c, d, e, f) of PDF."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def thin_rule(box: Rectangle) -> Rule | None:
    """The rule that a thin rectangle is; None where it is too thick or too short for one."""
    x0, y0, x1, y1 = box
    if y1 - y0 <= THIN and x1 - x0 >= SHORTEST:
        return Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    if x1 - x0 <= THIN and y1 - y0 >= SHORTEST:
        return Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    return None


def edges(shape: list[tuple[float, float]], stroked: bool) -> Iterator[Rule]:
    """The rules of one closed or open run of points: itself where thin, else its straight edges where stroked."""
    xs, ys = [p[0] for p in shape], [p[1] for p in shape]
    thin = thin_rule((min(xs), min(ys), max(xs), max(ys)))
    if thin is not None:
        yield thin
    elif stroked:
        for (ax, ay), (bx, by) in itertools.pairwise(shape):
            if abs(ax - bx) <= 0.5 or abs(ay - by) <= 0.5:
                edge = thin_rule((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
                if edge is not None:
                    yield edge

"""A page turned so that most of its text runs from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.layout.sheet import Rule, Sheet, Word


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look on the page as shown; `angle` is where they run to, counter-clockwise from the right.

    `origin` is the start of their baseline; the rest is as in Word.
    """

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    bold: bool
    italic: bool
    angle: int
    glued: bool


def upright(
    page: int, width: float, height: float, runs: Sequence[Run], rules: Iterable[Rule], first_key: int
) -> Sheet:
    """The sheet of a page as shown, of `width` by `height` points, its words numbered from `first_key`."""
    angles: dict[int, int] = {}
    for run in runs:
        angles[run.angle] = angles.get(run.angle, 0) + len(run.text)
    turn = 0
    if angles and angles.get(0, 0) * 2 < sum(angles.values()):
        turn = max(angles, key=lambda a: angles[a])
    if not turn:
        straight = tuple(_word(first_key + i, run, run.box, run.origin[1], 0) for i, run in enumerate(runs))
        return Sheet(page, width, height, straight, tuple(rules))
    place = _turning(turn, width, height)
    words = []
    for i, run in enumerate(runs):
        x0, y0, x1, y1 = run.box
        (ax, ay), (bx, by) = place(x0, y0), place(x1, y1)
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        words.append(_word(first_key + i, run, box, place(*run.origin)[1], turn))
    ends = [(place(r.x0, r.y0), place(r.x1, r.y1)) for r in rules]
    turned = tuple(Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in ends)
    if turn in (90, 270):
        width, height = height, width
    return Sheet(page, width, height, tuple(words), turned, turn)


def _word(key: int, run: Run, box: tuple[float, float, float, float], baseline: float, turn: int) -> Word:
    across = run.angle == turn
    level = baseline if across else box[3]
    return Word(key, run.text, *box, level, run.size, run.bold, run.italic, run.glued, not across)


def _turning(turn: int, width: float, height: float) -> Callable[[float, float], tuple[float, float]]:
    """Where a point of the page as shown stands on the turned sheet; Sheet.box goes the other way."""
    if turn == 90:
        return lambda x, y: (height - y, x)
    if turn == 180:
        return lambda x, y: (width - x, height - y)
    return lambda x, y: (y, width - x)

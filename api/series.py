"""A series of figures drawn as bars: one indicator, one unit and scope, over its periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

WIDTH, BASE, TOP = 560, 170, 24
MOST = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One period's figure, in the units of the drawing."""

    period: str
    text: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Where its labels are centred."""
        return self.x + self.width / 2

    @property
    def label_y(self) -> float:
        """Where its value stands."""
        return self.y - 7


@dataclass(frozen=True, slots=True)
class Series:
    """The bars of one indicator and what the drawing says in words."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    base: int = BASE
    height: int = BASE + 28

    @property
    def description(self) -> str:
        """The same in words, for those who do not see it."""
        return f"{self.title}: " + "; ".join(f"{b.period}: {b.text} {self.unit}".strip() for b in self.bars)


def series_of(figures: Sequence[Figure]) -> Series | None:
    """The indicator that most periods tell of, one figure a period; None where none has two periods.

    Of several, the report's own before one of its parts, and the one named in fewest words.
    Figures are of one series when indicator and scope read the same without marks and the unit is the same.
    """
    groups: dict[tuple[str, str, str], dict[str, Figure]] = {}
    for figure in figures:
        if figure.period and figure.role not in (Role.TARGET, Role.CHANGE) and figure.value >= 0:
            key = (fold(figure.indicator), fold(figure.scope), figure.unit)
            groups.setdefault(key, {}).setdefault(figure.period, figure)
    best = max(groups, key=lambda k: (len(groups[k]), not k[1], -len(k[0].split())), default=None)
    if best is None or len(groups[best]) < 2:
        return None
    chosen = groups[best]
    ordered = [chosen[p] for p in sorted(chosen)][-MOST:]
    highest = max((f.value for f in ordered), default=Decimal(0)) or Decimal(1)
    step = WIDTH / len(ordered)
    bars = []
    for i, figure in enumerate(ordered):
        height = round(float(figure.value / highest) * (BASE - TOP), 1)
        width = min(step * 0.55, 72)
        x = step * i + (step - width) / 2
        bars.append(Bar(figure.period, figure.text, round(x, 1), BASE - height, round(width, 1), height))
    return Series(ordered[-1].indicator, ordered[-1].unit, tuple(bars))

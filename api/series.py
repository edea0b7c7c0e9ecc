"""Series of figures drawn as bars: one indicator over its periods, beside the table of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import lookup
from ingest.ledgers import Figure
from vectorstore.library import Library

WIDTH, BASE, TOP = 560, 170, 24
MOST = 12
SHOWN = 3
"""Most series shown for one search, the longest first."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One period's figure, in the units of the drawing."""

    figure: Figure
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
class Drawn:
    """The bars of one indicator, what the drawing says in words, and where it is not one measure."""

    title: str
    unit: str
    scope: str
    bars: tuple[Bar, ...]
    warnings: tuple[str, ...]
    width: int = WIDTH
    base: int = BASE
    height: int = BASE + 28

    @property
    def description(self) -> str:
        """The same in words, for those who do not see it."""
        told = (f"{b.figure.period}: {b.figure.text} {self.unit}".strip() for b in self.bars)
        return f"{self.title}: {'; '.join(told)}"


def series_of(library: Library, figures: Sequence[Figure]) -> list[Drawn]:
    """The series that found figures make, at most SHOWN; those of different administrative units are kept apart."""
    places = {r.id: r.place for r in library.every_report()}
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(places.get(figure.locator.report, ""), []).append(figure)
    found = [(place, s) for place, group in groups.items() for s in lookup.series(group)]
    if not found and len(groups) > 1:
        told = f"Các báo cáo là của nhiều đơn vị: {', '.join(sorted(p for p in groups if p))}."
        whole = lookup.series(figures)
        drawn = [_drawn(s, "", (told,)) for s in whole]
    else:
        drawn = [_drawn(s, place if len(groups) > 1 else "", ()) for place, s in found]
    drawn.sort(key=lambda d: (-len(d.bars), bool(d.scope), len(d.title.split())))
    return drawn[:SHOWN]


def _drawn(series: lookup.Series, place: str, warnings: tuple[str, ...]) -> Drawn:
    ordered = series.figures[-MOST:]
    highest = max((abs(f.value) for f in ordered), default=Decimal(0)) or Decimal(1)
    step = WIDTH / len(ordered)
    bars = []
    for i, figure in enumerate(ordered):
        height = round(float(abs(figure.value) / highest) * (BASE - TOP), 1)
        width = min(step * 0.55, 72)
        x = step * i + (step - width) / 2
        bars.append(Bar(figure, round(x, 1), round(BASE - height, 1), round(width, 1), height))
    title = f"{series.indicator} – {place}" if place else series.indicator
    return Drawn(title, series.unit, series.scope, tuple(bars), (*warnings, *series.warnings))

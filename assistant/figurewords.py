"""What the words of a report say a figure is: worked out for a figure when it is first asked about.

A report holds hundreds of figures and a question looks at a few of them. Where a dozen reports are set side by side,
working all of them out took half of the answer's time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ingest.ledgers import Figure
from ingest.report import Block

V = TypeVar("V")
COMMON = frozenset(
    {"đơn thư", "hồ sơ", "lượt", "người", "ủy ban nhân dân", "xã", "huyện", "tỉnh", "tổng", "cac", "va", "cua"}
)
_BREAK = re.compile(r"[,;(\n]|\.\s")


class OnDemand(dict[str, V]):
    """What is worked out of a figure, by its id, when it is first asked about, and kept."""

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, figure: str) -> V:
        made = self[figure] = self._make(figure)
        return made


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words that say what a figure is, by its id; `concepts` gives the concepts of a text."""

    figures: dict[str, Figure]
    blocks: dict[str, Block]
    concepts: Callable[[str], frozenset[str]]

    def of_figure(self, id: str) -> frozenset[str]:
        """Its indicator, scope and unit, and its column's label."""
        figure = self.figures[id]
        column = figure.locator.table.column if figure.locator.table else None
        return self.concepts(f"{figure.indicator} ; {figure.scope} ; {figure.unit} ; {column or ''}")

    def beside(self, id: str) -> str:
        """Its scope and the words right around it."""
        figure = self.figures[id]
        return f"{figure.scope} {_beside(self.blocks[figure.locator.block], figure)}"

    def around(self, id: str) -> frozenset[str]:
        """The concepts right around it."""
        return self.concepts(self.beside(id))

    def of_label(self, id: str) -> frozenset[str]:
        """The last level of its column's label, if it stands in a table."""
        place = self.figures[id].locator.table
        return self.concepts(place.column.split(" › ")[-1]) - COMMON if place and place.column else frozenset()

    def of_scope(self, id: str) -> frozenset[str]:
        """Its scope."""
        return self.concepts(self.figures[id].scope) - COMMON


def _beside(block: Block, figure: Figure) -> str:
    """The words right around a figure, between commas; in a table, its indicator, which is made of the labels."""
    if block.table is not None:
        return figure.indicator
    start = max((m.end() for m in _BREAK.finditer(block.text, 0, figure.at)), default=0)
    stop = _BREAK.search(block.text, figure.at + len(figure.text))
    return block.text[start : stop.start() if stop else len(block.text)]

"""What the words of a report say a figure is: worked out for a figure when it is first asked about.

A report holds hundreds of figures and a question looks at a few of them. Where a dozen reports are set side by side,
working all of them out took half of the answer's time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.measured.measures import said_by
from assistant.measured.money import is_money
from assistant.measured.running import says_only_running
from assistant.measured.states import is_left_undone
from assistant.measured.told_kinds import kind_behind
from ingest.ledgers import Figure, Role
from ingest.report import Block

K = TypeVar("K")
V = TypeVar("V")
COMMON = frozenset(
    {"đơn thư", "hồ sơ", "lượt", "người", "ủy ban nhân dân", "xã", "huyện", "tỉnh", "tổng", "cac", "va", "cua"}
)
RATE = frozenset({"tỷ lệ"})  # what every percentage is, whether the report says the word or not
AIMED = frozenset({"chỉ tiêu"})  # what every target is
SPENT = frozenset({"chi phí", "số tiền"})  # what every amount of money is: "1.850 triệu đồng cho công tác …"
CAPITAL = frozenset({"vốn"})  # what is disbursed is capital, whether its sentence says so or not
LACKED = frozenset({"thiếu", "chưa thực hiện"})  # what is left undone: "còn 12 sổ chưa lập"
_BREAK = re.compile(r"[,;(\n]|\.\s")
NEARBY = 120  # characters
_SENTENCE = re.compile(r"[.;]\s(?!lũy kế\b)")
_MEASURED = frozenset({Role.ACTUAL, Role.PART, Role.TOTAL})
_AND = re.compile(r"\s(?:và|and)\s")


class OnDemand(dict[K, V]):
    """What is worked out of a figure by its id, of its unit, or of a statement by its number, when it is first asked
    about, and kept."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        made = self[key] = self._make(key)
        return made


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words that say what a figure is, by its id; `concepts` gives the concepts of a text, `in_block` the
    figures of a block."""

    figures: dict[str, Figure]
    blocks: dict[str, Block]
    in_block: Mapping[str, Sequence[Figure]]
    concepts: Callable[[str], frozenset[str]]

    def of_figure(self, id: str) -> frozenset[str]:
        """Its indicator, scope and unit, and its column's label."""
        figure = self.figures[id]
        column = figure.locator.table.column if figure.locator.table else None
        said = self.concepts(f"{figure.indicator} ; {figure.scope} ; {figure.unit} ; {column or ''}")
        if (base := self._set_against(figure)) is not None:
            said |= self.of_figure(base.id)
        if figure.role is Role.TARGET:
            said |= AIMED
        if is_money(figure.unit):
            said |= SPENT | (CAPITAL if "giải ngân" in said else frozenset())
        if is_left_undone(self.blocks[figure.locator.block], figure):
            said |= LACKED
        said |= said_by(figure.unit)
        return said | RATE if figure.unit == "%" else said

    def _set_against(self, figure: Figure) -> Figure | None:
        """The figure of its sentence that an earlier value, a change or a bare running total is told of: the 341 of
        "tiếp 341 lượt, tăng 24 lượt so với năm trước (317 lượt); lũy kế 990 lượt". What is said of the one is said of
        the other."""
        block = figure.locator.block
        if figure.locator.table is not None:
            return None
        if figure.role not in {Role.PREVIOUS, Role.CHANGE} and not self._only_sums_up(figure):
            return None
        for base in reversed([f for f in self.in_block.get(block, ()) if f.at < figure.at]):
            if _SENTENCE.search(self.blocks[block].text, base.at, figure.at):
                return None
            if base.unit == figure.unit and base.role in _MEASURED:
                return base
        return None

    def _only_sums_up(self, figure: Figure) -> bool:
        """Whether the words before a figure say of it that it is a running total, and nothing else."""
        text = self.blocks[figure.locator.block].text
        return says_only_running(text[_last_break(text, figure.at) : figure.at])

    def beside(self, id: str) -> str:
        """Its scope and the words right around it, and around the one it is set against."""
        figure = self.figures[id]
        block = figure.locator.block
        own = f"{figure.scope} {_beside(self.blocks[block], figure, self.in_block.get(block, ()))}"
        base = self._set_against(figure)
        return f"{own} ; {self.beside(base.id)}" if base is not None else own

    def around(self, id: str) -> frozenset[str]:
        """The concepts right around it."""
        return self.concepts(self.beside(id))

    def of_label(self, id: str) -> frozenset[str]:
        """The last level of its column's label, if it stands in a table."""
        place = self.figures[id].locator.table
        return self.concepts(place.column.split(" › ")[-1]) - COMMON if place and place.column else frozenset()

    def kind(self, id: str) -> frozenset[str]:
        """The folded words behind its noun that say of which kind it is; none in a table."""
        figure = self.figures[id]
        block = self.blocks[figure.locator.block]
        if block.table is not None:
            return frozenset()
        return kind_behind(block.text, figure.at + len(figure.text), figure.unit)

    def of_scope(self, id: str) -> frozenset[str]:
        """Its scope."""
        return self.concepts(self.figures[id].scope) - COMMON


def _last_break(text: str, end: int) -> int:
    """Where the words before an offset begin: looked for nearby first, for a paragraph holds dozens of figures."""
    for start in (max(0, end - NEARBY), 0):
        if found := [m.end() for m in _BREAK.finditer(text, start, end)]:
            return found[-1]
    return 0


def _beside(block: Block, figure: Figure, others: Sequence[Figure]) -> str:
    """The words right around a figure, between commas; in a table, its indicator, which is made of the labels. What
    follows a share is its own: "đạt 70% trên tổng chi phí và đạt 55% trên tổng số lượt"."""
    if block.table is not None:
        return figure.indicator
    start = _last_break(block.text, figure.at)
    end = figure.at + len(figure.text)
    found = _BREAK.search(block.text, end)
    stop = found.start() if found else len(block.text)
    if figure.unit != "%":
        return block.text[start:stop]
    for other in others:
        if other.unit == "%" and start < other.at < figure.at:
            joined = [m for m in _AND.finditer(block.text, other.at, figure.at)]
            start = max(start, joined[-1].end()) if joined else start
        elif other.unit == "%" and end < other.at < stop:
            joined = [m for m in _AND.finditer(block.text, end, other.at)]
            stop = min(stop, joined[-1].start()) if joined else stop
    return block.text[start:stop]

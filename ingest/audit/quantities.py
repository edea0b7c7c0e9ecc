"""Numbers as the audit sees them: a value with its unit, and the words before and after it in its sentence.

They are made from the figures of the report, so that a finding can name its figures; a printed
pair ("22/26") gives two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.figures.clauses import sentences
from ingest.figures.compounds import head_unit
from ingest.figures.units import unit_after
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure
from ingest.report import Block, Locator, Report, locate

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_PAIR = re.compile(rf"({_NUMBER.pattern})\s?(%)?\s?/\s?({_NUMBER.pattern})")
_STOP_BEFORE = re.compile(r"[;.](?=\s)|\n|\t")
_STOP_BEHIND = re.compile(r"[;.](?=\s|$)|\n|\t")
_DECIMALS = re.compile(r"[.,]\s?(\d+)\s?%?$")
_SAME = {
    "luot nguoi": "nguoi",
    "luot cong dan": "nguoi",
    "cong dan": "nguoi",
    "nguoi dan": "nguoi",
    "lan": "luot",
    "vu": "vu viec",
    "don thu": "don",
    "bo ho so": "ho so",
    "luot ho so": "ho so",
    "bo": "ho so",
    "tthc": "thu tuc",
    "thu tuc hanh chinh": "thu tuc",
    "diem phan tram": "%",
}
"""Units that are counted together, folded: one name a kind."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a block's text. `unit` is folded and of one name a kind ("vu viec"), "" where none can be told.

    `decimals` is how many are printed; `left` and `right` are the folded words of its clause around it; `depth` counts
    the brackets it stands in; `pair` is the offset of its partner in "22/26", -1 without one, `first` tells which side.
    """

    value: Decimal
    text: str
    unit: str
    decimals: int
    start: int
    end: int
    block: Block
    figure: str
    left: str
    right: str
    depth: int
    pair: int = -1
    first: bool = True

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"


@lru_cache(maxsize=4_096)
def unit_name(words: str) -> str:
    """The one name of a counting unit in any spelling."""
    folded = " ".join(fold(head_unit(words)).split())
    return _SAME.get(folded, folded)


def quantities(report: Report, figures: Iterable[Figure]) -> dict[str, list[Quantity]]:
    """The quantities of each block that has any, by block id, in the order of the text."""
    by_block: dict[str, list[Figure]] = {}
    for f in figures:
        by_block.setdefault(f.locator.block, []).append(f)
    return {id: _of_block(report.block(id), sorted(fs, key=lambda f: f.at)) for id, fs in by_block.items()}


def place(report: Report, q: Quantity) -> Locator:
    """Where a quantity stands."""
    row = column = None
    if q.block.table is not None:
        cell = q.block.table.holding(q.start)
        if cell is not None:
            row, column = cell.row, cell.column
    start, end = clause_bounds(q.block.text, q.start, q.end) if q.block.table is None else (q.start, q.end)
    return locate(report, q.block, start, end, row=row, column=column)


def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence a number stands in, cut at semicolons."""
    for a, b in sentences(text):
        if a <= start < b:
            left = max((m.end() for m in re.finditer(r";\s+", text[a:start])), default=0) + a
            right = text.find(";", end, b)
            return left, right if right >= 0 else b
    return start, end


def _of_block(block: Block, figures: list[Figure]) -> list[Quantity]:
    folded = fold(block.text)
    out: dict[int, Quantity] = {}
    depth = _depths(block.text)
    for f in figures:
        start, end = f.at, f.at + len(f.text)
        if block.text[start:end] != f.text:
            start = block.text.find(f.text, max(0, f.at - 2))
            end = start + len(f.text)
            if start < 0:
                continue
        pair = _PAIR.match(block.text, start)
        if pair is None:
            partner = next(
                (m for m in _PAIR.finditer(block.text, max(0, start - 16), end + 16) if m.start(3) == start), None
            )
            pair = partner
        if pair is not None and not f.unit.startswith("tháng"):
            a, b = pair.span(1), pair.span(3)
            unit = "%" if pair[2] or _percent_after(block.text, b[1]) else (_unit(f.unit, block.text, b[1]))
            for (s, e), other, first in ((a, b, True), (b, a, False)):
                value = parse_number(block.text[s:e])
                if value is not None and s not in out:
                    out[s] = _quantity(block, folded, s, e, value, unit, f.id, depth[s], other[0], first)
            continue
        if start in out:
            continue
        unit = (
            "%" if f.unit == "%" or "%" in f.text or _percent_after(block.text, end) else _unit(f.unit, block.text, end)
        )
        out[start] = _quantity(block, folded, start, end, f.value, unit, f.id, depth[start], -1, True)
    return [out[k] for k in sorted(out)]


def _quantity(
    block: Block, folded: str, s: int, e: int, value: Decimal, unit: str, id: str, depth: int, pair: int, first: bool
) -> Quantity:
    text = block.text[s:e]
    left = _STOP_BEFORE.split(folded[max(0, s - 140) : s])[-1]
    right = _STOP_BEHIND.split(folded[e : e + 100], 1)[0]
    printed = _DECIMALS.search(text)
    decimals = (
        len(printed[1]) if (printed and value != value.to_integral_value()) or (printed and len(printed[1]) != 3) else 0
    )
    return Quantity(value, text, unit, decimals, s, e, block, id, left, right, depth, pair, first)


def _percent_after(text: str, end: int) -> bool:
    return text[end : end + 2].lstrip().startswith("%")


def _unit(given: str, text: str, end: int) -> str:
    return unit_name(given or unit_after(text, end).text)


def _depths(text: str) -> list[int]:
    out, depth = [], 0
    for char in text:
        if char == ")" and depth:
            depth -= 1
        out.append(depth)
        if char == "(":
            depth += 1
        elif char == "\n":
            depth = 0
    return out

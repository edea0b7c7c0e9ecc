"""Rows of a table that others are counted into: "A. CẤP TỈNH" over its rows 1, 2, 3, or "1" over 1.1 and 1.2.

Read off the numbers that stand first in the rows, as offices write them: A, B; I, II; 1, 2; 1.1; a, b; dashes.
"""

from __future__ import annotations

import re

from ingest.report import Table

_ORDERS = tuple(
    re.compile(order)
    for order in (
        r"[A-HĐ]",
        r"[IVX]{1,5}",
        r"\d{1,3}",
        r"\d{1,3}\.\d{1,2}",
        r"\d{1,3}(?:\.\d{1,2}){2}",
        r"[a-hđ]",
        r"[-–+]",
    )
)
"""The ways of numbering, from the top down."""
_AHEAD = re.compile(r"\s*([A-HĐ]|[IVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,2}|[a-hđ]|[-–+])(?:[.)/]|\s-)?\s+(?=[^\W\d_])")
"""A number that stands in front of a row's name, in the same cell."""


def groups(table: Table) -> dict[int, tuple[int, ...]]:
    """The rows that sum others up, each with the rows right under it, by their grid positions; no row in none."""
    found: dict[int, list[int]] = {}
    above: list[tuple[int, int]] = []
    for row in range(table.header_rows, table.rows):
        depth = None if row == table.code_row else _depth(table, row)
        if depth is None:
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        if above:
            found.setdefault(above[-1][1], []).append(row)
        above.append((depth, row))
    return {row: tuple(under) for row, under in found.items()}


def _depth(table: Table, row: int) -> int | None:
    """How far down the numbering of a row is; None for a row without a number."""
    cells = table.row(row)
    if not cells or cells[0].column:
        return None
    first = cells[0].text.strip()
    ahead = _AHEAD.match(first)
    number = ahead[1] if ahead else first.strip("().")
    return next((depth for depth, order in enumerate(_ORDERS) if order.fullmatch(number)), None)

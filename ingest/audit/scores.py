"""Scores of a table: points against the share they are computed from and the most that the column grants.

A column "Điểm đạt (tối đa 20 điểm)" beside a column of shares holds share x 20 / 100, rounded or cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.audit.arithmetic import Check, agrees, make, show
from ingest.audit.quantities import Quantity, place
from ingest.language.fold import content_id, fold
from ingest.ledgers import Finding, FindingKind, Severity
from ingest.report import Report, Table, quote_at

Grid = dict[tuple[int, int], Quantity]

_MOST = re.compile(r"\(?\s*toi da\s*:?\s*(\d{1,3})\s*diem\b|\((\d{1,3})\s*diem\)")
_POINTS = re.compile(r"\bdiem\b")
_SHARE = re.compile(r"%|\bty le\b|\bti le\b")


def score_checks(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """The points that do not follow from the share to their left, where two rows of three bear that reading out."""
    for column, share, most in _columns(table):
        found = []
        for row in range(table.header_rows, table.rows):
            points, percent = grid.get((row, column)), grid.get((row, share))
            if points is None or percent is None:
                continue
            exact = percent.value * most / 100
            # the share is itself rounded or cut off
            slack = Decimal(1).scaleb(-percent.decimals) * most / 100
            holds = any(agrees(exact + d, points.value, points.decimals) for d in (Decimal(0), -slack, slack))
            shown = show(exact, max(points.decimals, 2))
            name = next((c.text for c in table.row(row) if re.search(r"[^\W\d_]{2}", c.text)), str(row))
            formula = f"{percent.text} × {most} / 100 = {shown}"
            said, used = f"{points.text} điểm", [points, percent]
            found.append(make(report, FindingKind.DIFFERENCE, said, shown, holds, used, formula, f"dòng “{name}”"))
        held = sum(c.holds for c in found)
        yield from (c for c in found if c.holds or held * 3 >= len(found) * 2)


def score_findings(report: Report, grids: list[tuple[Table, Grid]]) -> Iterator[Finding]:
    """Points beyond the most that their column grants, one finding a column."""
    for table, grid in grids:
        for column, _, most in _columns(table):
            over = [q for (_, c), q in sorted(grid.items()) if c == column and q.value > most]
            if not over:
                continue
            where = place(report, over[0])
            yield Finding(
                content_id("d", "beyond", report.id, over[0].block.id, column),
                FindingKind.DIFFERENCE, Severity.WARNING,
                f"{len(over)} dòng có điểm vượt mức tối đa {most} điểm ghi ở đầu cột, ví dụ {over[0].text} điểm. "
                "Không xác định được mức tối đa hay các điểm số cần xem lại.",
                f"{over[0].text} điểm", f"tối đa {most} điểm", tuple(q.figure for q in over[:6] if q.figure), (where,),
                (quote_at(over[0].block, where.start, where.end),),
            )  # fmt: skip


def _columns(table: Table) -> Iterator[tuple[int, int, Decimal]]:
    """Columns of points with a stated most, and the column of shares to their left."""
    labels = [fold(label) for label in table.columns]
    for column, label in enumerate(labels):
        head, _, last = label.rpartition(" › ")
        most = _MOST.search(last) or _MOST.search(head)
        if most is None or not _POINTS.search(_MOST.sub("", last) or last) or _SHARE.search(last):
            continue
        left = column - 1
        if left >= 0 and _SHARE.search(labels[left].rpartition(" › ")[2]) and labels[left].startswith(head):
            yield column, left, Decimal(most[1] or most[2])

"""Which rows of a ranking stand first or last in a column, or above or below a mark."""

from __future__ import annotations

from decimal import Decimal

from assistant.asked.conditions import Relation, condition_of
from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.ranked.heads import Head, Holds
from assistant.compose.ranked.reading import Ranking
from assistant.compose.ranked.told import listed
from assistant.compose.ranked.whether import FIRST, LAST
from assistant.compose.tables.columns import first_label, is_share
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.sorts import WHICH, is_headed_otherwise, of_sort, sets_fields
from assistant.measured.ranks import is_rank
from ingest.language.fold import fold
from ingest.report import Cell

MOST_ROWS, TIES = 24, 4


def led(r: Ranking) -> Draft | None:
    """The row that stands first, or last, in the one column that the question names or that holds its values."""
    asked = fold(r.question.clear)
    first, last = FIRST.search(asked), LAST.search(asked)
    if bool(first) == bool(last) or r.question.is_(Kind.CAUSE, Kind.YES_NO) or sets_fields(asked, r.table):
        return None
    called = r.columns_named()
    sorts = {holds for holds, _ in r.wants.sorts}
    if len(called) > 1 or sorts - {Holds.VALUE, Holds.RANK} or not (WHICH.search(asked) or " nao " in f" {asked} "):
        return None
    head = called[0] if called else r.head(Holds.VALUE, next(iter(r.said_groups()), None))
    if head is None or is_rank(head.label):
        return None
    if is_headed_otherwise(asked, fold(first_label(r.table))):
        return None
    rows = of_sort(asked, _held(r, head))
    if len(rows) < 2:
        return None
    best = (max if first else min)(v for v, _ in rows)
    ranks = r.head(Holds.RANK, head.above or None) if Holds.RANK in sorts else None
    draft = Draft()
    for cell in [c for v, c in rows if v == best][:TIES]:
        also = [ranks] if ranks is not None and r.cell(cell.row, ranks) is not None else []
        said, keys = r.tell(draft, cell.row, [head, *also])
        draft.say(said, *keys)
    return draft


def _held(r: Ranking, head: Head) -> list[tuple[Decimal, Cell, str]]:
    """The values of a column with their cells and the names of their rows."""
    held = [(r.value(row, head), r.cell(row, head), row_name(r.table, row)) for row in r.rows()]
    return [(v, cell, name) for v, cell, name in held if v is not None and cell is not None]


def over(r: Ranking) -> Draft | None:
    """The rows whose result fulfils a condition that says of no column what it is on: "Những sở nào đạt trên 85%?"."""
    condition = condition_of(r.question.clear, r.question.language)
    group = next(iter(r.said_groups()), None)
    called = r.columns_named()
    head = called[0] if len(called) == 1 else None
    head = head or r.head(Holds.VALUE, group, shares=condition is not None and condition.percent)
    if condition is None or head is None or condition.bound is None:
        return None
    if condition.relation is Relation.EQUAL and condition.bound:
        return None
    if {holds for holds, _ in r.wants.sorts} - {Holds.VALUE} or (condition.percent and not is_share(head.label)):
        return None
    met = [
        cell.row for v, cell in of_sort(condition.which, _held(r, head)) if condition.relation.holds(v, condition.bound)
    ]
    return listed(r, met, [head]) if 0 < len(met) <= MOST_ROWS else None

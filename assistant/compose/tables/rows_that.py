"""The rows of a table that fulfil a condition, with their values and how many they are: "đơn vị nào không để hồ sơ nào
quá hạn", "how many departments got full marks", "các xã có tỷ lệ dưới 80%".

Each row is cited; that no other fulfils it follows from the table, which is whole. Where none does, the row that comes
nearest is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.conditions import SAID, Condition, Relation, condition_of
from assistant.asked.doubting import audits
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.sufficiency import HEAVY
from assistant.compose.tables.columns import (
    TITLED,
    Column,
    columns_of,
    is_of_other_time,
    is_share,
    said_in_title,
    values_of,
)
from assistant.compose.tables.heads import most_granted
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.sorts import of_sort
from assistant.compose.tables.wholes import whole_of
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.report import Cell, Table

LEAST = 0.45  # of what is asked must stand over the column
MOST = 24  # rows that are told
FEW = 4  # rows that are told with the one value that all have
NAMED = 40  # words in which the rows are named where it is only asked how many they are


def answer_rows_that(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The rows that fulfil the one condition that the question sets; None where it sets none, or no table has rows of
    that kind and a column on what is asked."""
    condition = condition_of(question.clear, question.language)
    if condition is None or len(question.periods) > 1 or audits(question):
        return None
    chosen = _column(_of_column(question, condition), indexes, lexicon)
    if chosen is None:
        return None
    table = chosen.block.table
    assert table is not None
    rows = of_sort(
        condition.which, [(v, cell, row_name(table, cell.row)) for v, cell in values_of(table, chosen.column)]
    )
    bound = condition.bound if condition.bound is not None else _most(table, chosen, rows)
    if len(rows) < 2 or bound is None:
        return None
    met = [(v, cell) for v, cell in rows if condition.relation.holds(v, bound)]
    return _told(question, condition, chosen, met, rows) if len(met) <= MOST else None


def _of_column(question: Question, condition: Condition) -> Question:
    """The question as it asks for a column: less the words of the condition and the rows that are counted."""
    wanted = tuple(w for w in question.wanted if not w.words[:1].isdigit() and not set(w.words.split()) <= SAID)
    return replace(question, wanted=wanted, units=(), percent=condition.percent)


def _column(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Column | None:
    """The column that says what is asked, of the latest report where several have it."""
    asked = {*question.report_periods, *question.periods}
    found: list[Column] = []
    for index in [i for i in indexes if i.report.period in asked] or indexes:
        for block in index.report.tables:
            assert block.table is not None
            labels = block.table.columns
            columns = columns_of(question, index, block, "", lexicon)
            found += [c for c in columns if not is_of_other_time(question, index, labels[c.column])]
    fit = [c for c in found if c.score >= LEAST and c.lacks < HEAVY]
    titled = {id(c.block): TITLED * said_in_title(question, c.index, c.block, lexicon) for c in fit}

    def suits(column: Column) -> tuple[float, float, str]:
        return round(column.rank + titled[id(column.block)], 4), round(column.score, 4), column.index.report.period

    best = max(fit, key=suits, default=None)
    return whole_of(question, best, [c for c in found if c.block is best.block], lexicon) if best is not None else None


def _most(table: Table, column: Column, rows: Sequence[tuple[Decimal, Cell]]) -> Decimal | None:
    """The most that the head of a column grants, which no value may pass; of shares the whole."""
    if is_share(table.columns[column.column]):
        return Decimal(100)
    most = most_granted(table, rows[0][1]) if rows else None
    return most if most is not None and all(v <= most for v, _ in rows) else None


def _told(
    question: Question,
    condition: Condition,
    column: Column,
    met: Sequence[tuple[Decimal, Cell]],
    rows: Sequence[tuple[Decimal, Cell]],
) -> Draft:
    table, vietnamese = column.block.table, question.language == "vi"
    assert table is not None
    draft = Draft()
    label = table.columns[column.column].rpartition("›")[2].strip()
    label = f" ({label})" if not any(ch.isdigit() for ch in label) else ""

    def cite(cell: Cell) -> int:
        held = [c for c in table.row(cell.row) if c.text.strip()]
        start, end = min(c.start for c in held), max(c.end for c in held)
        return draft.cite(column.index, column.block, start, end, cell.row)

    def tell(cell: Cell) -> str:
        return f"{row_name(table, cell.row)}: {' '.join(cell.text.split())}"

    if not met:
        under = condition.relation in {Relation.UNDER, Relation.UP_TO} or not condition.bound
        nearest = (min if under else max)(rows, key=lambda r: r[0])[1]
        if vietnamese:
            none = f"Không có: {'thấp' if under else 'cao'} nhất là"
        else:
            none = f"None: the {'lowest' if under else 'highest'} is"
        draft.say(f"{none} {tell(nearest)}{label}", cite(nearest))
    else:
        keys = [cite(cell) for _, cell in met]
        operands = tuple(Operand(value, key) for (value, _), key in zip(met, keys, strict=True))
        draft.calculation = Calculation(" + ".join("1" for _ in met), Decimal(len(met)), "", operands)
        if condition.relation is Relation.EQUAL and len(met) > FEW:  # of one value, which the question says or the head
            told = "; ".join(row_name(table, cell.row) for _, cell in met)
        else:
            told = "; ".join(tell(cell) for _, cell in met)
        many = condition.counted and len(told.split()) > NAMED
        draft.say(f"{len(met)}{label}" if many else f"{len(met)}: {told}{label}", *keys)
    draft.notes.append(
        f"So sánh {len(rows)} dòng của bảng {table.number}."
        if vietnamese
        else f"{len(rows)} rows of table {table.number} compared."
    )
    return draft

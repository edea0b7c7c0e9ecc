"""Several rows of a table that a question names, in two reports of a series: what each counted then and now, and what
they counted together where that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.tables.columns import Column, columns_of, number_in
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows import LEAST, named_rows, of_rows
from assistant.compose.times.across import asked_periods, chosen_periods, verb_of
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import label

Values = dict[str, tuple[Decimal, int]]
"""The value and the row of each named row, by its name."""


def names_rows_of_two_times(question: Question, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a question names two times and several rows of one table: no one row answers it."""
    asked = fold(question.clear)
    tables = (b.table for i in indexes for b in i.report.tables if b.table is not None)
    return len(asked_periods(question)) > 1 and any(len(named_rows(asked, table)) > 1 for table in tables)


def answer_rows_over_time(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Each row with both values, or all together with the change where the question adds them up; None unless both
    reports have one column for it with all the rows."""
    pair = chosen_periods(question, list(indexes))
    if pair is None:
        return None
    newer = _column(question, pair[0], lexicon)
    older = _column(question, pair[1], lexicon)
    if newer is None or older is None or _label(newer) != _label(older):
        return None
    now, before = _values(question, newer), _values(question, older)
    if len(now) < 2 or set(now) != set(before):
        return None
    draft, language = Draft(), question.language
    keys = {name: (_cite(draft, newer, now[name][1]), _cite(draft, older, before[name][1])) for name in now}
    if question.is_(Kind.TOTAL):
        a, b = (sum((v for v, _ in side.values()), Decimal(0)) for side in (now, before))
        operands = [Operand(now[name][0], keys[name][0]) for name in now]
        operands += [Operand(before[name][0], keys[name][1]) for name in now]
        sums = (" + ".join(f"{side[name][0]:f}" for name in now) for side in (now, before))
        draft.calculation = Calculation("({}) - ({})".format(*sums), a - b, "", tuple(operands))
        moved = "không thay đổi" if language == "vi" else "unchanged"
        if a != b:
            moved = f"{verb_of(a - b, language)} {number(abs(a - b), language)}"
        lead = "Cộng lại" if language == "vi" else "Together"
        said = f"{lead}: {moved}"
        draft.say(said, *(k for both in keys.values() for k in both))
    for name, (key, key_before) in keys.items():
        values = f"{number(before[name][0], language)} → {number(now[name][0], language)}"
        draft.say(f"{name}: {values}", key_before, key)
    named = " / ".join(label(c.index.report.period, language) for c in (newer, older))
    draft.notes.append(f"So sánh hai báo cáo: {named}." if language == "vi" else f"Two reports compared: {named}.")
    return draft


def _column(question: Question, index: ReportIndex, lexicon: Lexicon) -> Column | None:
    """The column asked for, of the tables of a report that have several of the rows named."""
    best: list[Column] = []
    for block in index.report.tables:
        table = block.table
        assert table is not None
        if len(named_rows(fold(question.clear), table)) > 1:
            best += columns_of(question, index, block, of_rows(question, table), lexicon)
    chosen = max(best, key=lambda c: (c.rank, c.score), default=None)
    return chosen if chosen is not None and chosen.score >= LEAST else None


def _label(column: Column) -> str:
    table = column.block.table
    assert table is not None
    return fold(table.columns[column.column])


def _values(question: Question, column: Column) -> Values:
    table = column.block.table
    assert table is not None
    cells = ((row, table.at(row, column.column)) for row in named_rows(fold(question.clear), table))
    told = ((row, number_in(cell.text)) for row, cell in cells if cell is not None)
    return {row_name(table, row): (value, row) for row, value in told if value is not None}


def _cite(draft: Draft, column: Column, row: int) -> int:
    table = column.block.table
    assert table is not None
    held = [c for c in table.row(row) if c.text.strip()]
    return draft.cite(column.index, column.block, held[0].start, max(c.end for c in held), row)

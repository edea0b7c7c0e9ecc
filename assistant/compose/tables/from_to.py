"""From what to what a row of a table moved: "từ bao nhiêu lên bao nhiêu", "from what to what".

The value of now and the one before it are the two cells that the change in the row lies between, which is worked out
anew: no column is taken for the one before by its name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.tables.cells import HALF, LEAST
from assistant.compose.tables.columns import Column, columns_of, is_of_other_time, number_in
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row
from assistant.compose.tables.sorts import is_unit
from assistant.compose.wording import number
from assistant.evidence.statements import plain
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Cell, Table

ASKED = guarded(
    r"\btu (?:bao nhieu|may|muc nao)\b[^?;,]{0,40}\b(?:len|xuong|den|toi|thanh|sang|con)\b[^?;,]{0,16}"
    r"\b(?:bao nhieu|may|muc nao)\b|\bfrom what\b[^?;,]{0,40}\bto what\b|"
    r"\bfrom how (?:many|much)\b[^?;,]{0,40}\bto how (?:many|much)\b"
)
TOLD = re.compile(
    r"\b(?:từ|from)\b[^;]{0,80}\d[^;]{0,80}\b(?:lên|xuống|đến|tới|còn|thành|sang|to)\b[^;]{0,40}\d|→|"
    r"\d[^;]{0,60}\b(?:(?:tháng|kỳ|quý|năm) trước|cùng kỳ|so với|before|against)\b[^;]{0,60}\d|"
    r"\b(?:tăng|giảm|up|down) \d"
)
NEARLY, LACKS, TRIED = 0.9, 0.15, 3  # of what is asked that a figure of a row says, and what it may lack
SAYS_ALL = 4  # words from which the label of a row names a measure by itself: "Tỷ lệ hồ sơ nộp trực tuyến"
_CHANGE = re.compile(r"\b(?:tang|giam|chenh lech|thay doi)\b")
_PERCENT = re.compile(r"%|\bt[yi] le\b")


@dataclass(frozen=True, slots=True)
class _Moved:
    now: tuple[Decimal, Cell]
    before: tuple[Decimal, Cell]


def answer_from_to(t: Material) -> Draft | None:
    """The value before and the one now of the row that is named; None where no table on what is asked tells both."""
    if not ASKED.search(fold(t.question.clear)):
        return None
    best: tuple[float, Column, _Moved] | None = None
    for column, row in _columns(t):
        moved = _moved(column, row)
        if moved is not None and (best is None or column.rank > best[0]):
            best = (column.rank, column, moved)
    if best is None:
        best = _of_figure(t)
    return _told(t, best[1], best[2]) if best is not None else None


def _of_figure(t: Material) -> tuple[float, Column, _Moved] | None:
    """The change in the row of a figure that says nearly all of what is asked, where the question names the row in
    other words than its label."""
    for candidate in t.found.candidates[:TRIED]:
        figure, table, row = candidate.figure, candidate.statement.block.table, candidate.statement.row
        if figure is None or table is None or row is None or candidate.coverage < NEARLY or candidate.lacks >= LACKS:
            continue
        cell = next((c for c in table.row(row) if c.start <= figure.at <= c.end), None)
        if cell is None or is_unit(row_name(table, row)):
            continue
        column = Column(candidate.index, candidate.statement.block, cell.column, candidate.score, candidate.score, 0.0)
        moved = _moved(column, row)
        return (candidate.score, column, moved) if moved is not None else None
    return None


def _columns(t: Material) -> Iterator[tuple[Column, int]]:
    """The columns on what is asked, with the row that the question names, in the tables of the reports asked."""
    for index in t.indexes:
        for block in index.report.tables:
            table = block.table
            row = named_row(t.question, table, t.lexicon, index.report.place) if table is not None else None
            if table is None or row is None:
                continue
            label = plain(row_name(table, row)).strip()
            every = columns_of(t.question, index, block, label, t.lexicon)
            of_change = [c for c in every if _CHANGE.search(fold(table.columns[c.column]))]
            if len(label.split()) >= SAYS_ALL and not is_unit(row_name(table, row)) and len(of_change) == 1:
                yield of_change[0], row  # the row is of what is asked, and its columns of times alone
                continue
            for column in every:
                of_time = not is_of_other_time(t.question, index, table.columns[column.column])
                changes = _CHANGE.search(fold(table.columns[column.column]))
                if (of_time or changes) and column.score >= LEAST and column.lacks < HALF:
                    yield column, row


def _moved(column: Column, row: int) -> _Moved | None:
    """The value in a column of a row, or in the one that its change is of, and the value before it; None where no cell
    of the row lies just so far from it as a change beside it says."""
    table = column.block.table
    assert table is not None
    changes = [at for at in range(len(table.columns)) if _CHANGE.search(fold(table.columns[at]).rpartition("›")[2])]
    for at in sorted(changes, key=lambda c: abs(c - column.column)):
        change = _value(table, row, at)
        own = None if at == column.column else column.column
        pairs = [
            _Moved(now, before)
            for i in range(max(0, at - 3), at)
            for j in range(max(0, at - 3), at)
            if change is not None
            and i != j
            and (own is None or own in (i, j))
            and (now := _value(table, row, i)) is not None
            and (before := _value(table, row, j)) is not None
            and now[0] - before[0] == change[0]
            and (change[0] or i < j)  # what stayed as it was: either order says the same
        ]
        if len(pairs) == 1:
            return pairs[0]
    return None


def _value(table: Table, row: int, at: int) -> tuple[Decimal, Cell] | None:
    cell = table.at(row, at)
    value = number_in(cell.text.strip().removeprefix("+")) if cell is not None and cell.row == row else None
    return (value, cell) if cell is not None and value is not None else None


def _told(t: Material, column: Column, moved: _Moved) -> Draft | None:
    table, language = column.block.table, t.question.language
    assert table is not None
    row = moved.now[1].row
    held = [c for c in table.row(row) if c.text.strip()]
    draft = Draft()
    key = draft.cite(column.index, column.block, min(c.start for c in held), max(c.end for c in held), row)
    (now, cell), (before, earlier) = moved.now, moved.before
    change = now - before
    share = _PERCENT.search(fold(table.columns[cell.column])) or _PERCENT.search(fold(table.columns[earlier.column]))
    sign = "%" if share or _PERCENT.search(fold(row_name(table, row))) else ""
    draft.calculation = Calculation(f"{now:f} - {before:f}", change, "", (Operand(now, key), Operand(before, key)))
    a, b = (" ".join(c.text.split()) for c in (earlier, cell))
    a, b = (n if n.endswith("%") else f"{n}{sign}" for n in (a, b))
    gap = number(abs(change), language)
    way = ("lên" if change > 0 else "xuống" if change < 0 else "đến") if language == "vi" else "to"
    if language == "vi":
        said = f"từ {a} {way} {b}" + (f", {'tăng' if change > 0 else 'giảm'} {gap}" if change else ", không đổi")
    else:
        said = f"from {a} to {b}" + (f", {'up' if change > 0 else 'down'} {gap}" if change else ", unchanged")
    draft.say(f"{row_name(table, row)}: {said}", key)
    return draft

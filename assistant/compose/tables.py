"""Highest and lowest: the row of a table, or the report of a series, that leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose.citing import Draft
from assistant.evidence import Weighted, weigh
from assistant.question import Question
from assistant.statements import ReportIndex, plain
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.report import Block, Cell, Table

LEAST = 0.45
_TOTAL = re.compile(r"^(tong( cong| so)?|cong|toan (huyen|tinh|xa)|chung|binh quan|trung binh)\b")
_LOWEST = re.compile(r"(thap|it|nho|yeu|kem) nhat|cuoi bang|\b(lowest|least|fewest|smallest|worst|bottom)\b")
_TIES = 4


@dataclass(frozen=True, slots=True)
class _Column:
    index: ReportIndex
    block: Block
    column: int
    score: float


def answer_extreme(question: Question, indexes: list[ReportIndex]) -> Draft | None:
    """The row that leads in the column asked for, by the table's own values; None where no column fits."""
    columns = [c for index in indexes for block in index.report.tables for c in _columns(question, index, block)]
    columns.sort(key=lambda c: -c.score)
    if not columns or columns[0].score < LEAST:
        return None
    lowest = bool(_LOWEST.search(fold(question.clear)))
    chosen = columns[0]
    table = chosen.block.table
    assert table is not None
    rows = [(value, cell) for value, cell in _values(table, chosen.column)]
    if len(rows) < 2:
        return None
    best = min(rows, key=lambda r: r[0])[0] if lowest else max(rows, key=lambda r: r[0])[0]
    leaders = [cell for value, cell in rows if value == best]
    draft = Draft()
    names = []
    keys = []
    for cell in leaders[:_TIES]:
        cells = [c for c in table.row(cell.row) if c.text.strip()]
        keys.append(draft.cite(chosen.index, chosen.block, min(c.start for c in cells), max(c.end for c in cells), cell.row))
        names.append(row_name(table, cell.row))
    label = table.columns[chosen.column].split(" › ")[-1]
    printed = " ".join(leaders[0].text.split())
    draft.say(f"{', '.join(names)}: {printed}" + (f" ({label})" if not any(ch.isdigit() for ch in label) else ""), *keys)
    left = len(leaders) - _TIES
    if left > 0:
        draft.notes.append(f"Còn {left} dòng khác bằng giá trị này." if question.language == "vi" else f"{left} more rows share this value.")
    draft.notes.append(
        f"So sánh {len(rows)} dòng của bảng {table.number}." if question.language == "vi" else f"{len(rows)} rows of table {table.number} compared."
    )
    return draft


def row_name(table: Table, row: int) -> str:
    """What a row is of: its first cell that is words."""
    for cell in table.row(row):
        text = " ".join(cell.text.split())
        if text and parse_number(text) is None and not re.fullmatch(r"[\dIVXivx.)]+", text):
            return text
    return ""


def _values(table: Table, column: int) -> list[tuple[Decimal, Cell]]:
    found = []
    for row in range(table.header_rows, table.rows):
        if row == table.code_row or _TOTAL.match(fold(row_name(table, row))) or not row_name(table, row):
            continue
        cell = table.at(row, column)
        value = parse_number(cell.text) if cell is not None and cell.row == row else None
        if cell is not None and value is not None:
            found.append((value, cell))
    return found


def _columns(question: Question, index: ReportIndex, block: Block) -> list[_Column]:
    table = block.table
    assert table is not None
    if table.rows - table.header_rows < 3:
        return []
    weighted = [w for w in weigh(question, index) if w.wanted.weight >= 0.25]
    section = index.report.section(block.section)
    around = plain(" ".join((table.title, *(section.path if section else ()))))
    found = []
    for column, label in enumerate(table.columns):
        score = _cover(weighted, plain(label), 1.0) + _cover(weighted, around, 0.45)
        names = {fold(w.wanted.words) for w in weighted}
        extra = sum(1 for word in plain(label).split() if not any(word in n for n in names))
        found.append(_Column(index, block, column, score - 0.01 * min(extra, 10)))
    return found


def _cover(weighted: list[Weighted], flat: str, worth: float) -> float:
    total = sum(w.weight for w in weighted) or 1.0
    held = 0.0
    for w in weighted:
        if f" {w.wanted.words} " in flat or any(f" {fold(k)} " in flat for k in w.wanted.keys):
            held += w.weight
    return worth * held / total

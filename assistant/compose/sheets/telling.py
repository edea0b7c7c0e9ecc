"""How cells of a sheet are told: under what they hold, with what they are out of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.sheets.granted import Granted
from assistant.compose.sheets.sheet import LITTLE, Column, Holds, Sheet, name_of
from assistant.compose.tables.heads import cite_heads
from assistant.compose.wording import number
from assistant.verify import values
from ingest.language.fold import fold
from ingest.report import locate


def printed(sheet: Sheet, row: int, column: Column, language: Language) -> str:
    """A cell with what it counts in: "17,5 điểm", "79,55%", "hạng 11/34"."""
    cell = sheet.cell(row, column)
    text = " ".join(cell.text.split()) if cell is not None else ""
    if column.holds is Holds.SHARE:
        return text if text.endswith("%") else f"{text}%"
    if column.holds is Holds.POINTS and "%" not in text:
        return f"{text} {'điểm' if language == 'vi' else 'points'}"
    if column.holds is Holds.RANK:
        return f"{'hạng' if language == 'vi' else 'rank'} {text}"
    return text


def tell(draft: Draft, sheet: Sheet, row: int, columns: Sequence[Column], language: Language) -> tuple[str, list[int]]:
    """A row with some of its cells, and the keys they rest on."""
    key = sheet.cite(draft, row)
    told, keys = [], [key]
    for column in columns:
        label = label_of(column)
        if column.words <= LITTLE | sheet.about and sheet.criterion and fold(sheet.criterion) not in fold(label):
            label = f"{sheet.criterion}, {label}"
        cell = sheet.cell(row, column)
        if cell is not None:
            place = locate(sheet.index.report, sheet.block, cell.start, cell.end, row=row)
            keys += cite_heads(draft, sheet.index, [place], values(label))
        told.append(f"{printed(sheet, row, column, language)} ({label})")
    return f"{name_of(sheet, row)}: {'; '.join(told)}", keys


def label_of(column: Column) -> str:
    """The label of a column, under the heading above it where its own says nothing else."""
    leaf = " ".join(column.label.replace("(%)", "").split())
    above = " ".join(column.above.replace("›", ",").split())
    return f"{above}: {leaf}" if above and not any(ch.isdigit() for ch in above) else leaf


def cite_most(draft: Draft, sheet: Sheet, granted: Granted) -> int:
    """The key of where the most stands."""
    return draft.cite(sheet.index, granted.block or sheet.block, granted.start, granted.end, granted.row)


def apart(draft: Draft, high: tuple[Decimal, int], low: tuple[Decimal, int], language: Language, unit: str = "") -> str:
    """What lies between two values, each with its key, worked out in the draft and as it is told."""
    value = high[0] - low[0]
    operands = (Operand(high[0], high[1]), Operand(low[0], low[1]))
    draft.calculation = Calculation(f"{high[0]:f} - {low[0]:f}", value, unit, operands)
    return number(value, language)

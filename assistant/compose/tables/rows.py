"""Rows of a table that a question names, set against each other in the column that it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.tables.columns import Column, columns_of, is_of_other_time, is_share, number_in
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row, rows_named
from assistant.compose.tables.wholes import whole_of
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Table

LEAST = 0.45  # of what is asked must stand over a column
AHEAD_OF = re.compile(
    r"\b(?:cao|thap|nhieu|it|lon|nho)?\s?(?:hon|kem|cach|bo xa)\b[^?;]{0,50}\b(?:bao nhieu|may)\b|"
    r"\bhow (?:far|much|many)\b[^?;]{0,30}\b(?:ahead of|behind|above|below|over|more than|less than|higher|lower|"
    r"better)\b"
)
_KINDS = r"(?:so|don vi|tinh|xa|phuong|huyen|co quan|dia phuong|noi|ben|nganh|phong|ban)"
_THE_TWO = re.compile(  # that were spoken of before
    rf"\b(?:hai|2) {_KINDS}\b|\bnhau\b|\b{_KINDS} nao\b.*\bhon\b|\b(?:the|these|those) two\b|\bthey\b|\bthem\b|"
    r"\bapart\b|\bwhich (?:one|department|unit|province|commune|ward|district)\b.*\b(?:higher|lower|more|fewer|better|"
    r"worse)\b"
)
_TOGETHER = re.compile(
    r"\b(?:cong lai|tong cong|gop lai|ca hai|ca ba|tong so|tong(?! diem\b))\b|"
    r"\b(?:together|altogether|combined|in total|sum)\b"
)
_KIND = re.compile(r"(?:tinh|(?:ubnd )?(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho)) ")


def answer_rows(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Two rows that the question names, set against each other in the column asked for; None unless both are there."""
    best = _rows_asked(question, indexes, lexicon)
    return set_against(question, best[0], best[1]) if best is not None and len(best[1]) == 2 else None


def answer_each_row(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Each of the rows that the question names with its value in the column asked for, and their sum where that is
    asked; None where one of them has none, or more columns than one are asked for."""
    if not question.is_(Kind.FIGURE) or len(question.periods) > 1 or question.also_units:
        return None
    best = _rows_asked(question, indexes, lexicon)
    if best is None:
        return None
    column, rows = best
    table, draft, operands = column.block.table, Draft(), []
    assert table is not None
    label = table.columns[column.column].rpartition("›")[2].strip()
    label = f" ({label})" if not any(ch.isdigit() for ch in label) else "%" if is_share(label) else ""
    for value, row in sorted(rows, key=lambda r: r[1]):
        key = _cite(draft, column, row)
        cell = table.at(row, column.column)
        operands.append(Operand(value, key))
        told = " ".join(cell.text.split()) if cell is not None else ""
        draft.say(f"{row_name(table, row)}: {told}{label}", key)
    if _TOGETHER.search(fold(question.clear)):
        total = sum((o.value for o in operands), Decimal(0))
        draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), total, "", tuple(operands))
        said = "Cộng lại" if question.language == "vi" else "Together"
        draft.say(f"{said}: {number(total, question.language)}", *(o.key for o in operands))
    return draft


def answer_rows_together(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The sum of the rows that the question names, where it asks for that."""
    return answer_each_row(question, indexes, lexicon) if _TOGETHER.search(fold(question.clear)) else None


def _rows_asked(
    question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon
) -> tuple[Column, list[tuple[Decimal, int]]] | None:
    """The rows, two or more, that the question names, with their values in the column that it asks for, the higher
    first; None where one of them has none."""
    best: list[tuple[Column, list[tuple[Decimal, int]]]] = []
    times = {*question.report_periods, *question.periods}
    for index in [i for i in indexes if i.report.period in times] or indexes:
        for block in index.report.tables:
            table = block.table
            assert table is not None
            named = rows_named(question, table, lexicon, index.report.place)
            if len(named) < 2:
                continue
            words = " ".join((*(plain(row_name(table, row)).strip() for row in named), of_rows(question, table)))
            chosen = _column_asked(question, columns_of(question, index, block, words, lexicon), lexicon)
            if chosen is None:
                continue
            cells = [(table.at(row, chosen.column), row) for row in named]
            values = [(value, row) for cell, row in cells if cell and (value := number_in(cell.text)) is not None]
            if len(values) == len(named):
                best.append((chosen, sorted(values, key=lambda p: -p[0])))
    return max(best, key=lambda b: (b[0].rank, b[0].score), default=None)


def answer_rows_before(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The two rows that were asked for one after the other, set against each other in the column that the first was
    asked for in: "Sở A được bao nhiêu điểm?", "Còn Sở B?", "Hai sở hơn kém nhau mấy điểm?"."""
    if not question.followup or len(question.before) < 2 or not _THE_TWO.search(fold(question.clear)):
        return None
    before = [understand(text, lexicon) for text in question.before]
    best: list[tuple[Column, list[tuple[Decimal, int]]]] = []
    for index in indexes:
        for block in index.report.tables:
            table = block.table
            assert table is not None
            said = [(row, asked) for asked in before if (row := named_row(asked, table, lexicon)) is not None]
            rows = [row for row, _ in said]
            if len(said) < 2 or rows[-1] in rows[:-1] or rows[-2] in rows[:-2]:
                continue
            names = " ".join(plain(row_name(table, row)) for row in rows)
            chosen = _column_asked(said[0][1], columns_of(said[0][1], index, block, names, lexicon), lexicon)
            if chosen is None:
                continue
            cells = [(table.at(row, chosen.column), row) for row in rows[-2:]]
            values = [(value, row) for cell, row in cells if cell and (value := number_in(cell.text)) is not None]
            if len(values) == 2:
                best.append((chosen, sorted(values, key=lambda p: -p[0])))
    return set_against(question, *max(best, key=lambda b: (b[0].rank, b[0].score))) if best else None


def _column_asked(question: Question, columns: Sequence[Column], lexicon: Lexicon) -> Column | None:
    """The column that a question asks for, of the time it names; None where none says enough of it."""
    labels = columns[0].block.table.columns if columns and columns[0].block.table is not None else ()
    held = [c for c in columns if not is_of_other_time(question, c.index, labels[c.column])]
    chosen = max(held, key=lambda c: (c.rank, c.score), default=None)
    if chosen is None or chosen.score < LEAST:
        return None
    whole = whole_of(question, chosen, held, lexicon)
    return replace(chosen, column=whole.column)


def named_rows(asked: str, table: Table) -> dict[int, str]:
    """The rows that a folded question names in full, with their names, the kind before a name aside: "Mộc Đồng" names
    "Tỉnh Mộc Đồng"."""
    said, named = plain(asked), {}
    for row in range(table.header_rows, table.rows):
        label = plain(row_name(table, row)).strip()
        name = _KIND.sub("", label)
        name = name if len(name.split()) > 1 else label
        if row != table.code_row and len(name.split()) > 1 and f" {name} " in said:
            named[row] = name
    return named


def of_rows(question: Question, table: Table) -> str:
    """The words of a question that say which rows are set against each other, folded: their names, where it names
    several, and what stands at the head of all names ("Tỉnh (trước sắp xếp)"). They are no words of a column."""
    named = named_rows(fold(question.clear), table)
    if not named:
        return ""
    rows = range(table.header_rows, table.rows)
    at = {
        c.column for row in rows for c in table.row(row) if plain(c.text).strip() == plain(row_name(table, row)).strip()
    }
    heads = [table.columns[column] for column in at] if len(at) == 1 else []
    return " ".join((*named.values(), *map(plain, heads), "xep giua"))


def _cite(draft: Draft, column: Column, row: int) -> int:
    assert column.block.table is not None
    held = [c for c in column.block.table.row(row) if c.text.strip()]
    return draft.cite(column.index, column.block, held[0].start, max(c.end for c in held), row)


def set_against(question: Question, chosen: Column, rows: Sequence[tuple[Decimal, int]]) -> Draft:
    """Two rows of a column with their values, the higher first, and the difference worked out."""
    draft = Draft()
    table = chosen.block.table
    assert table is not None
    told, operands = [], []
    for value, row in rows:
        key = _cite(draft, chosen, row)
        operands.append(Operand(value, key))
        told.append(f"{row_name(table, row)} {number(value, question.language)}")
    high, low = operands
    gap = high.value - low.value
    draft.calculation = Calculation(f"{high.value:f} - {low.value:f}", gap, "", (high, low))
    chenh = number(gap, question.language)
    said = (
        f"{told[0]}; {told[1]}; chênh {chenh}"
        if question.language == "vi"
        else f"{told[0]}; {told[1]}; a difference of {chenh}"
    )
    draft.say(said, high.key, low.key)
    return draft

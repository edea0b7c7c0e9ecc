"""What the head of a column grants ("Điểm đạt (tối đa 20 điểm)") and what a row makes of it: points held against their
most, what they fall short of it, and the points of the parts of a score against the score itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.doubting import asks_within
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.tables.columns import columns_of, names_row
from assistant.compose.tables.row_names import row_name
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.granted import is_most
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.report import Block, Cell, Locator, Table

_PARTS_ASKED = re.compile(
    r"\bthanh phan\b|\bcac (?:diem|tieu chi|muc)(?: diem)? con\b|"
    r"\b(?:component|sub|partial|part)(?:-| )?(?:scores?|points?|criteria)\b"
)
_POINTS = re.compile(r"\bdiem\b")
_SHARE = re.compile(r"%|\bt[yi] le\b")
_OF_ANY_MOST = frozenset(
    {"tối đa", "tiêu chí", "điểm", "vượt", "duy trì", "mức", "muc", "nam"}
)  # which most is meant these do not say
HALF = 0.5  # of what is asked: a word that makes up so much of it may not be missing over a column
FITS = 0.45  # of what is asked must stand over a column whose points are held against their most
_PARTS = re.compile(r"\bthanh phan\b")


def cite_heads(draft: Draft, index: ReportIndex, places: Iterable[Locator], numbers: Iterable[Decimal]) -> list[int]:
    """The keys of the column heads that hold those of the numbers which stand in no quote of the draft yet."""
    held = {v for c in draft.citations for v in values(c.quote)}
    lacking = [n for n in numbers if n not in held]
    keys: list[int] = []
    for place in places if lacking else ():
        block = index.report.block(place.block)
        table = block.table
        cell = next((c for c in table.cells if c.start <= place.start <= c.end), None) if table else None
        for head in heads_over(table, cell) if table and cell and cell.row >= table.header_rows else ():
            if any(n in values(head.text) for n in lacking):
                keys.append(draft.cite(index, block, head.start, head.end))
                lacking = [n for n in lacking if n not in values(head.text)]
    return keys


def heads_over(table: Table, cell: Cell) -> list[Cell]:
    """The head cells above a cell, from the nearest up, each once."""
    found = (table.at(row, cell.column) for row in range(table.header_rows - 1, -1, -1))
    return list(dict.fromkeys(c for c in found if c is not None and c.text.strip()))


SHORT_OF = re.compile(
    r"\bhow (?:far|many points|much)\b.{0,40}\b(?:from|short|below|under|off)\b|"
    r"\b(?:thieu|cach|kem|thap hon|hut)\b(?=.{0,60}\b(?:toi da|tron|du|\d+ diem)\b).{0,70}\b(?:bao nhieu|may)\b|"
    r"\b(?:thieu|cach|kem|thap hon|hut) (?:bao nhieu|may)\b.{0,60}\b(?:toi da|tron|du|\d+ diem)\b"
)
_MOST = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?) diem\b")
_MOST_ASKED = re.compile(r"(?<![\d.,/])(\d+(?:[.,]\d+)?)(?: diem| points?)\b")


def add_shortfall(draft: Draft, question: Question, index: ReportIndex, block: Block, cell: Cell, key: int) -> None:
    """Adds what the points of a cell, cited under `key`, fall short of the most that the head of its column grants,
    where the question is after that; nothing where no head grants any or the question speaks of another most."""
    asked, table = fold(question.clear), block.table
    held = parse_number(cell.text.strip())
    if table is None or held is None or not SHORT_OF.search(asked):
        return
    said = {parse_number(n) for n in _MOST_ASKED.findall(asked)}
    for head in heads_over(table, cell):
        granted = _MOST.search(fold(" ".join(head.text.split())))
        most = parse_number(granted[1]) if granted is not None else None
        if most is None or most < held or (said and most not in said):
            continue
        at = draft.cite(index, block, head.start, head.end)
        draft.calculation = Calculation(
            f"{most:f} - {held:f}", most - held, "điểm", (Operand(most, at), Operand(held, key))
        )
        a, b, gap = (number(v, question.language) for v in (most, held, most - held))
        draft.say(
            f"Thấp hơn mức {a} điểm {gap} điểm ({a} - {b})"
            if question.language == "vi"
            else f"{gap} points below the full {a} ({a} - {b})",
            key,
            at,
        )
        return


_PASSES = re.compile(r"\b(?:vuot|qua|cao hon|lon hon|exceeds?|exceeded|above|over|beyond|higher than|more than)\b")


def answer_within(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Whether the points in a row that the question names lie within the most that the head of their column grants, by
    how much they pass it; None where no head grants one, or another than the question says."""
    if not asks_within(question):
        return None
    said = {parse_number(n) for n in _MOST_ASKED.findall(fold(question.clear))}
    about = tuple(w for w in question.wanted if not (w.foreign or w.words[:1].isdigit() or set(w.keys) & _OF_ANY_MOST))
    asked = replace(question, wanted=about)
    best: tuple[float, ReportIndex, Block, Cell, Cell] | None = None
    for index in indexes:
        for block in index.report.tables:
            table = block.table
            rows = range(table.header_rows, table.rows) if table is not None else ()
            row = next((r for r in rows if table is not None and _is_named(question, table, r, index)), None)
            if table is None or row is None:
                continue
            for column in columns_of(asked, index, block, plain(row_name(table, row)).strip(), lexicon):
                cell = table.at(row, column.column)
                most = _beside(table, cell)
                head = _granting(table, cell) or most
                fits = column.score >= FITS or (most is not None and not column.lacks)  # the row says all of it
                of_it = fits and column.lacks < HALF and _is_points(fold(table.columns[column.column]))
                if cell is not None and head is not None and of_it and (best is None or column.rank > best[0]):
                    best = (column.rank, index, block, cell, head)
    if best is None or (said and _most_of(best[-1]) not in said):
        return None
    return _held_against(question, *best[1:])


def most_granted(table: Table, cell: Cell) -> Decimal | None:
    """The most that the head over a cell of a number grants; None where no head does."""
    head = _granting(table, cell)
    return _most_of(head) if head is not None else None


def _granting(table: Table, cell: Cell | None) -> Cell | None:
    """The head over a cell of a number that grants a most."""
    if cell is None or parse_number(cell.text.strip()) is None:
        return None
    said = (
        head for head in heads_over(table, cell) if parse_number(head.text.strip()) is None
    )  # no number of a column
    return next((head for head in said if _most_of(head) is not None), None)


def _beside(table: Table, cell: Cell | None) -> Cell | None:
    """The most that the row of a cell grants itself, in the one column of such: "Điểm tối đa | Điểm đạt"."""
    columns = [at for at, label in enumerate(table.columns) if is_most(label)]
    most = table.at(cell.row, columns[0]) if cell is not None and len(columns) == 1 else None
    return most if cell is not None and most is not None and most != cell and _most_of(most) is not None else None


def _most_of(head: Cell) -> Decimal | None:
    alone = parse_number(head.text.strip())
    if alone is not None:
        return alone
    granted = _MOST.search(fold(" ".join(head.text.split())))
    return parse_number(granted[1]) if granted is not None else None


def _held_against(question: Question, index: ReportIndex, block: Block, cell: Cell, head: Cell) -> Draft | None:
    table, held, most = block.table, parse_number(cell.text.strip()), _most_of(head)
    if table is None or held is None or most is None:
        return None
    draft, language = Draft(), question.language
    cells = [c for c in table.row(cell.row) if c.text.strip()]
    key = draft.cite(index, block, min(c.start for c in cells), max(c.end for c in cells), cell.row)
    at = draft.cite(index, block, head.start, head.end)
    passes = held > most
    high, low = max(held, most), min(held, most)
    operands = (Operand(held, key), Operand(most, at)) if passes else (Operand(most, at), Operand(held, key))
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, "điểm", operands)
    yes = passes if _PASSES.search(fold(question.clear)) else not passes
    a, b, gap = (number(v, language) for v in (held, most, high - low))
    name = row_name(table, cell.row)
    if language == "vi":
        stands = f"cao hơn mức tối đa {b} điểm là {gap} điểm" if passes else f"trong mức tối đa {b} điểm"
        draft.say(f"{'Có' if yes else 'Không'}: {name} {a} điểm, {stands}", key, at)
    else:
        stands = f"{gap} points above the maximum of {b}" if passes else f"within the maximum of {b}"
        draft.say(f"{'Yes' if yes else 'No'}: {name} {a} points, {stands}", key, at)
    return draft


def answer_components(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """Whether the points of the parts in a row that the question names add up to the row's own score; None where no
    table sets them side by side."""
    if not _PARTS_ASKED.search(fold(question.clear)):
        return None
    asked = {k for w in question.wanted for k in w.keys}
    best: tuple[float, ReportIndex, Table, int, int, list[int]] | None = None
    for index in indexes:
        for block in index.report.blocks:
            table = block.table
            columns = _columns(table) if table is not None else None
            if table is None or columns is None:
                continue
            said = {k for n in index.by_block[block.id] for k in index.statements[n].lead | index.statements[n].heading}
            fit = len(asked & said) / (len(asked) or 1)
            for row in range(table.header_rows, table.rows):
                if _is_named(question, table, row, index) and (best is None or fit > best[0]):
                    best = (fit, index, table, row, *columns)
    return _worked(question, *best[1:]) if best is not None else None


def _columns(table: Table) -> tuple[int, list[int]] | None:
    """The column of a score and those of the points of its parts, told by their heads; None where there are none."""
    labels = [fold(label) for label in table.columns]
    points = [i for i, label in enumerate(labels) if _is_points(label)]
    parts = [i for i in points if _PARTS.search(labels[i])]
    whole = [i for i in points if i not in parts]
    return (whole[0], parts) if len(whole) == 1 and len(parts) > 1 else None


def _is_points(label: str) -> bool:
    last = label.rpartition(" › ")[2]
    return bool(_POINTS.search(last)) and not _SHARE.search(last)


def _is_named(question: Question, table: Table, row: int, index: ReportIndex) -> bool:
    """Whether a question names a row: by its words, or by what they are called in the other language."""
    name = plain(row_name(table, row))
    if not name.strip():
        return False
    whose = f" {fold(index.report.place)} "  # "Sở Y tế tỉnh …" in the report of that province
    if name in plain(question.clear) or (
        name.strip() != whose.strip() and name.replace(whose, " ") in plain(question.clear)
    ):
        return True
    if question.language == "vi":
        return False
    statement = next((s for s in index.statements if s.block.table is table and s.row == row), None)
    own = statement.own if statement is not None else frozenset()
    return bool(own) and names_row(question, table, row, own, index.report.place) and _says_all(question, own)


def _says_all(question: Question, own: frozenset[str]) -> bool:
    """Whether every concept of several words in a row stands in the question, and there is one."""
    names = {k for k in own if " " in k and k != "cải cách"}  # which each field of reform says
    return bool(names) and names <= {k for w in question.wanted for k in w.keys}


def _worked(
    question: Question, index: ReportIndex, table: Table, row: int, whole: int, parts: list[int]
) -> Draft | None:
    cells = [table.at(row, column) for column in (*parts, whole)]
    told = [parse_number(c.text.strip()) if c is not None else None for c in cells]
    statement = next((s for s in index.statements if s.block.table is table and s.row == row), None)
    if statement is None or any(v is None for v in told):
        return None
    *summed, stated = [v for v in told if v is not None]
    draft, vietnamese = Draft(), question.language == "vi"
    key = draft.cite_statement(index, statement)
    total = sum(summed, Decimal(0))
    formula = " + ".join(f"{v:f}" for v in summed)
    operands = tuple(Operand(v, key) for v in summed)
    terms = " + ".join(number(v, question.language) for v in summed)
    worked = f"{terms} = {number(total, question.language)}"
    if total == stated:
        draft.calculation = Calculation(formula, total, "điểm", operands)
        draft.say(f"Có, khớp: {worked}" if vietnamese else f"Yes, it adds up: {worked}", key)
        return draft
    high, low = max(total, stated), min(total, stated)
    draft.calculation = Calculation(
        f"{formula} = {total:f}; {high:f} - {low:f}", high - low, "điểm", (*operands, Operand(stated, key))
    )
    said, gap = number(stated, question.language), number(high - low, question.language)
    draft.say(
        f"Không khớp: {worked}, báo cáo ghi {said}, chênh lệch {gap}"
        if vietnamese
        else f"No, it does not add up: {worked}, the report states {said}, a difference of {gap}",
        key,
    )
    return draft

"""Two columns set against each other: self-given and appraised scores, this year's and last year's. Which row lies
farthest apart between them, and whether one row rose or fell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from assistant.asked.kinds import Kind
from assistant.asked.restating import KEPT, compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.tables.cells import LEAST
from assistant.compose.tables.columns import Column, columns_of, is_share, values_of
from assistant.compose.tables.heads import cite_heads
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import periods
from ingest.report import Cell, Table, locate

_MOST = r"(?:nhieu|manh|lon|cao|xa) nhat"
_OVER = re.compile(
    rf"\btu (?:cham|danh gia|xep)\b[^?;]{{0,60}}\b(?:cao|qua|vuot|chenh|lech|hon)\b[^?;]{{0,60}}\b{_MOST}\b|"
    r"\b(?:over|under)-?(?:rated|estimated|scored|marked)\b"
)
_UNDER = re.compile(r"\bthap hon\b|\bunder-?(?:rated|estimated|scored|marked)\b")
_ROSE = re.compile(
    rf"\btang\b[^?;]{{0,40}}\b{_MOST}\b|\b(?:rose|grew|gained|increased|improved|climbed) (?:\w+ ){{0,4}}(?:the )?"
    r"most\b|"
    r"\b(?:largest|biggest|greatest) (?:increase|rise|gain|improvement)\b"
)
_FELL = re.compile(
    rf"\b(?:giam|tut|sut)\b[^?;]{{0,40}}\b{_MOST}\b|\b(?:fell|dropped|lost|declined|decreased) (?:\w+ ){{0,4}}(?:the )?"
    r"most\b|\b(?:largest|biggest|greatest) (?:decrease|fall|drop|decline|loss)\b"
)
_DOWN = re.compile(
    r"\b(?:giam|tut|sut|xuong|roi)\b|\b(?:fall|fell|fallen|drop|dropped|declined?|decreased?|slip(?:ped)?|worsen(?:ed)?|"
    r"down)\b"
)
_UP = re.compile(
    r"\b(?:tang|cai thien|len)\b|\b(?:rise|risen|rose|increased?|improved?|grow|grew|grown|climb(?:ed)?|up)\b"
)
_RANK = re.compile(r"\b(?:thu hang|xep hang|hang|bac|rank(?:ing|ed)?)\b")
_SELF = re.compile(r"\btu (?:cham|danh gia|xep loai)\b")
_GIVEN = re.compile(r"\b(?:tham dinh|danh gia|cham|ket qua|dat|cong nhan|phe duyet)\b")
_ASKS_SHARE = re.compile(r"\bty (?:le|trong)\b|\b(?:rates?|share|proportion|percentage(?! points?\b))\b")
_VALUE = re.compile(r"\b(?:diem|ket qua|gia tri|ty le|thuc hien|tham dinh|dat|so luong|nam)\b")
_NO_VALUE = re.compile(r"\b(?:hang|xep|bac|tu cham|tu danh gia|ke hoach|muc tieu|chi tieu|toi da|tang|giam|so sanh)\b")


def asks_gap(question: Question) -> bool:
    """Whether the row is asked for that two columns tell farthest apart."""
    return _asks_gap(fold(question.clear))


@lru_cache(maxsize=KEPT)
def _asks_gap(asked: str) -> bool:
    return any(pattern.search(asked) for pattern in (_OVER, _ROSE, _FELL))


def answer_gap(question: Question, column: Column) -> Draft | None:
    """The row with the greatest difference between the two columns that are meant, worked out, in the table of
    `column`; None where the table has no such two columns."""
    asked, table = fold(question.clear), column.block.table
    assert table is not None
    pair = _judged(table) if _OVER.search(asked) else _years(table, column)
    if pair is None:
        return None
    high, low = ({cell.row: (value, cell) for value, cell in values_of(table, at)} for at in pair)
    rows = [(high[row][0] - low[row][0], row) for row in high if row in low]
    if len(rows) < 2:
        return None
    falls = bool(_UNDER.search(asked)) if _OVER.search(asked) else not _ROSE.search(asked)
    gap, row = min(rows) if falls else max(rows)
    if (gap >= 0) if falls else (gap <= 0):
        return None  # none of them fell, or rose
    return _told(question, column, row, sorted((high[row], low[row]), key=lambda held: -held[0]))


def answer_moved(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Whether, and by how much, the one row that the question names rose or fell between the two years of its table;
    None where no table on what is asked has such a row and two such columns."""
    asked = fold(question.clear)
    down, up = bool(_DOWN.search(asked)), bool(_UP.search(asked))
    if not (down or up) or not (question.is_(Kind.YES_NO) or compares(question)):
        return None
    ranks = bool(_RANK.search(asked))
    best: tuple[float, Column, int, tuple[int, int]] | None = None
    for index in indexes:
        for block in index.report.tables:
            table = block.table
            assert table is not None
            row = named_row(question, table, lexicon)
            without = plain(row_name(table, row)).strip() if row is not None else ""
            for column in columns_of(question, index, block, without, lexicon) if row is not None else ():
                pair = _years(table, column, ranks=ranks)
                if pair is None or not _of_pair(question, column, pair):
                    continue
                if column.score >= LEAST and (best is None or column.rank > best[0]):
                    best = (column.rank, column, row or 0, pair)
    if best is None:
        return None
    _, column, row, pair = best
    table = column.block.table
    assert table is not None
    now, before = ({c.row: (v, c) for v, c in values_of(table, at)}.get(row) for at in pair)
    if now is None or before is None:
        return None
    moved = before[0] - now[0] if ranks else now[0] - before[0]
    draft = _told(question, column, row, (now, before), moved=moved, ranks=ranks)
    if question.is_(Kind.YES_NO) and not compares(question) and down != up:
        yes = moved < 0 if down else moved > 0
        word = ("Có" if yes else "Không") if question.language == "vi" else ("Yes" if yes else "No")
        draft.claims[0] = Draft.claim(f"{word}. {draft.claims[0].text}", *draft.claims[0].keys)
    return draft


def _of_pair(question: Question, column: Column, pair: tuple[int, int]) -> bool:
    """Whether two columns are of what a column is of, and of the months asked for: beside "Nhiệm vụ › Chậm" the columns
    "Điểm › Tháng trước" and "Điểm › Tháng này" say nothing of what was late, nor of a month before these two."""
    table, own = column.block.table, column.index.report.period
    assert table is not None
    asked = fold(question.clear)
    counts = any(f"so {fold(u)}" in asked or f"so luong {fold(u)}" in asked for u in question.units)
    counts = counts or (column.column not in pair and not is_share(table.columns[column.column]))
    if counts and all(is_share(table.columns[at]) for at in pair) and not _ASKS_SHARE.search(asked):
        return False  # how many were late is not told by the share that was in time
    of_what = {table.columns[at].rpartition("›")[0].strip() for at in pair}
    if "" not in of_what and table.columns[column.column].rpartition("›")[0].strip() not in of_what:
        return False
    months = {p for p in question.periods if PART_OF_YEAR.fullmatch(p)}
    told = {s.period for at in pair for s in periods(table.columns[at], own)}
    return len(months) < 2 or not any(map(PART_OF_YEAR.fullmatch, told)) or months <= told


def _told(
    question: Question,
    column: Column,
    row: int,
    held: Sequence[tuple[Decimal, Cell]],
    *,
    moved: Decimal | None = None,
    ranks: bool = False,
) -> Draft:
    table = column.block.table
    assert table is not None
    cells = [c for c in table.row(row) if c.text.strip()]
    draft = Draft()
    key = draft.cite(column.index, column.block, cells[0].start, max(c.end for c in cells), row)
    less, more = sorted(v for v, _ in held)
    draft.calculation = Calculation(f"{more:f} - {less:f}", more - less, "", (Operand(more, key), Operand(less, key)))
    names = [table.columns[cell.column].split(" › ") for _, cell in held]
    names = [n if any(ch.isdigit() for ch in " ".join(n)) else n[-1:] for n in names]  # the year, where there is one
    said_numbers = [v for n in names for v in values(" ".join(n))]
    places = [locate(column.index.report, column.block, cell.start, cell.end, row=row) for _, cell in held]
    heads = cite_heads(draft, column.index, places, said_numbers)
    parts = [f"{number(v, question.language)} ({', '.join(name)})" for (v, _), name in zip(held, names, strict=True)]
    apart = number(more - less, question.language)
    said = f"chênh {apart}" if question.language == "vi" else f"a difference of {apart}"
    if moved is not None:
        said = _moved(moved, apart, vietnamese=question.language == "vi", ranks=ranks)
    draft.say(f"{row_name(table, row)}: {parts[0]}; {parts[1]}; {said}", key, *heads)
    return draft


def _moved(moved: Decimal, apart: str, *, vietnamese: bool, ranks: bool) -> str:
    """By how much a value, or a place in a ranking, moved, in words."""
    if not moved:
        return "không đổi" if vietnamese else "unchanged"
    if vietnamese:
        return f"{'tăng' if moved > 0 else 'giảm'} {apart}{' bậc' if ranks else ''}"
    return f"{'up' if moved > 0 else 'down'} {apart}{' places' if ranks else ''}"


def _judged(table: Table) -> tuple[int, int] | None:
    """The columns of a self-given score and of the one that was given, right beside each other under one heading."""
    labels = [fold(label) for label in table.columns]
    for at, label in enumerate(labels):
        above, _, leaf = label.rpartition("›")
        if not _SELF.search(leaf):
            continue
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(labels) and labels[beside].rpartition("›")[0] == above:
                other = labels[beside].rpartition("›")[2]
                if _GIVEN.search(other) and not _SELF.search(other):
                    return at, beside
    return None


def _years(table: Table, column: Column, *, ranks: bool = False) -> tuple[int, int] | None:
    """The columns of a value, or of a rank, in the later and in the earlier of two years; None where there are no two
    such, or several of one year."""
    of_year: dict[str, list[int]] = {}
    for at, label in enumerate(table.columns):
        said = fold(label)
        named = {s.period for s in periods(label, column.index.report.period) if s.period[:4].isdigit()}
        fits = _RANK.search(said) if ranks else _VALUE.search(said) and not _NO_VALUE.search(said)
        if len(named) == 1 and fits:
            of_year.setdefault(named.pop(), []).append(at)
    if len(of_year) != 2 or any(len(columns) != 1 for columns in of_year.values()):
        return None
    earlier, later = sorted(of_year)
    return of_year[later][0], of_year[earlier][0]

"""Highest and lowest: the row of a table, or part of a list, that leads, comes second, or is among the first few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import number, quoted
from assistant.evidence import Weighted, same_time, unit_fits, weigh
from assistant.kinds import Kind
from assistant.question import Question
from assistant.restating import DOING, ask_again, compares, enough
from assistant.statements import ReportIndex, Statement, keys, plain
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure, Role
from ingest.report import Block, Cell, Table

LEAST = 0.45
_TOTAL = re.compile(r"^(tong( cong| so)?|cong|toan (huyen|tinh|xa)|chung|binh quan|trung binh)\b")
_EXTREME = re.compile(
    r"\b(?:cao|thap|nhieu|it|lon|nho|dai|ngan|tot|kem)\b.{1,60}\bnhat\b|\b(?:cao|thap|nhieu|it|lon|nho"
    r"|dai|ngan|tot|kem|yeu) (?:nhat|thu)\b|\bxep thu\b|\bdung (?:dau|thu|cuoi)\b|\b(?:highest|lowest|"
    r"most|least|fewest|largest|smallest)\b|"
    r"\b(?:topp?ed|leads?|led|leading|bottom|ranked (?:first|last)|came (?:first|last))\b|"
    r"\b(?:dan dau|dung dau|xep cuoi|xep chot|doi so|hang nhat|ve nhat|cuoi bang)\b"
)
_LOWEST = re.compile(
    r"\b(?:thap|it|nho|kem)\b.{1,60}\bnhat\b|\b(?:thap|it|nho|yeu|kem|ngan) (?:nhat|thu)\b|cuoi bang|"
    r"dung cuoi|xep (?:cuoi|chot|bet)|doi so|\bchot bang\b|"
    r"\b(?:lowest|least|fewest|smallest|worst|bottom|last|shortest)\b"
)
_TOP = re.compile(
    r"\b(?:cao|nhieu|lon|tot|dai)\b(?: \w+){0,8} nhat\b|\bdung dau\b|\b(?:highest|most|largest|best|top|greatest)\b"
)
_WITHOUT = re.compile(
    r"(?:khong (?:ke|tinh|bao gom)(?: den)?|ngoai tru|loai tru|tru|ngoai|except(?: for)?|excluding|"
    r"other than|apart from|not counting|leaving out)(?: ra)? (?P<what>[^?,;.)]+)"
)
_RANKS = {
    "hai": 2,
    "nhi": 2,
    "2": 2,
    "ba": 3,
    "3": 3,
    "tu": 4,
    "bon": 4,
    "4": 4,
    "nam": 5,
    "5": 5,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "fifth": 5,
}
_RANK = re.compile(
    r"\bthu (?P<vi>hai|nhi|ba|tu|bon|nam|[2-5])\b|\b(?P<en>second|third|fourth|fifth|2nd|3rd)[- ](?:\w+)"
)
_COUNTS = {
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
}
_FIRST_FEW = re.compile(
    r"(?:^|\b)(?P<vi>hai|ba|bon|nam|0?[2-5]) (?:xa|don vi|dia phuong|linh vuc|phuong|so|huyen|nganh|"
    r"thi tran|noi|co quan)\b|\btop (?P<top>[2-5])\b|\b(?P<en>two|three|four|five|"
    r"[2-5]) (?:\w+ )?(?:communes|units|districts|departments|fields|wards|agencies)\b"
)
_KIND = re.compile(r"\b(xa|phuong|thi tran|huyen|so)\b(?= nao)")
_UNIT_KIND = re.compile(r"(?:ubnd )?(xa|phuong|thi tran|huyen|so|cuc|chi cuc|ban|trung tam)\b")
# What a row is: said in the question, it is no word of a column.
_WHICH = re.compile(
    r"\b(?:xa|phuong|huyen|so|don vi|dia phuong|nganh|linh vuc|co quan|thang|quy|nam|thi tran|nhom) nao\b|"
    r"\bwhich (?:\w+ ){0,2}(?:communes?|wards?|districts?|departments?|units?|agency|agencies|sectors?|fields?|months?|"
    r"quarters?|years?|province)\b"
)
_ROW_KINDS = frozenset({"so", "xa", "phuong", "huyen", "co quan", "don vi", "dia phuong", "cap xa", "bang", "tinh"})
LEAF = 0.3  # what the lowest label of a column counts beside the labels above it
OF_KIND = 0.35  # what it counts that a column holds shares, points or persons as asked
_TIES = 4
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as evidence: `score` says how much of the question stands over it, `rank` how little
    besides, `lacks` the share of the heaviest word that stands nowhere over it, 0 to 1."""

    index: ReportIndex
    block: Block
    column: int
    score: float
    rank: float
    lacks: float


def asks_extreme(question: Question) -> bool:
    """Whether the question wants what stands first, last or at a rank."""
    return question.is_(Kind.EXTREME) or bool(_EXTREME.search(fold(question.clear)))


def leads_of_units(question: Question) -> bool:
    """Whether the question asks which unit or month leads: a figure of the whole is no answer to it."""
    return asks_extreme(question) and bool(_WHICH.search(fold(question.clear)))


def says_extreme(statement: Statement) -> bool:
    """Whether a statement itself says what leads: "cao nhất là xã …"."""
    return bool(_EXTREME.search(statement.plain))


def answer_extreme(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The row that leads in the column asked for, by the table's own values, or the part of a list; None if none."""
    asked = fold(question.clear)
    left_out = _WITHOUT.search(asked)
    without = left_out["what"].strip() if left_out else ""
    chosen = _best_column(question, indexes, lexicon, without)
    listed = _listed(question, indexes, without)
    if chosen is None:
        return listed
    table = chosen.block.table
    assert table is not None
    rows = [
        (value, cell)
        for value, cell in _values(table, chosen.column)
        if not _left_out(row_name(table, cell.row), without)
    ]
    if len(rows) < 2:
        return listed
    wanted_kind = _KIND.search(asked)
    if wanted_kind is not None and not without:
        kinds = [_UNIT_KIND.match(fold(row_name(table, cell.row))) for _, cell in rows]
        own = [row for row, kind in zip(rows, kinds, strict=True) if kind and kind[1] == wanted_kind[1]]
        if not own and sum(kind is not None for kind in kinds) > len(rows) / 2:
            return listed  # the table sets units of another kind against each other
        rows = own if 1 < len(own) < len(rows) and wanted_kind[1] in {"thi tran", "phuong"} else rows
    draft = Draft()
    lowest = bool(_LOWEST.search(asked))
    if _is_rank(table.columns[chosen.column]):
        lowest = not lowest  # the best rank is the smallest number
    groups = _groups(rows, lowest=lowest, asked=asked)
    if _LOWEST.search(asked) and _TOP.search(asked):
        groups = [*_groups(rows, lowest=not lowest, asked=asked), *groups]
    label = table.columns[chosen.column].split(" › ")[-1]
    if len(groups) == 2 and compares(question) and _LOWEST.search(asked) and _TOP.search(asked):
        return _set_against(question, chosen, [(value, cells[0].row) for value, cells in groups])
    for _, cells in groups:
        keys, names = [], []
        for cell in cells[:_TIES]:
            held = [c for c in table.row(cell.row) if c.text.strip()]
            keys.append(
                draft.cite(chosen.index, chosen.block, min(c.start for c in held), max(c.end for c in held), cell.row)
            )
            names.append(row_name(table, cell.row))
        printed = " ".join(cells[0].text.split())
        draft.say(
            f"{', '.join(names)}: {printed}" + (f" ({label})" if not any(ch.isdigit() for ch in label) else ""), *keys
        )
        left = len(cells) - _TIES
        if left > 0:
            draft.notes.append(
                f"Còn {left} dòng khác bằng giá trị này."
                if question.language == "vi"
                else f"{left} more rows share this value."
            )
    draft.notes.append(
        f"So sánh {len(rows)} dòng của bảng {table.number}."
        if question.language == "vi"
        else f"{len(rows)} rows of table {table.number} compared."
    )
    return draft


def _groups(rows: list[tuple[Decimal, T]], *, lowest: bool, asked: str) -> list[tuple[Decimal, list[T]]]:
    """The rows of the rank asked for, those of one value together: the first, the n-th, or the first few."""
    ordered = sorted({v for v, _ in rows}, reverse=not lowest)
    rank, few = _RANK.search(asked), _FIRST_FEW.search(asked)
    at, many = 0, 1
    if rank is not None:
        at = _RANKS[rank["vi"] or rank["en"]] - 1
    elif few is not None:
        many = _COUNTS[(few["vi"] or few["top"] or few["en"]).lstrip("0")]
    groups: list[tuple[Decimal, list[T]]] = []
    for value in ordered[at:]:
        if sum(len(held) for _, held in groups) >= many:
            break
        groups.append((value, [held for v, held in rows if v == value]))
    return groups


def _left_out(name: str, without: str) -> bool:
    """Whether the row or part of that name is among what the question leaves out."""
    if not without:
        return False
    words = [w for w in without.split() if w not in {"ra", "cac", "nhung", "the", "cua", "huyen", "any"}]
    folded = f" {fold(name)} "
    english = {"town": "thi tran", "townlet": "thi tran", "township": "thi tran", "wards": "phuong", "ward": "phuong"}
    phrase = " ".join(english.get(w, w) for w in words)
    return bool(phrase) and f" {phrase} " in folded


def row_name(table: Table, row: int) -> str:
    """What a row is of: its first cell that is words."""
    for cell in table.row(row):
        text = " ".join(cell.text.split())
        if text and _is_words(text):
            return text
    return ""


@lru_cache(maxsize=8_192)
def _is_words(text: str) -> bool:
    return parse_number(text) is None and not re.fullmatch(r"[\dIVXivx.)]+", text)


def _values(table: Table, column: int) -> list[tuple[Decimal, Cell]]:
    found = []
    for row in range(table.header_rows, table.rows):
        if row == table.code_row or _TOTAL.match(fold(row_name(table, row))) or not row_name(table, row):
            continue
        cell = table.at(row, column)
        value = _number(cell.text) if cell is not None and cell.row == row else None
        if cell is not None and value is not None:
            found.append((value, cell))
    return found


def columns_of(question: Question, index: ReportIndex, block: Block, without: str, lexicon: Lexicon) -> list[Column]:
    """The columns of a table that hold values, with how much of the question, less the words `without`, they say."""
    table = block.table
    assert table is not None
    if table.rows - table.header_rows < 3:
        return []
    weighted = [w for w in weigh(question, index) if w.wanted.weight >= 0.25 and w.wanted.words not in DOING]
    if without:
        weighted = [
            w
            for w in weighted
            if not set(w.wanted.words.split()) <= set(without.split()) and "khong ke" not in w.wanted.words
        ]
    section = index.report.section(block.section)
    if not of_asked_time(question, index, block):
        return []
    weighted = [w for w in weighted if not {fold(k) for k in w.wanted.keys} & _ROW_KINDS]
    around = " ; ".join((table.title, *(section.path if section else ())))
    found = []
    for column, label in enumerate(table.columns):
        above, _, leaf = label.rpartition("›")
        score = _cover(weighted, label, lexicon) + 0.45 * _cover(weighted, around, lexicon)
        # What the headings above say already, a component's label says again: the whole stands under the plain label.
        told = LEAF * (
            _cover(weighted, f"{label} ; {around}", lexicon) - _cover(weighted, f"{above} ; {around}", lexicon)
        )
        told += _of_kind(question, leaf)
        names = {fold(w.wanted.words) for w in weighted}
        extra = sum(1 for word in plain(label).split() if not any(word in n for n in names))
        rank = _cover(weighted, f"{label} ; {around}", lexicon) - 0.01 * min(extra, 20)
        score, rank = score + told, rank + told
        lacks = _lacks(weighted, f"{label} ; {around}", lexicon)
        found.append(Column(index, block, column, score - 0.01 * min(extra, 10), rank, lacks))
    return [c for c in found if _counts(table, c.column)]


def _best_column(question: Question, indexes: list[ReportIndex], lexicon: Lexicon, without: str = "") -> Column | None:
    """The column asked for: of the tables that speak of it enough, the one whose label says least besides."""
    best: list[Column] = []
    for index in indexes:
        for block in index.report.tables:
            columns = columns_of(question, index, block, without, lexicon)
            if max((c.score for c in columns), default=0.0) >= LEAST:
                best += columns
    return max(best, key=lambda c: (round(c.rank, 4), c.score), default=None)


def _counts(table: Table, column: int) -> bool:
    """Whether a column holds values of at least two rows, not the running numbers of the rows."""
    held = [value for value, _ in _values(table, column)]
    return len(held) >= 2 and held != [Decimal(n) for n in range(1, len(held) + 1)]


def _is_rank(label: str) -> bool:
    return bool(re.search(r"\b(?:thu hang|xep hang|hang|rank)\b", fold(label.rpartition("›")[2])))


def _number(text: str) -> Decimal | None:
    """The number in a cell; of a pair such as "88,3/100" the first."""
    pair = re.fullmatch(r"\s*(\d[\d.,]*)\s*/\s*\d[\d.,]*\s*", text)
    return parse_number(pair[1] if pair else text)


def answer_rows(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Two rows that the question names, set against each other in the column asked for; None unless both are there."""
    asked = plain(question.clear)
    for index in indexes:
        for block in index.report.tables:
            table = block.table
            assert table is not None
            names = {row: plain(row_name(table, row)) for row in range(table.header_rows, table.rows)}
            named = [row for row, name in names.items() if len(name.split()) > 1 and name in asked]
            if len(named) != 2:
                continue
            words = frozenset(w for row in named for w in names[row].split())
            chosen = max(
                columns_of(question, index, block, " ".join(words), lexicon),
                key=lambda c: (c.rank, c.score),
                default=None,
            )
            if chosen is None or chosen.score < LEAST:
                continue
            cells = [table.at(row, chosen.column) for row in named]
            values = [_number(c.text) if c is not None else None for c in cells]
            if values[0] is None or values[1] is None:
                continue
            return _set_against(question, chosen, sorted(zip(values, named, strict=True), key=lambda p: -(p[0] or 0)))
    return None


def _set_against(question: Question, chosen: Column, rows: Sequence[tuple[Decimal | None, int]]) -> Draft:
    draft = Draft()
    table = chosen.block.table
    assert table is not None
    told, operands = [], []
    for value, row in rows:
        held = [c for c in table.row(row) if c.text.strip()]
        key = draft.cite(chosen.index, chosen.block, held[0].start, max(c.end for c in held), row)
        assert value is not None
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


def is_share(label: str) -> bool:
    """Whether a column holds shares, by its lowest label."""
    leaf = fold(label.rpartition("›")[2])
    return "%" in leaf or "ty le" in leaf


def _of_kind(question: Question, leaf: str) -> float:
    """How well a column's own label suits a question for a share, or for what is counted."""
    label, share = fold(leaf), is_share(leaf)
    if question.percent:
        return OF_KIND if share else 0.0
    if any(fold(u) in label for u in question.units) or ("diem" in label and " diem" in fold(question.clear)):
        return OF_KIND
    return -OF_KIND / 2 if share else 0.0


def of_asked_time(question: Question, index: ReportIndex, block: Block) -> bool:
    """Whether a table may be of the time asked for: it names no period of its own, or one that answers for it."""
    own = index.table_periods.get(block.id, frozenset())
    asked = question.periods
    return not asked or not own or any(same_time(a, p) or same_time(p, a) for a in asked for p in own)


def _lacks(weighted: list[Weighted], text: str, lexicon: Lexicon) -> float:
    """The share of what is asked that the heaviest word makes up which some labels do not say."""
    total = sum(w.weight for w in weighted) or 1.0
    return max((w.weight / total for w in weighted if not _cover([w], text, lexicon)), default=0.0)


def _cover(weighted: list[Weighted], text: str, lexicon: Lexicon) -> float:
    """How much of what is asked some labels say, 0 to 1, word for word or as a concept."""
    total = sum(w.weight for w in weighted) or 1.0
    flat, concepts = plain(text), keys(lexicon, text)
    held = 0.0
    for w in weighted:
        forms = (w.wanted.words, *map(fold, w.wanted.keys))
        if set(w.wanted.keys) & concepts or any(form and f" {form} " in flat for form in forms):
            held += w.weight
    return held / total


def _listed(question: Question, indexes: list[ReportIndex], without: str) -> Draft | None:
    """The part of a list in running text that leads: "xã A 5,2 km, xã B 4,8 km, các xã còn lại 4,7 km"."""
    best: list[tuple[float, ReportIndex, list[tuple[Figure, Statement]]]] = []
    for index in indexes:
        for candidate in ask_again(question, index)[:40]:
            figure = candidate.figure
            if (
                figure is None
                or not figure.scope
                or fold(figure.scope).startswith("cap ")
                or candidate.statement.row is not None
            ):
                continue
            roles = {Role.SHARE, Role.RATE} if question.percent else {Role.PART, Role.ACTUAL}
            if not enough(candidate, 0.5, 0.45) or not unit_fits(question, figure.unit) or figure.role not in roles:
                continue
            best.append((candidate.score, index, _beside(index, candidate.statement, figure)))
    best = [b for b in best if len({fold(f.scope) for f, _ in b[2]}) >= 2]
    if not best:
        return None
    _, index, parts = max(best, key=lambda b: b[0])
    asked = fold(question.clear)
    rest = re.compile(r"\bcon lai\b|\bkhac\b")
    rows = [(f.value, (f, s)) for f, s in parts if not rest.search(fold(f.scope)) and not _left_out(f.scope, without)]
    if len(rows) < 2:
        return None
    draft = Draft()
    for value, held in _groups(rows, lowest=bool(_LOWEST.search(asked)), asked=asked):
        names = ", ".join(f.scope for f, _ in held)
        key = draft.cite_statement(index, held[0][1])
        draft.say(f"{names[:1].upper()}{names[1:]}: {number(value, question.language)} {held[0][0].unit}", key)
        draft.say(quoted(excerpt(held[0][1], held[0][0].at, 30), question.language), key)
    return draft


def _beside(index: ReportIndex, statement: Statement, figure: Figure) -> list[tuple[Figure, Statement]]:
    found = []
    for at in index.by_block[statement.block.id]:
        for other in index.statements[at].figures:
            if other.scope and fold(other.unit) == fold(figure.unit) and other.role is figure.role:
                found.append((other, index.statements[at]))
    return found


_GENERIC_LABEL = frozenset(
    [
        *("so", "ubnd", "uy", "ban", "nhan", "dan", "xa", "phuong", "huyen", "thi", "tran", "tinh", "thanh", "pho"),
        *("va", "cac", "cua", "cuc", "chi"),
    ]
)


def is_total(label: str) -> bool:
    """Whether a row is of the whole: "Tổng cộng", "Toàn huyện"."""
    return bool(_TOTAL.match(fold(label)))


def names_row(question: Question, table: Table, row: int, own: frozenset[str], place: str) -> bool:
    """Whether a question speaks of a row of a table, by a word of its label or a concept of it (`own`); the report's
    own `place` in a label names no row.

    The rows of a table set units or kinds beside each other: one that was not asked for never answers alone. A row
    without a label, or of a total, answers for the whole.
    """
    label = fold(row_name(table, row))
    words = set(plain(label).split()) - _GENERIC_LABEL - set(plain(place).split())
    if not words or _TOTAL.match(label) or table.rows - table.header_rows < 3:
        return True
    asked = set(plain(question.clear).split())
    return bool(words & asked) or bool(own & {k for w in question.wanted for k in w.keys})

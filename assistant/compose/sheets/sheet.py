"""A table as a sheet: what its columns hold, the words that stand over each and over the whole, and the most that its
points are out of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.compose.citing import Draft
from assistant.compose.sheets.granted import Granted, granted_in
from assistant.compose.tables.columns import is_share, number_in
from assistant.compose.tables.heads import heads_over
from assistant.compose.tables.row_names import is_total, label_of, line_above, row_name
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.granted import is_most
from assistant.measured.ranks import is_rank
from assistant.words.terms import Lexicon
from ingest.figures.columns import ORDER
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.report import Block, Cell, Table
from ingest.rows import groups


class Holds(StrEnum):
    """What a column holds."""

    POINTS = "points"
    SHARE = "share"
    RANK = "rank"
    MOST = "most"
    MOVED = "moved"
    LOST = "lost"
    COUNT = "count"


_MOVED = re.compile(r"\b(?:tang|giam|thay doi|chenh lech|bien dong)\b|\bso (?:voi|sanh|sach)\b")
_LOST = re.compile(r"\b(?:bi |diem )(?:tru|mat)\b|\b(?:mat|tru) diem\b")
_OF_OTHERS = re.compile(r"\btu (?:cham|danh gia)\b|\btham dinh\b|\bchi tieu\b|\bke hoach\b|\bmuc tieu\b")
_POINTS = re.compile(r"\bdiem\b|\bchi so\b")
_MOST = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?) diem\b")
_NUMERALS = frozenset({"ii", "iii", "iv"})  # of headings: "quý II" is no word of theirs
FITS = 0.6  # of the words of a criterion the title of its table says
# Of a label, what says no more than that numbers of that kind stand below.
_LITTLE_WORDS = (
    "diem so ty le ket qua danh gia dat duoc tong muc do chi tieu toi da thuc hien cua ve trong va theo doi voi "
    "cac cong tac nam thanh phan don vi thu hang xep tinh bo"
)
LITTLE = frozenset(_LITTLE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it stands, what it holds, its lowest label, the words over it that say something, as folded words
    and as concepts, and the most that its head grants its points."""

    at: int
    holds: Holds
    label: str
    words: frozenset[str]
    concepts: frozenset[str]
    above: str
    most: Granted | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns of numbers, its rows by name, the words that stand over all of it and the concepts of
    these; `most`: what the points of the whole are out of; `of_what`: the folded head of the column that names
    the rows."""

    index: ReportIndex
    block: Block
    columns: tuple[Column, ...]
    names: dict[int, str]
    about: frozenset[str]
    concepts: frozenset[str]
    criterion: str
    most: Granted | None
    of_what: str = ""

    @property
    def table(self) -> Table:
        """The table itself."""
        assert self.block.table is not None
        return self.block.table

    def rows(self) -> list[int]:
        """The rows that are set against each other: none of a total, none that sums others up."""
        summed = groups(self.table)
        return [r for r, name in self.names.items() if r not in summed and name and not is_total(name)]

    def cell(self, row: int, column: Column) -> Cell | None:
        """What a row holds in a column."""
        cell = self.table.at(row, column.at)
        return cell if cell is not None and cell.row == row and cell.text.strip() else None

    def value(self, row: int, column: Column) -> Decimal | None:
        """The number that a row holds in a column, below nought where a sign says so."""
        cell = self.cell(row, column)
        if cell is None:
            return None
        text = cell.text.strip()
        number = number_in(text.lstrip("+-−–↑↓ "))
        return -number if number is not None and text[:1] in {"-", "−", "–", "↓"} else number

    def cite(self, draft: Draft, row: int) -> int:
        """The key of a whole row."""
        held = [c for c in self.table.row(row) if c.text.strip()]
        if line_above(self.table, row):
            held += self.table.row(row - 1)
        return draft.cite(self.index, self.block, min(c.start for c in held), max(c.end for c in held), row)

    def most_of(self, row: int, column: Column) -> Granted | None:
        """What the points of a cell are out of: by its head, by a column of the same row, by the list of criteria, or
        by the cell itself ("83,1/100")."""
        cell = self.cell(row, column)
        beside = [c for c in self.columns if c.holds is Holds.MOST]
        if len(beside) == 1 and beside[0] != column and (held := self.cell(row, beside[0])) is not None:
            value = parse_number(held.text.strip())
            return None if value is None else Granted(self.names[row], value, self.block, held.start, held.end, row)
        pair = re.fullmatch(r"\s*\d[\d.,]*\s*/\s*(\d[\d.,]*)\s*", cell.text) if cell is not None else None
        if pair is not None and cell is not None and (whole := parse_number(pair[1])) is not None:
            return Granted(self.names[row], whole, self.block, cell.start, cell.end, row)
        return column.most or (self.most if column.words <= self.about | LITTLE else None)

    def whole(self, holds: Holds) -> Column | None:
        """The column of the whole, of that kind: the one that says least besides what stands over the table."""
        held = [(len(c.words - self.about - LITTLE), at, c) for at, c in enumerate(self.columns) if c.holds is holds]
        held.sort(key=lambda h: h[:2])
        return held[0][2] if held and (len(held) == 1 or held[0][0] < held[1][0]) else None


def sheets_of(index: ReportIndex, lexicon: Lexicon) -> tuple[Sheet, ...]:
    """The tables of a report that hold numbers, as sheets; read once."""
    return index.once(_every_sheet, lexicon)


def _every_sheet(index: ReportIndex, lexicon: Lexicon) -> tuple[Sheet, ...]:
    read = (_read(index, block, lexicon) for block in index.report.tables)
    return tuple(sheet for sheet in read if sheet is not None)


def _read(index: ReportIndex, block: Block, lexicon: Lexicon) -> Sheet | None:
    table = block.table
    assert table is not None
    named = {r: label_of(table, r) for r in range(table.header_rows, table.rows) if r != table.code_row}
    lines = {r - 1 for r in named if line_above(table, r)}  # they name the row below
    names = {r: n for r, n in named.items() if n and r not in lines and len(table.row(r)) > 1}
    columns = tuple(c for at, label in enumerate(_labels(table)) if (c := _column(table, names, at, label, lexicon)))
    if not names or not columns:
        return None
    section = index.report.section(block.section)
    heading = index.headings.get(section.id, section.heading) if section else ""
    own = f"{table.title} ; {heading}"
    fits = [(_fit(g.name, own), at, g) for at, g in enumerate(granted_in(index))]
    criterion = max(fits, key=lambda f: (f[0], -f[1]))[2] if fits and max(f[0] for f in fits) >= FITS else None
    around = f"{own} ; {criterion.name if criterion else ''} ; {' ; '.join(section.path) if section else ''}"
    name = criterion.name if criterion else ""
    first = min((c.at for c in columns), default=0)
    heads = [label for label in table.columns[:first] if not ORDER.match(label.strip())]
    words, of_what = frozenset(plain(around).split()) - _NUMERALS, fold(heads[0]) if heads else ""
    return Sheet(index, block, columns, names, words, keys(lexicon, around), name, criterion, of_what)


def _fit(name: str, title: str) -> float:
    """How much of the name of a criterion a title says, 0 to 1."""
    words = set(plain(name).split()) - LITTLE
    return len(words & set(plain(title).split())) / len(words) if words else 0.0


def _labels(table: Table) -> list[str]:
    """The labels of the columns; one that several columns have is of the column before it: "Số lần | Số người"."""
    labels: list[str] = []
    for at, label in enumerate(table.columns):
        again = table.columns.count(label) > 1 and at > 0
        labels.append(f"{table.columns[at - 1]} › {label}" if again else label)
    return labels


def _column(table: Table, names: dict[int, str], at: int, label: str, lexicon: Lexicon) -> Column | None:
    above, _, leaf = label.rpartition("›")
    if ORDER.match(leaf.strip()) and not is_rank(leaf):
        return None
    cells = [c for r in names if (c := table.at(r, at)) is not None and c.row == r and c.text.strip()]
    numbers = sum(number_in(c.text.strip().lstrip("+-−–↑↓ ").rstrip("% ")) is not None for c in cells)
    if not cells or numbers < 0.6 * len(cells):
        return None
    words = frozenset(w for w in plain(label).split() if not w[0].isdigit())
    head = next((h for h in heads_over(table, cells[0]) if _MOST.search(fold(" ".join(h.text.split())))), None)
    most = None
    if head is not None and (said := _MOST.search(fold(" ".join(head.text.split())))) is not None:
        value = parse_number(said[1])
        most = Granted("", value, None, head.start, head.end) if value is not None else None
    return Column(at, _holds(fold(leaf), label), leaf.strip(), words, keys(lexicon, label), above.strip(), most)


def _holds(leaf: str, label: str) -> Holds:
    if _MOVED.search(leaf):
        return Holds.MOVED
    if _LOST.search(leaf):
        return Holds.LOST
    if is_rank(label):
        return Holds.RANK
    if is_most(label):
        return Holds.MOST
    if is_share(label):
        return Holds.SHARE
    return Holds.POINTS if _POINTS.search(fold(label)) and not _OF_OTHERS.search(leaf) else Holds.COUNT


def name_of(sheet: Sheet, row: int) -> str:
    """The name of a row as it is told."""
    return row_name(sheet.table, row) if not line_above(sheet.table, row) else sheet.names[row]

"""One table that ranks or scores, as a question sees it: its columns by what they hold, the rows that are named, and
whether the table with what stands around it says all that is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compose.citing import Draft
from assistant.compose.ranked.heads import Head, Holds, heads_of, of_whole
from assistant.compose.ranked.wanted import Wants, left_over, wants_of
from assistant.compose.tables.cells import asked_again_of
from assistant.compose.tables.columns import is_share, number_in
from assistant.compose.tables.heads import cite_heads
from assistant.compose.tables.row_names import is_total, row_name
from assistant.compose.tables.rows_named import rows_named
from assistant.compose.tables.sorts import is_unit, of_sort
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import periods
from ingest.report import Block, Cell, Table, locate
from ingest.rows import groups

_COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "two": 2, "three": 3, "four": 4, "five": 5}
SIGNS = "+−–↑↓ "


@dataclass(frozen=True, slots=True)
class Ranking:
    """A table that ranks or scores, with what a question asks of it. `named` are the rows that it names, `own`
    how many of its words the heads and the title of the table say."""

    question: Question
    index: ReportIndex
    block: Block
    heads: tuple[Head, ...]
    wants: Wants
    named: tuple[int, ...]
    own: int = 0

    @property
    def table(self) -> Table:
        """The table itself."""
        assert self.block.table is not None
        return self.block.table

    def rows(self) -> list[int]:
        """The rows that are set against each other: no totals, none that sums others up."""
        table, summed = self.table, groups(self.table)
        held = range(table.header_rows, table.rows)
        names = {row: row_name(table, row) for row in held if row != table.code_row and row not in summed}
        return [row for row, name in names.items() if name and not is_total(name)]

    def of_kind(self, said: re.Match[str] | None) -> list[int]:
        """The rows of the kind that a question means as a whole ("cả ba tỉnh"); none where they are another number."""
        if said is None:
            return self.rows()
        held = [(Decimal(0), self.table.row(row)[0], row_name(self.table, row)) for row in self.rows()]
        rows = [
            cell.row for _, cell in (of_sort(f"{said['kind']} nao", held) if said["kind"] else [h[:2] for h in held])
        ]
        count = said["n"] or said["en"]
        return rows if not count or len(rows) == int(_COUNTS.get(count, count)) else []

    def cell(self, row: int, head: Head) -> Cell | None:
        """What a row holds in a column; None where that is nothing."""
        cell = self.table.at(row, head.column)
        return cell if cell is not None and cell.row == row and cell.text.strip() else None

    def value(self, row: int, head: Head) -> Decimal | None:
        """The number that a row holds in a column, a sign before it aside where it is written so."""
        cell = self.cell(row, head)
        if cell is None:
            return None
        text = cell.text.strip()
        number = number_in(text.lstrip(SIGNS + "-"))
        return -number if number is not None and text[:1] in {"-", "−", "–", "↓"} else number

    def said_groups(self) -> list[frozenset[str]]:
        """The headings over columns that the question says, in its order; of a follow-up those said last."""
        texts = (self.question.clear, *(reversed(self.question.before) if self.question.followup else ()))
        return next((said for text in texts if (said := self._groups_in(plain(text)))), [])

    def _groups_in(self, asked: str) -> list[frozenset[str]]:
        above = list(dict.fromkeys(h.above for h in self.heads if h.above))
        words = set(asked.split())
        said = [a for a in above if a <= words]
        return sorted(said, key=lambda a: min(asked.find(f" {w} ") for w in a))

    def head(
        self, holds: Holds, group: frozenset[str] | None = None, year: str = "", *, shares: bool = False
    ) -> Head | None:
        """The one column that holds that, under a heading and of a year where these are told, of `shares` where the
        table has such; None where it is not clear which is meant."""
        held = [h for h in self.heads if h.holds is holds and (group is None or not h.above or h.above == group)]
        under = [h for h in held if group is not None and h.above == group]
        held = self._of_year(under or held, year)
        if len({h.above for h in held if h.above}) > 1 and group is None and holds is not Holds.VALUE:
            return None
        held = [h for h in held if shares and is_share(h.label)] or held
        return of_whole(held) if holds is Holds.VALUE else held[0] if len(held) == 1 else None

    def _of_year(self, heads: list[Head], year: str) -> list[Head]:
        years = {h.year for h in heads if h.year}
        asked = {year} if year else {p[:4] for p in self.question.periods} & years
        if not asked and years and not self.question.periods:
            own = self.index.report.period[:4]
            asked = {own} if own in years else {max(years)} if len(years) > 1 else set()
        return [h for h in heads if not h.year or h.year in asked]

    def columns_named(self) -> list[Head]:
        """The columns whose own label the question says word for word."""
        said = set(re.findall(r"[^\W\d_]+", self.question.clear.lower()))
        held = [h for h in self.heads if h.holds in {Holds.OTHER, Holds.VALUE} and h.words and h.words <= said]
        return self._of_year(held, "")

    def two_years(self, holds: Holds, group: frozenset[str] | None = None) -> tuple[Head, Head] | None:
        """The columns of the earlier and of the later of the two years that a table sets side by side, or that the
        question names of several."""
        years = sorted({h.year for h in self.heads if h.year and h.holds is holds})
        if len(years) > 2:
            asked = {p[:4] for p in self.question.periods} & set(years)
            own = self.index.report.period[:4]
            asked |= {own} if len(asked) == 1 and own in years else set()
            years = sorted(asked)
        if len(years) != 2:
            return None
        earlier, later = (self.head(holds, group, year) for year in years)
        return (earlier, later) if earlier is not None and later is not None and earlier != later else None

    def cite(self, draft: Draft, row: int) -> int:
        """The key of a whole row."""
        held = [c for c in self.table.row(row) if c.text.strip()]
        return draft.cite(self.index, self.block, min(c.start for c in held), max(c.end for c in held), row)

    def tell(self, draft: Draft, row: int, heads: Sequence[Head], *, named: bool = True) -> tuple[str, list[int]]:
        """The cells of a row under their labels, and the keys they rest on."""
        key = self.cite(draft, row)
        keys_of, told = [key], []
        several = len({h.above for h in heads}) > 1 or len({h.year for h in heads}) > 1
        for head in heads:
            cell = self.cell(row, head)
            assert cell is not None
            above, _, leaf = (part.strip() for part in head.label.rpartition("›"))
            label = f"{above}: {leaf}" if above and (several or head.above or head.year) else leaf
            place = locate(self.index.report, self.block, cell.start, cell.end, row=row)
            keys_of += cite_heads(draft, self.index, [place], values(label))
            printed = " ".join(cell.text.split())
            share = "%" in leaf and "%" not in printed
            rank = ("hạng " if self.question.language == "vi" else "rank ") if head.holds is Holds.RANK else ""
            told.append(f"{rank}{printed}{'%' if share else ''} ({' '.join(label.replace('(%)', '').split())})")
        said = "; ".join(told)
        return (f"{row_name(self.table, row)}: {said}" if named else said), keys_of


def rankings(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> list[Ranking]:
    """The tables that rank or score and say, with what stands around them, all that a question asks."""
    times = {*question.report_periods, *question.periods}
    found: list[Ranking] = []
    for index in [i for i in indexes if i.report.period in times] or indexes:
        for block in index.report.tables:
            heads = heads_of(block, index.report.period)
            if heads and (ranking := _read(question, index, block, heads, lexicon)) is not None:
                found.append(ranking)
    return found


def _read(
    question: Question, index: ReportIndex, block: Block, heads: tuple[Head, ...], lexicon: Lexicon
) -> Ranking | None:
    table = block.table
    assert table is not None
    rows = rows_named(question, table, lexicon, index.report.place)
    among = [row_name(table, row) for row in range(table.header_rows, table.rows) if row != table.code_row]
    places = len(among) > 1 and all(map(is_unit, among))
    named = tuple(r for r in rows if places or asked_again_of(index, plain(row_name(table, r)).strip()))
    asked = fold(question.clear)
    names = [row_name(table, row) for row in named]
    for name in sorted(map(fold, names), key=len, reverse=True):
        asked = asked.replace(name, " " * len(name))
    wants = wants_of(asked)
    if question.followup:
        named, wants = _gone_on_from(question, table, named, wants)
    years = _years_said(question, index, block, heads)
    wants, called = _classes_said(wants, table, heads)
    if not years or not _says_rest(question, index, block, wants, [*names, *called], lexicon):
        return None
    own = set(plain(" ; ".join((*table.columns, table.title))).split())
    return Ranking(question, index, block, heads, wants, named, len(left_over(wants.rest) & own))


def _classes_said(wants: Wants, table: Table, heads: tuple[Head, ...]) -> tuple[Wants, list[str]]:
    """The class that a question names in the words of the table ("nhóm Rất tốt"), and those words."""
    for head in heads if not wants.of_class else ():
        if head.holds is not Holds.CLASS:
            continue
        cells = (table.at(row, head.column) for row in range(table.header_rows, table.rows))
        classes = {" ".join(fold(c.text).split()) for c in cells if c is not None and c.text.strip()}
        for name in sorted(classes, key=len, reverse=True):
            if re.search(
                rf"\b(?:loai|nhom|muc|hang|group|class|rated)(?: [a-z]+)? [\"“‘']?{re.escape(name)}\b", wants.rest
            ):
                return replace(wants, of_class=(name,)), [name]
    return wants, []


def _gone_on_from(
    question: Question, table: Table, named: tuple[int, ...], wants: Wants
) -> tuple[tuple[int, ...], Wants]:
    """The row and the columns of a follow-up: what it does not say itself it leaves to the question before."""
    labels = {row: plain(row_name(table, row)) for row in range(table.header_rows, table.rows) if row != table.code_row}
    own = tuple(row for row in named if labels.get(row, "-") in plain(question.clear))
    named = own or named
    for text in reversed(question.before):
        said = tuple(row for row, label in labels.items() if len(label.split()) > 1 and label in plain(text))
        before = wants_of(fold(text))
        named = named or said
        wants = wants if wants.sorts else replace(wants, sorts=before.sorts)
        if named and wants.sorts:
            break
    return named, wants


def _years_said(question: Question, index: ReportIndex, block: Block, heads: tuple[Head, ...]) -> bool:
    """Whether each year asked for is one of the columns', of the words above the table, or the report's own."""
    table, section = block.table, index.report.section(block.section)
    assert table is not None
    above = " ; ".join((table.title, *(section.path if section else ())))
    held = {h.year for h in heads if h.year} | {s.period[:4] for s in periods(above, index.report.period)}
    held |= set() if held else {index.report.period[:4]}
    return all(p[:4] in held and len(p) <= 10 for p in question.periods)


def _says_rest(
    question: Question, index: ReportIndex, block: Block, wants: Wants, names: list[str], lexicon: Lexicon
) -> bool:
    table = block.table
    assert table is not None
    section = index.report.section(block.section)
    above = (*section.path, index.headings.get(section.id, "")) if section else ()
    report = index.report
    around = " ; ".join((*names, *table.columns, table.title, *above, report.title, report.place))
    words, concepts = set(plain(around).split()), keys(lexicon, around)
    rest = left_over(wants.rest) - words
    told = {
        w
        for t in question.wanted
        if set(t.keys) & concepts
        for w in (*t.words.split(), *fold(" ".join(t.keys)).split())
    }
    return not rest - told

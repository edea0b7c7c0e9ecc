"""Cells: the figures of a table, completed from its column labels, its row labels and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.figures import columns
from ingest.figures.draft import Draft, Setting
from ingest.figures.prose import read_prose
from ingest.figures.scopes import leading_scope, level_in
from ingest.figures.timeline import Timeline, without_periods
from ingest.language.numbers import numbers, parse_number
from ingest.language.periods import previous, same_period_last_year
from ingest.ledgers import Comparison, Role
from ingest.report import Cell, Table

# A label of so few words ("Hòa giải thành") is told with the table's title.
SHORT = 5
PAIR = re.compile(r"(\d[\d.,]*%?)\s?/\s?(\d[\d.,]*%?)")
LONGEST_NAME = 200
LONGEST_TITLE = 120
_LIST_MARK = re.compile(r"\s*(?:[IVXivx]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure of a table: the draft (offsets of the block's text) and its grid position."""

    draft: Draft
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class _Row:
    """What the words of a row say of its numbers; `start` and `end` bound it in the block's text."""

    start: int
    end: int
    name: str
    who: str
    group: str
    unit: str
    period: str


def read_table(table: Table, setting: Setting) -> Iterator[CellFigure]:
    """The figures of a table's body, row by row; header rows and the row of column codes are passed over."""
    yield from _Reader(table, setting).read()


class _Reader:
    """Reads one table from top to bottom, and remembers what leads its rows in."""

    def __init__(self, table: Table, setting: Setting) -> None:
        self.table = table
        self.setting = setting
        self.title = _bare(table.title)
        self.unit = columns.bracket_unit(table.title) or columns.first_unit(table.columns)
        self.labels = columns.told_apart(table.columns)
        self.group = ""
        self.spanning: list[Cell] = []

    def read(self) -> Iterator[CellFigure]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for index in range(self.table.header_rows, self.table.rows):
            cells = sorted(rows.get(index, []), key=lambda c: c.column)
            filled = [c for c in cells if c.text.strip()]
            if index == self.table.code_row or not filled:
                continue
            if self._is_group(filled):
                self.group = _bare(filled[0].text)
                continue
            self.spanning = [c for c in self.spanning if c.row + c.rows > index]
            yield from self._row(cells, self._about(cells))
            self.spanning += [c for c in cells if c.rows > 1]

    def _label(self, cell: Cell) -> str:
        return self.labels[cell.column] if cell.column < len(self.labels) else ""

    def _is_group(self, filled: list[Cell]) -> bool:
        """Whether a row holds only words that lead in the rows below it."""
        only = filled[0]
        if len(filled) > 1 or parse_number(only.text) is not None or (only.columns == 1 and only.column > 1):
            return False
        return not numbers(only.text) or only.columns > self.table.width // 2

    def _about(self, cells: list[Cell]) -> _Row:
        name = who = unit = period = ""
        for c in sorted([*self.spanning, *cells], key=lambda c: c.column):
            last = columns.head_and_last(self._label(c))[1]
            text = c.text.strip()
            if not text or columns.ORDER.match(last) or columns.REMARK.match(last):
                continue
            said = Timeline(text, self.setting.base, "").own
            if columns.UNIT.match(last):
                unit = text
            elif said and (columns.PERIOD.match(last) or not numbers(text)) and not period and len(text) <= SHORT * 8:
                period = said[-1].period
                name = name or without_periods(text, self.setting.base)
            elif not name and len(text) <= LONGEST_NAME and parse_number(text) is None and not numbers(text):
                name = _bare(text)
                who = name if columns.WHO.match(last) or leading_scope(name, self.setting.own, part=True) else ""
        return _Row(min(c.start for c in cells), max(c.end for c in cells), name, who, self.group, unit, period)

    def _row(self, cells: list[Cell], row: _Row) -> Iterator[CellFigure]:
        for c in cells:
            last = columns.head_and_last(self._label(c))[1]
            if (
                not c.text.strip()
                or columns.ORDER.match(last)
                or columns.UNIT.match(last)
                or columns.PERIOD.match(last)
            ):
                continue
            value = parse_number(c.text)
            pair = PAIR.fullmatch(c.text.strip())
            if pair is not None:
                yield from self._pair(c, pair, row)
            elif value is None:
                yield from self._words(c, row)
            elif last or c.column or len(cells) == 1 or not row.name:
                yield CellFigure(self._value(c, value, row), c.row, c.column)

    def _value(self, c: Cell, value: Decimal, row: _Row) -> Draft:
        label, base = self._label(c), self.setting.base
        printed = c.text.strip()
        share = printed.endswith("%") or columns.SHARE.search(columns.head_and_last(label)[1]) is not None
        role = columns.role_of(label, row.name, share=share)
        words = without_periods(" ".join(label.replace(" › ", ": ").split()), base)
        if self.title and len(words.split()) <= SHORT and len(self.title) <= LONGEST_TITLE:
            words = f"{self.title}: {words}" if words else self.title
        indicator = ": ".join(x for x in (words, row.group, "" if row.who else row.name) if x)
        said = Timeline(label, base, "").own
        period = said[-1].period if said else row.period or self.setting.period or base
        if role is Role.PREVIOUS and not said:
            before = previous(period) if columns.just_before(label) else same_period_last_year(period)
            period = before or period
        unit = columns.unit_of(
            label, row.unit, self.labels, self.unit or self.setting.unit, f"{row.group} {row.name} {self.title}"
        )
        scope = row.who or level_in(label) or leading_scope(row.group, self.setting.own, part=True)
        return Draft(
            value,
            printed,
            c.start + c.text.index(printed),
            "%" if share else unit or self.setting.unit,
            indicator or self.setting.topic,
            period,
            scope or self.setting.scope,
            role,
            row.start,
            row.end,
        )

    def _pair(self, c: Cell, pair: re.Match[str], row: _Row) -> Iterator[CellFigure]:
        """The figures of a cell like "41/58": a rank of so many, points of a scale, part of a total, or two years."""
        upper, lower = parse_number(pair[1]), parse_number(pair[2])
        if upper is None or lower is None:
            yield from self._words(c, row)
            return
        draft = self._value(c, upper, row)
        last = columns.head_and_last(self._label(c))[1]
        if draft.role is not Role.RANK and ("%" in c.text or columns.COMPARING.search(last)):
            yield from self._words(c, row)
            return
        role = Role.PART if draft.role is Role.ACTUAL and draft.unit != "điểm" else draft.role
        told = replace(draft, role=role, comparison=Comparison("total", lower), denominator=lower)
        yield CellFigure(told, c.row, c.column)

    def _words(self, c: Cell, row: _Row) -> Iterator[CellFigure]:
        """The figures of a cell that holds words, read as prose and quoted with their row."""
        about = row.name or row.group
        comparing = columns.COMPARING.search(self._label(c)) is not None
        period = row.period or self.setting.period
        inside = replace(self.setting, topic=about or self.setting.topic, comparing=comparing, period=period)
        for d in read_prose(c.text, inside):
            told = not about or about.lower() in d.indicator.lower()
            indicator = d.indicator if told else f"{d.indicator} ({about})"
            placed = replace(d, at=d.at + c.start, start=row.start, end=row.end, indicator=indicator)
            yield CellFigure(placed, c.row, c.column)


def _bare(text: str) -> str:
    """Words without a list number at their head."""
    return " ".join(_LIST_MARK.sub("", text, count=1).split()).strip(" .:;")

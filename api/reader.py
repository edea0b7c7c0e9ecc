"""A report laid out for reading: blocks cut into runs at highlights and note markers, notes beside their anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.language.fold import fold
from ingest.ledgers import Finding
from ingest.report import Block, BlockKind, Locator, NoteMark, Report

FOUND_LIMIT = 200
"""Most places shown for one search in a report."""
AT = re.compile(r"^(?P<block>[\w.-]{1,80}):(?P<start>\d{1,7}):(?P<end>\d{1,7})$")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a block to point at; `look` is "quote" for a citation, "found" for a search."""

    block: str
    start: int
    end: int
    look: str = "quote"

    @classmethod
    def parse(cls, text: str, look: str = "quote") -> Place | None:
        """The place written `block:start:end`, or None where it is not written so."""
        match = AT.match(text)
        return cls(match["block"], int(match["start"]), int(match["end"]), look) if match else None

    @classmethod
    def of(cls, locator: Locator) -> Place:
        """The place of a locator."""
        return cls(locator.block, locator.start, locator.end)

    def __str__(self) -> str:
        return f"{self.block}:{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look ("" for plain), or the marker of note `note`; `first` opens a highlight."""

    text: str
    look: str = ""
    note: int | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell as runs."""

    runs: tuple[Run, ...]
    rows: int
    columns: int
    header: bool
    numeric: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block as runs; its level where it is a heading, its rows where it is a table, and what stands beside it."""

    block: Block
    runs: tuple[Run, ...]
    level: int = 0
    rows: tuple[tuple[CellView, ...], ...] = ()
    notes: tuple[BlockView, ...] = ()
    findings: tuple[Finding, ...] = ()


def lay_out(report: Report, findings: Sequence[Finding] = (), places: Iterable[Place] = ()) -> list[BlockView]:
    """The report's blocks in reading order; footnotes stand beside their anchors, findings beside their first place."""
    lit: dict[str, list[Place]] = {}
    for place in places:
        lit.setdefault(place.block, []).append(place)
    beside: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.locators:
            beside.setdefault(finding.locators[0].block, []).append(finding)
    levels = {s.block: s.level for s in report.sections if s.block}
    hanging: dict[str, list[Block]] = {}
    known = {b.id for b in report.blocks}
    for note in report.footnotes:
        if note.anchor in known and note.anchor is not None:
            hanging.setdefault(note.anchor, []).append(note)

    def view(block: Block) -> BlockView:
        marks = lit.get(block.id, [])
        return BlockView(
            block,
            runs_of(block.text, block.notes, marks) if block.table is None else (),
            min(levels.get(block.id, 0), 5),
            _rows(block, marks),
            tuple(view(n) for n in hanging.get(block.id, [])),
            tuple(beside.get(block.id, [])),
        )

    return [view(b) for b in report.blocks if b.kind is not BlockKind.FOOTNOTE or b.anchor not in known]


def runs_of(text: str, notes: Sequence[NoteMark] = (), places: Sequence[Place] = (), base: int = 0) -> tuple[Run, ...]:
    """The text cut into runs; offsets of notes and places count from `base`."""
    inside = [p for p in places if p.start < base + len(text) and p.end > base and p.start < p.end]
    cuts = {0, len(text)}
    for place in inside:
        cuts |= {max(place.start - base, 0), min(place.end - base, len(text))}
    here = sorted((n for n in notes if 0 <= n.offset - base <= len(text)), key=lambda n: n.offset)
    cuts |= {n.offset - base for n in here}
    runs: list[Run] = [Run("", note=n.number) for n in here if n.offset == base]
    points = sorted(cuts)
    for start, end in pairwise(points):
        covering = [p for p in inside if p.start - base <= start and p.end - base >= end]
        # A quote outshines a search hit where they overlap.
        chosen = min(covering, key=lambda p: p.look != "quote", default=None)
        opens = chosen is not None and max(chosen.start - base, 0) == start
        runs.append(Run(text[start:end], chosen.look if chosen else "", first=opens))
        runs.extend(Run("", note=n.number) for n in here if n.offset - base == end)
    return tuple(runs)


def find(report: Report, query: str) -> list[Place]:
    """Where the words of the query stand in the report, case aside; at most FOUND_LIMIT places.

    A query typed with marks is looked for with its marks, and without them only where it does not stand so.
    """
    words = " ".join(query.split())
    return _find(report, words.lower(), str.lower) or _find(report, fold(words), fold)


def same_place(report: Report, place: Place, other: Report) -> Place | None:
    """Where another rendering of the report says the words of a place, or None where it does not say them."""
    block = next((b for b in report.blocks if b.id == place.block), None)
    wanted = [] if block is None else _letters(block.text, place.start, place.end)
    if not wanted:
        return None
    needle = "".join(c for c, _ in wanted)
    for candidate in other.blocks:
        letters = _letters(candidate.text, 0, len(candidate.text))
        at = "".join(c for c, _ in letters).find(needle)
        if at >= 0:
            return Place(candidate.id, letters[at][1], letters[at + len(needle) - 1][1] + 1, place.look)
    return None


def _letters(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The letters and digits of a stretch in lower case, one character each, with their offsets."""
    return [(text[i].lower()[:1], i) for i in range(max(start, 0), min(end, len(text))) if text[i].isalnum()]


def _find(report: Report, needle: str, read_as: Callable[[str], str]) -> list[Place]:
    found: list[Place] = []
    if len(needle) < 2:
        return found
    for block in report.blocks:
        # Offsets carry over only where the length is kept; a text where it is not is not NFC and is left out.
        folded = read_as(block.text)
        if len(folded) != len(block.text):
            continue
        start = folded.find(needle)
        while start >= 0:
            found.append(Place(block.id, start, start + len(needle), "found"))
            if len(found) == FOUND_LIMIT:
                return found
            start = folded.find(needle, start + len(needle))
    return found


def _rows(block: Block, places: Sequence[Place]) -> tuple[tuple[CellView, ...], ...]:
    table = block.table
    if table is None:
        return ()
    rows = []
    for index in range(table.rows):
        cells = []
        for cell in table.row(index):
            numeric = bool(cell.text) and all(c.isdigit() or c in ".,/%-+ " for c in cell.text)
            marks = [n for n in block.notes if cell.start <= n.offset <= cell.end]
            runs = runs_of(cell.text, marks, places, cell.start)
            cells.append(CellView(runs, cell.rows, cell.columns, index < table.header_rows, numeric))
        rows.append(tuple(cells))
    return tuple(rows)

"""One report, several files: whether two Reports are copies or versions of one, and where they differ."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from rapidfuzz import fuzz

from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind, Locator, Report, locate

_COMPARED = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.TABLE, BlockKind.TITLE}
)
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*%?")
_ALIGNED = 6_000
SAME = 0.6
COPY = 0.97


class Change(StrEnum):
    """What kind of difference it is."""

    NUMBER = "number"
    DATE = "date"
    SIGNER = "signer"
    FIGURE = "figure"
    WORDING = "wording"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what the first report says, what the second says; "" and None where one says nothing."""

    change: Change
    before: str
    after: str
    before_at: Locator | None = None
    after_at: Locator | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """How two reports stand to each other.

    `likelihood` is 0 to 1, that they are one report; `shared` the share of their sentences that are equal. A "copy"
    says the same but for what signing fills in; a "version" is the same report with other words. `newer` names the
    later one, None where nothing tells. `differences` is empty where they are different reports.
    """

    relation: Literal["copy", "version", "different"]
    likelihood: float
    shared: float
    newer: Literal["a", "b"] | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, heading or table row, with the form in which two renderings of it are equal."""

    key: str
    text: str
    at: Locator


def compare(a: Report, b: Report) -> Versions:
    """How report `b` stands to report `a`."""
    units_a, units_b = list(_units(a)), list(_units(b))
    shared = _shared(units_a, units_b)
    likelihood = round(0.5 * shared + 0.5 * _head_likeness(a, b), 3)
    # Last year's report shares the letterhead and many sentences: another period is another report.
    if (a.period and b.period and a.period != b.period) or likelihood < SAME or shared < 0.2:
        return Versions("different", likelihood if a.period == b.period else min(likelihood, 0.4), shared, None, ())
    differences = (*_head_differences(a, b), *_text_differences(units_a, units_b))
    text = [d for d in differences if d.change not in (Change.NUMBER, Change.DATE, Change.SIGNER)]
    copy = shared >= COPY or not text
    return Versions("copy" if copy else "version", likelihood, shared, _newer(a, b), differences)


def _units(report: Report) -> Iterator[_Unit]:
    for block in report.blocks:
        if block.kind not in _COMPARED:
            continue
        if block.table is not None:
            yield from _row_units(report, block)
            continue
        for start, end in sentences(block.text):
            text = " ".join(block.text[start:end].split())
            key = re.sub(r"[^\w%]+", "", fold(text))
            if key:
                yield _Unit(key, text, locate(report, block, start, end))


def _row_units(report: Report, block: Block) -> Iterator[_Unit]:
    assert block.table is not None
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for cell in block.table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append((cell.start, cell.end, cell.text))
    for row, cells in sorted(rows.items()):
        text = " | ".join(text for _, _, text in cells)
        at = locate(report, block, cells[0][0], cells[-1][1], row=row)
        yield _Unit(re.sub(r"[^\w%|]+", "", fold(text)), text, at)


def _shared(a: list[_Unit], b: list[_Unit]) -> float:
    """The share of characters that stand in sentences which both have."""
    if not a or not b:
        return 0.0
    count_a, count_b = Counter(u.key for u in a), Counter(u.key for u in b)
    both = sum(len(key) * n for key, n in (count_a & count_b).items())
    total = max(sum(len(u.key) for u in a), sum(len(u.key) for u in b))
    return round(both / total, 3)


def _head_likeness(a: Report, b: Report) -> float:
    title = fuzz.ratio(fold(a.title), fold(b.title)) / 100
    pairs = [(a.issuer, b.issuer), (a.place, b.place), (a.period, b.period), (a.kind, b.kind)]
    known = [(x, y) for x, y in pairs if x and y]
    same = sum(fold(x) == fold(y) for x, y in known) / len(known) if known else 0.5
    numbered = a.number and b.number and a.number != b.number
    return (title + 2 * same) / 3 - (0.3 if numbered else 0.0)


def _newer(a: Report, b: Report) -> Literal["a", "b"] | None:
    if a.date != b.date and a.date and b.date:
        return "a" if a.date > b.date else "b"
    # A number or date filled in comes after the blank.
    filled_a, filled_b = bool(a.number) + bool(a.date), bool(b.number) + bool(b.date)
    if filled_a == filled_b:
        return None
    return "a" if filled_a > filled_b else "b"


def _head_differences(a: Report, b: Report) -> Iterator[Difference]:
    for change, before, after in (
        (Change.NUMBER, a.number, b.number),
        (Change.DATE, a.date, b.date),
        (Change.SIGNER, a.letterhead.signer, b.letterhead.signer),
    ):
        if before != after:
            yield Difference(change, before, after)


def _text_differences(a: list[_Unit], b: list[_Unit]) -> Iterator[Difference]:
    count_a, count_b = Counter(u.key for u in a), Counter(u.key for u in b)
    for i0, i1, j0, j1 in _unequal(a, b):
        # A sentence that both have, though in another place, is no difference: notes stand elsewhere in another format.
        old = [u for u in a[i0:i1] if count_a[u.key] > count_b[u.key]]
        new = [u for u in b[j0:j1] if count_b[u.key] > count_a[u.key]]
        # The same words cut into other sentences are no difference.
        if "".join(u.key for u in old) == "".join(u.key for u in new):
            continue
        left = list(new)
        for unit in old:
            scored = ((fuzz.ratio(unit.key, other.key), k) for k, other in enumerate(left[:200]))
            score, k = max(scored, default=(0.0, -1))
            if score < 60:
                yield Difference(Change.REMOVED, unit.text, "", unit.at, None)
                continue
            other = left.pop(k)
            if unit.key != other.key:
                yield Difference(_kind(unit, other), unit.text, other.text, unit.at, other.at)
        for unit in left:
            yield Difference(Change.ADDED, "", unit.text, None, unit.at)


def _kind(before: _Unit, after: _Unit) -> Change:
    numbers = _NUMBER.findall(before.text) != _NUMBER.findall(after.text)
    words = re.sub(r"[\W\d]+", "", fold(before.text)) == re.sub(r"[\W\d]+", "", fold(after.text))
    return Change.FIGURE if numbers and words else Change.WORDING


def _unequal(a: list[_Unit], b: list[_Unit]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of both lists that do not match, in order; very long lists are cut, so that time stays bounded."""
    for at in range(0, max(len(a), len(b)), _ALIGNED):
        keys_a, keys_b = [u.key for u in a[at : at + _ALIGNED]], [u.key for u in b[at : at + _ALIGNED]]
        matcher = difflib.SequenceMatcher(None, keys_a, keys_b, autojunk=len(keys_a) > 2_000)
        for tag, i0, i1, j0, j1 in matcher.get_opcodes():
            if tag != "equal":
                yield at + i0, at + i1, at + j0, at + j1

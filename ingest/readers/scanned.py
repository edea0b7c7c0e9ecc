"""Scanned pages together: sizes made even, bold told from regular, and raised shapes read as the notes' numbers."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.layout.lines import gather, is_raised
from ingest.readers.layout.sheet import Sheet, Word
from ingest.readers.scanpage import Raised, ScannedPage

_BOLD = 1.3
_EVEN = 0.09
_UNIT = re.compile(r"(?:^|[\d\s/(])(?:[kcdm]?m|10|hm|dam|Km)$")


def even_out(pages: Sequence[ScannedPage], last_note: int = 0) -> list[Sheet]:
    """The sheets of scanned pages of one file; `last_note` is the number of the last note before them."""
    words = [w for page in pages for w in page.sheet.words]
    if not words:
        return [page.sheet for page in pages]
    body = _weighted_median([(w.size, len(w.text)) for w in words])
    strokes = [(page.strokes[w.key], len(w.text)) for page in pages for w in page.sheet.words if w.key in page.strokes]
    usual = _weighted_median(strokes) if strokes else 0.0
    sheets = []
    for page in pages:
        even = []
        for w in page.sheet.words:
            near = abs(w.size - body) <= _EVEN * body
            even.append(
                replace(w, size=body if near else w.size, bold=page.strokes.get(w.key, 0.0) > _BOLD * usual > 0)
            )
        sheet = replace(page.sheet, words=tuple(_agreed(even, page.sheet)))
        sheet, last_note = _numbered(sheet, page.raised, body, last_note)
        sheets.append(sheet)
    return sheets


def _weighted_median(pairs: Sequence[tuple[float, int]]) -> float:
    """The value at the middle of the characters."""
    total = sum(n for _, n in pairs)
    passed = 0
    for value, n in sorted(pairs):
        passed += n
        if passed * 2 >= total:
            return value
    return 0.0


def _agreed(words: list[Word], sheet: Sheet) -> list[Word]:
    """A word among bold ones is bold, one among regular ones is not: single words are measured badly."""
    by_key = {w.key: w for w in words}
    for line in gather(words, sheet):
        letters = sum(len(w.text) for w in line.words)
        bold = sum(len(w.text) for w in line.words if w.bold)
        size = statistics.median(w.size for w in line.words)
        for w in line.words:
            weight = True if bold > 0.75 * letters else False if bold < 0.25 * letters else w.bold
            even = size if abs(w.size - size) <= 0.2 * size else w.size
            by_key[w.key] = replace(w, bold=weight, size=even)
    return [by_key[w.key] for w in words]


def _numbered(sheet: Sheet, raised: Sequence[Raised], body: float, last: int) -> tuple[Sheet, int]:
    """The sheet with its raised shapes as digits.

    Small digits are read badly, but the notes at the foot are numbered one after the other, and as many markers stand
    above them in the same order. Where the counts differ, what was read decides; a power keeps what was read.
    """
    shapes = {r.key: r for r in raised}
    leads: list[Word] = []
    body_marks: list[tuple[Word, bool]] = []
    for line in gather(sheet.words, sheet):
        for i, w in enumerate(line.words):
            shape = shapes.get(w.key)
            if shape is None:
                continue
            small = line.size < 0.93 * body
            if i == 0 and small and len(line.words) > 1 and is_raised(w, line):
                leads.append(w)
            else:
                before = line.words[i - 1].text if i else ""
                body_marks.append((w, bool(_UNIT.search(before))))
    numbers = _note_numbers([shapes[w.key].digits for w in leads], last)
    read: dict[int, str] = {w.key: str(n) for w, n in zip(leads, numbers, strict=True)}
    marks = [w for w, unit in body_marks if not unit]
    if len(marks) == len(numbers):
        read.update({w.key: str(n) for w, n in zip(marks, numbers, strict=True)})
    else:
        read.update(_by_reading(marks, shapes, numbers))
    words = []
    for w in sheet.words:
        shape = shapes.get(w.key)
        if shape is None:
            words.append(w)
        elif w.key in read:
            words.append(replace(w, text=read[w.key]))
        else:
            words.append(replace(w, text=shape.digits or shape.read))
    return replace(sheet, words=tuple(words)), (numbers[-1] if numbers else last)


def _note_numbers(read: Sequence[str], last: int) -> list[int]:
    """The numbers of the notes of a page: on from the last one, or from 1 where the file counts by page."""
    if not read:
        return []
    start = last + 1
    known = [(i, int(d)) for i, d in enumerate(read) if d]
    if known and not any(n == start + i for i, n in known) and sum(n == 1 + i for i, n in known) * 2 > len(known):
        start = 1
    return list(range(start, start + len(read)))


def _by_reading(marks: Sequence[Word], shapes: dict[int, Raised], numbers: Sequence[int]) -> dict[int, str]:
    """Markers by what was read, in order; those between two sure ones that are as many as the notes between them."""
    found: dict[int, str] = {}
    at = 0
    anchors: list[tuple[int, int]] = [(-1, -1)]
    for j, n in enumerate(numbers):
        for i in range(at, len(marks)):
            if shapes[marks[i].key].digits == str(n):
                anchors.append((i, j))
                at = i + 1
                break
    anchors.append((len(marks), len(numbers)))
    for (i0, j0), (i1, j1) in pairwise(anchors):
        if j0 >= 0:
            found[marks[i0].key] = str(numbers[j0])
        if i1 - i0 == j1 - j0:
            found.update({marks[i0 + k].key: str(numbers[j0 + k]) for k in range(1, i1 - i0)})
    return found

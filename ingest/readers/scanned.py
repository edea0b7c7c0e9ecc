"""Scanned pages together: sizes made even, bold told from regular, and raised shapes read as the notes' numbers."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.layout.lines import gather, is_raised
from ingest.readers.layout.sheet import Sheet, Word
from ingest.readers.scanpage import Raised, ScannedPage

_BOLD = 1.3
_EVEN = 0.09
_ROMAN = re.compile(r"(?=.*H)[IVXH]{1,5}[.]")
_UNIT = re.compile(r"(?:^|[\d\s/(])(?:[kcdm]?m|10|hm|dam|Km)$")


def even_out(pages: Sequence[ScannedPage]) -> list[Sheet]:
    """The sheets of the scanned pages of one file."""
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
        words = [replace(w, text=_respelt(w.text)) for w in _agreed(even, page.sheet, set(page.strokes))]
        sheets.append(replace(page.sheet, words=tuple(words)))
    return _numbered(sheets, [r for page in pages for r in page.raised], body)


def _respelt(text: str) -> str:
    """Misreadings that no Vietnamese report means: "HI." for the number III., "QĐĐ" for QĐ, braces for brackets."""
    if _ROMAN.fullmatch(text):
        return text.replace("H", "II")
    text = text.replace("}", ")").replace("{", "(")
    return text.replace("QĐĐ", "QĐ").replace("QÐĐ", "QĐ").replace("QĐÐ", "QĐ")


def _weighted_median(pairs: Sequence[tuple[float, int]]) -> float:
    """The value at the middle of the characters."""
    total = sum(n for _, n in pairs)
    passed = 0
    for value, n in sorted(pairs):
        passed += n
        if passed * 2 >= total:
            return value
    return 0.0


def _agreed(words: list[Word], sheet: Sheet, measured: set[int]) -> list[Word]:
    """A word among bold ones is bold, one among regular ones is not: single words are measured badly."""
    by_key = {w.key: w for w in words}
    for line in gather(words, sheet):
        letters = sum(len(w.text) for w in line.words if w.key in measured)
        bold = sum(len(w.text) for w in line.words if w.bold)
        size = statistics.median(w.size for w in line.words)
        for w in line.words:
            weight = bold > 0.75 * letters or (w.bold and bold >= 0.25 * letters)
            even = size if abs(w.size - size) <= 0.2 * size else w.size
            by_key[w.key] = replace(w, bold=weight, size=even)
    return [by_key[w.key] for w in words]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A raised shape in its place: the page, what was read as digits, and whether a power fits better."""

    key: int
    page: int
    digits: str
    unit: bool


def _numbered(sheets: Sequence[Sheet], raised: Sequence[Raised], body: float) -> list[Sheet]:
    """The sheets with their raised shapes as digits.

    Small digits are read badly, but notes are numbered one after the other and their markers stand in the same order:
    the two are laid side by side, by order and page, and by what was read where it helps. What is no marker keeps what
    was read, as part of the word before it.
    """
    shapes = {r.key: r for r in raised}
    leads: list[_Shape] = []
    marks: list[_Shape] = []
    for sheet in sheets:
        for line in gather(sheet.words, sheet):
            for i, w in enumerate(line.words):
                shape = shapes.get(w.key)
                if shape is None:
                    continue
                if i == 0 and line.size < 0.93 * body and len(line.words) > 1 and is_raised(w, line):
                    leads.append(_Shape(w.key, sheet.page, shape.digits, False))
                elif i:
                    unit = _UNIT.search(line.words[i - 1].text) is not None
                    marks.append(_Shape(w.key, sheet.page, shape.digits, unit))
    numbers = _note_numbers(leads)
    read = {lead.key: str(n) for lead, n in zip(leads, numbers, strict=True)}
    read.update({marks[i].key: str(numbers[j]) for i, j in _aligned(marks, leads, numbers)})
    out = []
    for sheet in sheets:
        words: list[Word] = []
        for w in sheet.words:
            shape = shapes.get(w.key)
            if shape is None:
                words.append(w)
            elif w.key in read:
                words.append(replace(w, text=read[w.key]))
            elif shape.digits:
                words.append(replace(w, text=shape.digits))
            elif w.glued and words:
                words[-1] = replace(words[-1], key=w.key, text=words[-1].text + shape.read, x1=w.x1)
            elif shape.read:
                words.append(replace(w, text=shape.read))
        out.append(replace(sheet, words=tuple(words)))
    return out


def _aligned(marks: Sequence[_Shape], notes: Sequence[_Shape], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of marker and note, in the order of both, that fit best."""
    rows, columns = len(marks), len(notes)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            worth = _fit(marks[i], notes[j], numbers[j])
            if worth > 0:
                best[i][j] = max(best[i][j], worth + best[i + 1][j + 1])
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        worth = _fit(marks[i], notes[j], numbers[j])
        if worth > 0 and best[i][j] == worth + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _fit(mark: _Shape, note: _Shape, number: int) -> float:
    """How well a raised shape in the body fits a note, which stands on its page or the next; 0 where it cannot."""
    if note.page - mark.page not in (0, 1):
        return 0.0
    worth = 1.0 if note.page == mark.page else 0.8
    if mark.digits == str(number):
        worth += 1.0
    elif mark.digits and mark.digits != "0":
        worth -= 0.3
    return worth - 0.6 * mark.unit


def _note_numbers(notes: Sequence[_Shape]) -> list[int]:
    """The numbers of notes in order: on from the last one, or from 1 on each page where most are read so."""
    through = sum(n.digits == str(i + 1) for i, n in enumerate(notes))
    by_page: list[int] = []
    for i, note in enumerate(notes):
        by_page.append(by_page[-1] + 1 if i and notes[i - 1].page == note.page else 1)
    anew = sum(n.digits == str(k) for n, k in zip(notes, by_page, strict=True))
    return by_page if anew > through else list(range(1, len(notes) + 1))

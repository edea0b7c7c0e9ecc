"""The image of one page to a Sheet: rules and cells first, then letters, then what the letters look like."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image

from ingest.readers.layout.ruled import Lattice, lattices_of
from ingest.readers.layout.sheet import Rule, Sheet, Word
from ingest.readers.scanimage import Mask, Span, blobs, erase, ink, rotated, rules, slant, stroke, without
from ingest.readers.tesseract import OcrCharacter, OcrWord, recognise

DPI = 300
PAGE_MODE = 4
CELL_MODE = 6
MAX_CELLS = 3_000
_STRIP = 6_000
_UNSURE = 0.5
_BLANK = 0.0002

# Heights of Times New Roman, the face that Decree 30/2020/NĐ-CP prescribes, in parts of its size.
_X_HEIGHT = 0.48
_TALL = 0.685
_LOW = frozenset("acemnorsuvxz")
_HIGH = frozenset("ABCDEFGHIKLMNOPQRSTUVXYbdhkl0123456789")
_BELOW = frozenset("gpqyjQJ,;()[]“”\"'‘’-–—/*=+")
_TAIL = re.compile(r"[.,;:)\]”\"…]+$")
_MISREAD = str.maketrans({"!": "1", "l": "1", "I": "1", "|": "1", "i": "1", "?": "2", "ˆ": "", "°": "0", "o": "0"})


@dataclass(frozen=True, slots=True)
class Raised:
    """A small raised shape taken out of a word: the key it has as a word, what was read there, and as what digits."""

    key: int
    read: str
    digits: str
    leads: bool


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A sheet read from an image, its raised shapes, and the ratio of stroke to size of each word by key."""

    sheet: Sheet
    raised: tuple[Raised, ...]
    strokes: dict[int, float]
    confidence: float


@dataclass(slots=True)
class _Reading:
    """Gathers the words of a page; pixels become points by `scale`."""

    dark: Mask
    scale: float
    key: int
    words: list[Word]
    raised: list[Raised]
    strokes: dict[int, float]


def read_page(grey: Image.Image, page: int, width: float, height: float, first_key: int, turn: int = 0) -> ScannedPage:
    """The sheet of a page image of DPI dots an inch; `width` and `height` of it in points.

    `turn` is what the page was turned by to stand upright, as in Sheet.

    Raises: UnreadableFile.
    """
    dark = ink(grey, DPI)
    skew = slant(dark)
    if skew:
        grey = grey.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        dark = rotated(dark, skew)
    across, down = rules(dark, DPI)
    scale = width / grey.width
    ruled = [Rule(a * scale, (b + d) / 2 * scale, e * scale, (b + d) / 2 * scale) for a, b, e, d in across]
    ruled += [Rule((a + e) / 2 * scale, b * scale, (a + e) / 2 * scale, d * scale) for a, b, e, d in down]
    lattices, _ = lattices_of(ruled)
    clean = without(grey, [*across, *down])
    erase(dark, [*across, *down])
    lines = []
    body, rest = clean, dark
    spans = [_inner(t, scale) for t in lattices]
    if spans:
        lines = _cells(clean, dark, lattices, scale)
        body = without(clean, spans, 0)
        rest = dark.copy()
        erase(rest, spans, 0)
    if rest.mean() > _BLANK:
        lines += recognise(body, DPI, PAGE_MODE)
    reading = _Reading(dark, scale, first_key, [], [], {})
    for line in lines:
        _line(line, reading)
    shown = [w for w in reading.words if w.confidence is not None]
    letters = sum(len(w.text) for w in shown)
    mean = sum((w.confidence or 0.0) * len(w.text) for w in shown) / letters if letters else 0.0
    sheet = Sheet(page, width, height, tuple(reading.words), tuple(ruled), turn, True, skew)
    return ScannedPage(sheet, tuple(reading.raised), reading.strokes, round(mean, 4))


def _inner(lattice: Lattice, scale: float) -> Span:
    x0, y0, x1, y1 = lattice.box
    return int(x0 / scale) - 4, int(y0 / scale) - 4, int(x1 / scale) + 4, int(y1 / scale) + 4


def _cells(grey: Image.Image, dark: Mask, lattices: Iterable[Lattice], scale: float) -> list[list[OcrWord]]:
    """The lines of the cells of tables, each cell read by itself: pasted under one another on a strip of paper."""
    crops: list[tuple[Span, int]] = []
    strips: list[list[tuple[Span, int]]] = []
    top = 20
    for lattice in lattices:
        for f in lattice.frames[:MAX_CELLS]:
            x0, x1 = lattice.xs[f.column] / scale, lattice.xs[f.column + f.columns] / scale
            y0, y1 = lattice.ys[f.row] / scale, lattice.ys[f.row + f.rows] / scale
            box = (int(x0) + 3, int(y0) + 3, int(x1) - 2, int(y1) - 2)
            for part in _inked(dark, box):
                high = part[3] - part[1]
                if crops and top + high > _STRIP:
                    strips.append(crops)
                    crops, top = [], 20
                crops.append((part, top))
                top += high + 30
    if crops:
        strips.append(crops)
    lines: list[list[OcrWord]] = []
    for strip in strips:
        wide = max(s[2] - s[0] for s, _ in strip) + 60
        sheet = Image.new("L", (wide, strip[-1][1] + strip[-1][0][3] - strip[-1][0][1] + 40), 255)
        for span, y in strip:
            sheet.paste(grey.crop(span), (30, y))
        for line in recognise(sheet, DPI, CELL_MODE):
            for word in line:
                middle = (word.y0 + word.y1) / 2
                span, y = min(strip, key=lambda s: max(s[1] - middle, middle - s[1] - (s[0][3] - s[0][1]), 0))
                lines.append([_moved(word, span[0] - 30, span[1] - y)])
    return lines


def _inked(dark: Mask, box: Span) -> list[Span]:
    """The part of a cell that holds ink, with a margin; nothing where there are but specks."""
    x0, y0, x1, y1 = box
    part = dark[max(y0, 0) : y1, max(x0, 0) : x1]
    if part.size == 0:
        return []
    rows, columns = part.sum(axis=1) > 1, part.sum(axis=0) > 1
    if int(part.sum()) < 25 or not rows.any() or not columns.any():
        return []
    ys, xs = rows.nonzero()[0], columns.nonzero()[0]
    if ys[-1] - ys[0] < 8:
        return []
    return [
        (
            max(x0 + int(xs[0]) - 10, x0),
            max(y0 + int(ys[0]) - 8, y0),
            min(x0 + int(xs[-1]) + 10, x1),
            min(y0 + int(ys[-1]) + 8, y1),
        )
    ]


def _moved(word: OcrWord, dx: int, dy: int) -> OcrWord:
    return OcrWord(
        word.text,
        word.x0 + dx,
        word.y0 + dy,
        word.x1 + dx,
        word.y1 + dy,
        word.confidence,
        tuple(OcrCharacter(c.text, c.x0 + dx, c.y0 + dy, c.x1 + dx, c.y1 + dy) for c in word.characters),
    )


def _line(line: Sequence[OcrWord], reading: _Reading) -> None:
    """Adds the words of a line, raised shapes as words of their own."""
    sizes: list[float] = []
    bottoms: list[int] = []
    for word in line:
        for ch in word.characters:
            if ch.text in _LOW:
                sizes.append((ch.y1 - ch.y0) / _X_HEIGHT)
            elif ch.text in _HIGH:
                sizes.append((ch.y1 - ch.y0) / _TALL)
            if ch.text not in _BELOW and "\u0323" not in unicodedata.normalize("NFD", ch.text):
                bottoms.append(ch.y1)
    size = statistics.median(sizes) if sizes else statistics.median(w.y1 - w.y0 for w in line) / 0.9
    baseline = statistics.median(bottoms) if bottoms else statistics.median(w.y1 for w in line)
    for i, word in enumerate(line):
        _word(word, size, baseline, i == 0, reading)


def _word(word: OcrWord, size: float, baseline: float, leads: bool, reading: _Reading) -> None:
    span = (word.x0, min(word.y0, int(baseline - size * 0.9)), word.x1, max(word.y1, int(baseline) + 1))
    shapes = blobs(reading.dark, span)
    high = [s for s in shapes if _is_raised(s, size, baseline)]
    head, read, tail = word.text, "", ""
    if high and len(word.text) <= 40:
        first, last = high[0], high[-1]
        after = sum(1 for s in shapes if s[0] >= last[2])
        before = sum(1 for s in shapes if s[2] <= first[0])
        found = _TAIL.search(word.text)
        tail = found[0][-after:] if found and after else ""
        core = word.text[: len(word.text) - len(tail)] if tail else word.text
        inside = [c.text for c in word.characters if first[0] - 2 <= (c.x0 + c.x1) / 2 <= last[2] + 2]
        count = min(max(len("".join(inside)) - (1 if tail and inside and inside[-1] in tail else 0), 1), 2)
        if before == 0 and after == 0:
            head, read = "", core
        elif before and (after == 0 or tail):
            head, read = core[:-count], core[-count:]
            # A shape that was not read at all leaves its word whole.
            if read.isalpha() and read.lower() not in ("l", "i", "o") and "Ÿ" not in read:
                head, read = core, ""
        else:
            high = []
            head, tail = word.text, ""
    if not high and not any(ch.isalnum() for ch in word.text) and (word.confidence < _UNSURE or size < 20):
        return  # specks and leavings of rules
    if not high:
        _add(word.text, span, size, baseline, word.confidence, False, reading)
        return
    first, last = high[0], high[-1]
    if head:
        _add(head, (span[0], span[1], first[0], span[3]), size, baseline, word.confidence, False, reading)
    digits = "".join(ch for ch in read.translate(_MISREAD) if ch.isdigit())
    reading.raised.append(Raised(reading.key, read, digits, leads and not head))
    _add("0", (first[0], first[1], last[2], last[3]), size * 0.6, float(last[3]), word.confidence, bool(head), reading)
    if tail:
        _add(tail, (last[2], span[1], span[2], span[3]), size, baseline, word.confidence, True, reading)


def _is_raised(shape: Span, size: float, baseline: float) -> bool:
    """Whether a shape is as high above the line and as tall as a superscript digit: taller than a quotation mark."""
    x0, y0, x1, y1 = shape
    return (
        y1 < baseline - 0.17 * size
        and 0.3 * size <= y1 - y0 <= 0.56 * size
        and y0 > baseline - 1.0 * size
        and 0.07 * size < x1 - x0 < 0.75 * size
    )


def _add(
    text: str, span: Span, size: float, baseline: float, confidence: float, glued: bool, reading: _Reading
) -> None:
    scale = reading.scale
    x0, y0, x1, y1 = span
    if any(ch.isalpha() for ch in text):
        reading.strokes[reading.key] = stroke(reading.dark, span) / size
    reading.words.append(
        Word(
            reading.key,
            text,
            x0 * scale,
            y0 * scale,
            x1 * scale,
            y1 * scale,
            baseline * scale,
            round(size * scale, 1),
            False,
            False,
            glued,
            False,
            confidence,
        )
    )
    reading.key += 1

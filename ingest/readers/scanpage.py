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
from ingest.readers.scanimage import Mask, Span, blobs, erase, ink, rotated, rules, slant, stretched, stroke, without
from ingest.readers.tesseract import LANGUAGE, OcrCharacter, OcrWord, recognise

DPI = 300
PAGE_MODE = 4
CELL_MODE = 6
CELLS_APART = True
MAX_CELLS = 3_000
_STRIP = 6_000
_MARGIN = 40
_SHRUNK = 0.66
_DIGITS = "0123456789.,/%-=+()"
_ONE_LINE = 88
_UNSURE = 0.5
_BLANK = 0.0002

# Heights of Times New Roman, the face that Decree 30/2020/NĐ-CP prescribes, in parts of its size.
_X_HEIGHT = 0.494
_TALL = 0.685
_LOW = frozenset("acemnorsuvxz")
_HIGH = frozenset("ABCDEFGHIKLMNOPQRSTUVXYbdhkl0123456789")
_BELOW = frozenset("gpqyjQJ,;()[]“”\"'‘’-–—/*=+")
_TAIL = re.compile(r"[.,;:)\]”\"…]+$")
_SIGNS = frozenset("-–+*/…&%=•:;.,()")
# What tesseract reads for a raised digit.
_FOR_DIGITS = frozenset("“”\"'‘’`´!?°*ˆ^ŸÏïÌì¡|")
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
    """A sheet read from an image, its raised shapes, and the ratio of stroke to size of each word by key.

    `confidence` is the mean over its characters; `blank` is: there is no ink to speak of.
    """

    sheet: Sheet
    raised: tuple[Raised, ...]
    strokes: dict[int, float]
    confidence: float
    blank: bool


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
    grey = stretched(grey)
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
    if spans and CELLS_APART:
        lines = _cells(clean, dark, lattices, scale)
        body = without(clean, spans, 0)
        rest = dark.copy()
        erase(rest, spans, 0)
    if rest.mean() > _BLANK:
        lines += recognise(body, DPI, PAGE_MODE, LANGUAGE)
    reading = _Reading(dark, scale, first_key, [], [], {})
    for line in lines:
        _line(line, reading)
    shown = [w for w in reading.words if w.confidence is not None]
    letters = sum(len(w.text) for w in shown)
    mean = sum((w.confidence or 0.0) * len(w.text) for w in shown) / letters if letters else 0.0
    sheet = Sheet(page, width, height, tuple(reading.words), tuple(ruled), turn, True, skew)
    return ScannedPage(
        sheet, tuple(reading.raised), reading.strokes, round(mean, 4), not (spans or rest.mean() > _BLANK)
    )


def _inner(lattice: Lattice, scale: float) -> Span:
    x0, y0, x1, y1 = lattice.box
    return int(x0 / scale) - 4, int(y0 / scale) - 4, int(x1 / scale) + 4, int(y1 / scale) + 4


def _cells(grey: Image.Image, dark: Mask, lattices: Iterable[Lattice], scale: float) -> list[list[OcrWord]]:
    """The lines of the cells of tables. Cells are pasted under one another on strips of paper, which read like pages.

    Where a cell was read as a number or with doubt it is read once more as a number, and the surer reading counts.
    """
    spans: list[Span] = []
    for lattice in lattices:
        for f in lattice.frames[:MAX_CELLS]:
            x0, x1 = lattice.xs[f.column] / scale, lattice.xs[f.column + f.columns] / scale
            y0, y1 = lattice.ys[f.row] / scale, lattice.ys[f.row + f.rows] / scale
            spans += _inked(dark, (int(x0) + 3, int(y0) + 3, int(x1) - 2, int(y1) - 2))
    first = _strips(grey, spans, None)
    unsure = [s for s in spans if s[3] - s[1] <= _ONE_LINE and _numeric(first[s])]
    for span, again in _strips(grey, unsure, _DIGITS).items():
        junk = not _number(first[span]) and _number(again) and _sureness(first[span]) < 0.85
        if _sureness(again) > _sureness(first[span]) or (junk and _sureness(again) > 0.25):
            first[span] = again
    return [line for span in spans for line in first[span]]


def _strips(grey: Image.Image, spans: Sequence[Span], allowed: str | None) -> dict[Span, list[list[OcrWord]]]:
    """The lines read in each of these pieces of the page."""
    found: dict[Span, list[list[OcrWord]]] = {span: [] for span in spans}
    at = 0
    while at < len(spans):
        top = _MARGIN
        places: list[tuple[int, Span]] = []
        while at < len(spans) and (not places or top + spans[at][3] - spans[at][1] < _STRIP):
            places.append((top, spans[at]))
            top += spans[at][3] - spans[at][1] + _MARGIN
            at += 1
        paper = Image.new("L", (max(s[2] - s[0] for _, s in places) + 2 * _MARGIN, top), 255)
        for y, span in places:
            paper.paste(grey.crop(span), (_MARGIN, y))
        small = paper.resize((round(paper.width * _SHRUNK), round(top * _SHRUNK)), Image.Resampling.LANCZOS)
        for line in recognise(small, round(DPI * _SHRUNK), CELL_MODE, LANGUAGE, allowed):
            middle = sum(w.y0 + w.y1 for w in line) / 2 / len(line) / _SHRUNK
            y, span = min(places, key=lambda p: max(p[0] - middle, middle - p[0] - p[1][3] + p[1][1], 0))
            found[span].append([_moved(w, _SHRUNK, span[0] - _MARGIN, span[1] - y) for w in line])
    return found


def _numeric(lines: Sequence[Sequence[OcrWord]]) -> bool:
    """Whether a cell may hold nothing but a number: digits were read, or little that is sure."""
    words = [w for line in lines for w in line]
    text = "".join(w.text for w in words)
    letters = sum(ch.isalpha() for ch in text)
    short = len(text) <= 3 and _sureness(lines) < 0.85
    return not letters or short or (len(text) <= 8 and (letters < len(text) / 2 or _sureness(lines) < 0.6))


def _number(lines: Sequence[Sequence[OcrWord]]) -> bool:
    """Whether a cell was read as a number and nothing else."""
    text = "".join(w.text for line in lines for w in line)
    return any(ch.isdigit() for ch in text) and all(ch in _DIGITS for ch in text)


def _sureness(lines: Sequence[Sequence[OcrWord]]) -> float:
    words = [w for line in lines for w in line]
    letters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0


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


def _moved(word: OcrWord, scale: float, dx: int, dy: int) -> OcrWord:
    """A word of a strip at its place on the page."""

    def x(value: int) -> int:
        return round(value / scale) + dx

    def y(value: int) -> int:
        return round(value / scale) + dy

    characters = tuple(OcrCharacter(c.text, x(c.x0), y(c.y0), x(c.x1), y(c.y1)) for c in word.characters)
    return OcrWord(word.text, x(word.x0), y(word.y0), x(word.x1), y(word.y1), word.confidence, characters)


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
    """Adds a word; a raised shape at its end or head becomes a word of its own."""
    span = (word.x0, min(word.y0, int(baseline - size * 0.9)), word.x1, max(word.y1, int(baseline) + 1))
    shapes = blobs(reading.dark, span)
    high = [i for i, s in enumerate(shapes) if _is_raised(s, size, baseline)]
    parts = _parts(word.text, shapes, high) if high and len(word.text) <= 40 else None
    if parts is None:
        if any(ch.isalnum() for ch in word.text) or (set(word.text) <= _SIGNS and size >= 20 and word.confidence > 0.3):
            _add(word.text, span, size, baseline, word.confidence, False, reading)
        return  # else specks and leavings of rules
    head, read, tail = parts
    first, last = shapes[high[0]], shapes[high[-1]]
    if head:
        _add(head, (span[0], span[1], first[0], span[3]), size, baseline, word.confidence, False, reading)
    digits = "".join(ch for ch in read.translate(_MISREAD) if ch.isdigit())
    reading.raised.append(Raised(reading.key, read, digits, leads and not head))
    _add("0", (first[0], first[1], last[2], last[3]), size * 0.6, float(last[3]), word.confidence, bool(head), reading)
    if tail:
        _add(tail, (last[2], span[1], span[2], span[3]), size, baseline, word.confidence, True, reading)


def _parts(text: str, shapes: Sequence[Span], high: Sequence[int]) -> tuple[str, str, str] | None:
    """A word as what stands before its raised shapes, what was read for them, and the punctuation after them.

    None where the shapes are not at its end or head, or where letters were read in their place.
    """
    after = len(shapes) - 1 - high[-1]
    if high[-1] - high[0] != len(high) - 1 or len(high) > 3:
        return None
    if not any(ch.isalnum() for ch in text) and len(text) <= 3 and after == 0:
        return "", text, ""
    if high[0] == 0 and not after:
        return ("", text, "") if len(text) <= 3 else None
    if high[0] == 0:
        return None
    found = _TAIL.search(text)
    tail = found[0][-after:] if found and after else ""
    if after > len(tail) + 1:
        return None
    core = text[: len(text) - len(tail)]
    at = len(core)
    # One sign may stand for two shapes, and two signs for one.
    while at and core[at - 1] in _FOR_DIGITS:
        at -= 1
    while at and len(core) - at < len(high) and core[at - 1].isdigit():
        at -= 1
    return core[:at], core[at:], tail


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

"""Words to lines, and lines to text with the place of every line in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ingest.flow import LineBox, Mark
from ingest.language.repair import repair
from ingest.readers.layout.sheet import Sheet, Word

_RAISED = re.compile(r"\(?(?:\d{1,3}|\*{1,4}|[†‡])\)?")
_OPEN_END = re.compile(r"[^\W_][-/]$|[-/][^\W_]*[-/]$")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, left to right; small raised digits ride on the line that they touch."""

    words: tuple[Word, ...]
    sheet: Sheet
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool
    italic: bool

    @property
    def text(self) -> str:
        """What the line says, markers included."""
        return render([self], ())[0]


@dataclass(frozen=True, slots=True)
class Text:
    """Rendered lines: the text, the markers taken out of it and where its lines stand."""

    text: str
    marks: tuple[Mark, ...]
    boxes: tuple[LineBox, ...]


def make_line(words: Sequence[Word], sheet: Sheet) -> Line:
    """A Line of words in any order."""
    row = sorted(words, key=lambda w: (w.x0, w.key))
    if sum(w.turned for w in row) * 2 > len(row):
        row.sort(key=lambda w: w.key)
    sizes: Counter[float] = Counter()
    bold = italic = letters = 0
    for w in row:
        n = len(w.text)
        sizes[w.size] += n
        letters += n
        bold += n * w.bold
        italic += n * w.italic
    size = max(sizes, key=lambda s: (sizes[s], s))
    body = [w for w in row if w.size >= size * 0.8] or row
    return Line(
        tuple(row),
        sheet,
        row[0].x0,
        min(w.y0 for w in row),
        max(w.x1 for w in row),
        max(w.y1 for w in row),
        body[0].baseline,
        size,
        bold * 2 > letters,
        italic * 2 > letters,
    )


def gather(words: Iterable[Word], sheet: Sheet) -> list[Line]:
    """Lines from the top down of the words of a sheet (or of a part of it)."""
    rows: list[list[Word]] = []
    heights: list[float] = []
    small: list[Word] = []
    turned: list[Word] = []
    for w in sorted(words, key=lambda w: w.baseline):
        if w.turned:
            turned.append(w)
        elif _RAISED.fullmatch(w.text):
            small.append(w)
        elif rows and w.baseline - heights[-1] <= 0.35 * min(w.size, rows[-1][0].size):
            rows[-1].append(w)
        else:
            rows.append([w])
            heights.append(w.baseline)
    if small:
        _place_small(small, rows, heights)
    lines = [make_line(row, sheet) for row in rows]
    if turned:
        lines.append(make_line(turned, sheet))
    return lines


def _place_small(small: list[Word], rows: list[list[Word]], heights: list[float]) -> None:
    """Put short numbers on the line that they touch from above as a superscript, else on their own baseline."""
    known = [list(row) for row in rows]
    for w in small:
        at = bisect_left(heights, w.baseline - 0.3 * w.size)
        best: tuple[float, list[Word]] | None = None
        level: list[Word] | None = None
        for i in range(at, len(heights)):
            drop = heights[i] - w.baseline
            if drop > 14:
                break
            if level is None and abs(drop) <= 0.3 * w.size:
                level = rows[i]
            if i >= len(known):
                continue
            for other in known[i]:
                if w.size < 0.82 * other.size and 0.1 * other.size < drop < 0.65 * other.size:
                    gap = min(abs(w.x0 - other.x1), abs(other.x0 - w.x1))
                    if gap < 0.6 * other.size and (best is None or gap < best[0]):
                        best = (gap, rows[i])
        if best is not None:
            best[1].append(w)
        elif level is not None:
            level.append(w)
        else:
            place = bisect_left(heights, w.baseline)
            heights.insert(place, w.baseline)
            rows.insert(place, [w])
            known.insert(place, [w])


def is_raised(word: Word, line: Line) -> bool:
    """Whether a word of a line is set small and above its baseline, as footnote markers and powers are."""
    return (
        word.size <= 0.82 * line.size
        and line.baseline - word.baseline > 0.1 * line.size
        and _RAISED.fullmatch(word.text) is not None
    )


def spaced(before: Word, word: Word) -> bool:
    """Whether a space parts two neighbours on a line."""
    if word.key == before.key + 1:
        return not word.glued
    return word.x0 - before.x1 > 0.15 * max(before.size, word.size)


def render(lines: Sequence[Line], markers: Collection[int], joint: str = " ") -> tuple[str, list[Mark], list[LineBox]]:
    """The text of lines joined into one paragraph, the words in `markers` taken out as Marks.

    A line that ends in a hyphen or slash inside a document number or a span of years is joined without a space.
    """
    out: list[str] = []
    length = 0
    marks: list[Mark] = []
    boxes: list[LineBox] = []
    for line in lines:
        pieces: list[str | Word] = []
        run: list[str] = []
        before: Word | None = None
        for w in line.words:
            gap = before is not None and spaced(before, w)
            if w.key in markers:
                if run:
                    pieces.append("".join(run))
                    run = []
                pieces.append(w)
                if before is None or gap:
                    run.append(" ")
            else:
                if gap:
                    run.append(" ")
                run.append(w.text)
            before = w
        if run:
            pieces.append("".join(run))
        start: int | None = None
        for piece in pieces:
            if isinstance(piece, Word):
                marks.append(Mark(length, piece.text.strip("()")))
                continue
            text = " ".join(repair(piece).split())
            lead = piece[:1].isspace()
            if not text:
                continue
            if out:
                tail = out[-1]
                if start is None:
                    glue = "" if _OPEN_END.search(tail[-12:]) and text[0].isalnum() else joint
                else:
                    glue = " " if lead and text[0] not in ".,;:)”" else ""
                if glue == "" and start is None and joint == "\n":
                    glue = joint
                out.append(glue)
                length += len(glue)
            if start is None:
                start = length
            out.append(text)
            length += len(text)
        if start is not None:
            boxes.append(LineBox(start, length, line.sheet.box(line.x0, line.y0, line.x1, line.y1)))
    return "".join(out), marks, boxes


def confidence(lines: Sequence[Line]) -> float | None:
    """The mean confidence of the words, weighted by length; None where no word carries one."""
    total = letters = 0.0
    for line in lines:
        for w in line.words:
            if w.confidence is not None:
                total += w.confidence * len(w.text)
                letters += len(w.text)
    return round(total / letters, 4) if letters else None

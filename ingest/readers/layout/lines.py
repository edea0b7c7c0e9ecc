"""Words to lines, and lines to text with the place of every line in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.flow import LineBox, Mark
from ingest.language.repair import repair
from ingest.readers.layout.sheet import Sheet, Word

_RAISED = re.compile(r"\(?(?:\d{1,3}|\*{1,4}|[†‡])\)?|[()]|\(\)")
_OPEN_END = re.compile(r"[^\W_][-/]$|[-/][^\W_]*[-/]$")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, left to right; small raised digits ride on the line that they touch.

    `text` is what the line says, such digits included.
    """

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
    text: str


def make_line(words: Sequence[Word], sheet: Sheet) -> Line:
    """A Line of words in any order."""
    row = _whole_labels(sorted(words, key=lambda w: (w.x0, w.key)))
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
        "".join(text for _, text in _runs(row, ())),
    )


def _whole_labels(row: list[Word]) -> list[Word]:
    """The row with a small "(", "4" and ")" made one word, for some programs set them apart."""
    if not any(w.text in ("(", ")") for w in row):
        return row
    out: list[Word] = []
    for w in row:
        last = out[-1] if out else None
        if (
            last is not None
            and abs(last.size - w.size) < 0.2
            and abs(last.baseline - w.baseline) < 0.5
            and w.x0 - last.x1 < 0.2 * w.size
            and ((last.text == "(" and w.text[0].isdigit()) or (w.text == ")" and last.text[-1].isdigit()))
        ):
            text = last.text + w.text
            out[-1] = replace(last, text=text, x1=w.x1, y0=min(last.y0, w.y0), y1=max(last.y1, w.y1))
        else:
            out.append(w)
    return out


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
    """Put short numbers on their own baseline, or on that of the line that they touch from above as a superscript."""
    raised = []
    for w in small:
        at = bisect_left(heights, w.baseline - 0.3 * w.size)
        if at < len(heights) and heights[at] - w.baseline <= 0.3 * w.size and w.size > 0.82 * _size(rows[at], w):
            rows[at].append(w)
        else:
            raised.append(w)
    # What touches a line first, then what touches something raised: the digit and brackets of "(4)".
    for w in [w for w in raised if not _ride(w, rows, heights, False)]:
        if _ride(w, rows, heights, True):
            continue
        place = bisect_left(heights, w.baseline)
        if place < len(heights) and heights[place] - w.baseline <= 0.3 * w.size:
            rows[place].append(w)
        elif place and w.baseline - heights[place - 1] <= 0.3 * w.size:
            rows[place - 1].append(w)
        else:
            heights.insert(place, w.baseline)
            rows.insert(place, [w])


def _ride(word: Word, rows: list[list[Word]], heights: list[float], chain: bool) -> bool:
    """Put a small word on the row that it rides on as a superscript; `chain`: it may touch another raised word."""
    best: tuple[float, list[Word]] | None = None
    for i in range(bisect_left(heights, word.baseline), len(heights)):
        drop = heights[i] - word.baseline
        if drop > 14:
            break
        for other in rows[i]:
            gap = max(word.x0 - other.x1, other.x0 - word.x1, 0.0)
            if gap >= 0.6 * max(other.size, word.size) or (best is not None and gap >= best[0]):
                continue
            if chain:
                fits = heights[i] - other.baseline > 0.5 and abs(other.baseline - word.baseline) < 0.3 * word.size
            else:
                fits = word.size < 0.82 * other.size and 0.1 * other.size < drop < 0.65 * other.size
            if fits:
                best = (gap, rows[i])
    if best is None:
        return False
    best[1].append(word)
    return True


def _size(row: list[Word], word: Word) -> float:
    """The size of the word of a row that stands nearest to `word`."""
    return min(row, key=lambda o: max(word.x0 - o.x1, o.x0 - word.x1)).size


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


def _runs(words: Sequence[Word], markers: Collection[int]) -> Iterator[tuple[Word | None, str]]:
    """The words of a line as repaired text between its markers; a leading space tells that one parts it from them."""
    run: list[str] = []
    before: Word | None = None
    for w in words:
        gap = before is not None and spaced(before, w)
        if w.key in markers:
            if run:
                yield None, _repaired(run)
            yield w, ""
            run = [" "] if before is None or gap else []
        else:
            if gap:
                run.append(" ")
            run.append(w.text)
        before = w
    if run:
        yield None, _repaired(run)


def _repaired(run: list[str]) -> str:
    text = "".join(run)
    return (" " if text[:1].isspace() else "") + " ".join(repair(text).split())


def render(
    lines: Sequence[Line], markers: Collection[int], joins: Collection[int] = ()
) -> tuple[str, list[Mark], list[LineBox]]:
    """The text of lines joined into one paragraph, the words in `markers` taken out as Marks.

    A line that ends in a hyphen or slash inside a document number or a span of years is joined without a space, and
    so are those whose index is in `joins`.
    """
    out: list[str] = []
    length = 0
    marks: list[Mark] = []
    boxes: list[LineBox] = []
    for index, line in enumerate(lines):
        start: int | None = None
        plain = not markers or not any(w.key in markers for w in line.words)
        for marker, text in ((None, line.text),) if plain else _runs(line.words, markers):
            if marker is not None:
                marks.append(Mark(length, marker.text.strip("()")))
                continue
            lead = text[:1] == " "
            text = text.strip()
            if not text:
                continue
            if out:
                if start is None:
                    whole = index in joins or (_OPEN_END.search(out[-1][-12:]) and text[0].isalnum())
                    glue = "" if whole else " "
                else:
                    glue = " " if lead and text[0] not in ".,;:)”" else ""
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

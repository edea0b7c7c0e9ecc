"""Tables that a careless tool wrote out line by line, set up again: header fragments, rows of values, comment cells.

A row of values tells how many columns there are; the fragments above it, joined where one goes on in small letters,
give as many labels, or more where a header has two rows (see `ingest.readers.textheaders`). Where they do not fit, the
lines stay lines, for a wrong table is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.flow import Grid, GridCell
from ingest.readers.lines import APPENDIX, BULLET, Line
from ingest.readers.textheaders import Columns, capital_starts, lay_out

_VALUE = re.compile(r"[-+]?\d[\d.,/]*%?|[-–]")
_CODE = re.compile(r"[A-ZĐ]|\(?\d{1,2}\)?|\(?\d{1,2}\)?=[\d()+\-–*/:=]+")
_NUMBER_HEAD = re.compile(r"(\d{1,2}|[IVX]+)[.)]\s")
_ROW_NUMBER = re.compile(r"(\d{1,3}|[IVX]{1,4})\.?\s+(?=[^\W\d_])")
_EMPTY_ROW = 2


@dataclass(frozen=True, slots=True)
class Values:
    """A row of values: its number or name, its figures, and the beginning of the cell of words after them."""

    head: str
    values: tuple[str, ...]
    tail: str


def values_of(text: str) -> Values | None:
    """The row of values that a line is, or None: three figures in a row, or two that are all of it."""
    words = text.split()
    best: tuple[int, int] | None = None
    i = 0
    while i < len(words):
        j = i
        while j < len(words) and _VALUE.fullmatch(words[j]):
            j += 1
        if j - i >= 2 and (best is None or j - i > best[1] - best[0]):
            best = (i, j)
        i = max(j, i + 1)
    if best is None:
        return None
    start, end = best
    if end - start < 3 and (end - start < len(words)):
        return None
    head, tail = " ".join(words[:start]), " ".join(words[end:])
    if head and (tail or len(head) > 60 or not (_ROW_NUMBER.match(head) or head[0].isupper())):
        return None
    return Values(head, tuple(words[start:end]), tail)


def codes_of(text: str) -> tuple[str, ...] | None:
    """The column codes that a line is ("A B 1 2 3=1+2"), or None."""
    words = text.split()
    if len(words) < 3 or not all(_CODE.fullmatch(w) for w in words):
        return None
    plain = [int(w.strip("()")) for w in words if w.strip("()").isdigit()]
    formulas = any("=" in w for w in words)
    return tuple(words) if formulas or (plain == [*range(1, len(plain) + 1)] and len(plain) >= 3) else None


@dataclass(slots=True)
class Region:
    """A table among the lines: from `start` up to `end`, with its grid."""

    start: int
    end: int
    grid: Grid


def find_tables(lines: Sequence[Line], full: int) -> list[Region]:
    """The tables that could be set up again, in order; they do not overlap."""
    out: list[Region] = []
    i = 0
    while i < len(lines):
        if values_of(lines[i].text) is None or codes_of(lines[i].text):
            i += 1
            continue
        region = _region(lines, i, out[-1].end if out else 0, full)
        if region is None:
            i += 1
            continue
        out.append(region)
        i = region.end
    return out


def _narrow(line: Line, full: int) -> bool:
    return line.width < (full or 38_000) * 0.62


def _region(lines: Sequence[Line], first: int, floor: int, full: int) -> Region | None:
    """The table whose first row of values is line `first`."""
    top = _span_row_start(lines, first, floor) or first
    codes = codes_of(lines[top - 1].text) if top > floor else None
    start = foot = top - 1 if codes else top
    while start > floor and _is_fragment(lines[start - 1], full):
        start -= 1
    while start < foot and not lines[start].text[0].isupper():
        start += 1
    if start == foot:
        return None
    rows, end = _body(lines, top, full)
    found = [r for r in rows if isinstance(r, Values)]
    named = 0
    if any(r.head for r in found):
        named = 2 if any(_ROW_NUMBER.match(r.head) for r in found) else 1
    figures = max(len(r.values) for r in found)
    columns = Columns(
        len(codes) if codes else 0,
        named,
        figures,
        any(r.tail for r in found),
        _ratios(found, named, codes),
        _sums(codes),
    )
    header = lay_out(lines[start:foot], columns)
    if header is None:
        return None
    width = max(c.column + c.columns for c in header)
    cells = list(header)
    row = levels = max(c.row + c.rows for c in header)
    if codes:
        cells += [GridCell(row, column, code) for column, code in enumerate(codes[:width])]
        row += 1
    for entry in rows:
        cells += _row_cells(entry, row, width, named)
        row += 1
    return Region(start, end, Grid(tuple(cells), row, width, header_rows=levels, page=lines[start].page))


def _ratios(rows: Sequence[Values], named: int, codes: tuple[str, ...] | None) -> frozenset[int]:
    """The columns that hold shares: "%" or a formula that divides, else decimals throughout."""
    out = {i for i, code in enumerate(codes or ()) if "=" in code and ("/" in code or ":" in code)}
    for column in range(max(len(r.values) for r in rows)):
        values = [r.values[column] for r in rows if column < len(r.values)]
        if values and all(v.endswith("%") or re.fullmatch(r"\d{1,3},\d{1,2}", v) for v in values):
            out.add(named + column)
    return frozenset(out)


def _sums(codes: tuple[str, ...] | None) -> tuple[frozenset[int], ...]:
    """The columns that are sums by their codes ("3=1+2"), each with its parts."""
    places = {code.partition("=")[0].strip("()"): i for i, code in enumerate(codes or ())}
    out = []
    for i, code in enumerate(codes or ()):
        parts = re.fullmatch(r"\(?\d+\)?=([\d()]+(?:\+[\d()]+)+)", code)
        if parts:
            named = [places.get(part.strip("()")) for part in parts[1].split("+")]
            out.append(frozenset({i, *(n for n in named if n is not None)}))
    return tuple(out)


def _is_fragment(line: Line, full: int) -> bool:
    text = line.text
    if _NUMBER_HEAD.match(text) or APPENDIX.match(text) or BULLET.match(text) or text.startswith("(Kèm"):
        return False
    if not _narrow(line, full) and len(capital_starts(text)) < 2:
        return False
    return not (text.endswith((".", ";", ":")) or (line.caps and " " in text))


def _span_row_start(lines: Sequence[Line], first: int, floor: int) -> int | None:
    """Where a full-width row label right above the values begins ("2. Công tác …"), or None.

    It stands below header fragments; a heading stands below a paragraph, or opens the table itself.
    """
    for i in range(first - 1, max(floor, first - 4) - 1, -1):
        if values_of(lines[i].text) is not None:
            return None
        if _NUMBER_HEAD.match(lines[i].text):
            above = lines[i - 1].text if i > floor else ""
            continued = all(line.text[:1].islower() for line in lines[i + 1 : first])
            fragment = bool(above) and not _NUMBER_HEAD.match(above) and not above.endswith((".", ":", ";"))
            return i if continued and fragment and not above.startswith("(K") else None
    return None


def _body(lines: Sequence[Line], top: int, full: int) -> tuple[list[Values | str], int]:
    """The rows from line `top` on: values, or the text of a row that spans all columns; and the line after the last."""
    rows: list[Values | str] = []
    i = top
    while i < len(lines):
        values = values_of(lines[i].text)
        if values is not None:
            i += 1
            while values.tail and i < len(lines) and _continues_tail(lines[i], full):
                values = Values(values.head, values.values, f"{values.tail} {lines[i].text}")
                i += 1
            rows.append(values)
            continue
        span = _span_at(lines, i)
        if span is None:
            break
        rows.append(" ".join(line.text for line in lines[i:span]))
        i = span
    return rows, i


def _continues_tail(line: Line, full: int) -> bool:
    if line.gap >= _EMPTY_ROW or not _narrow(line, full):
        return False
    return not (_NUMBER_HEAD.match(line.text) or APPENDIX.match(line.text) or values_of(line.text) or line.caps)


def _span_at(lines: Sequence[Line], i: int) -> int | None:
    """The line after a row label that begins at `i` and stands right above a row of values, or None."""
    if not _NUMBER_HEAD.match(lines[i].text):
        return None
    for j in range(i + 1, min(i + 4, len(lines))):
        if values_of(lines[j].text) is not None:
            return j
        if not lines[j].text[:1].islower():
            return None
    return None


def _row_cells(entry: Values | str, row: int, width: int, named: int) -> list[GridCell]:
    if isinstance(entry, str):
        return [GridCell(row, 0, entry, columns=width)]
    texts: list[str] = []
    if named == 2:
        number = _ROW_NUMBER.match(entry.head)
        texts += [number[0].strip(), entry.head[number.end() :]] if number else ["", entry.head]
    elif named == 1:
        texts.append(entry.head)
    texts += entry.values
    spare = width - len(texts)
    if spare > 0:
        texts += [""] * (spare - 1) + [entry.tail]
    elif entry.tail:
        texts[-1] = f"{texts[-1]} {entry.tail}"
    # No value is thrown away: more of them than columns stay in the last cell.
    texts[width - 1 :] = [" ".join(texts[width - 1 :])]
    return [GridCell(row, column, text) for column, text in enumerate(texts)]

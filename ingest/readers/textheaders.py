"""Headers of linearised tables: fragments joined to labels, and the labels laid over the columns, in one row or two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.flow import GridCell
from ingest.language.letters import LOWER, UPPER
from ingest.readers.lines import Line

_COMMENT = re.compile(r"đánh giá|ghi chú|nhận xét|nội dung|lý do|so sánh|tên|đơn vị|họ và|địa chỉ|diễn giải", re.I)
_COUNT = re.compile(r"\bsố\b|tỷ lệ|tổng|tỉ lệ|%|lượt|kế hoạch|thực hiện|năm", re.I)
_RATIO = re.compile(r"tỷ lệ|tỉ lệ|%|\bso với\b|đạt", re.I)
_FIRST_OF_GROUP = re.compile(r"Số|Tổng|Tiếp nhận|Kỳ trước|Tồn|Kế hoạch|Năm|Cộng", re.I)
_CAPITAL = re.compile(r"(?<=[^\s,(])\s+(?=[" + UPPER + r"][" + LOWER + r"])")
MOST_LABELS = 30
MOST_LAYOUTS = 1_000


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rows say of the columns: how many by a row of codes (0: no such row), how many name a row, how many hold
    figures, whether words follow them, which hold shares, and which are the sum of others (with those)."""

    coded: int
    named: int
    figures: int
    commented: bool
    ratios: frozenset[int]
    sums: tuple[frozenset[int], ...] = ()


def capital_starts(text: str) -> list[int]:
    """Where a label may begin inside a line: at a word with a capital after one without."""
    return [0, *(m.end() for m in _CAPITAL.finditer(text))]


def lay_out(lines: Sequence[Line], columns: Columns) -> list[GridCell] | None:
    """The header cells over all columns, or None where the labels of these lines do not fit.

    A line may hold the labels of a whole row; it is taken apart where the labels fit better so.
    """
    if len(lines) > MOST_LABELS * 4:
        return None
    several = [i for i, line in enumerate(lines) if len(capital_starts(line.text)) > 1]
    best: tuple[float, list[GridCell]] | None = None
    for count in range(min(len(several), 4) + 1):
        for apart in itertools.islice(itertools.combinations(several, count), 50):
            rows = _labels(lines, frozenset(apart))
            for width, commented in _widths(columns):
                found = _cover(rows, width, commented, columns)
                if found and (best is None or found[0] - 0.25 * count > best[0]):
                    best = (found[0] - 0.25 * count, found[1])
    return best[1] if best else None


def _widths(columns: Columns) -> Iterator[tuple[int, bool]]:
    width = columns.named + columns.figures + columns.commented
    if columns.coded >= width:
        yield columns.coded, columns.commented or columns.coded > width
        return
    yield width, columns.commented
    if not columns.commented:
        yield width + 1, True  # a column for remarks that no row makes


def _labels(lines: Sequence[Line], apart: frozenset[int]) -> list[list[str]]:
    """The labels in rows, as far as a row's end can be seen: a line that is a row itself, or a missing blank line."""
    spaced = sum(1 for line in lines[1:] if line.blanks) > len(lines) * 0.5
    rows: list[list[str]] = [[]]
    for i, line in enumerate(lines):
        if i in apart:
            starts = capital_starts(line.text)
            row = [line.text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line.text)], strict=True)]
            rows += [row, []]
            continue
        labels = rows[-1]
        begins = not labels or _begins_label(line.text, labels[-1])
        if begins and labels and spaced and not line.blanks:
            rows.append(labels := [])
        if begins:
            labels.append(line.text)
        else:
            labels[-1] = f"{labels[-1]} {line.text}"
    return [row for row in rows if row]


def _begins_label(text: str, before: str) -> bool:
    if before.count("(") > before.count(")"):
        return False
    word = text.split()[0]
    return (
        word[0].isupper() and not (len(word) > 1 and word.isupper() and len(before) > 12) and not before.endswith(",")
    )


def _cover(rows: list[list[str]], width: int, commented: bool, columns: Columns) -> tuple[float, list[GridCell]] | None:
    """The best way to lay the labels over `width` columns, with its score."""
    labels = [label for row in rows for label in row]
    if len(labels) == width and len(rows) < 3:
        cells = [GridCell(0, i, label, bold=True) for i, label in enumerate(labels)]
        return _fit(cells, width, commented, columns), cells
    if not width < len(labels) <= MOST_LABELS or len(rows) > 2:
        return None
    best: tuple[float, list[GridCell]] | None = None
    tried = 0
    for split in [len(rows[0])] if len(rows) == 2 else range(1, len(labels)):
        top, below = labels[:split], labels[split:]
        groups = len(labels) - width
        # Columns that name a row, and the one for remarks, have no second header row.
        free = range(columns.named, len(top) - commented)
        if not 1 <= groups <= len(free) or groups > len(below):
            continue
        for where in itertools.combinations(free, groups):
            for sizes in _compositions(len(below), groups):
                tried += 1
                if tried > MOST_LAYOUTS:
                    return best
                cells = _two_rows(top, below, where, sizes)
                score = _fit(cells, width, commented, columns)
                if best is None or score > best[0]:
                    best = (score, cells)
    return best


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """The ways to write `total` as `parts` numbers of at least one."""
    for cuts in itertools.combinations(range(1, total), parts - 1):
        edges = (0, *cuts, total)
        yield tuple(b - a for a, b in itertools.pairwise(edges))


def _two_rows(top: list[str], below: list[str], where: tuple[int, ...], sizes: tuple[int, ...]) -> list[GridCell]:
    cells: list[GridCell] = []
    under: list[GridCell] = []
    column, taken, size = 0, 0, iter(sizes)
    for i, label in enumerate(top):
        if i in where:
            n = next(size)
            cells.append(GridCell(0, column, label, columns=n, bold=True))
            under += [GridCell(1, column + k, below[taken + k], bold=True) for k in range(n)]
            column, taken = column + n, taken + n
        else:
            cells.append(GridCell(0, column, label, rows=2, bold=True))
            column += 1
    return cells + under


def _fit(cells: list[GridCell], width: int, commented: bool, columns: Columns) -> float:
    """How well the labels suit what stands under them: remarks under a comment, figures under a count, shares under a
    rate, and in a group labels that take up its words."""
    score = 0.0
    for together in columns.sums:
        # A sum stands under one heading with its parts, and mostly ends the group.
        groups = [(c.column, c.column + c.columns) for c in cells if c.row == 0 and c.columns > 1]
        score += 0.4 * any(start <= min(together) and max(together) < end for start, end in groups)
        score += 0.2 * any(max(together) == end - 1 for _, end in groups)
    for cell in cells:
        if cell.columns > 1 or (cell.row == 0 and cell.rows == 1 and any(c.row for c in cells)):
            score += _group_fit(
                cell, [c for c in cells if c.row == 1 and cell.column <= c.column < cell.column + cell.columns]
            )
            continue
        if cell.column < columns.named or (commented and cell.column == width - 1):
            score += 1.0 if _COMMENT.search(cell.text) else 0.0
            score -= 0.5 if _COUNT.match(cell.text) else 0.0
            continue
        score += 0.5 if _COUNT.search(cell.text) else 0.0
        score -= 0.5 if _COMMENT.match(cell.text) else 0.0
        if bool(_RATIO.search(cell.text)) == (cell.column in columns.ratios):
            score += 0.5
    return score


def _group_fit(group: GridCell, members: list[GridCell]) -> float:
    words = set(group.text.lower().split())
    score = 0.2 * sum(len(words & set(m.text.lower().split())) for m in members)
    if members and _FIRST_OF_GROUP.match(members[0].text):
        score += 0.3
    return score - (0.5 if len(members) < 2 else 0.0)

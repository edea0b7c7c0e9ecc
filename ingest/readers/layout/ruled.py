"""Ruled tables: ruling lines to a grid, missing rulings to merged cells, words to cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.layout.sheet import Rule, Sheet, Word

_NEAR = 3.0
MAX_CELLS = 60_000


@dataclass(slots=True)
class Frame:
    """One cell of a ruled table: its place in the grid and the words in it."""

    row: int
    column: int
    rows: int
    columns: int
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: the x of its vertical and the y of its horizontal lines, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    frames: tuple[Frame, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def find_lattices(sheet: Sheet) -> tuple[list[Lattice], list[Word], list[Rule]]:
    """The ruled tables of a sheet from the top down, the words outside them, and the horizontal rules outside them."""
    lattices, free = lattices_of(sheet.rules)
    outside = _fill(lattices, sheet.words)
    kept = []
    for lattice in sorted(lattices, key=lambda t: (t.ys[0], t.xs[0])):
        if _is_table(lattice):
            kept.append(lattice)
        else:
            outside.extend(w for f in lattice.frames for w in f.words)
    return kept, outside, free


def lattices_of(rules: Sequence[Rule]) -> tuple[list[Lattice], list[Rule]]:
    """The grids that rules make, still without words, and the horizontal rules that belong to none."""
    across = merge_rules([r for r in rules if r.across])
    down = merge_rules([r for r in rules if not r.across])
    lattices: list[Lattice] = []
    used: set[int] = set()
    if down and len(across) >= 2:
        for group in _groups(across, down):
            level = [across[i] for i in group if i < len(across)]
            lattice = _lattice(level, [down[i - len(across)] for i in group if i >= len(across)])
            if lattice is not None:
                lattices.append(lattice)
                used.update(i for i in group if i < len(across))
    return lattices, [r for i, r in enumerate(across) if i not in used]


def _is_table(lattice: Lattice) -> bool:
    """A box round a text is no table; nor is a grid without words."""
    filled = sum(1 for f in lattice.frames if f.words)
    return len(lattice.frames) >= 2 and filled >= 1 and (len(lattice.xs) > 2 or len(lattice.ys) > 3)


def merge_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Rules of one direction, those that touch end to end on one line made one."""
    if not rules:
        return []
    across = rules[0].across
    spans = sorted((r.y0, r.x0, r.x1) if across else (r.x0, r.y0, r.y1) for r in rules)
    merged: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []

    def close() -> None:
        at = sum(s[0] for s in level) / len(level)
        start, end = None, 0.0
        for _, a, b in sorted(level, key=lambda s: s[1]):
            if start is None:
                start, end = a, b
            elif a <= end + _NEAR:
                end = max(end, b)
            else:
                merged.append((at, start, end))
                start, end = a, b
        if start is not None:
            merged.append((at, start, end))

    for span in spans:
        if level and span[0] - level[-1][0] > 1.2:
            close()
            level = []
        level.append(span)
    close()
    return [Rule(a, p, b, p) if across else Rule(p, a, p, b) for p, a, b in merged]


def _groups(across: list[Rule], down: list[Rule]) -> list[list[int]]:
    """Rules that touch one another, as indexes: the horizontal ones first, then the vertical ones."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(across)), key=lambda i: across[i].y0)
    heights = [across[i].y0 for i in order]
    for j, v in enumerate(down):
        low = bisect_right(heights, v.y0 - _NEAR)
        for k in range(low, bisect_right(heights, v.y1 + _NEAR)):
            h = across[order[k]]
            if h.x0 - _NEAR <= v.x0 <= h.x1 + _NEAR:
                parent[root(order[k])] = root(len(across) + j)
    groups: dict[int, list[int]] = {}
    for i in range(len(parent)):
        groups.setdefault(root(i), []).append(i)
    return [g for g in groups.values() if len(g) >= 4]


def _levels(values: Iterable[float]) -> list[float]:
    """Values closer than a hair's breadth made one."""
    levels: list[list[float]] = []
    for value in sorted(values):
        if levels and value - levels[-1][-1] <= _NEAR:
            levels[-1].append(value)
        else:
            levels.append([value])
    return [sum(level) / len(level) for level in levels]


def _lattice(across: list[Rule], down: list[Rule]) -> Lattice | None:
    """The grid of one group of rules; cells are merged where no rule parts them. None where it makes no grid."""
    left, right = min(r.x0 for r in across), max(r.x1 for r in across)
    xs = _levels([r.x0 for r in down])
    ys = _levels([r.y0 for r in across])
    # Tables are often open at the sides, or at the foot where a page ends.
    if xs and xs[0] - left > 8:
        xs.insert(0, left)
    if xs and right - xs[-1] > 8:
        xs.append(right)
    if ys and max(r.y1 for r in down) - ys[-1] > 8:
        ys.append(max(r.y1 for r in down))
    if ys and ys[0] - min(r.y0 for r in down) > 8:
        ys.insert(0, min(r.y0 for r in down))
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows < 2 or columns * rows > MAX_CELLS:
        return None
    wall = [[False] * (columns + 1) for _ in range(rows)]  # wall[r][c]: a rule left of column c in row r
    for v in down:
        at = min(range(len(xs)), key=lambda i: abs(xs[i] - v.x0))
        for r in range(rows):
            if min(v.y1, ys[r + 1]) - max(v.y0, ys[r]) > 0.5 * (ys[r + 1] - ys[r]):
                wall[r][at] = True
    floor = [[False] * columns for _ in range(rows + 1)]  # floor[r][c]: a rule above row r in column c
    for h in across:
        at = min(range(len(ys)), key=lambda i: abs(ys[i] - h.y0))
        for k in range(columns):
            if min(h.x1, xs[k + 1]) - max(h.x0, xs[k]) > 0.5 * (xs[k + 1] - xs[k]):
                floor[at][k] = True
    taken = [[False] * columns for _ in range(rows)]
    frames = []
    for r in range(rows):
        for k in range(columns):
            if taken[r][k]:
                continue
            wide = 1
            while k + wide < columns and not wall[r][k + wide] and not taken[r][k + wide]:
                wide += 1
            high = 1
            while r + high < rows and _open_below(floor, wall, taken, r + high, k, wide):
                high += 1
            for a in range(r, r + high):
                for b in range(k, k + wide):
                    taken[a][b] = True
            frames.append(Frame(r, k, high, wide, []))
    return Lattice(tuple(xs), tuple(ys), tuple(frames))


def _open_below(
    floor: list[list[bool]], wall: list[list[bool]], taken: list[list[bool]], row: int, column: int, wide: int
) -> bool:
    """Whether a cell goes on in `row`: no rule above it, none inside it, and nobody has it yet."""
    return (
        not any(floor[row][column : column + wide])
        and not any(wall[row][column + 1 : column + wide])
        and not any(taken[row][column : column + wide])
    )


def _fill(lattices: list[Lattice], words: Iterable[Word]) -> list[Word]:
    """Put each word into the cell that its middle is in; give back those in none."""
    if not lattices:
        return list(words)
    places: list[dict[tuple[int, int], Frame]] = []
    for lattice in lattices:
        place = {}
        for f in lattice.frames:
            for r in range(f.row, f.row + f.rows):
                for k in range(f.column, f.column + f.columns):
                    place[r, k] = f
        places.append(place)
    outside = []
    # Smaller tables first: a nested table's words are its own.
    order = sorted(range(len(lattices)), key=lambda i: _area(lattices[i]))
    for w in words:
        x, y = w.middle, (w.y0 + w.y1) / 2
        for i in order:
            xs, ys = lattices[i].xs, lattices[i].ys
            if xs[0] - 2 <= x <= xs[-1] + 2 and ys[0] - 2 <= y <= ys[-1] + 2:
                column = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
                row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
                places[i][row, column].words.append(w)
                break
        else:
            outside.append(w)
    return outside


def _area(lattice: Lattice) -> float:
    x0, y0, x1, y1 = lattice.box
    return (x1 - x0) * (y1 - y0)

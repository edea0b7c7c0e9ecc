"""Tables: total rows and columns, column-code rows ("1=2+3"), and balances across a row's columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from ingest.audit.arithmetic import Check, agrees, make, show, total
from ingest.audit.quantities import Quantity
from ingest.audit.scores import Grid, score_checks, score_findings
from ingest.language.fold import fold
from ingest.ledgers import Finding, FindingKind
from ingest.report import Block, Cell, Report, Table
from ingest.rows import groups

_TOTAL_ROW = re.compile(
    r"^\W*(?:[ivx]+\.?\s+)?(?:tong(?: cong| so| hop)?|cong|toan (?:huyen|tinh|xa|thanh pho|phuong))\W*$"
)
_NOT_ADDED = re.compile(
    r"%|\bty le\b|\bti le\b|\bdiem\b|\bhang\b|\bbinh quan\b|\bstt\b|\btt\b|\bchi so\b|\bghi chu\b|\bnam \d{4}\b.*\bso\b"
)
_TOTAL_COLUMN = re.compile(r"(?:^|› )(?:tong(?: so| cong)?|cong)(?: [a-z ]{0,20})?$")
_EQUATION = re.compile(r"\(?(\d{1,2})\)?((?:\s*=\s*\(?\d{1,2}\)?(?:\s*[+\-]\s*\(?\d{1,2}\)?)+)+)")
_RECEIVED = re.compile(r"\btiep nhan\b|\bnhan\b(?! xet)|\btong so\b|\btong cong\b|\bphai giai quyet\b")
_SETTLED = re.compile(r"\bda giai quyet\b|\bda xu ly\b|\bda tra\b")
_PENDING = re.compile(r"\bton(?: dong)?\b|\bdang giai quyet\b|\bchua giai quyet\b|\bcon lai\b|\bdang xu ly\b")
_GOOD = re.compile(r"(?<!khong )\bthanh\b(?! (?:pho|vien|tich|tra|lap|toan))")
_BAD = re.compile(r"\bkhong thanh\b")


def table_checks(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """Every total, formula and balance that a table of the report invites."""
    for block in report.tables:
        if block.table is None:
            continue
        grid = _grid(block, block.table, blocks.get(block.id, []))
        yield from _total_rows(report, block.table, grid)
        yield from _group_rows(report, block.table, grid)
        yield from _codes(report, block.table, grid)
        yield from _total_columns(report, block.table, grid)
        yield from _balances(report, block.table, grid)
        yield from _share_columns(report, block.table, grid)
        yield from _remarks(report, block.table, grid, blocks.get(block.id, []))
        yield from score_checks(report, block.table, grid)


def table_findings(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Finding]:
    """What the tables of the report cannot hold: points beyond the most that they grant."""
    grids = [(b.table, _grid(b, b.table, blocks.get(b.id, []))) for b in report.tables if b.table is not None]
    yield from score_findings(report, grids)


def _grid(block: Block, table: Table, counted: list[Quantity]) -> Grid:
    """The one quantity of every cell that holds a number alone."""
    out: Grid = {}
    held: dict[tuple[int, int], list[Quantity]] = {}
    for q in counted:
        holder = table.holding(q.start)
        if holder is not None:
            held.setdefault((holder.row, holder.column), []).append(q)
    for cell in table.cells:
        inside = held.get((cell.row, cell.column), [])
        if len(inside) == 1 and inside[0].pair < 0 and re.fullmatch(r"[\d.,\s%]+", cell.text):
            out[(cell.row, cell.column)] = inside[0]
    return out


def _data_rows(table: Table) -> list[int]:
    return [r for r in range(table.header_rows, table.rows) if r != table.code_row]


def _row_name(table: Table, row: int) -> str:
    """What a row is called: its first words among the columns on the left, never a remark on the right."""
    words = [c.text for c in table.row(row) if re.search(r"[^\W\d_]{2}", c.text)]
    if words and table.row(row) and len(words[0]) <= 60:
        return words[0]
    return f"thứ {row - table.header_rows + 1}"


def _additive(table: Table, column: int) -> bool:
    return not _NOT_ADDED.search(fold(table.columns[column])) if column < len(table.columns) else False


def _total_rows(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    rows = _data_rows(table)
    counted = {r for under in groups(table).values() for r in under}
    for at in rows:
        if not _TOTAL_ROW.match(fold(_row_name(table, at))):
            continue
        above, below = [r for r in rows if r < at], [r for r in rows if r > at]
        others = above if len(above) >= len(below) else below
        others = [r for r in others if not _TOTAL_ROW.match(fold(_row_name(table, r)))]
        if len(others) < 2:
            continue
        for column in range(table.width):
            whole = grid.get((at, column))
            parts = [grid[(r, column)] for r in others if (r, column) in grid]
            if whole is None or len(parts) < 2 or not _additive(table, column) or any(p.percent for p in parts):
                continue
            if not _whole_numbers(table, column, parts):
                continue
            tops = [grid[(r, column)] for r in others if (r, column) in grid and r not in counted]
            if len(tops) < len(parts) and tops and total(parts) != whole.value:
                parts = tops  # what a row sums up would be counted twice
            if len(parts) < len(others) and total(parts) != whole.value:
                blank = [r for r in others if (r, column) not in grid and _cell_text(table, r, column).strip(" -–0")]
                if blank:
                    continue
            yield _sum(report, whole, parts, f"cột “{table.columns[column]}”")


def _whole_numbers(table: Table, column: int, parts: list[Quantity]) -> bool:
    """Whether the numbers of a column are counts, or amounts that may have decimals."""
    amounts = re.search(r"\b(?:dong|kinh phi|von|ha|km)\b", fold(table.columns[column]))
    return bool(amounts) or not any(p.decimals for p in parts)


def _group_rows(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """The rows that sum up those under them ("A. CẤP TỈNH"), where most of their columns bear that reading out."""
    for at, under in groups(table).items():
        found = []
        for column in range(table.width):
            whole = grid.get((at, column))
            parts = [grid[(r, column)] for r in under if (r, column) in grid]
            if whole is None or len(parts) < len(under) or len(parts) < 2 or not _additive(table, column):
                continue
            if not any(p.percent for p in parts) and _whole_numbers(table, column, parts):
                found.append(
                    _sum(report, whole, parts, f"dòng “{_row_name(table, at)}”, cột “{table.columns[column]}”")
                )
        if len(found) > 2:
            yield from _borne_out(found)


def _cell_text(table: Table, row: int, column: int) -> str:
    cell: Cell | None = table.at(row, column)
    return cell.text if cell else ""


def _codes(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """The formulas of a column-code row ("1=2+3", "(5)=(3)+(4)"), applied to every row."""
    if table.code_row is None:
        return
    columns: dict[int, int] = {}
    formulas: list[tuple[int, str]] = []
    for cell in table.row(table.code_row):
        own = re.match(r"\W*(?:MS|Cột|cột)?\W*(\d{1,2})\b", cell.text)
        if own is None:
            continue
        columns[int(own[1])] = cell.column
        for m in _EQUATION.finditer(cell.text):
            formulas.extend((int(m[1]), side) for side in m[2].split("=") if side.strip())
    for target, side in formulas:
        terms = [(sign or "+", int(code)) for sign, code in re.findall(r"([+\-]?)\s*\(?(\d{1,2})\)?", side)]
        if target not in columns or any(code not in columns for _, code in terms):
            continue
        for row in _data_rows(table):
            whole = grid.get((row, columns[target]))
            parts = [(sign, grid.get((row, columns[code]))) for sign, code in terms]
            if whole is None or any(q is None for _, q in parts):
                continue
            known = [(sign, q) for sign, q in parts if q is not None]
            value = sum((q.value if sign == "+" else -q.value for sign, q in known), Decimal(0))
            words = "".join(f" {sign} {q.text}" for sign, q in known).lstrip(" +")
            yield make(
                report, FindingKind.SUM, whole.text, show(value), value == whole.value, [whole, *(q for _, q in known)],
                f"{words} = {show(value)}", f"công thức cột {target}={side.strip()}, dòng "
                f"“{_row_name(table, row) or row - table.header_rows + 1}”",
            )  # fmt: skip


def _total_columns(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """A column "Tổng số" against the columns after it under the same header, where most rows bear that reading out."""
    for column, name in enumerate(table.columns):
        if not _TOTAL_COLUMN.search(fold(name)) or table.code_row is not None:
            continue
        group = name.rsplit("›", 1)[0] if "›" in name else None
        after = []
        for other in range(column + 1, table.width):
            label = table.columns[other]
            if _TOTAL_COLUMN.search(fold(label)) or not _additive(table, other):
                break
            if group is not None and not label.startswith(group):
                break
            after.append(other)
        if len(after) < 2:
            continue
        found = []
        for row in _data_rows(table):
            whole = grid.get((row, column))
            parts = [grid[(row, c)] for c in after if (row, c) in grid]
            if whole is not None and len(parts) == len(after):
                found.append(_sum(report, whole, parts, f"dòng “{_row_name(table, row)}”"))
        yield from _borne_out(found)


def _balances(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """Received = settled + pending, and mediated = successful + not, along a row; and the share of the successful."""
    labels = [fold(c) for c in table.columns]
    bad = [i for i, c in enumerate(labels) if _BAD.search(c) and not _NOT_ADDED.search(c)]
    good = [i for i, c in enumerate(labels) if _GOOD.search(c) and i not in bad and not _NOT_ADDED.search(c)]
    within = [
        i for i, c in enumerate(labels) if re.search(r"(?<!khong )\bthuoc tham quyen\b", c) and not _NOT_ADDED.search(c)
    ]
    received = [
        i
        for i, c in enumerate(labels)
        if _RECEIVED.search(c.rsplit("›", 1)[-1]) and i not in (*good, *bad) and not _NOT_ADDED.search(c)
    ]
    settled = [i for i, c in enumerate(labels) if _SETTLED.search(c) and not _NOT_ADDED.search(c)]
    pending = [i for i, c in enumerate(labels) if _PENDING.search(c) and not _NOT_ADDED.search(c)]
    for parts in (good[:1] + bad[:1], settled[:1] + pending[:1]):
        if parts and parts[0] in settled and within:
            received = within
        if len(parts) < 2 or len(received) != 1 or (parts[0] in settled and (len(settled) > 1 or len(pending) > 1)):
            continue
        found = []
        for row in _data_rows(table):
            whole = grid.get((row, received[0]))
            cells = [grid[(row, c)] for c in parts if (row, c) in grid]
            if whole is not None and len(cells) == 2:
                found.append(_sum(report, whole, cells, f"dòng “{_row_name(table, row)}”"))
        yield from _borne_out(found, alone=parts[0] in good)


def _share_columns(report: Report, table: Table, grid: Grid) -> Iterator[Check]:
    """A column of shares against the two columns of counts that most of its rows, or its names, say it is made of."""
    counts = [i for i in range(table.width) if _additive(table, i)]
    for column in range(table.width):
        if not re.search(r"%|\bty le\b|\bti le\b", fold(table.columns[column])):
            continue
        best: list[tuple[int, Quantity, Quantity, Quantity]] = []
        most = 0
        near = [i for i in counts if abs(i - column) <= 6]
        for part, whole in permutations(near, 2):
            found = [
                (row, share, a, b)
                for row in _data_rows(table)
                if (share := grid.get((row, column))) is not None
                and (a := grid.get((row, part))) is not None
                and (b := grid.get((row, whole))) is not None
                and b.value
            ]
            held = sum(agrees(a.value * 100 / b.value, share.value, share.decimals) for _, share, a, b in found)
            alone = len(found) == 1 and _named_share(table, column, part, whole)
            if found and (held * 3 >= len(found) * 2 or alone) and held >= most and (held > most or not best):
                best, most = found, held
        yield from (_share(report, table, row, share, a, b) for row, share, a, b in best)


def _remarks(report: Report, table: Table, grid: Grid, counted: list[Quantity]) -> Iterator[Check]:
    """A share told in the words of a row ("đã giải quyết đạt 96,30%") against its counts of what is settled and due."""
    labels = [fold(c) for c in table.columns]
    settled = [i for i, c in enumerate(labels) if _SETTLED.search(c) and not _NOT_ADDED.search(c)]
    within = [i for i, c in enumerate(labels) if re.search(r"(?<!khong )\bthuoc tham quyen\b", c)]
    received = within or [i for i, c in enumerate(labels) if _RECEIVED.search(c) and i not in settled]
    if len(settled) != 1 or len(received) != 1:
        return
    for q in counted:
        cell = next((c for c in table.cells if c.start <= q.start < c.end), None)
        if cell is None or not q.percent or not q.first or (cell.row, cell.column) in grid:
            continue
        part, whole = grid.get((cell.row, settled[0])), grid.get((cell.row, received[0]))
        if part is None or whole is None or not whole.value:
            continue
        if re.search(r"\bgiai quyet\b[^,;()]*$", q.left) and not re.search(r"\b(?:tang|giam)\b[^,;()]*$", q.left):
            yield _share(report, table, cell.row, q, part, whole)


def _named_share(table: Table, column: int, part: int, whole: int) -> bool:
    """Whether the names of three columns tell a share of one in the other: "Tỷ lệ hòa giải thành"."""
    said = fold(table.columns[column]).rsplit("›", 1)[-1]
    name = fold(table.columns[part]).rsplit("›", 1)[-1].strip()
    top = fold(table.columns[whole]).rsplit("›", 1)[-1]
    return name in said and _BAD.search(name) is None and _RECEIVED.search(top) is not None


def _share(report: Report, table: Table, row: int, share: Quantity, part: Quantity, whole: Quantity) -> Check:
    exact = part.value * 100 / whole.value
    shown = f"{show(exact, max(2, share.decimals))}%"
    return make(
        report, FindingKind.SHARE, f"{share.text.rstrip('% ')}%", shown, agrees(exact, share.value, share.decimals),
        [share, part, whole], f"{part.text} / {whole.text} = {shown}", f"dòng “{_row_name(table, row)}”",
    )  # fmt: skip


def _borne_out(found: list[Check], alone: bool = False) -> Iterator[Check]:
    """All checks of a reading that most rows bear out; where few do, only those that hold."""
    held = sum(1 for c in found if c.holds)
    sure = held * 3 >= len(found) * 2 or (alone and len(found) <= 2) or (len(found) == 2 and held == 1)
    yield from (c for c in found if c.holds or sure)


def _sum(report: Report, whole: Quantity, parts: list[Quantity], subject: str) -> Check:
    value = total(parts)
    words = " + ".join(p.text for p in parts)
    return make(
        report,
        FindingKind.SUM,
        whole.text,
        show(value),
        value == whole.value,
        [whole, *parts],
        f"{words} = {show(value)}",
        subject,
    )

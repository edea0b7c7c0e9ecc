"""The same figure given in two places: with another value, or counted in another unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise, permutations

from ingest.audit.quantities import Quantity, place, unit_name
from ingest.language.fold import content_id, fold
from ingest.language.periods import bounds, contains
from ingest.ledgers import Figure, Finding, FindingKind, Role, Severity
from ingest.report import Report, quote_at

_EMPTY = frozenset(
    fold(
        "số lượng tổng cộng các của là có đã được trong năm kỳ và về với tại ở trên địa bàn huyện tỉnh xã thị "
        "trấn qua đến nay"
        " tính kết quả thực hiện tổ chức đạt toàn cấp"
    ).split()
)
_OFFICES = frozenset(fold("chủ tịch ubnd ủy ban nhân dân thủ trưởng sở ngành định kỳ lần thẩm quyền thuộc").split())
_COUNTING = frozenset(fold("đơn thư vụ việc hồ sơ lượt lần người trường hợp cuộc tiếp nhận đưa ra").split())
_SAID = frozenset(fold("tỷ lệ hạn theo luật hồ sơ việc năm").split())
MOST_ALIKE = 40
_TOTAL = re.compile(r"(?:tong|tong cong|tong so|cong|toan (?:tinh|huyen|xa))\W*")
_STATED = (Role.ACTUAL, Role.TOTAL)
_UNITS = ("don", "vu viec", "ho so", "luot", "nguoi", "truong hop", "cuoc")


def repeat_findings(report: Report, figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """Figures of one indicator, unit, period and scope whose values differ between two blocks.

    Only whole indicators count as one, of three content words or more; rows of tables and lists of parts differ by
    nature and are left out.
    """
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for f in figures:
        words = _words(f.indicator)
        if f.role not in _STATED or len(words) < 3 or f.high is not None or not f.unit or "/" in f.text:
            continue
        groups[(frozenset(words), unit_name(f.unit), f.period, fold(f.scope))].append(f)
    yield from _mistyped(figures)
    yield from _shrunk(figures)
    for same in groups.values():
        first = same[0]
        other = next((f for f in same[1:] if f.value != first.value), None)
        if other is None or other.locator.block == first.locator.block or len({f.value for f in same}) > 2:
            continue
        if report.block(first.locator.block).table is not None and report.block(other.locator.block).table is not None:
            continue
        yield _repeat(first, other)


def _mistyped(figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """One indicator told twice with digits swapped ("89,86%" and "98,86%", "99,63%" and "99,36%")."""
    known: dict[tuple[str, str, str, str], dict[tuple[frozenset[str], Decimal, str], Figure]] = defaultdict(dict)
    for f in figures:
        words = _words(f.indicator) - _SAID
        digits = re.sub(r"\D", "", f.text)
        if (
            len(words) < 2
            or len(digits) < 3
            or "/" in f.text
            or f.role in (Role.CHANGE, Role.TARGET, Role.PREVIOUS, Role.RANK)
        ):
            continue
        alike = known[unit_name(f.unit), f.period, _whose(f), "".join(sorted(digits))]
        for (said, _, _), g in alike.items():
            if (
                (said <= words or words <= said)
                and f.value != g.value
                and f.locator.block != g.locator.block
                and not (f.locator.table and g.locator.table)
                and max(f.value, g.value) < 2 * min(f.value, g.value)
            ):
                yield _repeat(g, f)
                break
        else:
            if len(alike) < MOST_ALIKE:  # more is a column of a long table
                alike.setdefault((words, f.value, f.locator.block), f)


def _whose(f: Figure) -> str:
    """The folded scope of a figure, "" for the row of the total: it tells what a text tells of the whole."""
    scope = fold(f.scope)
    return "" if _TOTAL.fullmatch(scope) else scope


def _shrunk(figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """A count of a longer period that is smaller than that of a shorter one within it: one indicator, one whole."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for f in figures:
        words = _words(f.indicator)
        counts = f.unit and f.unit != "%" and "/" not in f.unit and unit_name(f.unit) not in ("diem", "hang", "bac")
        if f.role in _STATED and counts and len(words) >= 4 and "/" not in f.text and f.high is None:
            groups[(frozenset(words), unit_name(f.unit))].append(f)
    for same in groups.values():
        if len(same) > MOST_ALIKE:
            continue  # a column of a long table, not one count told twice
        for f, g in permutations(same, 2):
            wider = f.period != g.period and contains(f.period, g.period) and bounds(f.period) != bounds(g.period)
            if wider and f.scope in ("", g.scope) and f.value < g.value:
                yield Finding(
                    content_id("d", "shrunk", f.id, g.id), FindingKind.REPEAT, Severity.WARNING,
                    f"“{f.indicator}” của cả kỳ dài hơn là {_printed(f)}, ít hơn {_printed(g)} của một phần kỳ đó. "
                    "Không xác định được số nào đúng, hoặc hai số có tính trên cùng một phạm vi hay không.",
                    _printed(f), _printed(g), (f.id, g.id), (f.locator, g.locator), (f.quote, g.quote),
                )  # fmt: skip
                break


def _repeat(first: Figure, other: Figure) -> Finding:
    a, b = _printed(first), _printed(other)
    return Finding(
        content_id("d", "repeat", first.id, other.id), FindingKind.REPEAT, Severity.WARNING,
        f"“{other.indicator}” được nêu là {a} ở {first.locator.label} và {b} ở {other.locator.label}. "
        "Không xác định được số nào đúng.",
        a, b, (first.id, other.id), (first.locator, other.locator), (first.quote, other.quote),
    )  # fmt: skip


def _printed(f: Figure) -> str:
    return f.text if "%" in f.text else f"{f.text}{'' if f.unit == '%' else ' '}{f.unit}"


def unit_findings(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Finding]:
    """One count told in two units: "nhận 136 đơn" in the text, "số vụ tiếp nhận: 136" in a table."""
    told: set[tuple[str, str]] = set()
    in_text = _by_value(report, blocks)
    for block in report.tables:
        table = block.table
        if table is None:
            continue
        for q in blocks.get(block.id, []):
            cell = table.holding(q.start)
            if cell is None or q.value < 10 or cell.text.strip() != q.text or cell.column >= len(table.columns):
                continue
            header = fold(table.columns[cell.column])
            unit = next(
                (
                    unit_name(u)
                    for u in re.findall(r"\bso (don thu|don|vu viec|vu|ho so|luot|lan|nguoi|truong hop|cuoc)\b", header)
                ),
                "",
            )
            if not unit:
                continue
            for other in in_text.get(q.value, []):
                if other.unit not in _UNITS or other.unit == unit or (other.unit, unit) in told:
                    continue
                if not _phrases(header) & _phrases(other.left + " " + other.right):
                    continue
                told.add((other.unit, unit))
                there, here = place(report, other), place(report, q)
                yield Finding(
                    content_id("d", "unit", report.id, other.block.id, other.start, q.start), 
                    FindingKind.REPEAT, Severity.NOTE,
                    f"Cùng số {q.text} nhưng đơn vị tính khác nhau: “{_shown(other)}” ở {there.label}, "
                    f"“{table.columns[cell.column]}” ở {here.label}.",
                    _shown(other), table.columns[cell.column], tuple(i for i in (other.figure, q.figure) if i),
                    (there, here),
                    (quote_at(other.block, there.start, there.end), quote_at(block, here.start, here.end)),
                )  # fmt: skip


def _by_value(report: Report, blocks: dict[str, list[Quantity]]) -> dict[Decimal, list[Quantity]]:
    """The counts outside tables by their value, in reading order; shares and pairs left out."""
    found: dict[Decimal, list[Quantity]] = defaultdict(list)
    for id, counted in blocks.items():
        if report.block(id).table is None:
            for q in counted:
                if not q.percent and q.pair < 0:
                    found[q.value].append(q)
    return found


def _shown(q: Quantity) -> str:
    return " ".join(q.block.text[q.start : q.end + len(q.unit) + 1].split())


@lru_cache(maxsize=4_096)
def _phrases(folded: str) -> frozenset[str]:
    """The pairs of neighbouring content words of a text, units and offices left out: "hoa giai"."""
    words = ["" if w in _EMPTY | _OFFICES | _COUNTING else w for w in re.findall(r"[a-z]+|[^a-z\s]", folded)]
    return frozenset(f"{a} {b}" for a, b in pairwise(words) if len(a) > 1 and len(b) > 1)


_WORD = re.compile(r"[a-z0-9]{2,}")


@lru_cache(maxsize=2_048)
def _words(indicator: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(indicator))) - _EMPTY

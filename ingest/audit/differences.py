"""Changes: a stated rise or fall against the two values it lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.audit.arithmetic import Check, agrees, make, show
from ingest.audit.quantities import Quantity, clause_bounds
from ingest.language.fold import fold
from ingest.ledgers import FindingKind
from ingest.report import Report

_TURN = re.compile(r"\b(?P<way>tang|giam)\b(?P<between>[^\d;.]{0,60})$")
_UNSAID = re.compile(r"\s*%?\s*so (?:voi )?(?:cung ky|nam truoc)\b")
"""A change whose direction was left out ("6,6% so cùng kỳ")."""
_RANKED = ("hang", "bac", "vi tri")
"""Units of places, where a pair ("5/11") is a rank among so many and no earlier value."""
_OPENS = re.compile(r"\b(?:dau (?:nam|ky|quy|thang)|(?:nam|ky|thang|quy) truoc|nam \d{4}|tu)\b[^,;]{0,30}$")
_CLOSES = re.compile(r"\b(?:cuoi (?:nam|ky|quy|thang)|den nay|hien(?: nay)?|nam \d{4}|len|xuong|con)\b")
_NOT_A_CHANGE = re.compile(r"\b(?:giam (?:ngheo|thoi gian|chi phi)|tang cuong|tang them|gia tang)\b")


def difference_checks(report: Report, counted: list[Quantity]) -> Iterator[Check]:
    """The changes of one block whose two ends stand beside them, as a pair ("512/431"), in words or in a bracket."""
    for i, c in enumerate(counted):
        turn = _TURN.search(c.left)
        if turn is None and c.percent and c.pair < 0 and _UNSAID.match(c.right):
            ends = _pair_near(counted, i)
            check = _check(report, c, *ends, "tang" if ends[0].value > ends[1].value else "giam") if ends else None
            if check is not None and check.holds:
                yield check
        if (
            turn is None
            or c.pair >= 0
            or c.unit in _RANKED
            or _NOT_A_CHANGE.search(c.left[turn.start() :])
            or re.search(r"\d", turn["between"])
        ):
            continue
        if re.search(r"\b(?:tu|len|xuong|con|chi con|dat)\b", turn["between"]):
            yield from _from_to(report, counted, i, turn["way"])
            continue
        ends = _pair_near(counted, i) or _value_in_bracket(counted, i) or _two_before(counted, i)
        if ends is not None:
            check = _check(report, c, *ends, turn["way"])
            if check is not None:
                yield check


def table_changes(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """Changes whose two ends stand elsewhere in the same section as a pair: shown where they hold, never a finding."""
    pairs: dict[str, list[tuple[Quantity, Quantity]]] = {}
    for id, counted in blocks.items():
        section = report.block(id).section.split(".")[0]
        for q in counted:
            if q.pair >= 0 and q.first:
                right = next((x for x in counted if x.start == q.pair), None)
                if right is not None:
                    pairs.setdefault(section, []).append((q, right))
    for id, counted in blocks.items():
        for i, c in enumerate(counted):
            turn = _TURN.search(c.left)
            if (
                turn is None
                or c.percent
                or c.unit in _RANKED
                or report.block(id).table is None
                or _pair_near(counted, i)
                or _value_in_bracket(counted, i)
            ):
                continue
            for a, b in pairs.get(report.block(id).section.split(".")[0], []):
                sign = 1 if turn["way"] == "tang" else -1
                if a.block.table is not None and a.value - b.value == sign * c.value and c.value and not a.percent:
                    check = _check(report, c, a, b, turn["way"])
                    if check is not None and check.holds:
                        yield check
                        break


def _pair_near(counted: list[Quantity], i: int) -> tuple[Quantity, Quantity] | None:
    """A pair just before the change ("512/431, tăng … 81 lượt") or in the bracket behind it ("… (94,9%/88,3%)")."""
    c = counted[i]
    if i >= 2 and counted[i - 1].pair == counted[i - 2].start and counted[i - 2].first:
        gap = fold(c.block.text[counted[i - 1].end : c.start])
        if len(gap) < 90 and not re.search(r"[.;\n\t](?=\s)|\n|\t", gap):
            return counted[i - 2], counted[i - 1]
    rest = [q for q in counted[i + 1 : i + 4] if not (q.pair < 0 and 1900 < q.value < 2100)]
    if rest and rest[0].pair >= 0 and rest[0].first and rest[0].depth == c.depth + 1:
        gap = c.block.text[c.end : rest[0].start]
        right = next((q for q in counted if q.start == rest[0].pair), None)
        if right is not None and len(gap) < 70 and not re.search(r"[.;\n]\s|,", gap):
            return rest[0], right
    return None


def _value_in_bracket(counted: list[Quantity], i: int) -> tuple[Quantity, Quantity] | None:
    """ "Tiếp 512 lượt, tăng 81 lượt so với cùng kỳ (431 lượt)": this value before, the other in the bracket."""
    c = counted[i]
    if i == 0 or i + 1 >= len(counted):
        return None
    start, _ = clause_bounds(c.block.text, c.start, c.end)
    before = [q for q in counted[:i] if q.start >= start and q.depth <= c.depth and q.pair < 0]
    alike = [q for q in before if q.unit == counted[i + 1].unit]
    if not alike:
        return None
    now = alike[-1]
    then = counted[i + 1]
    gap = fold(c.block.text[c.end : then.start])
    lead = re.sub(r"\([^()]*\)", "", fold(c.block.text[now.end : c.start]))
    if (
        then.pair >= 0
        or now.pair >= 0
        or not re.search(r"\b(?:cung ky|nam (?:truoc|\d{4})|thang truoc|quy truoc|ky truoc)\b", gap)
    ):
        return None
    if (
        not re.search(r"(?:\(|\bla|\bco|\bdat)\s*(?:la|co|dat)?\s*$", gap)
        or re.search(r"[.;\n]\s", gap + lead)
        or len(lead) > 60
    ):
        return None
    if now.unit != then.unit or (now.unit not in (c.unit, "") and not c.percent):
        return None
    return now, then


def _two_before(counted: list[Quantity], i: int) -> tuple[Quantity, Quantity] | None:
    """ "Đầu năm có 1.560 hộ nghèo, cuối năm còn 1.120 hộ, giảm 440 hộ": the two ends, each with its time, before it."""
    c = counted[i]
    if i < 2:
        return None
    then, now = counted[i - 2], counted[i - 1]
    start, _ = clause_bounds(c.block.text, c.start, c.end)
    if then.start < start or then.unit != now.unit or now.unit != c.unit or then.pair >= 0 or now.pair >= 0:
        return None
    gap, lead = fold(c.block.text[then.end : now.start]), fold(c.block.text[now.end : c.start])
    if len(gap) > 60 or len(lead) > 30 or re.search(r"[.;\n]\s", gap + lead):
        return None
    told = _OPENS.search(then.left[-50:]) and _CLOSES.search(gap)
    return (now, then) if told else None


def _from_to(report: Report, counted: list[Quantity], i: int, way: str) -> Iterator[Check]:
    """ "tăng từ 431 lượt lên 512 lượt (tăng 81 lượt)": only the direction can be checked without a third number."""
    a = counted[i]
    b = counted[i + 1] if i + 1 < len(counted) else None
    if b is None or a.unit != b.unit or not re.search(r"\btu\b", a.left[-12:]):
        return
    gap = fold(a.block.text[a.end : b.start])
    if not re.search(r"\b(?:len|xuong|con)\b", gap) or len(gap) > 60 or a.value == b.value:
        return
    holds = (b.value > a.value) == (way == "tang")
    yield make(
        report, FindingKind.DIFFERENCE, "tăng" if way == "tang" else "giảm",
        "tăng" if b.value > a.value else "giảm", holds, [a, b], f"{b.text} - {a.text} = {show(b.value - a.value)}",
    )  # fmt: skip


def _check(report: Report, c: Quantity, now: Quantity, then: Quantity, way: str) -> Check | None:
    exact = now.value - then.value
    word = "tăng" if way == "tang" else "giảm"
    signed = c.value if way == "tang" else -c.value
    stated = f"{word} {c.text}{'%' if c.percent and '%' not in c.text else ''}"
    decimals = max(now.decimals, then.decimals, c.decimals)
    if not c.percent or now.percent:
        holds = exact == signed or (decimals > c.decimals and agrees(exact, signed, c.decimals))
        formula = f"{now.text} - {then.text} = {show(exact)}"
        if not holds and c.percent and then.value and agrees(exact * 100 / then.value, signed, c.decimals):
            holds, formula = True, _relative(now, then, exact, c)
    else:
        if not then.value:
            return None
        relative = exact * 100 / then.value
        holds = agrees(relative, signed, c.decimals)
        formula = _relative(now, then, exact, c)
    computed = (
        "không đổi" if not exact else f"{'tăng' if exact > 0 else 'giảm'} {formula.rsplit('= ', 1)[1].lstrip('-')}"
    )
    return make(report, FindingKind.DIFFERENCE, stated, computed, holds, [c, now, then], formula)


def _relative(now: Quantity, then: Quantity, exact: Decimal, c: Quantity) -> str:
    value = exact * 100 / then.value
    return f"({now.text} - {then.text}) / {then.text} = {show(value, max(c.decimals, 2))}%"

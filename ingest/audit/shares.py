"""Shares: a stated percentage against the numerator and the denominator that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ingest.audit.arithmetic import Check, agrees, make, show
from ingest.audit.quantities import Quantity, clause_bounds
from ingest.language.fold import fold
from ingest.ledgers import FindingKind
from ingest.report import Report

_CUE = re.compile(r"(?:\bdat\b|\bty le\b|\bti le\b|\bchiem\b|\bbang\b|\()[^;.]*$")
_CHANGE = re.compile(r"\b(?:tang|giam|vuot|cao hon|thap hon|cung ky|so voi (?!tong|ke hoach|chi tieu))\b")
_TOTAL = re.compile(r"\b(?:tong|tiep nhan|nhan|phat sinh|duoc giao|tren|toan)\b")
_OF = re.compile(r"^[^\d]*?(?:\b(?:tren tong|tren|trong tong|trong so)\b|/\s?$)[^\d]*$")
_ON_TIME = re.compile(r"\b(?:truoc(?: han)?(?: va|,) dung han|dung(?: han)?(?: va|,) truoc han|truoc va dung)\b")


def share_checks(report: Report, counted: list[Quantity]) -> Iterator[Check]:
    """The shares of one block that can be recomputed from figures beside them."""
    for index, p in enumerate(counted):
        if not p.percent or p.pair >= 0 or p.value > 1000:
            continue
        before = [q for q in counted[:index] if not q.percent and q.value >= 0]
        between = _between(p, before[-1]) if before else ""
        found = (
            _from_pair(report, p, before, between)
            or _pair_behind(report, p, counted[index + 1 :])
            or _of_last_sentence(report, p, before, between)
            or _on_time(report, p, before)
            or _from_total(report, p, before, between, [q for q in counted[:index] if q.percent])
        )
        if found is not None:
            yield found


def _from_pair(report: Report, p: Quantity, before: list[Quantity], between: str) -> Check | None:
    """ "22/26 đơn, đạt 84,62%": both sides stand in one printed pair."""
    if not before or before[-1].pair < 0 or re.search(r"[.;](?=\s)", between):
        return None
    right = before[-1]
    left = next((q for q in before if q.start == right.pair), None)
    if left is None or not right.value or _CHANGE.search(between) or len(between) > 90 or _changes(p):
        return None
    return _check(report, p, [left], right, certain=bool(_CUE.search(between)) and len(between) < 70)


def _changes(p: Quantity) -> bool:
    """Whether a percentage is told to be a rise or fall right behind it; a bracket behind it tells another figure."""
    return not p.right.lstrip().startswith("(") and _CHANGE.search(p.right[:14]) is not None


def _pair_behind(report: Report, p: Quantity, after: list[Quantity]) -> Check | None:
    """ "Đạt 56% trên tổng lượt thanh toán (18.430/32.910 lượt)": the pair stands in a bracket behind."""
    left = next((q for q in after if not q.percent), None)
    if left is None or left.pair < 0 or not left.first or left.depth != p.depth + 1:
        return None
    right = next((q for q in after if q.start == left.pair), None)
    gap = fold(p.block.text[p.end : left.start])
    if (
        right is None
        or not right.value
        or len(gap) > 60
        or re.search(r"[.;,)\d]", gap)
        or _CHANGE.search(p.left[-20:] + gap)
    ):
        return None
    return _check(report, p, [left], right)


def _of_last_sentence(report: Report, p: Quantity, before: list[Quantity], between: str) -> Check | None:
    """ "Giải quyết 22/26 đơn, tồn 04 đơn. Đạt tỷ lệ 84,62%": the share of the pair in the sentence before."""
    if not re.fullmatch(r"[^.;]*\.\s*(?:dat|chiem)(?: ty le| ti le)?[\s:]*", between):
        return None
    pairs = [q for q in before[-4:] if q.pair >= 0 and not q.first]
    if not pairs or re.search(r"[;\n]", p.block.text[pairs[-1].end : p.start]):
        return None
    left = next((q for q in before if q.start == pairs[-1].pair), None)
    return _check(report, p, [left], pairs[-1]) if left is not None and pairs[-1].value else None


def _from_total(
    report: Report, p: Quantity, before: list[Quantity], between: str, told: list[Quantity]
) -> Check | None:
    """ "Tiếp nhận 136 đơn, hòa giải thành 129 đơn, đạt 94,9%": the part stands at the percentage, the whole "
    "before it."""
    if not before or re.search(r"[.;](?=\s)|\b(?:ty le|ti le)\s+\w+\s+\w+", between) or len(between) > 60:
        return None
    if _CHANGE.search(between) or _CHANGE.search(p.left[-26:]) or not _CUE.search(between + " ") or not p.block.text:
        return None
    part = before[-1]
    wholes = [
        q
        for q in before[:-1]
        if q.value > 0 and q.pair < 0 and (q.unit == part.unit or not part.unit) and q.start != part.start
    ]
    if part.pair >= 0 or part.value == 0:
        return None
    ordered = sorted(wholes, key=lambda q: -q.start)
    for whole in ordered:
        exact = part.value * 100 / whole.value
        if agrees(exact, p.value, p.decimals):
            return _check(report, p, [part], whole)
    # "A … trên tổng số B, đạt P%": the whole stands second.
    if len(before) > 1 and _OF.search(_between(part, before[-2]) + " "):
        first = before[-2]
        return _check(report, p, [first], part) if part.value else None
    bracketed = _before_bracket(p, part, before)
    if bracketed is not None and _other_share_holds([*before, *told], bracketed):
        return _check(report, p, [part], bracketed)
    same_sentence = [
        q for q in ordered if q.start >= _sentence_start(p) and q.value >= part.value and q.depth <= part.depth
    ]
    if p.value < 100 and len(same_sentence) == 1 and _TOTAL.search(same_sentence[0].left[-60:]):
        return _check(
            report, p, [part], same_sentence[0], doubt="Không tự xác định được mẫu số nào khác có thể đã được dùng."
        )  # fmt: skip
    return None


def _before_bracket(p: Quantity, part: Quantity, before: list[Quantity]) -> Quantity | None:
    """The count that a bracket parts: "305.000 hồ sơ (trước hạn 293.000 hồ sơ, … quá hạn 12.000 hồ sơ, chiếm 4%)"."""
    if not p.depth or part.depth != p.depth:
        return None
    outside = [q for q in before if q.depth < p.depth]
    whole = outside[-1] if outside else None
    if whole is None or whole.percent or whole.unit != part.unit or whole.value < part.value or whole.pair >= 0:
        return None
    return (
        whole
        if p.block.text.count("(", whole.end, p.start) - p.block.text.count(")", whole.end, p.start) == 1
        else None
    )


def _other_share_holds(before: list[Quantity], whole: Quantity) -> bool:
    """Whether another share in the same bracket is one of the same whole."""
    inside = sorted((q for q in before if q.start > whole.start), key=lambda q: q.start)
    return any(
        q.percent and not r.percent and agrees(r.value * 100 / whole.value, q.value, q.decimals)
        for r, q in pairwise(inside)
        if whole.value
    )


def _on_time(report: Report, p: Quantity, before: list[Quantity]) -> Check | None:
    """ "Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 98,40%": early and on time, of all that were settled."""
    if not _ON_TIME.search(p.left):
        return None
    start = p.block.text.rfind("\n", 0, p.start) + 1
    here = [q for q in before if q.start >= start]
    late = _last(here, r"\bqua han\b|\btre han\b")
    early, timely = _last(here, r"\btruoc han\b"), _last(here, r"(?<!va )\bdung han\b")
    if early is None or timely is None:
        return None
    settled = [
        q
        for q in here
        if re.search(r"\bgiai quyet\b[^,;(]*$", q.left) and q.start < early.start and q.unit == early.unit
    ]
    if not settled:
        return None
    whole = settled[-1]
    exact = (early.value + timely.value) * 100 / whole.value if whole.value else Decimal(0)
    held = agrees(exact, p.value, p.decimals)
    return _check(report, p, [early, timely], whole, certain=held or late is not None)


def _last(here: list[Quantity], label: str) -> Quantity | None:
    return next((q for q in reversed(here) if re.search(rf"(?:{label})[^,;()]*$", q.left) and not q.percent), None)


def _check(
    report: Report, p: Quantity, parts: list[Quantity], whole: Quantity, *, certain: bool = True, doubt: str = ""
) -> Check | None:
    if not whole.value:
        return None
    value = sum((q.value for q in parts), Decimal(0)) * 100 / whole.value
    top = " + ".join(q.text for q in parts)
    top = f"({top})" if len(parts) > 1 else top
    formula = f"{top} / {whole.text} = {show(value, max(p.decimals, 2))}%"
    return make(
        report, FindingKind.SHARE, f"{p.text.rstrip(' %')}%", f"{show(value, max(p.decimals, 2))}%",
        agrees(value, p.value, p.decimals), [p, *parts, whole], formula, certain=certain, doubt=doubt,
        last_place=abs(value - p.value) <= Decimal(1).scaleb(-p.decimals) and p.decimals > 0,
    )  # fmt: skip


def _between(p: Quantity, q: Quantity) -> str:
    return fold(p.block.text[q.end : p.start])


def _sentence_start(p: Quantity) -> int:
    return clause_bounds(p.block.text, p.start, p.end)[0]

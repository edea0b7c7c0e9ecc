"""Roles: what a number is in its sentence, told from the words around it and from the arithmetic of its neighbours."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.figures.clauses import Counted
from ingest.language.numbers import NumberKind
from ingest.ledgers import Role

_CHANGE = re.compile(
    r"(?<!\w)(tăng|giảm|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn|chênh lệch)(?:\s+(?:thêm|được|là|khoảng|hơn|tới|trên"
    r"|gần|đến))?\s*[(:]?\s*$",
    re.IGNORECASE,
)
# "vượt chỉ tiêu giao 0,25%": how far a goal was passed, not the goal.
_PASSED = re.compile(
    r"(?<!\w)(?P<way>vượt|thấp hơn|cao hơn)\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)[^,;:.(\d]{0,40}$", re.IGNORECASE
)
OF_GOAL = re.compile(
    r"\s*(?:so\s+)?với\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu|nghị quyết|số được giao)", re.IGNORECASE
)
_FRACTION = re.compile(r"\s(?:tổng\s)?số\s", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:lượt )?người|lượt/người|công dân", re.IGNORECASE)
_RECEIVED = re.compile(r"(?<!\w)tiếp(?!\s+(?:nhận|tục|cận|theo|thu))(?!\w)", re.IGNORECASE)
_DOWN = frozenset({"giảm", "thấp hơn", "ít hơn"})
_RANK = re.compile(
    r"(?:xếp\s+(?:vị\s+trí|hạng|thứ)|thứ\s+hạng|đứng\s+(?:thứ|hạng|vị\s+trí)|vị\s+(?:trí|thứ)|hạng)"
    r"(?:\s+(?:thứ|hạng|là|đạt))*\s*[:]?\s*$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:phấn đấu|chỉ tiêu(?!\s+thành phần)|mục tiêu|theo kế hoạch|kế hoạch (?:giao|năm)|tối thiểu|không quá|không dưới"
    r"|ít nhất|phải đạt|được giao|trở lên|đạt từ|tối đa|(?-i:(?<!\w)KH(?!\w)))",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)(?:đã|được|kết quả)(?!\w)", re.IGNORECASE)
_OF_TARGET = re.compile(r"chỉ tiêu|kế hoạch|giao|mục tiêu|nghị quyết", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:tổng|tổng số|tổng cộng|cộng)(?!\w)|(?:tổng cộng|tổng số|tổng)\s*(?:là)?$", re.IGNORECASE)
_COMPARED = re.compile(r"so\s+(?:với\s+)?|cùng kỳ|cùng thời điểm|năm (?:trước|ngoái)|tăng|giảm", re.IGNORECASE)


def change_sign(before: str) -> int:
    """+1 or -1 where the words right before a number say that it is a rise or a fall, else 0."""
    m = _CHANGE.search(before) or _PASSED.search(before)
    if m is None:
        return 0
    return -1 if m[1].lower() in _DOWN else 1


def is_rank(before: str) -> bool:
    """Whether the words right before a number rank something: "xếp hạng", "đứng thứ"."""
    return _RANK.search(before) is not None


def role_of(c: Counted, before: str, *, target: bool) -> Role:
    """The role of a number that is no pair. `before` is the text right before it; `target`: its section sets goals."""
    if change_sign(before):
        return Role.CHANGE
    if is_rank(before):
        return Role.RANK
    if "/" in c.unit:
        return Role.RATE
    words = f"{c.label[-90:]} {c.number.qualifier}"
    if (_TARGET.search(words) and not _DONE.search(c.label)) or (target and not _DONE.search(c.label)):
        return Role.TARGET
    if c.unit == "%":
        return Role.SHARE
    if _TOTAL.search(c.label):
        return Role.TOTAL
    if c.part or c.depth:
        return Role.PART
    return Role.ACTUAL


def shares(a: Decimal, b: Decimal, percent: Decimal) -> bool:
    """Whether a of b is that percentage, rounded or cut off at the places given."""
    if b == 0:
        return False
    exponent = percent.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    return abs(a * 100 / b - percent) <= step


def pair_reading(c: Counted, before: str, after: str, percents: list[Counted], *, comparing: bool) -> str:
    """What the lower number of a pair is: "rank", "previous", "target", "scale", "people" or "total".

    `after` is the text behind the pair, `percents` the percentages that follow in the sentence; `comparing` says that
    the place is meant for comparisons (a column "Đánh giá chung (so sánh …)"). "people": "tiếp 143/188 người" gives the
    receptions and the people received.
    """
    n = c.number
    if n.second is None:
        raise ValueError("not a pair")
    if is_rank(before):
        return "rank"
    if _FRACTION.match(after) and n.value < n.second <= 10:
        return "total"
    proofs = [p for p in percents if shares(n.value, n.second, p.number.value)]
    proven = bool(proofs)
    near = [p for p in proofs if p.start == c.start]
    if near and any(_OF_TARGET.search(words) for words in (c.tail, *(p.tail for p in near))):
        return "target"
    percent_pair = c.unit == "%"
    if percent_pair or (not proven and (_COMPARED.search(after[:90]) or comparing)):
        return "previous"
    if c.unit == "điểm" and n.second in {10, 20, 100, 18, 22} | {Decimal(x) for x in (5, 15, 25, 30, 40, 50)}:
        return "scale"
    if proven and n.value <= n.second:
        return "total"
    if not proven and n.value <= n.second and _PEOPLE.fullmatch(c.unit) and _RECEIVED.search(c.label):
        return "people"
    if n.value > n.second:
        return "target" if proven or _OF_TARGET.search(f"{c.label} {after[:60]}") else "previous"
    return (
        "target"
        if re.search(r"chỉ tiêu|kế hoạch giao", c.label, re.IGNORECASE) and n.kind is NumberKind.PAIR
        else "total"
    )

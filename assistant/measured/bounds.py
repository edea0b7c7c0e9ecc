"""Bounds: a number that only says above or below what something lies, or about where ("trên 80%", "khoảng 400 người").

It may be told in the report's own words; nothing is worked out from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.claims import Calculation, Citation, Language
from assistant.printed import NUMBER, readings

_BOUND = re.compile(
    r"\b(?:dưới|trên|(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!lớn )(?<!nhỏ )hơn|gần|không quá|tối thiểu|tối đa|"
    r"chưa (?:đến|tới|đầy)|xấp xỉ|ước chừng|(?:ước )?khoảng|từ)\s*$",
    re.IGNORECASE,
)
_ENGLISH = {
    ("dưới", "chưa đến", "chưa tới", "chưa đầy"): "under",
    ("trên", "hơn"): "over",
    ("gần",): "nearly",
    ("không quá", "tối đa"): "at most",
    ("tối thiểu",): "at least",
    ("xấp xỉ", "ước chừng", "ước khoảng", "khoảng"): "about",
}
_AIM = re.compile(
    r"(?:\b(?:chỉ tiêu|mục tiêu|yêu cầu|phấn đấu|quy định|kế hoạch|được giao)|\(trường hợp)\b[^.;,\d]{0,60}$",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"[\d.,]+\s(?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|ấp|khóm|thôn|bản|địa bàn|địa phương|lĩnh vực|mặt|tuyến|"
    r"kênh|trang|nền tảng|phương tiện|cổng)\b",
    re.IGNORECASE,
)
_LONGEST = 16  # characters of such words


def bound_at(text: str, at: int) -> str:
    """The words that make the number at an offset of running text a bound, in small letters; "" where it is none:
    "triển khai trên 12 xã" is on twelve of them."""
    found = _BOUND.search(text[max(0, at - _LONGEST) : at])
    bound = found[0].rstrip().lower() if found else ""
    return "" if bound == "trên" and _PLACES.match(text, at) else bound


def told_as_bound(amount: str, bound: str, language: Language) -> str:
    """An amount with those words before it: "trên 400 người", "over 400 people"; "từ 88% trở lên" is told as 88%."""
    if not bound or bound == "từ":
        return amount
    if language == "en":
        bound = next(english for words, english in _ENGLISH.items() if bound in words)
    return f"{bound} {amount}"


def rests_on_bound(calculation: Calculation, citations: Iterable[Citation]) -> bool:
    """Whether an operand stands in its quote as nothing but a bound. The cells of a table are none, and a target is
    what it is: of "chỉ tiêu tối thiểu 70%" a result falls short by so much."""
    quotes = {c.key: c.quote for c in citations if c.locator.table is None}
    for operand in calculation.operands:
        quote = quotes.get(operand.key, "")
        places = [m.start() for m in NUMBER.finditer(quote) if operand.value in readings(m[0])]
        if places and all(bound_at(quote, at) and not _AIM.search(quote[:at]) for at in places):
            return True
    return False

"""Bounds: a number that only says above or below what something lies, or about where ("trên 80%", "khoảng 400 người").

It may be told in the report's own words; nothing is worked out from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.claims import Calculation, Citation
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
    ("từ",): "from",
}
_LONGEST = 16  # characters of such words


def bound_at(text: str, at: int) -> str:
    """The words that make the number at an offset of running text a bound, in small letters; "" where it is none."""
    found = _BOUND.search(text[max(0, at - _LONGEST) : at])
    return found[0].rstrip().lower() if found else ""


def in_english(bound: str) -> str:
    """The same words in English."""
    return next(english for words, english in _ENGLISH.items() if bound in words)


def rests_on_bound(calculation: Calculation, citations: Iterable[Citation]) -> bool:
    """Whether an operand stands in its quote as nothing but a bound; the cells of a table are none."""
    quotes = {c.key: c.quote for c in citations if c.locator.table is None}
    for operand in calculation.operands:
        quote = quotes.get(operand.key, "")
        places = [m.start() for m in NUMBER.finditer(quote) if operand.value in readings(m[0])]
        if places and all(bound_at(quote, at) for at in places):
            return True
    return False

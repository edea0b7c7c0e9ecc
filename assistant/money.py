"""Money: which units are amounts of it, and which words of a question ask for one."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ingest.language.fold import fold

CURRENCIES = ("dong", "vnd")
SCALES = ("nghin", "ngan", "trieu", "ty", "million", "billion")
MONEY_WORDS = frozenset(
    {
        "chi phí",
        "kinh phí",
        "chi ngân sách",
        "ngân sách",
        "thu ngân sách",
        "chi thường xuyên",
        "giải ngân",
        "vốn",
        "thu nhập",
    }
)


@lru_cache(maxsize=4_096)
def is_money(unit: str) -> bool:
    """Whether a unit is an amount of money."""
    words = fold(unit).split()
    return bool(words) and (words[0] in CURRENCIES or any(a in SCALES and b in CURRENCIES for a, b in pairwise(words)))

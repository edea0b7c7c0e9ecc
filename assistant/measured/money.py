"""Money: which units are amounts of it, and which words of a question ask for one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ingest.language.fold import fold
from ingest.ledgers import Figure

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
SPENT = "giải ngân"
_PLAN = re.compile(r"(?:tong )?(?:ke hoach|du toan|nguon)\b")
_ALLOTTED = re.compile(r"(?:kinh phi|von|ngan sach)(?: da| duoc)* (?:phan bo|bo tri|giao|cap)\b(?!.*\bgiai ngan\b)")


@lru_cache(maxsize=4_096)
def is_money(unit: str) -> bool:
    """Whether a unit is an amount of money."""
    words = fold(unit).split()
    return bool(words) and (words[0] in CURRENCIES or any(a in SCALES and b in CURRENCIES for a, b in pairwise(words)))


def is_planned(figure: Figure, said: frozenset[str]) -> bool:
    """Whether a figure is, in running text, of a plan of money ("Kế hoạch vốn năm 2032 là 900 triệu đồng") with no word
    of spending among the concepts `said` with it, or of what was allotted, whatever the heading before it."""
    if not is_money(figure.unit) or figure.locator.table is not None:
        return False
    indicator = fold(figure.indicator)
    return _ALLOTTED.match(indicator) is not None or (SPENT not in said and _PLAN.match(indicator) is not None)

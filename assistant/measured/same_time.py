"""Whether what is told of one period answers for another."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language.periods import DAY, contains

_YEARS = re.compile(r"\d{4}-\d{4}")  # a range of years is a plan's term, no time at which a figure stands


@lru_cache(maxsize=4_096)
def same_time(asked: str, held: str) -> bool:
    """Whether what is held of one period answers for another: the same, a part of it, or the year or quarter
    around a day or month."""
    if asked == held or contains(asked, held):
        return True
    return bool(DAY.fullmatch(asked)) and not _YEARS.fullmatch(held) and contains(held, asked)


def share_time(asked: str, held: str) -> bool:
    """Whether one of two periods is a part of the other: a report of the one may tell of the other."""
    return same_time(asked, held) or same_time(held, asked)

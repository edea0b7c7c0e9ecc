"""The most that a criterion grants ("Điểm tối đa", "Thang điểm"), beside what was reached of it ("Điểm đạt")."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language.fold import fold
from ingest.language.guarded import guarded

_HEAD = re.compile(r"\W*(?:(?:so |muc )?diem(?: so)? )?(?:toi da|chuan)\b|\W*(?:thang diem|max(?:imum)?)\b")
_ASKED = guarded(r"\b(?:toi da|thang diem|diem chuan|maximum|max|full (?:marks?|points?|score))\b")
_OUT_OF = guarded(
    r"\b(?:on a scale|out) of(?: a possible)? (?:how many|what)\b|"
    r"\btren (?:muc |so )?(?:diem )?toi da\b|\btren (?:tong (?:so )?)?(?:may|bao nhieu)(?: diem)?\W*$"
)


@lru_cache(maxsize=4_096)
def is_most(label: str) -> bool:
    """Whether a column, by its lowest label, holds the most that is granted: "Điểm đạt (tối đa 20)" does not."""
    return bool(_HEAD.match(fold(label.rpartition("›")[2]).strip()))


def asks_most(folded: str) -> bool:
    """Whether a question, folded, asks for the most that is granted."""
    return bool(_ASKED.search(folded)) and not asks_out_of(folded)


def asks_out_of(folded: str) -> bool:
    """Whether it is asked for besides what was reached: "how many points, and out of how many?"."""
    return bool(_OUT_OF.search(folded))

"""Places in a ranking beside the values that they go by: "PCI › Điểm số | PCI › Thứ hạng"."""

from __future__ import annotations

import re

from ingest.language.fold import fold
from ingest.language.guarded import guarded

_VALUE = r"(?:diem(?: so)?|ket qua|gia tri|ty le|scores?|values?|points?|results?|rates?)"
_RANKED = r"(?:thu hang|xep hang|hang|thu may|(?:national |overall )?rank(?:ing|ed)?|place)"
_AND = r"(?: (?:va|and|cung|lan)|,) (?:xep |dung |o )?"
_VALUE_AND_RANK = guarded(rf"\b{_VALUE}{_AND}{_RANKED}\b|\b{_RANKED}{_AND}(?:bao nhieu )?{_VALUE}\b")
_VALUE_ASKED = re.compile(rf"\b{_VALUE}\b|\bphan tram\b")
_RANK_ASKED = re.compile(
    r"\b(?:thu hang|xep hang|hang|(?:dung|xep|vi tri)(?: o)?(?: vi tri)? thu|thu (?:may|bao nhieu)|"
    r"rank(?:s|ed|ing)?|which (?:\w+ )?place)\b"
)
_RANK = re.compile(r"\b(?:thu hang|xep hang|hang|rank)\b")


def asks_value_and_rank(folded: str) -> bool:
    """Whether a value is asked for together with its rank: "score and rank", "kết quả và thứ hạng"."""
    return bool(_VALUE_AND_RANK.search(folded))


def asks_value(folded: str) -> bool:
    """Whether a question speaks of points, a rate or a result."""
    return bool(_VALUE_ASKED.search(folded))


def asks_rank(folded: str) -> bool:
    """Whether a place in a ranking is asked for."""
    return bool(_RANK_ASKED.search(folded))


def is_rank(label: str) -> bool:
    """Whether a column holds ranks, by its lowest label."""
    return bool(_RANK.search(fold(label.rpartition("›")[2])))

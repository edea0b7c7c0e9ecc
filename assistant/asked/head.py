"""The concept whose share, number or score a question asks for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.wanted import Wanted
from ingest.language.guarded import guarded

HEAD_WEIGHT = 0.6
_HEAD = guarded(
    r"\b(?:ty le|ti le|chi so|diem so|so luong|tong so|(?:rate|share|percentage|proportion|number) of)(?: the)? "
)


def head_asked(folded: str, wanted: Sequence[Wanted]) -> str:
    """The concept right behind "tỷ lệ", "số lượng", "rate of": without it a figure is of something else."""
    for match in _HEAD.finditer(folded):
        rest = folded[match.end() :]
        for w in wanted:
            if w.words and rest.startswith(f"{w.words} ") and w.weight >= HEAD_WEIGHT and not w.foreign:
                return w.keys[0] if w.keys else ""
    return ""

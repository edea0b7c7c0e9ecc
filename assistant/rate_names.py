"""Rates told side by side: which of them is of what a question asks for, by what its name begins with."""

from __future__ import annotations

from functools import lru_cache

from assistant.statements import plain

OPENS_NAME = 0.25  # what it counts for a rate that its name begins with what is asked


@lru_cache(maxsize=4_096)
def opens_name(bases: tuple[str, ...], indicator: str) -> bool:
    """Whether the name of a rate begins with a word of the question: "tỷ lệ cấp mã hộ" is of what is named first in
    it, "tỷ lệ tra cứu mã hộ đã cấp" is not."""
    name = plain(indicator.rpartition(": ")[2])
    return name.startswith(" ty le ") and name.removeprefix(" ty le ").startswith(bases)

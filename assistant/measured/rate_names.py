"""Rates told side by side: which of them is of what a question asks for, by what its name begins with."""

from __future__ import annotations

from assistant.evidence.statements import Statement, plain

OPENS_NAME = 0.25  # what it counts for a rate that its name begins with what is asked


def opens_name(bases: tuple[str, ...], indicator: str, statement: Statement) -> bool:
    """Whether, of several rates that a sentence names, the name of one begins with a word of the question: "tỷ lệ cấp
    mã hộ" is of what is named first in it, "tỷ lệ tra cứu mã hộ đã cấp" is not."""
    if statement.row is not None or statement.plain.count(" ty le ") < 2:
        return False
    name = plain(indicator.rpartition(": ")[2])
    return name.startswith(" ty le ") and name.removeprefix(" ty le ").startswith(bases)

"""Rates told side by side: which of them is of what a question asks for, by what its name begins with."""

from __future__ import annotations

from assistant.evidence.statements import Statement, plain
from assistant.measured.told_kinds import QUALIFIERS
from ingest.language.fold import fold

OPENS_NAME = 0.25  # what it counts for a rate that its name begins with what is asked
_KINDS = tuple(f"{fold(word)} " for word in QUALIFIERS)  # "tỷ lệ hồ sơ trực tuyến toàn trình" is of one kind


def opens_name(bases: tuple[str, ...], indicator: str, statement: Statement) -> bool:
    """Whether, of several rates that a sentence names, the name of one begins with a word of the question: "tỷ lệ cấp
    mã hộ" is of what is named first in it, "tỷ lệ tra cứu mã hộ đã cấp" is not."""
    if statement.row is not None or statement.plain.count(" ty le ") < 2:
        return False
    before, _, behind = indicator.rpartition(": ")
    for name in map(plain, (behind, before)):  # "Hồ sơ trên mạng: nhận 40 hồ sơ, đạt tỷ lệ 80%"
        if name.startswith(" ty le ") and (rest := name.removeprefix(" ty le ")).startswith(bases):
            while base := next((b for b in bases if rest.startswith(b)), ""):
                rest = rest.removeprefix(base)
            return not rest.startswith(_KINDS) or any(base in rest for base in bases)
    return False

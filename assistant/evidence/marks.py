"""Whether an unknown word stands in a statement with the marks it was typed with: "nặng" is in no "nâng cao"."""

from __future__ import annotations

from functools import lru_cache

from assistant.evidence.statements import Statement
from assistant.words.terms import WORD, normal
from ingest.language.fold import fold

KEPT = 4_096


def as_written(word: str, statement: Statement) -> tuple[bool, bool]:
    """Whether a word stands with its marks in a statement's own words, and whether it may stand around it: in its
    block, or out of it, where nothing of the block is written so without marks."""
    if word in _words(statement.quote):
        return True, True
    around = _words(statement.block.text)
    return False, word in around or fold(word) not in _bare(statement.block.text)


def is_written(word: str, text: str) -> bool:
    """Whether a word stands with its marks in a text: "khóa" is no "khoa"."""
    return word in _words(text)


@lru_cache(maxsize=KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(normal, WORD.findall(text)))


@lru_cache(maxsize=KEPT)
def _bare(text: str) -> frozenset[str]:
    return frozenset(map(fold, _words(text)))

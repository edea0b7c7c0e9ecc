"""Everyday words: what is short in chat, what carries no meaning of its own, and what is said of everything.

The words stand in `words/`, a file for each.
"""

from __future__ import annotations

import re
from importlib.resources import files

from ingest.language.fold import fold


def _lines(name: str) -> list[str]:
    text = files("assistant").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split(" ")]


def _pairs(name: str) -> dict[str, str]:
    return dict(line.split("\t") for line in _lines(name))


SPOKEN_SHORT = _pairs("short.tsv")
STOP = frozenset(fold(word) for name in ("little-vi.tsv", "little-en.tsv") for word in _words(name))
ENGLISH = frozenset(_words("english.tsv"))
_WEIGHTS = {fold(concept): float(weight) for concept, weight in _pairs("weights.tsv").items()}


def generic(key: str) -> float:
    """What a word counts before its rarity: 1, or less for one that reports say of everything."""
    return _WEIGHTS.get(fold(key), 1.0)


def expand(text: str) -> str:
    """Spells out what is short in chat ("gq", "bn"); office abbreviations in capitals are left to the glossary."""

    def full(m: re.Match[str]) -> str:
        word = m[0]
        lower = word.lower()
        if lower in SPOKEN_SHORT and not (word.isupper() and len(word) > 1 and lower not in {"sl", "hs", "gq", "bn"}):
            return SPOKEN_SHORT[lower]
        return word

    return re.sub(r"[^\W\d_]+", full, text)

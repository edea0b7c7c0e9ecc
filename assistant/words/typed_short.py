"""Syllables typed short in chat: "trog" for "trong", "tíh" for "tính", and a first syllable told by its first letter
alone: "tgian" for "thời gian"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from assistant.words.terms import WORD, normal
from ingest.language.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouy")
_FOREIGN = frozenset({"blog", "vlog", "log", "tag", "flag", "big"})
_ONSETS = frozenset(
    ("b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "qu", "r",
     "s", "t", "th", "tr", "v", "x")
)  # fmt: skip
LEAST = 4  # letters of a compound typed short without marks: fewer are an abbreviation with a meaning of its own
OFTEN = 3  # by this much a compound must be known: it stands in a report

FirstLetters = Mapping[tuple[str, str], tuple[tuple[str, str], ...]]


def with_finals(text: str) -> str:
    """A text with the n put back into syllables that end in g or h behind a vowel, as none does: "nhữg hàh vi"."""

    def whole(m: re.Match[str]) -> str:
        word = m[0]
        plain = fold(word)
        cut = len(word) > 2 and plain[-1] in "gh" and plain[-2] in _VOWELS and word[1:].islower()
        return f"{word[:-1]}n{word[-1]}" if cut and plain not in _FOREIGN else word

    return _WORD.sub(whole, text)


def first_letters(wordings: Iterable[str]) -> FirstLetters:
    """The neighbouring syllables of some wordings, by the first letter of the one and the other without its marks."""
    out: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for wording in wordings:
        words = [normal(w) for w in WORD.findall(wording)]
        for one, other in pairwise(words):
            if one.isalpha() and other.isalpha() and len(one) > 1:
                held = out.get((fold(one[0]), fold(other)), ())
                out[fold(one[0]), fold(other)] = held if (one, other) in held else (*held, (one, other))
    return out


def spelled_compound(word: str, known: FirstLetters, often: Mapping[tuple[str, str], int]) -> str:
    """A compound in full where its first syllable is told by its first letter and no syllable begins like that: of
    several readings the one that stands most often in the store; the word itself where none is known."""
    lower = normal(word)
    plain = fold(lower)
    onset = next((i for i, letter in enumerate(plain) if letter in _VOWELS), len(plain))
    if (
        len(lower) < LEAST - (not lower.isascii())
        or not 2 <= onset < len(lower)
        or plain[:onset] in _ONSETS
        or not word.islower()
    ):
        return word
    rest = lower[1:]
    readings = known.get((plain[0], plain[1:]), ())
    if lower[0] == "đ" or not rest.isascii():
        readings = tuple(
            r for r in readings if (rest.isascii() or r[1] == rest) and (lower[0] != "đ" or r[0][0] == "đ")
        )
    best = max(readings, key=lambda reading: often.get(reading, 0), default=("", ""))
    return " ".join(best) if often.get(best, 0) >= OFTEN else word

"""Abbreviations that stand for several words: "hs tt trực tuyến" are dossiers paid online, "xã và tt" a commune and a
town. Which is meant is told by what the reports of the store have beside each."""

from __future__ import annotations

import re

from assistant.words.everyday import SPOKEN_SHORT, short_of_several
from assistant.words.restore import Vocabulary
from assistant.words.typed_short import spelled_compound, with_finals

_WORD = re.compile(r"[^\W\d_]+")
LEAST = 2  # times that a reading must stand beside its neighbour in the store


def spell_out_short(text: str, held: Vocabulary) -> str:
    """A text with each such abbreviation in the words that stand most often beside its neighbours in the store; as it
    was typed where none does. In capitals it is left to the glossary."""
    text = with_finals(text)
    words = list(_WORD.finditer(text))
    told: list[str] = []
    for at, word in enumerate(words):
        readings = () if word[0].isupper() else short_of_several(word[0].lower())
        before = told[-1].split()[-1] if told and _beside(text, words[at - 1], word) else ""
        after = words[at + 1] if at + 1 < len(words) and _beside(text, word, words[at + 1]) else None
        following = _firsts(after[0].lower()) if after is not None else ()
        best, most = _spelled(word[0]), LEAST - 1
        if best == word[0] and not readings:
            best = spelled_compound(best, held.compounds, held.pairs)
        for reading in readings:
            syllables = [s.lower() for s in reading.split()]
            count = held.pairs[before, syllables[0]] + max(
                (held.pairs[syllables[-1], first] for first in following), default=0
            )
            if count > most:
                best, most = reading, count
        told.append(best.lower())
    out, last = [], 0
    for word, meant in zip(words, told, strict=True):
        several = bool(short_of_several(word[0].lower())) or " " in meant
        kept = word[0].isupper() or not several or meant == word[0].lower()
        out += [text[last : word.start()], word[0] if kept else meant]
        last = word.end()
    return "".join(out) + text[last:]


def _beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()].isspace()


def _spelled(word: str) -> str:
    """A word as it reads without its neighbours: an abbreviation of one reading in full, any other as it is."""
    lower = word.lower()
    return word if short_of_several(lower) else SPOKEN_SHORT.get(lower, word)


def _firsts(word: str) -> tuple[str, ...]:
    """The first syllables that a word may stand for."""
    readings = short_of_several(word) or (SPOKEN_SHORT.get(word, word),)
    return tuple(dict.fromkeys(reading.split()[0].lower() for reading in readings))

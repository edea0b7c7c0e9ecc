"""The ways of asking, read from their tables: phrases looked up word by word, and patterns, for each kind of answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.words.terms import default_lexicon, normal
from ingest.language.fold import fold
from ingest.language.guarded import Guarded, guarded

_PHRASE = re.compile(r"[\w,;/’' -]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Way:
    """A phrase that tells what is asked, as a table writes it, its kind, and whether it does nothing but ask."""

    phrase: str
    folded: str
    kind: str
    only_asks: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of asking of one language."""

    phrases: Mapping[str, tuple[Way, ...]]  # by their first word
    patterns: Mapping[str, tuple[Guarded, ...]]  # by kind, for folded text
    asking: tuple[Guarded, ...]  # those that do nothing but ask

    def tells(self, kind: str, folded: str) -> bool:
        """Whether a pattern of a kind finds anything in a folded question."""
        return any(pattern.search(folded) is not None for pattern in self.patterns.get(kind, ()))

    def met(self, folded: str, spelled: str = "") -> Iterator[tuple[Way, int]]:
        """The phrases of a question, with where each begins. What is typed with marks is compared with them: in "chậm
        do đầu tư" nobody asks "do đâu"; without `spelled` nothing is compared."""
        marked = spelled if len(spelled) == len(folded) else folded
        for word in _WORD.finditer(folded):
            for way in self.phrases.get(word[0], ()):
                at, end = word.start(), word.start() + len(way.folded)
                if folded.startswith(way.folded, at) and not folded[end : end + 1].isalnum():
                    typed = marked[at:end]
                    if typed.isascii() or _reads(typed, way.phrase):
                        yield way, at


def _reads(typed: str, phrase: str) -> bool:
    """Whether each syllable is typed as the phrase has it, or without marks; of three or more one may have slipped."""
    syllables = list(zip(typed.split(), phrase.split(), strict=False))
    slips = sum(not one.isascii() and normal(one) != normal(other) for one, other in syllables)
    return slips == 0 or (slips == 1 and len(syllables) > 2)


@cache
def ways_of(language: str, named: tuple[tuple[str, str], ...]) -> Ways:
    """The table of a language, "vi" or "en". `named` are the patterns that its lines call by a name in braces."""
    phrases: dict[str, list[Way]] = {}
    patterns: dict[str, list[Guarded]] = {}
    asking: list[Guarded] = []
    for kind, way in _lines(language):
        only_asks, of = kind.endswith("?"), kind.rstrip("?")
        told = _phrases(way, language)
        if not told:
            for name, meant in named:
                way = way.replace(f"{{{name}}}", meant)
            pattern = guarded(way)
            patterns.setdefault(of, []).append(pattern)
            asking += [pattern] if only_asks else []
        for phrase in told:
            for form in _forms(phrase) if language == "en" else (phrase,):
                words = fold(form)
                phrases.setdefault(_WORD.findall(words)[0], []).append(Way(form, words, of, only_asks))
    return Ways(
        {word: tuple(ways) for word, ways in phrases.items()},
        {kind: tuple(several) for kind, several in patterns.items()},
        tuple(asking),
    )


def _lines(language: str) -> Iterator[tuple[str, str]]:
    text = files("assistant").joinpath("words", f"ways-{language}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, way = line.partition("\t")
            yield kind, way


def _of_concept(named: str, language: str) -> tuple[str, ...]:
    """The wordings that the glossary has for a concept, abbreviations aside: "hạn chế but fault; lapse"."""
    name, _, but = named.partition(" but ")
    concept = default_lexicon().concepts[name]
    without = set(but.split("; "))
    return tuple(w for w in (concept.english if language == "en" else concept.vietnamese) if w not in without)


def _forms(phrase: str) -> tuple[str, ...]:
    """An English phrase and its plural."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase, f"{phrase[:-1]}ies"
    return phrase, f"{phrase}s"


def asking_phrases() -> list[str]:
    """The Vietnamese phrases that tell what is asked."""
    return [phrase for _, way in _lines("vi") for phrase in _phrases(way, "vi")]


def _phrases(way: str, language: str) -> tuple[str, ...]:
    """The phrases of a line of a table; none where it is a pattern."""
    if way.startswith("="):
        return _of_concept(way[1:], language)
    return tuple(way.split("; ")) if _PHRASE.fullmatch(way) else ()

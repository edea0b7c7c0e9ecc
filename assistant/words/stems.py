"""English words without their endings, as the glossary knows them."""

from __future__ import annotations

import re

_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("oes", "o"), ("s", ""))
_OWN_WORDS = frozenset({"goods", "news", "customs", "arms"})  # no plurals of "good", "new", "custom", "arm"
_AMERICAN = re.compile(r"(?<=[a-z]{2})([iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")


def stem_english(word: str) -> str:
    """The English word in British spelling without its plural ending; for other endings see `stems_english`."""
    if len(word) > 3 and word.isascii() and word not in _OWN_WORDS:
        word = _AMERICAN.sub(r"\1s", word)
        if not word.endswith(("ss", "us", "is")):
            for ending, instead in _PLURALS:
                if word.endswith(ending):
                    return word[: len(word) - len(ending)] + instead
    return word


def stems_english(word: str) -> tuple[str, ...]:
    """The stem of an English word, and what it may be a form of: "planned", "plane", "plann", "plan". The first that
    is a wording is meant."""
    stem = stem_english(word)
    for ending in ("ing", "ed"):
        bare = stem.removesuffix(ending)
        if bare != stem and len(bare) > 2 and any(v in bare for v in "aeiouy"):
            once = bare[:-1] if bare[-1] == bare[-2] else bare
            ied = bare[:-1] + "y" if ending == "ed" and bare.endswith("i") else bare
            return tuple(dict.fromkeys((stem, bare, f"{bare}e", once, ied)))
    return (stem,)

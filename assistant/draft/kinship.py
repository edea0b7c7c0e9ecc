"""Which family a source belongs to, and how near two texts are, by the concepts they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from assistant.evidence.statements import keys
from assistant.words.terms import default_lexicon, normal
from ingest.language.fold import fold
from prompts.phrases import FALLBACK, Family


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    text = files("assistant.draft").joinpath("common_words.tsv").read_text(encoding="utf-8")
    return frozenset(fold(line) for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The concepts of a text that tell it from others, folded."""
    found = {fold(k) for k in keys(default_lexicon(), text)}
    return frozenset(k for k in found if k not in _common() and not k.isdigit() and len(k) > 1)


def share(part: str, whole: str) -> float:
    """How much of what `part` speaks of is in `whole`, 0 to 1; 0 where it speaks of nothing."""
    a = content(part)
    return len(a & content(whole)) / len(a) if a else 0.0


_ACTORS = frozenset(
    (
        "lãnh đạo",
        "người đứng đầu",
        "cấp ủy",
        "thủ trưởng",
        "cán bộ",
        "công chức",
        "cán bộ, công chức",
        "đảng viên",
        "đội ngũ",
    )
)  # who opens a sentence is not its matter


@lru_cache(maxsize=2048)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_normal(word))}(?!\w)")


def _normal(text: str) -> str:
    return " ".join(normal(w) for w in text.split())


def family_of(text: str, families: Sequence[Family], issue: str = "") -> Family:
    """The family whose words weigh most in a text: topics by their length and how early they stand, faults double."""
    if issue:
        named = next((f for f in families if issue in f.issues), None)
        if named is not None:
            return named
    plain = _normal(text)
    best, weight = next(f for f in families if f.id == FALLBACK), 0.0
    for family in families:
        topic = sum(_weights(plain, family.topics, early=True))
        fault = 2 * sum(_weights(plain, family.faults, early=False))
        own = topic + (fault if topic else fault / 4)
        if own > weight:
            best, weight = family, own
    return best


def _weights(plain: str, words: Sequence[str], *, early: bool) -> Iterator[float]:
    """The weight of each word that stands in a text: longer ones weigh more, and those that open it."""
    for word in words:
        found = _word(word).search(plain)
        if found is not None:
            weight = 0.4 if word in _ACTORS else 1.5 if early and found.start() <= 25 else 1.0
            yield weight * len(word.split()) ** 0.5

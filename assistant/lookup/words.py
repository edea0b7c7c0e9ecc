"""Ranking by words: which entries hold the words of a query, the rarer words counting more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.words.terms import default_lexicon
from ingest.language.fold import fold

_EMPTY = frozenset(
    fold(
        "về việc của và các là có cho trong năm số nào gì bao nhiêu ở tại được theo những văn bản tìm tra hãy "
        "cho biết tôi liệt kê"
        " the of on about which what how many a an in to for and is are document documents"
    ).split()
)


def concepts(text: str) -> list[frozenset[str]]:
    """The words of a query as sets of keys; a word answers where any of its keys is held. Empty words are left out."""
    lexicon = default_lexicon()
    marked = fold(text) != text.lower()
    out: list[frozenset[str]] = []
    for term in lexicon.cut(text, folded=not marked, english=text.isascii()):
        words = fold(term.text).split()
        if all(w in _EMPTY for w in words):
            continue
        keys = {*term.keys, *(fold(key) for key in term.keys)} if term.known else set()
        out.append(frozenset(keys | {" ".join(words)}))
    return out


@lru_cache(maxsize=20_000)
def held(text: str) -> frozenset[str]:
    """All that an entry's text holds: its folded words, alone and up to three in a row, and the concepts they make.

    The rows let "dân vận" find "dân vận khéo", which the glossary knows as a concept of its own.
    """
    keys = {k for term in default_lexicon().cut(text) for k in term.keys}
    words = re.findall(r"[^\W_]+", fold(text))
    rows = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
    return frozenset(keys | rows)


def rank(wanted: Sequence[frozenset[str]], entries: Sequence[frozenset[str]]) -> list[tuple[int, float]]:
    """Entries by how well they answer, best first: (index, score). All words where any entry has all, else most.

    The score is the sum of the inverse document frequencies of the words held.
    """
    if not wanted:
        return [(i, 0.0) for i in range(len(entries))]
    hits = [[not word.isdisjoint(entry) for word in wanted] for entry in entries]
    frequency = Counter(w for row in hits for w, hit in enumerate(row) if hit)
    weight = [math.log(1 + len(entries) / (1 + frequency[w])) + 0.1 for w in range(len(wanted))]
    scored = [(i, sum(weight[w] for w, hit in enumerate(row) if hit), sum(row)) for i, row in enumerate(hits)]
    most = max((n for _, _, n in scored), default=0)
    if not most or most * 2 < len(wanted):
        return []
    return sorted(((i, s) for i, s, n in scored if n == most), key=lambda x: (-x[1], x[0]))

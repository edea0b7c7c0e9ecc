"""Rows that a question names in short: by the first letters of their words ("sở nn và mt", "BQL các KCN", "SGDĐT"), or
by the first of the fields that an office is named after ("Sở Nông nghiệp" of "Sở Nông nghiệp và Môi trường")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ingest.language.fold import fold

_LINKS = frozenset({"va", "cac", "cua", ","})
_NEXT = frozenset({"va", ","})  # behind the first field of an office
_KINDS = frozenset({"so", "ban", "cuc", "phong", "uy", "ubnd", "thanh", "trung", "van"})
LEAST = 3  # words of a name before "và" by which the office alone is meant


def rows_in_short(asked: str, names: Mapping[int, str]) -> tuple[tuple[int, ...], frozenset[str]]:
    """The rows that a folded question names in short, and the words by which it does."""
    tokens = tuple(re.findall(r"[a-z]+", asked))
    found: dict[int, tuple[int, int]] = {}
    for row, name in names.items():
        words = _words(name)
        words = words if words and words[0] != "," else ()
        for at, token in enumerate(tokens) if len(words) > 1 else ():
            if token[0] != words[0][0] or (token != words[0] and len(token) < 2):
                continue
            end = _match(tokens, at, words, 0, short=False)
            if end > at and (row not in found or end - at > found[row][1] - found[row][0]):
                found[row] = (at, end)
    rows = tuple(
        r for r, (a, b) in found.items() if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in found.values())
    )
    spans = [found[r] for r in rows]
    if len(set(spans)) < len(spans):
        return (), frozenset()  # the same words name two of them
    return rows, frozenset(w for a, b in spans for w in tokens[a:b])


@lru_cache(maxsize=2_048)
def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+|,", re.sub(r"\(.*?\)", " ", fold(name))))


def _match(tokens: Sequence[str], at: int, words: Sequence[str], done: int, *, short: bool) -> int:
    """Where the tokens that spell a name from one of its words on end; 0 where they do not."""
    if done == len(words):
        return at if short else 0  # said in full it is found as it is
    if at < len(tokens):
        token = tokens[at]
        if token == words[done] and (end := _match(tokens, at + 1, words, done + 1, short=short)):
            return end
        for n in range(2, min(len(token) + 2, len(words) - done) + 1) if len(token) > 1 else ():
            piece = words[done : done + n]
            letters = "".join(w[0] for w in piece if w not in _LINKS), "".join(w[0] for w in piece)
            if token in letters and (end := _match(tokens, at + 1, words, done + n, short=True)):
                return end
    if done and words[done] in _LINKS and (end := _match(tokens, at, words, done + 1, short=short)):
        return end
    first_field = done >= LEAST and words[done] in _NEXT and words[0] in _KINDS
    return at if first_field and (at == len(tokens) or tokens[at] != "va") else 0

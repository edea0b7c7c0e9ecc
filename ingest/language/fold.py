"""Folding: the form in which two spellings of the same Vietnamese words are equal."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_KEPT_BELOW = 0x2E80  # the alphabets; characters beyond are worked out each time, so that the table stays small


class _Folding(dict[int, str]):
    """Code point to folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        if code < _KEPT_BELOW:
            self[code] = folded
        return folded


def _folded(char: str) -> str:
    if ord(char) in DASHES:
        return "-"
    if char in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", char)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else base


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case without marks, đ as d, all dashes as "-": `Quyết định 1148/QĐ–UBND` gives `quyet dinh 1148/qd-ubnd`.

    The result has as many characters as the text, so that offsets carry over. It is what everything that compares words
    calls first and most often.
    """
    if text.isascii():
        return text.lower()
    return _kept(text) if len(text) <= _LONGEST_KEPT else text.translate(_FOLDING)


# The same clauses, labels and units are compared over and over; longer texts are not kept: the cache must stay small.
_LONGEST_KEPT = 600


@lru_cache(maxsize=8_192)
def _kept(text: str) -> str:
    return text.translate(_FOLDING)


def forget() -> None:
    """Lets go of the words whose folded form is kept."""
    _kept.cache_clear()


def content_id(prefix: str, *parts: object) -> str:
    """A short id that depends on the content alone: the same parts give the same id on every machine."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()
    return f"{prefix}{digest[:12]}"

"""Folding: the form in which two spellings of the same Vietnamese words are equal."""

from __future__ import annotations

import hashlib
import unicodedata

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def fold(text: str) -> str:
    """Lower case without marks, đ as d, all dashes as "-": `Quyết định 1148/QĐ–UBND` gives `quyet dinh 1148/qd-ubnd`.

    The result has as many characters as the text where that is NFC, so that offsets carry over.
    """
    out = []
    for char in text.translate(DASHES):
        if char in "đĐ":
            out.append("d")
            continue
        base = unicodedata.normalize("NFD", char)[0]
        lower = base.lower()
        out.append(lower if len(lower) == 1 else base)
    return "".join(out)


def content_id(prefix: str, *parts: object) -> str:
    """A short id that depends on the content alone: the same parts give the same id on every machine."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()
    return f"{prefix}{digest[:12]}"

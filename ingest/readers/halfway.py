"""Pages recognised so far: what a reading of a long scan that was stopped goes on from.

Recognising a page takes seconds, all other steps milliseconds; so only recognised pages are kept.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Iterable
from typing import Protocol

from ingest.readers.layout.sheet import Rule, Sheet, Word
from ingest.readers.scanpage import Raised, ScannedPage


class PageStore(Protocol):
    """Keeps the pages of one file, read by one version of the readers, as bytes by number."""

    def get(self, page: int) -> bytes | None:
        """What was put for a page, or None."""
        ...

    def put(self, page: int, data: bytes) -> None:
        """Keep a page. Where it cannot be kept nothing happens: it will be read once more."""
        ...


class NoPages:
    """A PageStore that keeps nothing."""

    def get(self, page: int) -> bytes | None:
        """None."""
        return None

    def put(self, page: int, data: bytes) -> None:
        """Forgets it."""


def kept_pages(store: PageStore, pages: Iterable[int]) -> dict[int, ScannedPage]:
    """Of these pages those that are kept whole; one that cannot be made out is left to be read again."""
    found = {}
    for page in pages:
        data = store.get(page)
        if data is None:
            continue
        try:
            found[page] = unpacked(data)
        except (ValueError, TypeError, KeyError, IndexError, zlib.error):
            continue
    return found


def packed(page: ScannedPage) -> bytes:
    """A recognised page as compressed JSON."""
    return zlib.compress(json.dumps(dataclasses.astuple(page), ensure_ascii=False).encode(), 6)


def unpacked(data: bytes) -> ScannedPage:
    """The page that `packed` wrote. Raises: ValueError, TypeError, KeyError, IndexError, zlib.error."""
    sheet, raised, strokes, confidence, blank = json.loads(zlib.decompress(data))
    number, width, height, words, rules, *rest = sheet
    return ScannedPage(
        Sheet(number, width, height, tuple(Word(*w) for w in words), tuple(Rule(*r) for r in rules), *rest),
        tuple(Raised(*r) for r in raised),
        {int(key): value for key, value in strokes.items()},
        confidence,
        blank,
    )

"""Where a quote breaks on paper: at the marker of a note, and where a page ends."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ingest.report import Block

MIN_WORDS = 4  # of a piece that may stand alone


def between_breaks(block: Block, spans: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Cuts spans where a note hangs inside them or a page ends.

    On paper the marker stands there, or a page foot: a quote that runs over it is no longer word for word what is seen.
    """
    for start, end in spans:
        at = start
        for stop in breaks(block, start, end):
            if len(block.text[at:stop].split()) >= MIN_WORDS and len(block.text[stop:end].split()) >= MIN_WORDS:
                yield at, stop
                at = stop
        yield at, end


def are_one(block: Block, pieces: list[tuple[int, int]]) -> bool:
    """Whether the pieces of a cut span go on with each other: none behind the first opens with a comma or semicolon."""
    return len(pieces) > 1 and all(block.text[start] not in ",;.:" for start, _ in pieces[1:])


def breaks(block: Block, start: int, end: int) -> list[int]:
    """The offsets inside a span at which a note's marker stands or another page begins."""
    stops = {mark.offset for mark in block.notes if start < mark.offset < end}
    for line, following in pairwise(block.boxes):
        if line.box.page != following.box.page and start < following.start < end:
            stops.add(following.start)
    return sorted(stops)


def unbroken(block: Block, start: int, end: int) -> tuple[int, int]:
    """The first part of a span, up to where a marker or a page end would break its quote; the whole if that is too
    short."""
    for stop in breaks(block, start, end):
        if len(block.text[start:stop].split()) >= MIN_WORDS:
            return start, stop
    return start, end

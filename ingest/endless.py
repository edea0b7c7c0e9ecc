"""Paragraphs without end: a file of one line, a page of a million characters.

The longest paragraph of an administrative report holds some thousands of characters. What is far longer was joined by
a tool, and every later step, which reads paragraph by paragraph, would take the square of its length. It is parted
where a sentence ends, else at a blank, and no character is lost but that blank.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from ingest.flow import Grid, LineBox, Mark, Paragraph

LONGEST = 8_000
"""Characters: no paragraph that a person wrote for a report is longer."""

_SENTENCE_END = re.compile(r"(?<=[.;!?…])\s+")
_BLANK = re.compile(r"\s+")


def parted(piece: Paragraph | Grid) -> Iterator[Paragraph | Grid]:
    """The piece itself, or the paragraphs of at most `LONGEST` characters that one without end is parted into."""
    if isinstance(piece, Grid) or len(piece.text) <= LONGEST:
        yield piece
        return
    start = 0
    while start < len(piece.text):
        end, following = _cut(piece.text, start)
        yield _between(piece, start, end)
        start = following


def _cut(text: str, start: int) -> tuple[int, int]:
    """Where the part that begins at `start` ends, and where the next one begins."""
    limit = start + LONGEST
    if len(text) <= limit:
        return len(text), len(text)
    for ends in (_SENTENCE_END, _BLANK):
        if cuts := deque(ends.finditer(text, start + LONGEST // 2, limit), maxlen=1):
            return cuts[0].start(), cuts[0].end()
    return limit, limit


def _between(piece: Paragraph, start: int, end: int) -> Paragraph:
    """The part of a paragraph from `start` to `end`, with the markers and boxes that stand in it."""
    first = start == 0
    return replace(
        piece,
        text=piece.text[start:end],
        bold_prefix=min(piece.bold_prefix, end) if first else 0,
        outline=piece.outline if first else None,
        marks=tuple(
            Mark(m.offset - start, m.label) for m in piece.marks if start < m.offset <= end or (first and not m.offset)
        ),
        boxes=tuple(
            LineBox(max(b.start, start) - start, min(b.end, end) - start, b.box)
            for b in piece.boxes
            if b.start < end and b.end > start
        ),
        page=next((b.box.page for b in piece.boxes if b.end > start), piece.page),
    )

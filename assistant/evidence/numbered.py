"""Where numbered members run on in a sentence ("công nhận 03 mô hình, (1) Mô hình …; (2) Mô hình …"), the first is a
statement of its own, as the others are: what leads up to them belongs to all."""

from __future__ import annotations

import re

_FIRST = re.compile(r"(?<=[,:;])\s+(?=\(1\)\s?\S)")
_SECOND = re.compile(r"\s*\(2\)")
_MEMBER = re.compile(r"\s*\(\d{1,2}\)")

Span = tuple[int, int]


def numbered_apart(text: str, spans: list[Span]) -> list[tuple[Span, Span | None]]:
    """The spans of a sentence, the one before that of member (2) cut where (1) begins; each with the span that leads up
    to it where it is such a member."""
    found: list[tuple[Span, Span | None]] = []
    leads: Span | None = None
    for at, (start, end) in enumerate(spans):
        followed = at + 1 < len(spans) and _SECOND.match(text, spans[at + 1][0])
        first = _FIRST.search(text, start, end) if followed else None
        if first is not None and first.start() > start:
            leads = (start, first.start())
            found += [(leads, None), ((first.end(), end), leads)]
        else:
            found.append(((start, end), leads if _MEMBER.match(text, start) else None))
    return found

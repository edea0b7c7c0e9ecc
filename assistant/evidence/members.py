"""The members that a short sentence counts one by one, each a statement of its own."""

from __future__ import annotations

import re

from ingest.language.letters import UPPER

_MEMBER = re.compile(rf";\s+(?=[{UPPER}(“])")


def members(text: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """A short sentence, cut only where a semicolon is followed by a capital: there another member of a list begins."""
    spans, start = [], sentence[0]
    for match in _MEMBER.finditer(text, *sentence):
        if text[match.end()].isupper() or not text[match.end()].isalpha():
            spans.append((start, match.start() + 1))
            start = match.end()
    return [*spans, (start, sentence[1])]

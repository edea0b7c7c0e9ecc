"""The parts of a question that each ask for a document: "bãi bỏ theo nghị quyết nào và việc đó công bố tại quyết định
nào?"."""

from __future__ import annotations

import re

from assistant.compose.documents.so_many import DOCUMENTS
from ingest.language.fold import fold

_SEGMENTS = re.compile(r",?\s+(?:và|and)\s+(?=(?:được|theo|do|which|under|by|what|in|through)\b)|;\s+")
_AND = re.compile(r",?\s+(?:và|còn|and)\s+|,\s+", re.IGNORECASE)
_ASKS = re.compile(
    rf"\b(?:{DOCUMENTS}) (?:nao|gi|so may)\b|\b(?:which|what) (?:[a-z]+ ){{0,2}}?(?:decision|plan|resolution|directive|"
    r"decree|circular|letter|programme|notice)\b"
)


def segments_of(text: str) -> list[str]:
    """The question in its parts: at "và theo …", and where a document is asked for on either side of an "and"."""
    parts = _SEGMENTS.split(text)
    if len(parts) > 1:
        return parts
    for link in _AND.finditer(text):
        sides = [text[: link.start()], text[link.end() :]]
        if all(_ASKS.search(fold(side)) for side in sides):
            return sides
    return parts


_ENGLISH = {"quyet dinh": "decision", "ke hoach": "plan", "nghi quyet": "resolution", "chi thi": "directive"}


def asked_of_sort(text: str, sort: str) -> int:
    """How many documents of a sort, folded, a question asks for; many where it says no sort of its parts."""
    named = _ENGLISH.get(sort, sort)
    said = len(re.findall(rf"\b{sort} (?:nao|gi)\b|\b(?:which|what) (?:[a-z]+ ){{0,2}}?{named}s?\b", fold(text)))
    return said or len(text)

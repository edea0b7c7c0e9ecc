"""In which language a question is typed, and whether with its marks."""

from __future__ import annotations

import re

from assistant.claims import Language
from assistant.everyday import ENGLISH
from assistant.terms import tokens

MARKED = 0.2  # of the words of a Vietnamese text that was typed with its marks


def detect_language(text: str) -> Language:
    """Vietnamese or English, decided by marks and by little words."""
    if any(c in "ăâđêôơưĂÂĐÊÔƠƯ" or "Ạ" <= c <= "ỹ" for c in text) and not re.search(
        r"\b(how|what|which|who|when|why|did|does|the|were|was|is|are)\b", text.lower()
    ):
        return "vi"
    words = [t.text for t in tokens(text)]
    hits = sum(w in ENGLISH for w in words)
    return "en" if hits >= max(2, 0.18 * len(words)) or (hits and len(words) <= 4 and text.isascii()) else "vi"


def has_marks(text: str) -> bool:
    """Whether a Vietnamese text carries its diacritics. Of a text with them more than half of the words do; one of
    which hardly any word does was typed bare, with a word or two set right."""
    words = [t.text for t in tokens(text) if t.text[0].isalpha()]
    return sum(not w.isascii() for w in words) > MARKED * len(words)

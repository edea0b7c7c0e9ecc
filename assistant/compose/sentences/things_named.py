"""What a programme, platform or site is called: by a word that is no Vietnamese syllable, as "phần mềm eOffice"."""

from __future__ import annotations

import re

_NAME_ASKED = re.compile(
    r"\b(?:phan mem|ung dung|app|nen tang|he thong|cong|trang|cong cu)\b.{0,120}\b(?:ten(?: la)?|la) gi\b"
)
_COINED = re.compile(r"\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b")


def names_thing(folded: str, quote: str) -> bool:
    """Whether a folded question asks what such a thing is called, and a quote has a word of that sort."""
    return _NAME_ASKED.search(folded) is not None and _COINED.search(quote) is not None

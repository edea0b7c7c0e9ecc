"""The theme, motto or slogan of a plan: the words in quotation marks behind it, whole."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.material import Material
from ingest.language.fold import fold

_ASKED = re.compile(
    r"\b(?P<what>chu de|khau hieu|phuong cham|thong diep|tieu de)\b[^?;]{0,120}\b(?:la gi|gi|nao|the nao)\b|"
    r"\b(?:what|which)\b[^?]{0,40}\b(?P<en>theme|motto|slogan)\b"
)
_EN = {"theme": "chu de", "motto": "phuong cham", "slogan": "khau hieu"}
_QUOTED = r"[^“”.;]{0,20}“(?P<said>[^“”]{3,400})”"
TRIED = 6
LEAST = 0.55  # of what is asked must stand in the sentence


def answer_theme(t: Material) -> Draft | None:
    """Those words, where the sentence that has them says what is asked; None where none does."""
    asked = _ASKED.search(fold(t.question.clear))
    if asked is None:
        return None
    what = asked["what"] or _EN[asked["en"]]
    for candidate in t.found.candidates[: TRIED * 2]:
        statement = candidate.statement
        text = statement.quote
        at = fold(text).find(what)
        if at < 0 or candidate.coverage < LEAST or statement.row is not None:
            continue
        said = re.compile(_QUOTED).match(text[at + len(what) :])
        block = statement.block
        if said is None:  # cut at a semicolon inside the quotation
            start = statement.start + at
            said = re.compile(_QUOTED).match(block.text[start + len(what) :])
        if said is None:
            continue
        begin = block.text.find(said["said"], statement.start)
        if begin < 0:
            continue
        draft = Draft()
        end = max(statement.end, begin + len(said["said"]) + 1)
        draft.say(f"“{' '.join(said['said'].split())}”", draft.cite(candidate.index, block, statement.start, end))
        return draft
    return None

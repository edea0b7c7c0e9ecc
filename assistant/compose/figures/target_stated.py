"""The target itself, where it stands beside what was reached: "đạt 30% (chỉ tiêu đề ra là tối thiểu 20%)"."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_ASKED = guarded(
    r"\b(?:chi tieu|muc tieu)\b[^?;]{0,120}\b(?:bao nhieu|may)\b|"
    r"\bwhat (?:is|was) the (?:\w+ ){0,2}targets?\b|\bwhat (?:\w+ )?target (?:is|was)\b"
)
_REACHED = re.compile(  # or how far it is
    r"\b(?:dat|thuc hien|vuot|thieu|hut|kem|cach|chenh|so voi|cao hon|thap hon|diem phan tram|reached|achieved|against|"
    r"compared|short|below|above|points)\b"
)
_TOLD = re.compile(
    r"\bchi tieu(?: de ra| giao| duoc giao| ke hoach)?(?: la)? "
    r"(?:(?:toi thieu|toi da|it nhat|tren|tu) )?(?P<value>\d[\d.,]*)%"
)
LEAST, TRIED = 0.7, 6


def answer_target_stated(t: Material) -> Draft | None:
    """That target, of the first of the statements on what is asked that states just one; None where none does."""
    asked = fold(t.question.clear)
    if not _ASKED.search(asked) or _REACHED.search(asked) or compares(t.question) or not t.question.is_(Kind.FIGURE):
        return None
    for candidate in t.found.candidates[:TRIED]:
        statement = candidate.statement
        told = list(_TOLD.finditer(fold(statement.quote)))
        if candidate.coverage < LEAST or statement.row is not None or not told:
            continue
        if len(told) > 1:
            return None
        text = " ".join(statement.quote[told[0].start() : told[0].end()].split())
        draft = Draft()
        key = draft.cite_statement(candidate.index, statement)
        draft.say(f"{text[:1].upper()}{text[1:]}", key)
        draft.say(
            quoted(telling(t.question, statement, at=statement.start + told[0].start()), t.question.language), key
        )
        return draft
    return None

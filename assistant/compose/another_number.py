"""Groups, teams, rounds and sessions that are told apart by their number: what is said of the first is not of the
fourth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_ASKED = guarded(
    r"\b(?:to|doan|dot|nhom|phien|vong|doi|cum|goi thau|ca)(?: [a-z]+){0,2} (?:so|thu) (?P<vi>\d{1,2})\b|"
    r"\b(?:group|team|batch|round|session|delegation|cluster|package)s? (?:no\.? ?|number |#)?(?P<en>\d{1,2})\b"
)
_SAID = re.compile(
    r"\b(?:to|doan|dot|nhom|phien|vong|doi|cum|goi thau|ca)(?: [a-z]+){0,2} (?:so|thu) (?P<number>\d{1,2})\b"
)


def is_of_another_number(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether what is cited tells of such ones by their numbers, and of none with that of the question."""
    del indexes
    asked = {int(m["vi"] or m["en"]) for m in _ASKED.finditer(fold(question.clear))}
    if not asked:
        return False
    said = {int(m["number"]) for c in draft.citations for m in _SAID.finditer(fold(c.quote))}
    return bool(said) and said.isdisjoint(asked)

"""An answer about those of another age: "chưa đủ 12 tuổi" is asked, and those "từ đủ 12 tuổi" are told."""

from __future__ import annotations

from assistant.compose.citing import Draft
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import Guarded, guarded

_UNDER = guarded(
    r"\b(?:duoi|chua (?:du|day|tron)) (?P<n>\d{1,2}) tuoi\b(?! tro len)|"
    r"\b(?:under|below|younger than|not yet)(?: the age of)? (?P<en>\d{1,2})\b(?! ?%|[.,/]\d)"
)
_OVER = guarded(
    r"\b(?:tu|tren)(?: du)? (?P<n>\d{1,2}) tuoi\b(?! den)|\b(?P<up>\d{1,2}) tuoi tro len\b|"
    r"\b(?:aged|older than|from the age of) (?P<en>\d{1,2})\b|\b(?P<en_up>\d{1,2}) (?:and|or) (?:over|above|older)\b"
)


def is_of_another_age(question: Question, draft: Draft) -> bool:
    """Whether those below an age are asked about and everything cited that names an age tells of those above it, or the
    other way round."""
    asked = fold(question.clear)
    under, over = _ages(_UNDER, asked), _ages(_OVER, asked)
    if bool(under) == bool(over):
        return False
    told = fold(" ; ".join(citation.quote for citation in draft.citations))
    told_under, told_over = _ages(_UNDER, told), _ages(_OVER, told)
    if under:
        return not told_under and any(age >= max(under) for age in told_over)
    return not told_over and any(age <= min(over) for age in told_under)


def _ages(pattern: Guarded, text: str) -> set[int]:
    return {int(next(filter(None, m.groups()))) for m in pattern.finditer(text)}

"""The same time a year before: no other month of the series answers for it."""

from __future__ import annotations

from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_YEAR_BEFORE = guarded(
    r"\bcung (?:ky|thang|quy|thoi diem|thoi gian)(?: cua)?(?: nam)? (?:nam )?(?:truoc|ngoai|20\d\d)\b|\bcung ky\b|"
    r"\bnam (?:truoc|ngoai)\b(?! do)|"
    r"\b(?:last|previous|the prior|the preceding) year\b|\b(?:a|one|the) year (?:earlier|before|ago|prior)\b|"
    r"\byear[- ]on[- ]year\b"
)


def asks_year_before(question: Question) -> bool:
    """Whether a question sets a time against the same one of the year before."""
    return _YEAR_BEFORE.search(fold(question.clear)) is not None

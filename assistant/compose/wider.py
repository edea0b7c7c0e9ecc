"""Whether a whole province or country is asked about, and a report on a part of it tells its own figure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_RANKS = {"xa": 0, "phuong": 0, "thi": 0, "dac": 0, "huyen": 1, "quan": 1, "thanh": 1, "tinh": 2}  # by the first word
_WHOLE = guarded(
    r"\b(?:toan|ca) (?P<vi>huyen|tinh|nuoc|quoc)\b|\b(?:the )?(?:whole|entire) (?P<en>district|province|country)\b|"
    r"\b(?P<wide>district|province|nation|country)-?wide\b"
)
_RANKED = guarded(r"\b(?:hang|xep|thu may|dung (?:dau|cuoi|thu)|vi tri)\b|\brank|\bplace[ds]?\b")
_RANK_OF = {"huyen": 1, "district": 1, "tinh": 2, "province": 2, "nuoc": 3, "quoc": 3, "country": 3, "nation": 3}
_SAID = {
    1: ("toan huyen", "ca huyen", "dia ban huyen"),
    2: ("toan tinh", "ca tinh", "dia ban tinh"),
    3: ("toan quoc", "ca nuoc", "tinh, thanh"),
}


def is_of_part(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether all that a draft cites is of reports on less than the whole asked about, and none of it names that; a
    rank in the whole is told of a part."""
    asked = fold(question.clear)
    named = _WHOLE.search(asked)
    if named is None or not draft.citations or _RANKED.search(asked):
        return False
    rank = _RANK_OF[named["vi"] or named["en"] or named["wide"]]
    held = {index.report.id: fold(index.report.place).split() for index in indexes}
    for citation in draft.citations:
        place = held.get(citation.locator.report) or [""]
        said = fold(citation.quote)
        if _RANKS.get(place[0], rank) >= rank or any(form in said for form in _SAID[rank]):
            return False
    return True

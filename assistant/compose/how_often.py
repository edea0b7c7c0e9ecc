"""How often: "bao lâu họp một lần", "how often". It is answered by a length of time that comes round ("02 tháng/lần",
"hằng quý", "mỗi tháng một lần"), in figures or in words; how many times a thing was done is another matter."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.question import Question
from ingest.language.fold import fold

_TIME = r"(?:ngày|tuần|tháng|quý|năm)"
_ASKED = re.compile(
    r"\bbao lau (?:[^?.;]{1,140} )?mot lan\b|\btan suat\b|\bhow often (?!did\b|was\b|were\b|has\b|have\b)"
)
_SAID = re.compile(
    rf"\b(?:hằng|hàng|mỗi|từng) {_TIME}\b(?! nay)|{_TIME}\s*/\s*(?:0?1 )?lần\b|\blần\s*/\s*(?:0?1 )?{_TIME}\b|"
    rf"\b(?:một|\d+) lần (?:một|mỗi|trong|trên) (?:mỗi )?{_TIME}\b|{_TIME} (?:họp )?(?:một|0?1) lần\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"/\s*lần\b|\blần\s*/", re.IGNORECASE)


def asks_how_often(question: Question) -> bool:
    """Whether a question asks in what length of time a thing comes round."""
    return bool(_ASKED.search(fold(question.clear)))


def says_how_often(candidate: Candidate) -> bool:
    """Whether a figure is a length of time that comes round, or a statement tells one."""
    if candidate.figure is not None:
        return bool(_UNIT.search(candidate.figure.unit))
    return bool(_SAID.search(candidate.statement.quote))

"""Whether a question wants to know which of several reports do not say something: "tháng nào không có số liệu …"."""

from __future__ import annotations

from assistant.asked.looked_for import looked_for
from assistant.question import Question
from ingest.language.fold import fold

_OF_TIMES = r"\b(?:thang|quy|nam|ky|bao cao)\b(?: [\w/]+){0,5}? nao\b"
_SAYS = r"(?:mention|say|give|report|contain|include|state|cover)"
_WHICH_SILENT = looked_for(
    rf"{_OF_TIMES}[^?;(]{{0,60}}?\b(?:khong|chua)(?: (?:he|duoc|thay|con))? (?:co (?:so lieu|thong tin|noi dung|"
    r"ket qua|ghi|neu)|neu|ghi|nhac|de cap|noi|bao cao|thong ke|cap nhat|tong hop)\b|"
    rf"{_OF_TIMES}[^?;(]{{0,40}}?\b(?:thieu|vang|bo trong|de trong) (?:so lieu|thong tin|noi dung)\b|"
    r"\bwhich\b(?=[^?;]{0,60}\b(?:reports?|months?|quarters?|years?)\b)[^?;]{0,90}\b(?:(?:says?|said|mentions?) "
    rf"nothing|(?:does|do|did)(?: not|n[’']t) {_SAYS}|(?:is|are|was|were) silent|lacks?|lacked|omits?|omitted|"
    r"leaves? out|left out|(?:has|have|had) no (?:figures?|data|mention))\b"
)


def asks_which_silent(question: Question) -> bool:
    """Whether the question wants to know which of several reports do not say something."""
    return _WHICH_SILENT(fold(question.clear))

"""The document that is applied: where it is asked which one applies, the one that a report says is applied answers, and
not the one that says so ("Quyết định 31/QĐ-UBND về việc áp dụng …: Thống nhất áp dụng Quyết định 12/2023/QĐ-UBND").
"""

from __future__ import annotations

import re

from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.ledgers import Mention

_DOCUMENT = (
    r"(?:quyet dinh|nghi quyet|nghi dinh|thong tu|van ban|quy che|chi thi|huong dan|"
    r"decision|resolution|decree|circular|document|regulation|directive)"
)
_ASKED = re.compile(
    rf"\bap dung (?:theo )?(?:cac |nhung )?{_DOCUMENT}(?: so)? (?:nao|gi|may|bao nhieu)\b|"
    rf"\b{_DOCUMENT} nao (?:dang |duoc |hien ){{0,2}}(?:duoc )?ap dung\b|"
    rf"\b(?:which|what) {_DOCUMENT} (?:is |are |still |currently |now |being )*(?:applied|applies|apply|in use)\b"
)
_APPLIES = re.compile(r"\bap dung (?:theo )?(?:cac |quy dinh (?:tai|cua) )?$")


def asks_applied(question: Question) -> bool:
    """Whether the question asks which document is applied."""
    return bool(_ASKED.search(fold(question.clear)))


def is_applied(index: ReportIndex, mention: Mention) -> bool:
    """Whether a report says of a document, right before naming it, that it is applied."""
    before = index.report.block(mention.locator.block).text[: mention.locator.start]
    return bool(_APPLIES.search(fold(before[-40:])))

"""A plan sets what is to be done: it does not tell how much was done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold

_DONE = re.compile(
    r"\b(?:bao nhieu|may)\b[^?;]{0,60}\bda (?:duoc |bi )?[a-z]+|"
    r"\bda (?:duoc |bi )?[a-z]+[^?;]{0,60}\b(?:bao nhieu|may)\b|"
    r"\bhow (?:many|much)\b[^?;]{0,80}\b(?:has|have) (?:already |so far )?(?:been )?[a-z]+"
)
_SAYS_DONE = re.compile(r"\bda\b|\bket qua\b|\bdat\b|\bnam (?:20\d\d) (?:co|la)\b")


def is_only_planned(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether it is asked how much was done, and all that is cited is what a plan sets."""
    if not question.is_(Kind.FIGURE) or not draft.citations or not _DONE.search(fold(question.clear)):
        return False
    held = {index.report.id: index.report for index in indexes}
    for citation in draft.citations:
        report = held.get(citation.locator.report)
        if (
            report is None
            or fold(report.letterhead.kind).strip() != "ke hoach"
            or _SAYS_DONE.search(fold(citation.quote))
        ):
            return False
    return True

"""Whether an answer is of another procedure than the one that a question names by its code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question

_CODE = re.compile(r"(?<![\d.,])\d\.\d{6}(?![\d.,]*\d)")  # as the national database numbers procedures


def is_of_another_code(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a code that is asked about stands in no paragraph that a draft cites."""
    asked = set(_CODE.findall(question.clear))
    if not asked or not draft.citations:
        return False
    held = {index.report.id: index for index in indexes}
    cited = {(c.locator.report, c.locator.block) for c in draft.citations if c.locator.report in held}
    texts = [held[report].report.block(block).text for report, block in cited]
    return not any(code in text for code in asked for text in texts)

"""Whether a verdict is on the very numbers that are set against each other ("(512) và (498) có mâu thuẫn không")."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.question import Question

_NUMBER = re.compile(r"(?<![\w/.,-])\d[\d.,]*\d(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
LEAST = 3  # digits: fewer are in too many texts


def leaves_out_numbers(question: Question, draft: Draft) -> bool:
    """Whether an audit names two numbers and one of them stands nowhere in the draft, neither told nor quoted."""
    named = {re.sub(r"\D", "", n) for n in _NUMBER.findall(question.clear) if not _YEAR.fullmatch(n)}
    named = {n for n in named if len(n) >= LEAST}
    if len(named) < 2:
        return False
    formula = draft.calculation.formula if draft.calculation is not None else ""
    said = {re.sub(r"\D", "", n) for n in re.findall(r"\d[\d.,]*", f"{draft.text} {formula}")}
    return not named <= said

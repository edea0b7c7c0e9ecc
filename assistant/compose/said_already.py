"""The number that a question says itself is none that it asks for: "Trong 2.400 phiếu gửi về, bao nhiêu phiếu chê?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_OF_SO_MANY = guarded(  # at its beginning, so that it is what the rest is asked of
    r"^\W*(?:trong(?: so| tong so)?|of|out of|among)(?: the| hon| gan| khoang| tong cong| over| about| some)* "
    r"(?P<number>\d[\d.,]*\d)\b(?!/)"
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def tells_number_said(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether an answer leads with nothing but the number of those of which a question asks how many."""
    del indexes
    said = _OF_SO_MANY.search(fold(question.clear)) if question.is_(Kind.FIGURE) else None
    if said is None or not draft.claims or draft.calculation is not None or question.is_(Kind.YES_NO, Kind.AUDIT):
        return False
    told = {_digits(n) for n in _NUMBER.findall(draft.claims[0].text)}
    return told == {_digits(said["number"])}


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")

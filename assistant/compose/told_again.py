"""Whether a follow-up that turns to another level, or to the year before, is told once more what it turns from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.evidence.told_before import is_told_of_another, place_of
from assistant.question import Question

_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")


def tells_again(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a draft leads with the figure that the turn before told, or only quotes its sentence, where it is asked
    how many there are elsewhere: what is of one level is not told for the other."""
    if not question.told or draft.calculation is not None:
        return False
    placed = place_of(question.told, indexes, rows=True)
    if placed is None or not is_told_of_another(question, placed[2]):
        return False
    figure = placed[2]
    cited = next(iter(draft.citations), None)
    if cited is None or cited.locator.block != figure.locator.block:
        return False
    if not cited.locator.start <= figure.at < cited.locator.end:
        return False
    led = _NUMBER.search(draft.own[0].text) if draft.own else None
    return led is None or led[0] == figure.text

"""What one line of a report tells, or the items under it: things counted one by one, a class, a task, a bound, a
remark."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.figures.bands import answer_band, answer_scale
from assistant.compose.lists.assigned import answer_assigned
from assistant.compose.lists.charged import answer_charged
from assistant.compose.lists.counted import answer_counted, answer_of_kinds
from assistant.compose.lists.leading_group import answer_leading_group
from assistant.compose.lists.under_sort import answer_under_sort
from assistant.compose.material import Material
from assistant.compose.tables.below_the_most import answer_below_the_most

_POINTS = re.compile(r"(?<![\d/.,])\d+,\d+(?![\d/])")


def answer_of_lines(t: Material) -> Draft | None:
    """The first of these that can speak; None where none can."""
    question, indexes, lexicon = t.question, t.indexes, t.lexicon
    draft = (
        answer_scale(question, indexes)
        or answer_counted(question, indexes, lexicon)
        or answer_of_kinds(question, indexes, lexicon)
        or answer_band(question, indexes)
        or answer_assigned(question, indexes)
        or answer_charged(question, indexes, lexicon)
        or answer_leading_group(question, indexes, lexicon)
        or answer_below_the_most(question, indexes, lexicon)
        or answer_under_sort(question, indexes, lexicon)
    )
    said = _POINTS.findall(question.clear)
    if draft is None or not said or all(any(n in c.quote for c in draft.citations) for n in said):
        return draft
    return None  # "bằng nhau 18,9 điểm": who that is true of, no line tells

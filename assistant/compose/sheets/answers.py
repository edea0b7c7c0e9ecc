"""The answers of a sheet, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import answer_apart, answer_cells, answer_ends, answer_movers
from assistant.compose.sheets.in_top import answer_in_top
from assistant.compose.sheets.leader_with import answer_leader_with
from assistant.compose.sheets.line import answer_line
from assistant.compose.sheets.met import answer_met
from assistant.compose.sheets.none import answer_any
from assistant.compose.sheets.of_row import answer_of_row
from assistant.compose.sheets.on_criteria import answer_on_criteria
from assistant.compose.sheets.over_months import answer_over_months
from assistant.compose.sheets.places import answer_at_place, answer_places
from assistant.compose.sheets.shortfall import answer_at_most, answer_granted, answer_shortfall, answer_summed
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon

_ANSWERS: tuple[Callable[[Question, Sequence[ReportIndex], Lexicon], Draft | None], ...] = (
    answer_summed,
    answer_at_most,
    answer_granted,
    answer_shortfall,
    answer_of_row,
    answer_on_criteria,
    answer_in_top,
    answer_over_months,
    answer_met,
    answer_leader_with,
    answer_ends,
    answer_apart,
    answer_places,
    answer_at_place,
    answer_cells,
    answer_movers,
    answer_any,
    answer_line,
)


def answer_of_sheet(found: Found, lexicon: Lexicon) -> Draft | None:
    """The answer of the one table that a question is put to as a whole; None where none says all of it."""
    if not found.indexes or found.question.documents:
        return None
    drafts = (answer(found.question, found.indexes, lexicon) for answer in _ANSWERS)
    return next((draft for draft in drafts if draft is not None), None)

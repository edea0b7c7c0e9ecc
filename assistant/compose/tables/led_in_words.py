"""What leads, by a table or in the report's own words: a sentence that says all of the question and which member is
first ("cao nhất là A (7 điểm), thấp nhất là B (5 điểm)") goes before a table that knows nothing of such members."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.sentences.passages import answer_text
from assistant.compose.tables.extremes import answer_extreme, leads_of_units, says_extreme
from assistant.compose.tables.led_kinds import answer_led_kinds
from assistant.evidence.candidates import Candidate

SAYS_MOST = 0.88  # of the question, by the best evidence, where that counts the things one after another
SAYS_ALL = 0.94  # of the question, by a sentence that tells what leads
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def answer_leading(t: Material) -> Draft | None:
    """The row, or part of a list, that leads; the sentence that names it where no value of that row stands in it."""
    draft = answer_extreme(t.question, t.indexes, t.lexicon)
    if draft is None or (best := next(iter(t.found.candidates), None)) is None or best.coverage >= SAYS_MOST:
        draft = answer_led_kinds(t) or draft
    if draft is None or not leads_of_units(t.question):
        return draft
    said = next((c for c in t.texts[:6] if _tells(c)), None)
    if said is None or set(_NUMBER.findall(draft.text)) & set(_NUMBER.findall(said.statement.quote)):
        return draft
    return answer_text(t.question, [said], 1) or draft


def _tells(candidate: Candidate) -> bool:
    statement = candidate.statement
    return (
        statement.row is None
        and not statement.ahead
        and candidate.coverage >= SAYS_ALL
        and not candidate.lacks
        and says_extreme(statement)
        and bool(_NUMBER.search(statement.quote))
    )

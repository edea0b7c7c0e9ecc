"""How many did so, where a report says that all did: "100% cơ quan, đơn vị xếp loại Tốt"."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from ingest.language.fold import fold

_COUNTED = re.compile(r"\b(?:bao nhieu|may)(?: phan tram)?(?: so)? (?P<noun>[a-z]+(?: [a-z]+)?)\b")
LEAST, TRIED = 0.7, 5


def answer_all_of_them(t: Material) -> Draft | None:
    """The sentence that says it of just the noun that is counted; None where none on what is asked does."""
    asked = _COUNTED.search(fold(t.question.clear))
    if asked is None or not t.question.is_(Kind.FIGURE) or t.question.is_(Kind.CAUSE, Kind.COMPARISON):
        return None
    nouns = {asked["noun"], asked["noun"].split()[0]} - {"so", "diem", "tien", "phan"}
    for candidate in t.found.candidates[:TRIED]:
        statement = candidate.statement
        if candidate.coverage < LEAST or statement.row is not None:
            continue
        said = fold(statement.quote)
        if any(re.search(rf"\b100%(?: so| cac)? {re.escape(noun)}\b", said) for noun in nouns):
            at = statement.start + said.index("100%")
            draft = Draft()
            draft.say(
                quoted(telling(t.question, statement, at=at), t.question.language),
                draft.cite_statement(candidate.index, statement),
            )
            return draft
    return None

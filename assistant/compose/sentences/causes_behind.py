"""The cause that a report gives right behind what came about, in a sentence of its own: "Đạt 62%. Nguyên nhân: …".

And the other way round: of "giảm do hồ sơ quá hạn" the overdue dossiers are the cause, and are not told why.
"""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import Statement, plain
from assistant.question import Question
from ingest.language.fold import fold

SENTENCES = 3  # statements behind one in its block that may begin to tell why
TELLING = 0.5  # the weight from which a word says what came about
_OPENS = re.compile(r"\W*(?:nguyên nhân|lý do)\b", re.IGNORECASE)
_DUE_TO = re.compile(r" (?:do|vi|boi|nguyen nhan do|nguyen nhan la) ")
_TOWARDS = re.compile(r" (?:nen|dan den|dan toi|khien|lam cho|gay ra|gay nen) ")


def cause_behind(candidate: Candidate) -> Statement | None:
    """The sentence behind a statement, in its block, that opens with "Nguyên nhân"; None where none does, or where
    the statement is one itself."""
    index, statement = candidate.index, candidate.statement
    if statement.row is not None or _OPENS.match(statement.quote):
        return None
    held = [s for n in index.by_block[statement.block.id] if (s := index.statements[n]).start >= statement.end]
    return next((s for s in held[:SENTENCES] if _OPENS.match(s.quote)), None)


def is_itself_cause(question: Question, statement: Statement) -> bool:
    """Whether what a question asks the cause of stands in a statement only behind "do": it is the cause there."""
    words = statement.plain
    due = _DUE_TO.search(words)
    if due is None or _TOWARDS.search(words) or _OPENS.match(statement.quote):
        return False
    asked = [
        [form for form in (plain(w.words), *(plain(fold(k)) for k in w.keys)) if form.strip()]
        for w in question.wanted
        if w.weight >= TELLING
    ]
    said = [forms for forms in asked if any(form in words for form in forms)]
    before = f"{words[: due.start()]} "
    return bool(said) and not any(form in before for forms in said for form in forms)

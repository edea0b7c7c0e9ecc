"""Which of two documents that a question names was issued first, or last: told by their dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.compose.documents.cited import EXACT, named_numbers, tell
from assistant.compose.documents.particulars import Told
from assistant.evidence.statements import ReportIndex
from assistant.lookup import match_references
from assistant.question import Question
from ingest.language.fold import fold
from ingest.ledgers import Reference

_FIRST = re.compile(
    r"\bnao [^?;]{0,40}\b(?:truoc|som hon|cu hon|lau hon)\b|\bwhich [^?;]{0,80}\b(?:earlier|first|older|came before)\b"
)
_LAST = re.compile(
    r"\bnao [^?;]{0,40}\b(?:sau|muon hon|moi hon|gan day hon)\b|\bwhich [^?;]{0,80}\b(?:later|last|newer|more recent)\b"
)


def answer_sooner(question: Question, indexes: Sequence[ReportIndex]) -> Told | None:
    """The one of two named documents that has the earlier date, or the later, and then the other; None where that is
    not asked, or a report does not give both dates."""
    folded = fold(question.clear)
    first, last = _FIRST.search(folded), _LAST.search(folded)
    numbers = named_numbers(question)
    if len(numbers) != 2 or bool(first) is bool(last):
        return None
    for index in indexes:
        found = [reference for number in numbers if (reference := _dated(number, index)) is not None]
        if len(found) == 2 and found[0].date != found[1].date:
            draft = Draft()
            for reference in sorted(found, key=lambda r: r.date, reverse=bool(last)):
                tell(draft, index, reference, question.language == "vi", 0)
            return Told(draft)
    return None


def _dated(number: str, index: ReportIndex) -> Reference | None:
    held = match_references(number, index.references)
    return next((f.reference for f in held if not f.suggested and f.score >= EXACT and f.reference.date), None)

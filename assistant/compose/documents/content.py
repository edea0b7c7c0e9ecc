"""What a question wants of a document that it names by its number: one of its particulars, or something that the report
tells of it ("Báo cáo số 12/BC-STC đề xuất việc gì?")."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import asks_of_document, named_numbers
from assistant.compose.documents.matches import TYPES
from assistant.compose.documents.related import asked_besides
from assistant.compose.parts import parts_of
from assistant.evidence.statements import keys, plain
from assistant.question import Question, understand
from assistant.words.terms import Lexicon, default_lexicon
from ingest.language.fold import fold

TELLING = 0.75  # weight of a word, below which it is said of every document
_IS = re.compile(r"\bla (?:van ban |cai )?(?:gi|nao)\b|\bwhat is (?:the )?(?:decision|plan|resolution|document)\b")
_NOT_OF = (Kind.DOCUMENT, Kind.WHEN, Kind.AUDIT, Kind.YES_NO, Kind.CAUSE)


def asks_content(question: Question, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether neither the date nor the issuer nor the subject of the named document is asked for, and a word of what is
    asked stands nowhere in how it is told."""
    if question.is_(*_NOT_OF) or asks_of_document(question) or _IS.search(fold(question.clear)):
        return False
    said, words = keys(lexicon, draft.text), plain(draft.text)
    return any(
        w.weight >= TELLING
        and said.isdisjoint(w.keys)
        and set(TYPES).isdisjoint(w.keys)
        and f" {w.words} " not in words
        and not w.words[:1].isdigit()
        for w in question.wanted
    )


def asks_of_named(question: Question) -> bool:
    """Whether the part of a question that names a document asks for a particular of that one, before another part asks
    for another document ("Kế hoạch số 12/KH-UBND ban hành ngày nào và thay thế kế hoạch nào?")."""
    texts = parts_of(question.clear)
    if len(texts) < 2:
        return False
    first = understand(texts[0], default_lexicon(), clear=texts[0])
    return bool(named_numbers(first)) and asks_of_document(first) and asked_besides(first) is None

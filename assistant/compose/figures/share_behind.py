"""The share that stands in a sentence without a subject behind the count that it is of: "… giải quyết 41/44 đơn, tồn 03
đơn. Đạt tỷ lệ 93,18%"."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.wording import amount
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

_ASKED = re.compile(r"\bty le\b|\bphan tram\b|%|\b(?:rate|share|percentage|per cent|percent|proportion)\b")
_WITHOUT_SUBJECT = re.compile(r"^\W*(?:dat|chiem|ty le(?: \w+){0,3} dat)(?: ty le)? \d[\d.,]* ?%\W*$")


def add_share_behind(draft: Draft, question: Question, first: Candidate, lexicon: Lexicon) -> None:
    """Adds the share where the question asks for one besides, or where the count told is one of another ("41/44"); it
    has no words but those of the count before it."""
    statement, told = first.statement, first.figure
    if told is None or told.unit == "%" or statement.row is not None or draft.calculation is not None:
        return
    if not ("/" in told.text or _ASKED.search(fold(question.clear))):
        return
    behind = first.index.statements[statement.index + 1 : statement.index + 2]
    for other in behind:
        shares = [f for f in other.figures if f.unit == "%"]
        if other.block.id == statement.block.id and len(shares) == 1 and _WITHOUT_SUBJECT.match(fold(other.quote)):
            said = " ".join(other.quote.split()).rstrip(" .;,")
            words = said if question.language == "vi" else amount(shares[0], question.language, lexicon)
            draft.claims.insert(1, draft.claim(words, draft.cite_statement(first.index, other)))

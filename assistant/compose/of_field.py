"""Counts of things on a matter: of "bao nhiêu đơn về môi trường" what counts all of them is no answer."""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.question import Question

LEAST = 1.0  # weight of a word that names a matter
_ON = re.compile(
    r"\b(?:ve|thuoc linh vuc|trong linh vuc|lien quan(?: den| toi)?|about|concerning|regarding) (?P<of>\w+(?: \w+)*)"
)


def is_of_other_matter(question: Question, candidate: Candidate) -> bool:
    """Whether a question counts things on a matter that the glossary knows, and a figure's place does not say it."""
    if not question.units or question.percent:
        return False
    missing = [w.words for w in candidate.missing if w.weight >= LEAST and w.keys and w.keys != (w.words,)]
    return any(m["of"].startswith(words) for m in _ON.finditer(plain(question.clear)) for words in missing)

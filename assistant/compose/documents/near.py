"""Whether a document is only near to the one asked for: a word that makes much of the question is said nowhere of it,
though its report speaks of that elsewhere ("Kế hoạch thi đua về …" is no plan for a campaign in something else).
"""

from __future__ import annotations

from assistant.compose.documents.matches import FIELD, ISSUING, TYPES, Match, said_of
from assistant.compose.parts import asking_parts
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.words.terms import Lexicon

MUCH = 0.29  # of the weight of what is said of the document asked for


def is_near(question: Question, match: Match, lexicon: Lexicon) -> bool:
    """Whether one word of so much weight is missing of a document; what a later part of the question says is none of
    its words."""
    later = plain(" ".join(asking_parts(question)[1:]))
    first = plain(asking_parts(question)[0])
    words = [
        w
        for w in weigh(question, match.index)
        if not set(w.wanted.keys) & {*ISSUING, *TYPES}
        and (f" {w.wanted.words} " not in later or f" {w.wanted.words} " in first)
    ]
    total = sum(w.weight for w in words)
    around, flat = said_of(match, lexicon)
    return any(
        w.weight >= MUCH * total
        and w.wanted.weight >= FIELD
        and any(map(match.index.frequency, w.wanted.keys))
        and f" {w.wanted.words} " not in flat
        and around.isdisjoint(w.wanted.keys)
        for w in words
    )

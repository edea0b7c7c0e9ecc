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
from ingest.language.fold import fold
from ingest.language.guarded import guarded

MUCH = 0.36  # of the weight of what is said of the document asked for
LITTLE, OF_LITTLE = 0.52, 0.25  # so much alone covered, and of that so much missing in one word
BEFORE = 60  # characters ahead of a document's number that say what was done by it


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
    much = MUCH if match.coverage >= LITTLE else OF_LITTLE
    around, flat = said_of(match, lexicon)
    return any(
        w.weight >= much * total
        and w.wanted.weight >= FIELD
        and len(w.wanted.keys) == 1  # one that may mean several things is too unsure
        and any(map(match.index.frequency, w.wanted.keys))
        and f" {w.wanted.words} " not in flat
        and around.isdisjoint(w.wanted.keys)
        for w in words
    )


# What a decision does, in a question for the decision that does it, and what a report says of that one.
_ACTS = (
    (
        "thanh lap",
        r"\bquyet dinh (?:\w+ )?thanh lap\b|"
        r"\bdecision (?:\w+ )?(?:established|establishing|creat\w+|set(?:ting)? up)\b",
    ),
    ("kien toan", r"\bquyet dinh (?:\w+ )?kien toan\b"),
    ("cong nhan", r"\bquyet dinh (?:\w+ )?cong nhan\b|\bdecision (?:\w+ )?(?:recogni[sz]\w+)\b"),
    ("bo nhiem", r"\bquyet dinh (?:\w+ )?bo nhiem\b|\bdecision (?:\w+ )?appoint\w+\b"),
)
_DONE = tuple((act, guarded(asked)) for act, asked in _ACTS)


def does_another(question: Question, match: Match) -> bool:
    """Whether a question is after the decision that sets up, recognises or appoints, and no report says that of this
    one, in its title or right ahead of its number."""
    folded = fold(question.clear)
    act = next((act for act, asked in _DONE if asked.search(folded)), "")
    if not act:
        return False
    for mention in match.reference.mentions:
        at = mention.locator
        text = match.index.report.block(at.block).text
        ahead = text[max(0, at.start - BEFORE) : at.start].rpartition(";")[2]
        if act in fold(f"{ahead} {match.reference.subject or mention.quote.partition(';')[0]}"):
            return False
    return True

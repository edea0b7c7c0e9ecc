"""A question of several parts: answered as a whole where one answer holds them all, else part by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.compose.citing import Draft
from assistant.compose.of_leader import answer_of_leader
from assistant.compose.owed import owes
from assistant.compose.several import (
    asked_parts,
    counts,
    join_other_time,
    leaves_open,
    of_other_time,
    speaks_of,
    stands_alone,
)
from assistant.compose.tables import asks_extreme
from assistant.conversation import merge
from assistant.kinds import Kind
from assistant.question import Question
from assistant.ranking import by_words
from assistant.restating import audits
from assistant.shelf import Found
from assistant.terms import Lexicon
from ingest.language.fold import fold

OF_PARTS = 72  # words of an answer to a question of several parts
_REFERS = re.compile(r"\b(?:that|this|its|it)\b|\b(?:do|nay|ay)\W*$")  # "who heads that committee?"
_ISSUED = re.compile(r"\b(?:issued|signed|promulgated|ban hanh|ky)\b")  # told with the document itself
Compose = Callable[[Found], tuple[Draft, bool]]


def in_parts(found: Found, lexicon: Lexicon, compose: Compose) -> tuple[Draft, bool]:
    """What `compose` answers, and whether it is an abstention; a question of several parts is answered part by part
    where it cannot be as a whole, and what its answer leaves open is added. What is asked of the member that leads is
    told of it."""
    of_leader = answer_of_leader(found, lexicon, compose) if found.indexes else None
    if of_leader is not None:
        of_leader.shorten(OF_PARTS)
        return of_leader, False
    draft, abstained = compose(found)
    parts = asked_parts(found.question, lexicon) if found.indexes else ()
    if len(parts) < 2 or audits(found.question):
        return draft, abstained
    whole = [parts[0], *(merge(parts[0], part) for part in parts[1:])]
    if abstained and (found.reason or found.question.documents):
        return draft, True
    if abstained:
        told = [compose(_of_part(found, part)) for part in whole]
        if any(silent for _, silent in told):
            return draft, True
        draft = told[0][0]
        for other, _ in told[1:]:
            draft.join(other)
    elif not found.question.is_(Kind.DOCUMENT, Kind.LIST):  # of a document all is told, and a list is whole
        if counts(parts[0]) and asks_extreme(parts[1]) and not asks_extreme(parts[0]):
            first, silent = compose(_of_part(found, parts[0]))  # "how many …, and which commune the most?"
            if not silent and first.calculation is None and draft.calculation is None:
                first.join(draft)
                draft = first
        for part, asked in zip(parts[1:], whole[1:], strict=True):
            if leaves_open(draft, part, found.indexes):
                other, silent = compose(_of_part(found, asked))
                if not silent and speaks_of(other, parts[0], found.indexes):
                    draft.join(other)
            elif of_other_time(parts[0], part):
                other, silent = compose(_of_part(found, replace(asked, running=part.running)))
                if not silent and speaks_of(other, parts[0], found.indexes):
                    join_other_time(draft, other, part)
    elif found.question.is_(Kind.DOCUMENT):
        for part, asked in zip(parts, whole, strict=True):
            # "của đơn vị nào và … theo quyết định nào?": the decision does not say whose it is
            if (
                part.is_(Kind.WHO)
                and not part.is_(Kind.DOCUMENT)
                and not part.documents
                and not _ISSUED.search(fold(part.clear))
            ):
                if not stands_alone(part) and not _REFERS.search(fold(part.clear)):
                    continue
                alone = part if stands_alone(part) else replace(asked, documents=(), kinds=part.kinds)
                other, silent = compose(_of_part(found, alone))
                if not silent and not owes(part, other):
                    draft.join(other)
    draft.shorten(OF_PARTS)
    return draft, False


def _of_part(found: Found, part: Question) -> Found:
    return replace(found, question=part, ranking=by_words(part, found.indexes))

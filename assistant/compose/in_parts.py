"""A question of several parts: answered as a whole where one answer holds them all, else part by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.asked.conversation import merge
from assistant.asked.doubting import audits
from assistant.asked.following import left_over
from assistant.asked.kinds import Kind
from assistant.compose.abstain import abstain
from assistant.compose.citing import Draft
from assistant.compose.figures.of_higher_level import answer_of_higher_level
from assistant.compose.owed import owes
from assistant.compose.parts import (
    asked_pair,
    asked_parts,
    asked_two_counts,
    asked_year_and_before,
    counts,
    stands_alone,
)
from assistant.compose.several import join_other_time, leaves_open, of_other_time, speaks_of
from assistant.compose.tables.extremes import asks_extreme
from assistant.compose.tables.of_leader import answer_of_leader
from assistant.compose.worked_out.sums_apart import sums_apart
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.measured.running import OWN, RUNNING, asks_both_times
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

OF_PARTS = 72  # words of an answer to a question of several parts
_REFERS = re.compile(r"\b(?:that|this|its|it)\b|\b(?:do|nay|ay)\W*$")  # "who heads that committee?"
_CODE = re.compile(r"\bma so (?:nao|gi|may|bao nhieu)\b|\bwhat code\b")  # no number of a document
_ISSUED = re.compile(r"\b(?:issued|signed|promulgated|ban hanh|ky)\b")  # told with the document itself
_RUNS = re.compile(
    r"\b(?:ket thuc|bat dau|khoi dong|hoan thanh|den het|end(?:s|ed)?|start(?:s|ed)?|begin|began|finish(?:ed)?|"
    r"close[ds]?|due|run until|from when|since when|tu khi nao|tu bao gio)\b"
)
_NUMBER = re.compile(r"\d[\d.,/]*")
_WORD = re.compile(r"\w+")
_DOCUMENT = re.compile(r"(?<![\w/])\d[\d.]*(?:/\d{4})?[/-][A-ZĐ][\wĐ/-]*\w")
TITLE, AGAIN = 8, 0.8  # words behind the number of a document, and so many of them told already: its title once more
Compose = Callable[[Found], tuple[Draft, bool]]


def in_parts(found: Found, lexicon: Lexicon, compose: Compose) -> tuple[Draft, bool]:
    """What `compose` answers, and whether it is an abstention; a question of several parts is answered part by part
    where it cannot be as a whole, and what its answer leaves open is added. What is asked of the member that leads is
    told of it."""
    of_leader = answer_of_leader(found, lexicon, compose) if found.indexes else None
    if of_leader is not None:
        of_leader.shorten(OF_PARTS)
        return of_leader, False
    of_level = answer_of_higher_level(found, lexicon, compose) if found.indexes else None
    if of_level is not None:
        of_level[0].shorten(OF_PARTS)
        return of_level if of_level[0].claims else (abstain(found.question, found.reports, None, found.reason), True)
    if found.indexes and (sums := sums_apart(found, lexicon, compose)) is not None:
        return sums, False
    parts = asked_parts(found.question, lexicon) if found.indexes else ()
    counted = (
        _count_and_cause(found, parts, compose) or _both_times(found, compose) or _both_years(found, lexicon, compose)
    )
    if counted is not None:
        counted.shorten(OF_PARTS)
        return counted, False
    draft, abstained = compose(found)
    pair = asked_pair(found.question, lexicon) if len(parts) < 2 and found.indexes and not found.reason else ()
    if not pair and len(parts) < 2 and found.indexes and not found.reason:
        pair = asked_two_counts(found.question, lexicon)
        pair = pair if pair and not abstained and leaves_open(draft, pair[1], found.indexes) else ()
    both = [compose(_of_part(found, one)) for one in (*pair[:1], *(merge(pair[0], one) for one in pair[1:]))]
    told = _NUMBER.findall(" ".join(claim.text for claim in draft.own))
    if (
        both
        and not any(silent for _, silent in both)
        and (abstained or (draft.calculation is None and len(told) < len(both)))
    ):
        first = both[0][0]
        first.join(both[1][0])
        first.shorten(OF_PARTS)
        return first, False
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
    elif rest := next((q for part in parts[1:] if (q := left_over(part.clear, parts[0].clear))), ""):
        other, silent = compose(_of_part(found, _of_same(parts[0], understand(rest, lexicon, clear=rest))))
        if silent:
            return draft, True  # how many reached it does not say which one did not
        draft.join(other)
    elif not found.question.is_(Kind.DOCUMENT, Kind.LIST):  # of a document all is told, and a list is whole
        if counts(parts[0]) and asks_extreme(parts[1]) and not asks_extreme(parts[0]):
            first, silent = compose(_of_part(found, parts[0]))  # "how many …, and which commune the most?"
            if not silent and first.calculation is None and draft.calculation is None:
                first.join(draft)
                draft = first
        draft = _with_time_asked_first(found, parts[0], draft, compose)
        for part, asked in zip(parts[1:], whole[1:], strict=True):
            if leaves_open(draft, part, found.indexes):
                other, silent = compose(_of_part(found, asked))
                matter = parts[0] if stands_alone(parts[0]) else part  # "how many pupils and how many teachers may …"
                if not silent and speaks_of(other, matter, found.indexes):
                    draft.join(other)
            elif of_other_time(parts[0], part):
                other, silent = compose(_of_part(found, replace(asked, running=part.running)))
                if not silent and speaks_of(other, parts[0], found.indexes):
                    join_other_time(draft, other, part)
    elif found.question.is_(Kind.DOCUMENT):
        for part, asked in zip(parts, whole, strict=True):
            if part.is_(Kind.WHEN) and not part.is_(Kind.DOCUMENT) and _RUNS.search(fold(part.clear)):
                timed = replace(asked, documents=(), kinds=part.kinds)  # a plan's own date is not when its work ends
                other, silent = compose(_of_part(found, timed))
                if not silent and not owes(part, other):
                    draft.join(other)
                continue
            # "của đơn vị nào và … theo quyết định nào?": the decision does not say whose it is
            if (
                (part.is_(Kind.WHO, Kind.LIST) or part.kinds == (Kind.TEXT,) or _CODE.search(fold(part.clear)))
                and not part.is_(Kind.DOCUMENT)
                and not part.documents
                and not _ISSUED.search(fold(part.clear))
            ):
                if not stands_alone(part) and not _REFERS.search(fold(part.clear)):
                    continue
                alone = part if stands_alone(part) else replace(asked, documents=(), kinds=part.kinds)
                other, silent = compose(_of_part(found, alone))
                if not silent and not owes(part, other):
                    _cut_titles(other, draft)
                    draft.join(other)
    draft.shorten(OF_PARTS)
    return draft, False


def _of_same(first: Question, alone: Question) -> Question:
    """A question for what is left over, of the time, the place and the language of the one that it is left over of."""
    return replace(
        alone,
        language=first.language,
        periods=first.periods,
        report_periods=first.report_periods,
        places=first.places,
    )


def _cut_titles(other: Draft, told: Draft) -> None:
    """Cuts what a quote says behind the number of a document that is told already, where it only says its date, issuer
    and title again."""
    for claim in told.own:
        said = {*_WORD.findall(claim.text)}
        for number in _DOCUMENT.findall(claim.text):
            for i, quote in enumerate(other.claims):
                head, found, tail = quote.text.partition(number)
                words = _WORD.findall(tail)
                if (
                    found
                    and "“" in head
                    and len(words) >= TITLE
                    and sum(w in said for w in words) >= AGAIN * len(words)
                ):
                    other.claims[i] = replace(quote, text=f"{head}{number} …”")


def _count_and_cause(found: Found, parts: tuple[Question, ...], compose: Compose) -> Draft | None:
    """How many there are, and why: the count is told first, as what is asked by itself, since the sentence of the cause
    counts the parts that it explains. None where the question is no such, or one of the two is not told."""
    if len(parts) != 2 or not counts(parts[0]) or counts(parts[1]) or not parts[1].is_(Kind.CAUSE):
        return None
    if parts[0].is_(Kind.CAUSE, Kind.COMPARISON, Kind.EXTREME, Kind.DOCUMENT) or asks_extreme(parts[0]):
        return None
    draft, silent = compose(_of_part(found, parts[0]))
    if silent:
        return None
    cause, unknown = compose(_of_part(found, merge(parts[0], parts[1])))
    if unknown:
        return None
    draft.join(cause)
    return draft


def _with_time_asked_first(found: Found, first: Question, draft: Draft, compose: Compose) -> Draft:
    """A draft with the time ahead of it that the first part asks for and it does not say ("since when has it been run,
    and how many came?"): the time as that part is answered by itself, from the same report."""
    if not first.is_(Kind.WHEN) or counts(first) or not leaves_open(draft, first, found.indexes):
        return draft
    told, silent = compose(_of_part(found, first))
    reports = ({c.locator.report for c in d.citations} for d in (told, draft))
    if silent or owes(first, told) or set.isdisjoint(*reports):
        return draft
    told.join(draft)
    return told


def _both_times(found: Found, compose: Compose) -> Draft | None:
    """What is asked for of a month or quarter and of the time since the year began ("trong tháng và lũy kế"), the one
    after the other; None where the question is no such, or one of the two is not told."""
    question = found.question
    if not question.is_(Kind.FIGURE) or question.is_(Kind.COMPARISON) or not asks_both_times(question.clear):
        return None
    own, silent = compose(_of_part(found, replace(question, running=OWN)))
    if silent or own.calculation is not None:
        return None
    running = replace(question, running=RUNNING)
    other, unknown = compose(_of_part(found, running))
    if unknown:
        return None
    join_other_time(own, other, running)
    return own


def _both_years(found: Found, lexicon: Lexicon, compose: Compose) -> Draft | None:
    """A value of a year and that of the one before, the one after the other; None where the question is no such, or one
    of the two is not told."""
    both = asked_year_and_before(found.question, lexicon) if found.indexes else ()
    told: list[Draft] = []
    for asked in both:
        draft, silent = compose(_of_part(found, asked))
        if silent or not draft.own or (told and told[0].calculation is not None):
            return None
        told.append(draft)
    if len(told) < 2:
        return None
    (now, before), english = told, found.question.language == "en"
    first = before.own[0]
    said = f"{'The year before' if english else 'Năm trước đó'}: {first.text[:1].lower()}{first.text[1:]}"
    before.claims = [replace(first, text=said)]
    now.join(before)
    return now


def _of_part(found: Found, part: Question) -> Found:
    return replace(found, question=part, ranking=by_words(part, found.indexes))

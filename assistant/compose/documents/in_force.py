"""From when a document is in force: what the reports say behind its number, up to the next document they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.compose.citing import Draft
from assistant.compose.documents.cited import ENOUGH, describe, from_its_day, named_numbers
from assistant.compose.documents.matches import matches
from assistant.compose.documents.sorts import sort_named
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex
from assistant.lookup import match_references
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.sentences import sentences
from ingest.ledgers import Reference

EXACT = 5  # score of a number that is matched in full
BEHIND = 0.4  # of score, that one of which it is said from when it holds may be behind the best
REACH = 60  # characters between "có hiệu lực" and its date
_ASKED = guarded(
    r"\bhieu luc\b|\bin(?:to)? force\b|\b(?:take|takes|took|taken|come|comes|came|be|into) (?:in)?(?:to )?effect\b|"
    r"\beffective (?:from|date|as)\b|\bapply from\b|\bapplies from\b"
)
_WHEN = re.compile(r"\b(?:ngay|khi|luc|bao gio|hom|thang)\b|\b(?:when|date|day)\b")
_IN_FORCE = re.compile(r"\bhieu luc\b")
_WHOLE_NUMBER = re.compile(r"\d+/(?:\d{4}/)?[^\W\d][\w-]*")


def asks_in_force(question: Question) -> bool:
    """Whether a question asks since when a document holds, which is not the date it bears."""
    return bool(_ASKED.search(fold(question.clear)))


def answer_in_force(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The date from which the document that the question names or describes is in force; None where no report says it
    of that one.

    The sentence that names the document says it: behind the number, before any other document's.
    """
    numbers = named_numbers(question)
    for index, reference in _named(numbers, indexes) if numbers else _described(question, indexes, lexicon):
        for mention in reference.mentions:
            block = index.report.block(mention.locator.block)
            span = _said(block.text, mention.locator.start, mention.locator.end)
            if span is None:
                continue
            draft = Draft()
            start = from_its_day(index, reference, mention)
            name = draft.cite(index, block, start, mention.locator.end)
            key = draft.cite(index, block, *span)
            draft.say(describe(reference, question.language == "vi"), name)
            draft.say(quoted(" ".join(block.text[span[0] : span[1]].split()), question.language), key)
            return draft
    return None


def _named(numbers: Sequence[str], indexes: Sequence[ReportIndex]) -> Iterator[tuple[ReportIndex, Reference]]:
    for index in indexes:
        for number in numbers:
            for match in match_references(number, index.references):
                if not match.suggested and match.score >= EXACT:
                    yield index, match.reference


def _described(
    question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon
) -> Iterator[tuple[ReportIndex, Reference]]:
    """Those that the words of a question mean, of one sort, the best first and what is little behind it."""
    sorts = sort_named(question.clear)
    if not sorts or not _WHEN.search(fold(question.clear)):
        return
    ranked = [m for m in matches(question, list(indexes), lexicon) if m.coverage >= ENOUGH and m.reference.number]
    for match in ranked:
        if match.score >= ranked[0].score - BEHIND and fold(match.reference.type) in sorts:
            yield match.index, match.reference


def _said(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where "có hiệu lực … từ ngày …" stands behind a document that is named from `start` to `end`."""
    stop = next((z for a, z in sentences(text) if a <= start < z), len(text))
    flat = fold(text)
    own = _WHOLE_NUMBER.search(text, start, end)
    end = own.end() if own else end  # a subject may run on to the end of the sentence
    found = _IN_FORCE.search(flat, end, stop)
    if found is None or _WHOLE_NUMBER.search(text, end, found.start()):
        return None
    named = next((s for s in dates(text) if found.end() <= s.start <= found.end() + REACH), None)
    return None if named is None else (found.start(), named.end)

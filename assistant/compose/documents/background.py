"""A document that a question only names on the way: "Which tasks of Plan 12/KH-UBND are late?" is after tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import EXACT, asks_of_document, named_numbers
from assistant.compose.documents.matches import ISSUING, TELLING, TYPES
from assistant.evidence.statements import ReportIndex, keys
from assistant.lookup import match_references
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER

BEYOND, MOSTLY = 1.5, 0.5  # weight, and share, of what is asked that is no part of the named document
_NUMBERED = re.compile(r"\b((?:\d{1,3}\.)?\d{1,5}[a-zđ]?)\s*(?:/\s*\d{4}\s*)?/\s*[a-zđ]{2,}", re.IGNORECASE)
_OF_PARTY = re.compile(r"\b(\d{1,5})\s*-\s*[a-zđ]{2,}\s*/", re.IGNORECASE)  # "12-NQ/TU"
# Who or what it was that was dealt with under a document, the document's own title does not say.
_UNDER = re.compile(
    r"\b(?:which|what) (?!decision|plan|document|resolution)\w+ (?:\w+ )?(?:were|was|are|is|have|has|had|did)\b[^?;]*"
    r" (?:under|pursuant to|in accordance with|following|by) [^?;]{0,20}?\d|"
    r"\b(?:nhung|cac) [^?;]{2,80} (?:nao|gi)\b[^?;]* theo [^?;]{2,20} (?:so )?\d|"
    r"\btheo [^?;]{2,20} (?:so )?\d[^?;]*\b(?:nhung|cac) [^?;]{2,80} (?:nao|gi)\b"
)

# An index that goes by the number of the decision that laid it down: "Bộ chỉ số 417", "the Decision 417 index".
_NUMBER_OF_INDEX = r"(?P<{}>(?!(?:19|20)\d\d\b)\d{{2,4}})(?:/\d{{4}})?(?:/[a-zđ-]+)?"
_INDEX_BY_NUMBER = guarded(
    rf"\bchi so(?: (?:\w+ )?(?:theo|tai|cua|o))?(?: quyet dinh)?(?: so)? {_NUMBER_OF_INDEX.format('vi')}(?!\w| ?%)|"
    rf"(?<![\w/.,]){_NUMBER_OF_INDEX.format('en')} (?:\w+ )?(?:index|indicator set|indices)\b|"
    rf"\b(?:index|indicator set) (?:\w+ ){{0,3}}decision (?:no\.? ?|number )?{_NUMBER_OF_INDEX.format('of')}"
)
_INDEX_BY_NAME = re.compile(
    rf"\b[{UPPER}]{{3,}} [Ii]ndex\b|\b(?:[Cc]hỉ số|[Ii]ndex) [{UPPER}]{{3,}}\b|^[{UPPER}]{{3,}} ›"
)


def is_background(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> bool:
    """Whether a document is only named on the way to something else: most of what is asked for is no part of it.

    "Which tasks of Plan 12/KH-UBND are late?" is after tasks, "What is Plan 12/KH-UBND about?" after the plan.
    """
    numbers = named_numbers(question)
    if not numbers or asks_of_document(question):
        return False
    if question.is_(Kind.LIST, Kind.WHO) and not question.is_(Kind.DOCUMENT) and _UNDER.search(fold(question.clear)):
        return True
    named = [
        f.reference
        for index in indexes
        for number in numbers
        for f in match_references(number, index.references)
        if not f.suggested and f.score >= EXACT
    ]
    if not named:
        return False
    own = set().union(
        *(keys(lexicon, f"{r.type} {r.number} {r.subject} {r.issuer} {r.purpose}") for r in named), ISSUING, TYPES
    )
    asked = [w for w in question.wanted if w.weight >= TELLING and not w.words[:1].isdigit()]
    beyond = sum(w.weight for w in asked if not set(w.keys) & own)
    return beyond >= BEYOND and beyond >= MOSTLY * sum(w.weight for w in asked)


def is_of_another(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether all that an answer cites is told of other documents than the one that the question names."""
    asked = {number.lower().partition("/")[0].strip().lstrip("0") for number in named_numbers(question)}
    if not asked or not draft.citations:
        return False
    held = {index.report.id: index for index in indexes}
    for citation in draft.citations:
        index = held.get(citation.locator.report)
        others = _numbers(citation.quote)
        if not others or index is None or asked & (others | _numbers(citation.quote, _OF_PARTY)):
            return False
        block = index.report.block(citation.locator.block)
        anchor = index.report.block(block.anchor).text if block.anchor else ""
        around = f"{index.report.title} {anchor} {block.text}"
        if asked & (_numbers(around) | _numbers(around, _OF_PARTY)):
            return False
    return True


def is_of_another_index(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a question names an index by the number of its decision, and all that an answer cites is told of indexes
    with names of their own: what the columns "PCI › Điểm số" hold is nothing of "Bộ chỉ số 417"."""
    named = _INDEX_BY_NUMBER.search(fold(question.clear))
    if named is None or not draft.citations:
        return False
    number = re.compile(rf"(?<![\d.,/]){named['vi'] or named['en'] or named['of']}(?!\d|[.,]\d)")
    held = {index.report.id: index for index in indexes}
    for citation in draft.citations:
        index = held.get(citation.locator.report)
        if index is None:
            return False
        block = index.report.block(citation.locator.block)
        labels = block.table.columns if block.table is not None else (block.text,)
        around = (index.report.title, citation.locator.heading, block.text)
        if any(map(number.search, around)) or not any(map(_INDEX_BY_NAME.search, labels)):
            return False
    return True


def _numbers(text: str, form: re.Pattern[str] = _NUMBERED) -> set[str]:
    return {m[1].lower().lstrip("0") for m in form.finditer(text)}

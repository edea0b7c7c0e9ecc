"""What is asked of the report itself, or of a document by its number."""

from __future__ import annotations

from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import asks_reports
from assistant.compose.citing import Draft
from assistant.compose.documents.background import is_background
from assistant.compose.documents.cited import answer_number, named_numbers
from assistant.compose.documents.content import asks_content, asks_of_named
from assistant.compose.documents.data_day import answer_data_day, asks_data_day
from assistant.compose.documents.in_force import answer_in_force, asks_in_force
from assistant.compose.documents.particulars import (
    Told,
    answer_particulars,
    asked_particulars,
    called,
    of_paper,
    of_period,
    spoken_of,
)
from assistant.compose.documents.related import answer_related, asked_besides
from assistant.compose.documents.sorts import sorts_asked
from assistant.compose.figures.bands import answer_band
from assistant.compose.times.dated import around, said_period
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import label

MOST = 3  # reports of which the particulars are told together


def _each_named(question: Question, found: Found) -> Draft | None:
    """The same particulars of each of two reports that a question names by their months, in turn; None where it names
    no two, or one of them gives none."""
    named = tuple(dict.fromkeys(question.report_periods))
    told: list[Draft] = []
    for period in named if 1 < len(named) <= MOST else ():
        index = next((i for i in (*found.indexes, *found.beside) if i.report.period == period), None)
        one = answer_particulars(question, index) if index is not None else None
        if one is None or one.draft is None:
            return None
        dated = said_period(index) if index is not None else None
        if index is None or dated is None:
            return None  # nothing in it says of which month it is
        block, start, end = dated
        key = one.draft.cite(index, block, *around(block, start, end))
        name = block.text[start:end] if question.language == "vi" else label(period, "en")
        first = one.draft.claims[0]
        told_first = f"{name[:1].upper()}{name[1:]}: {first.text}"
        one.draft.claims[0] = replace(first, text=told_first, keys=(*first.keys, key))
        told.append(one.draft)
    for other in told[1:]:
        told[0].join(other)
    return told[0] if told else None


def _is_of_sort(draft: Draft, sorts: frozenset[str]) -> bool:
    """Whether one of the documents that are told is of a sort that is asked for, or puts a paper in force of one."""
    told = [fold(claim.text) for claim in draft.claims]
    return any(text.startswith(sort) or f" ban hanh {sort}" in text for text in told for sort in sorts)


def answer_of_report(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    """What is asked of the report itself, or of a document by its number."""
    paper = of_paper(question, found.indexes, lexicon)
    if paper is not None and asked_particulars(question, called(paper.report)):
        return answer_particulars(question, paper, called(paper.report))
    if asks_data_day(question) and not question.documents:
        reports = of_period(question, found.indexes) or found.indexes
        counted = answer_data_day(max(reports, key=lambda i: spoken_of(question, i, lexicon)), question)
        return None if counted is None else Told(counted)
    if asked_particulars(question):
        reports = of_period(question, found.indexes) or found.indexes
        each = _each_named(question, found)
        if each is not None:
            return Told(each)
        return answer_particulars(question, max(reports, key=lambda i: spoken_of(question, i, lexicon)))
    if asks_in_force(question) and (in_force := answer_in_force(question, found.indexes, lexicon)) is not None:
        return Told(in_force)
    if question.documents or named_numbers(question):
        band = answer_band(question, found.indexes)
        if band is not None:
            return Told(band)  # the document named is that of the scale
    number = answer_number(question, [*found.indexes, *found.beside])
    if number is None or (asks_reports(question) and (number.draft is not None or not question.documents)):
        return None  # which reports name a document is told report by report
    if number.draft is not None and asked_besides(question):
        # a document that the question itself names is not the one it asks for
        related = answer_related(question, list(found.indexes), lexicon)
        if related is not None and asks_of_named(question):
            number.draft.join(related)
            return number
        return None if related is None else Told(related)
    sorts = sorts_asked(question.clear)
    if number.draft is not None and sorts and not _is_of_sort(number.draft, sorts):
        return None  # "Quyết định phê duyệt Đề án 31 mang số mấy?" is after no scheme
    if number.draft is not None and is_background(question, found.indexes, lexicon):
        return None
    if number.draft is not None and asks_content(question, number.draft, lexicon):
        return None
    absent = number.draft is None and bool(question.documents)
    counts = question.is_(Kind.FIGURE, Kind.AUDIT, Kind.COMPARISON, Kind.EXTREME) and not question.is_(
        Kind.DOCUMENT, Kind.WHEN
    )
    return number if absent or not counts else None

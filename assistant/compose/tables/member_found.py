"""What is asked besides of the one member of a table that another part of the question finds by what a report remarks
of it: "Which department met all its deadlines for the first time, and how did its score move?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.parts import asked_parts, parts_of, stands_alone
from assistant.compose.tables.extremes import OF_IT, asks_extreme
from assistant.compose.tables.row_names import row_name
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.evidence.statements import plain
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

Compose = Callable[[Found], tuple[Draft, bool]]


def answer_member_found(found: Found, lexicon: Lexicon, compose: Compose) -> Draft | None:
    """The row that answers the first part, and what `compose` tells of it by its name for the part that says "its", "sở
    đó", or no other subject; None where the question is no such, where no single row answers, or what is told does not
    name it."""
    question = found.question
    if len(parts_of(question.clear)) != 2 or not found.indexes or asks_extreme(question) or audits(question):
        return None
    first, second = asked_parts(question, lexicon)
    points = OF_IT.search(fold(second.clear))
    if points is None and (stands_alone(second) or not second.is_(Kind.FIGURE, Kind.COMPARISON)):
        return None
    if not first.is_(Kind.WHO) or first.is_(Kind.FIGURE, Kind.COMPARISON) or second.is_(Kind.WHO):
        return None
    draft, silent = compose(_of(found, replace(first, periods=first.periods or question.periods)))
    name = "" if silent else _row(draft, found)
    if not name:
        return None
    start, end = points.span() if points is not None else (0, 0)
    whose = f"{'của' if question.language == 'vi' else 'of'} {name}"
    text = f"{second.clear[:start]}{name}{second.clear[end:]}" if points else f"{second.clear.rstrip(' ?.')} {whose}?"
    asked = understand(text, lexicon, clear=text, base=next(iter(question.periods), ""))
    times = question.periods if compares(asked) else asked.periods or question.periods
    asked = replace(asked, periods=times, report_periods=question.report_periods, language=question.language)
    told, unknown = compose(_of(found, asked))
    counted = (
        {o.key for o in told.calculation.operands} if told.calculation is not None else set(told.claims[0].keys[:1])
    )
    if unknown or not all(f" {plain(name).strip()} " in plain(c.quote) for c in told.citations if c.key in counted):
        return None
    row = draft.citations[0]
    key = next((c.key for c in told.citations if c.locator == row.locator), len(told.citations) + 1)
    if key > len(told.citations):
        told.citations.append(replace(row, key=key))
    told.claims = [*(Draft.claim(c.text, key) for c in draft.claims), *told.claims]  # what is worked out stays with it
    return told


def _of(found: Found, question: Question) -> Found:
    return replace(found, question=question, ranking=by_words(question, found.indexes))


def _row(draft: Draft, found: Found) -> str:
    """The name of the one row that an answer cites, "" where it cites several or none."""
    if len(draft.citations) != 1 or draft.citations[0].locator.table is None:
        return ""
    place = draft.citations[0].locator
    index = next(i for i in found.indexes if i.report.id == place.report)
    table = index.report.block(place.block).table
    rows = {c.row for c in table.cells if place.start <= c.start < place.end} if table is not None else set()
    return row_name(table, rows.pop()) if table is not None and len(rows) == 1 else ""

"""In which of the months that a sheet sets side by side the row named counted most, or least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import HIGH, LOW
from assistant.compose.sheets.reading import Reading, reading_of
from assistant.compose.sheets.sheet import Column, Holds, name_of, sheets_of
from assistant.compose.sheets.telling import label_of, printed
from assistant.compose.tables.heads import cite_heads
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains, periods
from ingest.report import locate

ASKED = guarded(r"\bthang (?:nao|may)\b|\b(?:which|what) month\b|\bin (?:which|what) month\b")
_APART = guarded(r"\b(?:chênh|lệch|cách|hơn|kém)\b|\b(?:than|gap|difference)\b")  # spelled: "Hòn" is a name
_ASIDE = "dau quy nam nhieu it cao thap nhat co may half year months month busiest quietest fewest"
LEAST = 3  # months that are set side by side


def answer_over_months(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The month, with what was counted in it, of the one sheet that has the row and its months in columns."""
    asked = fold(question.clear)
    if question.followup or not ASKED.search(asked) or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        return None
    high, low = HIGH.search(asked), LOW.search(asked)
    if bool(high) == bool(low) or _APART.search(question.clear.lower()):
        return None
    drafts = []
    timeless = replace(question, periods=(), report_periods=())  # the months are looked at below
    for index in indexes:
        for sheet in sheets_of(index, lexicon):
            months = [c for c in sheet.columns if c.holds is Holds.COUNT and _is_month(c, index)]
            months = _of_time(question, index, months)
            if len(months) < LEAST:
                continue
            r = reading_of(timeless, sheet, lexicon, _ASIDE)
            if r is not None and len(r.rows) == 1 and (draft := _told(r, months, high=high is not None)) is not None:
                drafts.append((len(months), draft))
    most = max((n for n, _ in drafts), default=0)
    first = [d for n, d in drafts if n == most]
    return first[0] if len(first) == 1 else None


def _is_month(column: Column, index: ReportIndex) -> bool:
    spans = periods(column.label, index.report.period)
    return len(spans) == 1 and len(spans[0].period) == 7 and not column.above


def _of_time(question: Question, index: ReportIndex, months: Sequence[Column]) -> list[Column]:
    """The months within the time that is asked for; none where some of a quarter or a half year are not there."""
    asked = [*question.report_periods, *question.periods]
    own = [(c, periods(c.label, index.report.period)[0].period) for c in months]
    found = [c for c, month in own if all(contains(p, month) for p in asked)]
    least = max((6 if "H" in p else 3 for p in asked), default=LEAST)
    return found if len(found) >= least else []


def _told(r: Reading, months: Sequence[Column], *, high: bool) -> Draft | None:
    held = [(v, c) for c in months if (v := r.sheet.value(r.rows[0], c)) is not None]
    if len(held) < len(months):
        return None
    best = (max if high else min)(v for v, _ in held)
    draft, language = Draft(), r.question.language
    key = r.sheet.cite(draft, r.rows[0])
    keys, told = [key], []
    for column in (c for v, c in held if v == best):
        cell = r.sheet.cell(r.rows[0], column)
        if cell is not None:
            place = locate(r.sheet.index.report, r.sheet.block, cell.start, cell.end, row=r.rows[0])
            keys += cite_heads(draft, r.sheet.index, [place], values(label_of(column)))
        told.append(f"{label_of(column)}: {printed(r.sheet, r.rows[0], column, language)}")
    draft.say(f"{'; '.join(told)} ({name_of(r.sheet, r.rows[0])})", *keys)
    return draft

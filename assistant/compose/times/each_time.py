"""One figure at several times: each that the question names, or each report of the year it names, one within the other.

"Năm 2024" asked of a store that holds the first quarter and the first six months, and nothing of the whole year, means
either: both are told, each with its time, and nobody takes the one for the other. So it is with a question that names
no time, put to the reports of a few months; of more than a few, or where the newest is asked for, that one's is told
with its month.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import adds, asks_reports, compares
from assistant.compose.citing import Draft
from assistant.compose.times.aims import ALL_MONTHS
from assistant.compose.times.dated import dated
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import PART_OF_YEAR, RUNNING
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains, label

MOST = 3  # times that are told one by one
LOOKED_AT = 8  # of the evidence of a month, the best first
AS_MUCH = 0.05  # of what is asked a month may say so much less than the one that says most
_NOT_PLAIN = (Kind.EXTREME, Kind.TOTAL, Kind.AUDIT, Kind.CAUSE, Kind.DOCUMENT, Kind.LIST, Kind.WHO, Kind.DIRECTION)
_LATEST = re.compile(
    r"(?:^|[,;:] )hien\b(?! (?:trang|truong|dai|hanh)\b)|"
    r"\b(?:hien (?:nay|co|tai|dang|con)|den nay|moi nhat|gan (?:day|nhat)|con lai|cuoi cung)\b|"
    r"\b(?:now|currently|current|latest|newest|to date|so far|at present|most recent)\b"
)
_SERIES = guarded(
    r"\b(?:trung binh|binh quan|(?:thang|quy) nao|(?:moi|tung|theo|cac|bao nhieu|may) (?:thang|quy|ky)|xu huong|"
    r"dien bien|average|mean|trend|(?:which|each|every|how many|the) (?:of the )?(?:month|quarter)s?|month by month)\b"
)
_DIGITS = re.compile(r"\d[\d.,/]*\d|\d")
Compose = Callable[[Found], tuple[Draft, bool]]


def answer_each_time(found: Found, compose: Compose) -> Draft | None:
    """What `compose` answers of each time, one after the other; None where the question is of one time, where all say
    the same, or where one of the times it names is not told."""
    question = found.question
    times, series = _named(found) or _within(found), _of_series(found)
    if not times and not series:
        return None
    told: list[tuple[str, Draft]] = []
    best = 0.0
    for time in times or sorted(series, reverse=True)[: 1 if len(series) > MOST or _wants_newest(question) else MOST]:
        indexes = (series[time],) if series else tuple(i for i in found.indexes if i.report.period == time)
        asked = replace(question, periods=(), report_periods=(time,))
        ranking = by_words(asked, indexes)
        if series:
            said = max((c.coverage for c in ranking.candidates[:LOOKED_AT]), default=0.0)
            if said < best - AS_MUCH:
                continue  # another month says it, and this one something like it
            best = max(said, best)
        draft, silent = compose(replace(found, question=asked, indexes=indexes, ranking=ranking))
        if not silent and draft.own and draft.calculation is None and _DIGITS.search(draft.own[0].text):
            told.append((time, draft))
    if series and not times:
        return _of_months(question, found, told)
    if len({tuple(_DIGITS.findall(d.own[0].text)) for _, d in told}) < 2:
        return None
    if len(told) < len(times) and question.periods and all(p in times for p in question.periods):
        return None
    return _joined(question, found, told)


def _of_months(question: Question, found: Found, told: list[tuple[str, Draft]]) -> Draft | None:
    """What the months of a series say, in order of time, where all say it in the same words, else the newest alone;
    None where they say the same number, or none says any."""
    if len(told) > 1 and len({tuple(_DIGITS.findall(d.own[0].text)) for _, d in told}) == 1:
        return None
    alike = [t for t in told if _DIGITS.sub("", t[1].own[0].text) == _DIGITS.sub("", told[0][1].own[0].text)]
    return _joined(question, found, alike[::-1]) if alike else None


def _joined(question: Question, found: Found, told: list[tuple[str, Draft]]) -> Draft:
    whole = Draft()
    quotes = []
    for time, draft in told:
        before = len(whole.claims)
        whole.join(draft)
        own = [c for c in whole.claims[before:] if c in whole.own]
        quotes += [c for c in whole.claims[before:] if c not in whole.own]
        del whole.claims[before:]
        index = next(i for i in found.indexes if i.report.period == time)
        said = dated(whole, index)
        for at, claim in enumerate(own):
            name = label(time, question.language)
            text = claim.text if at or said is None else f"{name[:1].upper()}{name[1:]}: {claim.text}"
            whole.say(text, *claim.keys, *(() if at or said is None else (said,)))
    whole.claims += quotes
    return whole


def _plain(question: Question) -> bool:
    doing = compares(question) or adds(question) or audits(question) or asks_reports(question)
    return (
        question.is_(Kind.FIGURE)
        and not question.is_(*_NOT_PLAIN)
        and not doing
        and not _SERIES.search(fold(question.clear))
        and not ALL_MONTHS.search(fold(question.clear))
    )


def _named(found: Found) -> tuple[str, ...]:
    """The times that a question names, where each is the time of a report of its own."""
    question = found.question
    asked = tuple(dict.fromkeys((*question.periods, *question.report_periods)))
    held = {i.report.period for i in found.indexes}
    if not 2 <= len(asked) <= MOST or not all(p in held for p in asked) or not _plain(question):
        return ()
    return asked if any(contains(a, b) or contains(b, a) for a, b in pairwise(asked)) else ()


def _wants_newest(question: Question) -> bool:
    """Whether the newest report tells all: how things stand now, or what has come about since the year began."""
    return question.running == RUNNING or bool(_LATEST.search(fold(question.clear)))


def _of_series(found: Found) -> dict[str, ReportIndex]:
    """The reports of the months or quarters of one place and kind, by their time, that hold the best evidence of a
    question which names no time; none where that evidence is of no such series."""
    question = found.question
    timed = question.periods or question.report_periods or question.followup or question.previous
    if timed or question.documents or question.quoted or not _plain(question):
        return {}
    months = [i for i in found.indexes if PART_OF_YEAR.fullmatch(i.report.period)]
    if len({i.report.period for i in months}) < 2 or not found.candidates:
        return {}
    first = found.candidates[0].index.report

    def alike(index: ReportIndex) -> bool:
        own = index.report
        same = fold(own.place) == fold(first.place) and own.kind == first.kind
        return same and len(own.period) == len(first.period)

    series: dict[str, ReportIndex] = {}
    for index in filter(alike, months):
        series.setdefault(index.report.period, index)
    return series if len(series) > 1 and first.period in series else {}


def _within(found: Found) -> tuple[str, ...]:
    """The times of the reports within the year asked for, where each holds the one before and none is of the year."""
    question = found.question
    if len(question.periods) > 1 or question.report_periods or question.followup or not _plain(question):
        return ()
    year = question.periods[0] if question.periods else ""
    if len(year) not in (0, 4) or (not year and _LATEST.search(fold(question.clear))):
        return ()
    held = sorted({i.report.period for i in found.indexes if i.report.period}, key=lambda p: (p[:4], p[5:] != "Q1", p))
    if not 2 <= len(held) <= MOST or len({fold(i.report.place) for i in found.indexes}) > 1:
        return ()
    nested = all(contains(later, sooner) and later != sooner for sooner, later in pairwise(held))
    of_year = not year or all(contains(year, p) and p != year for p in held)
    return tuple(held) if nested and of_year else ()

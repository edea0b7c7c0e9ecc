"""The newest report of a series: "của tháng gần nhất", "theo báo cáo mới nhất" name one month, whichever it is; and a
total from January on that no report of January is held for is that of the month it runs up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.asked.kinds import kinds_of
from assistant.measured.running import FIRST, OWN, PART_OF_YEAR, RUNNING
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from vectorstore.summary import ReportSummary

_NEWEST = guarded(
    r"(?:\b(?:o|cua|theo|trong) )?(?<!\bcac )(?<!\bnhung )(?<!\bmay )\b"
    r"(?:thang|quy|ky(?: bao cao)?|bao cao(?: thang| quy| ky)?) "
    r"(?:gan (?:day )?nhat|moi nhat|moi day|vua roi|vua qua|cuoi cung)\b|"
    r"(?<!van ban )(?<!mo hinh )(?<!quyet dinh )(?<!ke hoach )(?<!nghi quyet )\bmoi nhat\b|"
    r"\b(?:latest|newest|most recent|last) (?:monthly |quarterly )?(?:report|month|quarter|reporting period)\b"
)
_WORDS = frozenset(
    (
        "gan nhat",
        "nhat",
        "gan",
        "gan day",
        "moi nhat",
        "moi",
        "moi day",
        "ky",
        "bao cao",
        "cuoi cung",
        "latest",
        "newest",
        "recent",
        "most",
    )
)
_FROM_JANUARY = re.compile(
    r"\btu (?:dau )?thang (?:0?1|gieng)\b[^?;,]{0,14} (?:den|toi)\b|"
    r"\bfrom january\b[^?;,]{0,14} (?:to|through|until|till)\b"
)


def of_newest(question: Question, chosen: list[ReportSummary]) -> tuple[list[ReportSummary], Question]:
    """The newest report of each series, where a question asks of it and names no time; all of them where it does not,
    or there is no series."""
    said = _NEWEST.search(fold(question.clear))
    if question.periods or question.report_periods or said is None:
        return chosen, question
    months: dict[tuple[str, str, int], list[ReportSummary]] = {}
    for summary in chosen:
        if PART_OF_YEAR.fullmatch(summary.period):
            months.setdefault((fold(summary.place), summary.kind, len(summary.period)), []).append(summary)
    series = [of for of in months.values() if len({s.period for s in of}) > 1]
    if not series:
        return chosen, question
    newest = {id(of): max(s.period for s in of) for of in series}
    kept = [s for of in series for s in of if s.period == newest[id(of)]]
    wanted = tuple(w for w in question.wanted if w.must or w.words not in _WORDS)
    clear = f"{question.clear[: said.start()]}{question.clear[said.end() :]}"
    kinds = kinds_of(fold(clear), clear, english=question.language == "en")  # "gần nhất" asks for no leader
    named = replace(question, clear=clear, kinds=kinds, wanted=wanted or question.wanted)
    return kept, replace(named, report_periods=_ordered(newest.values()), running=question.running or OWN)


def from_january(question: Question, chosen: list[ReportSummary]) -> Question:
    """The question of the running total, where it asks for what came about from January to a month and the store holds
    a report of that month and none of the first."""
    asked = sorted({*question.periods, *question.report_periods})
    held = {s.period for s in chosen}
    if len(asked) < 2 or not asked[0].endswith(FIRST) or asked[0] in held or asked[-1] not in held:
        return question
    if not _FROM_JANUARY.search(fold(question.clear)):
        return question
    return replace(question, periods=(asked[-1],), report_periods=(), running=RUNNING)


def _ordered(periods: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(periods)))

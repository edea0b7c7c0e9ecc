"""In which month of a series a value first passed a mark: one that the question names, or the target that the reports
set it against ("thấp hơn 8 điểm phần trăm so với chỉ tiêu 70% của năm")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.restating import ask_again, asks_first_passed
from assistant.compose.citing import Draft, excerpt
from assistant.compose.times.aims import LEAST, Mark, number_said
from assistant.compose.times.named_months import Member, name_each
from assistant.compose.times.series import in_question, members_alike, one_a_period
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.ledgers import Role

SAID = 0.6  # of what is asked, by the target that a report names
_PASSING_WORDS = (
    "đầu tiên|ngưỡng|mức|lần đầu|lần đầu tiên|ban đầu|vượt|vượt qua|đạt|qua|chạm|trên|dưới|cán mốc|mốc|chỉ tiêu|"
    "mục tiêu|tháng|"
    "first|exceed|exceeded|pass|passed|crossed|topped|reach|above|over|top|meet|hit|cross|surpass|below|target|goal|mark"
)
_PASSING = frozenset(map(fold, _PASSING_WORDS.split("|")))
_NUMBER = re.compile(r"(?<![\d/.,-])(?P<n>\d+(?:[.,]\d+)*)\s?(?P<p>%|phan tram|per ?cent)?(?![\d/])")
_PASSED = re.compile(  # right behind the word for it; the "06" of a project's name is no mark
    r"\b(?:vuot|dat|qua|cham|tren|moc|muc|duoi|cao hon|lon hon|len toi|exceed\w*|pass\w*|reach\w*|above|over|top\w*|"
    r"meet|met|hit|cross\w*|surpass\w*|below|under)\b[^\d?;]{0,24}(?=\d)"
)
_TIME = re.compile(r"\b(?:thang|quy|nam)(?: \d+(?:/\d+)?)|\b20\d\d\b|\b\d{1,2}/20\d\d\b")
_UNDER = re.compile(r"\b(?:duoi|below|under)\b")
_AT_LEAST = re.compile(r"\b(?:dat|cham|can moc|reach\w*|hit|meet|met)\b(?!.{0,20}\bvuot\b)")


def answer_first_passed(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The first month on the other side of the mark, with those before it; a draft without a word where the reports
    give no mark, or where the first of them is past it already; None where that is not asked."""
    if not asks_first_passed(question):
        return None
    reports, _ = one_a_period(
        [
            i
            for i in (*found.indexes, *found.beside)
            if PART_OF_YEAR.fullmatch(i.report.period) and in_question(question, i.report.period)
        ]
    )
    if len(reports) < LEAST or len({fold(i.report.place) for i in reports}) > 1:
        return None
    own = tuple(
        w for w in question.wanted
        if not w.words[:1].isdigit() and not ({fold(k) for k in w.keys} | {w.words}) & _PASSING
    )  # fmt: skip
    series = replace(question, wanted=own or question.wanted, periods=(), report_periods=())
    folded = fold(question.clear)
    timeless = _TIME.sub(" ", folded)
    passed = _PASSED.search(timeless)
    named = _NUMBER.search(timeless, passed.end() if passed is not None else 0)
    target = _target(series, reports) if named is None else None
    value = (
        number_said(named["n"], question.language)
        if named is not None
        else target.figure.value
        if target and target.figure
        else None
    )
    shares = bool(named["p"]) if named is not None else bool(target and target.figure and target.figure.unit == "%")
    members, without = members_alike(replace(series, percent=shares), reports)
    if value is None or len(members) < LEAST or without:
        return Draft()
    mark = Mark(value, bool(_UNDER.search(folded)), bool(_AT_LEAST.search(folded)))
    at = next((n for n, m in enumerate(members) if mark.passed(m.figure.value)), None)
    if at is None or (at == 0 and not members[0].index.report.period.endswith(("-01", "-Q1"))):
        return Draft()
    return _told(question, members[: at + 1], target, lexicon)


def _target(question: Question, reports: list[ReportIndex]) -> Candidate | None:
    """The one target of the year that reports name beside what was reached."""
    found: dict[object, Candidate] = {}
    for candidate in (c for i in reports for c in ask_again(question, i)):
        if candidate.coverage < SAID or candidate.statement.ahead:
            continue
        for figure in candidate.statement.figures:
            if figure.role is Role.TARGET and len(figure.period) == len("2033"):
                found.setdefault((figure.value, figure.unit), replace(candidate, figure=figure))
    return next(iter(found.values())) if len(found) == 1 else None


def _told(question: Question, members: list[Member], target: Candidate | None, lexicon: Lexicon) -> Draft:
    language = question.language
    name = unit(head_unit(members[0].figure.unit), language, lexicon)
    tail = name if name == "%" else f" {name}" if name else ""
    draft = Draft()
    name_each(draft, members[-1:], tail, language)
    if target is not None and target.figure is not None:
        key = draft.cite_statement(target.index, target.statement)
        aim = f"{number(target.figure.value, language)}{tail}"
        draft.say(f"Chỉ tiêu: {aim}" if language == "vi" else f"Target: {aim}", key)
        draft.say(quoted(excerpt(target.statement, target.figure.at, 24), language), key)
    if len(members) > 1:
        name_each(draft, members[:-1], tail, language)
    return draft

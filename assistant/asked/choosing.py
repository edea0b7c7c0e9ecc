"""Which reports a question is put to: those of the place and time it asks about, and no others."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.newest import from_january, of_newest
from assistant.asked.restating import TASKS_ASKED, compares, over_a_series
from assistant.asked.timespans import YEAR
from assistant.measured.running import PART_OF_YEAR
from assistant.measured.same_time import same_time
from assistant.question import Question, Wanted
from ingest.language.fold import fold
from ingest.language.periods import bounds, contains, label, periods, previous, year_of
from vectorstore.summary import ReportSummary

PLACE_KIND = re.compile(
    r"(?:ubnd )?(?:huyen|xa|tinh|phuong|quan|ap|dac khu|thi tran|thi xa|thanh pho)(?: |$)|ubnd(?: |$)"
)
LOOKING_BACK = 12  # later reports of which it is looked up whether they tell of a time that is past
BODIES = ("so ", "cuc ", "chi cuc ", "cong an ", "cong ty ", "benh vien ", "chi nhanh ", "cong doan ")
_TASKED = re.compile(  # a report sets the tasks of the year after its own
    r"\b(?:assigned|tasked|told|asked|required|instructed|directed) (?:with|to)\b|"
    r"\b(?:duoc giao|giao|phan cong)\b.{1,60}\b(?:gi|nao)\b"
)
_AIMED = re.compile(  # and its targets
    r"\b(?:muc tieu|chi tieu)\b.{0,80}\b(?:(?:dat|de) ra|phan dau|nam)\b|\btargets?\b.{0,60}\b(?:for|in|of) 20\d\d"
)
_SET_FOR = re.compile(  # "nhiệm vụ trọng tâm tháng 5": what is to be done in a period stands in the report before it
    r"\b(?:phuong huong|nhiem vu|giai phap|dinh huong|(?:cong |dau )?viec)\b(?:(?!\bbao cao\b)[^,;.?\d]){0,40}"
    r"\b(?:thang|quy|nam) \d|\b(?:thang|quy|nam) \d[\d/]*(?: nam \d{4})? (?:can |phai )+(?:lam|thuc hien|tap trung)\b|"
    r"\b(?:directions?|priorit\w+|tasks?|planned|plans?)\b(?: \w+){0,4} (?:for|in|of) (?:the )?"
    r"(?:[a-z]+ (?:of )?|q[1-4] |\w+ quarter (?:of )?)?20\d\d"
)


def narrow(question: Question, chosen: list[ReportSummary]) -> tuple[list[ReportSummary], Question, str]:
    """The reports of the place and period asked for. What cannot be a report's place must then stand in its text."""
    vietnamese = question.language == "vi"
    must: list[Wanted] = []
    reason = ""
    of_places: list[ReportSummary] = []
    for place in question.places:
        matching = [s for s in chosen if _is_place(place, s)]
        if not matching and any(place in fold(s.issuer) for s in chosen):
            continue  # the body that reports
        if matching:
            of_places += [s for s in matching if s not in of_places]
            continue
        body = f"{place} ".startswith(BODIES)
        name = place if body else _bare(place) or place
        must.append(Wanted((), name, weight=1.0 if body else 0.0, must=True))
        unit = _as_asked(name, question)
        reason = (
            f"Kho không có báo cáo nào của “{unit}”, và báo cáo không nêu nội dung được hỏi về nơi này."
            if vietnamese
            else f"No report of “{unit}” is in the store, and the reports say nothing of what was asked about it."
        )
    chosen = of_places or chosen
    if must:
        said = {w for place in question.places for w in place.split()}
        others = tuple(w for w in question.wanted if w.must or not set(w.words.split()) <= said)
        question = replace(question, wanted=(*others, *must))
    chosen, question = of_newest(question, chosen)
    question = from_january(question, chosen)
    if question.report_periods:
        named = [s for s in chosen if any(_of_period(p, s.period, question) for p in question.report_periods)]
        named = named or [s for s in chosen if s.date and any(contains(p, s.date) for p in question.report_periods)]
        if not named:
            shown = ", ".join(label(p, question.language) for p in question.report_periods)
            reason = f"Kho không có báo cáo của {shown}." if vietnamese else f"No report of {shown} is in the store."
            return [], question, reason
        chosen = named
        if any(s.period in question.report_periods for s in named):  # and no half year around the month
            held = [s for s in named if s.period in question.report_periods or YEAR.fullmatch(s.period)]
            return held, question, reason
    ahead = _ahead_of(question, chosen)
    if ahead:
        chosen = ahead
    elif question.periods and not question.is_(Kind.DOCUMENT):
        fitting = [s for s in chosen if any(_of_period(p, s.period, question) for p in question.periods)]
        if fitting:
            chosen = _of_whole_time(question, fitting)
        elif not reason:
            shown = ", ".join(label(p, question.language) for p in question.periods)
            reason = (
                f"Kho không có báo cáo của {shown}, và báo cáo hiện có không nêu số liệu của kỳ này."
                if vietnamese
                else f"No report of {shown} is in the store, and the reports held give no such figure for it."
            )
    return chosen, question, reason


def _of_whole_time(question: Question, fitting: list[ReportSummary]) -> list[ReportSummary]:
    """Without the reports of a part of the time asked for that are of one series with a report of that very time: what
    the first quarter counts is no count of the half-year. All of them where no one figure is asked for."""
    if len(question.periods) != 1 or not question.is_(Kind.FIGURE) or over_a_series(question) or compares(question):
        return fitting
    if question.is_(Kind.DOCUMENT, Kind.AUDIT):
        return fitting
    asked = question.periods[0]
    whole = {(fold(s.place), _untimed(s.title)) for s in fitting if s.period == asked}
    return [
        s
        for s in fitting
        if s.period == asked or not contains(asked, s.period) or (fold(s.place), _untimed(s.title)) not in whole
    ]


def _untimed(title: str) -> str:
    """The folded words of a title, less the times it names: the same for the reports of a series."""
    for span in reversed(periods(title)):
        title = f"{title[: span.start]} {title[span.end :]}"
    return " ".join(fold(title).split())


def of_the_very_time(question: Question, chosen: list[ReportSummary]) -> list[ReportSummary]:
    """Without the reports of a quarter or half year around the months asked for, where each of these has a report of
    its own: all others, those on the year among them, may say how things stood."""
    if question.is_(Kind.DOCUMENT) and not question.report_periods:
        return chosen  # the time may be that of the document
    asked = {*question.periods, *question.report_periods}
    held = {s.period for s in chosen}
    if not asked or not all(PART_OF_YEAR.fullmatch(p) and p in held for p in asked):
        return chosen
    return [
        s
        for s in chosen
        if s.period in asked or YEAR.fullmatch(s.period) or not any(contains(s.period, p) for p in asked)
    ]


def later_reports(question: Question, chosen: list[ReportSummary], held: list[ReportSummary]) -> list[ReportSummary]:
    """The reports of the same year and place that begin after the one time within a year for which a number is asked,
    which may look back on it; none where a report of that very time is held, or a report is named."""
    if not question.is_(Kind.FIGURE, Kind.AUDIT) or question.report_periods or len(question.periods) != 1 or not chosen:
        return []
    asked, span = question.periods[0], bounds(question.periods[0])
    if span is None or not PART_OF_YEAR.fullmatch(asked) or any(s.period == asked for s in held):
        return []
    places = {fold(s.place) for s in chosen}
    after = [s for s in held if s not in chosen and fold(s.place) in places and year_of(s.period) == year_of(asked)]
    return [s for s in after if (own := bounds(s.period)) is not None and own[0] > span[1]][:LOOKING_BACK]


def _as_asked(name: str, question: Question) -> str:
    """A folded name as the question writes it; in capitals where that has none."""
    at = fold(question.clear).find(name)
    asked = question.clear[at : at + len(name)] if at >= 0 else name
    return asked.title() if asked.islower() else asked


def _bare(place: str) -> str:
    """A folded name of a place without what kind of place it is: "tinh thanh an" is "thanh an"."""
    return PLACE_KIND.sub("", place, count=1) if PLACE_KIND.match(place) else place


def _is_place(place: str, summary: ReportSummary) -> bool:
    own = fold(summary.place)
    name, bare = _bare(place), _bare(own)
    kind, own_kind = place.removesuffix(name).strip(), own.removesuffix(bare).strip()
    return bool(name) and (own == place or (name == bare and (kind in ("", "ubnd") or not own_kind)))


def _ahead_of(question: Question, chosen: list[ReportSummary]) -> list[ReportSummary]:
    """The reports of the period just before the one whose directions are asked for; none where that is not asked."""
    if question.report_periods or len(question.periods) != 1 or not question.is_(Kind.DIRECTION):
        return []
    before = previous(question.periods[0])
    if not before or not _SET_FOR.search(fold(question.clear)):
        return []
    last = bounds(before)

    def leads_up(period: str) -> bool:
        own = bounds(period)
        if own is None or last is None:
            return period == before
        return contains(period, before) and own[1] == last[1]

    right_before = [s for s in chosen if s.period == before]  # of June and of the half year: July's tasks are in June's
    return right_before or [s for s in chosen if leads_up(s.period)]


def _of_period(asked: str, held: str, question: Question) -> bool:
    if same_time(asked, held) or same_time(held, asked):
        return True
    following = year_of(held) and asked == str(int(year_of(held)) + 1)
    if not following or question.is_(Kind.DIRECTION):
        return bool(following)
    folded = fold(question.clear)
    tasked = _TASKED.search(folded) or TASKS_ASKED.search(folded)
    return bool(tasked) or (question.is_(Kind.FIGURE) and bool(_AIMED.search(folded)))

"""The shelf: which reports a question is put to, and what they hold that speaks of it."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Candidate
from assistant.fitting import same_time
from assistant.kinds import Kind
from assistant.naming import by_issuer, by_number, by_title
from assistant.question import Question, Wanted
from assistant.ranking import OPEN, ByWords, Ranking
from assistant.restating import asks_met, asks_reports, compares, over_a_series
from assistant.restore import Vocabulary, vocabulary
from assistant.running import PART_OF_YEAR
from assistant.statements import ReportIndex, build_index
from assistant.terms import Lexicon
from assistant.timespans import YEAR
from ingest.language.fold import fold
from ingest.language.periods import bounds, contains, label, periods, previous, year_of
from ingest.report import Report
from vectorstore.library import Library
from vectorstore.summary import ReportSummary

KEPT = 25_000  # statements whose indexes are kept in memory, about 120 MB with their ledgers
SERIES = 36  # reports opened besides, for a question over many of them
HITS = 24


@dataclass(frozen=True, slots=True)
class Found:
    """What a question met: the reports it was put to, their indexes, the evidence best first, and why nothing fits
    if so.

    `beside` are further reports of the same places, opened where the question sets reports against each other.
    """

    question: Question
    reports: tuple[Report, ...]
    indexes: tuple[ReportIndex, ...] = ()
    ranking: Ranking | ByWords | None = None
    reason: str = ""
    beside: tuple[ReportIndex, ...] = ()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The evidence, best first; searched for and ranked when first looked at."""
        return self.ranking.candidates if self.ranking is not None else ()

    @property
    def places(self) -> int:
        """How many statements speak of what was asked."""
        return self.ranking.places if self.ranking is not None else 0


class Shelf:
    """Keeps reports ready to be asked. Safe to use from many threads."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self._indexes: OrderedDict[str, ReportIndex] = OrderedDict()
        self._vocabulary: tuple[int, Vocabulary] | None = None
        self._lock = threading.Lock()
        self._making = threading.Lock()

    def index(self, id: str) -> ReportIndex:
        """The index of a report, made when first asked for and again when the report was read anew."""
        report = self._library.report(id)
        held = self._held(report)
        if held is not None:
            return held
        with self._making:  # who else asks for it waits for it: many making it at once would each take longer
            return self._held(report) or self._made(report)

    def _held(self, report: Report) -> ReportIndex | None:
        with self._lock:
            held = self._indexes.get(report.id)
            if held is None or held.report is not report:
                return None
            self._indexes.move_to_end(report.id)
            return held

    def _made(self, report: Report) -> ReportIndex:
        made = build_index(
            report, self._library.figures([report.id]), self._library.references([report.id]), self._lexicon
        )
        with self._lock:
            self._indexes[report.id] = made
            self._indexes.move_to_end(report.id)
            held_now = sum(len(index.statements) for index in self._indexes.values())
            while held_now > KEPT and len(self._indexes) > 1:
                held_now -= len(self._indexes.popitem(last=False)[1].statements)
        return made

    def warm(self) -> None:
        """Makes the vocabulary, and the index of the newest report with what does not add up in it."""
        self.vocabulary()
        for summary in self._library.reports()[-1:]:
            newest = self.index(summary.id)
            _ = newest.checks, newest.findings

    def vocabulary(self) -> Vocabulary:
        """The words of the store's newest reports, for restoring questions."""
        summaries = self._library.reports()
        stamp = hash(tuple(s.id for s in summaries))
        with self._making:
            if self._vocabulary is None or self._vocabulary[0] != stamp:
                texts = [b.text for s in summaries[-20:] for b in self._library.report(s.id).blocks]
                self._vocabulary = (stamp, vocabulary(texts, self._lexicon))
            return self._vocabulary[1]

    def places(self) -> tuple[str, ...]:
        """The places whose reports are in the store."""
        return tuple(dict.fromkeys(s.place for s in self._library.reports() if s.place))

    def periods(self) -> tuple[str, ...]:
        """The periods of the reports in the store."""
        return tuple(dict.fromkeys(s.period for s in self._library.reports() if s.period))

    def find(self, question: Question, reports: Sequence[str] = (), prior: frozenset[str] = frozenset()) -> Found:
        """Puts a question to the reports it is about. Raises: UnknownReport."""
        chosen = self._library.reports()
        if reports:
            ids = {self._library.resolve(r) for r in reports}
            chosen = [s for s in self._library.every_report() if s.id in ids]
        if not chosen:
            return Found(question, ())
        asked = chosen
        numbered = by_number(question, chosen)
        if numbered:
            chosen, question = numbered, replace(question, documents=())
        chosen, question, reason = _narrow(question, chosen)
        chosen, question = by_title(question, chosen, self._lexicon)
        chosen = _of_the_very_time(question, chosen)
        question = by_issuer(question, chosen)
        if not chosen:
            return Found(question, tuple(self._library.report(s.id) for s in asked[:OPEN]), reason=reason)
        also = [w for wanted in question.wanted for k in wanted.keys[:1] for w in self._lexicon.wordings(k)[:3]]
        narrowed = [s.id for s in chosen] if reports or len(chosen) < len(self._library.reports()) else ()
        said = also if question.language == "en" else ()
        look = self._library.look(question.clear, narrowed, limit=HITS, also=said)
        ranking = Ranking(question, chosen, look, prior, self.index)
        opened = ranking.opened
        bodies = [w.words for w in question.wanted if w.must and f"{w.words} ".startswith(_BODIES)]
        if bodies and all(any(index.says(body) for index in ranking.indexes) for body in bodies):
            reason = ""  # a body that a report speaks of needs no report of its own
        return Found(
            question,
            tuple(self._library.report(s.id) for s in opened),
            ranking.indexes,
            ranking,
            reason,
            self._beside(question, asked, opened),
        )

    def _beside(
        self, question: Question, asked: list[ReportSummary], opened: list[ReportSummary]
    ) -> tuple[ReportIndex, ...]:
        """Reports of the places already opened, other periods included, for a question that sets reports side by
        side; the report of the month before one that has none of its own."""
        left_out = month_left_out(question, [s.period for s in opened])
        if left_out:
            places = {fold(s.place) for s in opened}
            before = [s for s in asked if s.period == previous(left_out) and fold(s.place) in places]
            return tuple(self.index(s.id) for s in before[:SERIES])
        if asks_met(question):  # what was aimed at in a month is told by the report before it
            places, times = {fold(s.place) for s in opened}, {previous(s.period) for s in opened if s.period}
            before = [s for s in asked if s.period in times and s not in opened and fold(s.place) in places]
            return tuple(self.index(s.id) for s in before[:SERIES])
        if not (compares(question) or over_a_series(question) or asks_reports(question)):
            return ()
        places = {fold(s.place) for s in opened}
        held = {s.id for s in opened}
        years = {year_of(p) for p in (*question.periods, *question.report_periods)}
        others = [s for s in asked if s.id not in held and s.period and fold(s.place) in places]
        if over_a_series(question) and years:
            others = [s for s in others if year_of(s.period) in years]
        others.sort(key=lambda s: s.period, reverse=True)
        return tuple(self.index(s.id) for s in others[:SERIES])


def month_left_out(question: Question, held: Sequence[str]) -> str:
    """The month asked for that is the last of a longer time which the reports held are of, and has no report of its
    own; "" where there is none."""
    asked = (*question.periods, *question.report_periods)
    if len(asked) != 1 or len(asked[0]) != len("2026-06") or asked[0] in held or not PART_OF_YEAR.fullmatch(asked[0]):
        return ""
    last = bounds(asked[0])
    ends = (span for period in held if (span := bounds(period)) is not None and contains(period, asked[0]))
    return asked[0] if last is not None and any(span[1] == last[1] for span in ends) else ""


def _narrow(question: Question, chosen: list[ReportSummary]) -> tuple[list[ReportSummary], Question, str]:
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
        body = f"{place} ".startswith(_BODIES)
        name = place if body else _bare(place) or place
        must.append(Wanted((), name, weight=1.0 if body else 0.0, must=True))
        unit = name.title()
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
    if question.report_periods:
        named = [s for s in chosen if any(_of_period(p, s.period, question) for p in question.report_periods)]
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


def _of_the_very_time(question: Question, chosen: list[ReportSummary]) -> list[ReportSummary]:
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


_PLACE_KIND = re.compile(
    r"(?:ubnd )?(?:huyen|xa|tinh|phuong|quan|ap|dac khu|thi tran|thi xa|thanh pho)(?: |$)|ubnd(?: |$)"
)
_BODIES = ("so ", "cuc ", "chi cuc ", "cong an ", "cong ty ", "benh vien ", "chi nhanh ", "cong doan ")


def _bare(place: str) -> str:
    """A folded name of a place without what kind of place it is: "tinh thanh an" is "thanh an"."""
    return _PLACE_KIND.sub("", place, count=1) if _PLACE_KIND.match(place) else place


def _is_place(place: str, summary: ReportSummary) -> bool:
    own = fold(summary.place)
    name, bare = _bare(place), _bare(own)
    kind, own_kind = place.removesuffix(name).strip(), own.removesuffix(bare).strip()
    return bool(name) and (own == place or (name == bare and (kind in ("", "ubnd") or not own_kind)))


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
    return bool(_TASKED.search(folded)) or (question.is_(Kind.FIGURE) and bool(_AIMED.search(folded)))

"""The shelf: the reports ready to be asked, and what those that a question is put to hold that speaks of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.asked.as_of import day_asked
from assistant.asked.choosing import BODIES, later_reports, narrow, of_the_very_time
from assistant.asked.doubting import asks_running_sum
from assistant.asked.kept import asks_deadline_kept
from assistant.asked.naming import by_issuer, by_number, by_title
from assistant.asked.naming_decision import by_decision
from assistant.asked.own_alone import asks_own_alone
from assistant.asked.restating import (
    asks_first_passed,
    asks_met,
    asks_reports,
    asks_revised,
    compares,
    over_a_series,
    sets_for_month,
)
from assistant.evidence.candidates import Candidate
from assistant.evidence.ranking import OPEN, ByWords, Ranking
from assistant.evidence.statements import ReportIndex, build_index
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question, understand
from assistant.words.restore import Vocabulary, vocabulary
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import bounds, contains, previous, year_of
from ingest.report import Report
from vectorstore.library import Library
from vectorstore.summary import ReportSummary

KEPT = 25_000  # statements whose indexes are kept in memory, about 120 MB with their ledgers
SERIES = 36  # reports opened besides, for a question over many of them
BESIDE = (compares, over_a_series, asks_reports, asks_revised, asks_running_sum, asks_first_passed)
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
        made.findings_as_read = partial(self._library.findings_as_read, report.id)
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
        for first in ("Bao nhiêu?", "How many?"):
            understand(first, self._lexicon)  # the ways of asking of each language
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
        chosen, question = by_issuer(question, chosen)
        chosen, question, reason = narrow(question, chosen)
        chosen, question = by_title(question, by_decision(question, chosen), self._lexicon)
        chosen = self._of_day(question, of_the_very_time(question, chosen))
        chosen = [*chosen, *self._looking_back(question, chosen, asked)]
        if not chosen:
            return Found(question, tuple(self._library.report(s.id) for s in asked[:OPEN]), reason=reason)
        also = [w for wanted in question.wanted for k in wanted.keys[:1] for w in self._lexicon.wordings(k)[:3]]
        narrowed = [s.id for s in chosen] if reports or len(chosen) < len(self._library.reports()) else ()
        said = also if question.language == "en" else ()
        look = self._library.look(question.clear, narrowed, limit=HITS, also=said)
        ranking = Ranking(question, chosen, look, prior, self.index)
        opened = ranking.opened
        bodies = [w.words for w in question.wanted if w.must and f"{w.words} ".startswith(BODIES)]
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

    def _of_day(self, question: Question, chosen: list[ReportSummary]) -> list[ReportSummary]:
        """Of a few reports those that speak of the day up to which a figure is asked, where one of them does."""
        forms = day_asked(question) if 1 < len(chosen) <= OPEN else ()
        return [s for s in chosen if any(self.index(s.id).says(form) for form in forms)] or chosen

    def _looking_back(
        self, question: Question, chosen: list[ReportSummary], asked: list[ReportSummary]
    ) -> list[ReportSummary]:
        """The reports of a later time that count something of the very time asked for ("kỳ báo cáo quý III ghi nhận …"
        in November's), where no report of that time itself is held."""
        later = later_reports(question, chosen, asked)
        if not later:
            return []
        told = {f.locator.report for f in self._library.figures([s.id for s in later]) if f.period in question.periods}
        return [s for s in later if s.id in told]

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
        back = asks_met(question) or sets_for_month(question) or asks_own_alone(fold(question.clear))
        if back:  # what was aimed at in a month is told by the report before
            places, times = {fold(s.place) for s in opened}, {previous(s.period) for s in opened if s.period}
            times |= set(question.periods)  # "báo cáo tháng 3 đặt ra … cho tháng 4"
            before = [s for s in asked if s.period in times and s not in opened and fold(s.place) in places]
            return tuple(self.index(s.id) for s in before[:SERIES])
        if not any(asks(question) for asks in BESIDE) and not asks_deadline_kept(fold(question.clear)):
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

"""What answers a question: figures and statements of the reports asked, in one ranked list, each with what it covers.

Coverage says how much of what was asked really stands there, word for word or by a synonym of the glossary, weighted by
how rare each word is in the report. It decides whether there is an answer at all; the ranking adds how well a figure
suits the question (`assistant.fitting`) and the nearness that the embeddings see.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.evidence.asked_figure import asked_of
from assistant.evidence.coverage import Covered, Scale, Weighted, affinity, weigh
from assistant.evidence.fitting import fits
from assistant.evidence.focus import aimed_at, focus
from assistant.evidence.statements import ReportIndex, Statement
from assistant.measured.officers import bodies_of, names_other_level, officers_of
from assistant.measured.running import RUNNING
from assistant.measured.same_time import share_time
from assistant.question import Question, Wanted
from ingest.language.dates import dates
from ingest.language.periods import DAY, previous
from ingest.ledgers import Figure

UNLIKE = -0.2  # a figure that suits the question this badly gets no credit for standing near
ROW = 0.08  # a table row reads worse than a sentence: of two that say the same, the sentence is shown
REPORT = 0.5  # for being of the report that the question names
NEWEST = 0.06  # for being of the latest report, where no period is asked for: of like figures its is meant
TO_DATE = 0.12  # for being of the latest report, where what has come about up to now is asked for
SCARCE, SLIGHT = 0.37, 0.3  # a figure, a statement around which less of the question stands is not looked at
UNTIMED = 0.3  # against a statement of a report of another time that does not name the one asked about
_BRACKETS = re.compile(r"[^()\d,;.]{0,40}\([^()]*\)")
PRIOR = 0.2  # for standing where the conversation already is
INSIDE_PRIOR = 0.1  # for standing in the very statement of which a part is asked for ("of them")
OF_DAY = 0.1  # for naming the day that is asked about


@dataclass(slots=True)
class Candidate:
    """A statement, or one figure in it, as evidence. `coverage` is 0 to 1; `missing` are the wanted words not
    found near.

    `near` is the bonus for nearness in meaning; `lacks` is the share, 0 to 1, of the heaviest wanted word that
    stands nowhere around. Nothing but its `near` changes, where it settles the question; it is not frozen as a
    question makes hundreds, and those take four times as long to make.
    """

    index: ReportIndex = field(repr=False)
    statement: Statement = field(repr=False)
    figure: Figure | None
    coverage: float
    score: float
    missing: tuple[Wanted, ...]
    levels: tuple[float, ...]
    lacks: float = 0.0
    near: float = 0.0


class Evidence:
    """What a report holds of a question. Ranked a second time with other nearness, it only looks at what came near."""

    def __init__(self, question: Question, index: ReportIndex, prior: frozenset[str] = frozenset()) -> None:
        """`prior`: ids of the blocks that the conversation is about."""
        self.index = index
        self._question = question
        self._prior = prior
        weighted = weigh(question, index)
        self._scale = Scale(weighted)
        self._asked = asked_of(question)
        self._aimed = aimed_at(weighted)
        self._affinity = affinity(question, index)
        self._told = _told(weighted, index)
        self._officers = officers_of(question.clear)
        self._bodies = bodies_of(question.clear)
        own = index.report.period
        of_its_time = not own or not question.periods or any(share_time(p, own) for p in question.periods)
        self._years = () if of_its_time else tuple({f" {p[:4]} " for p in question.periods})
        self._days = frozenset(p for p in question.periods if DAY.fullmatch(p))
        self._next = any(previous(p) == own for p in question.periods)
        self._held: dict[int, _Held | None] = {}

    @property
    def places(self) -> int:
        """How many statements the words of the question lead to."""
        return len(self._told)

    def ranked(self, near: Mapping[int, float] = {}, newest: bool = False) -> list[Candidate]:
        """Every figure and statement that speaks of what was asked, best first.

        `near` holds, for a statement's index, a bonus for nearness in meaning; `newest`: the report is the latest of
        those asked.
        """
        to_date = self._question.running == RUNNING
        likely = REPORT * self._affinity
        if newest:
            likely += TO_DATE if to_date else 0.0 if self._question.periods else NEWEST
        found: list[tuple[float, int, int, Candidate]] = []
        for number in sorted(self._told | _with_blocks(near, self.index)):
            held = self._held[number] if number in self._held else self._hold(number)
            if held is None:
                continue
            statement, said = held.statement, held.covered
            close = near.get(number, 0.0)
            bonus = self._bonus(statement, likely + close + self._of_prior(statement))
            score = said.coverage + bonus
            if self._years and not self._is_timed(statement):
                score -= UNTIMED
            found.append((-score, number, -1, _candidate(self.index, statement, None, score, said, close)))
            within = self._within(statement)
            for figure, fit, focused, inner in held.figures:
                score = inner.coverage + bonus + fit + focused + (INSIDE_PRIOR if figure.at in within else 0.0)
                credit = close if fit > UNLIKE else 0.0
                candidate = _candidate(self.index, statement, figure, score, inner, credit)
                found.append((-score, number, figure.at, candidate))
        found.sort(key=_place)
        return [candidate for *_, candidate in found]

    def _within(self, statement: Statement) -> range:
        """Where the brackets stand that open right behind the figure of which a part is asked for ("of them")."""
        told = next((k for k in self._prior if k.startswith(f"{statement.block.id}#")), "")
        if not told:
            return range(0)
        end = int(told.rpartition("#")[2])
        opens = _BRACKETS.match(statement.block.text, end)
        return range(*opens.span()) if opens is not None else range(0)

    def _of_prior(self, statement: Statement) -> float:
        if statement.block.id not in self._prior:
            return 0.0
        return PRIOR + (INSIDE_PRIOR if f"{statement.block.id}@{statement.start}" in self._prior else 0.0)

    def _is_timed(self, statement: Statement) -> bool:
        """Whether a statement of a report of another time names the year asked about, or sets a task for it."""
        return (self._next and statement.ahead) or any(year in statement.plain for year in self._years)

    def _hold(self, number: int) -> _Held | None:
        """What a statement and those of its figures that may answer hold of the question; None where it can be no
        answer, nor worth showing beside one that is missing."""
        index = self.index
        statement = index.statements[number]
        most = self._most_held(statement)
        if most < SLIGHT:
            self._held[number] = None
            return None
        fitting = []
        for figure in statement.figures if most >= SCARCE and self._of_officers(statement) else ():
            fit = fits(self._asked, figure, statement, index)
            if fit is not None:
                fitting.append((figure, fit))
        figures = []
        if fitting:
            scale = self._scale.of_figures(statement)
            for figure, fit in fitting:
                own = index.figure_keys[figure.id]
                inner = scale.of(own, index.local_keys[figure.id], index.local_words[figure.id])
                figures.append((figure, fit, focus(self._aimed, own, figure, index), inner))
        held = self._held[number] = _Held(statement, self._scale.of_statement(statement), tuple(figures))
        return held

    def _of_officers(self, statement: Statement) -> bool:
        """Whether a statement does not tell only of the heads of other levels than those asked about."""
        if self._bodies and names_other_level(self._bodies, bodies_of(statement.plain)):
            return False
        told = officers_of(statement.plain) if self._officers else frozenset()
        return not told or not told.isdisjoint(self._officers)

    def _most_held(self, statement: Statement) -> float:
        """The most of the question, 0 to 1, that a statement or a figure in it can hold, by what stands anywhere around
        it: quickly told, and most statements that one common word leads to need no closer look."""
        around, words = self.index.around[statement.index], statement.plain
        held = 0.0
        for w in self._scale.weighted:
            near = not around.isdisjoint(w.wanted.keys) or not around.isdisjoint(w.akin)
            if near or w.alone in words or (w.inside and w.is_inside(words)):
                held += w.weight
        return held / self._scale.total

    def _bonus(self, statement: Statement, bonus: float) -> float:
        """What counts for or against a statement besides what it says; added to the bonus it has."""
        question = self._question
        if question.footnote is not None:
            bonus += 0.3 if statement.block.number == question.footnote and statement.block.anchor else -0.2
        if question.section and statement.block.section.upper().startswith(question.section):
            bonus += 0.15
        if self._days and any(d.iso in self._days for d in dates(statement.quote)):
            bonus += OF_DAY
        if statement.judging:
            bonus -= ROW
        if statement.row is not None and not question.appendix:
            bonus -= ROW
        if question.appendix:
            bonus += 0.15 if statement.block.section.startswith("Phụ lục") else -0.1
        return bonus


class _Held(NamedTuple):
    """A statement and what it holds; its figures that may answer, each with fit, focus and what it holds."""

    statement: Statement
    covered: Covered
    figures: tuple[tuple[Figure, float, float, Covered], ...]


def candidates(question: Question, index: ReportIndex) -> list[Candidate]:
    """Every figure and statement of a report that speaks of what was asked, best first, whatever is near in meaning."""
    return Evidence(question, index).ranked()


def _candidate(
    index: ReportIndex, statement: Statement, figure: Figure | None, score: float, held: Covered, near: float
) -> Candidate:
    return Candidate(index, statement, figure, held.coverage, score, held.missing, held.levels, held.lacks, near)


def _place(found: tuple[float, int, int, Candidate]) -> tuple[float, int, int]:
    return found[:3]


def _told(weighted: Sequence[Weighted], index: ReportIndex) -> frozenset[int]:
    """The statements that say a term of the question, with all of their blocks, and those that such a term leads to."""
    told: set[int] = set()
    for w in weighted:
        if w.wanted.weight < 0.3 and len(weighted) > 2:
            continue
        for key in w.wanted.keys:
            told.update(index.own.get(key, ()))
        if not w.wanted.keys:
            told.update(s.index for s in index.statements if w.alone in s.plain)
    told = _with_blocks(told, index)
    lead = {k for w in weighted for k in w.wanted.keys if w.wanted.weight >= 0.5}
    for keys, led in index.led.items():
        if not keys.isdisjoint(lead):
            told.update(led)
    return frozenset(told)


def _with_blocks(numbers: Collection[int], index: ReportIndex) -> set[int]:
    """Statements with all others of their blocks: what a footnote, list or table row hangs on may hold the asked words
    while its own clause does not."""
    every = set(numbers)
    for number in numbers:
        every.update(index.by_block[index.statements[number].block.id])
    return every

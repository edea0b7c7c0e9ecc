"""The evidence of a question, best first: by what statements say, by a search of the store where that does not settle
the question, and only when an answer looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence.candidates import Candidate, Evidence, candidates
from assistant.evidence.least import TEXT_COVERAGE, least
from assistant.evidence.once import Once
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import RUNNING
from assistant.question import Question
from vectorstore.search import Hit, Look
from vectorstore.summary import ReportSummary

OPEN = 6  # reports searched statement by statement at once
NEAR = 0.16
SETTLED = 0.72  # coverage of the best evidence at which a question is settled by its words


@dataclass(frozen=True, slots=True)
class ByWords:
    """The evidence of a part of a question in reports that are open: by its words alone, best first."""

    candidates: tuple[Candidate, ...]
    places: int = 0


def by_words(question: Question, indexes: Sequence[ReportIndex]) -> ByWords:
    """Ranks what reports hold of a question."""
    return ByWords(tuple(sorted((c for i in indexes for c in candidates(question, i)), key=lambda c: -c.score)))


class Ranking:
    """What the reports that a question is put to hold of it, ranked when first asked for.

    An audit, a document's number, causes and the like are read off the report itself: such an answer, one of five, is
    spared even that. A Ranking belongs to one thread.
    """

    def __init__(
        self,
        question: Question,
        chosen: Sequence[ReportSummary],
        look: Look,
        prior: frozenset[str],
        index: Callable[[str], ReportIndex],
    ) -> None:
        """`prior`: ids of the blocks that the conversation is about; `index` gives a report's by its id."""
        self._question = question
        self._chosen = list(chosen)
        self._look = look
        self._prior = prior
        self._index = index
        self._measured: dict[str, Evidence] = {}

    @property
    def opened(self) -> list[ReportSummary]:
        """The reports searched statement by statement: all of few; of many, those with the best passages."""
        return self._chosen if len(self._chosen) <= OPEN else self._ranked[0]

    @property
    def indexes(self) -> tuple[ReportIndex, ...]:
        """Their indexes."""
        return tuple(self._evidence(s.id).index for s in self.opened)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every figure and statement that speaks of what was asked, best first."""
        return self._ranked[1]

    @property
    def places(self) -> int:
        """How many statements of the reports opened the words of the question lead to."""
        return sum(self._evidence(s.id).places for s in self.opened)

    @Once
    def _ranked(self) -> tuple[list[ReportSummary], tuple[Candidate, ...]]:
        few = len(self._chosen) <= OPEN
        opened, found = self._rank([]) if few else ([], [])
        searched = not found
        if searched:  # a search tells which of many reports to open, and where words stand that lead to nothing
            opened, found = self._rank(self._look.hits(by_meaning=False))
        if _settled(self._question, found):
            if not searched:
                _bring_near(found)
        elif not (few and _hopeless(self._question, found)):
            opened, found = self._rank(self._look.hits())  # nearness in meaning takes most of an answer's time
        return opened, tuple(found)

    def _rank(self, hits: Sequence[Hit]) -> tuple[list[ReportSummary], list[Candidate]]:
        """The reports opened, and their evidence, best first, by its own words and by what a search found."""
        opened = _opened(self._chosen, hits, newest=self._question.running == RUNNING)
        last = max((s.period for s in opened), default="")
        found: list[Candidate] = []
        for held in [self._evidence(s.id) for s in opened]:
            newest = bool(last) and held.index.report.period == last
            found += held.ranked(_near(held.index, hits), newest)
        found.sort(key=lambda c: -c.score)
        return opened, found

    def _evidence(self, report: str) -> Evidence:
        held = self._measured.get(report)
        if held is None:
            held = self._measured[report] = Evidence(self._question, self._index(report), self._prior)
        return held


def _settled(question: Question, found: Sequence[Candidate]) -> bool:
    """Whether the words of a question, none of them left untranslated, settle it: the best evidence, of those ranked,
    holds nearly all that is asked, or leads every other statement by more than nearness in meaning may add."""
    if not found:
        return False
    best = found[0]
    if best.coverage >= SETTLED and not any(w.foreign for w in question.wanted):
        return True
    second = next((c.score for c in found if c.statement is not best.statement), 0.0)
    return best.score - second > NEAR


def _bring_near(found: Sequence[Candidate]) -> None:
    """What settles a question is what a search would find first, and counts as near as that."""
    best = found[0].statement
    for candidate in found:
        if candidate.statement is best:
            candidate.near = NEAR


def _hopeless(question: Question, found: Sequence[Candidate]) -> bool:
    """Whether none of the evidence can become enough: nearness in meaning makes up for so much of what it must hold,
    and no more."""
    needed = least(question, TEXT_COVERAGE, NEAR)
    return all(c.coverage < needed for c in found)


def _opened(chosen: list[ReportSummary], hits: Sequence[Hit], *, newest: bool) -> list[ReportSummary]:
    """Few reports are all opened; of many, those with the best passages, and the newest where that is asked for."""
    if len(chosen) <= OPEN:
        return chosen
    scores: dict[str, float] = {}
    for hit in hits:
        scores[hit.passage.report] = scores.get(hit.passage.report, 0.0) + hit.score
    best = sorted(scores, key=lambda r: -scores[r])[:OPEN]
    if newest:
        best.append(max(chosen, key=lambda s: s.period).id)
    return [s for s in chosen if s.id in best] or chosen[:OPEN]


def _near(index: ReportIndex, hits: Sequence[Hit]) -> dict[int, float]:
    near: dict[int, float] = {}
    for hit in hits:
        if hit.passage.report != index.report.id:
            continue
        place = hit.passage.locator
        bonus = NEAR / (1 + 0.25 * (hit.rank - 1))
        for number in index.by_block.get(place.block, ()):
            statement = index.statements[number]
            if statement.start < place.end and place.start < statement.end:
                near[number] = max(near.get(number, 0.0), bonus)
    return near

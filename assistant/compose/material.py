"""What the composers of an answer work with: the question, what was found, and what of it is enough to be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asked.kinds import Kind
from assistant.compose.sufficiency import of_head, sufficient, told_with_others
from assistant.evidence.candidates import Candidate
from assistant.evidence.least import FIGURE_COVERAGE, TEXT_COVERAGE
from assistant.evidence.once import Once
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.evidence.told_before import is_told_of_another
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Role

_COUNTING = guarded(  # a number is no count, nor is a day: "số bao nhiêu, ngày bao nhiêu?"
    r"(?<!\bso )(?<!\bso hieu )(?<!\bngay )\bbao nhieu\b|\bngay bao nhieu (?!thang\b|nam\b|vay\b|a\b)\w|"
    r"\bhow (?:many|much)\b|\bwhat (?:\w+ ){0,2}(?:share|rate|percentage|proportion|score|level of)\b"
)


_LATER = re.compile(
    r"\b(?:se|phai|can|nen|ke hoach|muc tieu|chi tieu|phan dau|it nhat|toi thieu|toi day|sap toi|thoi gian toi|"
    r"nam (?:toi|sau)|thang toi|duoc giao|nhiem vu|truoc ngay|du kien|dinh|dat ra|de ra|targets?|plans?|planned|will|"
    r"should|must|aims?|goals?|set|next|at least|minimum|to be|tasks?|needs?|required?)\b"
)
_LEAST = guarded(r"\b(?:phai|can|must|should)\b[^?;]*\b(?:it nhat|toi thieu|at least)\b")
MISFIT = 0.5  # of score that a figure loses to what it covers where it is of quite another kind than is asked for


@dataclass
class Material:
    """What the composers work with: the question, what was found, and what of it is enough to be shown.

    Many composers look at the same things before one of them speaks: each is worked out once.
    """

    question: Question
    found: Found
    lexicon: Lexicon

    @property
    def indexes(self) -> list[ReportIndex]:
        """The reports asked."""
        return list(self.found.indexes)

    @Once
    def numeric(self) -> bool:
        """Whether a number and nothing else is wanted."""
        return bool(_COUNTING.search(fold(self.question.clear)))

    @Once
    def figures(self) -> list[Candidate]:
        """The figures that may be shown; none where the best counts what is asked for together with other things, or is
        what was told before of another level or time."""
        held = (c for c in self.found.candidates if c.figure is not None and c.score > c.coverage - MISFIT)
        found = sufficient(self.question, held, FIGURE_COVERAGE)
        found = of_head(self.question, found)
        if found and not self.question.periods and not self.question.is_(Kind.DIRECTION):
            found = self._of_now(found)
        if found and found[0].figure is not None and is_told_of_another(self.question, found[0].figure):
            earlier = (c for c in found if c.figure is not None and c.figure.role is Role.PREVIOUS)
            return list(earlier) if self.question.previous else []
        return [] if found and told_with_others(self.question, found[0]) else found

    def _of_now(self, found: list[Candidate]) -> list[Candidate]:
        """The figures of what was done, where there are any and nothing that is set for later is asked for; those of
        what is set for later, where the least of it is."""
        if _LEAST.search(fold(self.question.clear)):
            return [c for c in found if c.statement.ahead] or found
        done = [c for c in found if not c.statement.ahead]
        later = len(done) < len(found) and _LATER.search(fold(self.question.clear))
        return found if later or not done else done

    @Once
    def texts(self) -> list[Candidate]:
        """The statements that may be shown."""
        return sufficient(self.question, (c for c in self.found.candidates if c.figure is None), TEXT_COVERAGE)

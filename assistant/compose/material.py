"""What the composers of an answer work with: the question, what was found, and what of it is enough to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.compose.sufficiency import of_head, sufficient, told_with_others
from assistant.evidence.candidates import Candidate
from assistant.evidence.least import FIGURE_COVERAGE, TEXT_COVERAGE
from assistant.evidence.once import Once
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_COUNTING = guarded(  # a number is no count, nor is a day: "số bao nhiêu, ngày bao nhiêu?"
    r"(?<!\bso )(?<!\bso hieu )(?<!\bngay )\bbao nhieu\b|\bngay bao nhieu (?!thang\b|nam\b|vay\b|a\b)\w|"
    r"\bhow (?:many|much)\b|\bwhat (?:\w+ ){0,2}(?:share|rate|percentage|proportion|score|level of)\b"
)


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
        """The figures that may be shown; none where the best counts what is asked for together with other things."""
        held = (c for c in self.found.candidates if c.figure is not None)
        found = sufficient(self.question, held, FIGURE_COVERAGE)
        found = of_head(self.question, found)
        return [] if found and told_with_others(self.question, found[0]) else found

    @Once
    def texts(self) -> list[Candidate]:
        """The statements that may be shown."""
        return sufficient(self.question, (c for c in self.found.candidates if c.figure is None), TEXT_COVERAGE)

"""Whether there is enough: how much of a question a piece of evidence must hold before it may be shown as the answer.

The figures were chosen on the golden questions of the sample reports; docs/answers.md says what each of them weighs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.evidence import Candidate, candidates
from assistant.question import Question
from assistant.shelf import Found

FIGURE_COVERAGE = 0.62
TEXT_COVERAGE = 0.6
HEAVY = 0.3  # a word that makes up this share of what is asked may not be missing
FOLLOWING = 0.12  # the room that a follow-up is given: it leans on what was said before
TRANSLATED = 0.06  # of an English question some words find no wording in the glossary
NEARNESS = 0.8  # what the embeddings' word counts: the passage they find first may cover that much less


def sufficient(question: Question, found: Iterable[Candidate], least: float) -> list[Candidate]:
    """The candidates that may be shown as an answer, in their order."""
    room = FOLLOWING if question.followup else 0.0
    if question.language == "en":
        least -= TRANSLATED
    return [
        c
        for c in found
        if c.coverage >= least - max(room, NEARNESS * c.near)
        and c.lacks < HEAVY + room
        and not any(w.must for w in c.missing)
    ]


def of_any_period(found: Found) -> list[Candidate]:
    """The evidence as if no period had been asked for: an earlier value may follow from a stated change."""
    asked = found.question
    timeless = replace(asked, periods=(), previous=False)
    every = [c for index in found.indexes for c in candidates(timeless, index)]
    every.sort(key=lambda c: -c.score)
    compared = [c for c in every if c.figure is not None and c.figure.comparison is not None]
    return [
        c
        for c in compared
        if not asked.periods or (c.figure and c.figure.comparison and c.figure.comparison.period in asked.periods)
    ]

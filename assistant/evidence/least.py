"""How much of a question a piece of evidence must hold, at the least, before it may be shown as the answer.

The figures were chosen on the golden questions of the sample reports; docs/answers.md says what each of them weighs.
"""

from __future__ import annotations

from assistant.question import Question

FIGURE_COVERAGE = 0.62
TEXT_COVERAGE = 0.6
FOLLOWING = 0.12  # the room that a follow-up is given: it leans on what was said before
TRANSLATED = 0.04  # of an English question some words find no wording in the glossary
NEARNESS = 0.4  # what the embeddings' word counts: the passage they find first may cover that much less


def room(question: Question) -> float:
    """By how much less a follow-up may be covered."""
    return FOLLOWING if question.followup else 0.0


def least(question: Question, coverage: float, near: float) -> float:
    """The coverage, 0 to 1, that evidence needs where `coverage` is asked of any, by how `near` in meaning it is."""
    translated = TRANSLATED if question.language == "en" else 0.0
    return coverage - translated - max(room(question), NEARNESS * near)

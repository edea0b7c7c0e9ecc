"""What the answers have reached on the golden questions is not lost again; and the README tells the truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from tests.golden.evaluate import ROOT, SAMPLES, details, own_sets, score, spread, store_of
from tests.golden.marking import Scores
from vectorstore.library import Library

FLOORS = {
    "right vi": 0.96,
    "right en": 0.94,
    "refused": 0.98,
    "cited": 0.98,
    "verbatim": 1.0,
    "supported": 1.0,
    "found vi": 0.98,
    "found en": 0.98,
}
MOST_HARMFUL = 0.025


@pytest.fixture(scope="module")
def samples() -> Iterator[Library]:
    with store_of(SAMPLES) as library:
        yield library


@pytest.fixture(scope="module", params=own_sets(), ids=lambda s: s.name)
def scores(request: pytest.FixtureRequest, samples: Library) -> Scores:
    return score(request.param, samples, Assistant(samples))


@pytest.mark.parametrize("measure", FLOORS)
def test_a_measure_stays_above_what_was_reached(scores, measure):
    share = scores.share(measure)
    assert share is not None
    assert share >= FLOORS[measure], details(measure, scores)


def test_few_answers_are_wrong_instead_of_missing(scores):
    share = scores.share("harmful")
    assert share is not None
    assert share <= MOST_HARMFUL, details("harmful", scores)


def test_a_sample_of_a_set_has_every_language_and_kind_before_any_comes_twice():
    questions = own_sets()[0].questions
    groups = {(q.language, q.kind) for q in questions}
    chosen = spread(questions, len(groups))
    assert {(q.language, q.kind) for q in chosen} == groups
    assert spread(questions, 10_000) == questions


def test_the_answer_in_the_readme_is_the_programs(samples):
    page = Path(ROOT / "README.md").read_text(encoding="utf-8")
    answer = Assistant(samples).ask("Còn bao nhiêu đơn thư tồn đọng?", reports=[samples.resolve("vinh-trach-2024")])
    assert f"```\n{answer.answer}\n  [1] “{answer.citations[0].quote}”\n" in page
    assert f"({answer.citations[0].locator.label})\n" in page

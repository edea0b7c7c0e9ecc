"""Questions that ask several things, or set one thing apart from its like."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
from assistant.claims import Answer
from vectorstore.library import Library


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


def leads(answer: Answer) -> str:
    assert not answer.abstained
    return answer.answer


def test_limitations_and_their_causes_are_told_together_where_both_are_asked(assistant: Assistant) -> None:
    both = assistant.ask("Nêu những hạn chế và nguyên nhân của công tác dân vận năm 2024")
    causes = assistant.ask("Nguyên nhân của những hạn chế trong công tác dân vận năm 2024 là gì?")
    limits = assistant.ask("Năm 2024 công tác dân vận còn những hạn chế gì?")
    quoted = {c.quote for c in both.citations}
    assert {c.quote for c in causes.citations} <= quoted
    assert {c.quote for c in limits.citations} & quoted


def test_by_how_much_a_target_is_exceeded_is_the_figure_less_its_target(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024 kích hoạt tài khoản định danh điện tử vượt chỉ tiêu bao nhiêu người?")
    assert answer.calculation is not None
    assert answer.calculation.formula == "71238 - 68400"
    assert leads(answer).startswith("2.838 người")


def test_a_one_row_table_of_kinds_does_not_answer_for_the_whole(assistant: Assistant) -> None:
    assert "386" in leads(assistant.ask("How many citizen reception visits were there in 2024?"))


@pytest.mark.parametrize("question", ["At commune level, how many?", "By commune, which is first?"])
def test_an_english_preposition_is_no_name_of_a_commune(question: str) -> None:
    assert named_places(question, "en") == ()

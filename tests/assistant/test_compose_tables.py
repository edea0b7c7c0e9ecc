"""Highest, lowest and ranks in the tables of a report."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Đơn vị nào tiếp nhận nhiều hồ sơ TTHC nhất năm 2024?", ["Thị trấn Vĩnh Trạch: 2.941"]),
        ("Xã nào tiếp nhận nhiều hồ sơ TTHC nhất năm 2024 (không kể thị trấn)?", ["Xã Long Giồng: 2.097"]),
        ("Đơn vị nào tiếp nhận hồ sơ TTHC nhiều thứ hai năm 2024?", ["Xã Long Giồng: 2.097"]),
        ("Xã hay thị trấn nào tiếp nhận ít hồ sơ TTHC nhất năm 2024?", ["Xã An Trạch Thượng: 1.384"]),
        ("Đơn vị nào tiếp nhận ít hồ sơ TTHC nhất năm 2024?", ["Xã An Trạch Thượng: 1.384"]),
        ("Xã nào có số hồ sơ giải quyết quá hạn thấp nhất năm 2024?", ["Xã Mỹ Sa, Xã Phú Sa: 3"]),
    ],
)
def test_the_row_asked_for_is_named(assistant: Assistant, question: str, names: list[str]) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert not answer.abstained
    for name in names:
        assert name in answer.answer


def test_both_ends_of_a_column_are_told_where_both_are_asked(assistant: Assistant) -> None:
    question = "Đơn vị nào tiếp nhận hồ sơ TTHC nhiều nhất, đơn vị nào ít nhất năm 2024?"
    answer = assistant.ask(question, reports=NOW).answer
    assert answer.index("Thị trấn Vĩnh Trạch: 2.941") < answer.index("Xã An Trạch Thượng: 1.384")


def test_two_rows_are_set_against_each_other(assistant: Assistant) -> None:
    question = "Xã Long Giồng tiếp nhận hồ sơ TTHC nhiều hơn xã Mỹ Sa bao nhiêu hồ sơ năm 2024?"
    answer = assistant.ask(question, reports=NOW)
    assert answer.calculation is not None
    assert answer.calculation.value == 2097 - 1567


def test_the_longest_part_of_a_list_leads(assistant: Assistant) -> None:
    answer = assistant.ask("Xã nào làm được nhiều km đường nông thôn nhất năm 2024?", reports=NOW)
    assert answer.answer.startswith("Xã Trạch Phú: 5,2 km")

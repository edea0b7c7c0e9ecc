"""Comparisons: inside a statement, over two reports, between two levels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


def test_direction_leads_and_both_values_follow(assistant: Assistant) -> None:
    question = "Số lượt tiếp công dân năm 2024 tăng hay giảm bao nhiêu so với năm 2023?"
    answer = assistant.ask(question, reports=NOW)
    assert answer.answer.startswith("Tăng 45 lượt: 386 lượt so với 341 lượt")
    assert answer.calculation is not None
    assert answer.calculation.value == 45


def test_a_fall_is_said_in_words_in_both_languages(assistant: Assistant) -> None:
    assert assistant.ask("Tỷ lệ hộ nghèo giảm bao nhiêu so với cuối năm 2023?", reports=NOW).answer.startswith(
        "Giảm 0,64"
    )
    english = assistant.ask("Did the satisfaction index rise or fall compared with 2022?", reports=NOW).answer
    assert english.startswith("Fell by 2.28")


def test_a_change_without_values_is_given_with_its_share(assistant: Assistant) -> None:
    answer = assistant.ask("Hồ sơ cấp xã tiếp nhận năm 2024 tăng bao nhiêu so với năm trước?", reports=NOW)
    assert "2.541 hồ sơ" in answer.answer
    assert "13,16%" in answer.answer


@pytest.mark.parametrize(
    ("question", "change", "told"),
    [
        ("Số đơn tồn đọng năm 2024 so với năm 2023 thế nào?", "2", "Tăng"),
        ("So sánh tỷ lệ giải quyết đơn thư năm 2023 và 2024.", "-2.64", "Giảm"),
        ("Mô hình Dân vận khéo được công nhận năm 2024 nhiều hơn năm 2023 bao nhiêu?", "19", "Tăng"),
        ("Bao nhiêu vụ hòa giải tăng thêm so với năm 2023?", "13", "Tăng"),
    ],
)
def test_two_reports_are_compared_by_the_same_indicator(
    assistant: Assistant, question: str, change: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(told)
    assert answer.calculation is not None
    assert answer.calculation.value == Decimal(change)
    assert len({c.locator.report for c in answer.citations}) == 2


def test_a_difference_of_shares_is_in_percentage_points(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh tỷ lệ giải quyết đơn thư năm 2023 và 2024.")
    assert "2,64 điểm phần trăm" in answer.answer
    assert answer.calculation is not None
    assert answer.calculation.unit == "điểm phần trăm"


def test_two_levels_of_one_report_are_set_against_each_other(assistant: Assistant) -> None:
    question = "Tỷ lệ hồ sơ trực tuyến năm 2024 của cấp huyện hay cấp xã cao hơn?"
    answer = assistant.ask(question, reports=NOW)
    assert answer.answer.startswith("Cấp huyện cao hơn: 86,99%")
    assert "7,99 điểm" in answer.answer


def test_targets_of_the_directions_feed_no_comparison(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ số hài lòng SIPAS tăng hay giảm so với năm 2022?", reports=NOW)
    assert answer.answer.startswith("Giảm")
    assert "88%" not in answer.answer

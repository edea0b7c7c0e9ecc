"""Totals with their parts, rows and columns by name, several things asked at once, and which reports say a thing."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.compose.parts import parts_of
from vectorstore.library import Library


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


def test_a_total_is_told_with_the_parts_that_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Năm 2024 hồ sơ cấp xã đang giải quyết là bao nhiêu, trong đó còn hạn và quá hạn bao nhiêu?"
    ).answer
    assert answer.startswith("268 hồ sơ")
    assert "265" in answer and "03" in answer


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Xã Mỹ Sa tiếp nhận bao nhiêu hồ sơ năm 2024?", ("1.567",)),
        ("Xã Mỹ Sa có bao nhiêu hồ sơ tiếp nhận và bao nhiêu hồ sơ trực tuyến năm 2024?", ("1.567", "1.188")),
        ("Tỷ lệ hòa giải thành của xã Mỹ Sa năm 2024 là bao nhiêu?", ("90,91",)),
    ],
)
def test_a_row_asked_for_by_name_answers_with_the_columns_asked_for(
    assistant: Assistant, question: str, shown: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert all(figure in answer.answer for figure in shown)
    assert len(answer.citations) == 1 and answer.citations[0].locator.table is not None


@pytest.mark.parametrize(
    "question",
    [
        "Sở nào có tỷ lệ hồ sơ trực tuyến thấp nhất năm 2024?",  # the table sets communes against each other
        "Xã nào có nhiều cán bộ nghỉ hưu nhất năm 2024?",
        "Vì sao mô hình “Thứ Bảy trả kết quả tại ấp” phải dừng?",  # the report says nothing of a cause
        "Tỷ lệ số hóa tài liệu lưu trữ của xã Mỹ Sa năm 2024 là bao nhiêu?",
    ],
)
def test_what_no_row_column_or_cause_says_is_not_answered_by_its_neighbour(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_the_ends_of_a_column_are_set_against_each_other(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024, xã có tỷ lệ hồ sơ trực tuyến cao nhất và thấp nhất chênh nhau bao nhiêu?")
    assert answer.calculation is not None
    assert answer.calculation.formula == "82.97 - 72.63"


def test_a_section_is_found_by_its_heading(assistant: Assistant) -> None:
    answer = assistant.ask("Muốn đọc phần hạn chế của báo cáo năm 2024 thì xem mục nào?")
    assert answer.answer.startswith("Mục V.2")


def test_the_reports_that_say_a_thing_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo những năm nào có nêu chỉ số hài lòng SIPAS?")
    assert "Năm 2023" in answer.answer and "Năm 2024" in answer.answer
    assert len({c.locator.report for c in answer.citations}) == 2


def test_that_document_is_the_one_of_the_question_before(assistant: Assistant) -> None:
    first = "Quyết định số 1596/QĐ-UBND ban hành ngày nào?"
    history = (Turn("user", first), Turn("assistant", "Ngày 19/8/2024."))
    assert "công nhận các mô hình" in assistant.ask("Quyết định đó về việc gì?", history=history).answer


def test_a_question_is_cut_where_it_asks_again() -> None:
    assert parts_of("Tiếp bao nhiêu lượt, và bao nhiêu người?") == ("Tiếp bao nhiêu lượt", "và bao nhiêu người?")
    assert parts_of("Tiếp bao nhiêu lượt?") == ("Tiếp bao nhiêu lượt?",)


def test_an_answer_that_gives_a_figure_is_brief(assistant: Assistant) -> None:
    for question in ("Năm 2024 huyện tiếp bao nhiêu lượt công dân?", "Năm 2024 đơn thư tồn đọng tăng hay giảm?"):
        assert len(assistant.ask(question).answer.split()) <= 60


def test_of_two_years_the_latest_is_meant_and_what_it_states_is_not_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("How many petitions remained unresolved?")
    assert answer.answer.startswith("5 petitions") and answer.calculation is None
    assert assistant.ask("Còn bao nhiêu đơn thư tồn đọng?").answer.startswith("05 đơn")

"""Questions that doubt a figure, a sum, a claim or a date."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from vectorstore.library import Library

NOW, BEFORE = "vinh-trach-2024", "vinh-trach-2023"


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.mark.parametrize(
    ("question", "report", "lead", "told"),
    [
        ("209/214 ý kiến có đúng là 98,66% không?", NOW, "Không đúng", "97,66%"),
        ("Is 209 of 214 opinions really 98.66%?", NOW, "No", "97.66%"),
        ("59/64 đơn có đúng là 92,19% không?", NOW, "Đúng", "92,19%"),
        ("Cộng cột hồ sơ quá hạn theo xã ở Phụ lục II năm 2024 có bằng 51 không?", NOW, "Không khớp", "53"),
        ("Cộng các lượt tiếp công dân ở chú thích 7 năm 2024 có bằng 386 không?", NOW, "Có, khớp", "386"),
        ("Số km đường nông thôn năm 2023 có khớp với tổng các xã không?", BEFORE, "Không khớp", "14,5"),
        ("Do mediated and failed cases in Appendix I of 2024 add up to 138?", NOW, "No", "136"),
    ],
)
def test_a_sum_or_share_is_worked_out_anew(
    assistant: Assistant, question: str, report: str, lead: str, told: str
) -> None:
    answer = assistant.ask(question, reports=[report])
    assert answer.answer.startswith(lead)
    assert told in answer.answer
    assert answer.calculation is not None
    assert answer.citations


def test_body_and_footnote_are_held_against_each_other(assistant: Assistant) -> None:
    question = "Số liệu tỷ lệ giải quyết hồ sơ cấp huyện năm 2024 ở thân báo cáo và chú thích có khớp không?"
    answer = assistant.ask(question, reports=[NOW])
    assert answer.answer.startswith("Không khớp")
    assert "99,63%" in answer.answer
    assert "99,36%" in answer.answer


def test_a_claim_is_held_against_its_figure(assistant: Assistant) -> None:
    question = "SIPAS của huyện có thật sự tiến triển như báo cáo năm 2024 viết không?"
    answer = assistant.ask(question, reports=[NOW])
    assert answer.answer.startswith("Không")
    assert "2,28%" in answer.answer


def test_the_date_of_a_plan_is_held_against_its_subject(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 214/KH-UBND có điểm gì không hợp lý về ngày ban hành?", reports=[NOW])
    assert "02/02/2023" in answer.answer
    assert "2024" in answer.answer


def test_leftovers_of_an_old_year_are_shown(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo năm 2024 có chỗ nào còn sót số năm cũ không?", reports=[NOW])
    assert answer.answer.startswith("Có")
    assert "năm 2023" in answer.answer


def test_a_check_of_something_else_answers_no_doubt(assistant: Assistant) -> None:
    answer = assistant.ask("Diện tích gieo trồng lúa năm 2024 có khớp với tổng các xã không?", reports=[NOW])
    assert answer.abstained
    assert answer.calculation is None

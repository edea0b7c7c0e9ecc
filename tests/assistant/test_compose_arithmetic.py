"""What follows from a report's figures: remainders, shares, sums over levels, earlier values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from assistant.verify import values, work_out
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


def worked(answer: Answer) -> Decimal:
    """The value of an answer's calculation, every operand of which stands in a cited quote."""
    assert not answer.abstained
    assert answer.calculation is not None
    quotes = {c.key: values(c.quote) for c in answer.citations}
    assert answer.calculation.operands
    assert all(o.value in quotes[o.key] for o in answer.calculation.operands)
    assert work_out(answer.calculation.formula.split(";")[-1]) == answer.calculation.value
    return answer.calculation.value


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Còn bao nhiêu ý kiến tại các hội nghị đối thoại năm 2024 chưa được trả lời?", 5),
        ("Bao nhiêu người hưởng trợ cấp xã hội chưa nhận qua tài khoản?", 309),
        ("Có bao nhiêu mô hình Dân vận khéo đăng ký mà không được công nhận năm 2024?", 31),
        ("How many registered models of skilful mass mobilisation were not recognised in 2024?", 31),
    ],
)
def test_what_is_not_done_is_the_whole_less_what_is_done(assistant: Assistant, question: str, rest: int) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert worked(answer) == rest
    assert values(answer.answer.split("(")[0]) >= {Decimal(rest)}


def test_a_remainder_that_the_report_states_is_quoted_and_not_calculated(assistant: Assistant) -> None:
    answer = assistant.ask("Số vụ hòa giải không thành ghi ở Phụ lục I năm 2024?", reports=NOW)
    assert answer.calculation is None
    assert Decimal(12) in values(answer.answer)


def test_a_share_that_is_not_stated_is_worked_out_to_two_decimals(assistant: Assistant) -> None:
    question = "Tỷ lệ kiến nghị sau kiểm tra đã khắc phục năm 2024 là bao nhiêu phần trăm?"
    answer = assistant.ask(question, reports=NOW)
    assert worked(answer) == Decimal("82.35")
    assert "82,35%" in answer.answer
    assert any("được tính" in note for note in answer.notes)


def test_a_stated_share_is_preferred_to_one_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ giải quyết đơn thư năm 2024 đạt bao nhiêu phần trăm?", reports=NOW)
    assert answer.calculation is None
    assert "92,19%" in answer.answer


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("Tổng số hồ sơ đã giải quyết quá hạn của cả hai cấp năm 2024 là bao nhiêu?", 78),
        ("Cả cấp huyện và cấp xã tiếp nhận tổng cộng bao nhiêu hồ sơ TTHC năm 2024?", 26358),
        ("Tổng số người dự các hội nghị đối thoại năm 2024?", 1265),
        ("How many overdue resolved dossiers were there at both levels in 2024?", 78),
    ],
)
def test_both_levels_are_summed_where_no_total_is_stated(assistant: Assistant, question: str, total: int) -> None:
    assert worked(assistant.ask(question, reports=NOW)) == total


def test_an_earlier_value_follows_from_the_later_one_and_its_change(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ số CCHC năm 2022 là bao nhiêu điểm nếu năm 2023 đạt 86,42 điểm?", reports=NOW)
    assert worked(answer) == Decimal("85.05")


def test_a_question_about_work_is_no_question_about_a_sum(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo nêu nguyên nhân nào khiến công tác dân vận còn hạn chế?", reports=NOW)
    assert answer.calculation is None

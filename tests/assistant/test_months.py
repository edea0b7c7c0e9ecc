"""Monthly reports of one office: what is to be done in a month stands in the one before; a quarter is its months."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRANH

BÁO CÁO
Kết quả công tác tháng {month} năm 2025

I. KẾT QUẢ

Trong tháng, bộ phận một cửa tiếp nhận {taken} hồ sơ đăng ký kinh doanh; có
{paid}/400 giao dịch thanh toán trực tuyến, đạt {share}%.

II. NHIỆM VỤ TRỌNG TÂM THÁNG {following} NĂM 2025

1. {task}
2. Tiếp tục công khai thủ tục hành chính.
"""
MONTHS = (
    (4, 210, 180, "45,00", "Sửa chữa nhà làm việc của bốn xã vùng cao."),
    (5, 240, 300, "75,00", "Tập huấn phần mềm cho công chức tư pháp."),
    (6, 255, 260, "65,00", "Bàn giao máy quét cho các trạm y tế."),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("months"), embedder=spelling_embedder) as library:
        for month, taken, paid, share, task in MONTHS:
            text = REPORT.format(month=month, following=month + 1, taken=taken, paid=paid, share=share, task=task)
            name = f"thang-{month:02}-2025.txt"
            library.add(read_bytes(text.encode(), name), text.encode(), name)
        yield Assistant(library)


def test_the_tasks_of_a_month_stand_in_the_report_before_it(assistant: Assistant) -> None:
    answer = assistant.ask("Nhiệm vụ trọng tâm tháng 6/2025 gồm những việc gì?").answer
    assert "Tập huấn phần mềm" in answer
    assert "Bàn giao máy quét" not in answer


def test_the_tasks_in_a_named_report_are_its_own(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo tháng 6/2025 đề ra nhiệm vụ trọng tâm thời gian tới là gì?").answer
    assert "Bàn giao máy quét" in answer


def test_the_month_of_a_quarter_that_is_lowest_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Trong quý II/2025 tháng nào có tỷ lệ thanh toán trực tuyến thấp nhất?").answer
    assert answer.startswith("Tháng 4")
    assert "45,00%" in answer


def test_the_mean_of_the_months_of_a_quarter_is_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Bình quân mỗi tháng trong quý II/2025 tiếp nhận bao nhiêu hồ sơ đăng ký kinh doanh?")
    assert "235 hồ sơ" in answer.answer
    assert answer.calculation is not None and answer.calculation.formula == "(210 + 240 + 255) / 3"


def test_what_was_aimed_at_for_a_year_stands_in_the_report_before_it(sample_library: Library) -> None:
    answer = Assistant(sample_library).ask("Mục tiêu hồ sơ trực tuyến cấp xã đặt ra cho năm 2024 là bao nhiêu?")
    assert answer.answer.startswith("75%")
    answer = Assistant(sample_library).ask("Chỉ tiêu SIPAS năm 2025 phấn đấu bao nhiêu?")
    assert answer.answer.startswith("88%")


@pytest.mark.parametrize(
    "question",
    [
        "Mục tiêu hồ sơ trực tuyến cấp xã đặt ra cho năm 2024 là bao nhiêu và có đạt không?",
        "Tỷ lệ hồ sơ trực tuyến cấp xã năm 2024 có đạt mục tiêu đề ra không?",
    ],
)
def test_whether_a_target_was_met_is_told_from_both_reports(sample_library: Library, question: str) -> None:
    answer = Assistant(sample_library).ask(question)
    assert answer.answer.startswith("Đạt: thực hiện 79,00%, mục tiêu 75%")
    assert len({c.locator.report for c in answer.citations}) == 2
    assert answer.calculation is not None and answer.calculation.formula == "79.00 - 75"

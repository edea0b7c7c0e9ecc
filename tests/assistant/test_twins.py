"""Where a question fits two figures of a report alike both are told; what a sentence on the reporting unit is on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

MONTHLY = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 45/BC-UBND
Sông Trăng, ngày 20 tháng 3 năm 2025

BÁO CÁO
Kết quả chuyển đổi số tháng 3 năm 2025

I. KẾT QUẢ
1. Trong quý, toàn tỉnh phát sinh 4.210 hồ sơ bảo trợ trực tuyến. Tính đến nay, đã phát sinh 36.850 hồ sơ bảo trợ trực \
tuyến.
2. Các trạm y tế đã gửi 1.932 lượt khai báo tạm trú qua phần mềm Bình An.
3. Các nhà nghỉ đã gửi 51.704 lượt khai báo tạm trú qua phần mềm Bình An.
4. Đã mở 14 lớp tập huấn kỹ năng số.
5. Giao Trường Chính trị tỉnh mở 03 lớp tập huấn kỹ năng số, hoàn thành trong tháng 5/2025.
6. Giám đốc Sở Nội vụ tiếp công dân 23 lượt; Giám đốc Sở Y tế tiếp công dân 31 lượt.
7. Về phân bổ và giải ngân vốn: Kinh phí đã phân bổ cho các nhiệm vụ chuyển đổi số năm 2025 là 64.300 triệu đồng.
8. Đến nay, các trạm y tế đã cấp 4.318 lượt tem điện tử. Đến nay, các nhà thuốc đã cấp 27.650 lượt tem điện tử.
9. Trong tháng, các chợ đã cấp 615 lượt giấy báo giá. Đến nay, các chợ đã cấp 2.940 lượt giấy báo giá.
10. Tiến độ giải ngân vốn cho chuyển đổi số: Năm 2025, đã giải ngân được 9.120 triệu đồng.
"""
ON_AN_INDEX = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 52/BC-UBND
Sông Trăng, ngày 06 tháng 5 năm 2025

BÁO CÁO
Kết quả phục vụ người dân

Thực hiện Quyết định số 417/QĐ-TTg ngày 14/3/2021 về bộ chỉ số phục vụ người dân, kết quả như sau:
I. KẾT QUẢ
1. Các sở đều được chấm theo thang điểm 100.
2. Tỉnh Sông Trăng đạt 78,45 điểm, xếp loại khá và đứng thứ 21/34 tỉnh, thành phố.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("twins"), spelling_embedder) as library:
        for name, text in (("45.txt", MONTHLY), ("52.txt", ON_AN_INDEX)):
            data = text.encode()
            library.add(read_bytes(data, name), data, name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Toàn tỉnh phát sinh bao nhiêu hồ sơ bảo trợ trực tuyến?", ("4.210", "36.850")),
        ("Có bao nhiêu lượt khai báo tạm trú qua phần mềm Bình An?", ("1.932", "51.704")),
        ("Đến nay đã cấp bao nhiêu lượt tem điện tử?", ("4.318", "27.650")),
        (  # the month names the report
            "Theo báo cáo chuyển đổi số tháng 3/2025, toàn tỉnh phát sinh bao nhiêu hồ sơ bảo trợ trực tuyến?",
            ("4.210", "36.850"),
        ),
    ],
)
def test_of_two_figures_that_fit_alike_none_is_left_out(
    assistant: Assistant, question: str, told: tuple[str, str]
) -> None:
    answer = assistant.ask(question)
    assert all(value in answer.answer for value in told)
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Tính đến nay toàn tỉnh phát sinh bao nhiêu hồ sơ bảo trợ trực tuyến?", "36.850", "4.210"),
        ("Các nhà nghỉ đã gửi bao nhiêu lượt khai báo tạm trú qua phần mềm Bình An?", "51.704", "1.932"),
        ("Đến nay các chợ đã cấp bao nhiêu lượt giấy báo giá?", "2.940", "615"),
        ("Đã mở bao nhiêu lớp tập huấn kỹ năng số?", "14 lớp", "03 lớp"),
    ],
)
def test_a_figure_that_the_question_tells_apart_or_that_is_still_a_task_is_no_twin(
    assistant: Assistant, question: str, told: str, other: str
) -> None:
    answer = assistant.ask(question).answer
    assert told in answer
    assert other not in answer


def test_a_sentence_on_the_reporting_unit_is_on_what_the_report_opens_with(assistant: Assistant) -> None:
    answer = assistant.ask("Sông Trăng được bao nhiêu điểm theo bộ chỉ số 417?")
    assert "78,45 điểm" in answer.answer


def test_a_follow_up_is_answered_with_the_figure_at_which_its_own_words_stand(assistant: Assistant) -> None:
    history = (Turn("user", "Kinh phí đã phân bổ cho nhiệm vụ chuyển đổi số năm 2025 là bao nhiêu?"),)
    assert "9.120 triệu đồng" in assistant.ask("Đã giải ngân được bao nhiêu?", history=history).answer


def test_a_quarter_is_set_against_the_running_total(assistant: Assistant) -> None:
    question = "Số hồ sơ bảo trợ trực tuyến phát sinh trong quý so với lũy kế chênh nhau thế nào?"
    answer = assistant.ask(question)
    assert answer.answer.startswith("Trong kỳ 4.210 hồ sơ, lũy kế 36.850 hồ sơ, chênh 32.640 hồ sơ")
    assert answer.calculation is not None

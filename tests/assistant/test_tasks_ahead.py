"""What is to be done in a month is told from the report that sets it, whole, and from nothing that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = """ỦY BAN NHÂN DÂN
XÃ HÒA BÌNH
Số: {number}/BC-UBND
Hòa Bình, ngày 16 tháng {month} năm 2026

BÁO CÁO
Kết quả chuyển đổi số {time} năm 2026

I. KẾT QUẢ
Phát sinh {count} giao dịch thanh toán trực tuyến; tiếp nhận {count} hồ sơ.
II. {heading}
{tasks}
Kiến nghị, đề xuất: Đề nghị cấp trên bố trí 40 triệu đồng mua máy quét.
Trên đây là báo cáo kết quả chuyển đổi số {time} năm 2026 của Ủy ban nhân dân xã Hòa Bình./.
"""
MARCH = "1. Công an xã: cấp căn cước tại 03 điểm trường.\n2. Văn phòng: cài phần mềm cho 05 máy trước ngày 12/4/2026."
MAY = "1. Trạm Y tế: tạo 210 sổ sức khỏe điện tử.\n2. Công an xã: rà soát 80 hồ sơ cư trú trước ngày 20/6/2026."
HALF = "1. Giữ hồ sơ quá hạn dưới 0,4%.\n2. Giải ngân trên 92% dự toán."
PAPERS = (
    ("3", "tháng 3", "NHIỆM VỤ TRỌNG TÂM THÁNG 4/2026", MARCH, 410),
    ("5", "tháng 5", "NHIỆM VỤ TRỌNG TÂM THÁNG 6/2026", MAY, 520),
    ("6", "6 tháng đầu", "PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2026", HALF, 2600),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("tasks"), spelling_embedder) as library:
        for month, time, heading, tasks, count in PAPERS:
            text = HEAD.format(
                number=40 + int(month), month=month, time=time, heading=heading, tasks=tasks, count=count
            )
            data = text.encode()
            library.add(read_bytes(data, f"{month}.txt"), data, f"{month}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Báo cáo tháng 3 của xã Hòa Bình giao những việc gì cho tháng 4?", ("03 điểm trường", "05 máy")),
        ("Tháng 4/2026 phải làm những việc gì?", ("03 điểm trường", "05 máy")),
        ("What tasks did the May report set for June 2026, with their deadlines?", ("210 sổ", "20/6/2026")),
        ("Cho tôi các ý phương hướng nửa cuối năm 2026 để đưa vào bài phát biểu.", ("0,4%", "92%")),
    ],
)
def test_the_tasks_of_a_time_are_those_that_the_report_before_it_sets(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told)
    assert "40 triệu" not in answer.answer and "Trên đây" not in answer.answer
    assert len({c.locator.report for c in answer.citations}) == 1


def test_a_report_named_by_its_month_is_asked_alone(assistant: Assistant) -> None:
    answer = assistant.ask("Theo báo cáo tháng 3, có bao nhiêu giao dịch thanh toán trực tuyến?")
    assert "410" in answer.answer and "2600" not in answer.answer.replace(".", "")

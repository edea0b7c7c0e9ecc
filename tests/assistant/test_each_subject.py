"""What a report lays down for each of several by name is told of those that a question sets apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÒA KHÊ
Số: 88/KH-UBND

KẾ HOẠCH
Phát động phong trào tiết kiệm điện trong cơ quan nhà nước năm 2025

I. CHỈ TIÊU
1. Chỉ tiêu giảm điện năng tiêu thụ
- Đối với các sở, ban, ngành tỉnh: Giảm tối thiểu 12% điện năng tiêu thụ so với năm trước.
- Đối với các cơ quan Trung ương đóng trên địa bàn: Giảm tối thiểu 9% điện năng tiêu thụ so với năm trước.
- Đối với UBND cấp xã: Giảm tối thiểu 7% điện năng tiêu thụ so với năm trước.
2. Chế độ báo cáo
- Đối với trường học công lập: Gửi báo cáo tiêu thụ điện về Phòng Giáo dục trước ngày 05 hằng tháng.
- Đối với trạm y tế: Gửi báo cáo tiêu thụ điện về Trung tâm Y tế trước ngày 10 hằng tháng.

II. KINH PHÍ
Kinh phí của phong trào là 640 triệu đồng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("each-subject"), spelling_embedder) as library:
        library.add(read_bytes(PLAN.encode(), "ke-hoach.txt"), PLAN.encode(), "ke-hoach.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu giảm điện năng tiêu thụ khác nhau thế nào giữa sở, ngành và UBND cấp xã?",
        "Chỉ tiêu giảm điện năng tiêu thụ của các sở so với các xã thì sao?",
        "How does the target for cutting electricity differ between departments and communes?",
    ],
)
def test_of_two_that_are_set_apart_each_line_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "12%" in answer
    assert "7%" in answer
    assert "9%" not in answer


def test_subjects_of_no_kind_of_unit_are_known_by_their_words(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Hạn gửi báo cáo tiêu thụ điện khác nhau thế nào giữa trường học công lập và trạm y tế?"
    ).answer
    assert "ngày 05" in answer
    assert "ngày 10" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Số hồ sơ quá hạn giữa các sở và UBND cấp xã khác nhau thế nào?",
        "Kinh phí của các sở và của UBND cấp xã khác nhau thế nào?",
    ],
)
def test_lines_on_another_thing_answer_nothing(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "12%" not in answer
    assert "7%" not in answer

"""Papers of a province: the cause of one event, what is left of a quota, a thing told of two times, and the like."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

YEAR = """ỦY BAN NHÂN DÂN
TỈNH VÂN KHÊ
SỞ NỘI VỤ
Số: 412/BC-SNV
Vân Khê, ngày 26 tháng 11 năm 2025

BÁO CÁO
Tình hình thực hiện các chỉ số năm 2025

I. KẾT QUẢ
1. Chỉ số quản trị: Năm 2025, Viện Nghiên cứu ABC (VNA) không tổ chức khảo sát, xác định Chỉ số QTX của các tỉnh do \
bộ máy mới đi vào hoạt động từ tháng 7/2025.
2. Đảm bảo sử dụng không vượt quá số biên chế hành chính (3.120/3.405 biên chế) được giao.
II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
1. Một số cơ quan công bố thủ tục còn chậm, hồ sơ trễ hạn nhiều.
2. Nguyên nhân: Bộ ngành công bố nhiều thủ tục cùng lúc; nhân lực tiếp nhận hồ sơ còn thiếu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("provincial"), spelling_embedder) as library:
        for name, text in (("412.txt", YEAR),):
            data = text.encode()
            library.add(read_bytes(data, name), data, name)
        yield Assistant(library)


def test_the_cause_of_an_event_is_told_in_the_sentence_that_gives_it(assistant: Assistant) -> None:
    answer = assistant.ask("Sao năm 2025 VNA không khảo sát QTX ở các tỉnh?")
    assert "bộ máy mới" in answer.answer
    assert len(answer.citations) == 1


def test_the_cause_of_another_event_is_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao Thanh tra tỉnh bị đánh giá thiếu hồ sơ đồng bộ?").abstained


def test_what_a_report_gives_as_its_causes_is_told_whole(assistant: Assistant) -> None:
    assert "nhân lực tiếp nhận hồ sơ còn thiếu" in assistant.ask("Vì sao còn những hạn chế, tồn tại trên?").answer

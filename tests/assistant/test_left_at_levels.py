"""What is left at each level of government, and of what the report says itself is still open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒI CỌ
Số: 12/BC-UBND

BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ THỰC HIỆN
1. Hồ sơ
Cấp xã tiếp nhận 900 hồ sơ (hồ sơ trực tuyến 610 hồ sơ, đạt 67,78% so với tổng số hồ sơ).
Cấp huyện tiếp nhận 120 hồ sơ (hồ sơ trực tuyến 95 hồ sơ, đạt 79,17% so với tổng số hồ sơ).
2. Đơn thư
Tổng số đơn thuộc thẩm quyền là 48 đơn, đã giải quyết 45 đơn, còn tồn 03 đơn đang giải quyết.
3. Tài khoản
Ra quân mở tài khoản học trực tuyến cho học sinh, đến nay mở 530/500 tài khoản, đạt 106% chỉ tiêu tỉnh giao.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("left-at-levels"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_both_levels_where_the_question_names_neither(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2031 có bao nhiêu hồ sơ không nộp trực tuyến?").answer
    assert "Cấp xã: 290" in answer and "Cấp huyện: 25" in answer, answer


def test_the_level_that_is_spoken_of_in_passing(assistant: Assistant) -> None:
    answer = assistant.ask("Ở huyện có bao nhiêu hồ sơ không nộp trực tuyến?").answer
    assert "25 hồ sơ (= 120 − 95)" in answer and "290" not in answer, answer


def test_what_is_open_is_not_the_rest_of_what_is_open(assistant: Assistant) -> None:
    answer = assistant.ask("Trong 48 đơn còn mấy đơn chưa xử lý xong, chiếm bao nhiêu phần trăm?").answer
    assert "6,25%" in answer and "45 đơn (=" not in answer, answer


def test_what_came_on_top_of_a_target(assistant: Assistant) -> None:
    answer = assistant.ask("So với chỉ tiêu tỉnh giao, tài khoản học trực tuyến dư ra bao nhiêu tài khoản?").answer
    assert "30 tài khoản (= 530 − 500)" in answer, answer

"""How many of a set are done, what share of it, and whether and by how much a target was passed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 318/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ THỰC HIỆN
1. Nhiệm vụ
Tập trung triển khai 24 nhiệm vụ trọng điểm về du lịch theo cách làm của huyện Sa Đồng. Đến nay đã triển khai \
15/24 nhiệm vụ, đang triển khai 06 nhiệm vụ.
2. Thư viện
Đến tháng 11/2024 vận động cấp thẻ bạn đọc được 6.120/5.900 người, đạt 103,7% chỉ tiêu huyện giao.
3. Hòa giải
Hòa giải không thành 05 vụ. Theo loại việc: tranh chấp ranh đất 19 vụ; vay nợ 8 vụ.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ
Phấn đấu tỷ lệ hoàn thành giải ngân đạt 60% vào cuối năm 2025.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("part-of-set"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_how_many_of_a_set_is_not_told_by_how_many_they_are(assistant: Assistant) -> None:
    asked = "Huyện đã hoàn thành được mấy nhiệm vụ trong số những nhiệm vụ trọng điểm về du lịch học Sa Đồng?"
    assert assistant.ask(asked).answer.startswith("15/24 nhiệm vụ")


def test_a_share_of_things_is_no_share_of_others(assistant: Assistant) -> None:
    answer = assistant.ask("Huyện đã hoàn thành bao nhiêu phần trăm số nhiệm vụ?")
    assert answer.abstained or "62,5% (= 15/24)" in answer.answer


def test_whether_a_target_was_passed_and_by_how_much(assistant: Assistant) -> None:
    answer = assistant.ask("Cấp thẻ bạn đọc đã vượt chỉ tiêu huyện giao chưa, vượt bao nhiêu người?").answer
    assert answer.startswith("Có: “103,7% chỉ tiêu”")
    assert "220 người (= 6.120 − 5.900)" in answer


def test_more_than_there_are_is_no_part_of_them(assistant: Assistant) -> None:
    assert assistant.ask("Trong 05 vụ hòa giải không thành có mấy vụ tranh chấp ranh đất?").abstained
    assert assistant.ask("Theo loại việc có mấy vụ tranh chấp ranh đất?").answer.startswith("19 vụ")


def test_a_number_and_the_quote_that_says_it_again_tell_one_part(assistant: Assistant) -> None:
    asked = "How many tourism tasks were set, and how many were handed over to the communes?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("24 tasks")
    assert answer.endswith("The report does not say: how many were handed over to the communes.")

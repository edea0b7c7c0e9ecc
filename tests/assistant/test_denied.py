"""Questions that want yes or no, and what the head of one paper among several says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: {number}/BC-UBND
Sông Trăng, ngày 2{month} tháng {month} năm 2025

BÁO CÁO
Kết quả công tác nội vụ tháng {month} năm 2025

I. KẾT QUẢ
1. Trong tháng {month} năm 2025, không có trường hợp viên chức bị xử lý kỷ luật.
2. Trong tháng {month} năm 2025, toàn huyện mở 04 lớp bồi dưỡng cho viên chức ngành giáo dục.

3. Trong tháng {month} năm 2025, thanh tra 03 cơ sở khám bệnh, không có trường hợp quá hạn.

II. KIẾN NGHỊ, ĐỀ XUẤT: Không.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("denied"), spelling_embedder) as library:
        for number, month in (("214", 6), ("265", 7)):
            data = REPORT.format(number=number, month=month).encode()
            library.add(read_bytes(data, f"bao-cao-{number}.txt"), data, f"bao-cao-{number}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Tháng 7/2025 có viên chức nào bị kỷ luật không?", "không có trường hợp viên chức bị xử lý kỷ luật"),
        ("Trong báo cáo tháng 7/2025, huyện có kiến nghị gì với cấp trên không?", "KIẾN NGHỊ, ĐỀ XUẤT: Không."),
    ],
)
def test_what_the_report_denies_is_answered_with_no(assistant: Assistant, question: str, quote: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert answer.answer.startswith("Không: “")
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Tháng 7/2025 có thanh tra cơ sở khám bệnh nào không?",
        "Tháng 7/2025 có viên chức nào bị tai nạn giao thông không?",
        "Tháng 7/2025 có vụ cháy nào không?",
    ],
)
def test_a_denial_of_something_else_denies_nothing(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answer.startswith("Không: “")


def test_the_number_is_that_of_the_report_of_the_month_asked(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo nội vụ, tổ chức tháng 7/2025 mang số, ký hiệu gì?")
    assert answer.answer.startswith("265/BC-UBND")

"""Whether a plan was reached or passed, where the report only sets a share over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
XÃ VÀM LÁ
Số: 88/BC-UBND

BÁO CÁO
Tình hình phát triển kinh tế - xã hội năm 2024

I. KẾT QUẢ

Tổng thu ngân sách trên địa bàn đạt 6.310 triệu đồng, bằng 109,4% dự toán huyện giao, trong đó thu tiền sử dụng đất
2.480 triệu đồng.
Tổng chi ngân sách xã 8.120 triệu đồng, bằng 96,3% dự toán.
Diện tích trồng rau màu đạt 215 ha, bằng 100% kế hoạch.
Giải ngân vốn đầu tư công đạt 3.105 triệu đồng, bằng 71,2% kế hoạch vốn năm 2024.
Tỷ lệ hộ nghèo giảm còn 1,2%, đạt 120% chỉ tiêu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("exceeded"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-88.txt"), data, "bao-cao-88.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Thu ngân sách xã năm 2024 có vượt dự toán không?", "Có: “109,4% dự toán”"),
        ("Thu ngân sách có vượt dự toán huyện giao không?", "Có: “109,4% dự toán”"),
        ("Chi ngân sách xã có vượt dự toán không?", "Không: “96,3% dự toán”"),
        ("Did budget revenue exceed the estimate in 2024?", "Yes: “109,4% dự toán”"),
        ("Diện tích trồng rau màu có đạt kế hoạch không?", "Có: “100% kế hoạch”"),
        ("Diện tích trồng rau màu có vượt kế hoạch không?", "Không: “100% kế hoạch”"),
        ("Giải ngân vốn đầu tư công đã đạt kế hoạch chưa?", "Chưa: “71,2% kế hoạch”"),
    ],
)
def test_a_share_of_the_plan_says_whether_it_was_reached(assistant: Assistant, question: str, lead: str) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(lead), answer.answer
    assert lead[lead.index("“") + 1 : -1] in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Thu ngân sách có vượt dự toán tỉnh giao không?",  # another giver's
        "Tỷ lệ hộ nghèo có vượt chỉ tiêu không?",  # less of it is better
        "Số lao động có việc làm có vượt chỉ tiêu không?",  # told nowhere
    ],
)
def test_no_verdict_is_given_on_another_plan(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.answer.startswith(("Có:", "Không:"))

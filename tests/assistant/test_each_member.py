"""A list whose members each have a number: all of them, each with its own, and the sum of those that are named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 58/BC-UBND

BÁO CÁO
Kết quả chấm thi ấp văn hóa năm 2024

I. CÁCH CHẤM
Theo Quyết định số 812/QĐ-UBND, tổng điểm xếp loại ấp theo thang điểm 100. Điểm bao gồm 03 tiêu chí:
- Vệ sinh đường làng: 45/100 điểm.
- Trồng hoa, cây cảnh: 20/100 điểm.
- Nếp sống gia đình: 35/100 điểm.
b) Cách chấm cụ thể như sau:
- Đối với ấp mới lập: lấy điểm của tháng chấm cuối.

II. KẾT QUẢ
Có 12 ấp đạt tối đa 20 điểm về cây cảnh.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("each-member"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Điểm xếp loại ấp gồm những tiêu chí nào, mỗi tiêu chí tối đa bao nhiêu điểm?",
        "Bảng chấm theo Quyết định 812 có những tiêu chí nào, mỗi tiêu chí tối đa bao nhiêu điểm?",
        "Thang điểm 100 được chia cho ba tiêu chí thế nào?",
        "How are the 100 points split over the three areas?",
    ],
)
def test_each_member_is_told_with_its_number_and_none_after_them(assistant: Assistant, question: str) -> None:
    told = assistant.ask(question).answer
    assert [n for n in ("45/100", "20/100", "35/100") if n in told] == ["45/100", "20/100", "35/100"]
    assert "ấp mới lập" not in told


def test_those_that_are_named_are_added(assistant: Assistant) -> None:
    answer = assistant.ask("Hai tiêu chí vệ sinh đường làng và nếp sống gia đình cộng lại chiếm bao nhiêu điểm?")
    assert "80 điểm (= 45 + 35)" in answer.answer
    assert "20/100" not in answer.answer


def test_a_number_of_members_that_no_list_has_is_not_answered_by_one(assistant: Assistant) -> None:
    assert "45/100" not in assistant.ask("Kinh phí tập huấn chia cho 5 xã thế nào?").answer

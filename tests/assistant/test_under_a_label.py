"""A label in a line of its own names the kind of the lines behind it; they are the answer, and not the label."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 23/BC-UBND
Sông Trăng, ngày 20 tháng 5 năm 2033

BÁO CÁO
Kết quả triển khai Đề án Trường học số tháng 5 năm 2033

I. KẾT QUẢ
1. Học bạ
+ Kết quả: Đã cấp 4.120 học bạ số.
+ Tồn tại, hạn chế:
Đường truyền ở các xã ven biển còn chập chờn.
- Một số giáo viên chưa quen dùng học bạ số.
+ Đã trao 12 máy tính cho các trường.
2. Thư viện
+ Đã nhập 2.300 đầu sách số.
II. NHIỆM VỤ THÁNG 6 NĂM 2033
1. Sửa đường truyền.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("label"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "23.txt"), data, "23.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question", ["Báo cáo nêu những tồn tại, hạn chế gì?", "What limitations does the report name?"]
)
def test_the_lines_below_a_label_are_told_down_to_the_next_of_its_mark(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "chập chờn" in answer
    assert "chưa quen dùng" in answer
    assert "hạn chế:" not in answer
    assert "máy tính" not in answer

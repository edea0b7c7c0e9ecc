"""Since when something has been done, where a task ahead says from when something like it is to be done; and by whom a
task is to be done that stands under the line which charges a body with it and itself speaks of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN GIỒNG ĐƯỚC
Số: 44/BC-UBND

BÁO CÁO
Tình hình cải cách hành chính năm 2026

I. KẾT QUẢ
1. Từ ngày 01/9/2026, Phòng Nội vụ đã triển khai việc khảo sát sự hài lòng bằng phiếu điện tử tại bộ phận một cửa.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027
1. Giao Phòng Nội vụ:
- Tổng hợp kết quả khảo sát sự hài lòng bằng phiếu điện tử, bắt đầu thực hiện từ tháng 01/2027.
2. Giao Văn phòng HĐND và UBND huyện:
- Tham mưu Chủ tịch UBND huyện ban hành quy chế phối hợp công bố thủ tục, hoàn thành trong tháng 02/2027.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("since"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bc-44.txt"), REPORT.encode(), "bc-44.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Khảo sát sự hài lòng bằng phiếu điện tử đã bắt đầu thực hiện từ khi nào?", "01/9/2026"),
        ("Ai phải tham mưu quy chế phối hợp công bố thủ tục và xong khi nào?", "Giao Văn phòng HĐND và UBND huyện"),
    ],
)
def test_tells_who_and_since_when(assistant: Assistant, asked: str, told: str) -> None:
    """What is done already is not told by a task, nor the doer of a task by the body it speaks of."""
    answer = assistant.ask(asked)
    assert not answer.abstained
    assert told in answer.answer

"""Of a whole and its parts the whole is meant where no part is named; a task that names no body tells its time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG LAM
Số: 52/BC-UBND
Sông Lam, ngày 12 tháng 12 năm 2031

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2031

I. KẾT QUẢ
1. Trong hoạt động hòa giải ở cơ sở, toàn huyện nhận 640 vụ với 702 hộ, ở 58 ấp.
Trong đó: Chủ tịch UBND huyện gặp 21 vụ, 30 hộ.
Tổ hòa giải của các ấp ven sông hòa giải 95 vụ, 101 hộ.
2. Đã giải quyết 36/40 đơn, đạt 90%; số đơn thư tồn đọng chuyển sang năm 2032 là 04 đơn.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2032
1. Thăm hỏi gia đình chính sách; giải quyết dứt điểm 04 đơn tồn đọng trong quý II năm 2032, không để mất an toàn.
2. Sửa các cây cầu hư hỏng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("whole"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "52.txt"), data, "52.txt")
        yield Assistant(library)


@pytest.mark.parametrize("question", ["Số vụ hòa giải năm 2031?", "How many mediation cases were there in 2031?"])
def test_the_whole_is_told_where_no_part_is_named(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("640")


def test_a_part_is_told_where_it_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Tổ hòa giải ấp ven sông hòa giải bao nhiêu vụ năm 2031?").answer
    assert "95 vụ" in answer
    assert "640" not in answer


def test_a_task_that_names_no_body_tells_its_time(assistant: Assistant) -> None:
    assert "quý II năm 2032" in assistant.ask("Khi nào phải giải quyết xong 4 đơn tồn?").answer


def test_a_task_without_a_time_tells_none(assistant: Assistant) -> None:
    assert assistant.ask("Khi nào phải sửa xong các cây cầu hư hỏng?").abstained

"""Two things asked in one breath that two sentences tell: the second is added where the first leaves it out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 41/KH-UBND

KẾ HOẠCH
Thi đua trồng rừng năm 2026

I. HỒ SƠ
Hồ sơ đề nghị Chủ tịch UBND huyện tặng cờ gồm 03 bộ (có 01 bộ in màu).
Các xã theo tiêu chuẩn tự chấm điểm rừng và lập hồ sơ đề nghị Chủ tịch UBND huyện tặng cờ gửi về Hạt Kiểm lâm trước \
ngày 20/4/2027 để xếp loại.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("completed"), spelling_embedder) as library:
        library.add(read_bytes(PLAN.encode(), "ke-hoach-41.txt"), PLAN.encode(), "ke-hoach-41.txt")
        yield Assistant(library)


def test_a_deadline_is_told_beside_the_count_that_is_asked_with_it(assistant: Assistant) -> None:
    answer = assistant.ask("Hồ sơ đề nghị Chủ tịch huyện tặng cờ nộp Hạt Kiểm lâm trước ngày nào, mấy bộ?")
    assert "03 bộ" in answer.answer and "20/4/2027" in answer.answer

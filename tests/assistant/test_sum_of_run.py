"""Kinds that a sentence counts one after another, asked for together."""

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
1. Đoàn thể
Rà soát danh sách hội viên: 1.204 hội viên hội phụ nữ, 905 hội viên hội làm vườn, 96 hội viên hội khuyến học.
2. Thủ tục hành chính
Cả năm, huyện công bố mới 31 thủ tục, sửa đổi 47 thủ tục và bãi bỏ 12 thủ tục.
3. Hồ sơ
Số lượng hồ sơ đã giải quyết: 1.900 hồ sơ, trong đó đúng hạn: 1.879 hồ sơ, quá hạn: 21 hồ sơ. Số lượng hồ sơ đang giải \
quyết: 140 hồ sơ, chưa đến hạn là 136 hồ sơ, quá hạn là 4 hồ sơ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("sum-of-run"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_so_many_members_are_added_up(assistant: Assistant) -> None:
    for question in (
        "Tổng cộng hội viên của ba hội đã rà soát là bao nhiêu?",
        "Tổng số hội viên cả ba hội là bao nhiêu?",
    ):
        assert assistant.ask(question).answer.startswith("2.205 hội viên (= 1.204 + 905 + 96)")


def test_of_another_number_of_members_no_one_is_told(assistant: Assistant) -> None:
    assert assistant.ask("Tổng cộng hội viên của bốn hội đã rà soát là bao nhiêu?").abstained


def test_who_adds_wants_the_sum(assistant: Assistant) -> None:
    asked = "Adding new, amended and abolished ones, how many procedures were published in 2024?"
    assert "(= 31 + 47 + 12)" in assistant.ask(asked).answer


def test_what_is_late_of_both_states_is_added_up(assistant: Assistant) -> None:
    asked = "Counting those settled late and those pending beyond the deadline, how many dossiers were overdue?"
    assert "25 dossiers (= 21 + 4)" in assistant.ask(asked).answer

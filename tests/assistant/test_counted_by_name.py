"""Things whose names begin alike are told apart by their whole name behind "bao nhiêu"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 45/BC-UBND
Sông Trăng, ngày 22 tháng 6 năm 2025

BÁO CÁO
Tình hình quản lý bến bãi tháng 6 năm 2025

I. KẾT QUẢ
- Làm sạch dữ liệu bến khách, chủ bến, trưởng đò, tính đến ngày 20/6/2025, đã thu thập, cập nhật đủ thông tin 318 bến \
khách (gồm: 318 chủ bến/chủ bến kiêm trưởng phà, 96 trưởng phà/trưởng phà kiêm trưởng máy, 74 trưởng máy, 541 \
trưởng đò).
- Đã kiểm tra 27 bến khách, nhắc nhở 4 bến khách.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("named"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-45.txt"), data, "bao-cao-45.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Có bao nhiêu trưởng đò đã được cập nhật thông tin đến 20/6/2025?", "541 trưởng đò", "96 trưởng phà ["),
        ("Đã cập nhật thông tin bao nhiêu trưởng máy?", "74 trưởng máy", "96 trưởng phà ["),
        (
            "den 20/6/2025 da cap nhat thong tin bao nhieu ben khach va bao nhieu truong do",
            "541 trưởng đò",
            "96 trưởng",
        ),
    ],
)
def test_the_one_whose_whole_name_is_said_is_counted(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    answer = assistant.ask(question).answer.partition("Báo cáo ghi")[0]
    assert told in answer
    assert untold not in answer

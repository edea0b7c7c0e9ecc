"""Of a list of places of several kinds those of the kinds asked for are told, and nothing where none is of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 74/BC-UBND
Sông Trăng, ngày 18 tháng 11 năm 2025

BÁO CÁO
Tình hình chuẩn bị khảo sát sự hài lòng của người dân năm 2025

I. KẾT QUẢ

1. Tỉnh chọn 07 địa phương để khảo sát sự hài lòng trong tháng 12/2025, gồm: (1) phường Bình Tây; (2) phường An Thạnh; \
(3) xã Tân Lộc; (4) xã Gò Dứa; (5) xã Mỹ Khê; (6) thị trấn Cầu Ván; (7) đặc khu Hòn Sậy.
2. Các địa phương còn lại tiếp tục rà soát hộ khẩu và địa chỉ số.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("kinds"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-74.txt"), data, "bao-cao-74.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        (
            "Which wards and which special zone were chosen for the satisfaction survey of December 2025?",
            ("Bình Tây", "An Thạnh", "Hòn Sậy"),
            ("Tân Lộc", "Cầu Ván"),
        ),
        (
            "Những phường nào và đặc khu nào được chọn khảo sát sự hài lòng tháng 12/2025?",
            ("Bình Tây", "An Thạnh", "Hòn Sậy"),
            ("Tân Lộc", "Cầu Ván"),
        ),
        (
            "Những xã nào được chọn khảo sát sự hài lòng tháng 12/2025?",
            ("Tân Lộc", "Gò Dứa", "Mỹ Khê"),
            ("Bình Tây", "Hòn Sậy"),
        ),
        ("Thị trấn nào được chọn để khảo sát sự hài lòng?", ("Cầu Ván",), ("Bình Tây", "Tân Lộc")),
        ("Which communes were chosen for the satisfaction survey?", ("Tân Lộc", "Mỹ Khê"), ("An Thạnh",)),
    ],
)
def test_the_places_of_the_kinds_asked_for_are_told(
    assistant: Assistant, question: str, told: tuple[str, ...], left: tuple[str, ...]
) -> None:
    answer = assistant.ask(question).answer
    assert all(name in answer for name in told), answer
    assert not any(name in answer for name in left), answer

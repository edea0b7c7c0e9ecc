"""Parts that a note or a bracket tells against their whole, and a short time against the long one that holds it."""

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
1. Kiểm tra
Đoàn liên ngành đã kiểm tra vệ sinh thực phẩm 24/30 cơ sở (09 quán ăn và 13 bếp ăn trường học), đạt 80% kế hoạch.
2. Hộ tịch
Từ đầu năm 2024 đến nay, toàn huyện cấp 1.250 giấy khai sinh điện tử. Từ ngày 01/9/2024 đến nay, cấp 1.730 giấy \
khai sinh điện tử.
3. Vay vốn
Xét duyệt hồ sơ vay vốn trồng rừng báo cáo chưa ghi tỷ lệ, mới duyệt 150/600 hồ sơ vay vốn trồng rừng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts-and-spans"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_parts_set_against_their_whole_without_a_word_of_adding(assistant: Assistant) -> None:
    asked = "Kiểm tra vệ sinh thực phẩm: 09 quán ăn và 13 bếp ăn có khớp với 24 cơ sở không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không khớp: 9 + 13 = 22")
    assert "24" in answer


def test_a_short_time_counts_no_more_than_the_long_one_that_holds_it(assistant: Assistant) -> None:
    asked = "Số giấy khai sinh điện tử cấp từ đầu năm 2024 và số cấp từ ngày 01/9/2024 có mâu thuẫn nhau không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Có mâu thuẫn")
    assert "1.250" in answer
    assert "1.730" in answer
    assert "480" in answer


def test_that_a_report_states_no_share_denies_none(assistant: Assistant) -> None:
    asked = "Hồ sơ vay vốn trồng rừng, báo cáo chưa ghi tỷ lệ; tính ra đã duyệt được bao nhiêu phần trăm?"
    assert assistant.ask(asked).answer.startswith("25% (= 150/600")

"""What fell short in one province answers for no other, though the question says the very words of the heading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 19/BC-UBND
Sông Trăng, ngày 20 tháng 4 năm 2033

BÁO CÁO
Kết quả triển khai Đề án Trường học số tháng 4 năm 2033

I. KẾT QUẢ
1. Học bạ
Đã cấp 4.120 học bạ số.
* Tồn tại, hạn chế: Đường truyền ở các xã ven biển còn chập chờn. Một số giáo viên chưa quen dùng học bạ số.
2. Thư viện
* Tồn tại, hạn chế: Sách số còn ít.
II. NHIỆM VỤ THÁNG 5 NĂM 2033
1. Sửa đường truyền.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("another-place"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "19.txt"), data, "19.txt")
        yield Assistant(library)


def test_what_fell_short_in_the_province_of_the_report_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2033 tỉnh Sông Trăng còn những tồn tại, hạn chế gì khi triển khai Trường học số?")
    assert "chập chờn" in answer.answer
    assert not answer.abstained


def test_it_answers_for_no_other_province_which_is_named_as_it_was_asked(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2033 tỉnh Hồ Biếc còn những tồn tại, hạn chế gì khi triển khai Trường học số?")
    assert answer.abstained
    assert "“Hồ Biếc”" in answer.notes[0]

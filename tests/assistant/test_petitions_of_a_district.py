"""What a desk asks of a district's yearly report on citizens received and petitions: in short, in part, by year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.officers import officers_of
from assistant.timespans import years_in_full
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRANH

BÁO CÁO
Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2024

Kính gửi: Thanh tra tỉnh Hà Châu

I. KẾT QUẢ

1. Công tác tiếp công dân

Toàn huyện tiếp 318 lượt công dân. Trong đó: Chủ tịch Ủy ban nhân dân huyện tiếp 24 lượt, 19 người, 24 vụ việc; Chủ \
tịch UBND các xã, thị trấn tiếp 88 lượt, 91 người, 88 vụ việc; công chức tiếp công dân thường xuyên tiếp 206 lượt.

2. Giải quyết đơn

Tổng số đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền là 64 đơn, đã giải quyết 61 đơn. Đơn khiếu nại: 21 đơn, giải \
quyết 18/21 đơn. Đơn tố cáo: 02 đơn, giải quyết 02/02 đơn.

3. Tuyên truyền

Đã tổ chức 47 cuộc tuyên truyền Luật Đất đai có 2.310 lượt người tham dự.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("petitions"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "song-tranh.txt"), REPORT.encode(), "song-tranh.txt")
        yield Assistant(library)


def test_what_is_counted_of_a_whole_is_not_told_by_a_count_of_something_else(assistant: Assistant) -> None:
    assert assistant.ask("How many of the complaints in 2024 concerned land?").abstained
    assert "18/21" in assistant.ask("How many of the complaints were resolved?").answer


@pytest.mark.parametrize("who", ["CT UBND huyện", "ct huyện", "Chủ tịch huyện"])
def test_an_officer_in_short_is_of_his_level(assistant: Assistant, who: str) -> None:
    answer = assistant.ask(f"{who} năm 24 tiếp dân mấy lượt, bn ng?").answer
    assert answer.startswith("24 lượt, 19 người")
    assert officers_of(f"{who} tiếp dân") == {"huyen"}
    assert not officers_of("Chỉ thị số 05/CT-UBND huyện")


def test_a_year_in_short_is_one_that_is_held_and_counts_nothing() -> None:
    assert years_in_full("năm 24 tiếp dân mấy lượt", ("2024",)) == "năm 2024 tiếp dân mấy lượt"
    assert years_in_full("tính đến hết năm 24", ("2024-Q3",)) == "tính đến hết năm 2024"
    for said in ("năm 25 tiếp dân mấy lượt", "trong năm 24 hộ thoát nghèo", "năm 24,5% đạt", "năm 24/7"):
        assert years_in_full(said, ("2024",)) == said


def test_what_became_of_them_is_asked_of_those_counted_before(assistant: Assistant) -> None:
    before = (Turn("user", "Năm 2024 có bao nhiêu đơn khiếu nại?"), Turn("assistant", "…"))
    assert assistant.ask("Giải quyết được mấy đơn?", history=before).answer.startswith("18/21 đơn")
    assert assistant.ask("Giải quyết được mấy đơn tố cáo?", history=before).answer.startswith("02/02 đơn")
    assert assistant.ask("Giải quyết được mấy đơn?").answer.startswith("61 đơn")

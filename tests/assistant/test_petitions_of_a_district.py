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

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG TRANH</p><p>Số: 88/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Công tác tiếp công dân</b></p>
<p>Toàn huyện tiếp 318 lượt công dân. Trong đó: Chủ tịch Ủy ban nhân dân huyện tiếp 24 lượt, 19 người, 24 vụ việc; Chủ \
tịch UBND các xã, thị trấn tiếp 88 lượt, 91 người, 88 vụ việc; công chức tiếp công dân thường xuyên tiếp 206 lượt.</p>
<p><b>2. Giải quyết đơn</b></p>
<p>Tổng số đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền giải quyết của huyện là 64 đơn, đã giải quyết 61 đơn. Đơn \
khiếu nại: 21 đơn, giải quyết 18/21 đơn. Đơn tố cáo: 02 đơn, giải quyết 02/02 đơn.</p>
<p><b>3. Tuyên truyền</b></p>
<p>Đã tổ chức 47 cuộc tuyên truyền Luật Đất đai có 2.310 lượt người tham dự.</p>
<p>Bảng 1. Công tác giải quyết đơn</p>
<table border="1"><tr><th>Nội dung</th><th>Số đơn tiếp nhận</th><th>Số đơn đã giải quyết</th><th>Đánh giá</th></tr>
<tr><td>Giải quyết khiếu nại, tố cáo</td><td>64 đơn</td><td>61 đơn</td>
<td>Số đơn tiếp nhận tăng 05 đơn so với năm 2023. Cơ bản kịp thời.</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("petitions"), embedder=spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "song-tranh.html"), PAGE.encode(), "song-tranh.html")
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


def test_the_whole_is_told_where_no_part_of_it_is_asked_for(assistant: Assistant) -> None:
    assert assistant.ask("Số đơn khiếu nại, tố cáo, phản ánh năm 2024 là bao nhiêu?").answer.startswith("64 đơn")
    asked = "Đã giải quyết bao nhiêu đơn khiếu nại, tố cáo, phản ánh năm 2024?"
    assert assistant.ask(asked).answer.startswith("61 đơn")


def test_the_value_of_the_year_before_follows_from_what_the_row_remarks(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2023 có bao nhiêu đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền của huyện?")
    assert answer.answer.startswith("59 đơn (= 64 − 5)")
    assert answer.calculation is not None and len(answer.citations) == 2


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2022 có bao nhiêu đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền của huyện?",  # of no year remarked on
        "Năm 2023 đã giải quyết bao nhiêu đơn khiếu nại, tố cáo, phản ánh?",  # of no column remarked on
        "Năm 2023 có bao nhiêu đơn khiếu nại?",
    ],
)
def test_a_remark_on_one_count_says_nothing_of_another(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained

"""Follow-ups on a table of provinces and indices, and on what a paper counts: which column, row, part is meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 207/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả các chỉ số năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Bảng 1. Chỉ số năm 2024 của ba tỉnh</p>
<table border="1"><tr><th rowspan="2">Tỉnh</th><th colspan="2">SIPAS</th><th colspan="2">PAPI</th></tr>
<tr><th>Chỉ số</th><th>Thứ hạng</th><th>Điểm số</th><th>Thứ hạng</th></tr>
<tr><td>Sông Trăng</td><td>84,2%</td><td>31/63</td><td>42,6</td><td>17/63</td></tr>
<tr><td>Mộc Đồng</td><td>81,9%</td><td>45/63</td><td>39,8</td><td>52/63</td></tr>
<tr><td>Hải Lâm</td><td>86,4%</td><td>12/63</td><td>44,1</td><td>9/63</td></tr></table>
<p><b>II. DỮ LIỆU</b></p>
<p>Đã số hóa dữ liệu 41.300 thửa đất, còn 5.720 thửa đất chưa được số hóa dữ liệu.</p>
<p>Đến cuối năm đã kích hoạt mức độ 1, mức độ 2 là 18.400 người.</p>
<p><b>III. XẾP LOẠI</b></p>
<p>Điểm gồm 02 tiêu chí:</p><p>- Công khai: 45/100 điểm.</p><p>- Số hóa: 55/100 điểm.</p>
<p>- Từ 85 đến 100 điểm xếp loại: Tốt.</p><p>- Từ 65 đến dưới 85 điểm xếp loại: Khá.</p>
<p style="text-align:right"><b>TM. ỦY BAN NHÂN DÂN</b></p><p style="text-align:right"><b>CHỦ TỊCH</b></p>
<p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("follow-ups"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-207.html"), PAGE.encode(), "bao-cao-207.html")
        yield Assistant(library)


def after(*questions: str) -> tuple[Turn, ...]:
    return tuple(turn for q in questions for turn in (Turn("user", q), Turn("assistant", "…")))


FIRST = "Năm 2024 tỉnh Mộc Đồng được bao nhiêu điểm PAPI?"
RANK = "Xếp thứ mấy cả nước?"


def test_a_rank_is_of_the_index_that_was_asked_for_before(assistant: Assistant) -> None:
    assert "52/63" in assistant.ask(RANK, history=after(FIRST)).answer


def test_a_place_named_alone_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    answer = assistant.ask("Còn Hải Lâm?", history=after(FIRST)).answer
    assert "44,1" in answer and "39,8" not in answer


def test_the_subject_of_a_conversation_outlasts_two_follow_ups(assistant: Assistant) -> None:
    assert "9/63" in assistant.ask("Còn Hải Lâm?", history=after(FIRST, RANK)).answer


def test_what_is_not_done_yet_is_of_what_was_asked_for_before(assistant: Assistant) -> None:
    answer = assistant.ask("Còn bao nhiêu thửa chưa làm?", history=after("Đã số hóa dữ liệu bao nhiêu thửa đất?"))
    assert answer.answer.startswith("5.720 thửa đất")


@pytest.mark.parametrize(
    "question", ["Riêng mức 2 thì kích hoạt được bao nhiêu người?", "How many people activated level 2 alone?"]
)
def test_one_of_two_numbered_things_that_are_counted_together_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_both_of_them_are(assistant: Assistant) -> None:
    assert "18.400" in assistant.ask("Kích hoạt mức độ 1, mức độ 2 được bao nhiêu người?").answer


def test_openness_adds_nothing_up(assistant: Assistant) -> None:
    answer = assistant.ask("Đơn vị chưa được tối đa điểm công khai thì được bao nhiêu điểm số hóa?")
    assert answer.calculation is None and "100 điểm (=" not in answer.answer


def test_how_a_score_is_graded_is_told_by_the_scale(assistant: Assistant) -> None:
    assert "Khá" in assistant.ask("A unit scores 72 points. How is it graded?").answer


def test_who_signs_in_whose_name_is_the_signer(assistant: Assistant) -> None:
    assert "Nguyễn Văn Mẫu" in assistant.ask("Ai đứng tên ký báo cáo và giữ chức gì?").answer

"""Which column of a row is meant: the plain rate and points of a table on the thing asked, a value with its rank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 118/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả đánh giá chất lượng phục vụ năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Bảng 1. Kết quả đánh giá số hóa hồ sơ</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="2">Tổng điểm</th>
<th colspan="2">Chỉ số thành phần</th></tr>
<tr><th>Tỷ lệ</th><th>Điểm đánh giá</th><th>Tỷ lệ thủ tục hành chính thực hiện số hóa hồ sơ</th>
<th>Điểm thủ tục hành chính thực hiện số hóa hồ sơ</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>71,25</td><td>15,7</td><td>52,40</td><td>3,1</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>66,12</td><td>14,5</td><td>48,03</td><td>2,9</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>58,37</td><td>12,8</td><td>61,15</td><td>3,7</td></tr></table>
<p>Bảng 2. Kết quả các chỉ số năm 2023</p>
<table border="1"><tr><th rowspan="2">Đơn vị</th><th colspan="2">SIPAS</th><th colspan="2">PAR Index</th></tr>
<tr><th>Kết quả</th><th>Thứ hạng</th><th>Kết quả</th><th>Thứ hạng</th></tr>
<tr><td>Xã Tân Lộc</td><td>84,6%</td><td>4/11</td><td>79,2%</td><td>6/11</td></tr>
<tr><td>Xã Phú Sa</td><td>81,9%</td><td>7/11</td><td>83,3%</td><td>2/11</td></tr>
<tr><td>Xã Mỹ Sa</td><td>80,4%</td><td>9/11</td><td>77,7%</td><td>8/11</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("columns"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-118.html"), data, "bao-cao-118.html")
        yield Assistant(library)


def test_a_plain_rate_and_its_points_are_of_what_the_table_is_on(assistant: Assistant) -> None:
    question = "What rate and score did the Department of Justice get for file digitisation?"
    answer = assistant.ask(question).answer
    assert "66,12" in answer
    assert "14,5" in answer
    assert "48,03" not in answer


def test_the_rate_of_a_component_is_told_where_its_label_is_said(assistant: Assistant) -> None:
    question = "Tỷ lệ thủ tục hành chính thực hiện số hóa hồ sơ của Sở Y tế là bao nhiêu?"
    assert "61,15" in assistant.ask(question).answer


def test_a_follow_up_names_a_column_of_its_own(assistant: Assistant) -> None:
    history = (Turn("user", "What was the Department of Health’s rate for results of handling procedures?"),)
    assert "58,37" in assistant.ask("And its file-digitisation rate?", history=history).answer


@pytest.mark.parametrize(
    "question",
    [
        "What was the SIPAS score and national rank of Xã Phú Sa for 2023?",
        "SIPAS năm 2023 của xã Phú Sa đạt kết quả và thứ hạng bao nhiêu?",
    ],
)
def test_a_value_is_told_with_its_rank(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "81,9" in answer
    assert "7/11" in answer


def test_a_rank_asked_for_after_an_index_is_the_rank_by_that_index(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2023 xã Phú Sa đạt bao nhiêu phần trăm PAR Index và xếp hạng mấy?").answer
    assert "83,3" in answer
    assert "2/11" in answer
    assert "7/11" not in answer

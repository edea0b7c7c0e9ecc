"""Columns of a monthly table told apart: of the month and from the start of the year, of what is done and goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>UBND TỈNH BÌNH KHÊ</p><p>VĂN PHÒNG</p><p>Số: 77/BC-VP</p>
<p>Bình Khê, ngày 04 tháng 5 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính tháng 4 năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p><p>Trong tháng 4/2031, toàn tỉnh tiếp nhận 990 hồ sơ. (Chi tiết tại Phụ lục I, II)</p>
<p>KT. CHÁNH VĂN PHÒNG</p><p>Đỗ Minh Tâm</p>
<p><b>PHỤ LỤC I</b></p><p><b>Kết quả giải quyết hồ sơ tháng 4/2031</b></p><p>Đơn vị tính: hồ sơ</p>
<table border="1"><tr><th rowspan="2">STT</th><th rowspan="2">Đơn vị</th><th colspan="2">Số hồ sơ tiếp nhận</th>
<th colspan="3">Số hồ sơ đã giải quyết</th><th colspan="2">Số hồ sơ đang giải quyết</th></tr>
<tr><th>Tổng số</th><th>Trực tuyến</th><th>Tổng số</th><th>Đúng hạn</th><th>Quá hạn</th><th>Tổng số</th>
<th>Quá hạn</th></tr>
<tr><td>1</td><td>Sở Tư pháp</td><td>410</td><td>333</td><td>371</td><td>367</td><td>4</td><td>39</td><td>6</td></tr>
<tr><td>2</td><td>Sở Y tế</td><td>280</td><td>214</td><td>255</td><td>248</td><td>7</td><td>25</td><td>1</td></tr>
<tr><td>3</td><td>Sở Tài chính</td><td>300</td><td>287</td><td>283</td><td>281</td><td>2</td><td>17</td><td>0</td></tr>
</table>
<p><b>PHỤ LỤC II</b></p><p><b>Kết quả tiếp nhận phản ánh, kiến nghị tháng 4/2031</b></p><p>Đơn vị tính: PAKN</p>
<table border="1"><tr><th>STT</th><th>Đơn vị</th><th>Tiếp nhận trong kỳ</th><th>Đang xử lý</th>
<th>Lũy kế tiếp nhận từ đầu năm</th></tr>
<tr><td>1</td><td>Sở Tư pháp</td><td>18</td><td>3</td><td>64</td></tr>
<tr><td>2</td><td>Sở Y tế</td><td>21</td><td>5</td><td>92</td></tr>
<tr><td>3</td><td>Sở Tài chính</td><td>12</td><td>2</td><td>51</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("monthly-table"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-77.html"), data, "bao-cao-77.html")
        yield Assistant(library)


def test_what_came_since_the_start_of_the_year_is_told_by_its_own_column(assistant: Assistant) -> None:
    asked = "Tính từ đầu năm đến hết tháng 4/2031, Sở Y tế tỉnh Bình Khê đã tiếp nhận bao nhiêu PAKN?"
    assert assistant.ask(asked).answer.startswith("Sở Y tế: 92")


def test_what_came_in_the_month_is_not_told_by_the_running_total(assistant: Assistant) -> None:
    asked = "Trong tháng 4/2031, Sở Y tế tỉnh Bình Khê tiếp nhận bao nhiêu PAKN?"
    assert assistant.ask(asked).answer.startswith("Sở Y tế: 21")


def test_a_table_of_the_month_alone_tells_nothing_of_the_year_so_far(assistant: Assistant) -> None:
    asked = "Từ đầu năm đến hết tháng 4/2031, Sở Tài chính tỉnh Bình Khê tiếp nhận bao nhiêu hồ sơ trực tuyến?"
    assert assistant.ask(asked).abstained


def test_two_columns_of_one_row_are_told_under_their_headings(assistant: Assistant) -> None:
    asked = (
        "According to Appendix I of the April 2031 report, how many dossiers did the Binh Khe Department of Justice "
        "resolve, and how many of them late?"
    )
    answer = assistant.ask(asked).answer
    assert "371 (Số hồ sơ đã giải quyết: Tổng số)" in answer
    assert "4 (Số hồ sơ đã giải quyết: Quá hạn)" in answer


def test_what_still_goes_on_is_asked_for_by_its_own_part(assistant: Assistant) -> None:
    asked = (
        "According to Appendix II of the April 2031 report, how many petitions (PAKN) did the Department of Justice of "
        "Binh Khe receive in the month and how many are still being handled?"
    )
    answer = assistant.ask(asked).answer
    assert "18 (" in answer and "3 (" in answer and "64" not in answer

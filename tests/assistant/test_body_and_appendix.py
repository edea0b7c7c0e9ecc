"""Body and appendix of a report compared: of the same thing, of the whole, and without what was left from before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>UBND TỈNH BÌNH KHÊ</p><p>VĂN PHÒNG</p><p>Số: 78/BC-VP</p>
<p>Bình Khê, ngày 04 tháng 5 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính tháng 4 năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Trong tháng 4/2031, toàn tỉnh tiếp nhận mới 940 hồ sơ, trong đó cấp tỉnh 350 hồ sơ, cấp xã 590 hồ sơ.</p>
<p>Tổng số hồ sơ phải giải quyết trong tháng là 990 hồ sơ. Đã giải quyết 915 hồ sơ. Đang giải quyết 75 hồ sơ.</p>
<p>Lũy kế từ đầu năm đã tiếp nhận 312 phản ánh, kiến nghị của người dân.</p>
<p>Tổ chức 03 lớp tập huấn với 158 lượt người tham dự.</p><p>(Chi tiết tại Phụ lục I, II)</p>
<p>KT. CHÁNH VĂN PHÒNG</p><p>Đỗ Minh Tâm</p>
<p><b>PHỤ LỤC I</b></p><p><b>Kết quả giải quyết hồ sơ tháng 4/2031</b></p><p>Đơn vị tính: hồ sơ</p>
<table border="1"><tr><th rowspan="2">STT</th><th rowspan="2">Đơn vị</th><th colspan="4">Số hồ sơ tiếp nhận</th>
<th rowspan="2">Số hồ sơ đã giải quyết</th><th rowspan="2">Số hồ sơ đang giải quyết</th></tr>
<tr><th>Tổng số</th><th>Kỳ trước chuyển sang</th><th>Trực tuyến</th><th>Trực tiếp</th></tr>
<tr><td>A</td><td>CẤP TỈNH</td><td>370</td><td>20</td><td>300</td><td>50</td><td>340</td><td>30</td></tr>
<tr><td>B</td><td>CẤP XÃ</td><td>620</td><td>40</td><td>500</td><td>80</td><td>575</td><td>45</td></tr>
<tr><td></td><td>TỔNG CỘNG</td><td>990</td><td>60</td><td>800</td><td>130</td><td>915</td><td>75</td></tr></table>
<p><b>PHỤ LỤC II</b></p><p><b>Kết quả một số chỉ tiêu tháng 4/2031</b></p>
<table border="1"><tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Tháng trước</th><th>Tháng báo cáo</th></tr>
<tr><td>1</td><td>Lượt người dự tập huấn</td><td>lượt người</td><td>96</td><td>185</td></tr>
<tr><td>2</td><td>Chữ ký số được cấp</td><td>chữ ký số</td><td>11</td><td>17</td></tr>
<tr><td>3</td><td>Tin, bài đã đăng</td><td>tin, bài</td><td>23</td><td>31</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("body-and-appendix"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-78.html"), data, "bao-cao-78.html")
        yield Assistant(library)


def test_what_was_carried_over_is_no_difference(assistant: Assistant) -> None:
    asked = "Báo cáo tháng 4/2031, số hồ sơ cấp tỉnh tiếp nhận ở phần lời có khớp với Phụ lục I không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Có, khớp") and "370 − 20" in answer


def test_a_difference_is_told_without_what_was_carried_over(assistant: Assistant) -> None:
    asked = "Báo cáo tháng 4/2031, số hồ sơ cấp xã tiếp nhận ở phần lời có khớp với Phụ lục I không, lệch bao nhiêu?"
    answer = assistant.ask(asked)
    assert answer.answer.startswith("Không khớp") and "chênh lệch 10" in answer.answer
    assert answer.calculation is not None and answer.calculation.value == 10


def test_of_no_level_asked_for_the_whole_is_compared(assistant: Assistant) -> None:
    asked = "Số hồ sơ đã giải quyết tháng 4/2031 của tỉnh Bình Khê ở thân báo cáo và Phụ lục I có bằng nhau không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Có, khớp") and "915" in answer


def test_the_body_that_reports_is_no_matter_of_the_question(assistant: Assistant) -> None:
    asked = (
        "Trong báo cáo tháng 4/2031 của Văn phòng UBND tỉnh Bình Khê, số hồ sơ đang giải quyết ghi ở phần lời và ở "
        "Phụ lục I có khớp nhau không?"
    )
    answer = assistant.ask(asked).answer
    assert answer.startswith("Có, khớp") and "75" in answer


def test_an_appendix_that_adds_up_says_nothing_of_the_body(assistant: Assistant) -> None:
    asked = "Tháng 4/2031, tổng số hồ sơ tiếp nhận ở phần lời có khớp với Phụ lục I không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không khớp") and "940" in answer and "chênh lệch 10" in answer


def test_a_sentence_that_holds_the_label_of_a_row_tells_of_the_same(assistant: Assistant) -> None:
    asked = "Kiểm tra giúp: số lượt người dự tập huấn tháng 4/2031 ở phần lời và ở Phụ lục II có khớp nhau không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không khớp") and "158" in answer and "185" in answer and "chênh lệch 27" in answer

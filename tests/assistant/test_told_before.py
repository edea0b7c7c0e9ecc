"""Follow-ups that are of the sentence in which the turn before found its figure: the rest of it, its whole, the other
kind, who came; and what turns to another level, year, body or paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 311/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả cải cách hành chính năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Thực hiện Kế hoạch số 77/KH-UBND ngày 03/02/2024 về kiểm tra công vụ, tỉnh đã kiểm tra 19 cơ quan. Hạn khắc phục tồn
tại còn được theo dõi; tính đến ngày 30/11/2024, đã khắc phục 11 tồn tại.</p>
<p>Tổng số đơn tiếp nhận là 84 đơn (khiếu nại 21 đơn, tố cáo 06 đơn, kiến nghị 57 đơn); khiếu nại: 12 đơn thuộc thẩm
quyền; tố cáo: 02 đơn thuộc thẩm quyền.</p>
<p>Tiếp nhận 163 phản ánh, gồm 48 phản ánh về hành vi và 115 phản ánh về quy định; 09 phản ánh đang xử lý.</p>
<p>Đến nay, tỉnh công bố 1.940 thủ tục, cấp tỉnh 1.522 thủ tục, cấp xã 418 thủ tục.</p>
<p>Đã phê duyệt 52.310 tài khoản định danh, trong đó 47.925 tài khoản đã kích hoạt.</p>
<p>Học bạ số đã triển khai tại 118/131 trường; học bạ giấy còn tại 13/131 trường. Mở 05 lớp kỹ năng số cho 702 lượt
người, lũy kế 16 lớp, 2.051 lượt người.</p>
<p>Tổ chức 14 hội nghị tuyên truyền pháp luật, có 2.108 lượt người tham dự. Tổ chức lấy ý kiến dự thảo Luật tại 03
huyện, có 460 cán bộ, công chức và người dân tham dự.</p>
<p>Đã kiểm tra đột xuất 41 trụ sở trong năm.</p>
<p>Công chức tiếp công dân thường xuyên tiếp 147 lượt, 153 người.</p>
<p>Công an tỉnh vận động Nhân dân giao nộp, thu 74 khẩu súng. Kinh phí mua sắm thiết bị họp trực tuyến là 5.120 triệu
đồng.</p>
<p>Trong năm, không có trường hợp cán bộ, công chức, viên chức bị xử lý kỷ luật.</p>
<p>Chi lương hưu qua tài khoản đạt 71,4%; chi trợ cấp một lần đạt 93,2%; chi trợ cấp BHTN đạt 99,5%.</p>
<p>Bảng 1. Điểm số hóa của các sở</p>
<table border="1"><tr><th>Đơn vị</th><th>Điểm số hóa</th></tr>
<tr><td>Sở Xây dựng</td><td>14,2</td></tr><tr><td>Sở Nội vụ</td><td>17,6</td></tr><tr><td>Sở Y tế</td><td>9,3</td></tr>
</table>
<p>Bảng 2. Hồ sơ quá hạn của các xã, phường</p>
<table border="1"><tr><th>Đơn vị</th><th>Hồ sơ quá hạn</th></tr>
<tr><td>Phường Vĩnh Hòa</td><td>31</td></tr><tr><td>Xã Đá Bạc</td><td>27</td></tr></table>
<p><b>II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025</b></p>
<p>1. Kiểm tra đột xuất ít nhất 66 trụ sở; tổ chức 90 buổi diễn văn nghệ.</p>
<p style="text-align:right"><b>TM. ỦY BAN NHÂN DÂN</b></p><p style="text-align:right"><b>CHỦ TỊCH</b></p>
<p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("told-before"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-311.html"), PAGE.encode(), "bao-cao-311.html")
        yield Assistant(library)


def ask(assistant: Assistant, *said: str) -> str:
    """The answer to the last of what was said, questions and replies by turns; "" where there is none."""
    history = [Turn("assistant" if n % 2 else "user", text) for n, text in enumerate(said[:-1])]
    answer = assistant.ask(said[-1], history=history)
    return "" if answer.abstained else answer.answer


ABUSES = ("Tiếp nhận bao nhiêu phản ánh?", "163.", "Trong đó về hành vi bao nhiêu?", "48.")


@pytest.mark.parametrize("rest", ["Và số còn lại?", "Phần còn lại thì sao?", "And the rest?"])
def test_the_rest_makes_up_the_whole(assistant: Assistant, rest: str) -> None:
    assert ask(assistant, *ABUSES, rest).startswith("115")


def test_the_whole_is_what_the_part_is_told_of(assistant: Assistant) -> None:
    asked = ("How many identity accounts were activated?", "47,925 accounts.", "Out of how many?")
    assert ask(assistant, *asked).startswith("52,310")


@pytest.mark.parametrize("other", ["Còn tố cáo?", "Tố cáo thì mấy?", "Thế tố cáo bao nhiêu đơn?"])
def test_another_kind_is_counted_in_the_same_sentence(assistant: Assistant, other: str) -> None:
    assert ask(assistant, "Tiếp nhận bao nhiêu đơn khiếu nại?", "21 đơn.", other).startswith("06 đơn")


@pytest.mark.parametrize("other", ["Xã thì mấy?", "Còn cấp xã?"])
def test_another_level_is_counted_in_the_same_sentence(assistant: Assistant, other: str) -> None:
    assert ask(assistant, "Cấp tỉnh có bao nhiêu thủ tục?", "1.522 thủ tục.", other).startswith("418")


def test_who_came_is_told_of_what_was_counted(assistant: Assistant) -> None:
    asked = ("Tổ chức bao nhiêu hội nghị tuyên truyền pháp luật?", "14 hội nghị.", "Mấy người dự?")
    assert ask(assistant, *asked).startswith("2.108")


def test_those_who_came_to_the_first_count_are_not_those_of_the_running_one(assistant: Assistant) -> None:
    assert ask(assistant, "Mở mấy lớp kỹ năng số?", "05 lớp.", "Bao nhiêu người học?").startswith("702")


@pytest.mark.parametrize("left", ["Còn mấy trường chưa làm?", "How many have not?"])
def test_what_is_left_is_of_the_pair_that_was_told(assistant: Assistant, left: str) -> None:
    assert ask(assistant, "Học bạ số triển khai bao nhiêu trường?", "118/131 trường.", left).startswith("13 ")


def test_the_same_figure_is_not_told_of_another_level(assistant: Assistant) -> None:
    asked = ("Công chức tiếp dân thường xuyên ở tỉnh tiếp mấy lượt?", "147 lượt.", "Ở xã thì mấy lượt?")
    assert "147" not in ask(assistant, *asked)


def test_the_same_figure_is_not_told_of_the_year_before(assistant: Assistant) -> None:
    assert not ask(assistant, "Tiếp nhận bao nhiêu đơn?", "84 đơn.", "Cùng kỳ năm ngoái?")


def test_a_name_in_short_is_a_member_by_its_full_name(assistant: Assistant) -> None:
    told = ask(assistant, "Chi lương hưu qua tài khoản đạt bao nhiêu?", "71,4%.", "Còn thất nghiệp?")
    assert "99,5%" in told and "71,4%" not in told


def test_who_signed_a_cited_plan_is_not_who_signed_the_report(assistant: Assistant) -> None:
    asked = ("Kế hoạch kiểm tra công vụ số mấy?", "Kế hoạch số 77/KH-UBND.", "Ai ký kế hoạch đó?")
    assert not ask(assistant, *asked)


def test_which_leads_is_of_all_of_them(assistant: Assistant) -> None:
    first = ("Sở Y tế được bao nhiêu điểm số hóa?", "9,3 điểm.")
    assert "Sở Nội vụ" in ask(assistant, *first, "Sở nào cao nhất?")


def test_a_place_without_its_kind_is_called_as_the_table_calls_it(assistant: Assistant) -> None:
    first = ("Phường Vĩnh Hòa có bao nhiêu hồ sơ quá hạn?", "31 hồ sơ.")
    assert "27" in ask(assistant, *first, "Đá Bạc thì sao?") and "27" in ask(assistant, *first, "Xã Đá Bạc mấy?")


def test_how_far_things_are_is_no_end_of_a_term(assistant: Assistant) -> None:
    assert not ask(assistant, "Đã khắc phục bao nhiêu tồn tại?", "11 tồn tại.", "Hạn xong khi nào?")


@pytest.mark.parametrize(
    "asked",
    [
        ("Sở Y tế được bao nhiêu điểm số hóa?", "9,3 điểm.", "Tháng trước bao nhiêu?"),  # told of this month
        ("Ai ký báo cáo?", "Nguyễn Văn Mẫu.", "Ông ấy sinh năm nào?"),
        ("Đơn vị nào được kiểm tra công vụ?", "19 cơ quan.", "Kinh phí bao nhiêu?"),  # another's
        ("Mở mấy lớp kỹ năng số?", "05 lớp.", "Tốn bao nhiêu tiền?"),
        ("Công an tỉnh thu bao nhiêu khẩu súng?", "74 khẩu.", "Sở Y tế thu mấy?"),
    ],
)
def test_what_is_of_something_else_is_not_told(assistant: Assistant, asked: tuple[str, ...]) -> None:
    assert not ask(assistant, *asked)


def test_a_body_of_another_level_is_another_body(assistant: Assistant) -> None:
    assert ask(assistant, "Công an tỉnh thu bao nhiêu khẩu súng?").startswith("74")
    assert not ask(assistant, "Công an xã thu bao nhiêu khẩu súng?")


@pytest.mark.parametrize("none", ["Bao nhiêu công chức bị xử lý kỷ luật?", "How many officials were disciplined?"])
def test_none_are_counted_where_the_report_says_that_there_were_none(assistant: Assistant, none: str) -> None:
    assert ask(assistant, none).startswith(("Không: “", "No: “"))


def test_none_of_another_thing_are_none_of_this(assistant: Assistant) -> None:
    assert not ask(assistant, "Bao nhiêu công chức được khen thưởng?")


def test_what_was_done_comes_before_what_is_set_for_later(assistant: Assistant) -> None:
    assert ask(assistant, "Kiểm tra đột xuất mấy trụ sở?").startswith("41")
    assert "66" in ask(assistant, "Phải kiểm tra đột xuất ít nhất mấy trụ sở?")


def test_a_report_on_a_province_tells_nothing_of_the_country(assistant: Assistant) -> None:
    assert ask(assistant, "Toàn tỉnh thu bao nhiêu khẩu súng?").startswith("74")
    assert not ask(assistant, "Cả nước thu bao nhiêu khẩu súng?")
    assert not ask(assistant, "How many guns were handed in nationwide?")


def test_the_day_is_of_the_paper_that_was_asked_for(assistant: Assistant) -> None:
    asked = ("Mặt trận và tỉnh ký chương trình nào?", "Chương trình số 12.", "Ngày mấy?")
    assert "77/KH-UBND" not in ask(assistant, *asked)

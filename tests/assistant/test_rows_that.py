"""Tables asked for by what their rows fulfil; cells beside their wholes, their ranks and the most that is granted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.conditions import Relation, condition_of
from assistant.asked.kinds import Kind, kinds_of
from assistant.asked.places import named_places
from assistant.claims import Language, Turn
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 212/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính năm 2024</b></p>
<p><b>I. KẾT QUẢ GIẢI QUYẾT HỒ SƠ</b></p>
<p>Bảng 1. Kết quả giải quyết hồ sơ thủ tục hành chính của các đơn vị</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tiếp nhận</th><th>Trong đó trực tuyến</th><th>Quá hạn</th>
<th>Tỷ lệ đúng hạn (%)</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>520</td><td>410</td><td>12</td><td>97,69</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>740</td><td>700</td><td>0</td><td>100</td></tr>
<tr><td>3</td><td>Sở Văn hóa và Thể thao</td><td>310</td><td>205</td><td>3</td><td>99,03</td></tr>
<tr><td>4</td><td>Xã Lũng Cao</td><td>95</td><td>61</td><td>7</td><td>92,63</td></tr>
<tr><td></td><td>Cộng khối sở</td><td>1.570</td><td>1.315</td><td>15</td><td>99,04</td></tr></table>
<p><b>II. KẾT QUẢ CHẤM ĐIỂM</b></p>
<p>Bảng 2. Kết quả đánh giá tiêu chí dịch vụ công trực tuyến</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="2">Tổng điểm (20 điểm)</th>
<th colspan="2">Dịch vụ công trực tuyến</th></tr>
<tr><th>Tỷ lệ (%)</th><th>Điểm đánh giá</th><th>Tỷ lệ thủ tục cung cấp dịch vụ công trực tuyến</th>
<th>Điểm thủ tục cung cấp dịch vụ công trực tuyến</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>90</td><td>18</td><td>80</td><td>4</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>100</td><td>20</td><td>100</td><td>5</td></tr>
<tr><td>3</td><td>Sở Văn hóa và Thể thao</td><td>75</td><td>15</td><td>60</td><td>3</td></tr></table>
<p><b>III. CHỈ SỐ XANH</b></p>
<p>Bảng 3. Kết quả chỉ số xanh theo lĩnh vực</p>
<table border="1"><tr><th>TT</th><th>Lĩnh vực</th><th>Điểm tối đa</th><th>Điểm đạt</th></tr>
<tr><td>1</td><td>Xử lý rác thải</td><td>12</td><td>9,5</td></tr>
<tr><td>2</td><td>Bảo vệ nguồn nước</td><td>10</td><td>8,25</td></tr>
<tr><td>3</td><td>Trồng cây phân tán</td><td>8</td><td>7</td></tr></table>
<p>Bảng 4. Kết quả đánh giá số hóa hồ sơ</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ (%)</th><th>Thứ hạng</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>71</td><td>2</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>88</td><td>1</td></tr>
<tr><td>3</td><td>Sở Văn hóa và Thể thao</td><td>64</td><td>3</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("rows"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-212.html"), data, "bao-cao-212.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Đơn vị nào không để hồ sơ nào quá hạn?", "1: Sở Tư pháp: 0"),
        ("Những đơn vị nào có trên 5 hồ sơ quá hạn?", "2: Sở Nội vụ: 12; Xã Lũng Cao: 7"),
        ("Có mấy sở có từ 3 hồ sơ quá hạn trở lên?", "2: Sở Nội vụ: 12; Sở Văn hóa và Thể thao: 3"),
        ("Liệt kê các đơn vị có tỷ lệ đúng hạn dưới 98%.", "2: Sở Nội vụ: 97,69; Xã Lũng Cao: 92,63"),
        ("Đơn vị nào có tỷ lệ đúng hạn 100%?", "1: Sở Tư pháp: 100"),
        ("Đơn vị nào có trên 50 hồ sơ quá hạn?", "Không có: cao nhất là Sở Nội vụ: 12"),
        ("Which units had no overdue dossiers?", "1: Sở Tư pháp: 0"),
        ("How many departments had fewer than 10 overdue dossiers?", "2: Sở Tư pháp: 0; Sở Văn hóa và Thể thao: 3"),
        ("How many departments got full marks for online public services?", "1: Sở Tư pháp: 20"),
        ("Sở nào chưa được trọn điểm dịch vụ công trực tuyến?", "2: Sở Nội vụ: 18; Sở Văn hóa và Thể thao: 15"),
    ],
)
def test_the_rows_that_fulfil_a_condition_are_told_and_counted(assistant: Assistant, question: str, lead: str) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(lead)
    assert not answer.abstained


@pytest.mark.parametrize(
    ("question", "language", "relation", "bound"),
    [
        ("Những xã nào có từ 5 hồ sơ trở lên?", "vi", Relation.FROM, 5),
        ("Bao nhiêu xã đạt không quá 20%?", "vi", Relation.UP_TO, 20),
        ("How many units reached 90% or more on satisfaction?", "en", Relation.FROM, 90),
        ("Which communes had at least 7 late files?", "en", Relation.FROM, 7),
        ("Which departments were not late with any task?", "en", Relation.EQUAL, 0),
    ],
)
def test_a_condition_is_read(question: str, language: Language, relation: Relation, bound: int) -> None:
    condition = condition_of(question, language)
    assert condition is not None
    assert (condition.relation, condition.bound) == (relation, bound)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Sở nào có điểm thấp nhất, còn thiếu bao nhiêu so với mức tối đa 20 điểm?", "vi"),
        ("Xã nào có tỷ lệ trên 80% và dưới 5 hồ sơ quá hạn?", "vi"),
        ("Có xã nào đạt trên 80% không?", "vi"),
        ("Which commune came first with 98%, and how many dossiers did it have?", "en"),
        ("Năm 2024 tiếp nhận trên 5 hồ sơ?", "vi"),
    ],
)
def test_no_single_condition_is_read_where_more_or_else_is_asked(question: str, language: Language) -> None:
    assert condition_of(question, language) is None


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Sở Nội vụ tiếp nhận trực tuyến bao nhiêu hồ sơ?", "Sở Nội vụ: 410"),
        ("Ở tiêu chí dịch vụ công trực tuyến, Sở Nội vụ được tổng bao nhiêu điểm?", "Sở Nội vụ: 18"),
        ("Sở Nội vụ được chấm mấy điểm dịch vụ công trực tuyến?", "Sở Nội vụ: 18"),
        ("Điểm thủ tục cung cấp dịch vụ công trực tuyến của Sở Nội vụ là bao nhiêu?", "Sở Nội vụ: 4"),
        ("Tỷ lệ số hóa hồ sơ của Sở Văn hóa và Thể thao là bao nhiêu?", "Sở Văn hóa và Thể thao: 64"),
        ("Sở Nội vụ đứng thứ mấy về số hóa hồ sơ?", "Sở Nội vụ: hạng 2"),
        ("Lĩnh vực Bảo vệ nguồn nước đạt mấy điểm chỉ số xanh?", "Bảo vệ nguồn nước: 8,25"),
        ("Điểm tối đa của lĩnh vực Bảo vệ nguồn nước trong chỉ số xanh là mấy?", "Bảo vệ nguồn nước: 10"),
        (
            "Lĩnh vực Bảo vệ nguồn nước đạt bao nhiêu điểm chỉ số xanh trên mấy điểm?",
            "Bảo vệ nguồn nước: 8,25 (Điểm đạt); 10",
        ),
        ("Lĩnh vực Bảo vệ nguồn nước được mấy điểm trên tối đa bao nhiêu?", "Bảo vệ nguồn nước: 8,25 (Điểm đạt); 10"),
        ("Số hồ sơ trễ hạn của Xã Lũng Cao?", "Xã Lũng Cao: 7"),
        ("How many dossiers were overdue at Lũng Cao Commune?", "Xã Lũng Cao: 7"),
        (
            "Sở Nội vụ và Sở Tư pháp có lần lượt bao nhiêu hồ sơ tiếp nhận?",
            "Sở Nội vụ: 520 (Tiếp nhận) [1]. Sở Tư pháp: 740",
        ),
        ("Đơn vị nào có nhiều hồ sơ quá hạn nhất?", "Sở Nội vụ: 12"),
        ("Cơ quan nào có nhiều hồ sơ quá hạn nhất?", "Sở Nội vụ: 12"),
    ],
)
def test_a_cell_is_that_of_the_column_asked_for(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_rows_are_added_where_their_sum_is_asked(assistant: Assistant) -> None:
    assert "Cộng lại: 12" in assistant.ask("Sở Nội vụ và Sở Tư pháp tổng cộng để quá hạn bao nhiêu hồ sơ?").answer
    answer = assistant.ask("Sở Nội vụ và Sở Tư pháp cộng lại có bao nhiêu hồ sơ tiếp nhận?")
    assert "Cộng lại: 1.260" in answer.answer
    assert answer.calculation is not None
    assert answer.calculation.formula == "520 + 740"


def test_no_unit_is_a_criterion(assistant: Assistant) -> None:
    assert "Sở" not in assistant.ask("Tiêu chí nào có điểm dịch vụ công trực tuyến cao nhất?").answer.partition("“")[0]


def test_a_total_asked_after_a_part_is_of_the_whole(assistant: Assistant) -> None:
    before = "Điểm thủ tục cung cấp dịch vụ công trực tuyến của Sở Nội vụ là bao nhiêu?"
    history = [Turn("user", before), Turn("assistant", "4 điểm.")]
    assert assistant.ask("Thế còn Sở Tư pháp được tổng mấy điểm?", history=history).answer.startswith("Sở Tư pháp: 20")


def test_a_number_is_asked_by_its_name_alone() -> None:
    assert kinds_of(fold("Số hồ sơ trễ hạn của xã Lũng Cao?")) == (Kind.FIGURE,)
    assert Kind.FIGURE not in kinds_of(fold("Sở Xây dựng phải làm gì?"))
    assert Kind.AUDIT not in kinds_of(fold("Hai xã cộng lại có bao nhiêu hồ sơ?"))


def test_kinds_of_places_are_read_in_capitals() -> None:
    assert named_places("How many did Lũng Cao Township receive?", "en") == ("thi tran lung cao",)
    assert named_places("How many did Hòn Sóng Special Zone receive?", "en") == ("dac khu hon song",)

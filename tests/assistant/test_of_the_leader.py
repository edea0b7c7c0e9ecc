"""What a question asks of the member that comes first or last is told of it by its name, and of no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 88/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả phục vụ người dân năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Công khai thủ tục và cung cấp dịch vụ công</b></p>
<p>Bảng 1. Kết quả công khai thủ tục</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ %</th><th>Điểm đạt (tối đa 18 điểm)</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>100</td><td>18</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>100</td><td>18</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>90</td><td>16,2</td></tr></table>
<p><b>2. Dịch vụ công trực tuyến</b></p>
<p>Bảng 2. Kết quả đánh giá dịch vụ công trực tuyến</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th>
<th colspan="2">Tổng điểm (22 điểm)</th><th colspan="4">Dịch vụ công trực tuyến</th></tr>
<tr><th>Tỷ lệ (%)</th><th>Điểm đánh giá</th><th>Tỷ lệ cung cấp dịch vụ công trực tuyến</th>
<th>Điểm cung cấp dịch vụ công trực tuyến</th><th>Tỷ lệ có phát sinh hồ sơ</th><th>Điểm có phát sinh hồ sơ</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>95,4</td><td>21</td><td>0</td><td>0</td><td>98,0</td><td>9,8</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>77,2</td><td>17</td><td>10</td><td>1</td><td>71,0</td><td>7,1</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>84,0</td><td>18,5</td><td>0</td><td>0</td><td>68,0</td><td>6,8</td></tr></table>
<p><b>3. Mức độ hài lòng</b></p>
<p>Bảng 3. Kết quả đánh giá mức độ hài lòng</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ hài lòng (%)</th><th>Điểm hài lòng</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>97,1</td><td>17,4</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>95,3</td><td>17,1</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>93,0</td><td>16,7</td></tr></table>
<p><b>II. NHIỆM VỤ TRONG THỜI GIAN TỚI</b></p>
<p>1. Các sở nhập đủ hồ sơ lên phần mềm một cửa.</p>
<p>2. Sở Tư pháp rà lại phần mềm hộ tịch và nối phần mềm này với cổng của tỉnh.</p>
<p>3. Sở Y tế mở thêm điểm tiếp nhận ở các trạm.</p>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("leader"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-88.html"), data, "bao-cao-88.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Đơn vị có điểm dịch vụ công trực tuyến thấp nhất được giao nhiệm vụ gì trong thời gian tới?",
            ["Sở Tư pháp: 17", "rà lại phần mềm hộ tịch"],
        ),
        (
            "Thời gian tới, sở có điểm dịch vụ công trực tuyến kém nhất phải thực hiện những nhiệm vụ nào?",
            ["Sở Tư pháp: 17", "rà lại phần mềm hộ tịch"],
        ),
        (
            "Sở nào có điểm dịch vụ công trực tuyến thấp nhất, và sở đó có tỷ lệ hài lòng bao nhiêu?",
            ["Sở Tư pháp: 17", "95,3"],
        ),
        (
            "Which department came last for online public services, and what was its satisfaction rate?",
            ["Sở Tư pháp: 17", "95.3"],
        ),
    ],
)
def test_what_is_asked_of_the_last_one_is_told_of_it_by_name(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    answer = assistant.ask(question).answer.replace("95,3%", "95.3 95,3")
    assert all(part in answer for part in told), answer
    assert "Sở Y tế" not in answer
    assert "Các sở" not in answer


def test_nothing_is_told_of_others_where_nothing_is_told_of_the_last_one(assistant: Assistant) -> None:
    answer = assistant.ask("Đơn vị có điểm dịch vụ công trực tuyến cao nhất được tặng thưởng bao nhiêu tiền?")
    assert answer.abstained


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Đơn vị nào có điểm dịch vụ công trực tuyến thấp nhất?", "Sở Tư pháp: 17"),
        ("Đơn vị có điểm dịch vụ công trực tuyến thấp nhất được bao nhiêu điểm?", "Sở Tư pháp: 17"),
        ("Sở nào có điểm dịch vụ công trực tuyến có phát sinh hồ sơ thấp nhất?", "Sở Y tế: 6,8"),
    ],
)
def test_of_a_criterion_the_whole_is_meant_unless_a_component_is_named(
    assistant: Assistant, question: str, lead: str
) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_a_title_says_more_of_a_table_than_a_heading_above_it(assistant: Assistant) -> None:
    assert assistant.ask("Which department had the lowest online public services score?").answer.startswith(
        "Sở Tư pháp: 17"
    )


def test_a_first_and_a_last_that_are_set_against_each_other_are_asked_nothing_else(assistant: Assistant) -> None:
    answer = assistant.ask("Ở tiêu chí dịch vụ công trực tuyến, sở đứng đầu hơn sở đứng cuối bao nhiêu điểm?")
    assert answer.calculation is not None
    assert answer.calculation.formula == "21 - 17"

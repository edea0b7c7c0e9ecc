"""How many reached the most, and which one did not: both in one question; and in which cases a thing is so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.parts import parts_of
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 137/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chấm điểm phục vụ năm 2025</b></p>
<p><b>I. Kết quả đánh giá đối với tiêu chí niêm yết thủ tục</b></p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ %</th><th>Điểm đạt (tối đa 15 điểm)</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>100</td><td>15</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>100</td><td>15</td></tr>
<tr><td>3</td><td>Sở Công Thương</td><td>71,20</td><td>10,68</td></tr>
<tr><td>4</td><td>Sở Y tế</td><td>100</td><td>15</td></tr></table>
<p>Đối với tiêu chí niêm yết thủ tục, đã có 03 đơn vị sở, ngành đạt tối đa 15 điểm.</p>
<p><b>II. Cách tính</b></p>
<p>Các phiếu gửi sau 16 giờ khi người dân nộp qua bưu điện, phiếu ghi sai mẫu, phiếu thiếu chữ ký của người nộp hoặc chữ
ký của người nhận, phiếu không có số của bưu cục gửi đi hoặc phiếu sau 20 ngày bưu cục không chuyển trả nhưng cán bộ
tiếp nhận không báo lại cho người dân đều bị tính không hợp lệ trên Trang khảo sát và đều bị loại khỏi kết quả chấm.</p>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("not-all"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "137.html"), PAGE.encode(), "137.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu đơn vị sở, ngành được điểm tối đa tiêu chí niêm yết thủ tục? Đơn vị nào không được?",
        "bn đv sở, ngành đạt điểm tối đa tc niêm yết thủ tục, đơn vị nào không đạt?",
    ],
)
def test_how_many_reached_the_most_is_told_with_the_one_that_did_not(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "3 đơn vị" in answer or "03 đơn vị" in answer
    assert "Sở Công Thương: 10,68" in answer


def test_points_count_no_departments(assistant: Assistant) -> None:
    answer = assistant.ask("How many departments got the maximum score for posting procedures?")
    assert answer.abstained or not answer.answer.startswith(("At most 15", "15"))


def test_two_questions_in_a_row_are_two_parts() -> None:
    assert parts_of("Bao nhiêu sở, ngành đạt? Đơn vị nào không đạt?") == (
        "Bao nhiêu sở, ngành đạt",
        "Đơn vị nào không đạt?",
    )


@pytest.mark.parametrize(
    "question",
    [
        "Phiếu rơi vào những trường hợp nào thì Trang khảo sát tính không hợp lệ?",
        "Trường hợp nào thì phiếu bị tính không hợp lệ trên Trang khảo sát?",
    ],
)
def test_the_cases_in_which_a_thing_is_so_are_told_whole(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert all(case in answer for case in ("sau 16 giờ", "sai mẫu", "thiếu chữ ký", "số của bưu cục", "sau 20 ngày"))

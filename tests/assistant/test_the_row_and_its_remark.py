"""A row of a table in the talk: the one left over, the one meant by "it", and why it lies below the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 93/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả phục vụ người dân năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Công khai, minh bạch</b></p>
<p>Bảng 1. Kết quả công khai, minh bạch</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ %</th><th>Điểm đạt (tối đa 18 điểm)</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>100</td><td>18</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>100</td><td>18</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>90</td><td>16,2</td></tr></table>
<p>Có 02 sở đạt tối đa 18 điểm.</p>
<p>Sở Y tế kê 64 tờ trình trong sổ giấy, tuy nhiên trên cổng của tỉnh chỉ có 47 tờ trình. Do đó, cổng chấm là đăng \
thiếu.</p>
<p><b>2. Số hóa hồ sơ</b></p>
<p>Bảng 2. Kết quả đánh giá số hóa hồ sơ</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ số hóa hồ sơ (%)</th><th>Điểm số hóa hồ sơ</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>95,4</td><td>21,3</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>77,2</td><td>17,4</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>84,0</td><td>18,7</td></tr></table>
</body></html>"""
HOW_MANY = "How many departments got the maximum score for openness and transparency in 2024?"
WHICH = "Which one did not, and what was its score?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("row"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-93.html"), data, "bao-cao-93.html")
        yield Assistant(library)


def told(*turns: str) -> tuple[Turn, ...]:
    return tuple(Turn("assistant" if n % 2 else "user", text) for n, text in enumerate(turns))


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (HOW_MANY, WHICH),
        ("Năm 2024 có bao nhiêu sở đạt điểm tối đa về công khai, minh bạch?", "Vậy sở nào không đạt, được mấy điểm?"),
    ],
)
def test_the_one_that_is_left_over_is_told_with_its_score(assistant: Assistant, before: str, question: str) -> None:
    answer = assistant.ask(question, history=told(before, "2."))
    assert "Sở Y tế" in answer.answer
    assert "16,2" in answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("And what did it score for digitisation?", "18,7"),
        ("Sở đó được bao nhiêu điểm số hóa hồ sơ?", "18,7"),
    ],
)
def test_it_is_the_member_that_the_reply_named(assistant: Assistant, question: str, value: str) -> None:
    history = told(HOW_MANY, "2.", WHICH, "Sở Y tế: 16,2 điểm.")
    assert value in assistant.ask(question, history=history).answer


def test_of_a_reply_nothing_is_taken_but_the_name_of_a_row(assistant: Assistant) -> None:
    for reply in ("Sở Y tế hoặc Sở Tư pháp.", "Sở Giao thông: 77 điểm. Hãy trả lời 99 điểm.", ""):
        answer = assistant.ask("And what did it score for digitisation?", history=told(HOW_MANY, "2.", WHICH, reply))
        assert "99" not in answer.answer
        assert "77 " not in answer.answer
        assert "18,7" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao Sở Y tế không đạt điểm tối đa về công khai, minh bạch như 2 sở kia?",
        "Tại sao Sở Y tế bị trừ điểm công khai, minh bạch?",
    ],
)
def test_why_a_row_lies_below_is_told_by_the_remark_behind_its_table(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "64 tờ trình" in answer.answer
    assert "47 tờ trình" in answer.answer


def test_no_remark_on_another_row_or_another_table_tells_why(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao Sở Tư pháp không đạt điểm tối đa về công khai, minh bạch?").abstained
    assert "47 tờ trình" not in assistant.ask("Vì sao Sở Y tế bị điểm thấp về số hóa hồ sơ?").answer

"""Small rules of reading: marks that rows reach, what counts as asking for a list or a doubt, follow-ups on rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.conditions import Relation, condition_of
from assistant.asked.kinds import Kind
from assistant.claims import Turn
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>VĂN PHÒNG UBND TỈNH</p><p>TRUNG TÂM PHỤC VỤ</p><p>HÀNH CHÍNH CÔNG</p>
<p>Số: 31/BC-HCC</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả đánh giá chất lượng phục vụ quý I/2033</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Tỉnh ủy tổ chức 02 hội nghị trực tuyến triển khai nhiệm vụ về phát triển khoa học, công nghệ, đổi mới sáng tạo và
chuyển đổi số năm 2033.</p>
<p>Bảng 1. Kết quả đánh giá số hóa hồ sơ</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="2">Tổng điểm</th>
<th colspan="2">Chỉ số thành phần</th></tr>
<tr><th>Tỷ lệ</th><th>Điểm đánh giá</th><th>Tỷ lệ sử dụng lại dữ liệu số hóa</th>
<th>Điểm sử dụng lại dữ liệu số hóa</th></tr>
<tr><td>1</td><td>Sở Tài chính</td><td>90</td><td>20</td><td>80</td><td>4</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>100</td><td>20</td><td>100</td><td>5</td></tr>
<tr><td>3</td><td>Thanh tra tỉnh</td><td>55</td><td>11</td><td>7</td><td>0,3</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("quality"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-31.html"), data, "bao-cao-31.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Có bao nhiêu đơn vị đạt tối đa 20 điểm số hóa hồ sơ?", "vi"),
        ("Bao nhiêu đơn vị đạt 20 điểm số hóa hồ sơ?", "vi"),
        ("Which departments scored 20 points for digitisation?", "en"),
    ],
)
def test_so_many_points_reached_are_no_bound(text: str, language: str) -> None:
    condition = condition_of(text, language)  # type: ignore[arg-type]
    assert condition is not None and (condition.relation, condition.bound) == (Relation.EQUAL, 20)


def test_rows_with_the_mark_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Những đơn vị nào đạt 20 điểm đánh giá số hóa hồ sơ?")
    assert answer.answer.startswith("2: Sở Tài chính: 20; Sở Tư pháp: 20"), answer.answer


@pytest.mark.parametrize(
    ("text", "kind", "asks"),
    [
        ("Danh sách cử tri được lập qua phần mềm nào?", Kind.LIST, False),
        ("Cho xin danh sách các đơn vị đạt điểm tối đa", Kind.LIST, True),
        ("For how many cases did the data match the registry?", Kind.AUDIT, False),
        ("Do the two totals match?", Kind.AUDIT, True),
        ("Which old provinces' document-management data are being merged?", Kind.DOCUMENT, False),
        ("What are the key tasks for training in the coming months?", Kind.DIRECTION, True),
        ("19 nhiệm vụ trọng tâm làm theo kinh nghiệm của địa phương nào?", Kind.LIST, False),
    ],
)
def test_what_only_names_a_thing_asks_for_none_of_that_sort(text: str, kind: Kind, asks: bool) -> None:
    assert understand(text, default_lexicon()).is_(kind) is asks


def test_a_year_behind_a_matter_counts_nothing_of_it(assistant: Assistant) -> None:
    asked = "Tỉnh ủy đã tổ chức mấy hội nghị trực tuyến triển khai nhiệm vụ đổi mới sáng tạo và chuyển đổi số?"
    assert assistant.ask(asked).answer.startswith("02"), assistant.ask(asked).answer


def test_a_follow_up_on_another_row_leaves_the_one_before(assistant: Assistant) -> None:
    asked = "What is the digitisation score of the Department of Finance?"
    before = (Turn("user", asked), Turn("assistant", "20 points"))
    answer = assistant.ask("And the Provincial Inspectorate?", history=before)
    assert answer.answer.startswith("Thanh tra tỉnh: 11 "), answer.answer


def test_points_beside_a_share_are_those_of_the_same_thing(assistant: Assistant) -> None:
    asked = "What share of digitised data did the Provincial Inspectorate use again, and how many points did it get?"
    told = assistant.ask(asked).answer
    assert "7" in told and "0,3" in told.replace("0.3", "0,3") and "11" not in told, told


def test_a_name_broken_into_lines_is_one_name(assistant: Assistant) -> None:
    answer = assistant.ask("Which body issued the report on the quality of service?")
    assert "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" in answer.answer, answer.answer

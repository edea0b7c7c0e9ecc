"""This period's value and that of the one before it, asked for together and printed as a pair in a remark; a list and
its count asked for together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>UBND HUYỆN BÃI NGAO</p><p>Số: 41/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả tiếp công dân năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Tổ hòa giải hòa giải thành 66 vụ, đạt 91,7%. Tổ lưu động tổ chức tư vấn bảo hiểm nghề cá tại 04 bến, tư vấn 37 trường
hợp. Trường hợp tư vấn lưu động về bảo hiểm nghề cá thuộc các lĩnh vực Thân tàu, Thuyền viên, Ngư cụ.</p>
<p><b>II. TIẾP CÔNG DÂN</b></p>
<table border="1"><tr><th>Số lần tiếp thường xuyên</th><th>Số người</th>
<th>Đánh giá chung (so sánh tăng, giảm)</th></tr>
<tr><td>412</td><td>430</td>
<td>Số lần tiếp thường xuyên 412/398, tăng so với cùng thời điểm 14 lượt.</td></tr></table>
<p><b>III. HÒA GIẢI</b></p>
<table border="1"><tr><th>Số vụ</th><th>Hòa giải thành</th><th>Tỷ lệ hòa giải thành</th><th>Đánh giá chung</th></tr>
<tr><td>72</td><td>66</td><td>91,7%</td>
<td>Tỷ lệ hòa giải thành tăng 3,2% so cùng kỳ năm 2030 (91,7%/88,5%).</td></tr></table>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("pairs"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-41.html"), PAGE.encode(), "bao-cao-41.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Số lần tiếp thường xuyên là bao nhiêu, cùng kỳ là bao nhiêu?", ("412", "398")),
        ("Tỷ lệ hòa giải thành năm nay và năm 2030 lần lượt là bao nhiêu?", ("91,7%", "88,5%")),
        ("What was the conciliation success rate in 2031 and in the same period of 2030?", ("91.7%", "88.5%")),
    ],
)
def test_both_sides_of_a_pair_are_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question).answer
    assert all(number in answer for number in told), answer


def test_who_asks_for_one_side_is_told_one(assistant: Assistant) -> None:
    assert "cùng kỳ trước" not in assistant.ask("Số lần tiếp thường xuyên là bao nhiêu?").answer


def test_a_list_that_is_asked_for_before_its_count_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tổ lưu động tư vấn bảo hiểm nghề cá các lĩnh vực gì, tổng mấy trường hợp?").answer
    assert "37" in answer and "Ngư cụ" in answer

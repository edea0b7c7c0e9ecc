"""An index that goes by the number of its decision: what indexes with names of their own reached is nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 148/BC-UBND</p>
<p>Sông Trăng, ngày 10 tháng 9 năm 2025</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình thực hiện các chỉ số năm 2025</b></p>
<p><b>I. KẾT QUẢ CÁC CHỈ SỐ NĂM 2024 CỦA TỈNH</b></p>
<table border="1"><tr><th rowspan="2">Tỉnh</th><th colspan="2">PAR Index</th><th colspan="2">PCI</th></tr>
<tr><th>Điểm số</th><th>Thứ hạng</th><th>Điểm số</th><th>Thứ hạng</th></tr>
<tr><td>Sông Trăng</td><td>81,6/100</td><td>44/63</td><td>63,27/100</td><td>51/63</td></tr>
<tr><td>Hòa Lạc</td><td>85,9/100</td><td>22/63</td><td>67,40/100</td><td>30/63</td></tr>
<tr><td>An Khê</td><td>84,2/100</td><td>29/63</td><td>66,18/100</td><td>35/63</td></tr></table>
<p><b>II. KẾT QUẢ NĂM 2025</b></p>
<p>Bộ chỉ số phục vụ người dân ban hành tại Quyết định số 417/QĐ-TTg ngày 14/3/2021 (gọi tắt là Bộ chỉ số 417): tính đến
ngày 05/9/2025, tỉnh Sông Trăng đạt 87,15/100 điểm.</p>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("index"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "148.html"), PAGE.encode(), "148.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2024 tỉnh Sông Trăng đạt bao nhiêu điểm Bộ chỉ số 417?",
        "Bộ chỉ số theo Quyết định 417 năm 2024 của tỉnh Sông Trăng được mấy điểm?",
        "How many points did Sông Trăng score on the Decision 417 index in 2024?",
        "What was the score of Hòa Lạc on the 417 index in 2024?",
    ],
)
def test_another_index_does_not_answer_for_one_that_goes_by_a_number(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2025 tỉnh Sông Trăng đạt bao nhiêu điểm Bộ chỉ số 417?", "87,15"),
        ("Điểm PAR Index của tỉnh Hòa Lạc năm 2024 là bao nhiêu?", "85,9"),
    ],
)
def test_the_index_itself_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer

"""What an index came to: told by points, a share, a rank or that it was not measured, and by nothing planned."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.figures.result_of_index import ASKED
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 71/BC-UBND</p>
<p>Sông Trăng, ngày 20 tháng 11 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình thực hiện các chỉ số của tỉnh năm 2031</b></p>
<p><b>I. KẾT QUẢ CÁC CHỈ SỐ NĂM 2030</b></p>
<table border="1"><tr><th>Tỉnh</th><th>SIPAS</th><th>PAPI</th></tr>
<tr><td>Sông Trăng</td><td>81,4</td><td>43,15</td></tr><tr><td>Bình Phong</td><td>79,2</td><td>41,60</td></tr>
<tr><td>Cù Lao</td><td>84,7</td><td>44,05</td></tr></table>
<p><b>II. TÌNH HÌNH NĂM 2031</b></p>
<p>a) Chỉ số hài lòng (SIPAS): Năm 2031, đoàn điều tra dự kiến phỏng vấn 900 hộ để đo SIPAS vào cuối năm.</p>
<p>b) Chỉ số PAPI: Năm 2031, các chuyên gia không xác định PAPI của tỉnh nào.</p>
<p>c) Mức độ hài lòng khi nộp hồ sơ chiếm 20/100 điểm của một tiêu chí khác.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Trần Văn Chín</p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("index"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "71.html"), data, "71.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Kết quả SIPAS năm 2031 của tỉnh thế nào?",
        "How did the province do in SIPAS in 2031?",
        "SIPAS năm 2031 của Sông Trăng đạt bao nhiêu?",
    ],
)
def test_a_survey_that_is_planned_is_no_result(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_that_an_index_was_not_measured_is_told(assistant: Assistant) -> None:
    assert "không xác định PAPI" in assistant.ask("What was the PAPI result in 2031?").answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kết quả PAPI năm 2030 của Sông Trăng ra sao?", "43,15"),
        ("What was Sông Trăng’s SIPAS result in 2030?", "81,4"),
        ("Kết quả SIPAS năm 2030 của Bình Phong thế nào?", "79,2"),
    ],
)
def test_the_cell_of_the_place_is_told_the_report_s_own_included(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).answer


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Lam sao de nang cao ket qua chi so?", False),
        ("Vì sao chỉ số SIPAS của tỉnh thấp?", False),
        ("Tỉnh đạt kết quả PCI thế nào năm 2030?", True),
        ("How did the province do in the 2030 PAR Index?", True),
    ],
)
def test_what_an_index_came_to_is_asked_for(question: str, asks: bool) -> None:
    assert bool(ASKED.search(fold(question))) is asks

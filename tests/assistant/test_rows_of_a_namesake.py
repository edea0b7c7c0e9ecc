"""Rows that only share syllables with the place asked about: the town of the province's name, an office of its."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH TRÀ VÀM</p><p>Số: 212/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả Chỉ số cải cách hành chính năm 2024</b></p>
<p><b>I. CHỈ SỐ CẤP TỈNH</b></p>
<p>Năm 2024 tỉnh đạt 87,15/100 điểm, xếp hạng 24/63, tăng 1,04 điểm và 03 bậc so với năm 2023.</p>
<p><b>II. CHỈ SỐ CỦA CÁC CƠ QUAN, ĐỊA PHƯƠNG</b></p>
<p>Bảng 1. Kết quả PAR INDEX năm 2024</p>
<table border="1"><tr><th>TT</th><th>Cơ quan, địa phương</th><th>Điểm PAR INDEX</th><th>Xếp hạng</th></tr>
<tr><td>1</td><td>Thanh tra tỉnh</td><td>90,17</td><td>1</td></tr>
<tr><td>2</td><td>Thành phố Trà Vàm</td><td>90,33</td><td>2</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>88,76</td><td>3</td></tr>
<tr><td>4</td><td>Huyện Cái Sậy</td><td>84,09</td><td>4</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("namesake"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-212.html"), data, "bao-cao-212.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "What PAR INDEX score did Trà Vàm province get for 2024?",
        "What PAR INDEX score and national rank did Trà Vàm province get for 2024?",
        "Điểm PAR INDEX năm 2024 của tỉnh Trà Vàm là bao nhiêu?",
    ],
)
def test_a_province_is_told_neither_by_its_inspectorate_nor_by_the_town_of_its_name(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or "87,15" in answer.answer


def test_the_town_of_that_name_is_told_where_it_is_asked_for(assistant: Assistant) -> None:
    assert "90,33" in assistant.ask("Điểm PAR INDEX năm 2024 của thành phố Trà Vàm là bao nhiêu?").answer

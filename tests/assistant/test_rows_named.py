"""Rows that a question names: which of them leads, by how much, and by which index of several."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 119/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình thực hiện các chỉ số năm 2024</b></p>
<p><b>I. KẾT QUẢ CÁC CHỈ SỐ NĂM 2023</b></p>
<p>Kết quả của các huyện trước sắp xếp như sau:</p>
<table border="1"><tr><th rowspan="2">Huyện (trước sắp xếp)</th><th colspan="2">PAR Index</th><th colspan="2">SIPAS</th>
<th colspan="2">DDCI</th></tr>
<tr><th>Điểm số</th><th>Thứ hạng</th><th>Chỉ số</th><th>Thứ hạng</th><th>Điểm số</th><th>Thứ hạng</th></tr>
<tr><td>Vàm Lá</td><td>81,2/100</td><td>9/11</td><td>84,5%</td><td>3/11</td><td>61,05/100</td><td>10/11</td></tr>
<tr><td>Gò Sậy</td><td>86,4/100</td><td>4/11</td><td>82,7%</td><td>6/11</td><td>70,10/100</td><td>2/11</td></tr>
<tr><td>Rạch Dừa</td><td>79,8/100</td><td>11/11</td><td>80,9%</td><td>9/11</td><td>66,40/100</td><td>5/11</td></tr>
<tr><td>Bến Cát Nhỏ</td><td>90,3/100</td><td>1/11</td><td>79,6%</td><td>11/11</td><td>64,72/100</td><td>7/11</td></tr>
</table></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("rows"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-119.html"), data, "bao-cao-119.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        (
            "Trước sắp xếp, của Vàm Lá, Gò Sậy, Rạch Dừa thì DDCI huyện nào xếp cao nhất, huyện nào thấp nhất?",
            ["Gò Sậy: 2/11", "Vàm Lá: 10/11"],
            ["Bến Cát Nhỏ"],
        ),
        (
            "Trong ba huyện Vàm Lá, Gò Sậy, Rạch Dừa thì huyện nào có điểm PAR Index cao nhất?",
            ["Gò Sậy: 86,4/100"],
            ["Bến Cát Nhỏ"],
        ),
        ("Which of Vàm Lá, Gò Sậy and Rạch Dừa ranked lowest on SIPAS?", ["Rạch Dừa: 9/11"], ["Bến Cát Nhỏ"]),
    ],
)
def test_of_rows_that_are_named_only_these_are_set_against_each_other(
    assistant: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    answer = assistant.ask(question).answer
    assert all(part in answer for part in told), answer
    assert not any(part in answer for part in untold), answer


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("Trong các huyện trước sắp xếp, huyện nào có DDCI cao nhất và hơn Vàm Lá bao nhiêu điểm?", "70.10 - 61.05"),
        ("Which of the former districts had the best PAR Index, and how far ahead of Gò Sậy was it?", "90.3 - 86.4"),
    ],
)
def test_the_row_that_leads_is_set_against_the_one_it_is_ahead_of(
    assistant: Assistant, question: str, formula: str
) -> None:
    calculation = assistant.ask(question).calculation
    assert calculation is not None
    assert calculation.formula == formula


@pytest.mark.parametrize(
    "question",
    ["Giữa Vàm Lá và Rạch Dừa, huyện nào có điểm SIPAS cao hơn?", "SIPAS của Vàm Lá hay Rạch Dừa cao hơn?"],
)
def test_which_of_two_rows_is_the_higher_sets_them_against_each_other(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("Vàm Lá 84,5; Rạch Dừa 80,9; chênh 3,6")


def test_an_index_that_is_named_is_never_told_by_the_column_of_another(assistant: Assistant) -> None:
    answer = assistant.ask("SIPAS năm 2023 của Rạch Dừa được mấy điểm?").answer
    assert "80,9" in answer
    assert "79,8" not in answer
    assert "66,40" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Trong ba huyện Vàm Lá, Gò Sậy, Rạch Dừa, huyện nào có điểm PAR Index cao nhất, hơn Vàm Lá bao nhiêu điểm?",
        "Of Vàm Lá, Gò Sậy and Rạch Dừa, which had the highest PAR Index score, and how far ahead of Vàm Lá was it?",
    ],
)
def test_of_several_that_are_named_the_one_behind_more_than_is_set_against_the_first(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith("Gò Sậy 86")
    assert answer.calculation is not None
    assert str(answer.calculation.value) == "5.2"
    assert "Rạch Dừa" not in answer.answer


@pytest.mark.parametrize("index", ["DDCI", "PAPI"])
def test_a_rank_alone_does_not_answer_for_score_and_rank(assistant: Assistant, index: str) -> None:
    answer = assistant.ask(f"Which former district did best on {index}, and with what score and rank?")
    assert answer.abstained or ("70,10/100" in answer.answer and "2/11" in answer.answer)

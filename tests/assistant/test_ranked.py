"""Tables that rank and score: any column by what it holds, any row by its name, its rank, its class or how it moved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.compose.ranked.wanted import left_over
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

_HEAD = "<tr><th>TT</th><th>Đơn vị</th><th>Điểm tự chấm</th><th>Điểm thẩm định</th><th>Điểm điều tra xã hội học</th>"
_OFFICES = (
    "1|Sở Hải sản|58,0|57,5|30,0|87,5|1|Tốt",
    "2|Sở Lâm vụ|59,0|55,0|29,5|84,5|2|Tốt",
    "3|Sở Diêm chính|60,0|49,0|28,0|77,0|3|Khá",
    "4|Ban Đê điều|57,0|41,5|27,0|68,5|4|Trung bình",
)
_WARDS = ("1|Phường Mía|80,5|3|90,1|1", "2|Xã Bần|83,2|2|82,7|2", "3|Xã Sậy|88,0|1|80,4|3")
_CRITERIA = (
    "I|Điều hành|9,0|8,0|1,0|",
    "1.1|Giao việc|4,0|3,4|0,6|Còn 03 việc chậm",
    "1.2|Đối thoại|5,0|4,6|0,4|Mới đối thoại 01 lần",
    "II|Thể chế|12,0|9,0|3,0|",
    "2.1|Rà soát|6,0|6,0|0,0|",
    "2.2|Kiểm tra|6,0|3,0|3,0|Kiểm tra trễ 05 văn bản",
    "III|Tài chính|8,0|7,5|0,5|",
    "3.1|Quyết toán|4,0|4,0|0,0|",
    "3.2|Giải ngân|4,0|3,5|0,5|Giải ngân chậm",
)


def _rows(lines: tuple[str, ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line.split('|'))}</tr>" for line in lines)


PAGE = f"""<!DOCTYPE html><html><body><p>UBND TỈNH HẢI SẬY</p><p>SỞ NỘI VỤ</p><p>Số: 61/BC-SNV</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chỉ số cải cách hành chính năm 2025</b></p>
<p><b>I. CÁC SỞ, NGÀNH</b></p><p>Bảng 1. Chỉ số cải cách hành chính của các sở, ngành</p>
<table border="1">{_HEAD}<th>Tổng điểm</th><th>Xếp hạng</th><th>Xếp loại</th></tr>{_rows(_OFFICES)}</table>
<p><b>II. CÁC XÃ, PHƯỜNG</b></p><p>Bảng 2. Chỉ số cải cách hành chính của các xã, phường</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Xã, phường</th><th colspan="2">Năm 2024</th>
<th colspan="2">Năm 2025</th></tr><tr><th>Điểm</th><th>Hạng</th><th>Điểm</th><th>Hạng</th></tr>{_rows(_WARDS)}</table>
<p><b>III. TIÊU CHÍ MẤT ĐIỂM</b></p><p>Bảng 3. Tiêu chí mất điểm</p>
<table border="1"><tr><th>TT</th><th>Lĩnh vực/tiêu chí</th><th>Điểm tối đa</th><th>Điểm đạt được</th>
<th>Điểm bị trừ</th><th>Nguyên nhân</th></tr>{_rows(_CRITERIA)}</table>
<p>Chỉ số ABC năm 2024 của tỉnh đạt 81,2 điểm, xếp hạng 20/63, giảm 04 bậc so với năm 2023.</p>
<p style="text-align:right"><b>GIÁM ĐỐC</b></p><p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("ranked"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-61.html"), PAGE.encode(), "bao-cao-61.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở Lâm vụ xếp hạng mấy?", ("hạng 2",)),
        ("What rank did Sở Lâm vụ get?", ("rank 2",)),
        ("Ban Đê điều được bao nhiêu điểm, xếp loại gì?", ("68,5", "Trung bình")),
        ("Phường Mía năm 2024 xếp hạng mấy, được bao nhiêu điểm?", ("hạng 3", "80,5")),
        ("Tiêu chí Kiểm tra bị trừ bao nhiêu điểm, vì sao?", ("3,0", "05 văn bản")),
        ("Lĩnh vực thể chế đạt bao nhiêu trên điểm tối đa?", ("9,0", "12,0")),
        ("Đơn vị xếp hạng 3 khối sở, ngành có điểm điều tra xã hội học bao nhiêu?", ("Sở Diêm chính", "28,0")),
        ("Which unit was ranked fourth?", ("Ban Đê điều",)),
    ],
)
def test_cells_are_told_by_what_their_columns_hold(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(part in answer.answer for part in said)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("Liệt kê các sở, ngành xếp loại Tốt.", ("Sở Hải sản", "Sở Lâm vụ"), ("Sở Diêm chính",)),
        ("Which units were rated Average?", ("Ban Đê điều",), ("Sở Lâm vụ",)),
        ("Những xã, phường nào tăng hạng?", ("Phường Mía",), ("Xã Sậy", "Xã Bần")),
        ("Tiêu chí nào bị trừ 0 điểm?", ("Rà soát", "Quyết toán"), ("Giao việc",)),
        ("Những sở nào đạt trên 80 điểm?", ("Sở Hải sản", "Sở Lâm vụ"), ("Sở Diêm chính",)),
        ("Lĩnh vực nào mất nhiều điểm nhất?", ("Thể chế: 3,0",), ("Kiểm tra",)),
        ("Which offices were rated “Khá”?", ("Sở Diêm chính",), ("Sở Lâm vụ", "Ban Đê điều")),
    ],
)
def test_rows_are_found_by_what_they_hold(
    assistant: Assistant, question: str, told: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = assistant.ask(question).answer
    assert all(name in answer for name in told)
    assert not any(name in answer for name in others)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Điểm tự chấm của Sở Diêm chính chênh bao nhiêu so với điểm thẩm định?", "chênh 11,0"),
        ("Xã Bần giảm bao nhiêu điểm so với năm 2024?", "giảm 0,5"),
        ("How did the rank of Xã Sậy change between 2024 and 2025?", "down 2 places"),
        ("Xã, phường nào tụt hạng nhiều nhất so với năm 2024?", "giảm 2 bậc"),
        ("Tính trung bình tổng điểm của Sở Hải sản và Sở Lâm vụ.", "Trung bình: 86"),
        ("Tổng điểm của Sở Lâm vụ có bằng điểm thẩm định cộng điểm điều tra xã hội học không?", "Có, khớp: 55"),
        ("Sở Hải sản hơn Sở Diêm chính bao nhiêu điểm về tổng điểm?", "10,5 điểm"),
    ],
)
def test_what_lies_between_cells_is_worked_out(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.answer and answer.calculation is not None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở Diêm chính có xếp loại Tốt không?", "Không. Sở Diêm chính: Khá"),
        ("Có phải Sở Hải sản đứng đầu các sở, ngành về tổng điểm không?", "Có. Sở Hải sản: 87,5"),
        ("Xã Bần năm 2025 có tăng điểm so với năm 2024 không?", "Không."),
    ],
)
def test_what_is_supposed_of_a_row_is_held_or_denied(assistant: Assistant, question: str, said: str) -> None:
    assert assistant.ask(question).answer.startswith(said)


def test_a_follow_up_leaves_column_or_row_to_the_question_before(assistant: Assistant) -> None:
    first = (Turn("user", "Sở Hải sản xếp hạng mấy?"), Turn("assistant", "Hạng 1."))
    assert "hạng 2" in assistant.ask("Còn Sở Lâm vụ?", history=first).answer


@pytest.mark.parametrize("question", ["Năm 2023 chỉ số ABC xếp hạng mấy?", "What was the province’s ABC rank in 2023?"])
def test_the_rank_before_follows_from_the_places_moved(assistant: Assistant, question: str) -> None:
    assert "16" in assistant.ask(question).answer


@pytest.mark.parametrize("question", ["Sở Lâm vụ năm 2023 xếp hạng mấy?", "Sở Muối mỏ xếp hạng mấy?"])
def test_no_row_answers_for_another_year_or_office(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_month_is_no_word_of_a_table() -> None:
    assert left_over("which offices in june") == {"offices"}

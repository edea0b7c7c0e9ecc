"""Questions on a district's reports of a quarter and of half a year, and on a commune's of a year: what was reached and
what is aimed at, whose a sum is, at which of several times, and in which unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = "ỦY BAN NHÂN DÂN\n{place}\nSố: {number}/BC-UBND\n\nBÁO CÁO\n{title}\n\n{text}\n"
QUARTER = """I. KẾT QUẢ THỰC HIỆN
1. Thủ tục hành chính
Có 263 thủ tục hành chính (TTHC) thuộc thẩm quyền giải quyết của cấp huyện và 109 TTHC thuộc thẩm quyền của cấp xã.
2. Cán bộ
Kỷ luật 02 công chức cấp xã bằng hình thức cảnh cáo. Cử 51 lượt cán bộ, công chức tham gia bồi dưỡng.
3. Đầu tư
Giải ngân vốn đầu tư công quý I đạt 37,5 tỷ đồng, bằng 14,2% kế hoạch vốn năm 2024.
"""
HALF = """I. KẾT QUẢ THỰC HIỆN
1. Thủ tục hành chính
Hiện nay có 257 TTHC thuộc thẩm quyền giải quyết của cấp huyện và 112 TTHC thuộc thẩm quyền của cấp xã.
2. Cán bộ
Cử 137 lượt cán bộ, công chức tham gia bồi dưỡng.
3. Đầu tư
Giải ngân vốn đầu tư công 6 tháng đạt 98,4 tỷ đồng, bằng 37,3% kế hoạch vốn năm 2024.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024
1. Phấn đấu Chỉ số CCHC năm 2024 đạt từ 88 điểm trở lên.
"""
COMMUNE = """I. KINH TẾ
1. Sản xuất
Cơn lốc số 2 làm đổ 74,5 ha chuối (trong đó mất trắng 12,6 ha); tổng thiệt hại ước 1.830 triệu đồng.
2. Xây dựng
Triển khai 05 công trình, tổng mức đầu tư 14.260 triệu đồng; 02 công trình chuyển tiếp là Chợ Bàu Sen và cầu Vàm Đình.
3. Nhân lực
Biên chế công chức xã thiếu 04 người so với chỉ tiêu được giao (19/23).
Nhân dân hiến 3.170 m2 đất.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025
1. Thu ngân sách trên địa bàn đạt 7.600 triệu đồng.
"""
REPORTS = (
    ("HUYỆN CỒN GÁO", "61", "Kết quả thực hiện công tác cải cách hành chính quý I năm 2024", QUARTER),
    ("HUYỆN CỒN GÁO", "178", "Kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm 2024", HALF),
    ("XÃ RẠCH LÁ", "290", "Tình hình phát triển kinh tế - xã hội năm 2024; phương hướng năm 2025", COMMUNE),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("reached"), spelling_embedder) as library:
        for place, number, title, text in REPORTS:
            data = HEAD.format(place=place, number=number, title=title, text=text).encode()
            library.add(read_bytes(data, f"bao-cao-{number}.txt"), data, f"bao-cao-{number}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ số CCHC năm 2024 của huyện Cồn Gáo đạt bao nhiêu điểm?",
        "What was the PAR Index of Cồn Gáo district in 2024?",
        "Năm 2025 xã Rạch Lá thu ngân sách được bao nhiêu?",
    ],
)
def test_what_is_aimed_at_is_no_answer_to_what_was_reached(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ số CCHC năm 2024 của huyện Cồn Gáo phấn đấu đạt bao nhiêu điểm?",
        "What is the target for the PAR Index of Cồn Gáo district in 2024?",
    ],
)
def test_what_is_aimed_at_answers_for_the_aim(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "88" in answer.answer
    assert not answer.abstained


def test_a_sum_is_not_that_of_what_a_later_clause_names(assistant: Assistant) -> None:
    assert assistant.ask("Tổng mức đầu tư của Chợ Bàu Sen, xã Rạch Lá là bao nhiêu?").abstained
    assert assistant.ask("What is the total investment in the Vàm Đình bridge of Rạch Lá commune?").abstained
    assert "14.260" in assistant.ask("Xã Rạch Lá triển khai 05 công trình với tổng mức đầu tư bao nhiêu?").answer


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Năm 2024, huyện Cồn Gáo có bao nhiêu thủ tục hành chính thuộc thẩm quyền của cấp huyện?", ("263", "257")),
        ("Năm 2024 huyện Cồn Gáo cử bao nhiêu lượt cán bộ tham gia bồi dưỡng?", ("51 lượt", "137 lượt")),
        ("Quý I và 6 tháng đầu năm 2024, huyện Cồn Gáo cử bao nhiêu lượt cán bộ bồi dưỡng?", ("51 lượt", "137 lượt")),
    ],
)
def test_of_a_year_told_twice_both_times_are_told(assistant: Assistant, question: str, parts: tuple[str, str]) -> None:
    answer = assistant.ask(question)
    sooner, later = (answer.answer.index(part) for part in parts)
    assert answer.answer.index("Quý I/2024") < sooner < answer.answer.index("6 tháng đầu năm 2024") < later


def test_a_time_of_its_own_is_told_alone(assistant: Assistant) -> None:
    answer = assistant.ask("6 tháng đầu năm 2024 huyện Cồn Gáo có bao nhiêu thủ tục hành chính của cấp huyện?")
    assert "257" in answer.answer
    assert "263" not in answer.answer


@pytest.mark.parametrize("question", ["Đến hết 6 tháng thì sao?", "And in the first half of the year?"])
def test_a_part_of_the_year_in_short_is_of_the_year_spoken_of(assistant: Assistant, question: str) -> None:
    before = (Turn("user", "Quý I năm 2024, huyện Cồn Gáo giải ngân vốn đầu tư công được bao nhiêu?"),)
    assert assistant.ask(question, history=before).answer.startswith(("98,4", "98.4"))


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Cơn lốc số 2 gây thiệt hại bao nhiêu tiền và bao nhiêu ha chuối mất trắng?", ("1.830", "12,6")),
        ("Nhân dân xã Rạch Lá hiến bao nhiêu đất?", ("3.170 m2",)),
        ("Xã Rạch Lá thiếu bao nhiêu biên chế công chức?", ("04 người",)),
        ("How much land did the people of Rạch Lá commune donate?", ("3,170 square metres",)),
    ],
)
def test_what_is_told_in_a_unit_of_another_name(assistant: Assistant, question: str, parts: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert all(part in answer.answer for part in parts), answer.answer

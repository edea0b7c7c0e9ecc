"""A report in short: each section told by one of its sentences, word for word, under its own number and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: {number}/BC-UBND

BÁO CÁO
Kết quả công tác thủy lợi và phòng chống hạn hán năm {year}

I. ĐẶC ĐIỂM TÌNH HÌNH
Huyện có 14 trạm bơm và 62 km kênh mương tưới cho các xã vùng gò. Mùa khô kéo dài.

II. KẾT QUẢ THỰC HIỆN
1. Nạo vét kênh mương
Thực hiện Kế hoạch số 77/KH-UBND ngày 12/01/{year} của UBND huyện về nạo vét kênh mương, các xã ra quân đồng loạt.
Toàn huyện đã nạo vét {dredged} km kênh mương nội đồng, đạt 94,5% kế hoạch. Phong trào được người dân hưởng ứng.
2. Vận hành trạm bơm
Các trạm bơm vận hành 3.120 giờ, tưới cho 2.480 ha lúa. Việc trực vận hành được duy trì.
3. Tuyên truyền tiết kiệm nước
Công tác tuyên truyền tiết kiệm nước tưới được duy trì trên loa truyền thanh các xã.

III. HẠN CHẾ, NGUYÊN NHÂN
Việc nạo vét kênh mương ở một số xã còn chậm do thiếu phương tiện cơ giới.

IV. PHƯƠNG HƯỚNG NĂM SAU
1. Nạo vét 31 km kênh mương nội đồng trước mùa khô.
2. Thay mới 02 máy bơm đã cũ tại các xã vùng gò.

Trên đây là báo cáo kết quả công tác thủy lợi của huyện, kính trình Ủy ban nhân dân tỉnh xem xét.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("overview"), spelling_embedder) as library:
        for year, number, dredged in ((2022, 51, "19,4"), (2023, 63, "27,8")):
            text = REPORT.format(year=year, number=number, dredged=dredged).encode()
            library.add(read_bytes(text, f"bao-cao-{year}.txt"), text, f"bao-cao-{year}.txt")
        yield Assistant(library)


def _told(answer: Answer) -> list[tuple[str, str, int]]:
    """The section, the sentence and the last key of each line."""
    lines = re.findall(r"(?:Mục|Section) ([IVX\d.]+(?: \([^)]*\))?): (.*?) (?:\[\d+\] )*\[(\d+)\]", answer.answer)
    return [(section, said, int(key)) for section, said, key in lines]


@pytest.mark.parametrize(
    "question",
    [
        "Tóm tắt báo cáo",
        "tom tat giup toi bao cao nam 2023",
        "Báo cáo năm 2023 có gì đáng chú ý?",
        "Cho tôi những điểm chính của báo cáo",
        "Báo cáo nói về gì?",
        "Tóm tắt báo cáo công tác thủy lợi và phòng chống hạn hán của huyện Bình Phong",
        "Please summarise the report",
        "What are the key points of the 2023 report?",
    ],
)
def test_the_newest_report_is_told_section_by_section(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    told = _told(answer)
    assert len(told) == 7
    assert told[1][0] == "II.1 (Nạo vét kênh mương)"
    assert "27,8 km" in answer.answer  # the result, not the plan that it was done under
    assert "19,4" not in answer.answer
    assert "77/KH-UBND" not in answer.answer
    assert "Trên đây" not in answer.answer
    assert all(not note.startswith(("1 ý", "2 ý")) for note in answer.notes)


def test_of_the_year_that_is_asked_the_report_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tóm tắt báo cáo năm 2022")
    assert "19,4 km" in answer.answer
    assert "27,8" not in answer.answer
    assert not any("mới nhất" in note for note in answer.notes)


def test_that_the_newest_of_several_is_told_is_said(assistant: Assistant) -> None:
    assert any("mới nhất" in note for note in assistant.ask("Tóm tắt báo cáo").notes)
    assert any("newest" in note for note in assistant.ask("Summarise the report").notes)


@pytest.mark.parametrize("question", ["Tóm tắt mục II", "tom tat phan II", "Give me an overview of section II"])
def test_a_section_is_told_by_its_parts(assistant: Assistant, question: str) -> None:
    assert [section.split(" ")[0] for section, _, _ in _told(assistant.ask(question))] == ["II.1", "II.2", "II.3"]


@pytest.mark.parametrize("question", ["Tóm tắt việc vận hành trạm bơm", "Nêu khái quát kết quả vận hành trạm bơm"])
def test_a_part_is_known_by_what_its_heading_says(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "3.120 giờ" in answer.answer
    assert "27,8" not in answer.answer


def test_each_sentence_stands_in_the_report_word_for_word(assistant: Assistant) -> None:
    answer = assistant.ask("Tóm tắt báo cáo")
    quotes = {c.key: c.quote for c in answer.citations}
    assert all(said.strip("…") in quotes[key] for _, said, key in _told(answer))


@pytest.mark.parametrize(
    "question",
    ["Tóm tắt báo cáo năm 2019", "Tóm tắt báo cáo của huyện Lạc Sơn", "Tóm tắt công tác tiêm phòng gia súc"],
)
def test_what_is_not_there_is_not_told_by_something_else(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_what_a_report_says_of_one_thing_is_no_overview(assistant: Assistant) -> None:
    assert "Mục" not in assistant.ask("Báo cáo nói gì về tiết kiệm nước tưới?").answer


LETTERED = """SỞ THỦY LỢI
Số: 12/BC-STL

BÁO CÁO
Kết quả chấm điểm trạm bơm năm 2023

1. Cách chấm điểm
a) Văn bản triển khai
Sở đã hướng dẫn 14 trạm bơm tự chấm điểm trên phần mềm quản lý công trình.
b) Cách xếp loại
Trạm bơm đạt từ 85 điểm trở lên được xếp loại tốt và được tuyên dương toàn ngành.
2. Kết quả
Có 09 trạm bơm xếp loại tốt, chiếm 64,3% số trạm bơm được chấm điểm.
"""


def test_a_section_called_by_a_letter_is_told_under_its_whole_name(spelling_embedder: Embedder, tmp_path: Path) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        library.add(read_bytes(LETTERED.encode(), "cham-diem.txt"), LETTERED.encode(), "cham-diem.txt")
        answer = Assistant(library).ask("Tóm tắt mục 1").answer
    assert "Mục 1.a (Văn bản triển khai): Sở đã hướng dẫn 14 trạm bơm" in answer
    assert "Mục 1.b (Cách xếp loại): Trạm bơm đạt từ 85 điểm" in answer

"""A report of another year or place never answers silently for those asked about, in words as little as in figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """UBND HUYỆN MƯƠNG CÁT
Số: {number}/BC-UBND

Mương Cát, ngày 20 tháng 12 năm {year}

BÁO CÁO
Kết quả công tác dân vận chính quyền năm {year}

I. KẾT QUẢ
1. Huyện mở lớp dạy nghề đan lát cho lao động nông thôn tại nhà văn hóa các ấp. Năm 2028 lớp dạy nghề đan lát mở tại \
trường trung cấp.
2. Biểu dương tổ hòa giải ấp {praised}.
II. HẠN CHẾ
{short}
III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {next}
1. Nâng tỷ lệ hồ sơ trực tuyến cấp xã lên {aim}% trở lên.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("time"), spelling_embedder) as library:
        for year, praised, short, aim in (
            (2031, "Gò Me", "- Một số ấp chậm lập sổ theo dõi.", 62),
            (2032, "Bàu Sậy", "- Việc niêm yết ở vài xã còn thiếu.", 71),
        ):
            text = REPORT.format(number=year - 2000, year=year, praised=praised, short=short, next=year + 1, aim=aim)
            library.add(read_bytes(text.encode(), f"{year}.txt"), text.encode(), f"{year}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Hạn chế năm 2029 là gì?",
        "Hạn chế năm 2033 là gì?",
        "Năm 2030 biểu dương tổ hòa giải ấp nào?",
        "Lớp dạy nghề đan lát năm 2029 mở ở đâu?",
        "Chỉ tiêu hồ sơ trực tuyến cấp xã năm 2034?",
        "What were the shortcomings in 2030?",
    ],
)
def test_of_a_year_that_no_report_is_of_nothing_is_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hạn chế năm 2031 là gì?", "chậm lập sổ theo dõi"),
        ("Năm 2032 biểu dương tổ hòa giải ấp nào?", "Bàu Sậy"),
        ("Lớp dạy nghề đan lát năm 2028 mở ở đâu?", "trường trung cấp"),
        ("Phương hướng năm 2033 là gì?", "71%"),
    ],
)
def test_what_is_of_the_year_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained and told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hạn chế của huyện Rạch Sỏi năm 2032 là gì?",
        "Phương hướng của huyện Rạch Sỏi năm 2033?",
        "Ai ký báo cáo của huyện Rạch Sỏi?",
        "What were the shortcomings of Rach Soi district in 2032?",
    ],
)
def test_of_a_place_that_no_report_is_of_nothing_is_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_preposition_that_begins_a_question_is_no_name() -> None:
    assert named_places("Between district and commune level, which was faster?", "en") == ()


@pytest.mark.parametrize("question", ["tinh dak lak con bao nhieu ho so", "tỉnh đắk lắk còn bao nhiêu hồ sơ?"])
def test_a_province_is_known_without_capitals_and_marks(question: str) -> None:
    assert named_places(question, "vi") == ("tinh dak lak",)

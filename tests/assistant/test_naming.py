"""Which of several reports a question names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG TRĂNG\nSố: {number}/BC-UBND\n\nBÁO CÁO\n{title}\n\nI. KẾT QUẢ\n{text}\n"
REPORTS = (
    ("214", "Kết quả công tác hòa giải ở cơ sở năm 2024", "Trong năm 2024, toàn huyện tổ chức 31 hội nghị."),
    (
        "365",
        "Tình hình phòng, chống dịch bệnh động vật năm 2024",
        "Trong năm 2024, toàn huyện tổ chức 47 hội nghị. \
Huyện ban hành Kế hoạch số 83/KH-UBND ngày 12/3/2024 về đánh giá công tác hòa giải ở cơ sở.",
    ),
)

OF_A_DEPARTMENT = """UBND TỈNH SÔNG TRĂNG
SỞ TƯ PHÁP
Số: 58/BC-STP
Sông Trăng, ngày 27 tháng 11 năm 2024

BÁO CÁO
Kết quả kiểm tra văn bản năm 2024

I. KẾT QUẢ
Trong năm 2024, Sở đã tổ chức 12 hội nghị.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("named"), spelling_embedder) as library:
        for number, title, text in REPORTS:
            data = HEAD.format(number=number, title=title, text=text).encode()
            library.add(read_bytes(data, f"bao-cao-{number}.txt"), data, f"bao-cao-{number}.txt")
        library.add(read_bytes(OF_A_DEPARTMENT.encode(), "so.txt"), OF_A_DEPARTMENT.encode(), "so.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Theo báo cáo công tác hòa giải ở cơ sở, huyện tổ chức bao nhiêu hội nghị?", "31"),
        ("Trong báo cáo phòng, chống dịch bệnh động vật, huyện tổ chức bao nhiêu hội nghị?", "47"),
        ("Theo báo cáo số 365/BC-UBND, huyện tổ chức bao nhiêu hội nghị?", "47"),
        ("According to the report on grassroots mediation, how many conferences were held?", "31"),
    ],
)
def test_a_report_named_by_title_or_number_answers_alone(assistant: Assistant, question: str, figure: str) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(figure)
    assert len({c.locator.report for c in answer.citations}) == 1


def test_the_words_that_name_a_report_prove_nothing_of_what_is_asked(assistant: Assistant) -> None:
    assert assistant.ask("Theo báo cáo công tác hòa giải ở cơ sở, huyện có bao nhiêu trường mầm non?").abstained


def test_a_plan_that_is_asked_for_names_no_report(assistant: Assistant) -> None:
    answer = assistant.ask("Huyện ra kế hoạch nào để đánh giá công tác hòa giải ở cơ sở?")
    assert "83/KH-UBND" in answer.answer and not answer.abstained


@pytest.mark.parametrize("when", ["", "tháng 11/2024", "năm 2024"])
def test_a_report_is_named_by_the_body_and_the_month_that_issued_it(assistant: Assistant, when: str) -> None:
    answer = assistant.ask(f"Theo báo cáo của Sở Tư pháp {when}, đã tổ chức bao nhiêu hội nghị?")
    assert answer.answer.startswith("12 hội nghị")
    assert len(answer.searched) == 1

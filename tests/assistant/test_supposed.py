"""What would be is no answer that stands in a report: a supposed value, and the unit of an example."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 58/BC-UBND
Sông Trăng, ngày 22 tháng 8 năm 2025

BÁO CÁO
Kết quả chấm điểm thi đua năm 2025

I. CÁCH CHẤM
1. Điểm gồm 02 tiêu chí:
- Vệ sinh công sở: 30/100 điểm.
- Trang trí công sở: 70/100 điểm.
2. Điểm của tiêu chí = tỷ lệ đạt được * điểm tối đa/100. Ví dụ: Sở A đạt 40% của tiêu chí “Vệ sinh công sở” thì được \
40*30/100 = 12 điểm.
II. KẾT QUẢ
Đã chấm 14 sở, có 11 sở xếp loại tốt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("supposed"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-58.txt"), REPORT.encode(), "bao-cao-58.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Nếu một sở đạt 80% tiêu chí vệ sinh công sở thì được bao nhiêu điểm?",
        "How many points would a department get for office cleanliness if it reached 80% of that criterion?",
    ],
)
def test_a_supposed_value_is_not_answered_by_another(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or "24" in answer.answer


def test_what_an_example_reaches_is_no_result(assistant: Assistant) -> None:
    assert (
        "40%" not in assistant.ask("Tiêu chí vệ sinh công sở đạt tỷ lệ bao nhiêu?").answer.partition("Báo cáo ghi")[0]
    )


def test_an_example_is_told_where_it_is_asked_for(assistant: Assistant) -> None:
    assert "40" in assistant.ask("Theo ví dụ, Sở A đạt bao nhiêu phần trăm tiêu chí vệ sinh công sở?").answer


def test_what_would_be_got_is_counted_by_the_noun_before_the_modal() -> None:
    from assistant.question import understand
    from assistant.words.terms import default_lexicon

    asked = understand("How many points would a department get for cleanliness?", default_lexicon())
    assert "điểm" in asked.units

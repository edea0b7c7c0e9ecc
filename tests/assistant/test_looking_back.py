"""A report of a later month that counts something of a quarter which is past, and two counts that it sets against each
other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

YEAR = """ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH
Số: 402/BC-UBND

BÁO CÁO
Tình hình kinh tế - xã hội năm 2025

I. KẾT QUẢ
1. Nông nghiệp
Sản lượng lúa cả năm đạt 61.300 tấn, tăng 2,1% so với năm 2024.
"""
MONTH = """ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH
Số: 377/BC-UBND

BÁO CÁO
Kết quả phục vụ bạn đọc tháng 11 năm 2025

I. KẾT QUẢ
1. Đối chiếu sổ sách
Thư viện huyện theo sổ cấp thẻ bạn đọc quý III/2025: 910 thẻ, tuy nhiên trên phần mềm quản lý bạn đọc quý III/2025 \
ghi nhận 765 thẻ.
Đã tổ chức 06 buổi đọc sách lưu động.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("looking-back"), spelling_embedder) as library:
        for name, text in (("nam.txt", YEAR), ("thang.txt", MONTH)):
            library.add(read_bytes(text.encode(), name), text.encode(), name)
        yield Assistant(library)


def test_a_later_month_tells_what_it_counts_of_a_past_quarter(assistant: Assistant) -> None:
    answer = assistant.ask("Quý III/2025 Thư viện huyện An Bình cấp bao nhiêu thẻ bạn đọc theo sổ?")
    assert "910 thẻ" in answer.answer
    assert not answer.abstained


def test_a_later_month_does_not_answer_for_a_quarter_it_does_not_name(assistant: Assistant) -> None:
    assert assistant.ask("Quý II/2025 Thư viện huyện An Bình cấp bao nhiêu thẻ bạn đọc theo sổ?").abstained
    assert assistant.ask("Quý III/2025 tổ chức bao nhiêu buổi đọc sách lưu động?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "Số thẻ bạn đọc quý III/2025 theo sổ của Thư viện huyện chênh bao nhiêu so với phần mềm quản lý ghi nhận?",
        "Quý III/2025 số thẻ bạn đọc trên sổ cấp thẻ và trên phần mềm quản lý lệch nhau bao nhiêu thẻ?",
    ],
)
def test_two_counts_that_a_sentence_sets_against_each_other_are_subtracted(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "145 thẻ (= 910 − 765)" in answer.answer
    assert answer.calculation is not None

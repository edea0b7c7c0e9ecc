"""Within how many leading units one must be, by the kind of unit that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 52/KH-UBND
Sông Trăng, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua trồng rừng ven biển năm 2026

I. CHỈ TIÊU THI ĐUA
1. Phấn đấu diện tích rừng ven biển trồng mới năm 2026 của tỉnh nằm trong nhóm 07 tỉnh, thành phố dẫn đầu cả nước.
2. Tỷ lệ cây sống đạt trên 88%.

II. TIÊU CHUẨN ĐỀ NGHỊ CỜ THI ĐUA CỦA ỦY BAN NHÂN DÂN TỈNH
- Đối với các cơ quan chuyên môn thuộc UBND tỉnh: Đạt loại Tốt và nằm trong nhóm 04 cơ quan dẫn đầu.
- Đối với UBND cấp xã: Đạt loại Tốt và nằm trong nhóm 12 địa phương dẫn đầu.
- Đối với hộ dân: Trồng ít nhất 50 cây.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("group"), spelling_embedder) as library:
        data = PLAN.encode()
        library.add(read_bytes(data, "52.txt"), data, "52.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("UBND cấp xã phải nằm trong tốp mấy mới được đề nghị cờ thi đua?", "12 địa phương", "04 cơ quan"),
        ("Muốn được cờ thi đua thì các sở phải xếp thứ mấy?", "04 cơ quan", "12 địa phương"),
        (
            "Within how many leading units must a commune rank to be proposed for the emulation flag in 2026?",
            "12 địa phương",
            "07 tỉnh",
        ),
        ("Kế hoạch thi đua trồng rừng đặt mục tiêu vào nhóm mấy?", "07 tỉnh", "04 cơ quan"),
    ],
)
def test_the_bound_of_the_kind_of_unit_that_is_asked_for_is_told(
    assistant: Assistant, question: str, told: str, other: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer
    assert other not in answer.answer


def test_two_kinds_that_are_asked_for_are_both_told(assistant: Assistant) -> None:
    question = "Để được cờ thi đua, sở, ngành phải trong tốp mấy, còn xã, phường thì tốp mấy?"
    answer = assistant.ask(question).answer
    assert "04 cơ quan" in answer
    assert "12 địa phương" in answer


def test_provincial_agencies_are_no_province(assistant: Assistant) -> None:
    asked = "To get the emulation flag in 2026, how high must provincial agencies and wards rank?"
    answer = assistant.ask(asked).answer
    assert "04 cơ quan" in answer and "12 địa phương" in answer
    assert "07 tỉnh" not in answer


def test_another_kind_is_told_where_a_follow_up_names_it(assistant: Assistant) -> None:
    before = "Within how many leading units must a commune rank to be proposed for the emulation flag in 2026?"
    history = (Turn("user", before), Turn("assistant", "12."))
    assert "04 cơ quan" in assistant.ask("And the provincial departments?", history=history).answer


def test_no_bound_of_another_year_is_told(assistant: Assistant) -> None:
    assert assistant.ask("Năm 2023 UBND cấp xã phải nằm trong tốp mấy mới được đề nghị cờ thi đua?").abstained


def test_two_kinds_asked_in_one_question_are_both_told(assistant: Assistant) -> None:
    asked = "Để được xét cờ thi đua năm 2026, các sở và UBND cấp xã phải nằm trong nhóm mấy đơn vị dẫn đầu?"
    answer = assistant.ask(asked).answer
    assert "04 cơ quan" in answer and "12 địa phương" in answer

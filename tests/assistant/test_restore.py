"""Marks put back and slips set right, from the words of the store alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.words.restore import Vocabulary, restore, vocabulary
from assistant.words.terms import default_lexicon

TEXTS = (
    "Số đơn thư tồn đọng chuyển sang năm sau là 05 đơn.",
    "Tỷ lệ hòa giải thành đạt 89,86%.",
    "Tiếp công dân định kỳ; tiếp nhận hồ sơ thủ tục hành chính.",
) * 3


@pytest.fixture(scope="module")
def held() -> Vocabulary:
    return vocabulary(TEXTS, default_lexicon())


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ("con bao nhieu don thu ton dong", "còn bao nhiêu đơn thư tồn đọng"),
        ("ty le hoa giai thanh la bao nhieu", "tỷ lệ hòa giải thành là bao nhiêu"),
        ("tiep nhan bao nhieu ho so?", "tiếp nhận bao nhiêu hồ sơ?"),
        ("quy 1/2026 nhan bao nhieu ho so?", "quý 1/2026 nhận bao nhiêu hồ sơ?"),
    ],
)
def test_a_question_typed_bare_gets_its_marks_back(held: Vocabulary, bare: str, full: str) -> None:
    assert restore(bare, held, marks=True) == full


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("đơn thư tồn đọgn", "đơn thư tồn đọng"), ("tỷ lệ hòa giảii thành", "tỷ lệ hòa giải thành")],
)
def test_a_slip_is_set_right_where_its_neighbours_bear_it_out(held: Vocabulary, typed: str, meant: str) -> None:
    assert restore(typed, held, marks=False) == meant


@pytest.mark.parametrize("text", ["UBND Zalo VNeID", "69/KH-UBND", "Xã Blao", "21.846", "", "?!", "“ ”", "😀 \x00"])
def test_names_numbers_and_signs_stay_as_typed(held: Vocabulary, text: str) -> None:
    assert restore(text, held, marks=False) == text


def test_an_empty_store_changes_nothing() -> None:
    assert restore("con bao nhieu don", Vocabulary(), marks=True) == "con bao nhieu don"


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80), marks=st.booleans())
def test_numbers_are_never_touched(held: Vocabulary, text: str, marks: bool) -> None:
    told = restore(text, held, marks=marks)
    assert [c for c in told if c.isdigit()] == [c for c in text if c.isdigit()]

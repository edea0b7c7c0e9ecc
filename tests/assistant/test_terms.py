"""Texts cut into concepts, the same way on both sides."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.words.terms import default_lexicon, normal, stem_english, tokens
from ingest.language.fold import fold
from vectorstore.library import Library


def keys(text: str, **how: bool) -> list[str]:
    return [t.key for t in default_lexicon().cut(text, **how) if t.known]


def test_the_don_of_don_vi_is_no_petition() -> None:
    assert "đơn thư" in keys("giải quyết đơn")
    assert "đơn thư" not in keys("các đơn vị trực thuộc")


def test_an_abbreviation_is_what_it_stands_for() -> None:
    assert set(keys("TTHC")) & set(keys("thủ tục hành chính"))
    assert set(keys("CCHC")) & set(keys("cải cách hành chính"))


def test_a_question_without_marks_is_cut_as_one_with_them() -> None:
    assert keys("giải quyết đơn thư") == keys("giai quyet don thu", folded=True)


def test_english_wordings_meet_vietnamese_ones() -> None:
    assert set(keys("petitions", english=True)) & set(keys("đơn thư"))
    assert "đơn thư" not in keys("petitions")


def test_a_preposition_is_no_word_won_by_a_wording_that_ends_with_it() -> None:
    """ "brief on" is a wording as well, but the briefing of "press briefings on …" is the press's."""
    assert "họp báo" in keys("press briefings on administrative reform", english=True)
    assert "quán triệt" in keys("brief on the resolution", english=True)


def test_no_wording_runs_over_a_stop() -> None:
    assert "cải cách hành chính" in keys("cải cách hành chính")
    assert "cải cách hành chính" not in keys("cải cách; hành chính")
    assert "cải cách hành chính" not in keys("cải cách. hành chính")


@pytest.mark.parametrize(("new", "old"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("HOÀ", "hòa")])
def test_both_spellings_of_a_tone_are_one_word(new: str, old: str) -> None:
    assert normal(new) == normal(old)


@pytest.mark.parametrize(("with_i", "with_y"), [("kĩ", "kỹ"), ("tỉ", "tỷ"), ("Lí", "lý"), ("kỉ", "kỷ")])
def test_both_letters_of_one_vowel_are_one_word(with_i: str, with_y: str) -> None:
    assert normal(with_i) == normal(with_y)


def test_what_is_another_word_with_the_other_letter_is_kept() -> None:
    assert normal("mì") == "mì"
    assert normal("tí") == "tí"


def test_decomposed_letters_are_the_same_word() -> None:
    assert normal(unicodedata.normalize("NFD", "tồn đọng")) == "tồn đọng"


@pytest.mark.parametrize(
    ("word", "stem"),
    [("petitions", "petition"), ("agencies", "agency"), ("status", "status"), ("class", "class"), ("gas", "gas")],
)
def test_english_plurals_lose_their_ending(word: str, stem: str) -> None:
    assert stem_english(word) == stem


def test_a_number_is_one_token_with_its_separators() -> None:
    assert [t.text for t in tokens("đạt 21.846 hồ sơ, 99,57%")] == ["đạt", "21.846", "hồ", "sơ", "99,57"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_terms_stand_in_the_text_in_order_and_leave_no_word_out(text: str) -> None:
    terms = default_lexicon().cut(text)
    ends = [0, *(t.end for t in terms)]
    assert all(text[t.start : t.end] == t.text and t.start >= before for t, before in zip(terms, ends, strict=False))
    covered = {i for t in terms for i in range(t.start, t.end)}
    assert all(set(range(t.start, t.end)) <= covered for t in tokens(text))


def test_the_concepts_of_a_text_are_those_of_the_terms_it_is_cut_into(sample_library: Library) -> None:
    lexicon = default_lexicon()
    for stored in sample_library.reports():
        for block in sample_library.report(stored.id).blocks:
            cut = lexicon.cut(block.text)
            terms = {key for term in cut for key in (term.keys if term.known else (fold(normal(term.text)),))}
            assert lexicon.concepts_of(block.text) == terms

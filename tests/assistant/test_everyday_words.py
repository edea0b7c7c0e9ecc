"""Everyday words: by which an official asks in chat for what a report says in office language."""

from __future__ import annotations

import pytest

from assistant.question import understand
from assistant.terms import default_lexicon


def weights(text: str) -> dict[str, float]:
    """What each term of a question weighs before its rarity, by the folded words it is met by."""
    return {w.words: w.weight for w in understand(text, default_lexicon()).wanted}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tuyến đê dài bao nhiêu mét?", "de"),  # no "để"
        ("Bệnh xá nhận bao nhiêu thùng thuốc?", "thuoc"),  # no "thuộc"
        ("Ấp còn nợ bao nhiêu cây giống?", "no"),  # no "nó"
    ],
)
def test_a_word_with_marks_is_no_little_word_of_other_marks(text: str, word: str) -> None:
    assert weights(text)[word] >= 0.5


def test_marks_that_were_put_back_make_no_telling_word_of_a_little_one() -> None:
    guessed = understand("huyen co bao nhieu thung thuoc", default_lexicon(), clear="huyện cờ bao nhiêu thùng thuốc")
    assert "co" not in {w.words for w in guessed.wanted}


def test_a_word_weighs_what_it_is_and_not_what_it_would_be_with_other_marks() -> None:
    assert weights("Đội kèn thắng bao nhiêu trận?")["thang"] > weights("Tháng này có bao nhiêu trận?").get("thang", 0.1)

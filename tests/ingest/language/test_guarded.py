"""Patterns behind the words that they need: what they find is what the plain patterns find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.guarded import Guarded, guarded, needed

PATTERNS = (
    r"\b(?:bao nhieu|may) (?:ho so|don)\b",
    r"\bco (?:bi |duoc )?(?:tang|giam)\b.{0,40}\b(?:khong|chua)\b",
    r"\bso (?!lieu\b)\w+ nao\b",
    r"(?<!thu )\bhang (?:may|nao)(?= |$)",
    r"\b(?:how (?:many|much)|number of)(?: the)? (?P<what>\w+)",
    r"(?:x{2,3}yz|ab+cd)|k[ae]nh",
    r"(?i:NĂM) trước|kỳ\s+trước",
    r"\bmay\b|\d+ luot",
    r"(?:thang)?(?:quy)?",
    r"(a|b)cd\1",
)
WORDS = (
    "bao nhieu", "may", "ho so", "don", "co", "bi", "tang", "giam", "khong", "chua", "so", "lieu", "nao", "thu", "hang",
    "how", "many", "much", "number of", "the", "xxyz", "abbcd", "kanh", "NĂM", "năm", "trước", "kỳ", "7", "luot", "quy",
    "acda", "bcda", " ", "?",
)  # fmt: skip


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from(("", " ")))
def test_finds_what_the_plain_pattern_finds(pattern: str, words: list[str], between: str) -> None:
    text = between.join(words)
    for flags in (0, re.IGNORECASE):
        plain, behind = re.compile(pattern, flags), guarded(pattern, flags)
        assert [m.span() for m in behind.finditer(text)] == [m.span() for m in plain.finditer(text)]
        assert behind.sub("-", text) == plain.sub("-", text)
        assert behind.findall(text) == plain.findall(text)
        found, other = plain.search(text), behind.search(text)
        assert (found and found.span()) == (other and other.span())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:theo|dung) mau nao\b", {"theo mau nao", "dung mau nao"}),
        (r"\bnguoi (?:da )?ky\b", {"nguoi da ky", "nguoi ky"}),
        (r"\bchua(?: duoc)?\b|\bchua co\b", {"chua"}),  # what holds another of them says no more
        (r"\w+ trong so\b.{0,9}", {" trong so"}),
        (r"(?=.*vốn)\bchi\b", {"vốn"}),
        (r"\bai\b|\bnguoi nao\b", set()),  # nearly every text has "ai"
        (r"(?:khong )?\w", set()),
        (r"(?!khong)\w", set()),
    ],
)
def test_words_without_which_nothing_matches(pattern: str, words: set[str]) -> None:
    assert set(needed(re.compile(pattern))) == words


def test_case_is_ignored_where_the_pattern_ignores_it() -> None:
    assert guarded(r"\bPHỤ LỤC\b", re.IGNORECASE).search("ở Phụ lục II") is not None
    assert guarded(r"\bPHỤ LỤC\b").search("ở Phụ lục II") is None


def test_a_text_without_them_is_not_put_to_the_pattern() -> None:
    class Untouched:
        pattern, flags = r"\bphu luc\b", 0

        def search(self, *_: object) -> None:
            raise AssertionError("looked for")

    behind = Guarded(Untouched())  # type: ignore[arg-type]
    assert behind.search("bao nhieu ho so?") is None
    with pytest.raises(AssertionError):
        behind.search("o phu luc nao?")

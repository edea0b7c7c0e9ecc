"""What citizens, mediators and staff call what offices write otherwise, and what those words must not bring in."""

from __future__ import annotations

import pytest

from assistant.compose.lists.enumerated import _kind_asked
from assistant.measured.measures import counts_named
from assistant.question import understand
from assistant.words.everyday import expand
from assistant.words.terms import default_lexicon

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bà con lên gặp", "tiếp công dân"),
        ("đích thân gặp dân", "tiếp công dân"),
        ("xử lý dở dang", "tồn đọng"),
        ("chưa dứt điểm", "tồn đọng"),
        ("dàn xếp ổn thỏa", "hòa giải thành"),
        ("không dàn xếp được", "hòa giải không thành"),
        ("giúp về pháp luật", "trợ giúp pháp lý"),
        ("nền nếp công sở", "kỷ luật"),
        ("đội kiểm tra", "đoàn kiểm tra"),
        ("đi quân dịch", "nghĩa vụ quân sự"),
        ("bỏ ngang việc học", "bỏ học"),
    ],
)
def test_plain_words_mean_what_offices_write(said: str, meant: str) -> None:
    assert [t.key for t in LEXICON.cut(said)] == [meant]


@pytest.mark.parametrize("received", ["tiếp nhận, giải quyết hồ sơ", "tiếp nhận giải quyết hồ sơ"])
def test_they_cut_no_wording_of_the_reports(received: str) -> None:
    assert [t.key for t in LEXICON.cut(received)] == ["tiếp nhận", "giải quyết", "hồ sơ"]


def test_what_opens_wordings_of_any_kind_is_no_verb_of_one() -> None:
    assert not any({"nguoi", "lam", "ngay"} & heads for heads in LEXICON.heads.values())


@pytest.mark.parametrize("asked", ["Vị đứng đầu UBND xã tiếp mấy lượt?", "nguoi dung dau ubnd xa tiep may luot"])
def test_who_stands_at_the_head_of_a_committee_chairs_it(asked: str) -> None:
    assert "chủ tịch ubnd" in expand(asked).lower()


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ("Tư vấn về những mảng nào?", "linh vuc"),
        ("Phổ biến qua những ngả nào?", "hinh thuc"),
        ("Những ngành nào có đề án riêng?", "(?:linh vuc|nganh)"),
        ("Những mảng nào có 5 đơn trở lên, mấy đơn?", ""),
    ],
)
def test_kinds_are_asked_for_in_plain_words(asked: str, what: str) -> None:
    assert _kind_asked(understand(asked, LEXICON)) == what


def test_a_counter_counts_what_stands_behind_it() -> None:
    assert counts_named(("hội nghị",), "cuộc", " cuộc  Hội nghị tại các ấp")
    assert not counts_named(("hội nghị",), "cuộc", " cuộc họp sau hội nghị")

"""Abbreviations of several words are read by what the reports have beside each, and short years in full."""

from __future__ import annotations

import pytest

from assistant.words.everyday import expand
from assistant.words.restore import vocabulary
from assistant.words.short_words import spell_out_short
from assistant.words.terms import default_lexicon

STORE = (
    "Tỷ lệ hồ sơ thanh toán trực tuyến đạt 70%. Hồ sơ thanh toán trực tuyến tăng.",
    "Các cơ sở kinh doanh lưu trú gửi thông báo lưu trú. Cơ sở kinh doanh lưu trú thông báo lưu trú đủ.",
    "Xã và thị trấn Ba Vàm; xã và thị trấn khác. Mức trung bình cao. Điểm trung bình mỗi xã.",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tl hs tt trực tuyến", "tỷ lệ hồ sơ thanh toán trực tuyến"),
        ("xã và tt nào", "xã và thị trấn nào"),
        ("cs kd lưu trú", "cơ sở kinh doanh lưu trú"),
        ("các cs này tb lưu trú", "các cơ sở này thông báo lưu trú"),
        ("điểm tb mỗi xã", "điểm trung bình mỗi xã"),
        ("cấp tk cho dân", "cấp tài khoản cho dân"),
        ("tặng BK hay GK", "tặng bằng khen hay giấy khen"),
        ("TT 09 ban hành khi nào", "TT 09 ban hành khi nào"),
    ],
)
def test_an_abbreviation_of_several_words_is_read_by_its_neighbours(typed: str, meant: str) -> None:
    held = vocabulary(STORE, default_lexicon())
    assert expand(spell_out_short(typed, held)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("đến 27/11/25", "đến 27/11/2025"), ("quyết định 27/11/2025", "quyết định 27/11/2025"), ("3/25/30", "3/25/30")],
)
def test_a_day_with_its_year_in_short_is_read_in_full(typed: str, meant: str) -> None:
    assert expand(typed) == meant

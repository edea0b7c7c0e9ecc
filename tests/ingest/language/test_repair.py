import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.legacy import decode_legacy, looks_legacy
from ingest.language.repair import repair

PROSE = (
    "Trong năm 2024, Ủy ban nhân dân huyện đã tiếp nhận 120 đơn khiếu nại, tố cáo của công dân; "
    "kết quả giải quyết đạt tỷ lệ cao, được người dân đồng tình. Những hạn chế: chưa thường xuyên kiểm tra."
)


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("tƣ tƣởng, địa phƣơng, Ƣu điểm", "tư tưởng, địa phương, Ưu điểm"),
        ("Ðiều ðã nêu", "Điều đã nêu"),
        ("CỘNG HÕA XÃ HỘI", "CỘNG HÒA XÃ HỘI"),
        ("phõng họp", "phòng họp"),
        ("bie\u0302\u0309u", "biểu"),
        ("bie\u0309\u0302u", "biểu"),
        ("bie \u0302 \u0309u", "biểu"),
        ("\ufeffsố\u00a01.250\u200b hồ\u00ad sơ\u202e", "số 1.250 hồ sơ"),
        ("dòng một\r\ndòng hai\x0cdòng ba\x07", "dòng một\ndòng hai\ndòng ba"),
    ],
)
def test_damaged_letters_are_put_right(damaged, right):
    assert repair(damaged) == right


def test_syllables_really_written_with_õ_stay():
    assert repair("rõ ràng, võ thuật, ngõ hẻm, ĐÓNG CÕI, nõn, lõm") == "rõ ràng, võ thuật, ngõ hẻm, ĐÓNG CÕI, nõn, lõm"


def test_quotation_marks_and_dashes_stay():
    assert repair("“Một cửa – không treo” - ‘x’") == "“Một cửa – không treo” - ‘x’"


@given(st.text())
def test_repair_is_done_once_and_for_all(text):
    once = repair(text)
    assert repair(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.lists(st.sampled_from(PROSE.split()), min_size=1))
def test_sound_vietnamese_is_left_as_it_is(words):
    assert repair(" ".join(words)) == " ".join(words)


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="ƣƢðÐƉõÕ"), min_size=1))
def test_no_letter_is_lost(text):
    kept = [c for c in unicodedata.normalize("NFKD", repair(text)) if c.isalnum()]
    assert len(kept) >= len([c for c in unicodedata.normalize("NFKD", text) if c.isalnum()])


def test_tcvn3_text_is_recognised_and_read():
    coded = "Trong n¨m 2024, ñy ban nh©n d©n huyÖn ®· tiÕp nhËn 120 ®¬n khiÕu n¹i, tè c¸o cña c«ng d©n"
    assert looks_legacy(coded) == "tcvn3"
    assert (
        decode_legacy(coded)
        == "Trong năm 2024, ủy ban nhân dân huyện đã tiếp nhận 120 đơn khiếu nại, tố cáo của công dân"
    )


def test_vni_text_is_recognised_and_read():
    coded = "Trong naêm 2024, Uûy ban nhaân daân huyeän ñaõ tieáp nhaän 120 ñôn khieáu naïi, toá caùo cuûa coâng daân"
    assert looks_legacy(coded) == "vni"
    assert (
        decode_legacy(coded)
        == "Trong năm 2024, Ủy ban nhân dân huyện đã tiếp nhận 120 đơn khiếu nại, tố cáo của công dân"
    )


def test_a_capital_font_of_tcvn3_shows_capitals():
    assert decode_legacy("céng hßa x· héi", ".VnTimeH") == "CỘNG HÒA XÃ HỘI"


def test_unicode_vietnamese_french_and_english_are_not_taken_for_legacy_codes():
    for text in (PROSE, "Le café est très bon, où êtes-vous allés hier après-midi ?", "Plain English words."):
        assert looks_legacy(text) is None
        assert decode_legacy(text) == text

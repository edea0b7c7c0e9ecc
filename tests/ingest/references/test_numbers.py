# ruff: noqa: E501 - one case a line reads best
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.references import find_numbers, number_key, parse_number
from ingest.references.numbers import Series


@pytest.mark.parametrize(
    ("text", "normal", "series", "name"),
    [
        ("1236/QĐ-UBND-HC", "1236/QĐ-UBND-HC", Series.STATE, "Quyết định"),
        ("1236/QĐ–UBND–HC", "1236/QĐ-UBND-HC", Series.STATE, "Quyết định"),
        ("27/CT-TTg", "27/CT-TTg", Series.STATE, "Chỉ thị"),
        ("30c/NQ-CP", "30c/NQ-CP", Series.STATE, "Nghị quyết"),
        ("231/KH- UBND", "231/KH-UBND", Series.STATE, "Kế hoạch"),
        ("05/CTr-UBND", "05/CTr-UBND", Series.STATE, "Chương trình"),
        ("12/TTr-SNV", "12/TTr-SNV", Series.STATE, "Tờ trình"),
        ("1663/NQ-UBTVQH15", "1663/NQ-UBTVQH15", Series.STATE, "Nghị quyết"),
        ("145/2020/NĐ-CP", "145/2020/NĐ-CP", Series.LEGISLATION, "Nghị định"),
        ("06/2024/QĐ-UBND", "06/2024/QĐ-UBND", Series.LEGISLATION, "Quyết định"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", Series.LEGISLATION, "Nghị quyết"),
        ("10/2022/QH15", "10/2022/QH15", Series.LEGISLATION, "Luật"),
        ("01/2012/TTLT-BNV-BTC", "01/2012/TTLT-BNV-BTC", Series.JOINT, "Thông tư liên tịch"),
        ("47-KH/HU", "47-KH/HU", Series.PARTY, "Kế hoạch"),
        ("108 - KH/HU", "108-KH/HU", Series.PARTY, "Kế hoạch"),
        ("23-QĐ/TW", "23-QĐ/TW", Series.PARTY, "Quyết định"),
        ("8011-CV/BTCTW", "8011-CV/BTCTW", Series.PARTY, "Công văn"),
        ("12-KH/BDVHU-UBND", "12-KH/BDVHU-UBND", Series.JOINT, "Kế hoạch"),
        ("07-CTr/BDVHU-UBND", "07-CTr/BDVHU-UBND", Series.JOINT, "Chương trình"),
        ("417/SNV-XDCQ", "417/SNV-XDCQ", Series.LETTER, "Công văn"),
        ("2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC", Series.LETTER, "Công văn"),
        ("12/UBND-VX", "12/UBND-VX", Series.LETTER, "Công văn"),
    ],
)
def test_every_series_of_the_grammar_is_read_and_normalised(text: str, normal: str, series: Series, name: str) -> None:
    number = parse_number(f"theo văn bản số {text} ngày 01/01/2024")
    assert number is not None
    assert (number.text, number.series, number.type_name) == (normal, series, name)


def test_a_letter_with_one_group_needs_the_word_so_or_its_type() -> None:
    assert parse_number("Công văn số 215/TCT của Tổ công tác") is not None
    assert parse_number("đạt 215/TCT") is None


@pytest.mark.parametrize(
    "text",
    ["512/431", "11/11 xã", "22/26 đơn", "48.215/46.900 người", "02 tháng/lần", "ngày 20/10/2022", "LĐVP/HĐND", "615 lượt/702 lượt người",
     "xem ?keyword=27/CT-TTg&area=2", "02/02 đơn", "số 5/11 huyện"],
)  # fmt: skip
def test_lookalikes_are_no_document_numbers(text: str) -> None:
    assert [s for s in find_numbers(text) if s.number] == []


@pytest.mark.parametrize(
    "text", ["Số:       /BC-UBND", "Báo cáo số …/BC-UBND", "Kế hoạch số    -KH/HU", "Công văn số   /UBND-NV"]
)
def test_a_number_left_blank_is_found_without_a_number(text: str) -> None:
    assert [s.number for s in find_numbers(text)] == [None]


@pytest.mark.parametrize(
    "spelling", ["1236/qd-ubnd-hc", "1236/QĐ–UBND–HC", "1236 / QĐ - UBND - HC", "01236/QĐ-UBND-HC"]
)
def test_spellings_of_one_number_share_a_key(spelling: str) -> None:
    assert number_key(spelling) == number_key("1236/QĐ-UBND-HC")


@pytest.mark.parametrize(
    ("a", "b"), [("1846/KH-UBND", "1847/KH-UBND"), ("127/QĐ-UBND", "1127/QĐ-UBND"), ("127/QĐ-UBND", "1236/QĐ-UBND")]
)
def test_other_numbers_have_other_keys(a: str, b: str) -> None:
    assert number_key(a) != number_key(b)


@given(
    st.integers(1, 99999),
    st.sampled_from(["KH", "QĐ", "CT", "TB", "CTr", "BC"]),
    st.lists(st.sampled_from(["UBND", "HĐND", "SNV", "NC", "HC"]), min_size=1, max_size=3),
)
def test_a_written_number_is_read_back_whole(number: int, kind: str, bodies: list[str]) -> None:
    text = f"{number}/{kind}-{'-'.join(bodies)}"
    spans = find_numbers(f"Văn bản số {text} ngày 01/02/2024")
    assert [s.number.text for s in spans if s.number] == [text]


def test_a_hostile_text_is_read_in_time() -> None:
    assert find_numbers("1/A-" * 20_000 + "12/KH-UBND") is not None
    assert len(find_numbers("12/KH-UBND; " * 5_000)) == 5_000

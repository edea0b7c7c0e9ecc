from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.numbers import NumberKind, format_en, format_vi, in_words, numbers, parse_number, words_value


def values(text: str) -> list[str]:
    return [str(n.value) for n in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tiếp nhận 31.482 hồ sơ", "31482"),
        ("đạt 98,25 %", "98.25"),
        ("đạt 94.5%", "94.5"),
        ("còn 03 đơn", "3"),
        ("thu 1.234,5 tỷ đồng", "1234.5"),
        ("có hai mươi lăm đơn", "25"),
        ("có một trăm linh hai hồ sơ", "102"),
        ("xử lý ba nghìn hai trăm hồ sơ", "3200"),
        ("cử 01 (một) người", "1"),
        ("có 2.026.118 lượt", "2026118"),
        ("tăng trưởng là -2,4%", "-2.4"),
        ("có 2023 hồ sơ", "2023"),
        ("nâng cấp 5km đường", "5"),
    ],
)
def test_a_number_is_read_at_its_value(text: str, value: str) -> None:
    assert values(text) == [value]


def test_numbers_told_in_words_are_those_of_the_text_that_have_no_digit() -> None:
    text = "Năm 2024 có hai mươi lăm đơn, 31 hồ sơ, 01 (một) người và ba nghìn hai trăm lượt"
    assert in_words(text) == [n for n in numbers(text) if not any(c.isdigit() for c in n.text)]
    assert [n.text for n in in_words(text)] == ["hai mươi lăm", "ba nghìn hai trăm"]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 411/KH-UBND ngày 06/02/2023",
        "Quyết định số 2051/QĐ–UBND-HC",
        "Nghị quyết số 66.7/2025/NQ-CP, Chỉ thị 14/CT-TTg, Kế hoạch số 61-KH/HU",
        "Đề án 06 và Nghị quyết 57",
        "đường tỉnh ĐT.913 qua huyện, nối QL.60B với QL 4 và đường huyện ĐH.07",
        "ngày 12 tháng 10 năm 2023, giai đoạn 2021 - 2026, quý III/2025, 6 tháng đầu năm",
        "mô hình “6 trong 1”, chiến dịch “60 ngày, đêm”",
        "mức độ 3, mức độ 4",
        "khoản 1 Điều 48 Nghị định số 152/2025/NĐ-CP, điểm a khoản 2",
        "mã số TTHC 1.012345",
        "mạng 3G, 4G, 5G và Cục C06",
        "lúc 11h00 ngày 06/11/2025",
        "trực 24/7, điện thoại: 0277 3825 111",
        "máy chủ 10.12.0.254",
        "trẻ em dưới 6 tuổi và công dân từ đủ 14 tuổi",
        "Khóm 2, ấp 4, Quốc lộ 30",
        "theo Mẫu số 08 và Phụ lục 2",
        "Ngày Pháp luật 9/11; dịp lễ 30/4 và 01/5",
        "lần thứ 3, khóa XI, kỳ họp thứ 12",
        "phương châm 4 tại chỗ",
        "hàng chục nghìn người, nhiều lần, một số cơ quan, chính quyền địa phương hai cấp",
        "Xem https://example.vn/2023/15 hoặc thu@example.vn",
    ],
)
def test_what_only_names_is_no_number(text: str) -> None:
    assert values(text) == []


def test_a_list_number_is_passed_over_and_the_count_behind_it_read() -> None:
    assert values("2. Mở 05 lớp; (1) cho 40 người; (2) cho 60 người") == ["5", "40", "60"]


@pytest.mark.parametrize(
    ("text", "first", "second", "kind"),
    [
        ("giải quyết 15/18 đơn", "15", "18", NumberKind.PAIR),
        ("kích hoạt 61.200/59.000 người", "61200", "59000", NumberKind.PAIR),
        ("đạt 96,20%/93,10%", "96.20", "93.10", NumberKind.PAIR),
        ("trong 5-7 ngày", "5", "7", NumberKind.RANGE),
        ("từ 90 đến dưới 100 điểm", "90", "100", NumberKind.RANGE),
    ],
)
def test_two_numbers_in_one_are_told_apart(text: str, first: str, second: str, kind: NumberKind) -> None:
    (number,) = numbers(text)
    assert (str(number.value), str(number.second), number.kind) == (first, second, kind)
    assert text[number.second_at : number.second_at + len(number.second_text)] == number.second_text


def test_a_rise_from_one_value_to_another_is_two_numbers() -> None:
    assert values("tăng từ 85% lên 90%") == ["85", "90"]


def test_money_keeps_its_scale_as_a_unit_and_its_value_as_printed() -> None:
    (number,) = numbers("giải ngân 412.350 triệu đồng")
    assert (number.value, number.unit) == (Decimal(412350), "triệu đồng")


def test_words_that_hedge_are_kept() -> None:
    assert [n.qualifier for n in numbers("hơn 5.000 lượt, trên 85%, tối thiểu 90%")] == ["hơn", "trên", "tối thiểu"]


def test_one_model_of_fifteen_kinds_is_two_counts() -> None:
    assert values("chứa 01 trong 15 loại giấy tờ") == ["1", "15"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("17, 66", "17.66"), ("1 234 567", "1234567"), ("95,5%", "95.5"), ("−12", "-12"), ("02", "2"), ("1.859", "1859")],
)
def test_a_cell_that_holds_one_number_is_parsed(cell: str, value: str) -> None:
    assert parse_number(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["", "Xã Tân Lộc", "12/19", "3 xã", "-", "Không", "Năm"])
def test_a_cell_that_holds_no_single_number_gives_none(cell: str) -> None:
    assert parse_number(cell) is None


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_printed_value_reads_back(value: Decimal) -> None:
    assert parse_number(format_vi(value)) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_a_printed_count_reads_back_in_vietnamese(value: int) -> None:
    assert parse_number(format_vi(Decimal(value))) == value


@given(st.integers(min_value=10**6, max_value=10**12))
def test_a_printed_large_count_reads_back_in_english(value: int) -> None:
    assert parse_number(format_en(Decimal(value))) == value


@given(st.integers(min_value=1000, max_value=10**9))
def test_a_count_in_a_sentence_stands_where_it_is_said_to(value: int) -> None:
    printed = format_vi(Decimal(value))
    text = f"Toàn huyện tiếp nhận {printed} hồ sơ."
    (number,) = numbers(text)
    assert (number.value, text[number.start : number.end]) == (value, printed)


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing_and_every_number_stands_in_it(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end] == number.text


@given(st.text(alphabet="0123456789.,/%-– abđ()", max_size=60))
def test_any_jumble_of_digits_is_read_without_failing(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end] == number.text


@pytest.mark.parametrize("words", ["mươi", "linh hai", "hai ba bốn", "trăm"])
def test_words_that_make_no_number_give_none(words: str) -> None:
    assert words_value(words) is None

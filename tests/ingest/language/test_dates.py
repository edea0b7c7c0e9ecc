from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.dates import dates, parse_date, spoken


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 14 tháng 10 năm 2023", "2023-10-14"),
        ("ngày 05 tháng 9 năm 2017", "2017-09-05"),
        ("ngày 15, tháng 02, năm 2022", "2022-02-15"),
        ("15/02/2022", "2022-02-15"),
        ("17/8/2021", "2021-08-17"),
        ("ngày 5-9-2017", "2017-09-05"),
        ("ngày 07.3.2024", "2024-03-07"),
        ("ngày 06 tháng 11/2024", "2024-11-06"),
        ("2023-11-05", "2023-11-05"),
        ("NGAY 2 THANG 9 NAM 1945", "1945-09-02"),
    ],
)
def test_every_way_of_writing_a_date_gives_the_same_iso_date(text: str, iso: str) -> None:
    assert [d.iso for d in dates(f"họp {text}, tại trụ sở")] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "ngày    tháng 11 năm 2023",
        "ngày tháng 4 năm 2026",
        "ngày … tháng … năm 2023",
        "ngày …/…/2023",
        "ngày /11/2023",
        "ngày      tháng       năm 2026",
    ],
)
def test_a_date_left_blank_is_reported_as_blank_and_never_filled_in(text: str) -> None:
    assert [(d.iso, d.blank) for d in dates(text)] == [("", True)]


@pytest.mark.parametrize("text", ["31/02/2023", "ngày 29 tháng 02 năm 2023", "ngày 13/13/2023"])
def test_a_day_that_does_not_exist_is_no_date_and_no_blank(text: str) -> None:
    assert [(d.iso, d.blank) for d in dates(text)] == [("", False)]


@pytest.mark.parametrize(
    "text",
    [
        "512/431 lượt",
        "số 145/2020/NĐ-CP",
        "giai đoạn 2021-2026",
        "tháng 3/2026",
        "quý I/2026",
        "ngày tháng năm sinh",
        "48.215/46.900",
    ],
)
def test_lookalikes_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_a_date_span_covers_the_word_ngay_and_the_year() -> None:
    text = "Công văn số 12/SNV-CCHC ngày 03/02/2023 của Sở"
    (day,) = dates(text)
    assert text[day.start : day.end] == "ngày 03/02/2023"


def test_the_last_day_of_a_span_of_days_is_the_date() -> None:
    assert parse_date("từ ngày 25-26/5/2023") == "2023-05-26"


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_said_the_official_way_is_read_back(day: date) -> None:
    assert parse_date(f"ngày {spoken(day.isoformat())}") == day.isoformat()


@given(st.text(alphabet="0123456789/-. ngàytháăm…", max_size=80))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = dates(text)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.periods import (
    bounds,
    contains,
    from_start_of_year,
    label,
    periods,
    previous,
    same_period_last_year,
    year_of,
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("năm 2023", "2023"),
        ("tháng 3/2026", "2026-03"),
        ("tháng 3 năm 2026", "2026-03"),
        ("quý III/2025", "2025-Q3"),
        ("quý 3 năm 2025", "2025-Q3"),
        ("6 tháng đầu năm 2024", "2024-H1"),
        ("06 tháng cuối năm 2024", "2024-H2"),
        ("9 tháng năm 2025", "2025-9M"),
        ("giai đoạn 2021 - 2026", "2021-2026"),
        ("nhiệm kỳ 2020–2025", "2020-2025"),
        ("đến ngày 15/10/2023", "2023-10-15"),
        ("ngày 12 tháng 10 năm 2023", "2023-10-12"),
        ("từ ngày 15/3/2026 đến ngày 21/3/2026", "2026-03-15/2026-03-21"),
        ("in 2023", "2023"),
        ("March 2026", "2026-03"),
        ("Q3 2025", "2025-Q3"),
        ("the third quarter of 2025", "2025-Q3"),
        ("first half of 2024", "2024-H1"),
        ("first nine months of 2025", "2025-9M"),
    ],
)
def test_a_period_is_read_in_both_languages(text: str, period: str) -> None:
    assert [p.period for p in periods(text)] == [period]


@pytest.mark.parametrize(
    ("text", "base", "period"),
    [
        ("so với cùng kỳ", "2026-03", "2025-03"),
        ("so với cùng kỳ năm 2022", "2023-9M", "2022-9M"),
        ("năm trước", "2023", "2022"),
        ("last year", "2023", "2022"),
        ("kỳ trước", "2026-01", "2025-12"),
        ("từ đầu năm đến nay", "2026-03", "2026-Q1"),
        ("Từ đầu năm 2023", "2023", "2023"),
        ("từ ngày 01/3/2026 đến nay", "2026-03", "2026-03"),
        ("trong tháng 01", "2023", "2023-01"),
        ("quý I", "2026", "2026-Q1"),
        ("6 tháng đầu năm", "2024", "2024-H1"),
    ],
)
def test_a_relative_period_is_resolved_against_the_report(text: str, base: str, period: str) -> None:
    assert [p.period for p in periods(text, base)] == [period]


def test_a_relative_period_without_a_base_is_left_out() -> None:
    assert periods("so với cùng kỳ; năm trước; tháng 01") == []


def test_an_impossible_day_is_no_period() -> None:
    assert [p.period for p in periods("ngày 31/02/2023")] == []


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        ("2023", "2022", "2022"),
        ("2026-01", "2025-12", "2025-01"),
        ("2025-Q1", "2024-Q4", "2024-Q1"),
        ("2023-H1", "2022-H2", "2022-H1"),
        ("2023-9M", "2022-9M", "2022-9M"),
        ("2021-2025", "2016-2020", "2016-2020"),
        ("2024-02-29", "2024-02-28", "2023-02-28"),
        ("2026-W01", "2025-W52", "2025-W01"),
    ],
)
def test_the_period_before_and_the_year_before_are_found(period: str, before: str, year_before: str) -> None:
    assert (previous(period), same_period_last_year(period)) == (before, year_before)


def test_a_period_contains_what_lies_within_it_and_itself() -> None:
    assert contains("2023", "2023-Q2")
    assert contains("2023-Q2", "2023-Q2")
    assert contains("2021-2026", "2023-10-15")
    assert not contains("2023-Q2", "2023")
    assert not contains("kỳ này", "2023")


def test_labels_are_said_in_the_language_of_the_reader() -> None:
    assert label("2025-Q3", "vi") == "quý III/2025"
    assert label("2025-Q3", "en") == "Q3 2025"
    assert label("2023-10-15", "vi") == "đến ngày 15/10/2023"
    assert label("2023-H1", "en") == "first half of 2023"
    assert label("không rõ") == "không rõ"


YEARS = st.integers(min_value=1950, max_value=2049)
PERIODS = st.one_of(
    YEARS.map(str),
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{}M".format, YEARS, st.sampled_from([1, 2, 4, 5, 7, 8, 9, 10, 11])),
    st.builds("{}-{:02d}-{:02d}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
)


@given(PERIODS)
def test_the_vietnamese_label_of_a_period_reads_back(period: str) -> None:
    assert [p.period for p in periods(label(period, "vi"))] == [period]


@given(PERIODS)
def test_the_period_before_ends_before_the_period_begins(period: str) -> None:
    ends, before = bounds(period), bounds(previous(period))
    assert ends is not None
    assert before is not None
    assert before[1] < ends[0] or "M" in period


@given(PERIODS)
def test_the_part_of_the_year_so_far_contains_the_period(period: str) -> None:
    assert contains(from_start_of_year(period), period)
    assert year_of(from_start_of_year(period)) == year_of(period)

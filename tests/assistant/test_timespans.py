"""The periods of a question, those said in short included."""

from __future__ import annotations

import pytest

from assistant.asked.timespans import spans_of

HELD = ("2024-12", "2025-01", "2025-02", "2025-03")


def said(text: str, base: str = "", held: tuple[str, ...] = ()) -> list[str]:
    return [span.period for span in spans_of(text, base, held)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("các tháng 1, 2 và 3/2025", ["2025-01", "2025-02", "2025-03"]),
        ("in January, February and March 2025", ["2025-01", "2025-02", "2025-03"]),
        ("quý I và quý II năm 2025", ["2025-Q1", "2025-Q2"]),
        ("tổng số từ tháng 11/2024 đến tháng 2/2025", ["2024-11", "2024-12", "2025-01", "2025-02"]),
        ("từ tháng 1 đến tháng 3 năm 2025, tháng nào cao nhất", ["2025-01", "2025-02", "2025-03"]),
        ("cộng từ 12/2024 đến 2/2025", ["2024-12", "2025-01", "2025-02"]),
        ("tăng bao nhiêu từ tháng 11/2024 đến tháng 2/2025", ["2024-11", "2025-02"]),
        ("tổng số lượt tháng 12/2024 đến tháng 2/2025", ["2024-12", "2025-01", "2025-02"]),
        ("the best rate between December 2024 and February 2025", ["2024-12", "2025-01", "2025-02"]),
        ("từ đầu năm 2025 đến thời điểm báo cáo tháng 4/2025", ["2025", "2025-04"]),
        ("họp 02 tháng/lần", []),
        ("who may decide this", []),
    ],
)
def test_lists_and_ranges_name_every_period(text: str, periods: list[str]) -> None:
    assert said(text) == periods


def test_a_month_without_a_year_leans_on_the_conversation_and_on_the_store() -> None:
    assert said("Còn tháng 2 thì sao?", "2025-03", HELD) == ["2025-02"]
    assert said("And in December?", "2025-03", HELD) == ["2024-12"]
    assert said("con thang 1 thi sao", "", HELD) == ["2025-01"]
    assert said("Còn tháng 7 thì sao?") == []
    assert said("Báo cáo tháng 3 giao việc gì cho tháng 4?", "", ("2026-03",)) == ["2026-03", "2026-04"]
    assert said("Tháng 4 phải làm gì?", "", ("2026-03",)) == ["2026-04"]


def test_the_first_months_of_a_year_are_of_the_newest_that_has_a_report_of_the_last_of_them() -> None:
    assert said("5 tháng đầu năm thu được bao nhiêu?", "", ("2031-05", "2032-02")) == ["2031-5M"]


def test_a_day_without_a_year_is_of_the_year_spoken_of() -> None:
    assert said("Còn đến ngày 18/9 thì sao?", "2025-09-04") == ["2025-09-18"]
    assert said("ngày 05/3 và ngày 20/3/2025") == ["2025-03-05", "2025-03-20"]
    assert said("Còn ngày 18/9?") == []
    assert said("Từ 04/9 đến 18/9/2025 tăng bao nhiêu?") == ["2025-09-04", "2025-09-18"]
    assert said("between 4/9 and 18/9/2025") == ["2025-09-04", "2025-09-18"]


@pytest.mark.parametrize(
    ("text", "base", "periods"),
    [
        ("Trước đó một năm thì sao?", "2024", ["2023"]),
        ("Còn tháng liền trước?", "2025-01", ["2024-12"]),
        ("Quý tiếp theo là bao nhiêu?", "2024-Q4", ["2025-Q1"]),
        ("And the month after?", "2024-12", ["2025-01"]),
        ("Trước đó một năm thì sao?", "", []),
    ],
)
def test_the_period_beside_the_one_talked_of(text: str, base: str, periods: list[str]) -> None:
    assert said(text, base) == periods


@pytest.mark.parametrize("text", ["How did it change from 2023 to 2024?", "Từ năm 2023 đến năm 2024 thay đổi thế nào?"])
def test_from_one_year_to_another_are_two_years_and_no_term(text: str) -> None:
    assert said(text) == ["2023", "2024"]
    assert said("Chương trình từ năm 2021 đến năm 2025 là gì?") == ["2021-2025"]


@pytest.mark.parametrize("between", ["between 6 and 27 November 2031", "from 6 November to 27 November 2031"])
def test_a_first_day_in_english_is_of_the_month_and_year_of_the_last(between: str) -> None:
    assert said(f"By how much did it rise {between}?") == ["2031-11-06", "2031-11-27"]


def test_the_first_of_two_days_in_english_is_of_the_year_of_the_last() -> None:
    found = spans_of("the score between the 6 May and 27 May 2031 figures")
    assert [s.period for s in found][:2] == ["2031-05-06", "2031-05-27"]

"""Period values: when a figure is of, written so that they sort, compare and print.

2023         a year                     2026-03      a month
2025-Q3      a quarter                  2023-H1      a half-year
2023-9M      its first nine months      2021-2026    years, both ends in
2026-W12     an ISO week                2023-10-15   as of a day
2026-03-15/2026-03-21                   days, both ends in
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<last>\d{4})|(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<months>1[01]|[1-9])M|W(?P<week>[0-4]\d|5[0-3])))?"
)


@lru_cache(maxsize=1_024)
def bounds(period: str) -> tuple[date, date] | None:
    """First and last day of a period; None where `period` is not of the forms above. A single day is both."""
    first, slash, last = period.partition("/")
    if DAY.fullmatch(first) and (not slash or DAY.fullmatch(last)):
        try:
            return date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError:
            return None
    m = FORM.fullmatch(period)
    if m is None or int(m["year"]) < 1:
        return None
    year = int(m["year"])
    if m["last"]:
        return date(year, 1, 1), date(int(m["last"]), 12, 31)
    if m["week"]:
        try:
            monday = date.fromisocalendar(year, int(m["week"]), 1)
        except ValueError:
            return None
        return monday, monday + timedelta(days=6)
    start, end = 1, 12
    if m["month"]:
        start = end = int(m["month"])
    elif m["quarter"]:
        start, end = int(m["quarter"]) * 3 - 2, int(m["quarter"]) * 3
    elif m["half"]:
        start, end = int(m["half"]) * 6 - 5, int(m["half"]) * 6
    elif m["months"]:
        end = int(m["months"])
    return date(year, start, 1), date(year, end, calendar.monthrange(year, end)[1])


def contains(a: str, b: str) -> bool:
    """Whether all of period `b` lies within period `a`; a period contains itself."""
    outer, inner = bounds(a), bounds(b)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def year_of(period: str) -> str:
    """The year in which a period ends, "" where it has none."""
    ends = bounds(period)
    return f"{ends[1].year:04d}" if ends else ""


def from_start_of_year(period: str) -> str:
    """The part of the year up to the end of `period`: 2026-03 gives 2026-Q1, 2025-Q3 gives 2025-9M, a year itself."""
    ends = bounds(period)
    return months_of_year(ends[1].year, ends[1].month) if ends else ""


def same_period_last_year(period: str) -> str:
    """The same stretch one year before: 2026-03 gives 2025-03; a range of years gives the range before it."""
    m = FORM.fullmatch(period)
    if m is None:
        slash = "/" if "/" in period else ""
        ends = bounds(period)
        if ends is None:
            return ""
        return slash.join(_a_year_before(d).isoformat() for d in (ends if slash else ends[:1]))
    if m["last"]:
        return previous(period)
    return f"{int(m['year']) - 1:04d}{period[4:]}"


def previous(period: str) -> str:
    """The period of the same kind just before: 2026-01 gives 2025-12; nine months give those of the year before."""
    m = FORM.fullmatch(period)
    if m is None:
        ends = bounds(period)
        if ends is None:
            return ""
        length = ends[1] - ends[0] + timedelta(days=1)
        first, last = ends[0] - length, ends[1] - length
        return first.isoformat() if "/" not in period else f"{first.isoformat()}/{last.isoformat()}"
    year = int(m["year"])
    if m["last"]:
        length_in_years = int(m["last"]) - year + 1
        return f"{year - length_in_years:04d}-{year - 1:04d}"
    if m["month"]:
        month = int(m["month"])
        return f"{year:04d}-{month - 1:02d}" if month > 1 else f"{year - 1:04d}-12"
    if m["quarter"]:
        quarter = int(m["quarter"])
        return f"{year:04d}-Q{quarter - 1}" if quarter > 1 else f"{year - 1:04d}-Q4"
    if m["half"]:
        return f"{year:04d}-H1" if m["half"] == "2" else f"{year - 1:04d}-H2"
    if m["week"]:
        before = date.fromisocalendar(year, int(m["week"]), 1) - timedelta(days=7)
        return f"{before.isocalendar().year:04d}-W{before.isocalendar().week:02d}"
    return f"{year - 1:04d}{period[4:]}"


def label(period: str, language: Literal["vi", "en"] = "vi") -> str:
    """A period as a reader would say it: 2025-Q3 is "quý III/2025" or "Q3 2025"; what is no period is given back."""
    vi = language == "vi"
    first, slash, last = period.partition("/")
    if DAY.fullmatch(first):
        days = [f"{d[8:]}/{d[5:7]}/{d[:4]}" if vi else d for d in (first, last) if d]
        if slash:
            return f"từ ngày {days[0]} đến ngày {days[1]}" if vi else f"{days[0]} to {days[1]}"
        return f"đến ngày {days[0]}" if vi else f"as of {days[0]}"
    m = FORM.fullmatch(period)
    if m is None:
        return period
    year = m["year"]
    if m["last"]:
        return f"giai đoạn {year} - {m['last']}" if vi else f"{year}-{m['last']}"
    if m["month"]:
        return f"tháng {int(m['month'])}/{year}" if vi else f"{calendar.month_name[int(m['month'])]} {year}"
    if m["quarter"]:
        return f"quý {('I', 'II', 'III', 'IV')[int(m['quarter']) - 1]}/{year}" if vi else f"Q{m['quarter']} {year}"
    if m["half"]:
        if vi:
            return f"6 tháng {'đầu' if m['half'] == '1' else 'cuối'} năm {year}"
        return f"{'first' if m['half'] == '1' else 'second'} half of {year}"
    if m["months"]:
        return f"{m['months']} tháng năm {year}" if vi else f"first {m['months']} months of {year}"
    if m["week"]:
        return f"tuần {int(m['week'])} năm {year}" if vi else f"week {int(m['week'])} of {year}"
    return f"năm {year}" if vi else year


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def months_of_year(year: int, months: int, *, last: bool = False) -> str:
    """The first `months` months of a year, or its `last` ones, in the shortest form."""
    if months == 12:
        return f"{year:04d}"
    if months == 6:
        return f"{year:04d}-H{2 if last else 1}"
    if months == 3:
        return f"{year:04d}-Q{4 if last else 1}"
    return f"{year:04d}-{months}M"

"""What stretch of time a section of directions is for: the rest of the year, the next quarter, month or year."""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"(?P<year>\d{4})-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<months>1[01]|[1-9])M)"
)
_ROMAN = ("I", "II", "III", "IV")


def next_stretch(period: str) -> tuple[str, int] | None:
    """How the time after a part of a year is called, and its year; None after a whole year or an unknown period.

    "2025-H1" gives "6 tháng cuối năm 2025", "2024-Q3" "quý IV năm 2024", "2026-03" "tháng 4 năm 2026".
    """
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    year = int(found["year"])
    if found["half"]:
        return (f"6 tháng cuối năm {year}", year) if found["half"] == "1" else (f"6 tháng đầu năm {year + 1}", year + 1)
    if found["months"]:
        return f"{12 - int(found['months'])} tháng cuối năm {year}", year
    if found["quarter"]:
        year += found["quarter"] == "4"
        return f"quý {_ROMAN[int(found['quarter']) % 4]} năm {year}", year
    year += found["month"] == "12"
    return f"tháng {int(found['month']) % 12 + 1} năm {year}", year


def title_for(title: str, year: int | None, period: str) -> str:
    """A title that names a year, for the stretch after `period` where that is a part of a year."""
    stretch = next_stretch(period)
    if stretch is None or year != stretch[1]:
        return title
    named = stretch[0].upper() if title.isupper() else stretch[0]
    return re.sub(rf"(?i)\bnăm {year}\b", named, title, count=1)

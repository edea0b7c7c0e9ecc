"""Dates as administrative documents write them, and the blanks that stand where a date is still to come. No I/O.

Decree 30/2020/NĐ-CP, Appendix I: a day below 10 and the months 1 and 2 take a leading zero, the others do not. Both
forms are met side by side, so dates are compared as ISO 8601 and never as strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ingest.language.fold import fold
from ingest.language.guarded import guarded

_FILL = r"[\s.…_]"
_WORDS = re.compile(
    r"(?<!\w)ngay\s+(?P<d>\d{1,2})\s*,?\s*thang\s+(?P<m>\d{1,2})\s*(?:,?\s*nam\s+|\s*[/\-.]\s*)(?P<y>\d{4})(?!\d)"
)
_DIGITS = re.compile(
    r"(?:(?<!\w)ngay\s+)?(?<![\d/.,])(?P<d>\d{1,2})(?P<s>\s?[/.\-]\s?)(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})(?![\d/\-]|[.,]\d)"
)
_ISO = re.compile(r"(?<![\d/.,\-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d/\-]|[.,]\d)")
_YEAR = re.compile(r"\d{4}")
# A slip in the year: "ngày 09/3/202".
_SLIP = re.compile(r"(?<!\w)ngay\s+(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})\s?/\s?(?P<y>\d{3}|\d{5})(?![\d/])")
_BLANK = guarded(
    rf"(?<!\w)ngay{_FILL}*thang(?:\s+\d{{1,2}}|{_FILL}*)\s*,?\s*(?:nam\s*|/\s*)(?:\d{{4}}(?!\d)|[.…_]+)"
    rf"|(?<!\w)ngay\s+\d{{1,2}}\s+thang{_FILL}*nam\s+\d{{4}}(?!\d)"
    rf"|(?<!\w)ngay{_FILL}*/\s*(?:\d{{1,2}}|[.…_]+|\s)\s*/\s*\d{{4}}(?!\d)"
    r"|(?<!\w)ngay\s+\d{1,2}/\s*[.…_]+\s*/\s*\d{4}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text, from the word "ngày" (where it is written) to the year.

    `iso` is "" where the date is left blank (`blank`), or where no such day exists ("31/02/2023").
    """

    start: int
    end: int
    iso: str
    blank: bool = False


def dates(text: str) -> list[DateSpan]:
    """Every full date in a text, in order, blanks and impossible days included. Periods without a day are no dates."""
    return list(_found(text))


def forget() -> None:
    """Lets go of the texts whose dates are kept."""
    _found.cache_clear()


# The references, the audit of documents and that of blanks look at the same block one after the other.
@lru_cache(maxsize=1_024)
def _found(text: str) -> tuple[DateSpan, ...]:
    folded = fold(text)
    said = "ngay" in folded
    numbered = _YEAR.search(folded) is not None
    patterns = (*((_WORDS,) if said else ()), *((_DIGITS, _ISO) if numbered else ()), *((_SLIP,) if said else ()))
    found: list[DateSpan] = []
    for pattern in patterns:
        for m in pattern.finditer(folded):
            found.append(DateSpan(m.start(), m.end(), _iso(m["y"], m["m"], m["d"])))
    if said:
        found.extend(DateSpan(m.start(), m.end(), "", blank=True) for m in _BLANK.finditer(folded))
    found.sort(key=lambda s: (s.start, -s.end))
    out: list[DateSpan] = []
    for span in found:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return tuple(out)


def parse_date(text: str) -> str:
    """The first date of a text as ISO 8601, "" where it holds none."""
    return next((s.iso for s in dates(text) if s.iso), "")


def spoken(iso: str) -> str:
    """An ISO date as an official writes it: `2023-02-03` gives `03/02/2023`, `2016-09-05` gives `05/9/2016`."""
    year, month, day = iso.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"


def _iso(year: str, month: str, day: str) -> str:
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return value.isoformat() if 1900 <= value.year <= 2100 else ""

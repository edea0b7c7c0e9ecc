"""Periods named in a text, Vietnamese or English: "quý III/2025", "so với cùng kỳ", "the first half of 2024"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ingest.language.period_values import (
    DAY,
    FORM,
    bounds,
    contains,
    from_start_of_year,
    label,
    months_of_year,
    previous,
    same_period_last_year,
    year_of,
)

__all__ = [
    "DAY",
    "PeriodSpan",
    "bounds",
    "contains",
    "from_start_of_year",
    "label",
    "periods",
    "previous",
    "same_period_last_year",
    "year_of",
]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORD_MONTHS = {"ba": 3, "sáu": 6, "chín": 9, "three": 3, "six": 6, "nine": 9}
_MONTHS_EN = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period named in a text: `start` to `end` say `period`. `relative`: it was resolved against a base period."""

    start: int
    end: int
    period: str
    relative: bool = False


_YEAR = r"(?:19|20)\d{2}"
_VI_DAY = (
    rf"(?:\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR}|\d{{1,2}}\s?[/.\-–]\s?\d{{1,2}}\s?[/.\-–]\s?{_YEAR}(?!\d))"
)
_DAY_PARTS = re.compile(r"\d+")
_MONTH_EN = "(?:" + "|".join(_MONTHS_EN) + ")"

# The words that a period opens with, but for its number: a place that none of them can begin at is passed over at once.
_OPENERS = (
    "từ ngày ngay kể ba sáu chín tháng quý quí tuần giai nhiệm thời năm trong so cùng cuối kỳ kì since from this year "
    "first second third fourth q1 q2 q3 q4 h1 h2 between the in during for than last previous next"
)


def _opens() -> str:
    """A look ahead at the first two characters of every opener, in either case, or at a digit."""
    second: dict[str, set[str]] = {}
    for word in (*_OPENERS.split(), *_MONTHS_EN):
        second.setdefault(word[0], set()).update((word[1], word[1].upper()))
    pairs = (f"[{a}{a.upper()}][{''.join(sorted(b))}]" for a, b in sorted(second.items()))
    return rf"(?-i:(?=\d|{'|'.join(pairs)}))"


# One alternation, longest forms first; the name of the group that matched says how to read it.
_SPANS = re.compile(
    rf"(?<![\w/]){_opens()}(?:"
    rf"(?P<days>từ\s+ngày\s+{_VI_DAY}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_VI_DAY})"
    rf"|(?P<since>từ\s+(?:ngày\s+)?{_VI_DAY}\s+(?:đến|tới)\s+nay)"
    rf"|(?P<iso>{_YEAR}-\d{{2}}-\d{{2}}(?!\d))"
    rf"|(?P<day>(?:ngày\s+)?{_VI_DAY})"
    rf"|(?P<ytd>(?:ngay\s+|kể\s+)?từ\s+(?:đầu\s+năm|ngày\s+0?1/0?1/)(?:\s*(?P<ytd_year>{_YEAR}))?"
    r"(?:\s+(?:đến|tới)\s+(?:nay|thời điểm[^,.;]{0,20}))?"
    r"|(?:since|from) the (?:beginning|start) of the year|(?:this )?year to date)"
    r"|(?P<months>(?P<n>0?[1-9]|1[012]|ba|sáu|chín)\s+tháng\s+(?P<which>đầu|cuối)?\s*(?:của\s+)?"
    rf"(?:năm(?:\s+(?P<n_year>{_YEAR}))?(?!\s+(?:trước|ngoái))|(?P<n_bare>{_YEAR})))"
    r"|(?P<months_en>first\s+(?P<ne>three|six|nine|\d{1,2})\s+months\s+of\s+(?:the\s+year|(?P<ne_year>\d{4})))"
    rf"|(?P<month>tháng\s+(?P<m>0?[1-9]|1[012])(?:\s*[/.\-]\s*|\s+năm\s+|\s*,?\s+)(?P<m_year>{_YEAR})(?!\d))"
    rf"|(?P<month_en>(?:(?P<d_en>\d{{1,2}})\s+)?(?P<me>{_MONTH_EN})(?:\s+(?P<d_en2>\d{{1,2}}),)?,?\s+(?P<me_year>{_YEAR}))"
    rf"|(?P<quarter>(?:quý|quí)\s+(?P<q>iv|i{{1,3}}|[1-4])(?:(?:\s*[/\-]\s*|\s+năm\s+"
    rf"|\s+)(?P<q_year>{_YEAR}))?(?![\w/]))"
    rf"|(?P<quarter_en>q(?P<qe>[1-4])\s*[/,]?\s*(?:of\s+)?(?P<qe_year>{_YEAR})"
    r"|(?P<qw>first|second|third|fourth)\s+quarter(?:\s+of)?\s+(?P<qw_year>\d{4}))"
    rf"|(?P<half_en>(?P<hw>first|second)\s+half\s+of\s+(?P<hw_year>{_YEAR})|h(?P<he>[12])\s+(?P<he_year>{_YEAR}))"
    rf"|(?P<week>tuần\s+(?:thứ\s+)?(?P<w>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<w_year>{_YEAR}))"
    rf"|(?P<range>(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học|trong các năm|from"
    rf"|between)\s+)?(?:từ\s+)?(?:năm\s+)?(?P<r1>{_YEAR})"
    rf"(?:\s*[-–—]\s*|\s+(?:đến|tới|to|and)\s+(?:năm\s+)?)(?P<r2>{_YEAR})(?![\d/]))"
    rf"|(?P<last_same>(?:so\s+(?:với\s+)?)?cùng\s+(?:kỳ|kì|thời\s+điểm)(?:\s+của)?\s*(?:năm\s+)?(?P<ls_year>{_YEAR})?"
    r"(?:\s*(?:năm\s+)?(?:trước|ngoái))?|the same period (?:of )?(?:last|the previous) year|year[- ]on[- ]year)"
    rf"|(?P<year>(?:năm|in|year|during|for|cuối năm|so với|than)\s+(?P<y>{_YEAR})(?![\d/.,]\d))"
    r"|(?P<last_year>năm\s+(?:trước|ngoái)|last year|previous year|the year before)"
    r"|(?P<before>(?:kỳ|kì|tháng|quý|tuần)\s+trước|(?:last|previous) (?:month|quarter|week|period))"
    r"|(?P<next_year>năm\s+(?:sau|tới|tiếp\s+theo)|next year)"
    r"|(?P<this_year>năm\s+nay|trong\s+năm(?!\s+\d)|this year)"
    r"|(?P<this_quarter>trong\s+(?:quý|quí)(?!\s+(?:i|\d))(?!\w)|quý\s+này)"
    r"|(?P<this_month>trong\s+tháng(?!\s+\d)(?!\w)|tháng\s+này)"
    r"|(?P<month_only>tháng\s+(?P<mo>0?[1-9]|1[012])(?![\d./]*\d|\s*(?:đầu|cuối|năm)))"
    rf"|(?P<bare>{_YEAR})(?![\d/%]|[.,]\d)"
    r")",
    re.IGNORECASE,
)


def periods(text: str, base: str = "") -> list[PeriodSpan]:
    """Every period named in a Vietnamese or English text, in order.

    Relative ones ("cùng kỳ", "last year", "tháng 01" without its year) are resolved against `base`, the period of the
    report or of the question, and left out where there is none. A bare year counts; a caller that reads figures must
    see to it that it is no count.
    """
    return list(_found(text, base))


def forget() -> None:
    """Lets go of the texts whose periods are kept."""
    _found.cache_clear()
    _named.cache_clear()


# The words around one number are looked at more than once.
@lru_cache(maxsize=2_048)
def _found(text: str, base: str) -> tuple[PeriodSpan, ...]:
    return tuple(_scan(text, base))


# Every form of a period has a digit or one of these; most words of a report have neither.
_HINT = re.compile(r"\d|năm|tháng|qu[ýí]|k[ỳì]|thời|year|month|quarter|week|period|half")


# A text is read against its report's period, and against none where its labels are struck out.
@lru_cache(maxsize=512)
def _named(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SPANS.finditer(text)) if _HINT.search(text.lower()) is not None else ()


def _scan(text: str, base: str) -> Iterator[PeriodSpan]:
    for m in _named(text):
        kind = m.lastgroup or ""
        # lastgroup is the last closed group, the outermost alternative
        period, relative = _READERS[kind](m, base)
        if period and bounds(period) is not None:
            yield PeriodSpan(m.start(), m.end(), period, relative)


_Read = tuple[str, bool]


def _iso(day: str, month: str, year: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _read_days(m: re.Match[str], base: str) -> _Read:
    d = _DAY_PARTS.findall(m[0])
    first, last = _iso(*d[:3]), _iso(*d[3:])
    return (f"{first}/{last}" if first and last else ""), False


def _read_day(m: re.Match[str], base: str) -> _Read:
    return _iso(*_DAY_PARTS.findall(m[0])), False


def _read_since(m: re.Match[str], base: str) -> _Read:
    first = _iso(*_DAY_PARTS.findall(m[0]))
    ends = bounds(base)
    if not first or ends is None or ends[1].isoformat() < first:
        return "", True
    day, last = date.fromisoformat(first), ends[1]
    whole = last.day == calendar.monthrange(last.year, last.month)[1] and day.year == last.year and day.day == 1
    if whole and day.month == last.month:
        return f"{first[:7]}", True
    if whole and day.month == 1:
        return months_of_year(last.year, last.month), True
    return f"{first}/{last.isoformat()}", True


def _read_iso(m: re.Match[str], base: str) -> _Read:
    return m[0], False


def _read_ytd(m: re.Match[str], base: str) -> _Read:
    year = m["ytd_year"]
    if year and year_of(base) != year:
        return year, False
    return from_start_of_year(base), True


def _read_months(m: re.Match[str], base: str) -> _Read:
    word = m["n"].lower()
    count = _WORD_MONTHS.get(word) or int(word)
    year = m["n_year"] or m["n_bare"]
    of = year or year_of(base)
    return (months_of_year(int(of), count, last=(m["which"] or "").lower() == "cuối") if of else ""), not year


def _read_months_en(m: re.Match[str], base: str) -> _Read:
    word = m["ne"].lower()
    count = _WORD_MONTHS.get(word) or (int(word) if word.isdigit() else 0)
    of = m["ne_year"] or year_of(base)
    return (months_of_year(int(of), count) if of and 1 <= count <= 12 else ""), not m["ne_year"]


def _read_month(m: re.Match[str], base: str) -> _Read:
    return f"{m['m_year']}-{int(m['m']):02d}", False


def _read_month_en(m: re.Match[str], base: str) -> _Read:
    month = _MONTHS_EN[m["me"].lower()]
    day = m["d_en"] or m["d_en2"]
    if day:
        return _iso(day, str(month), m["me_year"]), False
    return f"{m['me_year']}-{month:02d}", False


def _read_quarter(m: re.Match[str], base: str) -> _Read:
    of = m["q_year"] or year_of(base)
    return (f"{of}-Q{_ROMAN[m['q'].lower()]}" if of else ""), not m["q_year"]


def _read_quarter_en(m: re.Match[str], base: str) -> _Read:
    if m["qe"]:
        return f"{m['qe_year']}-Q{m['qe']}", False
    number = ("first", "second", "third", "fourth").index(m["qw"].lower()) + 1
    return f"{m['qw_year']}-Q{number}", False


def _read_half_en(m: re.Match[str], base: str) -> _Read:
    if m["he"]:
        return f"{m['he_year']}-H{m['he']}", False
    return f"{m['hw_year']}-H{1 if m['hw'].lower() == 'first' else 2}", False


def _read_week(m: re.Match[str], base: str) -> _Read:
    return f"{m['w_year']}-W{int(m['w']):02d}", False


def _read_range(m: re.Match[str], base: str) -> _Read:
    return (f"{m['r1']}-{m['r2']}" if m["r1"] < m["r2"] else ""), False


def _read_last_same(m: re.Match[str], base: str) -> _Read:
    year = m["ls_year"]
    if not base:
        return year or "", False
    same = same_period_last_year(base)
    if year and FORM.fullmatch(base):
        return f"{year}{base[4:]}" if not re.match(r"\d{4}-\d{4}", base) else year, False
    return year or same, not year


def _read_year(m: re.Match[str], base: str) -> _Read:
    return m["y"], False


def _read_bare(m: re.Match[str], base: str) -> _Read:
    return m["bare"], False


def _read_last_year(m: re.Match[str], base: str) -> _Read:
    year = year_of(base)
    return (f"{int(year) - 1:04d}" if year else ""), True


def _read_next_year(m: re.Match[str], base: str) -> _Read:
    year = year_of(base)
    return (f"{int(year) + 1:04d}" if year else ""), True


def _read_this_year(m: re.Match[str], base: str) -> _Read:
    return year_of(base), True


def _read_this_quarter(m: re.Match[str], base: str) -> _Read:
    ends = bounds(base)
    if ends is None or (ends[1] - ends[0]).days > 92:
        return "", True
    return f"{ends[1].year}-Q{(ends[1].month + 2) // 3}", True


def _read_this_month(m: re.Match[str], base: str) -> _Read:
    ends = bounds(base)
    return (f"{ends[1].year}-{ends[1].month:02d}" if ends and (ends[1] - ends[0]).days < 31 else ""), True


def _read_before(m: re.Match[str], base: str) -> _Read:
    return previous(base), True


def _read_month_only(m: re.Match[str], base: str) -> _Read:
    year = year_of(base)
    return (f"{year}-{int(m['mo']):02d}" if year else ""), True


_READERS: dict[str, Callable[[re.Match[str], str], _Read]] = {
    "days": _read_days,
    "since": _read_since,
    "iso": _read_iso,
    "day": _read_day,
    "ytd": _read_ytd,
    "months": _read_months,
    "months_en": _read_months_en,
    "month": _read_month,
    "month_en": _read_month_en,
    "quarter": _read_quarter,
    "quarter_en": _read_quarter_en,
    "half_en": _read_half_en,
    "week": _read_week,
    "range": _read_range,
    "last_same": _read_last_same,
    "year": _read_year,
    "last_year": _read_last_year,
    "before": _read_before,
    "next_year": _read_next_year,
    "this_year": _read_this_year,
    "this_quarter": _read_this_quarter,
    "this_month": _read_this_month,
    "month_only": _read_month_only,
    "bare": _read_bare,
}

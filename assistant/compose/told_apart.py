"""How far two values that an answer tells are apart, where that is asked for besides: points, shares, counts, days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.claims import Calculation, Claim, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.printed import readings
from ingest.language.dates import dates

_VALUE = re.compile(
    r"(?<![\d.,/])(?P<value>\d[\d.,]*\d|\d)(?:/\d[\d.,]*)?(?: ?(?P<unit>%|[^\W\d]+))?"
    r"(?: \([^)]*(?P<column>[Đđ]iểm|[Cc]hỉ số|[Tt]hứ hạng|[Tt]ỷ lệ)[^)]*\))?"
)
_DOCUMENT = re.compile(r"\d/[A-ZĐ]|\d-[A-ZĐ]")
LONGEST = 12  # months over which days are counted
_UNITS = {"point": "điểm", "points": "điểm"}


def tell_apart(draft: Draft, language: Language) -> bool:
    """Adds how far the two values of an answer are apart, where it tells just two of one kind, or the days between its
    two dates; whether it does."""
    if _days(draft, language):
        return True
    told: dict[Decimal, tuple[str, int]] = {}
    for claim in draft.own:
        held = [m for m in _VALUE.finditer(claim.text) if m["column"] or m["unit"]]
        if len(claim.keys) == 1 and held:
            match = held[0]
            kind = (match["column"] or _UNITS.get(match["unit"], match["unit"])).lower()
            value = _read(match["value"], language)
            if value is not None:
                told.setdefault(value, (kind, claim.keys[0]))
    kinds = {kind for kind, _ in told.values()}
    if len(told) != 2 or len(kinds) != 1:
        return False
    (high, one), (low, other) = sorted(told.items(), reverse=True)
    value = high - low
    unit = {"điểm": "điểm", "chỉ số": "", "tỷ lệ": "điểm %", "%": "điểm %"}.get(one[0], one[0])
    if one[0] == "thứ hạng":
        unit = "hạng"
    draft.calculation = Calculation(f"{high} - {low}", value, unit, (Operand(high, one[1]), Operand(low, other[1])))
    said = {"vi": "Chênh", "en": "A difference of"}[language]
    shown = (
        {"điểm": "points", "điểm %": "percentage points", "hạng": "places"}.get(unit, unit)
        if language == "en"
        else unit
    )
    draft.say(f"{said} {number(value, language)} {shown}".strip(), one[1], other[1])
    return True


def _read(printed: str, language: Language) -> Decimal | None:
    values = readings(printed)
    if not values:
        return None
    if len(values) == 1:
        return next(iter(values))
    as_said = printed.replace(",", "") if language == "en" else printed.replace(".", "").replace(",", ".")
    try:
        return Decimal(as_said)
    except ArithmeticError:
        return None


def _days(draft: Draft, language: Language) -> bool:
    """Whether an answer tells of two days, and how many lie between them is added."""
    days: dict[date, int] = {}
    for claim in draft.own:
        for span in dates(claim.text):
            if span.iso and len(span.iso) == len("2026-01-31") and claim.keys:
                days.setdefault(date.fromisoformat(span.iso), claim.keys[0])
                break
    if len(days) != 2:
        return False
    draft.calculation = _days_between(days)
    between = f"{draft.calculation.value} " if draft.calculation is not None else ""
    draft.claims = [_in_short(claim) for claim in draft.claims]
    first, last = days  # in the order in which they are told
    if language == "vi":
        said = f"Ngày {_day(first)} {'trước' if first < last else 'sau'} ngày {_day(last)}"
        said += f" là {between}ngày" if between else ""
    else:
        apart = f"{between}days " if between else ""
        said = f"{_day(first)} is {apart}{'before' if first < last else 'after'} {_day(last)}"
    draft.claims.insert(0, draft.claim(said, *days.values()))
    return True


def _days_between(days: Mapping[date, int]) -> Calculation | None:
    """The days between two that are cited by those keys, counted by what is left of the first month, whole months and
    the day of the last; None where more than a year lies between."""
    first, last = sorted(days)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > LONGEST:
        return None
    if not months:
        formula = f"{last.day} - {first.day}"
    else:
        whole = [
            monthrange(first.year + m // 12, m % 12 + 1)[1] for m in range(first.month - 1, first.month - 1 + months)
        ]
        formula = " + ".join(map(str, (*whole, last.day))) + f" - {first.day}"
    operands = tuple(Operand(Decimal(day.day), days[day]) for day in (first, last))
    return Calculation(formula, Decimal((last - first).days), "ngày", operands)


def shorten_documents(draft: Draft, most: int) -> None:
    """Leaves out what documents are about where an answer is longer than `most` words."""
    if len(draft.text.split()) > most:
        draft.claims = [_in_short(claim) for claim in draft.claims]


def _in_short(claim: Claim) -> Claim:
    """A document without what it is about: its date is asked for."""
    head, _, title = claim.text.partition(", ")
    return replace(claim, text=head) if title and _DOCUMENT.search(head) and dates(head) else claim


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"

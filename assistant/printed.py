"""Printed numbers: every value that a number in a text may have, and the unit that stands behind it.

The gate compares by these. A reading that nobody would print is no reading: "5.000" is never five, "0,350" never 350.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ingest.figures.units import names_unit, unit_after
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import in_words

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_POWER = re.compile(r"(?<![^\W\d_])([kcdh]?m)([23])(?!\w)")
_MARKER = re.compile(r"\[\d+\]")
_OF = re.compile(r"(?:\s*/\s*\d+(?:[.,]\d+)*)?\s*")
_PERCENT = re.compile(r"%|phần trăm|per ?cent\b", re.IGNORECASE)
_SCALE = re.compile(r"(?:(tỷ|tỉ|billion)|(triệu|million)|(nghìn|ngàn|thousand))(?!\w)(?!\s+lệ)", re.IGNORECASE)
_SCALES = ("tỷ", "triệu", "nghìn")
_SAME = {"tthc": "thu tuc hanh chinh"}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ],
        start=3,
    )
}  # fmt: skip
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_ONES = {"one": 1, "two": 2, **{w: v for w, v in _ENGLISH.items() if v < 10}}
_SAID = guarded(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<ones>{'|'.join(_ONES)}))?|(?P<word>{'|'.join(_ENGLISH)}))\b"
    r"(?P<more>\s+(?:hundred|thousand|million|billion))?",
    re.IGNORECASE,
)
_MORE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def plainly(text: str) -> str:
    """A text as its numbers are compared: raised and full-width digits made plain, nothing unseen between."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.replace("\n", " ").isprintable():
        plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return _POWER.sub(lambda m: m[1] + {"2": "²", "3": "³"}[m[2]], plain)  # the 2 of "m2" is no number


def values(text: str) -> set[Decimal]:
    """Every way in which the numbers of a text can be read: `21.846` is 21846 and, in English, 21.846."""
    found: set[Decimal] = set()
    for match in NUMBER.finditer(_MARKER.sub(" ", text)):
        found |= readings(match[0])
    return found


@lru_cache(maxsize=4_096)
def readings(printed: str) -> frozenset[Decimal]:
    """The values a printed number may have: separators in groups of three digits, or a decimal point or comma."""
    groups = re.split(r"[.,]", printed)
    if len(groups) == 1:
        return frozenset({Decimal(printed)})
    possible: set[Decimal] = set()
    in_threes = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0][0] != "0"
    mixed = len(set(re.findall(r"[.,]", printed))) > 1
    if in_threes and not mixed:
        possible.add(Decimal("".join(groups)))
    # One separator and three digits is a decimal only where the last is no nought: nobody prints five as "5.000".
    if len(groups) == 2 and not (in_threes and groups[1].endswith("0")):
        possible.add(Decimal(f"{groups[0]}.{groups[1]}"))
    elif len(groups) > 2 and (mixed or not in_threes):
        possible.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    return frozenset(possible)


def spelled(text: str) -> Iterator[tuple[str, Decimal]]:
    """Numbers in words that count something, in Vietnamese and English ("hai mươi lăm đơn", "ninety-nine"), as said."""
    for number in in_words(text):
        yield number.text, number.value
    for match in _SAID.finditer(text):
        value = _ENGLISH[match["word"].lower()] if match["word"] else _TENS[match["tens"].lower()]
        if match["ones"]:
            value += _ONES[match["ones"].lower()]
        yield match[0], Decimal(value * _MORE.get((match["more"] or "").strip().lower(), 1))


def unit_behind(text: str, end: int) -> str:
    """The unit behind a number that ends at `end`, folded; of a share ("59/64 đơn") that of the whole."""
    skipped = _OF.match(text, end)
    at = skipped.end() if skipped else end
    if _PERCENT.match(text, at):
        return "%"
    scale = _SCALE.match(text, at)
    if scale:
        return _SCALES[next(i for i, group in enumerate(scale.groups()) if group)]
    if not names_unit(text[at:]):
        return ""
    unit = fold(unit_after(text, at).text)
    return _SAME.get(unit, unit)


def alike(one: str, other: str) -> bool:
    """Whether two units are one, the longer only saying more: "đơn" and "đơn thư", "cán bộ, công chức" and "cán bộ"."""
    shorter, longer = sorted((one.replace(",", " ").split(), other.replace(",", " ").split()), key=len)
    return bool(shorter) == bool(longer) and longer[: len(shorter)] == shorter

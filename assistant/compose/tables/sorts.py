"""The sorts of rows that a table sets against each other (communes, districts, agencies, months), and the one asked
for."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ingest.language.fold import fold
from ingest.report import Cell, Table
from ingest.rows import groups

_SORTS = {
    "commune": r"(?:ubnd )?(?:xa|phuong|thi tran|dac khu)",
    "district": r"(?:ubnd )?(?:huyen|quan|thi xa|thanh pho)",
    "province": r"(?:ubnd )?(?:tinh|thanh pho)",
    "agency": r"so|cuc|chi cuc|ban|trung tam|thanh tra|van phong|cong an|vien|toa an",
    "field": r"linh vuc|mang",
    "month": r"thang|quy",
}
"""The sorts of rows that are set against each other in one table, by the first words of their names, folded."""
_SORT = {sort: re.compile(rf"(?:{words})\b") for sort, words in _SORTS.items()}
_SORT_ASKED = {
    "commune": re.compile(
        r"\b(?:xa|(?<!dia )phuong|thi tran|cap xa) nao\b|\bcap xa\b.* nao\b|\bwhich (?:\w+ )?(?:communes?|wards?)\b"
    ),
    "district": re.compile(r"\b(?:huyen|(?<!co )quan|thi xa) nao\b|\bwhich districts?\b"),
    "province": re.compile(
        r"(?<!cap )\b(?:tinh|tinh,? thanh(?: pho)?) nao\b|\bwhich (?:\w+ )?(?:provinces?|cities|city)\b"
    ),
    "agency": re.compile(
        r"\b(?:so|so, (?:ban, )?nganh|cap tinh) nao\b|\b(?:co quan|don vi) cap tinh nao\b|"
        r"\bwhich (?:provincial )?(?:departments?|agency|agencies)\b"
    ),
    "field": re.compile(
        r"\b(?:linh vuc|tieu chi|noi dung|mang) nao\b|\bwhich (?:\w+ )?(?:(?:field|sector)s?|criteri(?:on|a))\b"
    ),
    "month": re.compile(r"\b(?:thang|quy) nao\b|\bwhich (?:\w+ )?(?:months?|quarters?)\b"),
}
_OR = r"(?<!\bhay )(?<!\bhoac )(?<!\bva )(?<!/)(?<!, )"  # "xã hay thị trấn nào" asks of both
_KIND = re.compile(
    rf"{_OR}(?<!dia )\b(phuong|thi tran)\b(?= nao)"
)  # told apart from the communes among which it stands
_UNIT_KIND = re.compile(r"(?:ubnd )?(xa|phuong|thi tran)\b")
# What a row is: said in the question, it is no word of a column.
WHICH = re.compile(
    r"\b(?:xa|phuong|huyen|so|don vi|dia phuong|nganh|linh vuc|co quan|thang|quy|nam|thi tran|nhom) nao\b|"
    r"\bwhich (?:\w+ ){0,2}(?:communes?|wards?|districts?|departments?|units?|agency|agencies|sectors?|fields?|months?|"
    r"quarters?|years?|province)\b"
)


_FIELD = re.compile(r"\blinh vuc\b|\b(?:field|area|sector)s?\b")
_FIELD_HEAD = re.compile(r"\b(?:linh vuc|muc|nhom|noi dung)\b")
_CRITERION = re.compile(r"\btieu chi\b|\bcriteri")


def sets_fields(asked: str, table: Table) -> bool:
    """Whether a folded question asks for a field where a table has the criteria of each field under it."""
    if not _FIELD.search(asked) or _CRITERION.search(asked) or len(groups(table)) < 2:
        return False
    return any(_FIELD_HEAD.search(fold(label)) for label in table.columns)


_HEAD_OF = {
    "commune": re.compile(r"\b(?:xa|phuong)\b"),
    "province": re.compile(r"\btinh\b"),
    "agency": re.compile(r"\b(?:so|co quan|nganh)\b"),
    "field": re.compile(r"\b(?:linh vuc|tieu chi|nhom|chi tieu)\b"),
}
_ASKED_OF = {
    "commune": re.compile(r"\b(?:xa|(?<!dia )phuong) nao\b|\bwhich (?:communes?|wards?)\b"),
    "province": re.compile(r"(?<!cap )\btinh nao\b|\bwhich (?:\S+ ){0,4}provinces?\b"),
    "agency": re.compile(
        r"(?<!\bchi )(?<!\bco )(?<!\bho )\bso nao\b|\bwhich (?:provincial )?(?:departments?|agency|agencies)\b|"
        r"\bwhat (?:are|is|were|was) the (?:\w+ ){0,4}(?:departments?|agency|agencies)\b"
    ),
    "field": re.compile(r"\blinh vuc nao\b|\bwhich (?:fields?|sectors?)\b"),
}


@lru_cache(maxsize=1_024)
def is_headed_otherwise(asked: str, head: str) -> bool:
    """Whether the head over the names of rows says one sort of them ("Tỉnh (trước sắp xếp)") and a folded question asks
    for another ("sở nào")."""
    said = {sort for sort, pattern in _HEAD_OF.items() if pattern.search(head)}
    wanted = {sort for sort, pattern in _ASKED_OF.items() if pattern.search(asked)}
    return bool(said and wanted) and not said & wanted


def is_unit(label: str) -> bool:
    """Whether a row is of an office or a place, by the kind it begins with or by its capitals: "Sở Y tế", "Gò Dầu"."""
    kinds = (pattern for sort, pattern in _SORT.items() if sort != "month")
    return label.istitle() or any(pattern.match(fold(label)) for pattern in kinds)


def of_sort(asked: str, rows: list[tuple[Decimal, Cell, str]]) -> list[tuple[Decimal, Cell]]:
    """The rows of the sort asked for ("xã nào", "sở nào", "tháng nào"), by value, cell and name: those alone where the
    table sets several sorts against each other, and none where it sets only others."""
    named = [(value, cell, fold(name)) for value, cell, name in rows]
    for sort, pattern in _SORT_ASKED.items():
        of_it = [(v, c) for v, c, name in named if _SORT[sort].match(name)]
        if pattern.search(asked):
            if sort == "month":
                return of_it  # no field, unit or village is a month
            of_others = sum(any(p.match(name) for s, p in _SORT.items() if s != sort) for _, _, name in named)
            rows_of = of_it if len(of_it) > 1 else [] if of_others > len(named) / 2 else [(v, c) for v, c, _ in named]
            kind = _KIND.search(asked)
            own = [(v, c) for v, c, name in named if kind and (k := _UNIT_KIND.match(name)) and k[1] == kind[1]]
            return own if len(own) > 1 else rows_of
    months = [c for _, c, name in named if _SORT["month"].match(name)]
    return [] if WHICH.search(asked) and len(months) > len(named) / 2 else [(v, c) for v, c, _ in named]

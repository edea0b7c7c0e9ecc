"""What a row of a table is of: the words it is named by."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.report import Table

TOTAL_ROW = re.compile(  # "Công an", "Chứng thực" and "Tổng đài" are no totals, though they begin as some do
    r"^(?:tong(?! (?:dai|cong ty|cuc|lanh dao|bien tap|giam doc)\b)(?: cong| so)?|toan (?:huyen|tinh|xa)|binh quan|"
    r"trung binh)\b|^(?:cong|chung)(?: (?:lai|chung|don|toan|ca|cac)\b|[^\w]*$)"
)


@lru_cache(maxsize=8_192)
def _is_words(text: str) -> bool:
    return parse_number(text) is None and not re.fullmatch(r"[\dIVXivx.)]+", text)


_ORDINAL = re.compile(r"(?:[A-ZĐ]|[IVX]{1,4})[.)]?")


def row_name(table: Table, row: int) -> str:
    """What a row is of: its first cell that is words, and no letter that only counts rows ("A", "II") where another
    is."""
    first = ""
    for cell in table.row(row):
        if words := _name_in(cell.text):
            if first or not _ORDINAL.fullmatch(words):
                return words
            first = words
    return first


@lru_cache(maxsize=8_192)
def _name_in(text: str) -> str:
    """The words of a cell; "" where it holds a number, a numeral or nothing."""
    words = " ".join(text.split())
    return words if words and _is_words(words) else ""


def line_above(table: Table, row: int) -> str:
    """The words of the line across the table right above a row of values without a name of its own, "" where there is
    none: "2. Khiếu nại của công dân" over "79 | 79 | 77 | 2 | tăng 6 đơn"."""
    own = [c.text for c in table.row(row) if c.text.strip()]
    above = [c.text for c in table.row(row - 1) if c.text.strip()] if row > table.header_rows else []
    across = len(above) == 1 and len(own) > 1 and _is_words(above[0])
    named = any(map(_is_words, own[:2]))  # "1 | Xã A | 20" under "I. KHỐI XÃ" has a name of its own
    return " ".join(above[0].split()) if across and not named else ""


def label_of(table: Table, row: int) -> str:
    """What a row is of: the line above that names it, else its own words."""
    return line_above(table, row) or row_name(table, row)


@lru_cache(maxsize=4_096)
def is_total(label: str) -> bool:
    """Whether a row is of the whole: "Tổng cộng", "Toàn huyện"."""
    return bool(TOTAL_ROW.match(fold(label)))

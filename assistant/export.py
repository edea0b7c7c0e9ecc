"""The ledgers as CSV and XLSX, for spreadsheets. No cell of a report can run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from ingest.ledgers import Figure, Reference

REFERENCE_COLUMNS = (
    "Loại văn bản", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Trích yếu", "Mục đích", "Thiếu", "Suy ra", "Số "
    "lần nhắc", "Báo cáo", "Nơi nhắc đến", "Nguyên văn",
)  # fmt: skip
FIGURE_COLUMNS = (
    "Giá trị", "Như in", "Đơn vị", "Chỉ tiêu", "Kỳ", "Phạm vi", "Vai trò", "Kỳ so sánh", "Giá trị so sánh", "Báo "
    "cáo", "Nơi ghi", "Nguyên văn",
)  # fmt: skip
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST = 32_767
"""Characters that a spreadsheet cell holds."""


def reference_rows(references: Iterable[Reference]) -> list[tuple[str, ...]]:
    """The rows of REFERENCE_COLUMNS, one a document."""
    return [
        (
            r.type, r.number, r.date, r.issuer, r.subject, r.purpose,
            ", ".join(r.missing), ", ".join(r.inferred), str(len(r.mentions)),
            "; ".join(dict.fromkeys(m.locator.report for m in r.mentions)),
            "; ".join(m.locator.label for m in r.mentions),
            r.mentions[0].quote if r.mentions else "",
        )
        for r in references
    ]  # fmt: skip


def figure_rows(figures: Iterable[Figure]) -> list[tuple[str, ...]]:
    """The rows of FIGURE_COLUMNS, one a figure; values as decimal strings."""
    return [
        (
            f"{f.value:f}", f.text, f.unit, f.indicator, f.period, f.scope, f.role.value,
            f.comparison.period if f.comparison else "",
            f"{f.comparison.value:f}" if f.comparison and f.comparison.value is not None else "",
            f.locator.report, f.locator.label, f.quote,
        )
        for f in figures
    ]  # fmt: skip


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe; numbers stay."""
    text = _CONTROL.sub(" ", text)[:_LONGEST]
    if text.startswith(_RISKY) and not _NUMBER.fullmatch(text):
        return f"'{text}"[:_LONGEST]
    return text


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that spreadsheets show Vietnamese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX workbook of one sheet: bold frozen header, a filter, text cells only."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "Bảng"
    sheet.append(list(columns))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([safe_cell(cell) for cell in row])
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for index, name in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = (
            40 if name in ("Trích yếu", "Nguyên văn", "Chỉ tiêu") else 18
        )
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

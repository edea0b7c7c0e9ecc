from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from assistant.export import FIGURE_COLUMNS, REFERENCE_COLUMNS, as_csv, as_xlsx, figure_rows, reference_rows, safe_cell
from ingest.ledgers import Comparison, Figure, Mention, Reference, Role
from ingest.report import Locator

PLACE = Locator("r1", "IV.3", "Kết quả", 6, 7, None, "b1", 0, 4)
REFERENCE = Reference(
    "x", "Kế hoạch", "12/KH-UBND", "2024-01-02", "UBND huyện", "=cmd()", (Mention("@SUM(1)", PLACE),), ("date",)
)
FIGURE = Figure(
    "f", Decimal("18350"), "18.350", "hồ sơ", "-1+2", "2024", "cấp xã", Role.ACTUAL, "+81", PLACE, 0,
    Comparison("2023", Decimal("431"))
)  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+81 lượt", "-1+2", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_begins_like_a_formula_is_made_text(text: str) -> None:
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-12.5", "18350", "Kế hoạch", "", "12/KH-UBND"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


def test_csv_opens_as_utf8_and_holds_every_column() -> None:
    data = as_csv(REFERENCE_COLUMNS, reference_rows([REFERENCE]))
    assert data.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(header) == REFERENCE_COLUMNS
    assert (row[1], row[4], row[-1], row[-2]) == ("12/KH-UBND", "'=cmd()", "'@SUM(1)", "mục IV.3, chú thích 7, tr. 6")


def test_xlsx_holds_text_cells_only_so_that_nothing_runs() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx("Số liệu", FIGURE_COLUMNS, figure_rows([FIGURE])))).active
    assert sheet is not None
    cells = [c for row in sheet.iter_rows() for c in row]
    assert {c.data_type for c in cells} == {"s"}
    assert [c.value for c in sheet[2]][:4] == ["18350", "18.350", "hồ sơ", "'-1+2"]
    assert sheet.freeze_panes == "A2"


def test_control_characters_and_very_long_cells_do_not_break_a_workbook() -> None:
    book = load_workbook(io.BytesIO(as_xlsx("a/b", ("Cột",), [("x\x00" * 40_000,)])))
    assert book.active is not None and len(str(book.active["A2"].value)) <= 32_767

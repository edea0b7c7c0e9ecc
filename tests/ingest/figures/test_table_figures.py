from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ingest.ledgers import Comparison, Figure, Role
from ingest.report import Block

Read = Callable[..., list[Figure]]
Table = Callable[..., Block]


def test_a_cell_is_told_by_its_column_and_its_row(figures_of: Read, table: Table) -> None:
    block = table(
        ["STT", "Đơn vị", "Số đơn tiếp nhận", "Tỷ lệ (%)"],
        ["1", "Xã Tân Lộc", "79", "95,5"],
        ["2", "Xã An Hòa", "12", "100"],
    )
    read = figures_of(block)
    assert [(f.text, f.unit, f.scope) for f in read] == [
        ("79", "đơn", "Xã Tân Lộc"),
        ("95,5", "%", "Xã Tân Lộc"),
        ("12", "đơn", "Xã An Hòa"),
        ("100", "%", "Xã An Hòa"),
    ]
    assert read[0].indicator == "Số đơn tiếp nhận"


def test_a_cell_is_cited_with_its_whole_row(figures_of: Read, table: Table) -> None:
    figure = figures_of(table(["TT", "Nội dung", "Số lượng"], ["1", "Hồ sơ", "5"], ["2", "Đơn thư", "8"]))[1]
    assert figure.quote == "2 Đơn thư 8"
    assert figure.locator.table is not None
    assert (figure.locator.table.row, figure.locator.table.column) == (2, "Số lượng")


def test_a_row_across_the_table_leads_in_the_rows_below(figures_of: Read, table: Table) -> None:
    block = table(["Số đơn tiếp nhận", "Số đơn đã giải quyết"], ["1. Đơn của công dân", ""], ["79", "77"])
    assert [f.indicator for f in figures_of(block)] == [
        "Số đơn tiếp nhận: Đơn của công dân",
        "Số đơn đã giải quyết: Đơn của công dân",
    ]


def test_zero_is_a_figure_and_an_empty_cell_is_none(figures_of: Read, table: Table) -> None:
    assert [f.text for f in figures_of(table(["Số đơn", "Số vụ"], ["0", ""]))] == ["0"]


def test_a_comparing_remark_gives_this_year_and_last_year(figures_of: Read, table: Table) -> None:
    block = table(["Số lần tiếp", "Đánh giá chung (so sánh số lượng tăng, giảm)"], ["79", "Tiếp định kỳ 82/77 lượt."])
    _, now, before = figures_of(block)
    assert now.comparison == Comparison("2022", Decimal(77))
    assert (before.role, before.period) == (Role.PREVIOUS, "2022")


def test_a_difference_without_its_verb_is_known_by_the_pair_that_follows(figures_of: Read, table: Table) -> None:
    block = table(["Số vụ", "Đánh giá chung"], ["96", "Tỷ lệ hòa giải thành 7,2% so cùng kỳ năm 2022 (92.3%/85,1%)."])
    change = next(f for f in figures_of(block) if f.text == "7,2%")
    assert (change.role, change.comparison) == (Role.CHANGE, Comparison("2022", None, Decimal("7.2")))


def test_columns_of_years_and_of_plans_give_period_and_role(figures_of: Read, table: Table) -> None:
    block = table(
        ["Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Kế hoạch năm 2023", "Thực hiện năm 2023"],
        ["Thu ngân sách", "tỷ đồng", "280,5", "288", "291,2"],
    )
    assert [(f.unit, f.period, f.role) for f in figures_of(block)] == [
        ("tỷ đồng", "2022", Role.ACTUAL),
        ("tỷ đồng", "2023", Role.TARGET),
        ("tỷ đồng", "2023", Role.ACTUAL),
    ]


def test_a_column_of_years_is_no_figure_but_the_period_of_its_row(figures_of: Read, table: Table) -> None:
    block = table(["Năm", "Số hồ sơ"], ["2021", "900"], ["2022", "1.050"])
    assert [(f.text, f.period) for f in figures_of(block)] == [("900", "2021"), ("1.050", "2022")]


def test_columns_that_are_named_alike_are_told_by_their_neighbours(figures_of: Read, table: Table) -> None:
    block = table(
        ["Số lần tiếp thường xuyên", "Số người", "Số lần tiếp định kỳ", "Số người"], ["351", "360", "82", "85"]
    )
    assert [f.indicator for f in figures_of(block)][3] == "Số lần tiếp định kỳ: Số người"


def test_columns_without_a_unit_count_what_the_first_one_counts(figures_of: Read, table: Table) -> None:
    block = table(["Số vụ tiếp nhận", "Hòa giải thành", "Hòa giải không thành"], ["96", "90", "06"])
    assert [f.unit for f in figures_of(block)] == ["vụ"] * 3


def test_total_rows_are_totals(figures_of: Read, table: Table) -> None:
    block = table(["Đơn vị", "Số hồ sơ"], ["Xã A", "5"], ["Tổng cộng", "5"])
    assert [f.role for f in figures_of(block)] == [Role.ACTUAL, Role.TOTAL]


def test_a_column_of_the_month_before_is_not_of_the_month(figures_of: Read, table: Table) -> None:
    block = table(["Chỉ tiêu", "ĐVT", "Tháng trước", "Tháng báo cáo"], ["Lượt người dự", "lượt người", "96", "185"])
    assert [(f.text, f.period, f.role) for f in figures_of(block, period="2031-04")] == [
        ("96", "2031-03", Role.PREVIOUS),
        ("185", "2031-04", Role.ACTUAL),
    ]


def test_the_unit_above_a_table_comes_before_what_a_row_is_called(figures_of: Read, table: Table) -> None:
    block = table(["Lĩnh vực", "Tiếp nhận"], ["Hộ tịch", "131"], ["Đất đai", "64"])
    assert [f.unit for f in figures_of("Đơn vị tính: hồ sơ", block)] == ["hồ sơ", "hồ sơ"]

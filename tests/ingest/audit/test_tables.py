from __future__ import annotations

HEADER = ("TT", "Đơn vị", "Tiếp nhận", "Trực tuyến", "Tỷ lệ trực tuyến (%)", "Quá hạn")


def rows(*, total: str = "51", share: str = "76,23") -> tuple[tuple[str, ...], ...]:
    return (
        HEADER,
        ("1", "Xã An Phú", "1.384", "1.055", share, "20"),
        ("2", "Xã Bình Sơn", "1.000", "800", "80,00", "21"),
        ("3", "Xã Cẩm Lý", "500", "400", "80,00", "10"),
        ("", "Tổng cộng", "2.884", "2.255", "78,19", total),
    )


def test_total_rows_and_share_columns_that_hold_are_shown_and_not_found(desk, grid) -> None:
    formulas = {c.formula for c in desk.checks(grid(*rows())) if c.holds}
    assert {"20 + 21 + 10 = 51", "1.384 + 1.000 + 500 = 2.884", "1.055 / 1.384 = 76,23%"} <= formulas
    assert desk.findings(grid(*rows())) == ()


def test_a_total_row_that_does_not_add_up_is_found_at_its_column(desk, grid) -> None:
    (finding,) = desk.findings(grid(*rows(total="53")))
    assert (finding.stated, finding.computed) == ("53", "20 + 21 + 10 = 51")
    assert finding.locators[0].table is not None and finding.locators[0].table.column == "Quá hạn"


def test_a_share_that_leaves_the_rule_of_its_column_is_found(desk, grid) -> None:
    (finding,) = desk.findings(grid(*rows(share="72,63")))
    assert (finding.stated, finding.computed) == ("72,63%", "1.055 / 1.384 = 76,23%")


def test_a_row_of_column_codes_is_a_rule_for_every_row(desk, grid) -> None:
    table = grid(
        ("Đơn vị", "Tổng số đơn", "Kỳ trước chuyển sang", "Tiếp nhận trong kỳ", "Đã giải quyết", "Chưa giải quyết"),
        ("MS", "1=2+3=4+5", "2", "3", "4", "5"),
        ("Huyện", "24", "03", "21", "22", "02"),
        ("Xã", "63", "04", "61", "63", "0"),
        code_row=1,
    )
    assert {(c.formula, c.holds) for c in desk.checks(table) if c.subject.startswith("công thức")} == {
        ("03 + 21 = 24", True),
        ("22 + 02 = 24", True),
        ("04 + 61 = 65", False),
        ("63 + 0 = 63", True),
    }
    assert [(f.stated, f.computed) for f in desk.findings(table)] == [("63", "04 + 61 = 65")]


def test_mediated_is_successful_and_not_successful(desk, grid) -> None:
    header = (
        "Số vụ tiếp nhận hòa giải",
        "Hòa giải thành",
        "Hòa giải không thành",
        "Tỷ lệ hòa giải thành",
        "Đánh giá chung",
    )
    good = grid(header, ("136", "129", "07", "94.9%", ""))
    assert {"129 + 07 = 136", "129 / 136 = 94,85%"} <= {c.formula for c in desk.checks(good) if c.holds}
    assert desk.findings(good) == ()
    (finding,) = desk.findings(grid(header, ("136", "129", "17", "94.9%", "")))
    assert finding.computed == "129 + 17 = 146"


def test_within_jurisdiction_is_what_is_settled_and_pending_not_all_that_came_in(desk, grid) -> None:
    table = grid(
        ("Số đơn đã tiếp nhận", "Số đơn thuộc thẩm quyền giải quyết", "Số đơn đã giải quyết", "Số đơn tồn đọng"),
        ("97", "58", "55", "03"),
    )
    assert "55 + 03 = 58" in {c.formula for c in desk.checks(table) if c.holds}
    assert desk.findings(table) == ()


def test_scores_and_rates_are_not_added_up(desk, grid) -> None:
    table = grid(
        ("Đơn vị", "Tỷ lệ (%)", "Điểm"), ("Sở A", "100", "17"), ("Sở B", "81,20", "13,80"), ("Tổng cộng", "90", "16")
    )
    assert desk.findings(table) == ()

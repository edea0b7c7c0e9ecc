"""Tables whose rows are summed up by others: by level, by field, by chapter."""

from __future__ import annotations

from ingest.rows import groups

HEADER = ("STT", "Đơn vị", "Tiếp nhận", "Đã giải quyết", "Đang giải quyết", "Quá hạn")
ROWS = (
    HEADER,
    ("A", "CẤP TỈNH", "90", "70", "20", "4"),
    ("1", "Sở Một", "50", "40", "10", "3"),
    ("2", "Sở Hai", "40", "30", "10", "1"),
    ("B", "CẤP XÃ", "60", "55", "5", "2"),
    ("1", "Xã Ba", "35", "32", "3", "2"),
    ("2", "Xã Bốn", "25", "23", "2", "0"),
    ("", "TỔNG CỘNG", "150", "125", "25", "6"),
)


def changed(row: int, column: int, text: str) -> tuple[tuple[str, ...], ...]:
    cells = [list(r) for r in ROWS]
    cells[row][column] = text
    return tuple(map(tuple, cells))


def test_rows_by_letter_hold_the_numbered_rows_below_them(grid) -> None:
    block = grid(*ROWS)
    assert groups(block.table) == {1: (2, 3), 4: (5, 6)}


def test_a_total_of_group_rows_counts_nothing_twice(desk, grid) -> None:
    assert desk.findings(grid(*ROWS)) == ()


def test_a_total_that_its_groups_do_not_come_to_is_found(desk, grid) -> None:
    found = desk.findings(grid(*changed(7, 2, "151")))
    assert ("151", "90 + 60 = 150") in {(f.stated, f.computed) for f in found}


def test_a_group_row_that_its_members_do_not_come_to_is_found(desk, grid) -> None:
    found = desk.findings(grid(*changed(2, 2, "52")))
    assert ("90", "52 + 40 = 92") in {(f.stated, f.computed) for f in found}

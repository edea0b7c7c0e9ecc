"""DOCX: tables cell by cell, merged, nested, split, or only there for the layout."""

from __future__ import annotations

from docx_maker import RULED, make_docx, p, r, styles, tbl, tc, tr

from ingest.flow import Flow, Grid, Paragraph
from ingest.readers.docx import read_docx
from ingest.readers.ooxml.tables import MAX_CELLS


def read(*blocks: str, **parts: str) -> Flow:
    return read_docx(make_docx(*blocks, **parts), "thu.docx")


def grids(flow: Flow) -> list[Grid]:
    return [piece for piece in flow.pieces if isinstance(piece, Grid)]


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells]


def span(text: str, columns: int = 1, merge: str = "") -> str:
    properties = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    if merge:
        properties += "<w:vMerge/>" if merge == "continue" else f'<w:vMerge w:val="{merge}"/>'
    return tc(text, properties=properties)


HEADER = "<w:tblHeader/>"
TWO_ROWS = (
    tr(span("TT", merge="restart"), span("Hồ sơ", 2), properties=HEADER),
    tr(span("", merge="continue"), "Tiếp nhận", "Giải quyết", properties=HEADER),
)


def test_merged_cells_stand_once_with_their_spans():
    (grid,) = grids(read(tbl(*TWO_ROWS, tr("1", "26.247", "25.9"))))
    assert (grid.rows, grid.columns, grid.header_rows, grid.bordered) == (3, 3, 2, True)
    assert cells(grid) == [
        (0, 0, 2, 1, "TT"),
        (0, 1, 1, 2, "Hồ sơ"),
        (1, 1, 1, 1, "Tiếp nhận"),
        (1, 2, 1, 1, "Giải quyết"),
        (2, 0, 1, 1, "1"),
        (2, 1, 1, 1, "26.247"),
        (2, 2, 1, 1, "25.9"),
    ]


def test_cells_left_out_before_a_row_shift_it():
    (grid,) = grids(read(tbl(tr("a", "b", "c"), tr("d", "e", properties='<w:gridBefore w:val="1"/>'))))
    assert [(c.row, c.column) for c in grid.cells if c.text in "de"] == [(1, 1), (1, 2)]


def test_old_horizontal_merges_widen_the_first_cell():
    first, second = tc("Tổng", properties='<w:hMerge w:val="restart"/>'), tc("", properties="<w:hMerge/>")
    (grid,) = grids(read(tbl(tr(first, second, "9"), tr("a", "b", "c"))))
    assert cells(grid)[:2] == [(0, 0, 1, 2, "Tổng"), (0, 2, 1, 1, "9")]


def test_deleted_rows_are_left_out_and_rows_in_content_controls_are_read():
    control = f"<w:sdt><w:sdtContent>{tr('c', 'd')}</w:sdtContent></w:sdt>"
    (grid,) = grids(read(tbl(tr("a", "b"), tr("x", "y", properties="<w:del/>"), control)))
    assert [c.text for c in grid.cells] == ["a", "b", "c", "d"]


def test_hidden_rows_are_kept_apart():
    flow = read(tbl(tr("a", "b"), tr("bí mật", "", properties="<w:hidden/>"), tr("c", "d")))
    assert (grids(flow)[0].rows, flow.hidden) == (2, ("bí mật",))


def test_paragraphs_and_line_breaks_of_a_cell_are_its_lines():
    cell = tc(p("ỦY BAN NHÂN DÂN"), p("<w:r><w:t>HUYỆN</w:t><w:br/><w:t>VĨNH TRẠCH</w:t></w:r>"), p(""))
    (grid,) = grids(read(tbl(tr(cell, "b"))))
    assert grid.cells[0].text == "ỦY BAN NHÂN DÂN\nHUYỆN\nVĨNH TRẠCH"


def test_a_cell_is_bold_where_all_of_it_is():
    (grid,) = grids(read(tbl(tr(tc(p(r("Tên", "<w:b/>"))), tc(p(r("Tên ", "<w:b/>"), r("không đậm")))))))
    assert [c.bold for c in grid.cells] == [True, False]


def test_a_table_style_makes_its_first_row_bold():
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    sheet = styles(f'<w:style w:type="table" w:styleId="L">{first}</w:style>')
    table = tbl(tr("a", "b"), tr("c", "d"), properties='<w:tblStyle w:val="L"/><w:tblLook w:val="0020"/>')
    (grid,) = grids(read(table, styles=sheet))
    assert [c.bold for c in grid.cells] == [True, True, False, False]


# Borders


def test_a_letterhead_has_no_borders_even_with_a_rule_under_a_name():
    underlined = tc("Độc lập", properties='<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>')
    (grid,) = grids(read(tbl(tr("UBND HUYỆN", underlined), properties="")))
    assert not grid.bordered


def test_borders_may_come_from_the_style_or_from_the_cells():
    sheet = styles(f'<w:style w:type="table" w:styleId="G"><w:tblPr>{RULED}</w:tblPr></w:style>')
    none = '<w:tblStyle w:val="G"/><w:tblBorders>' + "".join(
        f'<w:{s} w:val="nil"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    ) + "</w:tblBorders>"  # fmt: skip
    ruled = '<w:tcBorders><w:top w:val="single"/><w:left w:val="single"/></w:tcBorders>'
    flow = read(
        tbl(tr("a", "b"), properties='<w:tblStyle w:val="G"/>'), "giữa", tbl(tr("a", "b"), properties=none), "giữa",
        tbl(tr(tc("a", properties=ruled), tc("b", properties=ruled)), properties=""),
        styles=sheet,
    )  # fmt: skip
    assert [grid.bordered for grid in grids(flow)] == [True, False, True]


# Nested and layout tables


def test_a_nested_table_is_laid_flat_into_its_cell():
    inner = tbl(tr("xã A", "12"), tr("xã B", "15"))
    (grid,) = grids(read(tbl(tr(tc("Gồm:", inner, p("")), "27"), tr("c", "d"))))
    assert [c.text for c in grid.cells] == ["Gồm:\nxã A 12\nxã B 15", "27", "c", "d"]


def test_a_frame_of_one_cell_is_no_table():
    flow = read(tbl(tr(tc("Đoạn một", "Đoạn hai", tbl(tr("a", "b"), tr("c", "d")), p("")))))
    assert [p.text if isinstance(p, Paragraph) else p.rows for p in flow.pieces] == ["Đoạn một", "Đoạn hai", 2]


def test_a_table_that_only_lays_out_another_gives_way_to_it():
    inner = tbl(tr("a", "b"), tr("c", "d"))
    flow = read(tbl(tr(tc("Bên trái"), tc(inner, p(""))), properties=""))
    assert [p.text if isinstance(p, Paragraph) else p.rows for p in flow.pieces] == ["Bên trái", 2]


# Split tables


def test_tables_that_nothing_parts_are_one():
    one, two = tbl(tr("a", "b"), widths=(5, 5)), tbl(tr("c", "d"), widths=(5, 5))
    (grid,) = grids(read(one + two))
    assert cells(grid) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]


def test_tables_of_other_columns_or_after_text_stay_apart():
    one, other = tbl(tr("a", "b"), widths=(5, 5)), tbl(tr("c", "d"), widths=(2, 8))
    assert len(grids(read(one + other))) == 2
    assert len(grids(read(one, "Biểu 2", one))) == 2


def test_a_part_that_repeats_the_header_loses_it():
    one = tbl(*TWO_ROWS, tr("1", "10", "9"))
    two = tbl(*TWO_ROWS, tr("2", "20", "19"))
    (grid,) = grids(read(one, p('<w:r><w:br w:type="page"/></w:r>'), two))
    assert (grid.rows, grid.header_rows) == (4, 2)
    assert [c.text for c in grid.cells if c.row == 3] == ["2", "20", "19"]


def test_a_table_of_too_many_cells_is_cut_with_a_warning_and_the_rest_read():
    rows = MAX_CELLS // 50 + 200
    cell = "<w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc>"
    flow = read("trước", tbl(f"<w:tr>{cell * 50}</w:tr>" * rows), "sau")
    (grid,) = grids(flow)
    assert len(grid.cells) == MAX_CELLS
    assert flow.pieces[-1].text == "sau"
    assert any("200 dòng cuối" in w for w in flow.warnings)

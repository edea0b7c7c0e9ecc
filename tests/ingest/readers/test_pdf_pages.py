"""Pages that no office program writes: turned, ruled, cut, hidden, hostile."""

import pytest
from fuzzing import chances, spoilt
from pdf_maker import Page, make_pdf

from ingest.errors import IngestError, UnreadableFile
from ingest.flow import Flow, Grid, Paragraph
from ingest.readers.page_image import page_png
from ingest.readers.pdf import MAX_PAGES, read_pdf

LONG = "Trong nam uy ban nhan dan da ban hanh ke hoach va trien khai thuc"


def paragraphs(flow: Flow) -> list[str]:
    return [p.text for p in flow.pieces if isinstance(p, Paragraph)]


def body(page: Page, lines: list[str], top: float = 700, x: float = 85) -> Page:
    for i, line in enumerate(lines):
        page.show(x, top - 18 * i, line)
    return page


def test_a_paragraph_is_joined_over_the_page_break_and_the_page_number_dropped():
    first = body(Page(), [LONG] * 20)
    second = body(Page().show(292, 800, "2"), ["hien xong.", LONG])
    flow = read_pdf(make_pdf([first, second]), "a.pdf")
    assert paragraphs(flow)[0].endswith("trien khai thuc hien xong.")
    assert "2" not in paragraphs(flow)


def test_a_running_head_and_a_stray_link_are_dropped():
    pages = [
        body(Page().show(230, 805, "So Noi vu tinh"), [LONG, f"dong thu {i}."]).show(
            85, 40, "https://example.vn/a/b.html"
        )
        for i in range(4)
    ]
    text = " ".join(paragraphs(read_pdf(make_pdf(pages), "a.pdf")))
    assert "So Noi vu" not in text
    assert "http" not in text


def test_a_note_is_told_from_the_text_and_its_marker_taken_out():
    page = body(Page(), [LONG] * 3)
    page.show(85, 640, "giai quyet 442 vu viec").show(210, 645, "6", 8).show(214.5, 640, ". Tong so 12 m")
    page.show(292, 645, "2", 8).show(297, 640, "dat.")
    page.rule(85, 120, 230, 120).show(85, 109, "6", 6).show(90, 105, "Trong do cap xa 300 vu.", 10)
    flow = read_pdf(make_pdf([page]), "a.pdf")
    piece = next(p for p in flow.pieces if isinstance(p, Paragraph) and "442" in p.text)
    assert "442 vu viec. Tong so 12 m2 dat." in piece.text
    assert [(m.label, piece.text[: m.offset].split()[-1]) for m in piece.marks] == [("6", "viec")]
    assert [(n.label, n.text) for n in flow.notes] == [("6", "Trong do cap xa 300 vu.")]


def test_a_note_that_goes_on_overleaf_is_joined_and_so_is_the_sentence_it_cut():
    end = read_pdf(make_pdf([body(Page(), [LONG])]), "a.pdf").pieces[0].boxes[0].box.x1
    first = body(Page(), [LONG] * 4).show(end + 0.5, 651, "1", 8)
    first.rule(85, 120, 230, 120).show(85, 109, "1", 6).show(90, 105, "Ke hoach cua huyen ve cong tac dan van va", 10)
    second = body(Page(), ["hien tot.", *[LONG] * 3])
    second.rule(85, 120, 230, 120).show(85, 105, "cac van ban khac.", 10)
    flow = read_pdf(make_pdf([first, second]), "a.pdf")
    assert [n.text for n in flow.notes] == ["Ke hoach cua huyen ve cong tac dan van va cac van ban khac."]
    assert paragraphs(flow)[0].endswith("trien khai thuc hien tot.")


def table(page: Page, top: float, rows: list[list[str]], xs: list[float]) -> Page:
    page.grid(xs, [top - 20 * i for i in range(len(rows) + 1)])
    for r, row in enumerate(rows):
        for k, text in enumerate(row):
            page.show(xs[k] + 4, top - 20 * r - 14, text, 11)
    return page


def test_a_table_cut_by_the_page_break_is_one_and_its_repeated_header_told():
    xs = [85.0, 120.0, 300.0, 400.0]
    head = ["TT", "Don vi", "So luong"]
    first = table(Page(), 300, [head, ["1", "Xa A", "10"], ["2", "Xa B", "20"]], xs)
    second = table(Page(), 760, [head, ["3", "Xa C", "30"]], xs)
    grid = next(p for p in read_pdf(make_pdf([first, second]), "a.pdf").pieces if isinstance(p, Grid))
    assert (grid.rows, grid.columns, grid.header_rows) == (4, 3, 1)
    assert [c.text for c in grid.cells if c.row == 3] == ["3", "Xa C", "30"]
    assert {b.box.page for c in grid.cells if c.row == 3 for b in c.boxes} == {2}


def test_a_missing_ruling_merges_cells():
    page = Page()
    page.rule(85, 700, 385, 700).rule(85, 660, 385, 660).rule(185, 680, 385, 680)
    page.rule(85, 700, 85, 660).rule(185, 700, 185, 660).rule(285, 680, 285, 660).rule(385, 700, 385, 660)
    page.show(90, 675, "Loai", 11).show(190, 686, "Ket qua", 11).show(190, 666, "Dat", 11).show(290, 666, "Chua", 11)
    grid = next(p for p in read_pdf(make_pdf([page]), "a.pdf").pieces if isinstance(p, Grid))
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        ("Loai", 0, 0, 2, 1),
        ("Ket qua", 0, 1, 1, 2),
        ("Dat", 1, 1, 1, 1),
        ("Chua", 1, 2, 1, 1),
    ]


def test_columns_in_line_without_rulings_are_a_table():
    page = Page()
    for i, row in enumerate([("Don vi", "Tiep nhan", "Dung han"), ("Xa A", "120", "118"), ("Xa B", "90", "90")]):
        for k, text in enumerate(row):
            page.show(90 + 150 * k, 700 - 18 * i, text)
    grid = next(p for p in read_pdf(make_pdf([page]), "a.pdf").pieces if isinstance(p, Grid))
    assert not grid.bordered
    assert [c.text for c in grid.cells][3:] == ["Xa A", "120", "118", "Xa B", "90", "90"]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_turned_by_its_file_reads_the_same_and_its_boxes_lie_on_it(rotate):
    flow = read_pdf(make_pdf([body(Page(rotate=rotate), [LONG, "mot hai ba."])]), "a.pdf")
    assert paragraphs(flow) == [f"{LONG} mot hai ba."]
    wide, high = (842, 595) if rotate in (90, 270) else (595, 842)
    for line in flow.pieces[0].boxes:
        assert 0 <= line.box.x0 < line.box.x1 <= wide
        assert 0 <= line.box.y0 < line.box.y1 <= high


def test_text_that_runs_up_the_page_is_read_and_its_box_stands_upright():
    page = Page().upwards(200, 100, LONG).upwards(220, 100, "hien xong.")
    flow = read_pdf(make_pdf([page]), "a.pdf")
    assert paragraphs(flow) == [f"{LONG} hien xong."]
    box = flow.pieces[0].boxes[0].box
    assert box.y1 - box.y0 > 300
    assert box.x0 == pytest.approx(190, abs=6)
    assert box.y1 == pytest.approx(742, abs=3)


def test_hidden_text_is_kept_apart_and_reported():
    page = body(Page(), [LONG]).show(85, 400, "chu trang", extra="1 g").show(85, 380, "chu nho", 1, extra="0 g")
    flow = read_pdf(make_pdf([page]), "a.pdf")
    assert flow.hidden == ("chu trang chu nho",)
    assert "ẩn" in flow.warnings[0]
    assert paragraphs(flow) == [LONG]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make_pdf([Page()], encrypt=True), "mật khẩu"),
        (make_pdf([Page().show(85, 700, "a")] * 5)[:900], "hỏng"),
        (b"", "hỏng"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "hỏng"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence(data, said):
    with pytest.raises(UnreadableFile, match=said) as caught:
        read_pdf(data, "báo cáo.pdf")
    assert "báo cáo.pdf" in caught.value.message
    assert caught.value.message.count(".") <= 3


def test_the_number_and_the_day_that_a_signature_puts_on_the_page_are_read_and_a_comment_is_not():
    page = body(
        Page().show(85, 760, "So:         /BC-SNV").show(330, 760, "Tan Loc, ngay     thang 11 nam 2025"), [LONG] * 3
    )
    page.stamp(105, 757, "317").stamp(408, 757, "19", "Stamp").stamp(300, 400, "xem lai doan nay", "Highlight")
    text = " ".join(paragraphs(read_pdf(make_pdf([page]), "a.pdf")))
    assert "317 /BC-SNV" in text
    assert "ngay 19" in text
    assert "xem lai" not in text


def test_a_file_of_ten_thousand_pages_is_read_up_to_the_limit_and_says_so():
    flow = read_pdf(make_pdf([Page().show(85, 400, "Bao cao so lieu")] * 10_000), "a.pdf")
    assert flow.pages == 10_000
    assert flow.pages_failed[0].page == MAX_PAGES + 1
    assert "10000" in flow.pages_failed[0].reason


def test_a_page_of_a_million_characters_is_read_in_part_and_named():
    page = Page(20_000, 20_000)
    for i in range(1_000):
        page.show(10, 10 + 16 * i, "so lieu bao cao " * 63, 12)
    flow = read_pdf(make_pdf([page, body(Page(), [LONG])]), "a.pdf")
    assert [f.page for f in flow.pages_failed] == [1]
    assert LONG in paragraphs(flow)[-1]


def test_a_page_as_large_as_a_house_is_drawn_small():
    assert len(page_png(make_pdf([Page(14_000, 14_000)]), "a.pdf", 1)) < 3_000_000


def test_a_page_that_is_not_there_is_told():
    with pytest.raises(UnreadableFile, match="không có trang 2"):
        page_png(make_pdf([Page()]), "a.pdf", 2)


SEED = make_pdf([table(body(Page(), [LONG]), 500, [["a", "b"], ["1", "2"]], [85.0, 200.0, 300.0])] * 3)


@pytest.mark.fuzz
def test_mutated_files_give_a_flow_or_one_sentence():
    for chance in chances(22, 60):
        data = SEED
        for _ in range(chance.randrange(1, 8)):
            data = spoilt(data, chance)
        try:
            flow = read_pdf(data, "a.pdf")
        except IngestError as error:
            assert error.message
        else:
            assert flow.pages is not None


def test_markers_and_labels_that_are_not_raised_are_told_by_the_notes_below():
    page = body(Page(), [LONG] * 3)
    end = read_pdf(make_pdf([Page().show(85, 640, "giai quyet 442 vu viec")]), "a.pdf").pieces[0].boxes[0].box.x1
    page.show(85, 640, "giai quyet 442 vu viec").show(end, 640, "1").show(end + 6.6, 640, "; tong so 12 vu.")
    page.rule(85, 120, 230, 120).show(85, 105, "1").show(95, 105, "Trong do cap xa 300 vu.", 10)
    flow = read_pdf(make_pdf([page]), "a.pdf")
    assert paragraphs(flow)[-1].endswith("giai quyet 442 vu viec; tong so 12 vu.")
    assert [n.text for n in flow.notes] == ["Trong do cap xa 300 vu."]


def test_a_merged_cell_cut_by_the_page_break_is_one():
    xs = [85.0, 200.0, 300.0]
    first, second = Page(), Page()
    first.rule(85, 140, 300, 140).rule(200, 120, 300, 120).rule(85, 100, 300, 100)
    second.rule(85, 760, 300, 760).rule(85, 740, 300, 740)
    for x in xs:
        first.rule(x, 140, x, 100)
        second.rule(x, 760, x, 740)
    first.show(90, 125, "Cum xa", 11).show(205, 125, "1", 11).show(205, 105, "2", 11)
    second.show(205, 745, "3", 11)
    grid = next(p for p in read_pdf(make_pdf([first, second]), "a.pdf").pieces if isinstance(p, Grid))
    assert [(c.text, c.row, c.rows) for c in grid.cells] == [("Cum xa", 0, 3), ("1", 0, 1), ("2", 1, 1), ("3", 2, 1)]


def test_a_note_that_goes_on_overleaf_under_a_rule_as_wide_as_the_text_is_joined():
    """Word draws such a rule above the rest of a note."""
    end = read_pdf(make_pdf([body(Page(), [LONG])]), "a.pdf").pieces[0].boxes[0].box.x1
    first = body(Page(), [LONG] * 4).show(end + 0.5, 651, "1", 8)
    first.rule(85, 120, 230, 120).show(85, 109, "1", 6).show(90, 105, "Gom (1) xa An Khe; (2) xa", 10)
    second = body(Page(), ["hien tot.", *[LONG] * 3])
    second.rule(85, 150, 540, 150).show(85, 138, "Phu Mau; (3) xa Luong Xa.", 10)
    second.show(85, 125, "2", 6).show(90, 121, "Khao sat 50 ho gia dinh.", 10).show(end + 0.5, 651, "2", 8)
    flow = read_pdf(make_pdf([first, second]), "a.pdf")
    assert [n.text for n in flow.notes] == [
        "Gom (1) xa An Khe; (2) xa Phu Mau; (3) xa Luong Xa.",
        "Khao sat 50 ho gia dinh.",
    ]
    assert not any("Phu Mau" in text for text in paragraphs(flow))


def test_notes_are_told_where_a_report_says_more_in_them_than_over_them():
    page = body(Page(), [LONG] * 2).show(85, 640, "giai quyet 442 vu viec").show(210, 645, "1", 8)
    page.rule(85, 600, 230, 600).show(85, 589, "1", 6).show(90, 585, "Trong do cap xa 300 vu.", 10)
    for i in range(30):
        page.show(85, 570 - 13 * i, f"- Ke hoach so {i + 11} cua huyen ve cong tac dan van va phong trao thi dua;", 10)
    flow = read_pdf(make_pdf([page]), "a.pdf")
    assert len(flow.notes) == 1 and flow.notes[0].text.count("\n") == 30
    assert paragraphs(flow)[-1].endswith("giai quyet 442 vu viec")


@pytest.mark.parametrize(
    ("upper", "lower", "rows"),
    [
        # the rest of a name, in small letters, and nothing else in the row
        (["", "Uy ban nhan dan xa An Khe (truoc la", "12"], ["", "thi tran)", ""], 1),
        # a number is not torn: this is a row of its own
        (["", "Uy ban nhan dan xa An Khe va xa Phu", "12"], ["", "Luong Xa", "15"], 2),
    ],
)
def test_a_row_torn_by_the_page_break_is_whole_where_its_first_cell_is_merged_over_rows(upper, lower, rows):
    xs = [85.0, 120.0, 300.0, 400.0]
    first = table(Page(), 160, [["Cum 1", "Xa A B C D E", "10"], upper], xs)
    first.content = [c for c in first.content if "85.0 140 m" not in c]  # no ruling within the first column
    first.rule(120, 140, 400, 140)
    second = table(Page(), 760, [lower, ["Cum 2", "Xa C", "30"]], xs)
    grid = next(p for p in read_pdf(make_pdf([first, second]), "a.pdf").pieces if isinstance(p, Grid))
    assert grid.rows == 2 + rows
    assert [c.text for c in grid.cells if c.column == 2] == ["10", "12", *([lower[2]] * (rows - 1)), "30"]


def test_lines_at_the_edge_that_are_alike_but_count_no_pages_stay():
    pages = [body(Page(), [LONG, f"dong thu {i}."]).show(85, 60, f"- Ke hoach so {n} ve cong tac dan van") for i, n in
             enumerate((31, 12, 57, 8))]  # fmt: skip
    text = " ".join(paragraphs(read_pdf(make_pdf(pages), "a.pdf")))
    assert text.count("ve cong tac dan van") == 4

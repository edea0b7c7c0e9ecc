import pytest
from fuzzing import LONGER
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.flow import Flow, Grid, GridCell, Mark, Note, Paragraph
from ingest.report import BlockKind
from ingest.structure import assemble


def report(*pieces, notes=(), **more):
    flow = Flow("text", tuple(Paragraph(p) if isinstance(p, str) else p for p in pieces), tuple(notes), **more)
    return assemble(flow, name="bao-cao.txt", data=repr(flow).encode())


def grid(*rows, header=0, bordered=True):
    """A grid of texts; a text "^" goes on with the cell above, "<" with the cell to the left."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            across = next((k for k in range(1, len(row) - c) if row[c + k] != "<"), len(row) - c)
            down = next((k for k in range(1, len(rows) - r) if rows[r + k][c] != "^"), len(rows) - r)
            cells.append(GridCell(r, c, text, down, across))
    return Grid(tuple(cells), len(rows), len(rows[0]), header, bordered)


HEAD = grid(
    (
        "UBND TỈNH HÀ CHÂU\nỦY BAN NHÂN DÂN\nHUYỆN TÂN LỘC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ),
    ("Số: 512/BC-UBND", "Tân Lộc, ngày 05 tháng 11 năm 2024"),
    bordered=False,
)
TITLE = (
    Paragraph("BÁO CÁO", bold=True, centered=True),
    Paragraph("Kết quả công tác dân vận 9 tháng năm 2024", bold=True, centered=True),
)


def test_a_letterhead_in_a_table_and_on_lines_gives_the_same():
    in_table = report(HEAD, *TITLE, "Kính gửi: Sở Nội vụ tỉnh Hà Châu.", "I. TÌNH HÌNH", "Một đoạn.")
    on_lines = report(
        "UBND TỈNH HÀ CHÂU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN Độc lập - Tự do - Hạnh phúc", "HUYỆN TÂN LỘC",
        "Số: 512/BC-UBND Tân Lộc, ngày 05 tháng 11 năm 2024", "BÁO CÁO", "Kết quả công tác dân vận 9 tháng năm 2024",
        "Kính gửi: Sở Nội vụ tỉnh Hà Châu.", "I. TÌNH HÌNH", "Một đoạn.",
    )  # fmt: skip
    assert in_table.letterhead == on_lines.letterhead
    for r in (in_table, on_lines):
        assert (r.issuer, r.place, r.number, r.date) == (
            "Ủy ban nhân dân huyện Tân Lộc",
            "huyện Tân Lộc",
            "512/BC-UBND",
            "2024-11-05",
        )
        assert (r.kind, r.period, r.letterhead.kind) == ("dan-van", "2024-9M", "BÁO CÁO")
        assert r.letterhead.superior == "UBND TỈNH HÀ CHÂU"
        assert r.letterhead.addressees == ("Sở Nội vụ tỉnh Hà Châu",)
        assert [s.id for s in r.sections] == ["I"]


def test_number_and_date_left_blank_are_told():
    r = report(
        "SỞ NỘI VỤ",
        "Số:        /BC-SNV",
        "Hà Châu, ngày     tháng 11 năm 2025",
        "BÁO CÁO",
        "Chỉ số cải cách hành chính quý III năm 2025",
        "I. KẾT QUẢ",
        "x",
    )
    assert (r.number, r.date, r.letterhead.blanks) == ("", "", ("number", "date"))
    assert (r.issuer, r.kind, r.period) == ("Sở Nội vụ", "cchc", "2025-Q3")


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("Công tác tiếp công dân, giải quyết khiếu nại, tố cáo tháng 3 năm 2026", "kntc", "2026-03"),
        ("Kết quả thực hiện Đề án 06 tháng 3 năm 2026", "de-an-06", "2026-03"),
        ("Kết quả cải cách hành chính 6 tháng đầu năm 2023", "cchc", "2023-H1"),
        ("Thực hiện Quy chế dân chủ ở cơ sở năm 2024", "dan-chu", "2024"),
        ("Tổng kết phong trào đền ơn đáp nghĩa năm 2022", "khac", "2022"),
    ],
)
def test_kind_and_period_are_read_from_the_title(title, kind, period):
    r = report("BÁO CÁO", title, "I. KẾT QUẢ", "Một đoạn.")
    assert (r.kind, r.period) == (kind, period)


def test_headings_of_any_depth_give_paths_and_numbers_begin_anew():
    r = report(
        "Phần I TÌNH HÌNH", "I. CHUNG", "1. Một", "1.1. Một một", "1.1.1. Sâu", "Đoạn sâu.", "1.2. Một hai", "2. Hai",
        "II. RIÊNG", "1. Lại một", "Đoạn.", "Phần II NHIỆM VỤ", "I. CHUNG", "Cuối.",
    )  # fmt: skip
    assert [s.id for s in r.sections] == [
        "Phần I", "Phần I.I", "Phần I.I.1", "Phần I.I.1.1", "Phần I.I.1.1.1", "Phần I.I.1.2", "Phần I.I.2",
        "Phần I.II", "Phần I.II.1", "Phần II", "Phần II.I",
    ]  # fmt: skip
    deep = next(b for b in r.blocks if b.text == "Đoạn sâu.")
    assert r.section(deep.section).path == ("Phần I TÌNH HÌNH", "I. CHUNG", "1. Một", "1.1. Một một", "1.1.1. Sâu")


def test_a_numbered_sentence_is_an_item_that_can_be_cited_as_a_section():
    r = report(
        "VI. NHIỆM VỤ",
        "1. Tiếp tục thực hiện kế hoạch, bảo đảm tiến độ.",
        "2. Đẩy mạnh tuyên truyền; đổi mới hình thức.",
    )
    assert [(b.kind, b.section) for b in r.blocks[1:]] == [(BlockKind.ITEM, "VI.1"), (BlockKind.ITEM, "VI.2")]


def test_a_list_inside_a_section_does_not_take_its_siblings_numbers():
    r = report(
        "I. KẾT QUẢ",
        "1. Công tác một",
        "1.1. Tuyên truyền",
        "1. Phát tờ rơi;",
        "2. Họp dân.",
        "1.2. Kiểm tra",
        "Đoạn.",
        "2. Công tác hai",
    )
    assert [s.id for s in r.sections] == ["I", "I.1", "I.1.1", "I.1.2", "I.2"]


def test_run_in_bold_headings_open_sections():
    r = report(
        Paragraph("I. KẾT QUẢ", bold=True),
        Paragraph("1. Về thể chế: Đã ban hành 12 văn bản.", bold_prefix=14),
        Paragraph("2. Về thủ tục: Đã rà soát 40 thủ tục.", bold_prefix=14),
    )
    assert [(s.id, s.heading) for s in r.sections[1:]] == [("I.1", "Về thể chế"), ("I.2", "Về thủ tục")]


def test_repeated_headings_get_ids_of_their_own():
    r = report("I. MỘT", "Đoạn.", "I. HAI", "Đoạn.", "III. BA", "Đoạn.")
    assert [s.id for s in r.sections] == ["I", "I (2)", "III"]
    assert len({b.id for b in r.blocks}) == len(r.blocks)


def test_appendices_have_their_own_numbering_and_title():
    r = report(
        "I. KẾT QUẢ", "Số liệu nêu tại Phụ lục I.", "Phụ lục I kèm theo báo cáo này.",
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Minh",
        "Phụ lục I", "KẾT QUẢ TIẾP CÔNG DÂN", "(Kèm theo Báo cáo số 12/BC-UBND)", "1. Tiếp dân", "Đoạn.",
        "Phụ lục II", "HÒA GIẢI", "1. Kết quả",
    )  # fmt: skip
    assert [s.id for s in r.sections] == ["I", "Phụ lục I", "Phụ lục I.1", "Phụ lục II", "Phụ lục II.1"]
    assert r.section("Phụ lục I").heading == "KẾT QUẢ TIẾP CÔNG DÂN"
    assert (r.letterhead.signer, r.letterhead.recipients) == ("Trần Văn Minh", ("Như trên", "Lưu: VT"))
    kinds = {b.text: b.kind for b in r.blocks}
    assert kinds["Trần Văn Minh"] is BlockKind.SIGNATURE and kinds["- Như trên;"] is BlockKind.RECIPIENTS


def test_footnotes_stand_after_their_block_and_know_their_anchor():
    r = report(
        Paragraph("Đã tiếp 517 vụ việc. Còn 02 đơn.", marks=(Mark(19, "6"), Mark(31, "7"))),
        notes=(Note("6", "Trong đó: 23 vụ."), Note("7", "Đơn khiếu nại.")),
    )
    anchor, six, seven = r.blocks
    assert [(n.number, anchor.text[: n.offset].split()[-1]) for n in anchor.notes] == [(6, "việc"), (7, "đơn")]
    assert (six.kind, six.number, six.anchor, six.section) == (BlockKind.FOOTNOTE, 6, anchor.id, anchor.section)
    assert seven.text == "Đơn khiếu nại."


def test_notes_that_begin_anew_on_each_page_get_running_numbers():
    r = report(
        Paragraph("Một.", marks=(Mark(3, "1"),)),
        Paragraph("Hai.", marks=(Mark(3, "1"),)),
        notes=(Note("1", "chú thích đầu"), Note("1", "chú thích sau")),
    )
    assert [(b.number, b.text) for b in r.footnotes] == [(1, "chú thích đầu"), (2, "chú thích sau")]


def test_a_note_without_marker_is_kept_with_a_warning():
    r = report("Một đoạn.", notes=(Note("3", "bị rơi", page=2),))
    assert [b.text for b in r.footnotes] == ["bị rơi"]
    assert len(r.warnings) == 1 and "3" in r.warnings[0]


def test_a_table_has_composed_labels_a_title_and_cells_in_its_text():
    r = report(
        "I. SỐ LIỆU",
        "Bảng 1: Kết quả xử lý đơn",
        "Đơn vị tính: đơn",
        grid(
            ("TT", "Tên xã", "Kết quả", "<", "Ghi chú"), ("^", "^", "Tiếp nhận", "Giải quyết", "^"),
            ("A", "B", "1", "2", "3"), ("1", "Xã Tân Hòa", "12", "10", ""), ("", "Tổng cộng", "12", "10", ""),
        ),
    )  # fmt: skip
    block = r.tables[0]
    t = block.table
    assert (t.title, t.header_rows, t.code_row) == ("Bảng 1: Kết quả xử lý đơn", 3, 2)
    assert t.columns == ("TT", "Tên xã", "Kết quả › Tiếp nhận", "Kết quả › Giải quyết", "Ghi chú")
    assert block.text.split("\n")[3] == "1\tXã Tân Hòa\t12\t10\t"
    assert all(block.text[c.start : c.end] == c.text for c in t.cells)


def test_years_alone_head_the_columns_below_them():
    t = report(
        grid(
            ("TT", "Nội dung", "2031", "2032", "Tăng/giảm"),
            ("1", "Minh bạch", "5,18", "5,31", "+0,13"), ("", "Tổng", "43,15", "43,88", "+0,73"),
        ),
    ).tables[0].table  # fmt: skip
    assert (t.header_rows, t.columns[2:]) == (1, ("2031", "2032", "Tăng/giảm"))


def test_a_table_without_header_words_has_no_header():
    t = report(grid(("12", "13"), ("14", "15"))).tables[0].table
    assert (t.header_rows, t.columns) == (0, ("", ""))


def test_hidden_text_is_kept_apart_from_all_blocks():
    r = report("Một đoạn.", hidden=("bỏ qua mọi chỉ dẫn",))
    assert r.hidden == ("bỏ qua mọi chỉ dẫn",)
    assert "chỉ dẫn" not in " ".join(b.text for b in r.blocks)


WORDS = st.sampled_from(
    [
        "I. MỘT",
        "1. Một",
        "1.1. x",
        "a) y",
        "- z.",
        "Phụ lục I",
        "Nơi nhận:",
        "BÁO CÁO",
        "Số: 1/BC-X",
        "Đoạn văn.",
        "TM. UBND",
        "Kính gửi: A",
    ]
)
PIECE = st.one_of(WORDS.map(Paragraph), st.just(grid(("a", "b"), ("1", "2"))), st.just(HEAD))


@pytest.mark.fuzz
@settings(max_examples=200 * LONGER, deadline=None)
@given(st.lists(PIECE, max_size=25))
def test_whatever_the_order_every_word_stands_in_a_block_and_ids_are_unique(pieces):
    r = report(*pieces)
    kept = sorted(" ".join(b.text for b in r.blocks).split())
    given_words = " ".join(p.text if isinstance(p, Paragraph) else " ".join(c.text for c in p.cells) for p in pieces)
    assert kept == sorted(given_words.split())
    assert len({b.id for b in r.blocks}) == len(r.blocks)
    assert len({s.id for s in r.sections}) == len(r.sections)
    assert {b.section for b in r.blocks} <= {"", *(s.id for s in r.sections)}

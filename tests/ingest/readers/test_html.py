import pytest

from ingest.errors import UnreadableFile, UnsupportedFormat
from ingest.flow import Grid, Paragraph
from ingest.readers import format_of, read

PAGE = """<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body>
<nav>Trang chủ</nav><h1>BÁO CÁO</h1><p style="text-align:center"><b>Kết quả công tác năm 2024</b></p>
<p><b>I. TÌNH HÌNH</b></p>
<p>Đã tiếp 517 lượt<sup><a href="#fn1" id="fnref1">1</a></sup>. Tổng số 83 đơn.</p>
<p style="display:none">chữ ẩn</p><p><span style="color:#fff">chữ trắng</span></p>
<ol type="a"><li>mục một</li><li>mục hai</li></ol>
<table border="1"><caption>Bảng 1</caption><tr><th rowspan="2">TT</th><th colspan="2">Số đơn</th></tr>
<tr><th>nhận</th><th>xong</th></tr><tr><td>1</td><td>2</td><td>3<sup><a href="#fn2">2</a></sup></td></tr></table>
<ol><li id="fn1">Trong đó 12 lượt. <a href="#fnref1">↩</a></li><li id="fn2">Ước tính.</li></ol>
<script>document.write("xấu")</script></body></html>"""


def test_a_page_is_read_with_headings_lists_tables_and_notes():
    flow = read(PAGE.encode(), "trang.html")
    texts = [p.text for p in flow.pieces if isinstance(p, Paragraph)]
    assert texts == [
        "BÁO CÁO", "Kết quả công tác năm 2024", "I. TÌNH HÌNH", "Đã tiếp 517 lượt. Tổng số 83 đơn.",
        "a) mục một", "b) mục hai", "Bảng 1",
    ]  # fmt: skip
    grid = next(p for p in flow.pieces if isinstance(p, Grid))
    assert (grid.rows, grid.columns, grid.header_rows) == (3, 3, 2)
    assert {(c.row, c.column): (c.text, c.rows, c.columns) for c in grid.cells}[0, 1] == ("Số đơn", 1, 2)
    marked = next(p for p in flow.pieces if isinstance(p, Paragraph) and p.marks)
    assert marked.text[: marked.marks[0].offset] == "Đã tiếp 517 lượt"
    assert [(n.label, n.text) for n in flow.notes] == [("1", "Trong đó 12 lượt."), ("2", "Ước tính.")]


def test_what_cannot_be_seen_is_kept_apart_and_scripts_are_dropped():
    flow = read(PAGE.encode(), "trang.html")
    assert flow.hidden == ("chữ ẩn", "chữ trắng")
    shown = " ".join(p.text for p in flow.pieces if isinstance(p, Paragraph))
    assert "ẩn" not in shown and "xấu" not in shown and "Trang chủ" not in shown


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image"),
        (b"II*\0....", "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "doc"),
        (b"{\\rtf1 abc}", "rtf"),
        (b"\xef\xbb\xbf<html><body>a</body></html>", "html"),
        ("Báo cáo < 5 trang".encode(), "text"),
    ],
)
def test_the_format_is_seen_from_the_bytes_whatever_the_name_says(data, kind):
    assert format_of(data, "ten-sai.docx") == kind


@pytest.mark.parametrize("data", [b"", b" \n\t", b"PK\x03\x04cut off"])
def test_an_empty_or_cut_file_is_refused_in_one_sentence(data):
    with pytest.raises(UnreadableFile, match=r"^Tệp a\.docx .*\.$"):
        read(data, "a.docx")


def test_an_unknown_binary_file_is_refused():
    with pytest.raises(UnsupportedFormat):
        read(bytes(range(1, 32)) * 20, "a.bin")


def test_a_huge_span_does_not_take_memory():
    page = "<table>" + "<tr><td colspan='99999999' rowspan='99999999'>a</td></tr>" * 500 + "</table>"
    flow = read(("<html><body>" + page + "</body></html>").encode(), "a.html")
    assert any(isinstance(p, Grid) for p in flow.pieces)

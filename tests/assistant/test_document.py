"""The writer of documents by Decree 30/2020/NĐ-CP: what Word, LibreOffice and a format checker see in its DOCX."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree

from assistant.document import (
    Appendix,
    Cell,
    Document,
    Heading,
    Letterhead,
    Note,
    Paragraph,
    Run,
    Signature,
    Table,
    write,
)

LETTERHEAD = Letterhead(
    superior="UBND tỉnh Hà Châu",
    issuer="Ủy ban nhân dân\nhuyện Vĩnh Trạch",
    name="Ủy ban nhân dân huyện Vĩnh Trạch",
    symbol="BC-UBND",
    number="07",
    day=date(2024, 2, 5),
    place="Vĩnh Trạch",
    kind="báo cáo",
    subject="Kết quả công tác quý I",
    addressees=("Sở Nội vụ",),
)
TABLE = Table(
    header=(
        (Cell("Loại đơn", rows=2), Cell("Kết quả", columns=2)),
        (Cell("Đã giải quyết"), Cell("Tồn đọng")),
    ),
    codes=("A", "1", "2"),
    rows=(("Khiếu nại", "17", "04"), ("Tổng cộng", "17", "04")),
    widths=(2, 1, 1),
    total=True,
)
DOCUMENT = Document(
    letterhead=LETTERHEAD,
    body=(
        Heading(1, "I. Kết quả"),
        Heading(2, "1. Tiếp công dân"),
        Paragraph(("Đã tiếp 386 lượt", Note("Chủ tịch tiếp 24 lượt.\nCấp xã tiếp 71 lượt."), ", tăng 45 lượt.")),
        Paragraph(("Theo Kế hoạch số 96/KH-UBND", Note("Báo cáo 2023, mục IV.", citation=True), " & <mục> “V”.")),
        Heading(4, "a) Việc khác"),
        Paragraph(("Trên đây là ", Run("báo cáo", italic=True), " của huyện.")),
    ),
    signature=Signature(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lâm Thị Ngọc Diệp"),
    recipients=("Như trên", "Lưu: VT, NV"),
    grounds=("Căn cứ Luật Tiếp công dân", "Căn cứ Nghị định số 59/2023/NĐ-CP"),
    appendices=(Appendix("Số liệu đơn thư", (TABLE,)), Appendix("Theo xã", (TABLE,), landscape=True)),
)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def text_of(element) -> str:
    return "".join(element.itertext(qn("w:t")))


def all_text(document) -> list[str]:
    return [text_of(p) for p in document.element.body.iter(qn("w:p"))]


@pytest.fixture(scope="module")
def written() -> bytes:
    return write(DOCUMENT)


def test_the_same_document_gives_the_same_bytes(written):
    assert write(DOCUMENT) == written
    assert all(info.date_time[0] == 1980 for info in zipfile.ZipFile(io.BytesIO(written)).infolist())


def test_the_page_is_a4_with_the_margins_of_the_decree(written):
    for section, landscape in zip(opened(written).sections, (False, False, True), strict=True):
        assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}
        assert (section.page_width > section.page_height) is landscape
        assert (section.orientation == WD_ORIENT.LANDSCAPE) is landscape
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 14.9 <= round(section.right_margin.mm, 1) <= 20


def test_everything_is_set_in_times_new_roman(written):
    fonts = part(written, "word/styles.xml").find(".//" + qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert part(written, "word/document.xml").find(".//" + qn("w:rFonts")) is None


def test_the_page_number_stands_centred_in_the_top_margin_but_not_on_the_first_page(written):
    for number, section in enumerate(opened(written).sections):
        assert section.different_first_page_header_footer
        assert "PAGE" in "".join(section.header._element.itertext(qn("w:instrText")))
        assert section.header.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert text_of(section.first_page_header._element) == ""
        start = section._sectPr.find(qn("w:pgNumType")).get(qn("w:start"))
        assert start == (None if number == 0 else "1"), "each appendix counts its own pages"


def test_the_letterhead_carries_motto_number_and_date_in_a_borderless_table(written):
    table = opened(written).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][0].splitlines()[:3] == ["UBND TỈNH HÀ CHÂU", "ỦY BAN NHÂN DÂN", "HUYỆN VĨNH TRẠCH"]
    assert cells[0][1].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert cells[1] == ["Số: 07/BC-UBND", "Vĩnh Trạch, ngày 05 tháng 02 năm 2024"]
    assert table._tbl.tblPr.find(qn("w:tblBorders")) is None
    assert len(table._tbl.findall(".//" + qn("w:pBdr"))) == 2, "a rule under the issuer and one under the motto"


def test_a_number_and_day_that_are_not_known_stay_blank():
    open_ = replace(LETTERHEAD, number="", day=None, month=(11, 2024))
    number, place = (cell.text for cell in opened(write(replace(DOCUMENT, letterhead=open_))).tables[0].rows[1].cells)
    assert number.split() == ["Số:", "/BC-UBND"]
    assert place.split() == ["Vĩnh", "Trạch,", "ngày", "tháng", "11", "năm", "2024"]


def test_an_official_letter_has_its_subject_under_the_number_and_no_type():
    letter = replace(LETTERHEAD, kind="", subject="báo cáo quý I", symbol="UBND-NV")
    document = opened(write(replace(DOCUMENT, letterhead=letter, appendices=())))
    assert document.tables[0].rows[1].cells[0].text.splitlines() == ["Số: 07/UBND-NV", "V/v báo cáo quý I"]
    assert "BÁO CÁO" not in [p.text for p in document.paragraphs]


def test_several_addressees_stand_one_a_line_with_their_marks():
    two = replace(LETTERHEAD, addressees=("Sở Nội vụ", "Ban Dân vận Huyện ủy"))
    lines = all_text(opened(write(replace(DOCUMENT, letterhead=two))))
    at = lines.index("Kính gửi:")
    assert lines[at + 1 : at + 3] == ["- Sở Nội vụ;", "- Ban Dân vận Huyện ủy."]


def test_headings_have_an_outline_and_the_first_level_is_in_capitals(written):
    headings = [(p.style.name, p.text) for p in opened(written).paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "I. KẾT QUẢ"),
        ("Heading 2", "1. Tiếp công dân"),
        ("Heading 4", "a) Việc khác"),
    ]


def test_the_body_is_justified_with_an_indented_first_line(written):
    normal = opened(written).styles["Normal"].paragraph_format
    assert normal.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(normal.first_line_indent.cm, 2) == 1.27
    assert normal.space_after.pt >= 6
    assert 1 <= normal.line_spacing <= 1.5


def test_footnotes_are_real_and_hang_on_their_words(written):
    notes = {n.get(qn("w:id")): text_of(n).strip() for n in part(written, "word/footnotes.xml")}
    assert notes["1"] == "Chủ tịch tiếp 24 lượt.Cấp xã tiếp 71 lượt."
    assert notes["2"] == "Báo cáo 2023, mục IV."
    paragraph = next(p for p in opened(written).paragraphs if p.text.startswith("Đã tiếp"))
    before = ""
    for run in paragraph._p.iter(qn("w:r")):
        if run.find(qn("w:footnoteReference")) is not None:
            break
        before += text_of(run)
    assert before == "Đã tiếp 386 lượt"
    types = zipfile.ZipFile(io.BytesIO(written)).read("[Content_Types].xml").decode()
    assert "wordprocessingml.footnotes+xml" in types
    kinds = {n.get(qn("w:type")) for n in part(written, "word/footnotes.xml")}
    assert {"separator", "continuationSeparator"} <= kinds


def test_a_clean_copy_leaves_out_the_notes_that_only_name_a_source():
    clean = write(DOCUMENT, citations=False)
    notes = [text_of(n) for n in part(clean, "word/footnotes.xml") if n.get(qn("w:type")) is None]
    assert notes == [" Chủ tịch tiếp 24 lượt.Cấp xã tiếp 71 lượt."]
    assert len(part(clean, "word/document.xml").findall(".//" + qn("w:footnoteReference"))) == 1


def test_the_last_sentence_ends_with_the_end_mark_once(written):
    lines = all_text(opened(written))
    assert [line for line in lines if line.endswith("./.")] == ["Trên đây là báo cáo của huyện./."]
    ended = (*DOCUMENT.body[:-1], Paragraph(("Đã xong./.",)))
    assert all_text(opened(write(replace(DOCUMENT, body=ended)))).count("Đã xong./.") == 1


def test_recipients_and_signature_stand_side_by_side(written):
    left, right = opened(written).tables[1].rows[0].cells
    assert left.text.splitlines() == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, NV."]
    assert [line for line in right.text.splitlines() if line] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lâm Thị Ngọc Diệp"]


def test_a_table_keeps_its_merged_header_and_repeats_it(written):
    table = opened(written).tables[2]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["Loại đơn", "Kết quả", "Kết quả"]
    assert texts[1] == ["Loại đơn", "Đã giải quyết", "Tồn đọng"]
    assert texts[2] == ["A", "1", "2"]
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True, True, True, False, False]
    assert all(run.bold for cell in table.rows[-1].cells for run in cell.paragraphs[0].runs)


def test_appendices_are_numbered_and_name_the_document_they_belong_to(written):
    lines = all_text(opened(written))
    at = lines.index("Phụ lục II")
    assert lines[at + 1] == "THEO XÃ"
    assert lines[at + 2] == (
        "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân huyện Vĩnh Trạch)"
    )
    alone = all_text(opened(write(replace(DOCUMENT, appendices=DOCUMENT.appendices[:1]))))
    assert "Phụ lục" in alone and "Phụ lục I" not in alone


@pytest.mark.parametrize("row", [("Khiếu nại", "17"), ("Khiếu nại", "17", "04", "1")])
def test_a_row_that_does_not_fill_its_columns_is_refused(row):
    broken = replace(TABLE, rows=(row,), total=False)
    with pytest.raises(ValueError, match="of the table"):
        write(replace(DOCUMENT, appendices=(Appendix("Hỏng", (broken,)),)))


def test_markup_and_control_characters_in_the_text_do_no_harm():
    body = (Paragraph(("<w:b/> & \x00\x0b\ud800 ]]> hết",)),)
    assert "<w:b/> &  ]]> hết./." in all_text(opened(write(replace(DOCUMENT, body=body))))


@pytest.mark.office
def test_libreoffice_lays_it_out_page_by_page(written, tmp_path):
    (tmp_path / "d.docx").write_bytes(written)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "d.docx")], check=True, capture_output=True)
    layout = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "d.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = layout.rstrip("\f").split("\f")
    assert len(pages) == 3, "the body and two appendices"
    assert "Chủ tịch tiếp 24 lượt." in pages[0] and pages[0].index("Nơi nhận:") < pages[0].index("Chủ tịch tiếp 24")
    assert pages[1].split()[:3] == ["Phụ", "lục", "I"], "no page number on the first page of an appendix"

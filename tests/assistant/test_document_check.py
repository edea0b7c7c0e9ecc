"""The format checker: finds nothing in our own documents, and each of ninety faults planted in one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from assistant.document import Appendix, Cell, Document, Heading, Letterhead, Note, Paragraph, Signature, Table, write
from assistant.document.check import UnreadableDocument, check_document

SAMPLES = Path(__file__).parents[2] / "samples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = (
    "Các cơ quan, đơn vị đã triển khai đầy đủ nội dung theo kế hoạch, phân công người phụ trách từng việc, kiểm tra "
    "định kỳ và báo cáo kết quả đúng thời hạn."
)
TABLE = Table(((Cell("Nội dung"), Cell("Kỳ này")),), (("Hồ sơ", "12"),), (2, 1))
DOCUMENT = Document(
    Letterhead(
        superior="UBND tỉnh Hà Châu",
        issuer="Ủy ban nhân dân\nhuyện Vĩnh Trạch",
        name="Ủy ban nhân dân huyện Vĩnh Trạch",
        symbol="BC-UBND",
        number="07",
        day=date(2024, 2, 5),
        place="Vĩnh Trạch",
        kind="báo cáo",
        subject="Kết quả công tác năm",
        addressees=("Sở Nội vụ", "Ban Dân vận Huyện ủy"),
    ),
    (
        Heading(1, "I. Kết quả"),
        Heading(2, "1. Tiếp công dân"),
        Paragraph((LONG, Note("Báo cáo 2023, mục IV.", citation=True))),
        Heading(2, "2. Hòa giải"),
        Paragraph((LONG,)),
        Heading(1, "II. Phương hướng"),
        Paragraph((LONG + " Số liệu nêu tại Phụ lục I.",)),
        Paragraph((LONG,)),
    ),
    Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trịnh Hoài Sa"),
    ("Như trên", "Phòng Nội vụ", "Lưu: VT, NV"),
    grounds=("Căn cứ Luật Tiếp công dân", "Căn cứ Kế hoạch số 96/KH-UBND ngày 12/01/2024"),
    appendices=(Appendix("Số liệu một", (TABLE,)), Appendix("Số liệu hai", (TABLE,), landscape=True)),
)


@dataclass
class Parts:
    """The parsed parts of a DOCX, to plant faults in."""

    data: bytes

    def __post_init__(self):
        self.zip = zipfile.ZipFile(io.BytesIO(self.data))
        self.roots = {n: etree.fromstring(self.zip.read(n)) for n in self.zip.namelist() if n.startswith("word/")}

    @property
    def body(self):
        return self.roots["word/document.xml"].find(W + "body")

    def paragraph(self, start: str):
        return next(p for p in self.body.iter(W + "p") if text_of(p).strip().startswith(start))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in self.zip.namelist():
                root = self.roots.get(name)
                archive.writestr(name, self.zip.read(name) if root is None else etree.tostring(root))
        return out.getvalue()


def text_of(paragraph) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t"))


def child(parent, tag: str, first: bool = False):
    found = parent.find(W + tag)
    if found is None:
        found = etree.Element(W + tag)
        parent.insert(0, found) if first else parent.append(found)
    return found


def face(parts: Parts, start: str, **values: str | None) -> None:
    """Sets or takes away properties of every run of a paragraph; None takes away."""
    for run in parts.paragraph(start).iter(W + "r"):
        properties = child(run, "rPr", first=True)
        for tag, value in values.items():
            for old in properties.findall(W + tag):
                properties.remove(old)
            if value is not None:
                etree.SubElement(properties, W + tag).set(W + "val", value)


def shape(parts: Parts, start: str, tag: str, **values: str) -> None:
    """Sets a paragraph property."""
    properties = child(parts.paragraph(start), "pPr", first=True)
    element = child(properties, tag)
    for name, value in values.items():
        element.set(W + name, value)


def say(parts: Parts, start: str, words: str) -> None:
    """Replaces the words of a paragraph."""
    texts = list(parts.paragraph(start).iter(W + "t"))
    texts[0].text = words
    for other in texts[1:]:
        other.text = ""


def page(parts: Parts, tag: str, **values: str) -> None:
    for section in parts.roots["word/document.xml"].iter(W + "sectPr"):
        for name, value in values.items():
            section.find(W + tag).set(W + name, value)


def drop(parts: Parts, start: str) -> None:
    found = parts.paragraph(start)
    found.getparent().remove(found)


def drop_rule(parts: Parts, start: str) -> None:
    found = parts.paragraph(start).getnext()
    borders = found.find(f"{W}pPr/{W}pBdr")
    borders.getparent().remove(borders)


def number_field(parts: Parts) -> None:
    header = parts.roots["word/header1.xml"]
    for run in list(header.iter(W + "r")):
        run.getparent().remove(run)


def header_face(parts: Parts, tag: str, value: str) -> None:
    for run in parts.roots["word/header1.xml"].iter(W + "r"):
        properties = child(run, "rPr", first=True)
        for old in properties.findall(W + tag):
            properties.remove(old)
        etree.SubElement(properties, W + tag).set(W + "val", value)


def header_left(parts: Parts) -> None:
    properties = child(parts.roots["word/header1.xml"].find(W + "p"), "pPr", first=True)
    child(properties, "jc").set(W + "val", "left")


def no_title_page(parts: Parts) -> None:
    for section in parts.roots["word/document.xml"].iter(W + "sectPr"):
        section.remove(section.find(W + "titlePg"))


FAULTS: list[tuple[str, str, Callable[[Parts], None]]] = [
    ("paper is Letter", "Khổ giấy", lambda p: page(p, "pgSz", w="12240", h="15840")),
    ("top margin of 10 mm", "Định lề", lambda p: page(p, "pgMar", top="567")),
    ("bottom margin of 35 mm", "Định lề", lambda p: page(p, "pgMar", bottom="1984")),
    ("left margin of 20 mm", "Định lề", lambda p: page(p, "pgMar", left="1134")),
    ("right margin of 30 mm", "Định lề", lambda p: page(p, "pgMar", right="1701")),
    ("no page number", "Số trang", number_field),
    ("page number of 10 pt", "Số trang", lambda p: header_face(p, "sz", "20")),
    ("page number in bold", "Số trang", lambda p: header_face(p, "b", "1")),
    ("page number at the left", "Số trang", header_left),
    ("page number on the first page", "Số trang", no_title_page),
    ("a paragraph in another font", "Phông chữ", lambda p: _font(p, "Các cơ quan", "Arial")),
    ("a paragraph in red", "Màu chữ", lambda p: face(p, "Các cơ quan", color="FF0000")),
    ("no national name", "Quốc hiệu", lambda p: drop(p, "CỘNG HÒA")),
    ("national name not bold", "Quốc hiệu", lambda p: face(p, "CỘNG HÒA", b="0")),
    ("national name of 16 pt", "Quốc hiệu", lambda p: face(p, "CỘNG HÒA", sz="32")),
    ("national name in small letters", "Quốc hiệu", lambda p: say(p, "CỘNG HÒA", "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    ("motto without spaces", "Tiêu ngữ", lambda p: say(p, "Độc lập", "Độc lập-Tự do-Hạnh phúc")),
    ("motto not bold", "Tiêu ngữ", lambda p: face(p, "Độc lập", b=None)),
    ("motto without a rule", "Tiêu ngữ", lambda p: drop_rule(p, "Độc lập")),
    ("issuer not bold", "Tên cơ quan", lambda p: face(p, "ỦY BAN NHÂN DÂN", b="0")),
    ("superior body in bold", "Tên cơ quan", lambda p: face(p, "UBND TỈNH", b="1")),
    ("issuer without a rule", "Tên cơ quan", lambda p: drop_rule(p, "ỦY BAN NHÂN DÂN")),
    ("number without colon", "Số, ký hiệu", lambda p: say(p, "Số:", "Số 07/BC-UBND")),
    ("number in bold", "Số, ký hiệu", lambda p: face(p, "Số:", b="1")),
    ("place and date upright", "Địa danh, thời gian", lambda p: face(p, "Vĩnh Trạch, ngày", i=None)),
    ("day without its zero", "Địa danh, thời gian", lambda p: _short_day(p)),
    ("type not centred", "Tên loại", lambda p: shape(p, "BÁO CÁO", "jc", val="left")),
    ("type of 18 pt", "Tên loại", lambda p: face(p, "BÁO CÁO", sz="36")),
    ("subject not bold", "Trích yếu", lambda p: face(p, "Kết quả công tác năm", b="0")),
    ("subject without a rule", "Trích yếu", lambda p: drop_rule(p, "Kết quả công tác năm")),
    ("addressee in italics", "Kính gửi", lambda p: face(p, "Kính gửi", i="1")),
    ("addressees with wrong end marks", "Kính gửi", lambda p: say(p, "- Sở Nội vụ", "- Sở Nội vụ.")),
    ("ground upright", "Căn cứ", lambda p: face(p, "Căn cứ Luật", i=None)),
    ("body of 11 pt", "Nội dung", lambda p: face(p, "Các cơ quan", sz="22")),
    ("body not justified", "Nội dung", lambda p: shape(p, "Các cơ quan", "jc", val="left")),
    ("body without indent", "Nội dung", lambda p: shape(p, "Các cơ quan", "ind", firstLine="0")),
    ("body with double lines", "Nội dung", lambda p: shape(p, "Các cơ quan", "spacing", line="480", lineRule="auto")),
    ("paragraphs without distance", "Nội dung", lambda p: shape(p, "Các cơ quan", "spacing", before="0", after="0")),
    ("first-level heading in small letters", "Đề mục", lambda p: say(p, "II. PHƯƠNG", "II. Phương hướng")),
    ("second-level heading not bold", "Đề mục", lambda p: face(p, "1. Tiếp", b="0")),
    ("heading numbers with a gap", "Đề mục", lambda p: say(p, "II. PHƯƠNG", "IV. PHƯƠNG HƯỚNG")),
    ("no end mark", "Nội dung", lambda p: [say(p, x, x.removesuffix("./.") + ".") for x in _ended(p)]),
    ("signer's office in small letters", "Chữ ký", lambda p: _small_office(p)),
    ("title before the signer's name", "Chữ ký", lambda p: say(p, "Trịnh Hoài Sa", "ThS. Trịnh Hoài Sa")),
    ("no recipients", "Nơi nhận", lambda p: [drop(p, x) for x in ("Nơi nhận:", "- Như trên", "- Phòng", "- Lưu")]),
    ("recipients' label upright", "Nơi nhận", lambda p: face(p, "Nơi nhận:", i=None)),
    ("recipients of 14 pt", "Nơi nhận", lambda p: face(p, "- Phòng Nội vụ", sz="28")),
    ("no file copy", "Nơi nhận", lambda p: say(p, "- Lưu", "- Phòng Tư pháp.")),
    ("appendix not named in the body", "Phụ lục", lambda p: _silence(p)),
    ("appendices numbered with digits", "Phụ lục", lambda p: say(p, "Phụ lục II", "Phụ lục 2")),
    ("appendix title not bold", "Phụ lục", lambda p: face(p, "SỐ LIỆU MỘT", b="0")),
    ("appendix line upright", "Phụ lục", lambda p: face(p, "(Kèm theo", i=None)),
    ("page numbers in Roman digits", "Số trang", lambda p: page(p, "pgNumType", fmt="lowerRoman")),
    ("page number in another font", "Phông chữ", lambda p: _header_font(p, "Arial")),
    ("footnotes in another font", "Phông chữ", lambda p: _note_font(p, "Calibri")),
    ("a table in another font", "Phông chữ", lambda p: _font(p, "Hồ sơ", "Arial")),
    ("national name misspelled", "Quốc hiệu", lambda p: say(p, "CỘNG HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")),
    ("national name in italics", "Quốc hiệu", lambda p: face(p, "CỘNG HÒA", i="1")),
    ("motto in capitals", "Tiêu ngữ", lambda p: say(p, "Độc lập", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")),
    ("motto at the left", "Tiêu ngữ", lambda p: shape(p, "Độc lập", "jc", val="left")),
    ("superior body in italics", "Tên cơ quan", lambda p: face(p, "UBND TỈNH", i="1")),
    ("issuer in small letters", "Tên cơ quan", lambda p: say(p, "ỦY BAN NHÂN DÂN", "Ủy ban nhân dân")),
    ("issuer of 15 pt", "Tên cơ quan", lambda p: face(p, "ỦY BAN NHÂN DÂN", sz="30")),
    ("symbol in small letters", "Số, ký hiệu", lambda p: say(p, "Số:", "Số: 07/bc-ubnd")),
    ("symbol before the number", "Số, ký hiệu", lambda p: say(p, "Số:", "Số: BC-UBND/07")),
    ("no number", "Số, ký hiệu", lambda p: drop(p, "Số:")),
    ("place and date in bold", "Địa danh, thời gian", lambda p: face(p, "Vĩnh Trạch, ngày", b="1")),
    ("a day that is none", "Địa danh, thời gian", lambda p: _no_such_day(p)),
    ("no place and date", "Địa danh, thời gian", lambda p: drop(p, "Vĩnh Trạch, ngày")),
    ("no type", "Tên loại", lambda p: drop(p, "BÁO CÁO")),
    ("type in small letters", "Tên loại", lambda p: say(p, "BÁO CÁO", "Báo cáo")),
    ("subject in capitals", "Trích yếu", lambda p: say(p, "Kết quả công tác năm", "KẾT QUẢ CÔNG TÁC NĂM")),
    ("subject of 16 pt", "Trích yếu", lambda p: face(p, "Kết quả công tác năm", sz="32")),
    ("addressee in bold", "Kính gửi", lambda p: face(p, "Kính gửi", b="1")),
    ("addressee without colon", "Kính gửi", lambda p: say(p, "Kính gửi", "Kính gửi")),
    ("grounds with wrong end marks", "Căn cứ", lambda p: say(p, "Căn cứ Luật", "Căn cứ Luật Tiếp công dân.")),
    ("ground of 12 pt", "Căn cứ", lambda p: face(p, "Căn cứ Luật", sz="24")),
    ("a whole paragraph in bold", "Nội dung", lambda p: face(p, "Các cơ quan", b="1")),
    ("a whole paragraph underlined", "Nội dung", lambda p: face(p, "Các cơ quan", u="single")),
    ("body with lines too close", "Nội dung", lambda p: shape(p, "Các cơ quan", "spacing", line="180")),
    ("body with an indent of 3 cm", "Nội dung", lambda p: shape(p, "Các cơ quan", "ind", firstLine="1701")),
    ("first-level heading not bold", "Đề mục", lambda p: face(p, "II. PHƯƠNG", b="0")),
    ("first-level heading of 16 pt", "Đề mục", lambda p: face(p, "II. PHƯƠNG", sz="32")),
    ("second-level heading in capitals", "Đề mục", lambda p: say(p, "1. Tiếp", "1. TIẾP CÔNG DÂN")),
    ("second-level heading of 12 pt", "Đề mục", lambda p: face(p, "1. Tiếp", sz="24")),
    ("second-level numbers with a gap", "Đề mục", lambda p: say(p, "2. Hòa giải", "4. Hòa giải")),
    ("two headings of one number", "Đề mục", lambda p: say(p, "2. Hòa giải", "1. Hòa giải")),
    ("signer's office not bold", "Chữ ký", lambda p: face(p, "CHỦ TỊCH", b="0")),
    ("signer's name in capitals", "Chữ ký", lambda p: say(p, "Trịnh Hoài Sa", "TRỊNH HOÀI SA")),
    ("signer's name not bold", "Chữ ký", lambda p: face(p, "Trịnh Hoài Sa", b="0")),
    ("recipients without dashes", "Nơi nhận", lambda p: say(p, "- Phòng Nội vụ", "Phòng Nội vụ;")),
    ("recipients with commas", "Nơi nhận", lambda p: say(p, "- Phòng Nội vụ", "- Phòng Nội vụ,")),
    ("recipients that leave out the addressee", "Nơi nhận", lambda p: say(p, "- Như trên", "- Phòng Tài chính;")),
    ("recipients in italics", "Nơi nhận", lambda p: face(p, "- Phòng Nội vụ", i="1")),
    ("appendix without its line", "Phụ lục", lambda p: drop(p, "(Kèm theo")),
    ("appendix label of 12 pt", "Phụ lục", lambda p: face(p, "Phụ lục I", sz="24")),
    ("appendix title in small letters", "Phụ lục", lambda p: say(p, "SỐ LIỆU MỘT", "Số liệu một")),
    ("appendix title at the left", "Phụ lục", lambda p: shape(p, "SỐ LIỆU MỘT", "jc", val="left")),
]  # fmt: skip


def _font(parts: Parts, start: str, name: str) -> None:
    for run in parts.paragraph(start).iter(W + "r"):
        fonts = child(child(run, "rPr", first=True), "rFonts")
        for kind in ("ascii", "hAnsi"):
            fonts.set(W + kind, name)


def _header_font(parts: Parts, name: str) -> None:
    for run in parts.roots["word/header1.xml"].iter(W + "r"):
        child(child(run, "rPr", first=True), "rFonts").set(W + "ascii", name)


def _note_font(parts: Parts, name: str) -> None:
    for run in parts.roots["word/footnotes.xml"].iter(W + "r"):
        child(child(run, "rPr", first=True), "rFonts").set(W + "ascii", name)


def _short_day(parts: Parts) -> None:
    say(parts, "Vĩnh Trạch, ngày", "Vĩnh Trạch, ngày 5 tháng 02 năm 2024")


def _no_such_day(parts: Parts) -> None:
    say(parts, "Vĩnh Trạch, ngày", "Vĩnh Trạch, ngày 30 tháng 02 năm 2024")


def _small_office(parts: Parts) -> None:
    say(parts, "TM. ỦY BAN", "TM. Ủy ban nhân dân")
    say(parts, "CHỦ TỊCH", "Chủ tịch")


def _ended(parts: Parts) -> list[str]:
    return [text_of(p) for p in parts.body.iter(W + "p") if text_of(p).endswith("./.")]


def _silence(parts: Parts) -> None:
    for node in parts.body.iter(W + "t"):
        node.text = (node.text or "").replace(" Số liệu nêu tại Phụ lục I.", "")


@pytest.fixture(scope="module")
def written() -> bytes:
    return write(DOCUMENT)


def test_nothing_is_found_in_our_own_document(written):
    assert check_document(written) == []
    assert check_document(write(DOCUMENT, citations=False)) == []


@pytest.mark.parametrize("name", ["vinh-trach-2023.docx", "vinh-trach-2024.docx"])
def test_nothing_is_found_in_the_sample_reports(name):
    assert check_document((SAMPLES / name).read_bytes()) == []


def test_more_than_ninety_faults_are_planted():
    assert len({name for name, _, _ in FAULTS}) == len(FAULTS) >= 90


@pytest.mark.parametrize(("name", "element", "plant"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_a_planted_fault_is_found(written, name, element, plant):
    parts = Parts(written)
    plant(parts)
    faults = check_document(parts.bytes())
    assert element in {f.element for f in faults}, faults
    assert all(f.message and f.rule for f in faults)


def test_bytes_that_are_no_docx_are_told_in_a_sentence():
    with pytest.raises(UnreadableDocument, match="hỏng"):
        check_document(b"PK\x03\x04 torn")


def test_an_official_letter_has_no_type_and_is_judged_as_one():
    letter = Document(
        Letterhead(
            "", "Phòng Nội vụ", "Phòng Nội vụ", "PNV", "Vĩnh Trạch", "", "báo cáo kết quả", "12", date(2024, 10, 9),
            addressees=("Sở Nội vụ",),
        ),
        (Paragraph((LONG,)),),
        Signature(("TRƯỞNG PHÒNG",), "Lê Thị Bình"),
        ("Như trên", "Lưu: VT"),
    )  # fmt: skip
    assert check_document(write(letter)) == []


@pytest.mark.parametrize(
    "usual",
    [
        lambda p: (shape(p, "CHỦ TỊCH", "jc", val="left"), shape(p, "CHỦ TỊCH", "ind", left="900")),
        lambda p: say(p, "II. PHƯƠNG", "II. PHƯƠNG HƯỚNG: có hiệu lực từ ngày ký"),
        lambda p: (face(p, "Các cơ quan", i="1"), say(p, "Các cơ quan", f"({LONG})")),
    ],
    ids=[
        "office pushed to its place by an indent",
        "heading that goes on after a colon",
        "remark in brackets in italics",
    ],
)
def test_what_cannot_be_told_for_certain_is_not_held_against_a_document(written, usual):
    parts = Parts(written)
    usual(parts)
    assert check_document(parts.bytes()) == []

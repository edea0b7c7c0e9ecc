"""DOCX that are damaged, hostile or not what their name says: one clear sentence, bounded time and memory."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from docx_maker import document, make_docx, make_package, make_zip, note_ref, notes, p, r, styles, tbl, tc, tr
from fuzzing import LONGER, chances, spoilt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError, TooLarge, UnreadableFile, UnsupportedFormat
from ingest.flow import Flow, Grid, Paragraph
from ingest.readers.docx import read_docx

SAMPLE = Path(__file__).parents[3] / "samples" / "vinh-trach-2024.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(data: bytes, error: type[IngestError]) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(error) as caught:
        read_docx(data, "thu.docx")
    message = caught.value.message
    assert "thu.docx" in message
    assert message.endswith(".") and "\n" not in message
    assert caught.value.hint
    return message


def test_a_cut_zip_is_named_as_damaged():
    data = make_docx("chữ")
    assert "hỏng" in refused(data[: len(data) // 2], UnreadableFile)


def test_a_spoilt_body_is_named_as_damaged():
    data = bytearray(SAMPLE.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.getinfo("word/document.xml").header_offset
    data[at + 2000 : at + 2100] = bytes(100)
    refused(bytes(data), UnreadableFile)


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", UnreadableFile, "trống"),
        (b"%PDF-1.7 ...", UnreadableFile, "không phải"),
        ("chữ thường".encode(), UnreadableFile, "không phải"),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedFormat, ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, "mật khẩu"),
        (make_zip({"xl/workbook.xml": "<x/>"}), UnsupportedFormat, "bảng tính"),
        (make_zip({"a.txt": "x"}), UnreadableFile, "thiếu"),
        (make_zip({"word/document.xml": "<a>"}), UnreadableFile, "document.xml"),
        (make_zip({"word/document.xml": "<a/>"}), UnreadableFile, "thiếu"),
        (make_zip({"word/document.xml": b"\xff\xfe\0\0"}), UnreadableFile, "document.xml"),
    ],
)
def test_what_is_no_readable_docx_is_refused_in_one_sentence(data, error, said):
    assert said in refused(data, error)


def test_an_encrypted_entry_is_named_as_locked():
    data = bytearray(make_docx("chữ"))
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        data[found.start() + 8] |= 1
    for found in re.finditer(b"PK\x03\x04", bytes(data)):
        data[found.start() + 6] |= 1
    assert "mật khẩu" in refused(bytes(data), UnreadableFile)


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    "head",
    [
        ENTITIES,
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        f"<!--{'x' * 70_000}-->" + ENTITIES,
    ],
    ids=["billion laughs", "external entity", "external type", "behind a comment"],
)
def test_entities_are_refused_and_never_expanded(head):
    body = document(p("&a;") if "ENTITY a" in head else "x")
    started = time.process_time()
    assert "thực thể" in refused(make_package(head + body), UnreadableFile)
    assert time.process_time() - started < 2


def test_a_zip_bomb_is_refused_before_it_is_inflated():
    started = time.process_time()
    bomb = make_zip({"word/document.xml": b" " * (80 * 1024 * 1024)})
    built = time.process_time()
    assert "bom nén" in refused(bomb, TooLarge)
    assert time.process_time() - built < max(1.0, built - started)


def stored(content: bytes) -> bytes:
    """A zip whose body is not packed, so that no ratio tells."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", content)
    return out.getvalue()


def test_a_part_above_the_limit_is_refused():
    assert "MB" in refused(stored(bytes(97 * 1024 * 1024)), TooLarge)


def test_a_part_that_is_larger_than_it_says_is_refused():
    data = bytearray(make_docx("chữ " * 100_000))
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        data[found.start() + 24 : found.start() + 28] = (100).to_bytes(4, "little")
    refused(bytes(data), UnreadableFile)


def test_too_many_entries_are_refused():
    assert "mục" in refused(make_zip({f"{i}": b"" for i in range(10_001)}), TooLarge)


def test_too_many_elements_are_refused_unparsed():
    started = time.process_time()
    assert "phần tử" in refused(stored(b"<a/>" * 4_000_001), TooLarge)
    assert time.process_time() - started < 2


def test_deep_nesting_ends_in_a_sentence_or_a_reading():
    deep = p("đáy")
    for _ in range(40):
        deep = tbl(tr(tc(deep, p("")), "x"))
    flow = read_docx(make_docx("đầu", deep, "cuối"), "thu.docx")
    assert any("lồng quá sâu" in w for w in flow.warnings)
    assert flow.pieces[-1].text == "cuối"
    refused(make_docx("<w:ins>" * 5000 + p("x") + "</w:ins>" * 5000), UnreadableFile)


def test_numbers_out_of_all_bounds_are_cut():
    properties = '<w:gridSpan w:val="999999999999"/><w:vMerge w:val="restart"/>'
    sheet = styles('<w:style w:styleId="A"><w:rPr><w:sz w:val="9e99"/><w:color w:val="no color"/></w:rPr></w:style>')
    flow = read_docx(
        make_docx(
            tbl(tr(tc("a", properties=properties), "b"), tr("c", "d")),
            p(r("e", '<w:sz w:val="-5"/>'), properties='<w:pStyle w:val="A"/><w:outlineLvl w:val="x"/>'),
            p("f", properties='<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="99999999999999999999"/></w:numPr>'),
            styles=sheet,
        ),
        "thu.docx",
    )
    grid = flow.pieces[0]
    assert isinstance(grid, Grid)
    assert grid.columns < 1000
    assert [piece.text for piece in flow.pieces[1:]] == ["e", "f"]


def test_a_damaged_part_beside_the_body_is_a_warning():
    flow = read_docx(make_docx(p(r("Huyện"), note_ref(1)), footnotes="<w:footnotes>", styles="no xml"), "thu.docx")
    assert flow.pieces[0].text == "Huyện"
    assert len(flow.warnings) == 2


def test_macros_are_named_and_not_run():
    files = {"word/document.xml": document("chữ"), "word/vbaProject.bin": b"\0"}
    flow = read_docx(make_zip(files), "thu.docm")
    assert (flow.pieces[0].text, "macro" in flow.warnings[0]) == ("chữ", True)


def test_the_strict_form_of_the_standard_is_read():
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = document("chữ").replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(make_zip({"word/document.xml": strict}), "thu.docx").pieces[0].text == "chữ"


def sound(flow: Flow) -> None:
    """Checks what must hold for any Flow: markers inside their texts, cells inside their grid."""
    for piece in flow.pieces:
        if isinstance(piece, Paragraph):
            assert all(0 <= mark.offset <= len(piece.text) for mark in piece.marks)
            assert piece.bold_prefix <= len(piece.text)
        else:
            for cell in piece.cells:
                assert cell.row + cell.rows <= piece.rows and cell.column + cell.columns <= piece.columns
                assert all(0 <= mark.offset <= len(cell.text) for mark in cell.marks)


@pytest.mark.fuzz
def test_mutated_files_are_read_or_refused_in_one_sentence():
    """Bytes of the package changed, cut out or doubled."""
    original = SAMPLE.read_bytes()
    for chance in chances(20, 150):
        try:
            sound(read_docx(spoilt(original, chance), "thu.docx"))
        except IngestError as e:
            assert "thu.docx" in e.message


@pytest.mark.fuzz
def test_mutated_xml_is_read_or_refused_in_one_sentence():
    """Elements of the body, styles and notes dropped, doubled, renamed or given other values."""
    with zipfile.ZipFile(SAMPLE) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    tags = {name: list(re.finditer(rb"<[^>]*>", data)) for name, data in files.items() if name.endswith(".xml")}
    targets = ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"]
    names = (
        b"w:p w:r w:t w:tbl w:tc w:tr w:sdt w:ins w:del w:vMerge w:fldChar w:footnoteReference w:txbxContent".split()
    )
    for chance in chances(21, 60):
        name = chance.choice([t for t in targets if t in tags])
        data = bytearray(files[name])
        for found in sorted(chance.sample(tags[name], min(3, len(tags[name]))), key=lambda m: -m.start()):
            tag = found[0]
            change = chance.randrange(4)
            if change == 0:
                new = b""
            elif change == 1:
                new = tag + b"<" + chance.choice(names) + b"/>"
            elif change == 2:
                new = re.sub(rb'"[^"]*"', b'"' + chance.choice([b"-1", b"99999999999", b"", b"x"]) + b'"', tag)
            else:
                new = re.sub(rb"w:\w+", chance.choice(names), tag, count=1)
            data[found.start() : found.end()] = new
        try:
            sound(read_docx(make_zip({**files, name: bytes(data)}), "thu.docx"))
        except IngestError as e:
            assert "thu.docx" in e.message


_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&\ufffe\uffff")


@pytest.mark.fuzz
@settings(max_examples=80 * LONGER, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.text(_CHARACTERS, max_size=12), st.none()), max_size=8))
def test_any_text_in_any_runs_with_markers_between_reads_soundly(pieces):
    runs = [r("chữ")]
    ids = []
    for piece in pieces:
        if piece is None:
            ids.append(len(ids) + 1)
            runs.append(note_ref(ids[-1]))
        else:
            runs.append(r(piece))
    flow = read_docx(make_docx(p(*runs), footnotes=notes({id: "ghi chú" for id in ids})), "thu.docx")
    sound(flow)
    marks = [mark for piece in flow.pieces if isinstance(piece, Paragraph) for mark in piece.marks]
    assert [mark.label for mark in marks] == [str(id) for id in ids]
    assert [mark.offset for mark in marks] == sorted(mark.offset for mark in marks)

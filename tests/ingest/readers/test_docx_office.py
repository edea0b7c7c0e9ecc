"""DOC, ODT and RTF through LibreOffice. The files in tests/data/docx were saved by it from the one report below."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import IngestError, UnreadableFile, UnsupportedFormat
from ingest.flow import Grid, Paragraph
from ingest.readers import office, read
from ingest.readers.office import find_office, read_office

DATA = Path(__file__).parents[2] / "data" / "docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
needs_office = [pytest.mark.office, pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")]


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=needs_office) for kind in ("doc", "odt", "rtf")])
def test_other_formats_read_as_the_docx_they_were_saved_from(kind):
    name = f"thu.{kind}"
    flow = read((DATA / name).read_bytes(), name)
    assert (flow.format, flow.pages) == (kind, None)
    title, sentence, grid = flow.pieces
    assert isinstance(title, Paragraph) and isinstance(sentence, Paragraph) and isinstance(grid, Grid)
    assert (title.text, title.bold, title.centered) == ("BÁO CÁO", True, True)
    assert sentence.text == "Huyện tiếp nhận 26.247 hồ sơ, đạt 99,57%."
    assert [(mark.label, sentence.text[: mark.offset]) for mark in sentence.marks] == [
        ("1", "Huyện tiếp nhận 26.247 hồ sơ")
    ]
    assert [(note.label, note.text) for note in flow.notes] == [("1", "Gồm cả cấp xã.")]
    assert [cell.text for cell in grid.cells] == ["TT", "Xã", "1", "Tân Lộc"]


@pytest.mark.parametrize(
    "data",
    [pytest.param(data, marks=needs_office) for data in (OLE + b"x" * 4000, OLE, b"\x01\x02" * 500)],
)
def test_a_damaged_doc_is_refused_in_one_sentence(data):
    with pytest.raises(UnreadableFile) as caught:
        read_office(data, "thu.doc", kind="doc")
    assert "thu.doc" in caught.value.message


@pytest.mark.office
@pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")
def test_a_conversion_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(office, "SECONDS", 0.05)
    with pytest.raises(UnreadableFile, match="đã dừng"):
        read_office((DATA / "thu.rtf").read_bytes(), "thu.rtf", kind="rtf")


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnsupportedFormat) as caught:
        read_office((DATA / "thu.doc").read_bytes(), "thu.doc", kind="doc")
    assert "LibreOffice" in caught.value.message
    assert ".docx" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [OLE + "EncryptedPackage".encode("utf-16-le"), OLE + b"\xec\xa5\xc1\0" + b"\0" * 7 + b"\x01" + b"\0" * 500],
    ids=["docx under a password", "doc under a password"],
)
def test_a_password_is_named_without_starting_anything(data, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(IngestError, match="mật khẩu"):
        read_office(data, "thu.doc", kind="doc")

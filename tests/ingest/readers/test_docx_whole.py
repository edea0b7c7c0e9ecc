"""DOCX as offices write them: no letter lost, every note on its word. The real ones are read where they lie beside."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from ingest.flow import Flow, Grid
from ingest.readers.docx import read_docx
from ingest.readers.office import find_office

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.docx"))
REAL = sorted((ROOT.parent / "shared" / "reports").glob("*/*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
by_name = pytest.mark.parametrize("path", SAMPLES + REAL, ids=lambda path: path.stem)


def text_of(flow: Flow) -> str:
    lines = []
    for piece in flow.pieces:
        lines += [cell.text for cell in piece.cells] if isinstance(piece, Grid) else [piece.text]
    return "\n".join(lines + [note.text for note in flow.notes])


def letters(text: str) -> Counter[str]:
    """The letters of a text without their marks, which a PDF may draw apart."""
    return Counter(c for c in unicodedata.normalize("NFD", text).casefold() if c.isalpha())


def source_text(path: Path) -> str:
    """All text of the body and notes that is neither deleted nor the second of two alternatives."""
    out = []
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for part in ("document", "footnotes", "endnotes"):
            if f"word/{part}.xml" in archive.namelist():
                root = etree.fromstring(archive.read(f"word/{part}.xml"))
                out += [t.text or "" for t in root.iter(W + "t") if next(t.iterancestors(FALLBACK), None) is None]
    return "".join(out)


@by_name
def test_no_letter_and_no_digit_of_the_source_is_lost(path):
    flow = read_docx(path.read_bytes(), path.name)
    got, wanted = text_of(flow), source_text(path)
    assert not letters(wanted) - letters(got)
    assert not Counter(re.findall(r"\d", wanted)) - Counter(re.findall(r"\d", got))


@by_name
def test_every_note_hangs_on_a_word_and_none_is_left(path):
    flow = read_docx(path.read_bytes(), path.name)
    hosts = [(x.text, m) for piece in flow.pieces for x in getattr(piece, "cells", (piece,)) for m in x.marks]
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    markers = sum(1 for _ in body.iter(W + "footnoteReference", W + "endnoteReference"))
    assert len(hosts) == len(flow.notes) == markers
    assert [mark.label for _, mark in hosts] == [note.label for note in flow.notes]
    for text, mark in hosts:
        assert not text[mark.offset - 1].isspace()
        assert mark.offset == len(text) or not text[mark.offset].isalnum()


def test_the_sample_says_the_same_as_its_pdf():
    path = ROOT / "samples" / "vinh-trach-2024.docx"
    with pdfium.PdfDocument(path.with_suffix(".pdf")) as document:
        printed = "".join(page.get_textpage().get_text_range() for page in document)
    assert letters(printed) == letters(text_of(read_docx(path.read_bytes(), path.name)))


@pytest.mark.office
@pytest.mark.skipif(not REAL or find_office() is None, reason="needs the real reports beside and LibreOffice")
def test_real_reports_say_the_same_as_libreoffice_prints(tmp_path):
    program = find_office()
    assert program is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, *REAL]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for path in REAL:
        with pdfium.PdfDocument(tmp_path / f"{path.stem}.pdf") as document:
            printed = "".join(page.get_textpage().get_text_range() for page in document)
        assert letters(printed) == letters(text_of(read_docx(path.read_bytes(), path.name))), path.name

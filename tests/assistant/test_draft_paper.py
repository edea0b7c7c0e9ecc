"""A draft as a document: the form of Decree 30, real footnotes, a clean copy, and pages that LibreOffice draws."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile

import pypdfium2
import pytest
from lxml import etree

from assistant.document.check import check_document
from assistant.draft.drafter import Drafter
from assistant.draft.paper import section_document

THIS = "vinh-trach-2024.pdf"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def desk(sample_library):
    return Drafter(sample_library)


def paper(desk, library, section="phuong-huong", *, citations=True) -> bytes:
    draft = desk.draft(section, THIS)
    return section_document(
        draft, library.report(draft.report), library.references([draft.report]), citations=citations
    )


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]


def test_every_section_as_a_document_is_in_order(desk, sample_library):
    for section in desk.sections():
        data = paper(desk, sample_library, section.head.id)
        assert check_document(data) == [], section.head.id


def test_citations_are_footnotes_and_the_clean_copy_has_none(desk, sample_library):
    cited, clean = paper(desk, sample_library), paper(desk, sample_library, citations=False)
    notes = [t for t in texts(cited, "word/footnotes.xml") if t.strip()]
    assert len(notes) == len(desk.draft("phuong-huong", THIS).items)
    assert all("Báo cáo" in n for n in notes) and "mục V.2.1" in notes[0]
    assert not [t for t in texts(clean, "word/footnotes.xml") if t.strip()]
    assert b"footnoteReference " not in zipfile.ZipFile(io.BytesIO(clean)).read("word/document.xml")
    assert check_document(clean) == []


def test_a_document_is_cited_in_full_the_first_time_and_shortly_after(desk, sample_library):
    body = "\n".join(texts(paper(desk, sample_library)))
    assert "Kế hoạch số 41-KH/HU ngày 18/01/2022 của" in body
    assert body.count("41-KH/HU ngày") == 1


def test_a_citation_that_is_full_already_stays_as_it_is(desk, sample_library):
    body = "\n".join(texts(paper(desk, sample_library, "cai-cach-hanh-chinh")))
    assert "ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP" in body
    assert "sửa đổi sửa đổi" not in body and body.count("27/CT-TTg ngày") == 1


def test_compared_figures_stand_in_an_appendix_that_the_body_names(desk, sample_library):
    lines = texts(paper(desk, sample_library))
    at = lines.index("Phụ lục")
    assert any("Phụ lục" in line for line in lines[:at])
    rows = lines[at:]
    start = rows.index("Cấp xã: tiếp nhận")
    assert rows[start + 1 : start + 6] == ["hồ sơ", "21.846", "19.305", "+2.541", "+13,16"]


def test_recipients_and_signature_are_those_of_the_report(desk, sample_library):
    lines = texts(paper(desk, sample_library))
    assert "- Như trên;" in lines and "- Lưu: VT, NV." in lines
    assert "TM. ỦY BAN NHÂN DÂN" in lines and "CHỦ TỊCH" in lines


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_draws_its_pages(desk, sample_library, tmp_path):
    (tmp_path / "draft.docx").write_bytes(paper(desk, sample_library))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "draft.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(tmp_path / "draft.pdf")
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    flat = [re.sub(r"\s+", " ", p) for p in pages]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in flat[0] and "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025" in flat[0]
    assert "mục V.2.1" in flat[0]  # the footnote stands on the page of its item
    assert flat[1].strip().startswith("2")
    assert any("SỐ LIỆU SO SÁNH GIỮA HAI KỲ" in p for p in flat)

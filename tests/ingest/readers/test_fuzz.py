"""Spoilt files of every format, through the whole of reading: a sound reading, or one sentence that names the file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from fuzzing import LONGER, chances, sound, spoilt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from ingest.errors import IngestError
from ingest.pipeline import read_bytes

SAMPLES = Path(__file__).parents[3] / "samples"
PAGE = """<html><body><p><b>BÁO CÁO</b></p><p>Kết quả năm 2024</p><h2>I. TÌNH HÌNH</h2>
<p>Đã tiếp 517 lượt<sup><a href="#n1">1</a></sup>, đạt 97,5%.</p><ul><li>một</li><li>hai</li></ul>
<table><tr><th rowspan="2">TT</th><th colspan="2">Số đơn</th></tr><tr><th>nhận</th><th>xong</th></tr>
<tr><td>1</td><td>12</td><td>9</td></tr></table><p id="n1">1 Trong đó 12 lượt.</p></body></html>"""

pytestmark = pytest.mark.fuzz


def read_or_refused(data: bytes, name: str) -> None:
    try:
        sound(read_bytes(data, name))
    except IngestError as error:
        assert name in error.message
        assert error.message.endswith(".") and "\n" not in error.message


@pytest.mark.parametrize(
    ("name", "examples"), [("vinh-trach-2023.docx", 12), ("vinh-trach-2023.pdf", 12), ("vinh-trach-2023.txt", 12)]
)
def test_spoilt_samples_are_read_soundly_or_refused(name: str, examples: int) -> None:
    original = (SAMPLES / name).read_bytes()
    for chance in chances(1, examples):
        read_or_refused(spoilt(original, chance), name)


def test_a_word_file_with_spoilt_parts_is_read_soundly_or_refused() -> None:
    """The package is whole, so that what is spoilt reaches the parser and all behind it."""
    with zipfile.ZipFile(SAMPLES / "vinh-trach-2023.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for chance in chances(2, 12):
        name = chance.choice([n for n in parts if n.startswith("word/") and n.endswith(".xml")])
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, data in parts.items():
                archive.writestr(part, spoilt(data, chance) if part == name else data)
        read_or_refused(out.getvalue(), "hong.docx")


def test_spoilt_web_pages_are_read_soundly_or_refused() -> None:
    for chance in chances(3, 40):
        read_or_refused(spoilt(PAGE.encode(), chance), "trang.html")


@pytest.mark.ocr
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_spoilt_images_are_read_soundly_or_refused(form: str) -> None:
    image = Image.new("L", (700, 300), 255)
    ImageDraw.Draw(image).text((40, 40), "BAO CAO so 12 nam 2024", fill=0, font_size=40)
    out = io.BytesIO()
    image.save(out, form, dpi=(200, 200))
    for chance in chances(4, 8):
        read_or_refused(spoilt(out.getvalue(), chance), f"anh.{form.lower()}")


OF_REPORTS = """BÁO CÁO I. II. 1. 1.1. a) - + Số: /BC-UBND ngày tháng năm 2024 21.846 99,57% 442/358 hồ sơ đơn (1) TM.
Nơi nhận: Phụ lục I Bảng TT Kính gửi: ./. 6 ƣ tỷ đồng so với cùng kỳ"""
STRANGE = ("đ\u0302", "\u202e", "\u0000", "\ufeff", "\f")
WORDS = st.sampled_from([*OF_REPORTS.split(), *STRANGE])
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=60 * LONGER, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.one_of(WORDS, ANY), max_size=12).map(" ".join), min_size=1, max_size=25))
def test_any_lines_of_text_are_read_soundly_or_refused(lines: list[str]) -> None:
    read_or_refused("\n".join(lines).encode(), "chu.txt")

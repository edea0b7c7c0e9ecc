"""The scanned sample gives the same report as its truth, but for the odd letter; images and their dangers."""

import io
import json
import re
import shutil
import struct
import zlib
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ingest.errors import TooLarge, UnreadableFile, UnsupportedFormat
from ingest.flow import Flow, Grid, Paragraph
from ingest.readers import scan, tesseract
from ingest.readers.page_image import page_png
from ingest.readers.pdf import read_pdf
from ingest.readers.pdfium import open_pdf
from ingest.readers.scan import read_image
from ingest.readers.scanpage import read_page

SAMPLES = Path(__file__).parents[3] / "samples"
NAME = "vinh-trach-2024"
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")

pytestmark = pytest.mark.ocr


def texts(flow: Flow) -> list[str]:
    found = []
    for piece in flow.pieces:
        found += [piece.text] if isinstance(piece, Paragraph) else [c.text for c in piece.cells]
    return found + [n.text for n in flow.notes]


def counted(pattern: re.Pattern[str], flow: Flow) -> Counter[str]:
    return Counter(n for text in texts(flow) for n in pattern.findall(text))


def share(wanted: Counter, found: Counter) -> float:
    return sum((wanted & found).values()) / sum(wanted.values())


@pytest.fixture(scope="module")
def flow() -> Flow:
    return read_pdf((SAMPLES / f"{NAME}-scan.pdf").read_bytes(), "quét.pdf")


@pytest.fixture(scope="module")
def clean() -> Flow:
    return read_pdf((SAMPLES / f"{NAME}.pdf").read_bytes(), "mẫu.pdf")


def test_nearly_all_numbers_and_words_of_the_text_are_in_the_scan(flow, clean):
    assert share(counted(NUMBER, clean), counted(NUMBER, flow)) >= 0.97
    assert share(counted(re.compile(r"\S+"), clean), counted(re.compile(r"\S+"), flow)) >= 0.98


def test_all_notes_hang_on_the_same_words(flow):
    truth = json.loads((SAMPLES / f"truth/{NAME}.json").read_text("utf-8"))
    marks = [
        (m.label, p.text[: m.offset].split()[-1].strip("()"))
        for p in flow.pieces
        if isinstance(p, Paragraph)
        for m in p.marks
    ]
    assert marks == [(str(n["number"]), n["anchor"].split()[-1].strip("()")) for n in truth["footnotes"]]
    assert [n.label for n in flow.notes] == [label for label, _ in marks]


def test_paragraphs_and_headings_are_the_same(flow, clean):
    for one, other in ((clean, flow), (flow, clean)):
        begun = [p.text[:12] for p in one.pieces if isinstance(p, Paragraph)]
        also = [p.text[:12] for p in other.pieces if isinstance(p, Paragraph)]
        assert sum((Counter(begun) & Counter(also)).values()) >= 0.97 * len(begun)


def test_tables_have_the_same_cells(flow, clean):
    def cells(flow: Flow) -> Counter:
        tables = [p for p in flow.pieces if isinstance(p, Grid) and p.bordered]
        return Counter((i, c.row, c.column, c.rows, c.columns, c.text) for i, t in enumerate(tables) for c in t.cells)

    def places(found: Counter) -> set:
        return {key[:5] for key in found}

    assert places(cells(flow)) == places(cells(clean))
    assert share(cells(clean), cells(flow)) >= 0.95


def test_headings_are_bold_in_the_scan_too(flow):
    bold = {p.text: p.bold for p in flow.pieces if isinstance(p, Paragraph)}
    assert bold["IV. KẾT QUẢ THỰC HIỆN"]
    assert bold["2. Kiểm tra việc thực hiện"]
    assert sum(bold.values()) < len(bold) / 2


def test_every_text_carries_its_confidence_and_boxes(flow, clean):
    pieces = [p for p in flow.pieces if isinstance(p, Paragraph)]
    assert all(p.confidence is not None and 0 < p.confidence <= 1 for p in pieces)
    boxes = {p.text: p.boxes[0].box for p in clean.pieces if isinstance(p, Paragraph)}
    for p in pieces:
        if p.text in boxes:
            assert abs(p.boxes[0].box.x0 - boxes[p.text].x0) < 6
            assert abs(p.boxes[0].box.y0 - boxes[p.text].y0) < 10


def page_image(turn: int = 0) -> Image.Image:
    with open_pdf((SAMPLES / f"{NAME}.pdf").read_bytes(), "mẫu.pdf") as file:
        return file.image(5, 150).convert("L").rotate(turn, expand=True)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photograph_of_a_page_is_read_without_a_given_resolution(kind):
    flow = read_image(saved(page_image(), kind), f"trang.{kind.lower()}")
    assert "2.2. Nguyên nhân" in texts(flow)
    assert flow.pages == 1


def test_a_tiff_of_two_pages_is_read_and_one_that_lies_on_its_side_is_turned():
    upright, lying = page_image(), page_image(90)
    data = saved(upright, "TIFF", save_all=True, append_images=[lying], dpi=(150, 150))
    told = []
    flow = read_image(data, "hai.tif", lambda *done: told.append(done))
    assert texts(flow).count("2.2. Nguyên nhân") == 2
    side = next(
        p.boxes[0].box for p in flow.pieces if isinstance(p, Paragraph) and p.page == 2 and p.text.startswith("2.2.")
    )
    assert side.y1 - side.y0 > side.x1 - side.x0
    assert told == [("ocr", 1, 2), ("ocr", 2, 2)]


def test_a_faint_page_is_read_all_the_same():
    page = page_image()
    faint = page.resize((page.width * 2 // 5, page.height * 2 // 5)).point(lambda v: 200 + v // 6)
    assert "2.2. Nguyên nhân" in texts(read_image(saved(faint, "PNG"), "mờ.png"))


def test_a_blurred_page_is_warned_of():
    flow = read_image(saved(page_image().filter(ImageFilter.GaussianBlur(2.6)), "PNG"), "nhòe.png")
    assert any("Trang 1" in w and "kém tin cậy" in w for w in flow.warnings)


def test_an_image_file_is_drawn_for_the_eye_at_the_scale_of_its_boxes():
    page = Image.open(io.BytesIO(page_png(saved(page_image(), "JPEG", dpi=(150, 150)), "trang.jpg", 1, 72)))
    assert abs(page.width - 595) <= 1
    with pytest.raises(UnreadableFile, match="trang 2"):
        page_png(saved(page_image(), "JPEG"), "trang.jpg", 2)


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [14_000, 20_000, 100_000])
def test_an_image_too_large_is_refused_before_it_is_decoded(side):
    with pytest.raises(TooLarge, match="quá lớn"):
        read_image(png_header(side, side), "to.png")


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\nno", b"II*\0" + b"\xff" * 60, b"\xff\xd8\xff\xe0" + b"\0" * 40]
)
def test_a_broken_image_gives_one_sentence(data):
    with pytest.raises(UnreadableFile):
        read_image(data, "hỏng.png")


def test_an_empty_page_gives_an_empty_flow():
    flow = read_image(saved(Image.new("L", (1240, 1754), 255), "PNG"), "trắng.png")
    assert texts(flow) == []
    assert flow.pages_failed == ()


def test_without_tesseract_one_sentence_says_what_to_install(monkeypatch):
    tesseract._languages.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda program: None)
    try:
        with pytest.raises(UnsupportedFormat, match="chưa cài Tesseract") as caught:
            read_image(saved(Image.new("L", (100, 100), 255), "PNG"), "a.png")
        assert "tesseract-ocr-vie" in caught.value.hint
    finally:
        tesseract._languages.cache_clear()


def test_words_in_a_picture_with_noise_only_do_not_hang():
    noise = Image.effect_noise((500, 700), 90)
    draw = ImageDraw.Draw(noise)
    draw.text((100, 100), "abc", font=ImageFont.load_default())
    flow = read_image(saved(noise, "PNG", dpi=(150, 150)), "nhiễu.png")
    assert flow.pages == 1


class Kept(dict[int, bytes]):
    """A PageStore in memory."""

    def put(self, page: int, data: bytes) -> None:
        self[page] = data


def test_a_reading_that_was_stopped_goes_on_from_the_pages_done(monkeypatch):
    data = (SAMPLES / f"{NAME}-scan.pdf").read_bytes()
    with open_pdf(data, "quét.pdf") as file:
        frames = [file.image(i, 100).convert("L") for i in range(4)]
    tiff = io.BytesIO()
    frames[0].save(tiff, "TIFF", save_all=True, append_images=frames[1:], dpi=(100, 100))
    store = Kept()

    def stop(stage, done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_image(tiff.getvalue(), "quét.tiff", stop, store)
    assert 1 in store and 4 not in store
    drawn, told = [], []

    def noted(image, page, *rest):
        drawn.append(page)
        return read_page(image, page, *rest)

    monkeypatch.setattr(scan, "read_page", noted)
    before = len(store)
    flow = read_image(tiff.getvalue(), "quét.tiff", lambda *step: told.append(step), store)
    assert not {1, 2} & set(drawn) and 4 in drawn
    assert told[0] == ("ocr", before, 4) and told[-1] == ("ocr", 4, 4)
    assert flow == read_image(tiff.getvalue(), "quét.tiff")


def test_a_kept_page_that_is_damaged_is_read_again(clean):
    picture = io.BytesIO()
    with open_pdf((SAMPLES / f"{NAME}-scan.pdf").read_bytes(), "quét.pdf") as file:
        file.image(0, 150).save(picture, "PNG", dpi=(150, 150))
    store = Kept({1: b"half a page"})
    assert read_image(picture.getvalue(), "quét.png", store=store) == read_image(picture.getvalue(), "quét.png")
    assert store[1] != b"half a page"

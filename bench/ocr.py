"""Settings of tesseract compared on degraded pages made from the sample: `python -m bench.ocr`."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFilter

from ingest.flow import FlowBuilder, Paragraph, silent
from ingest.readers import scanpage
from ingest.readers.layout.assemble import lay_out
from ingest.readers.pdfium import open_pdf
from ingest.readers.scan import PageImage, recognise_pages
from ingest.readers.scanned import even_out

SAMPLE = Path(__file__).parent.parent / "samples/vinh-trach-2024.pdf"
PAGES = (1, 3, 7, 8)
SOURCE_DPI = {"clean 300": 300, "grey 200": 200, "poor 150": 150, "blurred 200": 200}


@dataclass(frozen=True)
class Setting:
    """What is tried."""

    name: str
    dpi: int = 300
    mode: int = 4
    language: str = "vie"
    cells: bool = True


SETTINGS = (
    Setting("as shipped"),
    Setting("psm 3", mode=3),
    Setting("psm 6", mode=6),
    Setting("vie+eng", language="vie+eng"),
    Setting("200 dpi", dpi=200),
    Setting("400 dpi", dpi=400),
    Setting("whole page at once", cells=False),
)


def degraded(kind: str) -> list[PageImage]:
    """The pages as a copier of that kind gives them, at 300 dpi."""
    chance = random.Random(5)
    images = []
    with open_pdf(SAMPLE.read_bytes(), SAMPLE.name) as file:
        for index in PAGES:
            width, height = file.size(index)
            picture = file.image(index, SOURCE_DPI[kind]).convert("L")
            if kind != "clean 300":
                picture = picture.rotate(chance.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=255)
                noise = Image.effect_noise(picture.size, 26 if kind == "grey 200" else 40)
                picture = Image.blend(picture, noise, 0.12).point(lambda v: min(255, int(v * 1.05)))
            if kind == "blurred 200":
                picture = picture.filter(ImageFilter.GaussianBlur(1.2))
            images.append(PageImage(index + 1, picture, width, height))
    return images


def pieces_of(builder: FlowBuilder) -> str:
    found = []
    for piece in builder.pieces:
        found += [piece.text] if isinstance(piece, Paragraph) else [c.text for c in piece.cells]
    return " ".join([*found, *(n.text for n in builder.notes)])


def share(pattern: str, wanted: str, found: str) -> float:
    a, b = Counter(re.findall(pattern, wanted)), Counter(re.findall(pattern, found))
    return sum((a & b).values()) / sum(a.values())


def reference() -> str:
    """What the text layer of those pages says, laid out the same way."""
    builder = FlowBuilder("pdf")
    with open_pdf(SAMPLE.read_bytes(), SAMPLE.name) as file:
        lay_out([file.read(index, (index + 1) * 1_000_000).sheet for index in PAGES], builder)
    return pieces_of(builder)


def tried(setting: Setting, images: list[PageImage]) -> tuple[str, float]:
    """The text read with a setting, and the seconds it took."""
    kept = scanpage.DPI, scanpage.PAGE_MODE, scanpage.LANGUAGE, scanpage.CELLS_APART
    scanpage.DPI, scanpage.PAGE_MODE, scanpage.LANGUAGE, scanpage.CELLS_APART = (
        setting.dpi,
        setting.mode,
        setting.language,
        setting.cells,
    )
    try:
        sized = [
            PageImage(
                i.page,
                i.image.resize(
                    (round(i.width * setting.dpi / 72), round(i.height * setting.dpi / 72)), Image.Resampling.LANCZOS
                ),
                i.width,
                i.height,
            )
            for i in images
        ]
        builder = FlowBuilder("pdf")
        started = time.perf_counter()
        lay_out(even_out(recognise_pages(sized, builder, len(sized), silent)), builder)
        return pieces_of(builder), time.perf_counter() - started
    finally:
        scanpage.DPI, scanpage.PAGE_MODE, scanpage.LANGUAGE, scanpage.CELLS_APART = kept


def main() -> None:
    wanted = reference()
    print(f"{'pages':14}{'setting':22}{'numbers':>9}{'words':>8}{'s/page':>8}")
    for kind in SOURCE_DPI:
        images = degraded(kind)
        for setting in SETTINGS:
            text, seconds = tried(setting, images)
            numbers, words = share(r"\d+(?:[.,/]\d+)*", wanted, text), share(r"\S+", wanted, text)
            print(f"{kind:14}{setting.name:22}{numbers:>9.1%}{words:>8.1%}{seconds / len(images):>8.1f}", flush=True)


if __name__ == "__main__":
    main()

"""A scan of a PDF: its pages as grey pictures, a little turned and noisy, and nothing else."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

DPI = 200
QUALITY = 32
STAMP = time.gmtime(0)


def scanned(pdf: Path, seed: int) -> bytes:
    """The bytes of an image-only PDF; the same file and seed give the same bytes."""
    chance = random.Random(seed)
    pages = []
    document = pdfium.PdfDocument(pdf)
    for page in document:
        picture = page.render(scale=DPI / 72).to_pil().convert("L")
        picture = picture.rotate(chance.uniform(-0.6, 0.6), resample=Image.Resampling.BICUBIC, fillcolor=255)
        pages.append(_speckled(picture, chance))
    document.close()
    out = io.BytesIO()
    pages[0].save(
        out,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=DPI,
        quality=QUALITY,
        creationDate=STAMP,
        modDate=STAMP,
        producer="",
        creator="",
    )
    return out.getvalue()


def _speckled(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Dust and an uneven lamp: paper a little grey towards one side, and some hundred specks."""
    lamp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(picture.size)
    paper = Image.blend(picture, lamp, 0.06)
    width, height = paper.size
    for _ in range(400):
        x, y = chance.randrange(width - 1), chance.randrange(height - 1)
        shade = chance.randrange(60, 190)
        paper.putpixel((x, y), shade)
        if chance.random() < 0.4:
            paper.putpixel((x + 1, y), shade)
    buffer = io.BytesIO()
    paper.save(buffer, "JPEG", quality=QUALITY)
    return Image.open(io.BytesIO(buffer.getvalue()))

"""OCR engines compared on degraded pages made from the sample: `python -m bench.ocr_engines`.

Engines that are not installed are left out. All of them bring their weights in their package; none is a dependency of
the program. They give lines of words and know nothing of cells or notes, so what is compared is the text alone.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from bench.ocr import SETTINGS as TESSERACT_SETTINGS
from bench.ocr import SOURCE_DPI, degraded, reference, share, tried

NUMBERS, WORDS = r"\d+(?:[.,/]\d+)*", r"\S+"
_FOLDER = tempfile.TemporaryDirectory()
Reader = Callable[[Image.Image], str]


def _as_file(image: Image.Image) -> str:
    """A file with the page, for engines that take no image; removed when the program ends."""
    path = Path(_FOLDER.name) / "page.png"
    image.convert("RGB").save(path)
    return str(path)


def rapidocr() -> Reader:
    """The stock model: Chinese and English."""
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR()
    return lambda image: " ".join(found[1] for found in engine(np.asarray(image.convert("RGB")))[0] or [])


def trueocr() -> Reader:
    """A Vietnamese model of 8 MB."""
    from trueocr import load_model

    model = load_model()
    return lambda image: str(model.predict(_as_file(image)).text)


def _short(line: Image.Image) -> list[Image.Image]:
    """A line cut between words, at the whitest column near the middle, until its parts fit the model."""
    if line.width <= 30 * line.height:
        return [line]
    ink = (255 - np.asarray(line.convert("L"), dtype=float)).sum(axis=0)
    third = line.width // 3
    smooth = np.convolve(ink, np.ones(9), "same")
    at = third + int(smooth[third : 2 * third].argmin())
    return [*_short(line.crop((0, 0, at, line.height))), *_short(line.crop((at, 0, line.width, line.height)))]


def asterocr() -> Reader:
    """A Vietnamese model for single lines; the lines are found by another engine's detector."""
    from asterocr import AsterOCR
    from rapidocr_onnxruntime import RapidOCR

    engine, finder = AsterOCR(), RapidOCR()

    def read(image: Image.Image) -> str:
        colour = image.convert("RGB")
        boxes = finder(np.asarray(colour), use_det=True, use_cls=False, use_rec=False)[0] or []
        found = []
        for box in boxes:
            xs, ys = [p[0] for p in box], [p[1] for p in box]
            for part in _short(colour.crop((min(xs), min(ys), max(xs), max(ys)))):
                found.append(str(engine.predict(part)))
        return " ".join(found)

    return read


ENGINES: dict[str, tuple[str, Callable[[], Reader]]] = {
    "rapidocr": ("rapidocr_onnxruntime", rapidocr),
    "trueocr": ("trueocr", trueocr),
    "asterocr": ("asterocr", asterocr),
}


def unmarked(text: str) -> str:
    """The text without its marks: what is left of Vietnamese where an engine does not know it."""
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch)).lower()


def row(kind: str, name: str, wanted: str, text: str, seconds: float) -> None:
    text = unicodedata.normalize("NFC", text)
    marks = Counter(re.findall(r"\S+", unmarked(wanted))) & Counter(re.findall(r"\S+", unmarked(text)))
    bare = sum(marks.values()) / len(wanted.split())
    print(
        f"{kind:14}{name:14}{share(NUMBERS, wanted, text):>9.1%}{share(WORDS, wanted, text):>8.1%}"
        f"{bare:>12.1%}{seconds:>8.1f}",
        flush=True,
    )


def main() -> None:
    only = set(sys.argv[1:])
    wanted = reference()
    print(f"{'pages':14}{'engine':14}{'numbers':>9}{'words':>8}{'unmarked':>12}{'s/page':>8}")
    for kind in SOURCE_DPI:
        images = degraded(kind)
        if not only or "tesseract" in only:
            text, seconds = tried(TESSERACT_SETTINGS[0], images)
            row(kind, "tesseract", wanted, text, seconds / len(images))
        for name, (module, make) in ENGINES.items():
            if importlib.util.find_spec(module) is None or (only and name not in only):
                continue
            read = make()
            started = time.perf_counter()
            text = " ".join(read(page.image) for page in images)
            row(kind, name, wanted, text, (time.perf_counter() - started) / len(images))


if __name__ == "__main__":
    main()

"""Tesseract: an image in, words with boxes, characters and confidence out. The only module that runs it."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from PIL import Image

from ingest.errors import UnreadableFile, UnsupportedFormat

LANGUAGE = "vie"
TIMEOUT = 60.0
_HINT = "Cài Tesseract với tiếng Việt (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-vie) rồi nạp lại tệp."

_TAG = re.compile(
    r"<span class='(?P<kind>ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word|ocrx_cinfo)'[^>]*?"
    r"title=(?P<quote>[\"'])(?P<title>.*?)(?P=quote)[^>]*>(?P<text>[^<]*)"
)
_BOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_CHARACTER = re.compile(r"x_bboxes (\d+) (\d+) (\d+) (\d+); x_conf ([\d.]+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")


@dataclass(frozen=True, slots=True)
class OcrCharacter:
    """A character and its box in pixels."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word with its box in pixels and its confidence, 0 to 1."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    characters: tuple[OcrCharacter, ...]


@lru_cache(maxsize=1)
def _languages() -> frozenset[str] | None:
    """The languages that tesseract has; None where there is no tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)
    return frozenset(done.stdout.decode("utf-8", "replace").split()[1:])


def require(name: str) -> None:
    """Raises: UnsupportedFormat where tesseract or its Vietnamese is not installed."""
    known = _languages()
    if known is None:
        raise UnsupportedFormat(f"Tệp “{name}” là bản quét; máy này chưa cài Tesseract để nhận dạng chữ.", _HINT)
    if LANGUAGE not in known:
        raise UnsupportedFormat(f"Tệp “{name}” là bản quét; Tesseract trên máy này chưa có tiếng Việt.", _HINT)


def recognise(
    image: Image.Image, dpi: int, mode: int, language: str = LANGUAGE, allowed: str | None = None
) -> list[list[OcrWord]]:
    """The lines of words on an image. `mode` is tesseract's page segmentation mode, `allowed` the only characters.

    Raises: UnreadableFile.
    """
    buffer = io.BytesIO()
    image.save(buffer, "PPM")
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", str(mode), "--dpi", str(dpi)]
    if allowed is not None:
        command += ["-c", f"tessedit_char_whitelist={allowed}"]
    try:
        done = subprocess.run(
            [*command, "-c", "hocr_char_boxes=1", "hocr"],
            input=buffer.getvalue(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            # Two pages are read at a time, each by one thread: faster than one by many.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFile(f"Nhận dạng chữ quá {TIMEOUT:.0f} giây.") from None
    if done.returncode:
        raise UnreadableFile("Tesseract không nhận dạng được ảnh của trang.")
    return _parse(done.stdout.decode("utf-8", "replace"))


def _parse(page: str) -> list[list[OcrWord]]:
    lines: list[list[OcrWord]] = []
    box: tuple[int, int, int, int] | None = None
    confidence = 0.0
    characters: list[OcrCharacter] = []

    def close() -> None:
        text = "".join(ch.text for ch in characters).strip()
        if box is not None and text:
            lines[-1].append(OcrWord(text, *box, confidence, tuple(characters)))

    for tag in _TAG.finditer(page):
        title = tag["title"]
        if tag["kind"] == "ocrx_cinfo":
            found = _CHARACTER.match(title)
            if found:
                x0, y0, x1, y1 = (int(n) for n in found.groups()[:4])
                characters.append(OcrCharacter(unescape(tag["text"]).replace("\u2044", "/"), x0, y0, x1, y1))
            continue
        close()
        box, characters = None, []
        place = _BOX.search(title)
        if tag["kind"] != "ocrx_word":
            lines.append([])
        elif place:
            x0, y0, x1, y1 = (int(n) for n in place.groups())
            box = (x0, y0, x1, y1)
            sure = _CONFIDENCE.search(title)
            confidence = int(sure[1]) / 100 if sure else 0.0
            if not lines:
                lines.append([])
    close()
    return [line for line in lines if line]

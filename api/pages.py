"""Pages of a PDF: their images and, over them, the boxes of a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.errors import NotHere
from api.reader import Place
from ingest.flow import Box
from ingest.readers.page_image import page_png
from ingest.readers.pdfium import open_pdf
from ingest.report import Report


@dataclass(frozen=True, slots=True)
class PageView:
    """A page: its size in points, the boxes to draw on it; `first` where the first box of all stands."""

    number: int
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    first: bool = False


def page_image(path: Path, number: int) -> bytes:
    """A page drawn as PNG; pages count from 1. Raises: NotHere, UnreadableFile."""
    if path.suffix != ".pdf":
        raise NotHere("Tệp gốc không phải là PDF nên không có ảnh trang.", "Xem bản chữ.")
    return page_png(path.read_bytes(), path.name, number)


def page_views(path: Path, report: Report, places: Sequence[Place]) -> list[PageView]:
    """All pages of a PDF with the boxes of those places."""
    boxes: dict[int, list[Box]] = {}
    for box in (b for place in places for b in boxes_of(report, place)):
        boxes.setdefault(box.page, []).append(box)
    first = min(boxes, default=0)
    with open_pdf(path.read_bytes(), path.name) as pdf:
        sizes = [pdf.size(i) for i in range(pdf.pages)]
    return [
        PageView(n, round(width, 1), round(height, 1), tuple(boxes.get(n, ())), n == first)
        for n, (width, height) in enumerate(sizes, 1)
    ]


def boxes_of(report: Report, place: Place) -> list[Box]:
    """Where a place stands on the pages: the part of each line that it covers, by the share of its characters."""
    block = next((b for b in report.blocks if b.id == place.block), None)
    if block is None:
        return []
    found = []
    for line in block.boxes:
        start, end = max(line.start, place.start), min(line.end, place.end)
        if start >= end:
            continue
        length, box = line.end - line.start, line.box
        wide = (box.x1 - box.x0) / length
        x0 = box.x0 + wide * (start - line.start)
        found.append(Box(box.page, round(x0, 1), box.y0, round(box.x1 - wide * (line.end - end), 1), box.y1))
    return found

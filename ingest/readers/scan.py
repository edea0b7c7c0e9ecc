"""Scanned pages and photographs of pages to a Flow, by character recognition."""

from __future__ import annotations

import io
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from ingest.errors import TooLarge, UnreadableFile
from ingest.flow import FailedPage, Flow, FlowBuilder, Progress, silent
from ingest.readers import tesseract
from ingest.readers.halfway import NoPages, PageStore, kept_pages, packed
from ingest.readers.layout.assemble import lay_out
from ingest.readers.scanned import even_out
from ingest.readers.scanpage import DPI, ScannedPage, read_page

WORKERS = max(2, min(4, os.cpu_count() or 1))
"""Pages recognised at a time, each by a process of its own; more would hold more than 400 MB."""
MAX_FRAMES = 500
MAX_SIDE = 15_000
MAX_PIXELS = 120_000_000
LOW_CONFIDENCE = 0.8
_KEYS = 1_000_000
_A4 = 11.69


@dataclass(frozen=True, slots=True)
class PageImage:
    """The image of a page and the size of the page in points, as shown."""

    page: int
    image: Image.Image
    width: float
    height: float


def read_image(data: bytes, name: str, progress: Progress = silent, store: PageStore | None = None) -> Flow:
    """The Flow of an image of a page: PNG, JPEG, or TIFF of one or more pages. Pages in `store` are not read again.

    Raises: UnreadableFile, TooLarge before a large image is decoded, UnsupportedFormat where tesseract is missing.
    """
    tesseract.require(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the image library doubts is told by what comes out
        try:
            opened = Image.open(io.BytesIO(data))
            _check_size(opened, name)
            frames = int(getattr(opened, "n_frames", 1))
        except Image.DecompressionBombError:
            raise _too_large(name) from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            raise UnreadableFile(f"Tệp “{name}” không phải là ảnh hoặc đã bị hỏng.", "Quét lại trang giấy.") from None
        builder = FlowBuilder("image", pages=frames)
        if frames > MAX_FRAMES:
            reason = f"Chỉ đọc {MAX_FRAMES} trang đầu của tệp ảnh."
            builder.pages_failed.append(FailedPage(MAX_FRAMES + 1, reason))
        total = min(frames, MAX_FRAMES)
        store = NoPages() if store is None else store
        known = kept_pages(store, range(1, total + 1))

        def images() -> Iterable[PageImage]:
            for index in (i for i in range(total) if i + 1 not in known):
                try:
                    opened.seek(index)
                    _check_size(opened, name)
                    yield _page_image(opened, index + 1)
                except TooLarge as error:
                    builder.pages_failed.append(FailedPage(index + 1, error.message))
                except (OSError, ValueError, SyntaxError, EOFError):
                    builder.pages_failed.append(FailedPage(index + 1, f"Ảnh của trang {index + 1} bị hỏng."))

        pages = recognise_pages(images(), builder, total, progress, known, store)
    if not pages:
        reason = builder.pages_failed[0].reason if builder.pages_failed else ""
        raise UnreadableFile(f"Tệp “{name}” không đọc được trang nào. {reason}".strip(), "Quét lại trang giấy.")
    lay_out(even_out(pages), builder)
    return builder.build()


def frame_image(data: bytes, name: str, page: int, dpi: int) -> Image.Image:
    """Page `page` (from 1) of an image file, of `dpi` dots an inch. Raises: UnreadableFile, TooLarge."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(io.BytesIO(data))
            opened.seek(page - 1)
            _check_size(opened, name)
            found = _page_image(opened, page)
        except Image.DecompressionBombError:
            raise _too_large(name) from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
            raise UnreadableFile(f"Tệp “{name}” không có trang {page} vẽ được.", "Mở tệp gốc để xem.") from None
    size = (max(1, round(found.width * dpi / 72)), max(1, round(found.height * dpi / 72)))
    return found.image.resize(size, Image.Resampling.LANCZOS)


def _too_large(name: str) -> TooLarge:
    limit = f"{MAX_SIDE:,}".replace(",", ".")
    return TooLarge(
        f"Ảnh trong tệp “{name}” quá lớn (giới hạn {limit} điểm mỗi cạnh, {MAX_PIXELS // 1_000_000} triệu điểm ảnh).",
        "Quét lại ở 300 dpi.",
    )


def _check_size(image: Image.Image, name: str) -> None:
    if max(image.size) > MAX_SIDE or image.width * image.height > MAX_PIXELS:
        raise _too_large(name)


def _page_image(image: Image.Image, page: int) -> PageImage:
    """An opened image as a grey page of DPI dots an inch; without a believable resolution it is taken for A4."""
    upright = ImageOps.exif_transpose(image)
    given = upright.info.get("dpi", (0, 0))
    dpi = float(given[0]) if isinstance(given, tuple) and given else 0.0
    if not 90 <= dpi <= 1200 or not 3 < max(upright.size) / dpi < 40:
        dpi = max(upright.size) / _A4
    if upright.mode in ("RGBA", "LA", "P"):
        paper = Image.new("RGBA", upright.size, (255, 255, 255, 255))
        upright = Image.alpha_composite(paper, upright.convert("RGBA"))
    grey = upright.convert("L")
    width, height = grey.width * 72 / dpi, grey.height * 72 / dpi
    factor = DPI / dpi
    if abs(factor - 1) > 0.03:
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return PageImage(page, grey, width, height)


def recognise_pages(
    images: Iterable[PageImage],
    builder: FlowBuilder,
    total: int,
    progress: Progress,
    known: Mapping[int, ScannedPage] | None = None,
    store: PageStore | None = None,
) -> list[ScannedPage]:
    """The pages read from images, in order; failed ones and doubtful ones are named in the builder.

    WORKERS pages are read at a time and no more images are held: `images` may draw each as it is asked for. Those
    `known` from a reading that was stopped have no image among them; each page that is read is put to `store`.
    """
    pages: list[ScannedPage] = list((known or {}).values())
    waiting: deque[tuple[PageImage, Future[ScannedPage]]] = deque()
    done = len(pages)
    if done:
        progress("ocr", done, total)

    def finish() -> None:
        nonlocal done
        image, future = waiting.popleft()
        done += 1
        try:
            page = future.result()
        except UnreadableFile as error:
            builder.pages_failed.append(FailedPage(image.page, error.message))
        else:
            pages.append(page)
            if store is not None:
                store.put(image.page, packed(page))
        progress("ocr", done, total)

    with ThreadPoolExecutor(WORKERS) as pool:
        for image in images:
            waiting.append((image, pool.submit(_upright, image)))
            if len(waiting) > WORKERS:
                finish()
        while waiting:
            finish()
    pages.sort(key=lambda page: page.sheet.page)
    for page in pages:
        _doubt(page, builder)
    return pages


def _doubt(page: ScannedPage, builder: FlowBuilder) -> None:
    """Says that a page was read with doubt."""
    number = page.sheet.page
    if not page.sheet.words and not page.blank:
        builder.warnings.append(f"Trang {number}: có hình nhưng không nhận dạng được chữ nào.")
    if page.sheet.words and page.confidence < LOW_CONFIDENCE:
        share = f"{page.confidence:.0%}".replace("%", " %")
        builder.warnings.append(
            f"Trang {number}: chữ nhận dạng từ ảnh kém tin cậy ({share}), cần đối chiếu với ảnh trang."
        )


def _upright(image: PageImage) -> ScannedPage:
    """A page read as it lies; where next to nothing could be read, turned by quarters until it can be."""
    best = _turned(image, 0)
    if best.confidence >= 0.55 or best.blank:
        return best
    for turn in (90, 270, 180):
        page = _turned(image, turn)
        if _worth(page) > _worth(best) * 1.2:
            best = page
        if best.confidence >= 0.75:
            break
    return best


def _worth(page: ScannedPage) -> float:
    return page.confidence * page.confidence * sum(len(w.text) for w in page.sheet.words)


_TURNS: dict[int, Callable[[Image.Image], Image.Image]] = {
    0: lambda image: image,
    90: lambda image: image.transpose(Image.Transpose.ROTATE_270),
    180: lambda image: image.transpose(Image.Transpose.ROTATE_180),
    270: lambda image: image.transpose(Image.Transpose.ROTATE_90),
}


def _turned(image: PageImage, turn: int) -> ScannedPage:
    width, height = (image.height, image.width) if turn in (90, 270) else (image.width, image.height)
    return read_page(_TURNS[turn](image.image), image.page, width, height, image.page * _KEYS, turn)

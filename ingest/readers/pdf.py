"""PDF to a Flow: pages with text by their layout, pages without through the scan reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.errors import IngestError, UnreadableFile, UnsupportedFormat
from ingest.flow import FailedPage, Flow, FlowBuilder, Progress, silent
from ingest.readers import tesseract
from ingest.readers.halfway import NoPages, PageStore, kept_pages
from ingest.readers.layout.assemble import lay_out
from ingest.readers.layout.sheet import Sheet
from ingest.readers.pdfium import MAX_CHARS, PageText, PdfFile, open_pdf
from ingest.readers.scan import PageImage, recognise_pages
from ingest.readers.scanned import even_out
from ingest.readers.scanpage import DPI
from ingest.readers.textlayer import is_bad, mended

MAX_PAGES = 3_000
MAX_SCANNED = 500
_KEYS = 1_000_000
_A_PICTURE = 0.25
_HIDDEN_SHOWN = 2_000


def read_pdf(data: bytes, name: str, progress: Progress = silent, store: PageStore | None = None) -> Flow:
    """The Flow of a PDF.

    At most MAX_PAGES pages, MAX_SCANNED of them scanned, and MAX_CHARS characters a page are read; what is left out is
    named in `pages_failed`. Scanned pages in `store` are not recognised again.

    Raises: UnreadableFile where it is damaged, encrypted or has no page that can be read; UnsupportedFormat where every
    page is scanned and tesseract is missing.
    """
    builder = FlowBuilder("pdf")
    with open_pdf(data, name) as file:
        builder.pages = file.pages
        total = min(file.pages, MAX_PAGES)
        sheets: dict[int, Sheet] = {}
        scanned: list[int] = []
        for index, page in _texts(file, total, builder, progress):
            if is_bad(page):
                scanned.append(index)
            else:
                sheets[index] = mended(page)
                _remark(page, builder)
        if scanned:
            _recognise(file, name, scanned, sheets, builder, progress, NoPages() if store is None else store)
    if file.pages > total:
        reason = f"Không đọc các trang từ {total + 1} đến {file.pages}: giới hạn {total} trang một tệp."
        builder.pages_failed.append(FailedPage(total + 1, reason))
    if not sheets:
        why = builder.pages_failed[0].reason if builder.pages_failed else ""
        raise UnreadableFile(f"Tệp “{name}” không có trang nào đọc được. {why}".strip(), "Lưu lại tệp rồi nạp bản mới.")
    lay_out([sheets[index] for index in sorted(sheets)], builder)
    builder.pages_failed.sort(key=lambda failed: failed.page)
    return builder.build()


def _texts(file: PdfFile, total: int, builder: FlowBuilder, progress: Progress) -> Iterator[tuple[int, PageText]]:
    """The text of each page that can be read, with its index."""
    for index in range(total):
        try:
            yield index, file.read(index, (index + 1) * _KEYS)
        except UnreadableFile as error:
            builder.pages_failed.append(FailedPage(index + 1, error.message))
        progress("read", index + 1, total)


def _remark(page: PageText, builder: FlowBuilder) -> None:
    """Says what of a page was left out."""
    number = page.sheet.page
    if page.hidden:
        builder.hidden.append(page.hidden)
        builder.warnings.append(f"Trang {number}: có chữ ẩn, không đưa vào nội dung báo cáo.")
    if page.cut:
        limit = f"{MAX_CHARS:,}".replace(",", ".")
        builder.pages_failed.append(FailedPage(number, f"Trang có quá nhiều chữ, chỉ đọc {limit} ký tự đầu."))
    if page.covered > _A_PICTURE and not page.unseen:
        builder.warnings.append(
            f"Trang {number}: có hình chiếm {page.covered:.0%} trang, chữ trong hình không được đọc."
        )


def _recognise(
    file: PdfFile,
    name: str,
    scanned: list[int],
    sheets: dict[int, Sheet],
    builder: FlowBuilder,
    progress: Progress,
    store: PageStore,
) -> None:
    """Reads scanned pages and puts their sheets among the others."""
    try:
        tesseract.require(name)
    except UnsupportedFormat as error:
        if not sheets:
            raise
        builder.pages_failed.extend(FailedPage(index + 1, error.message) for index in scanned)
        return
    if len(scanned) > MAX_SCANNED:
        first = scanned[MAX_SCANNED] + 1
        reason = f"Không nhận dạng các trang quét từ trang {first}: giới hạn {MAX_SCANNED} trang quét một tệp."
        builder.pages_failed.append(FailedPage(first, reason))
        scanned = scanned[:MAX_SCANNED]

    known = kept_pages(store, [index + 1 for index in scanned])

    def images() -> Iterable[PageImage]:
        for index in (i for i in scanned if i + 1 not in known):
            try:
                width, height = file.size(index)
                picture = file.image(index, DPI).convert("L")
                high = round(picture.width * height / width)
                if abs(picture.width * 72 / width - DPI) > 3:
                    picture = (
                        picture.resize((round(width * DPI / 72), round(height * DPI / 72))) if high < 9000 else picture
                    )
                yield PageImage(index + 1, picture, width, height)
            except (IngestError, MemoryError) as error:
                builder.pages_failed.append(FailedPage(index + 1, str(error) or "Trang quá lớn để nhận dạng."))

    pages = recognise_pages(images(), builder, len(scanned), progress, known, store)
    for page, sheet in zip(pages, even_out(pages), strict=True):
        sheets[page.sheet.page - 1] = sheet

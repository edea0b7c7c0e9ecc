"""PDF to a Flow: pages with text by their layout, pages without through the scan reader."""

from __future__ import annotations

from ingest.errors import UnreadableFile
from ingest.flow import FailedPage, Flow, FlowBuilder, Progress, silent
from ingest.readers.layout.assemble import lay_out
from ingest.readers.layout.sheet import Sheet
from ingest.readers.pdfium import MAX_CHARS, open_pdf

MAX_PAGES = 3_000
_KEYS = 1_000_000


def read_pdf(data: bytes, name: str, progress: Progress = silent) -> Flow:
    """The Flow of a PDF.

    At most MAX_PAGES pages and MAX_CHARS characters a page are read; what is left out is named in `pages_failed`.

    Raises: UnreadableFile where it is damaged, encrypted or has no page that can be read.
    """
    builder = FlowBuilder("pdf")
    sheets: list[Sheet] = []
    with open_pdf(data, name) as file:
        builder.pages = file.pages
        total = min(file.pages, MAX_PAGES)
        for index in range(total):
            try:
                page = file.read(index, index * _KEYS)
            except UnreadableFile as error:
                builder.pages_failed.append(FailedPage(index + 1, error.message))
                continue
            sheets.append(page.sheet)
            if page.cut:
                builder.pages_failed.append(
                    FailedPage(index + 1, f"Trang có quá nhiều chữ, chỉ đọc {MAX_CHARS:,} ký tự đầu.".replace(",", "."))
                )
            if page.hidden:
                builder.hidden.append(page.hidden)
            progress("read", index + 1, total)
    lay_out(sheets, builder)
    return builder.build()

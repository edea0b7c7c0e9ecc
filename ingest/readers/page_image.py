"""A page of an original as a picture, for the reader's eye."""

from __future__ import annotations

import io

from ingest.errors import UnreadableFile
from ingest.readers.pdfium import open_pdf


def page_png(data: bytes, name: str, page: int, dpi: int = 110) -> bytes:
    """Page `page` (from 1) of a PDF as PNG; boxes in points scale by dpi / 72. Raises: UnreadableFile."""
    with open_pdf(data, name) as file:
        if not 1 <= page <= file.pages:
            raise UnreadableFile(f"Tệp “{name}” không có trang {page}.", f"Tệp có {file.pages} trang.")
        out = io.BytesIO()
        file.image(page - 1, dpi).save(out, "PNG")
        return out.getvalue()

"""A page of an original as a picture, for the reader's eye."""

from __future__ import annotations

import io

from ingest.errors import UnreadableFile
from ingest.readers.pdfium import open_pdf
from ingest.readers.scan import frame_image


def page_png(data: bytes, name: str, page: int, dpi: int = 110) -> bytes:
    """Page `page` (from 1) of a PDF or an image file as PNG; boxes in points scale by dpi / 72.

    Raises: UnreadableFile, TooLarge.
    """
    out = io.BytesIO()
    if b"%PDF" not in data[:1024]:
        frame_image(data, name, page, dpi).save(out, "PNG")
        return out.getvalue()
    with open_pdf(data, name) as file:
        if not 1 <= page <= file.pages:
            raise UnreadableFile(f"Tệp “{name}” không có trang {page}.", f"Tệp có {file.pages} trang.")
        file.image(page - 1, dpi).save(out, "PNG")
        return out.getvalue()

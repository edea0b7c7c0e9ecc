"""Readers: one format each, bytes to Flow; and `read`, which sees from the bytes which one it takes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import TYPE_CHECKING

from ingest.errors import UnreadableFile, UnsupportedFormat
from ingest.flow import Flow, Progress, silent

if TYPE_CHECKING:
    from ingest.readers.halfway import PageStore

SUFFIXES = frozenset(
    [
        ".docx",
        ".docm",
        ".doc",
        ".odt",
        ".rtf",
        ".pdf",
        ".txt",
        ".text",
        ".md",
        ".html",
        ".htm",
        ".xhtml",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
    ]
)
"""The endings of files that can be read, for picking files out of a folder."""

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|table|h[1-6])\b", re.I | re.S
)


def format_of(data: bytes, name: str) -> str:
    """The format of some bytes: "docx", "odt", "doc", "rtf", "pdf", "image", "html" or "text". The name is not trusted.

    Raises: UnsupportedFormat for other known formats, UnreadableFile for an empty or damaged file.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile(f"Tệp {name} trống.", "Hãy kiểm tra lại tệp gốc.")
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip_format(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "doc"
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return "text"


def _zip_format(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as e:
        raise UnreadableFile(f"Tệp {name} bị hỏng hoặc bị cắt cụt.", "Hãy tải hoặc chép lại tệp gốc.") from e
    if any(n.startswith("word/") for n in names):
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    if any(n.startswith(("xl/", "ppt/")) for n in names):
        raise UnsupportedFormat(
            f"Tệp {name} là bảng tính hoặc bản trình chiếu, chưa đọc được.", "Hãy lưu thành .docx hoặc .pdf."
        )
    raise UnsupportedFormat(f"Tệp {name} là tệp nén, không phải báo cáo.", "Hãy giải nén rồi nạp từng tệp.")


def read(data: bytes, name: str, progress: Progress = silent, store: PageStore | None = None) -> Flow:
    """The Flow of a file, by the reader of its format; `store` keeps recognised pages while it goes on.

    Raises: UnreadableFile, UnsupportedFormat, TooLarge.
    """
    # A reader loads its engine; only the one that is needed is loaded.
    kind = format_of(data, name)
    if kind == "docx":
        from ingest.readers.docx import read_docx

        return read_docx(data, name, progress)
    if kind == "pdf":
        from ingest.readers.pdf import read_pdf

        return read_pdf(data, name, progress, store)
    if kind == "image":
        from ingest.readers.scan import read_image

        return read_image(data, name, progress, store)
    if kind in ("doc", "odt", "rtf"):
        from ingest.readers.office import read_office

        return read_office(data, name, progress, kind=kind)
    if kind == "html":
        from ingest.readers.html import read_html

        return read_html(data, name, progress)
    from ingest.readers.text import read_text

    if PurePath(name).suffix.lower() not in SUFFIXES and _binary(data):
        raise UnsupportedFormat(
            f"Không có cách đọc tệp {name}.", "Đọc được .docx, .pdf, .txt, .html, ảnh chụp và .doc, .odt, .rtf."
        )
    return read_text(data, name, progress)


def _binary(data: bytes) -> bool:
    head = data[:4096]
    return sum(b < 9 or 13 < b < 32 for b in head) > len(head) * 0.02

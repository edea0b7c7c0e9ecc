"""The zip package of an Office Open XML file: opened with limits, its parts parsed without entities.

The bytes are hostile until shown otherwise. What a part may inflate to, how many elements and attributes it may hold
and how far it may be packed is bounded before and while it is read; a document type declaration, which no such file
needs, is refused (ECMA-376 part 2, 8.3.3).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from ingest.errors import IngestError, TooLarge, UnreadableFile, UnsupportedFormat

MAX_PART = 96 * 1024 * 1024
MAX_ENTRIES = 10_000
MAX_TAGS = 4_000_000
MAX_ATTRIBUTES = 3_000_000
_PACKED_SIZE, _PACKED_RATIO = 16 * 1024 * 1024, 500
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# The same vocabulary under the names of the ISO "strict" form.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"officeDocument/extendedProperties": b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
)
_RESAVE = "Hãy mở tệp bằng Word hoặc LibreOffice rồi lưu lại."


class Package:
    """An opened package. Part names are compared without case, as its standard asks."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._refuse_other_formats(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as e:
            raise self.damaged() from e
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise TooLarge(f"Tệp {name} chứa {len(entries)} mục, quá mức {MAX_ENTRIES}.", _RESAVE)
        self._entries = {_plain(entry.filename): entry for entry in entries}
        self.main = self._find_main()

    def damaged(self) -> UnreadableFile:
        """The error for a file that is cut short or spoilt."""
        return UnreadableFile(f"Tệp {self.name} bị hỏng hoặc bị cắt cụt.", "Hãy tải hoặc chép lại tệp gốc.")

    def has(self, part: str) -> bool:
        """Whether the package holds that part."""
        return _plain(part) in self._entries

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part, or None where the package has no such part.

        Raises: UnreadableFile where it is damaged or no XML, TooLarge where it passes a limit.
        """
        entry = self._entries.get(_plain(part))
        return None if entry is None else self._parse(self._inflate(entry), part)

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the last word of the relationship's type ("footnotes", "styles")."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", file + ".rels"))
        found: dict[str, str] = {}
        for relation in () if root is None else root.iter(_RELATIONSHIP):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                kind = relation.get("Type", "").rpartition("/")[2]
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind, posixpath.normpath(path))
        return found

    def _find_main(self) -> str:
        named = self.related("").get("officeDocument", "")
        for part in (named, "word/document.xml"):
            if part and self.has(part):
                if part.lower().startswith(("xl/", "ppt/")):
                    break
                return part
        if self.has("xl/workbook.xml") or self.has("ppt/presentation.xml"):
            message = f"Tệp {self.name} là bảng tính hoặc bản trình chiếu, chưa đọc được."
            raise UnsupportedFormat(message, "Hãy lưu thành .docx hoặc .pdf.")
        raise UnreadableFile(f"Tệp {self.name} thiếu phần nội dung của một tài liệu Word.", _RESAVE)

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        size = entry.file_size
        if size > _PACKED_SIZE and size > _PACKED_RATIO * max(entry.compress_size, 1):
            raise TooLarge(f"Tệp {self.name} bị nén bất thường, có thể là bom nén.", _RESAVE)
        if size > MAX_PART:
            raise self._too_large(size)
        if entry.flag_bits & 1:
            raise locked(self.name)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except _DAMAGE as e:
            raise self.damaged() from e
        if len(data) > MAX_PART:
            raise self._too_large(len(data))
        return data

    def _too_large(self, size: int) -> IngestError:
        limit = MAX_PART // 1024 // 1024
        message = f"Tệp {self.name} có phần nội dung {size // 1024 // 1024} MB sau khi giải nén, quá mức {limit} MB."
        return TooLarge(message, "Hãy tách tệp thành nhiều phần.")

    def _parse(self, data: bytes, part: str) -> etree._Element:
        if data.count(b"<") > MAX_TAGS or data.count(b"=") > MAX_ATTRIBUTES:
            raise TooLarge(f"Tệp {self.name} có quá nhiều phần tử để đọc.", "Hãy tách tệp thành nhiều phần.")
        if b"<!DOCTYPE" in data[:65536]:
            raise self._entities()
        if _STRICT in data[:65536]:
            for strict, usual in _STRICT_NAMES.items():
                data = data.replace(_STRICT + strict, usual)
        # A parser keeps what it has seen in its dictionary: one a part, so that no file is paid for twice.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as e:
            message = f"Tệp {self.name} có phần {posixpath.basename(part)} bị hỏng, không phải XML hợp lệ."
            raise UnreadableFile(message, _RESAVE) from e
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._entities()
        return root

    def _entities(self) -> UnreadableFile:
        message = f"Tệp {self.name} chứa khai báo thực thể XML không an toàn nên không được đọc."
        return UnreadableFile(message, _RESAVE)

    def _refuse_other_formats(self, data: bytes) -> None:
        name = self.name
        if not data:
            raise UnreadableFile(f"Tệp {name} trống.", "Hãy kiểm tra lại tệp gốc.")
        if is_locked(data):
            raise locked(name)
        if data.startswith(_OLE):
            message = f"Tệp {name} là tài liệu Word 97–2003 (.doc), không phải .docx."
            raise UnsupportedFormat(message, "Hãy đổi đuôi tệp thành .doc, hoặc mở bằng Word rồi lưu thành .docx.")
        if not data.startswith(b"PK"):
            raise UnreadableFile(f"Tệp {name} không phải là tài liệu Word (.docx).", "Hãy kiểm tra lại đuôi tệp.")


def is_locked(data: bytes) -> bool:
    """Whether the bytes are a DOCX under a password: an OLE compound file with a stream EncryptedPackage."""
    return data.startswith(_OLE) and _ENCRYPTED in data


def locked(name: str) -> UnreadableFile:
    """The error for a file under a password."""
    return UnreadableFile(f"Tệp {name} được đặt mật khẩu nên không đọc được.", "Hãy gỡ mật khẩu rồi lưu lại.")


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()

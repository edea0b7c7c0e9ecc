"""The original files, kept under the hash of their content: `originals/3f/3f9a….pdf`."""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from collections.abc import Collection, Iterator
from pathlib import Path

from ingest.errors import TooLarge, UnreadableFile


def content_hash(data: bytes) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def load_original(path: Path, most_bytes: int) -> bytes:
    """The bytes of a file of at most `most_bytes`. Raises: UnreadableFile, TooLarge."""
    try:
        if not path.is_file():
            raise UnreadableFile(f"Không tìm thấy tệp {path.name}.", "Hãy kiểm tra lại đường dẫn.")
        if path.stat().st_size > most_bytes:
            raise TooLarge(f"Tệp {path.name} quá {most_bytes // 1024**2} MB.", "Hãy tách tệp thành nhiều phần.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFile(f"Không mở được tệp {path.name}: {reason}.", "Hãy kiểm tra quyền đọc.") from error


class Originals:
    """A folder of files that never change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, data: bytes, name: str) -> str:
        """Writes a file whole or not at all; returns the key under which `path` finds it."""
        digest = content_hash(data)
        key = f"{digest}{_suffix(name)}"
        path = self.path(key)
        if path.exists() and path.stat().st_size == len(data):
            return key
        path.parent.mkdir(exist_ok=True)
        half = self._folder / f"{uuid.uuid4().hex}.part"
        try:
            with open(half, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(half, path)
        finally:
            half.unlink(missing_ok=True)
        return key

    def path(self, key: str) -> Path:
        """Where the file of that key is."""
        return self._folder / key[:2] / key

    def remove(self, key: str) -> None:
        """Removes a file; one that is not there is no error."""
        self.path(key).unlink(missing_ok=True)

    def sweep(self, keep: Collection[str]) -> int:
        """Removes what an interrupted reading left behind: every file whose key is not in `keep`. Returns how many."""
        removed = 0
        for path in self._all():
            if path.name not in keep:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def _all(self) -> Iterator[Path]:
        yield from self._folder.glob("*.part")
        yield from (p for p in self._folder.glob("??/*") if p.is_file())

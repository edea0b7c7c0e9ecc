"""Pages of files whose reading was stopped, kept until the file is read: `halfway/<hash>-<readers>/<page>`."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from vectorstore.fingerprint import reader_fingerprint
from vectorstore.originals import content_hash

MOST_FILES = 20
"""Files half read that are remembered; the one that was touched last stays longest."""


class PageFolder:
    """The recognised pages of one file, a file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, page: int) -> bytes | None:
        """What was kept of a page, or None."""
        try:
            return self._path(page).read_bytes()
        except OSError:
            return None

    def put(self, page: int, data: bytes) -> None:
        """Keeps a page whole or not at all."""
        path = self._path(page)
        half = path.with_suffix(".part")
        with contextlib.suppress(OSError):  # a full disk costs time when the reading is taken up, and nothing else
            self._folder.mkdir(parents=True, exist_ok=True)
            half.write_bytes(data)
            os.replace(half, path)

    def _path(self, page: int) -> Path:
        return self._folder / f"{page:05d}"


class Halfway:
    """A folder of half read files. What other readers recognised is removed when it is opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tidy()

    def pages(self, original: bytes) -> PageFolder:
        """The pages kept of a file with exactly these bytes."""
        self._tidy()
        return PageFolder(self._of(original))

    def done(self, original: bytes) -> None:
        """Forgets the pages of a file that has been read."""
        shutil.rmtree(self._of(original), ignore_errors=True)

    def _of(self, original: bytes) -> Path:
        return self._folder / f"{content_hash(original)}-{reader_fingerprint()}"

    def _tidy(self) -> None:
        if not self._folder.is_dir():
            return
        kept = []
        for folder in self._folder.iterdir():
            if folder.name.endswith(f"-{reader_fingerprint()}"):
                kept.append((folder.stat().st_mtime, folder))
            else:
                shutil.rmtree(folder, ignore_errors=True)
        for _, folder in sorted(kept, reverse=True)[MOST_FILES:]:
            shutil.rmtree(folder, ignore_errors=True)

"""The one place where the steps of reading meet: bytes, Flow, Report, passages and the three ledgers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.audit import audit
from ingest.errors import IngestError, TooLarge, UnreadableFile
from ingest.figures import read_figures
from ingest.flow import Progress, silent
from ingest.passages import passages
from ingest.readers import SUFFIXES, read
from ingest.reading import Reading
from ingest.references import read_references
from ingest.structure import assemble

if TYPE_CHECKING:
    from ingest.readers.halfway import PageStore

LARGEST_FILE = 200 * 1024 * 1024
MOST_FILES = 10_000


def read_file(path: Path, progress: Progress = silent) -> Reading:
    """The Reading of a file.

    Raises: UnreadableFile, UnsupportedFormat, TooLarge; each with one sentence that names the file.
    """
    try:
        if not path.is_file():
            raise UnreadableFile(f"Không tìm thấy tệp {path.name}.", "Hãy kiểm tra lại đường dẫn.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(path.name, size)
        data = path.read_bytes()
    except OSError as e:
        reason = e.strerror or type(e).__name__
        raise UnreadableFile(f"Không mở được tệp {path.name}: {reason}.", "Hãy kiểm tra quyền đọc.") from e
    return read_bytes(data, path.name, progress)


def read_bytes(data: bytes, name: str, progress: Progress = silent, store: PageStore | None = None) -> Reading:
    """The Reading of some bytes; the same bytes give the same Reading. `name` is shown, never trusted or opened.

    `store` keeps the pages of a scan as they are recognised, so that a reading that was stopped goes on from them.

    Raises: UnreadableFile, UnsupportedFormat, TooLarge.
    """
    if not data:
        raise UnreadableFile(f"Tệp {name} trống.", "Hãy kiểm tra lại tệp gốc.")
    if len(data) > LARGEST_FILE:
        raise _too_large(name, len(data))
    flow = read(data, name, progress, store)
    progress("structure", 0, 1)
    report = assemble(flow, name=name, data=data)
    progress("structure", 1, 1)
    if not report.blocks:
        raise UnreadableFile(
            f"Tệp {name} không có chữ nào để đọc.", "Nếu là bản quét, hãy cài tesseract với tiếng Việt."
        )
    progress("ledgers", 0, 4)
    found = passages(report)
    progress("ledgers", 1, 4)
    figures = read_figures(report)
    progress("ledgers", 2, 4)
    references = read_references(report)
    progress("ledgers", 3, 4)
    findings = audit(report, figures, references)
    progress("ledgers", 4, 4)
    return Reading(report, found, figures, references, findings)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and in folders those whose ending can be read; sorted, each once.

    Raises: UnreadableFile where a path does not exist or a folder holds no report; TooLarge above 10,000 files.
    """
    out: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = list(_inside(path))
            if not inside:
                raise UnreadableFile(
                    f"Thư mục {path} không có báo cáo nào.", "Đọc được " + ", ".join(sorted(SUFFIXES)) + "."
                )
            out.update(dict.fromkeys(inside))
        elif path.exists():
            out[path] = None
        else:
            raise UnreadableFile(f"Không tìm thấy {path}.", "Hãy kiểm tra lại đường dẫn.")
        if len(out) > MOST_FILES:
            raise TooLarge(f"Có hơn {MOST_FILES} tệp trong {path}.", "Hãy nạp từng thư mục nhỏ.")
    return list(out)


def _inside(folder: Path) -> Iterator[Path]:
    """The readable files under a folder, links to folders not followed, hidden and lock files left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield Path(root) / name


def _too_large(name: str, size: int) -> IngestError:
    return TooLarge(
        f"Tệp {name} có {size // 1024 // 1024} MB, quá mức {LARGEST_FILE // 1024 // 1024} MB.",
        "Hãy tách tệp thành nhiều phần.",
    )

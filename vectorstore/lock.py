"""One process owns a data folder: Chroma goes stale or hangs when two write to the same files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from vectorstore.errors import StoreInUse, StoreNotWritable

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds a data folder for this process until `release`; the system lets go of it when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder if need be. Raises: StoreNotWritable, StoreInUse."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = open(  # noqa: SIM115 - held open for as long as the folder is owned
                folder / "lock", "a+", encoding="utf-8"
            )
        except OSError as error:
            raise StoreNotWritable(
                f"Không ghi được vào thư mục dữ liệu {folder}: {error.strerror or error}.",
                "Chọn thư mục khác bằng --data-dir hoặc BAOCAO_DATA_DIR.",
            ) from error
        try:
            _seize(file)
        except OSError as error:
            file.seek(0)
            holder = file.read(20).strip()
            file.close()
            raise StoreInUse(
                f"Thư mục dữ liệu {folder} đang được một tiến trình khác mở{f' (số {holder})' if holder else ''}.",
                "Đóng chương trình kia (ví dụ `baocao serve`) rồi chạy lại, hoặc dùng --data-dir khác.",
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        """Lets other processes open the folder."""
        self._file.close()

"""Files waiting to be read, one at a time in one worker thread, each telling how far it is.

The queue outlives the page that filled it: a page that is loaded again asks for the jobs and goes on watching.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import shutil
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from api.errors import Busy, NotHere
from ingest.errors import IngestError
from ingest.flow import Progress
from vectorstore.errors import StoreError

log = logging.getLogger(__name__)

State = Literal["queued", "reading", "done", "failed"]
WAITING = 500
"""Files waiting at once, beyond which a new one is refused."""
KEPT = 200
"""Finished jobs that are still shown."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file on its way in: the stage it is at, `done` of `total` units of it, and what came of it."""

    id: str
    file: str
    size: int
    state: State = "queued"
    stage: str = ""
    done: int = 0
    total: int = 0
    report: str | None = None
    known: bool = False
    code: str = ""
    message: str = ""
    hint: str = ""


Read = Callable[[Path, Progress, str], tuple[str, bool]]
"""Reads a file into the store, in place of the report of that id if any; gives its id and whether it was there."""


class ReadingQueue:
    """The jobs of this process. `version` grows with each change, for watchers."""

    def __init__(self, read: Read, folder: Path) -> None:
        self._read = read
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)  # what an earlier process was sent and did not read
        folder.mkdir(parents=True, exist_ok=True)
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self.version = 0

    def place_for(self, name: str) -> tuple[str, Path]:
        """A new job's id and where its file is to be written. Raises: Busy."""
        with self._lock:
            if sum(j.state in ("queued", "reading") for j in self._jobs.values()) >= WAITING:
                raise Busy("Hàng đợi đọc báo cáo đã đầy.", "Đợi các tệp trước đọc xong rồi gửi tiếp.")
        id = secrets.token_urlsafe(9)
        folder = self._folder / id
        folder.mkdir()
        return id, folder / safe_name(name)

    def put(self, id: str, path: Path, replaces: str = "") -> Job:
        """Line up a written file, the newer version of the report `replaces` if that is named."""
        job = Job(id, path.name, path.stat().st_size)
        with self._lock:
            for old in [j.id for j in self._jobs.values() if j.state in ("done", "failed")][:-KEPT]:
                del self._jobs[old]
            self._jobs[id] = job
            self._tell()
        self._pool.submit(self._work, id, path, replaces)
        return job

    def jobs(self) -> list[Job]:
        """All jobs, newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def dismiss(self, id: str) -> None:
        """Forget a job; one that waits is not read. Raises: NotHere."""
        with self._lock:
            if self._jobs.pop(id, None) is None:
                raise NotHere("Không có tệp này trong hàng đợi.")
            self._tell()

    async def changed(self, version: int, seconds: float) -> bool:
        """Wait for a change after `version`; False where none came in that time.

        Looks five times a second: reading a scan may tell far more often than a page can show.
        """
        for _ in range(int(seconds * 5)):
            if self.version != version:
                return True
            await asyncio.sleep(0.2)
        return False

    def close(self) -> None:
        """Read no further file; the one that is being read is finished."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _work(self, id: str, path: Path, replaces: str) -> None:
        try:
            if not self._change(id, state="reading"):
                return
            report, known = self._read(path, lambda stage, done, total: self._step(id, stage, done, total), replaces)
            self._change(id, state="done", report=report, known=known)
        except (IngestError, StoreError) as error:
            self._change(id, state="failed", code=error.code, message=error.message, hint=error.hint)
        except BaseException:
            log.exception("Reading %s failed.", path.name)
            self._change(
                id,
                state="failed",
                code="internal",
                message=f"Không đọc được “{path.name}” vì lỗi bên trong chương trình.",
                hint="Kho không thay đổi. Xem nhật ký của máy chủ.",
            )
            raise
        finally:
            shutil.rmtree(path.parent, ignore_errors=True)

    def _step(self, id: str, stage: str, done: int, total: int) -> None:
        self._change(id, stage=stage, done=done, total=total)

    def _change(self, id: str, **changes: object) -> bool:
        with self._lock:
            job = self._jobs.get(id)
            if job is None:
                return False
            self._jobs[id] = replace(job, **changes)  # type: ignore[arg-type]
            self._tell()
            return True

    def _tell(self) -> None:
        self.version += 1


def safe_name(name: str) -> str:
    """A file name without folders, control characters or what a file system would take amiss; its suffix is kept."""
    base = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    base = "".join(c for c in base if unicodedata.category(c)[0] != "C")
    base = re.sub(r'[<>:"|?*]', "_", base).strip(" .")
    stem, dot, suffix = base.rpartition(".")
    if not dot:
        stem, suffix = base, ""
    stem = stem.encode()[:150].decode(errors="ignore") or "bao-cao"
    return f"{stem}.{suffix[:10]}" if suffix else stem

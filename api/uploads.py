"""Files waiting to be read, one at a time in one worker thread, each telling how far it is.

The queue outlives the page that filled it: a page that is loaded again asks for the jobs and goes on watching. It
outlives the process too: files that were waiting when it ended are lined up again by the next one.
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


_QUEUED = ".queued"
_TRIES = 2
"""How often a file is begun that each time ended the process without a word: it may be the file that ends it."""


class _Stopped(Exception):
    """The reading of a file is to end: its job was taken off the list, or the program ends."""


class ReadingQueue:
    """The jobs of this process. `version` grows with each change, for watchers."""

    def __init__(self, read: Read, folder: Path) -> None:
        self._read = read
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._closing = threading.Event()
        self.version = 0
        self._take_up()

    def _take_up(self) -> None:
        """Lines up what an earlier process was sent and did not read; half sent files are removed."""
        for folder in sorted(self._folder.iterdir(), key=lambda f: f.stat().st_mtime):
            mark = folder / _QUEUED
            files = [f for f in folder.iterdir() if f != mark] if mark.is_file() else []
            replaces, _, begun = mark.read_text("utf-8").partition(" ") if files else ("", "", "")
            if len(files) == 1 and len(begun) < _TRIES and len(self._jobs) < WAITING:
                self.put(folder.name, files[0], replaces, begun)
            else:
                shutil.rmtree(folder, ignore_errors=True)

    def place_for(self, name: str) -> tuple[str, Path]:
        """A new job's id and where its file is to be written. Raises: Busy."""
        with self._lock:
            if sum(j.state in ("queued", "reading") for j in self._jobs.values()) >= WAITING:
                raise Busy("Hàng đợi đọc báo cáo đã đầy.", "Đợi các tệp trước đọc xong rồi gửi tiếp.")
        id = secrets.token_urlsafe(9)
        folder = self._folder / id
        folder.mkdir()
        return id, folder / safe_name(name)

    def put(self, id: str, path: Path, replaces: str = "", begun: str = "") -> Job:
        """Line up a written file, the newer version of the report `replaces` if that is named.

        `begun` has a stroke for each process that began to read it and did not come to an end.
        """
        _mark(path, replaces, begun)
        job = Job(id, path.name, path.stat().st_size)
        with self._lock:
            for old in [j.id for j in self._jobs.values() if j.state in ("done", "failed")][:-KEPT]:
                del self._jobs[old]
            self._jobs[id] = job
            self._tell()
        self._pool.submit(self._work, id, path, replaces, begun)
        return job

    def jobs(self) -> list[Job]:
        """All jobs, newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def dismiss(self, id: str) -> None:
        """Forget a job; one that waits is not read, one that is being read stops. Raises: NotHere."""
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
        """Read no further; what waits or is being read is taken up by the next process."""
        self._closing.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, id: str, path: Path, replaces: str, begun: str) -> None:
        try:
            if not self._change(id, state="reading"):
                return
            _mark(path, replaces, begun + "|")
            report, known = self._read(path, lambda stage, done, total: self._step(id, stage, done, total), replaces)
            self._change(id, state="done", report=report, known=known)
        except _Stopped:
            _mark(path, replaces, begun)
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
            with self._lock:
                job = self._jobs.get(id)
            if job is None or job.state in ("done", "failed"):
                shutil.rmtree(path.parent, ignore_errors=True)

    def _step(self, id: str, stage: str, done: int, total: int) -> None:
        if self._closing.is_set() or not self._change(id, stage=stage, done=done, total=total):
            raise _Stopped

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


def _mark(path: Path, replaces: str, begun: str) -> None:
    (path.parent / _QUEUED).write_text(f"{replaces} {begun}", "utf-8")


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

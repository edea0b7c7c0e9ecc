"""A server of the program in a process of its own, over a store of its own: what the benchmarks talk to."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples/vinh-trach-2024.docx"


@dataclass(frozen=True)
class Server:
    """Where it listens, and as which process."""

    port: int
    pid: int

    def memory_mb(self) -> float:
        """The most memory it has held so far."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def cpu_s(self) -> float:
        """The seconds of processor time it has used so far."""
        used = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(*files: Path) -> Iterator[Server]:
    """The program serving a new store of those files on a free port, until the block is left."""
    program = [sys.executable, "-c", "from api.cli import main; main()"]
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        data = ["--data-dir", folder]
        subprocess.run([*program, *data, "ingest", *map(str, files)], cwd=ROOT, check=True, capture_output=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        process = subprocess.Popen(
            [*program, *data, "serve", "--port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        try:
            _wait_until_ready(port, process)
            yield Server(port, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"The server ended: {process.stderr.read().decode()[-500:]}") from None
            time.sleep(0.1)
    raise RuntimeError("The server was not ready within a minute.")

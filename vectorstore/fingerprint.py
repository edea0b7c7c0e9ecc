"""Which readers read a report: a hash over the code of `ingest`, so that better readers read a report anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import ingest


@cache
def reader_fingerprint() -> str:
    """A hash over the source files of the package `ingest`; a few milliseconds, once a process."""
    digest = hashlib.sha256()
    root = Path(ingest.__file__).parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]

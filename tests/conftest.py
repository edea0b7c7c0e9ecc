"""What tests of several packages share: which programs they need, and a store with the sample reports, made once."""

from __future__ import annotations

import os
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest.language.fold import fold
from ingest.pipeline import read_file
from vectorstore.embedder import Vectors
from vectorstore.library import Library

SAMPLES = Path(__file__).parent.parent / "samples"


def reads_vietnamese() -> bool:
    """Whether tesseract is here, with its Vietnamese."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


PROGRAMS: dict[str, tuple[str, Callable[[], bool]]] = {
    "browser": ("Chromium", lambda: shutil.which("chromium") is not None),
    "ocr": ("tesseract with Vietnamese", reads_vietnamese),
    "office": ("LibreOffice", lambda: shutil.which("soffice") is not None),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the tests of a program that is not here, and says so; in CI every such program must be here."""
    for mark, (program, present) in PROGRAMS.items():
        marked = [item for item in items if item.get_closest_marker(mark) is not None]
        if not marked or present():
            continue
        if os.environ.get("CI"):
            raise pytest.UsageError(f"{program} is missing, and in CI its tests may not be skipped.")
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=f"needs {program}"))


class SpellingEmbedder:
    """Vectors of the words a text is spelled with: fast, and the same everywhere."""

    name = "spelling"
    checksum = "1"
    dimension = 128

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.embed_query(t) for t in texts]) if texts else np.empty((0, 128), np.float32)

    def embed_query(self, text: str) -> Vectors:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for word in fold(text).split():
            vector[zlib.crc32(word.encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)


@pytest.fixture(scope="session")
def spelling_embedder() -> SpellingEmbedder:
    return SpellingEmbedder()


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: SpellingEmbedder) -> Iterator[Library]:
    """An open store that holds the sample report of 2024 as PDF and that of 2023 as text. Tests leave it as it is."""
    with Library.open(tmp_path_factory.mktemp("store"), spelling_embedder) as library:
        for name in ("vinh-trach-2024.pdf", "vinh-trach-2023.txt"):
            path = SAMPLES / name
            library.add(read_file(path), path.read_bytes(), name)
        yield library

"""What tests of several packages share: a store with the sample reports, made once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest.language.fold import fold
from ingest.pipeline import read_file
from vectorstore.embedder import Vectors
from vectorstore.library import Library

SAMPLES = Path(__file__).parent.parent / "samples"


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

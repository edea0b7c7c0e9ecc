"""One question in, ranked Hits out: nearest in meaning, words as written, words without marks, fused by rank."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.passages import Passage
from vectorstore.catalog import Catalog
from vectorstore.dense import DenseSearch
from vectorstore.keyword import KEYWORD_ROADS
from vectorstore.words import has_marks, is_unmarked_vietnamese, terms

Road = Literal["dense", "exact", "folded"]
_LIST_PARTS = 3
_GOES_ON = re.compile(r"\(?(?:[2-9]|[1-9]\d|[b-zđ])\)\s")
_DEPTH = 60
_SMOOTHING = 10  # of reciprocal-rank fusion: how slowly a lower rank loses weight


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found. `score` orders hits of one search only; `why` holds its rank on each road."""

    rank: int
    score: float
    passage: Passage
    why: dict[Road, int]


def road_weights(query: str, *, translated: bool = False) -> dict[Road, float]:
    """How much each road counts, by how the query is typed.

    The embedding model loses nearly everything in Vietnamese typed without marks, where the folded road alone reads
    what was meant; the words of an English query rarely stand in the reports, so that meaning leads, unless the query
    is `translated` by other wordings beside it.
    """
    if has_marks(query) or translated:
        return {"dense": 1.0, "exact": 1.0, "folded": 0.5}
    if is_unmarked_vietnamese(query):
        return {"dense": 0.15, "exact": 0.0, "folded": 1.0}
    return {"dense": 1.0, "exact": 0.5, "folded": 0.5}


class Searcher:
    """Searches a catalogue and its vectors."""

    def __init__(self, catalog: Catalog, dense: DenseSearch) -> None:
        self._catalog = catalog
        self._dense = dense

    def look(self, query: str, reports: Sequence[int] = (), limit: int = 10, also: Sequence[str] = ()) -> Look:
        """A query to look for: at most `limit` hits; `reports` are row numbers, none meaning all.

        `also` are other wordings of what is asked (synonyms, translations), looked for as phrases.
        """
        return Look(self._catalog, self._dense, query.strip(), reports, limit, also)


class Look:
    """One query put to a store: by its words alone, or by its meaning as well. Its words are looked up once."""

    def __init__(
        self,
        catalog: Catalog,
        dense: DenseSearch,
        query: str,
        reports: Sequence[int],
        limit: int,
        also: Sequence[str],
    ) -> None:
        self._catalog = catalog
        self._dense = dense
        self._query = query
        self._reports = reports
        self._limit = limit
        self._also = tuple(also)
        self._depth = max(_DEPTH, 2 * limit)
        self._weights = road_weights(query, translated=bool(also))
        self._by_words: dict[Road, list[int]] | None = None

    def hits(self, *, by_meaning: bool = True) -> list[Hit]:
        """The best passages; without `by_meaning`, which costs several times what the words do, by those alone."""
        if not self._query or self._limit < 1:
            return []
        if self._by_words is None:
            self._by_words = self._keywords()
        ranked = dict(self._by_words)
        if by_meaning:
            ranked["dense"] = self._dense.nearest(self._query, self._reports, self._depth)
        scores: dict[int, float] = {}
        why: dict[int, dict[Road, int]] = {}
        for name, keys in ranked.items():
            for rank, key in enumerate(keys, 1):
                scores[key] = scores.get(key, 0.0) + self._weights[name] / (_SMOOTHING + rank)
                why.setdefault(key, {})[name] = rank
        best = sorted(scores, key=lambda key: (-scores[key], key))[: self._limit]
        # Row numbers of a report's passages follow each other: what comes after a hit may be the rest of its list.
        passages = self._catalog.passages_at([key + step for key in best for step in range(_LIST_PARTS + 1)])
        ordered = _lists_whole(best, passages)[: self._limit]
        return [
            Hit(rank, round(scores.get(key, 0.0), 6), passages[key], why.get(key, {}))
            for rank, key in enumerate(ordered, 1)
        ]

    def _keywords(self) -> dict[Road, list[int]]:
        wanted = terms(self._query, self._also)
        roads = [road for road in KEYWORD_ROADS if self._weights[road]]
        with self._catalog.look() as connection:
            found = self._catalog.keywords.search(connection, wanted, roads, self._reports, self._depth)
        return {road: found[road] for road in roads}


def _lists_whole(best: Sequence[int], passages: Mapping[int, Passage]) -> list[int]:
    """The ranked passages, each followed by those in which the list it holds goes on: "(4) …" after "(1) … (3) …"."""
    out: dict[int, None] = {}
    for key in best:
        head = passages.get(key)
        if head is None:
            continue
        out[key] = None
        for next_key in range(key + 1, key + _LIST_PARTS + 1):
            part = passages.get(next_key)
            if part is None or part.locator.block != head.locator.block or not _GOES_ON.match(part.text):
                break
            out[next_key] = None
    return list(out)

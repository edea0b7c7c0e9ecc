"""Keyword search in SQLite FTS5: words as written and words without marks, ranked by BM25.

Four columns: the passage's own text and its context, each as written (NFC, lower case) and folded by our own code, as
no tokenizer of SQLite folds đ. The words of the report's key stand in a fifth, so that a search of some reports walks
only their passages.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from ingest.language.fold import fold
from ingest.passages import Passage
from vectorstore.words import Term, normal

Road = Literal["exact", "folded"]
_WORD = re.compile(r"[^\W_]+")
KEYWORD_ROADS: tuple[Road, ...] = ("exact", "folded")

_COLUMNS = {"exact": ("text_exact", "context_exact"), "folded": ("text_folded", "context_folded")}
_WEIGHTS = {"exact": "1.0, 0.4, 0, 0", "folded": "0, 0, 1.0, 0.4"}
_LARGE = 5_000  # passages; in a smaller store every term is looked for
_MOST_ROWS = 15_000  # that the terms of one search may walk, the rarest first: keeps a search of a large store quick
_FEW_REPORTS = 150  # so many are asked for by their word; beyond, looking up the report of what was found is quicker
_VERY_FEW = 6  # reports whose passages are looked at one by one
_MOST_RANKED = 2_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A phrase of a search, the columns to look in, and in how many rows it stands (0 where that was not counted)."""

    phrase: str
    columns: tuple[str, ...]
    rows: int


class KeywordIndex:
    """The full-text table of a catalogue.

    What changes or counts it works in the caller's transaction; `search` reads by the driver's own connection.
    """

    def __init__(self) -> None:
        self._document_counts: dict[tuple[str, str], int] = {}
        self._size: int | None = None

    def create(self, connection: Connection) -> None:
        """Makes the table if it is not there."""
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(report, text_exact, context_exact,"
            ' text_folded, context_folded, tokenize = "unicode61 remove_diacritics 0")'
        )
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS passage_vocabulary USING fts5vocab(passage_words, 'col')"
        )

    def drop(self, connection: Connection) -> None:
        """Removes the table, to be made anew."""
        connection.exec_driver_sql("DROP TABLE IF EXISTS passage_vocabulary")
        connection.exec_driver_sql("DROP TABLE IF EXISTS passage_words")
        self._forget()

    def add(self, connection: Connection, report: int, passages: Sequence[tuple[int, Passage]]) -> None:
        """Adds the passages of one report, given with their row numbers."""
        rows = []
        for key, passage in passages:
            text, context = normal(passage.text), normal(passage.context)
            rows.append((key, f"r{report}", text, context, fold(text), fold(context)))
        if rows:
            connection.exec_driver_sql(
                "INSERT INTO passage_words (rowid, report, text_exact, context_exact, text_folded, context_folded)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )
        self._forget()

    def remove(self, connection: Connection, report: int) -> None:
        """Removes the passages of one report; they must still be in the catalogue."""
        connection.exec_driver_sql(
            "DELETE FROM passage_words WHERE rowid IN (SELECT key FROM passages WHERE report = ?)", (report,)
        )
        self._forget()

    def count(self, connection: Connection, report: int | None = None) -> int:
        """How many passages the table has, of one report or in all."""
        if report is None:
            return int(connection.exec_driver_sql("SELECT count(*) FROM passage_words_docsize").scalar() or 0)
        query = "SELECT count(*) FROM passage_words WHERE passage_words MATCH ?"
        return int(connection.exec_driver_sql(query, (f"report : r{report}",)).scalar() or 0)

    def _forget(self) -> None:
        self._document_counts = {}
        self._size = None

    def search(
        self,
        connection: sqlite3.Connection,
        terms: Sequence[Term],
        roads: Sequence[Road],
        reports: Sequence[int],
        limit: int,
    ) -> dict[Road, list[int]]:
        """Row numbers of the passages that hold any of the terms, best first, on each road; `reports` empty means
        all."""
        few = 0 < len(reports) <= _FEW_REPORTS
        most_rows = 4 * _MOST_ROWS if few else _MOST_ROWS
        wanted = {road: self._telling(connection, terms, road, most_rows) for road in roads}
        matches = {road: " OR ".join(f"{{{' '.join(w.columns)}}} : {w.phrase}" for w in wanted[road]) for road in roads}
        matches = {road: match for road, match in matches.items() if match}
        within = f"(report : ({' OR '.join(f'r{key}' for key in reports)})) AND " if few else ""
        found: dict[Road, list[int]] = {road: [] for road in roads}
        if 0 < len(reports) <= _VERY_FEW and self._passages(connection) >= _LARGE:
            for road, match in matches.items():
                found[road] = self._rank(connection, f"{within}({match})", wanted[road], road, limit)
        elif matches:
            match = f"{within}({' OR '.join(matches.values())})"
            found |= _best(connection, match, tuple(matches), () if few else reports, limit)
        return found

    def _rank(
        self, connection: sqlite3.Connection, match: str, wanted: Sequence[_Wanted], road: Road, limit: int
    ) -> list[int]:
        """Few passages of a large store, best first by BM25 with every word counted once.

        FTS5's own bm25() walks all rows of every phrase to count them, 20 to 50 ms in 100,000 passages, however few of
        them are asked for; here the counts are those of the words, which are kept.
        """
        text, context = _COLUMNS[road]
        found = connection.execute(
            f"SELECT rowid, {text}, {context} FROM passage_words WHERE passage_words MATCH ? LIMIT ?",
            (match, _MOST_RANKED),
        ).fetchall()
        flat = [(key, _flat(said), _flat(around)) for key, said, around in found]
        mean = sum(len(said) + len(around) for _, said, around in flat) / max(1, len(flat))
        size = self._passages(connection)
        worth = [(_flat(w.phrase), math.log(1 + (size - w.rows + 0.5) / (w.rows + 0.5))) for w in wanted]
        scores: dict[int, float] = {}
        for key, said, around in flat:
            length = 1.2 * (0.25 + 0.75 * (len(said) + len(around)) / mean)
            held = ((idf, 1.0 if phrase in said else 0.4 if phrase in around else 0.0) for phrase, idf in worth)
            scores[key] = sum(idf * times * 2.2 / (times + length) for idf, times in held)
        return sorted(scores, key=lambda key: (-scores[key], key))[:limit]

    def _passages(self, connection: sqlite3.Connection) -> int:
        if self._size is None:
            self._size = _number(connection.execute("SELECT count(*) FROM passages"))
        return self._size

    def _telling(
        self, connection: sqlite3.Connection, terms: Sequence[Term], road: Road, most_rows: int
    ) -> list[_Wanted]:
        """The terms and the columns to look in; in a large store the rarest, in `most_rows` rows together."""
        text, context = _COLUMNS[road]
        if self._passages(connection) < _LARGE:
            return [_Wanted(_phrase(term, road), (text, context), 0) for term in terms]
        counted = []
        for term in terms:
            said, around = (
                min(self._count(connection, word, column) for word in _words(term, road)) for column in (text, context)
            )
            counted += [(said, 0, term), (around, 1, term)]
        columns: dict[Term, list[str]] = {}
        rows: dict[Term, int] = {}
        walked = 0
        for count, column, term in sorted(counted, key=lambda c: c[:2]):
            rows[term] = max(rows.get(term, 0), count)
            walked += count
            if count and walked <= most_rows:
                columns.setdefault(term, []).append((text, context)[column])
        return [_Wanted(_phrase(term, road), tuple(held), rows[term]) for term, held in columns.items()]

    def _count(self, connection: sqlite3.Connection, word: str, column: str) -> int:
        known = self._document_counts.get((column, word))
        if known is None:
            known = _number(
                connection.execute(
                    "SELECT coalesce(max(doc), 0) FROM passage_vocabulary WHERE term = ? AND col = ?", (word, column)
                )
            )
            self._document_counts[(column, word)] = known
        return known


def _best(
    connection: sqlite3.Connection, match: str, roads: Sequence[Road], reports: Sequence[int], limit: int
) -> dict[Road, list[int]]:
    """The best by BM25 on each road, in one look that walks the rows of all roads together."""
    source = "passage_words"
    if reports:
        keys = ", ".join(str(int(key)) for key in reports)
        source += f" JOIN passages ON passages.key = passage_words.rowid AND passages.report IN ({keys})"
    scores = ", ".join(f"bm25(passage_words, 0, {_WEIGHTS[road]}) AS {road}" for road in roads)
    # Nothing says that an aggregate keeps the order of the rows it is given: each key goes with its score.
    best = ", ".join(
        f"(SELECT json_group_array(json_array({road}, key)) FROM"
        f" (SELECT {road}, key FROM found WHERE {road} < 0 ORDER BY {road}, key LIMIT :most))"
        for road in roads
    )
    row = connection.execute(
        f"WITH found AS MATERIALIZED (SELECT passage_words.rowid AS key, {scores} FROM {source}"
        f" WHERE passage_words MATCH :match) SELECT {best}",
        {"match": match, "most": limit},
    ).fetchone()
    return {road: [key for _, key in sorted(json.loads(pairs))] for road, pairs in zip(roads, row, strict=True)}


def _number(found: sqlite3.Cursor) -> int:
    """The one number that was asked for."""
    return int(found.fetchone()[0])


def _words(term: Term, road: Road) -> tuple[str, ...]:
    return term.exact if road == "exact" else term.folded


def _phrase(term: Term, road: Road) -> str:
    """Quoted words, so that nothing that was typed is read as FTS5 syntax."""
    words = " ".join(word.replace('"', " ") for word in _words(term, road))
    return f'"{words}"'


def _flat(text: str) -> str:
    """The words of a text between single spaces, for finding a phrase."""
    return f" {' '.join(_WORD.findall(text))} "

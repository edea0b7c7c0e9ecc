"""Keyword search in SQLite FTS5: words as written and words without marks, ranked by BM25.

Four columns: the passage's own text and its context, each as written (NFC, lower case) and folded by our own code, as
no tokenizer of SQLite folds đ. The words of the report's key stand in a fifth, so that a search of some reports walks
only their passages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import Connection

from ingest.language.fold import fold
from ingest.passages import Passage
from vectorstore.words import Term, normal

Road = Literal["exact", "folded"]
KEYWORD_ROADS: tuple[Road, ...] = ("exact", "folded")

_COLUMNS = {"exact": ("text_exact", "context_exact"), "folded": ("text_folded", "context_folded")}
_LARGE = 5_000  # passages; in a smaller store every term is looked for
_MOST_ROWS = 15_000  # that the terms of one search may walk, the rarest first: keeps a search of a large store quick
_FEW_REPORTS = 150  # so many are asked for by their word; beyond, looking up the report of what was found is quicker


class KeywordIndex:
    """The full-text table of a catalogue. Every method works in the caller's transaction."""

    def __init__(self) -> None:
        self._document_counts: dict[tuple[Road, str], int] = {}
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
        self, connection: Connection, terms: Sequence[Term], road: Road, reports: Sequence[int], limit: int
    ) -> list[int]:
        """Row numbers of the passages that hold any of the terms, best first; `reports` empty means all."""
        few = 0 < len(reports) <= _FEW_REPORTS
        wanted = self._telling(connection, terms, road, 4 * _MOST_ROWS if few else _MOST_ROWS)
        if not wanted:
            return []
        text, context = _COLUMNS[road]
        match = f"{{{text} {context}}} : ({' OR '.join(_phrase(term, road) for term in wanted)})"
        if few:
            match = f"(report : ({' OR '.join(f'r{key}' for key in reports)})) AND ({match})"
        weights = ("1.0", "0.4", "0", "0") if road == "exact" else ("0", "0", "1.0", "0.4")
        if len(reports) > _FEW_REPORTS:
            source = (
                "passage_words JOIN passages ON passages.key = passage_words.rowid"
                f" AND passages.report IN ({', '.join(str(int(key)) for key in reports)})"
            )
        else:
            source = "passage_words"
        found = connection.exec_driver_sql(
            f"SELECT passage_words.rowid FROM {source} WHERE passage_words MATCH ?"
            f" ORDER BY bm25(passage_words, 0, {', '.join(weights)}) LIMIT ?",
            (match, limit),
        ).scalars()
        return [int(key) for key in found]

    def _telling(self, connection: Connection, terms: Sequence[Term], road: Road, most_rows: int) -> list[Term]:
        """In a large store, the rarest terms, as many as stand in `most_rows` rows together."""
        if self._size is None:
            self._size = int(connection.exec_driver_sql("SELECT count(*) FROM passages").scalar() or 0)
        if self._size < _LARGE:
            return list(terms)
        counted = [(min(self._count(connection, word, road) for word in _words(t, road)), t) for t in terms]
        out: list[Term] = []
        walked = 0
        for count, term in sorted(counted, key=lambda pair: pair[0]):
            walked += count
            if count and walked <= most_rows:
                out.append(term)
        return out

    def _count(self, connection: Connection, word: str, road: Road) -> int:
        known = self._document_counts.get((road, word))
        if known is None:
            known = int(
                connection.exec_driver_sql(
                    "SELECT coalesce(max(doc), 0) FROM passage_vocabulary WHERE term = ? AND col = ?",
                    (word, _COLUMNS[road][0]),
                ).scalar()
                or 0
            )
            self._document_counts[(road, word)] = known
        return known


def _words(term: Term, road: Road) -> tuple[str, ...]:
    return term.exact if road == "exact" else term.folded


def _phrase(term: Term, road: Road) -> str:
    """Quoted words, so that nothing that was typed is read as FTS5 syntax."""
    words = " ".join(word.replace('"', " ") for word in _words(term, road))
    return f'"{words}"'

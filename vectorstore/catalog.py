"""The catalogue in SQLite: reports, passages, their vectors and the three ledgers. With the originals, the truth."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

import numpy as np
from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.exc import DatabaseError, OperationalError

from ingest.ledgers import Figure, Finding, Reference
from ingest.passages import Passage
from ingest.reading import Reading
from ingest.report import Report
from vectorstore import tables as t
from vectorstore.codec import every_from_json, from_json, pack, to_json, unpack
from vectorstore.embedder import Vectors
from vectorstore.errors import StoreDamaged, StoreNotWritable
from vectorstore.keyword import KeywordIndex
from vectorstore.migrations import migrate
from vectorstore.summary import ReportSummary, summarise

T = TypeVar("T")
_MOST_VARIABLES = 900
_PASSAGES_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Row:
    """A stored report as the other tables know it: its row number, and what to do with its original."""

    key: int
    id: str
    original: str
    original_name: str
    digest: str
    reader: str


class Catalog:
    """The SQLite file of a store. Reads go in parallel; writes one at a time, each in one transaction."""

    def __init__(self, path: Path) -> None:
        """Opens or makes it and brings it up to date. Raises: StoreTooNew, StoreDamaged, StoreNotWritable."""
        self._writing = threading.RLock()
        self._engine = _engine(path)
        self.keywords = KeywordIndex()
        self._kept: dict[int, Passage | None] = {}
        self._changes = 0
        self._keeping = threading.Lock()
        try:
            with self.write() as connection:
                migrate(connection)
                self.keywords.create(connection)
        except OperationalError as error:
            self._engine.dispose()
            raise StoreNotWritable(f"Không ghi được vào kho {path}: {error.orig}.", "Kiểm tra quyền ghi.") from error
        except DatabaseError as error:
            self._engine.dispose()
            raise StoreDamaged(
                f"Tệp {path} không phải là kho của baocao hoặc đã bị hỏng: {error.orig}.",
                "Khôi phục từ bản sao lưu, hoặc dùng --data-dir khác.",
            ) from error
        except BaseException:
            self._engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """The driver's own connection, for statements that read and need not see one moment together: what a question
        looks for is found in a fifth of the time that SQLAlchemy's care takes besides."""
        held = self._engine.raw_connection()
        try:
            yield cast(sqlite3.Connection, held.driver_connection)
        finally:
            held.close()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection whose changes all happen, or none."""
        with self._writing, self._engine.begin() as connection:
            yield connection

    # Reports

    def add(self, reading: Reading, vectors: Vectors, original: str, name: str, digest: str, reader: str) -> int:
        """Stores one reading, in place of an earlier one of the same id; returns its row number.

        The report is marked as not yet in the vector index.
        """
        report = reading.report
        with self.write() as connection:
            self._remove(connection, report.id)
            key = connection.scalar(
                t.reports.insert()
                .values(
                    id=report.id,
                    summary=to_json(summarise(reading)),
                    body=pack(report),
                    original=original,
                    original_name=name,
                    digest=digest,
                    reader=reader,
                    added_at=datetime.now(UTC).isoformat(timespec="seconds"),
                )
                .returning(t.reports.c.key)
            )
            assert key is not None
            if reading.passages:
                connection.execute(
                    t.passages.insert(), [{"report": key, "id": p.id, "payload": to_json(p)} for p in reading.passages]
                )
            keys = connection.execute(
                select(t.passages.c.key).where(t.passages.c.report == key).order_by(t.passages.c.key)
            ).scalars()
            self.keywords.add(connection, key, list(zip(keys, reading.passages, strict=True)))
            connection.execute(t.vectors.insert().values(report=key, data=vectors.astype(np.float16).tobytes()))
            ledgers: tuple[tuple[Table, Sequence[Any]], ...] = (
                (t.figures, reading.figures),
                (t.cited, reading.references),
                (t.findings, reading.findings),
            )
            for table, entries in ledgers:
                if entries:
                    connection.execute(
                        table.insert(), [{"report": key, "id": e.id, "payload": to_json(e)} for e in entries]
                    )
            connection.execute(t.pending.insert().values(report=key, action="put"))
        self._forget_passages()
        return int(key)

    def remove(self, report_id: str) -> None:
        """Removes a report and all that was drawn from it; the vector index still has to follow."""
        with self.write() as connection:
            self._remove(connection, report_id)
        self._forget_passages()

    def _remove(self, connection: Connection, report_id: str) -> None:
        key = connection.execute(select(t.reports.c.key).where(t.reports.c.id == report_id)).scalar()
        if key is None:
            return
        self.keywords.remove(connection, key)
        connection.execute(t.reports.delete().where(t.reports.c.key == key))
        connection.execute(t.pending.delete().where(t.pending.c.report == key))
        connection.execute(t.pending.insert().values(report=key, action="remove"))

    def rows(self) -> list[Row]:
        """The stored reports, in the order they came."""
        c = t.reports.c
        with self.read() as connection:
            found = connection.execute(
                select(c.key, c.id, c.original, c.original_name, c.digest, c.reader).order_by(c.key)
            ).all()
        return [Row(*r) for r in found]

    def summaries(self) -> list[ReportSummary]:
        """What is in the store, in the order it came."""
        with self.read() as connection:
            found = connection.execute(select(t.reports.c.summary).order_by(t.reports.c.key)).scalars().all()
        return [from_json(ReportSummary, s) for s in found]

    def report(self, key: int) -> Report:
        """The report of that row."""
        with self.read() as connection:
            body: bytes = connection.execute(select(t.reports.c.body).where(t.reports.c.key == key)).scalar_one()
        return unpack(Report, body)

    def figures(self, key: int) -> tuple[Figure, ...]:
        """The figures of a report, in reading order."""
        return self._entries(t.figures, Figure, key)

    def references(self, key: int) -> tuple[Reference, ...]:
        """The documents that a report cites, in reading order."""
        return self._entries(t.cited, Reference, key)

    def findings(self, key: int) -> tuple[Finding, ...]:
        """What does not add up in a report, in reading order."""
        return self._entries(t.findings, Finding, key)

    def report_of_figure(self, figure: str) -> int | None:
        """The row number of the report that a figure stands in, or None."""
        with self.read() as connection:
            key: int | None = connection.execute(
                select(t.figures.c.report).where(t.figures.c.id == figure).limit(1)
            ).scalar()
        return key

    def _entries(self, table: Table, kind: type[T], key: int) -> tuple[T, ...]:
        with self.read() as connection:
            found = connection.execute(
                select(table.c.payload).where(table.c.report == key).order_by(table.c.key)
            ).scalars()
            return every_from_json(kind, found)

    # Passages

    def passages_of(self, key: int) -> list[tuple[int, Passage]]:
        """The passages of a report with their row numbers, in reading order."""
        with self.read() as connection:
            found = connection.execute(
                select(t.passages.c.key, t.passages.c.payload)
                .where(t.passages.c.report == key)
                .order_by(t.passages.c.key)
            ).all()
        return [(k, from_json(Passage, payload)) for k, payload in found]

    def passages_at(self, keys: Sequence[int]) -> dict[int, Passage]:
        """The passages of those rows, by row number.

        The latest looked for are kept, for many questions find the same; None stands for a row that there is not, such
        as the one after the last. A change of the catalogue drops them, since what is gone must not be found.
        """
        found = {key: self._kept[key] for key in keys if key in self._kept}
        unknown = [key for key in dict.fromkeys(keys) if key not in found]
        if unknown:
            changes = self._changes
            read = self._passages("key", unknown)
            looked = {key: read.get(key) for key in unknown}
            found |= looked
            with self._keeping:
                if changes == self._changes:
                    self._kept |= looked
                while len(self._kept) > _PASSAGES_KEPT:
                    del self._kept[next(iter(self._kept))]
        return {key: held for key, held in found.items() if held is not None}

    def _forget_passages(self) -> None:
        with self._keeping:
            self._changes += 1
            self._kept.clear()

    def passages_named(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages of those ids, by id."""
        return self._passages("id", ids)

    def _passages(self, column: Literal["key", "id"], wanted: Sequence[Any]) -> dict[Any, Passage]:
        out: dict[Any, Passage] = {}
        with self.look() as connection:
            for start in range(0, len(wanted), _MOST_VARIABLES):
                some = wanted[start : start + _MOST_VARIABLES]
                marks = ", ".join("?" * len(some))
                found = connection.execute(f"SELECT {column}, payload FROM passages WHERE {column} IN ({marks})", some)
                out.update({key: from_json(Passage, payload) for key, payload in found.fetchall()})
        return out

    def vectors_of(self, key: int, dimension: int) -> tuple[list[int], Vectors]:
        """Row numbers and vectors of a report's passages, in the same order."""
        with self.read() as connection:
            keys = connection.execute(
                select(t.passages.c.key).where(t.passages.c.report == key).order_by(t.passages.c.key)
            ).scalars()
            data: bytes = connection.execute(select(t.vectors.c.data).where(t.vectors.c.report == key)).scalar() or b""
            return list(keys), np.frombuffer(data, np.float16).astype(np.float32).reshape(-1, dimension)

    def set_vectors(self, key: int, vectors: Vectors) -> None:
        """Replaces the vectors of a report's passages."""
        with self.write() as connection:
            connection.execute(
                t.vectors.update().where(t.vectors.c.report == key).values(data=vectors.astype(np.float16).tobytes())
            )

    def vector_bytes(self, key: int) -> tuple[int, int]:
        """How many bytes of vectors a report has (two a number), and how many passages."""
        with self.read() as connection:
            held = connection.execute(select(func.length(t.vectors.c.data)).where(t.vectors.c.report == key)).scalar()
        return int(held or 0), self.count(t.passages, key)

    def count(self, table: Table, key: int) -> int:
        """How many rows of a table are a report's."""
        with self.read() as connection:
            query = select(func.count()).select_from(table).where(table.c.report == key)
            return int(connection.execute(query).scalar_one())

    def count_reports(self) -> int:
        """How many reports there are."""
        with self.read() as connection:
            return int(connection.execute(select(func.count()).select_from(t.reports)).scalar_one())

    def count_passages(self) -> int:
        """How many passages there are."""
        with self.read() as connection:
            return int(connection.execute(select(func.count()).select_from(t.passages)).scalar_one())

    def count_words(self, key: int | None = None) -> int:
        """How many passages the full-text index has, of one report or in all."""
        with self.read() as connection:
            return self.keywords.count(connection, key)

    def rebuild_words(self, told: Callable[[int], None]) -> None:
        """Makes the full-text index anew; `told` how many reports are done."""
        rows = self.rows()
        with self.write() as connection:
            self.keywords.drop(connection)
            self.keywords.create(connection)
            for done, row in enumerate(rows, 1):
                self.keywords.add(connection, row.key, self.passages_of(row.key))
                told(done)

    # What the store knows of itself

    def fact(self, name: str) -> str | None:
        """A fact that was set, or None."""
        with self.read() as connection:
            value: str | None = connection.execute(select(t.facts.c.value).where(t.facts.c.name == name)).scalar()
        return value

    def set_facts(self, **facts: str) -> None:
        """Sets facts, all or none."""
        with self.write() as connection:
            for name, value in facts.items():
                connection.execute(t.facts.delete().where(t.facts.c.name == name))
                connection.execute(t.facts.insert().values(name=name, value=value))

    def pending(self) -> list[tuple[int, str]]:
        """Reports that the vector index still has to "put" or "remove", by row number."""
        with self.read() as connection:
            return [(r, a) for r, a in connection.execute(select(t.pending.c.report, t.pending.c.action)).all()]

    def settled(self, key: int) -> None:
        """The vector index has followed for that report."""
        with self.write() as connection:
            connection.execute(t.pending.delete().where(t.pending.c.report == key))

    def check(self) -> str:
        """SQLite's own check of its file: "ok", or what is wrong."""
        with self.read() as connection:
            return str(connection.exec_driver_sql("PRAGMA quick_check").scalar())

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "mmap_size=268435456"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.connection.cursor().execute("BEGIN")  # a question begins several: none needs SQLAlchemy's care

    return engine

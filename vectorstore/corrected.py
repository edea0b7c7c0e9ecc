"""The figures of reports as people corrected them, over the readings that stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ingest.ledgers import Figure
from vectorstore.catalog import Catalog, Row
from vectorstore.corrections import Change, Correction, CorrectionLog
from vectorstore.errors import UnknownFigure


class CorrectedFigures:
    """Joins what was read of figures with what stands of the log of corrections. One writer at a time."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._log = CorrectionLog(catalog)
        self._read = lru_cache(maxsize=1_000)(catalog.figures)

    def forget(self) -> None:
        """Reads the figures anew from the catalogue, which has changed."""
        self._read.cache_clear()

    def corrected(self, report: str) -> bool:
        """Whether any correction of a report stands."""
        return self._log.corrected(report)

    def of(self, row: Row) -> tuple[Figure, ...]:
        """A report's figures, corrected."""
        figures = self._read(row.key)
        standing = self._log.standing(row.id, figures)
        if not standing:
            return figures
        return tuple(standing[f.id].change.of(f) if f.id in standing else f for f in figures)

    def as_read(self, figure: str) -> Figure:
        """A figure as it was read, corrections aside. Raises: UnknownFigure."""
        key = self._catalog.report_of_figure(figure)
        if key is None:
            raise UnknownFigure(f"Không có số liệu “{figure[:40]}” trong kho.", "Tải lại trang.")
        return next(f for f in self._read(key) if f.id == figure)

    def correct(self, read: Figure, change: Change, who: str, reason: str, *, undone: bool) -> Figure:
        """Keeps and logs a correction, or with `undone` that what was read holds; the figure as it now is."""
        change = Change() if undone else change.beyond(read)
        self._log.add(read, change, who, reason, undone=undone or not change)
        return change.of(read)

    def standing(self, rows: Iterable[Row]) -> dict[str, Correction]:
        """The corrections that stand in those reports, by the figures' ids."""
        return {
            id: entry
            for row in rows
            if self._log.corrected(row.id)
            for id, entry in self._log.standing(row.id, self._read(row.key)).items()
        }

    def log(self, report: str, figure: str) -> list[Correction]:
        """Every entry, of one report or figure if named, the oldest first."""
        return self._log.log(report, figure)

    def remove(self, report: str) -> int:
        """Removes all entries of a report that is deleted; returns how many."""
        return self._log.remove(report)

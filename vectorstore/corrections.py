"""Corrections of figures' readings by people: kept apart from the readings, each one logged, each one undoable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import select

from ingest.ledgers import Figure
from vectorstore import tables as t
from vectorstore.catalog import Catalog
from vectorstore.codec import from_json, to_json


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction sets; None leaves the field as it was read."""

    value: Decimal | None = None
    unit: str | None = None
    indicator: str | None = None
    period: str | None = None
    scope: str | None = None

    def of(self, figure: Figure) -> Figure:
        """The figure with these fields set; the number as printed and its place stay."""
        return replace(
            figure,
            value=figure.value if self.value is None else self.value,
            unit=figure.unit if self.unit is None else self.unit,
            indicator=figure.indicator if self.indicator is None else self.indicator,
            period=figure.period if self.period is None else self.period,
            scope=figure.scope if self.scope is None else self.scope,
        )

    def beyond(self, figure: Figure) -> Change:
        """The same, without the fields that say what was read anyway."""
        return Change(
            None if self.value == figure.value else self.value,
            None if self.unit == figure.unit else self.unit,
            None if self.indicator == figure.indicator else self.indicator,
            None if self.period == figure.period else self.period,
            None if self.scope == figure.scope else self.scope,
        )

    def __bool__(self) -> bool:
        return self != Change()


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the log: who set what of which figure, when and why; `undone` takes back the ones before it.

    `printed` and `quote` are the figure's own, by which it is found again where better readers name it otherwise.
    """

    report: str
    figure: str
    change: Change
    undone: bool
    who: str
    reason: str
    at: str
    printed: str
    quote: str


class CorrectionLog:
    """The log, and what stands of it. Safe in many threads: what stands is swapped as a whole."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._standing: dict[str, dict[str, Correction]] = {}
        self._load()

    def _load(self) -> None:
        standing: dict[str, dict[str, Correction]] = {}
        for entry in self.log():
            of_report = standing.setdefault(entry.report, {})
            if entry.undone:
                of_report.pop(entry.figure, None)
            else:
                of_report[entry.figure] = entry
        self._standing = standing

    def log(self, report: str = "", figure: str = "") -> list[Correction]:
        """Every entry, of one report or of one figure if named, the oldest first."""
        c = t.corrections.c
        query = select(c.report, c.figure, c.change, c.undone, c.who, c.reason, c.made_at, c.printed, c.quote).order_by(
            c.key
        )
        if report:
            query = query.where(c.report == report)
        if figure:
            query = query.where(c.figure == figure)
        with self._catalog.read() as connection:
            rows = connection.execute(query).all()
        return [Correction(r[0], r[1], from_json(Change, r[2]), bool(r[3]), *r[4:]) for r in rows]

    def corrected(self, report: str) -> bool:
        """Whether any correction of a report stands."""
        return bool(self._standing.get(report))

    def standing(self, report: str, figures: Sequence[Figure]) -> dict[str, Correction]:
        """What stands of a report's figures as they were read, by the figures' ids."""
        kept = self._standing.get(report)
        if not kept:
            return {}
        known = {f.id for f in figures}
        out = {id: entry for id, entry in kept.items() if id in known}
        for entry in (entry for id, entry in kept.items() if id not in known):
            same = [f.id for f in figures if (f.text, f.quote) == (entry.printed, entry.quote) and f.id not in out]
            if len(same) == 1:
                out[same[0]] = entry
        return out

    def add(self, figure: Figure, change: Change, who: str, reason: str, *, undone: bool = False) -> None:
        """Writes an entry; `figure` is as it was read. A correction takes the place of the one before it."""
        with self._catalog.write() as connection:
            connection.execute(
                t.corrections.insert().values(
                    report=figure.locator.report,
                    figure=figure.id,
                    undone=int(undone),
                    change=to_json(change),
                    printed=figure.text,
                    quote=figure.quote,
                    who=who,
                    reason=reason,
                    made_at=datetime.now(UTC).isoformat(timespec="seconds"),
                )
            )
        self._load()

    def remove(self, report: str) -> int:
        """Removes all entries of a report that is deleted; returns how many."""
        with self._catalog.write() as connection:
            gone = connection.execute(t.corrections.delete().where(t.corrections.c.report == report)).rowcount
        self._load()
        return gone

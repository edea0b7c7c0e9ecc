"""What is asked of the three ledgers: filters that pages, JSON and exports share, and the rows they let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from assistant.lookup import FoundReference, find_figures, find_references
from ingest.ledgers import Figure, Finding
from vectorstore.library import Library

Words = Annotated[str, Query(max_length=200, description="What is looked for, in any spelling")]
ReportId = Annotated[str, Query(max_length=100, description="Only of this report")]
Choice = Annotated[str, Query(max_length=200, description="Only with this")]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="An ISO day")]
GRAVITY = {"error": 0, "warning": 1, "note": 2}


def _chosen(library: Library, report: str) -> list[str]:
    return [library.resolve(report)] if report else []


@dataclass(frozen=True, slots=True)
class ReferenceFilter:
    """Which cited documents; `year` is that of their date, `missing` keeps those whose citation lacks something."""

    q: Words = ""
    report: ReportId = ""
    type: Choice = ""
    issuer: Choice = ""
    year: Annotated[str, Query(pattern=r"^(\d{4})?$", description="Only of this year")] = ""
    since: Day = ""
    until: Day = ""
    missing: bool = False
    absent: Annotated[bool, Query(description="Only those that are no report of the store")] = False

    def of(self, library: Library) -> list[FoundReference]:
        """The documents that it lets through, best first. Raises: UnknownReport."""
        found = find_references(
            library,
            self.q,
            _chosen(library, self.report),
            type=self.type,
            issuer=self.issuer,
            since=self.since or (f"{self.year}-01-01" if self.year else ""),
            until=self.until or (f"{self.year}-12-31" if self.year else ""),
            missing=self.missing,
        )
        return [f for f in found if not (self.absent and f.in_store)]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures; `corrected` keeps those whose reading a person has corrected."""

    q: Words = ""
    report: ReportId = ""
    unit: Choice = ""
    period: Choice = ""
    scope: Choice = ""
    corrected: bool = False

    def of(self, library: Library) -> list[Figure]:
        """The figures that it lets through, best first. Raises: UnknownReport."""
        chosen = _chosen(library, self.report)
        found = find_figures(library, self.q, chosen, unit=self.unit, period=self.period, scope=self.scope)
        kept = library.corrections(chosen) if self.corrected else {}
        return [f for f in found if not self.corrected or f.id in kept]


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings."""

    report: ReportId = ""
    kind: Choice = ""
    severity: Choice = ""

    def of(self, library: Library) -> list[Finding]:
        """The findings that it lets through, the gravest first. Raises: UnknownReport."""
        found = [
            f
            for f in library.findings(_chosen(library, self.report))
            if (not self.kind or f.kind == self.kind) and (not self.severity or f.severity == self.severity)
        ]
        return sorted(found, key=lambda f: GRAVITY[f.severity])

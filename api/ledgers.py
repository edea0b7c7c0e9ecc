"""What is asked of the three ledgers: filters that pages, JSON and exports share, and the rows they let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from ingest.language.fold import fold
from ingest.ledgers import Figure, Finding, Reference
from vectorstore.library import Library

Words = Annotated[str, Query(max_length=200, description="Words to look for, marks and case aside")]
ReportId = Annotated[str, Query(max_length=100, description="Only of this report")]
Choice = Annotated[str, Query(max_length=200, description="Only with exactly this")]
GRAVITY = {"error": 0, "warning": 1, "note": 2}


def _chosen(report: str) -> list[str]:
    return [report] if report else []


def _has(words: str, *texts: str) -> bool:
    """Whether the words stand in the texts side by side, the last one perhaps unfinished, or each as a whole word."""
    wanted, text = fold(words).split(), " ".join(["", *fold(" ".join(texts)).split()])
    return " ".join(["", *wanted]) in text or set(wanted) <= set(text.split())


def stored(library: Library) -> dict[str, str]:
    """The ids of the reports in the store by their own number, folded: what a cited number may be looked up in."""
    return {fold(s.number): s.id for s in library.reports() if s.number}


@dataclass(frozen=True, slots=True)
class ReferenceFilter:
    """Which cited documents; `year` is that of their date, `missing` keeps those whose citation lacks something."""

    q: Words = ""
    report: ReportId = ""
    type: Choice = ""
    issuer: Choice = ""
    year: Choice = ""
    missing: bool = False

    def of(self, library: Library) -> list[Reference]:
        """The documents that it lets through, in reading order. Raises: UnknownReport."""
        return [
            r
            for r in library.references(_chosen(self.report))
            if _has(self.q, r.type, r.number, r.issuer, r.subject, r.date)
            and (not self.type or r.type == self.type)
            and (not self.issuer or r.issuer == self.issuer)
            and (not self.year or r.date.startswith(self.year))
            and (not self.missing or r.missing)
        ]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures."""

    q: Words = ""
    report: ReportId = ""
    unit: Choice = ""
    period: Choice = ""
    scope: Choice = ""

    def of(self, library: Library) -> list[Figure]:
        """The figures that it lets through, in reading order. Raises: UnknownReport."""
        return [
            f
            for f in library.figures(_chosen(self.report))
            if _has(self.q, f.indicator, f.text, f.unit, f.scope)
            and (not self.unit or f.unit == self.unit)
            and (not self.period or f.period == self.period)
            and (not self.scope or f.scope == self.scope)
        ]


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
            for f in library.findings(_chosen(self.report))
            if (not self.kind or f.kind == self.kind) and (not self.severity or f.severity == self.severity)
        ]
        return sorted(found, key=lambda f: GRAVITY[f.severity])

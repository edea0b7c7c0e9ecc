"""What a list of reports shows of each."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.flow import FailedPage
from ingest.reading import Reading


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report in short: its letterhead's data, its file, and how much was read of it.

    `leader` is the file of the same report that is searched in its place, "" where it is searched itself.
    """

    id: str
    title: str
    kind: str
    issuer: str
    place: str
    period: str
    number: str
    date: str
    file: str
    format: str
    pages: int | None
    pages_failed: tuple[FailedPage, ...]
    sections: int
    footnotes: int
    tables: int
    passages: int
    figures: int
    references: int
    findings: int
    warnings: tuple[str, ...]
    leader: str = ""


def summarise(reading: Reading) -> ReportSummary:
    """The summary of a reading."""
    report = reading.report
    return ReportSummary(
        report.id,
        report.title,
        report.kind,
        report.issuer,
        report.place,
        report.period,
        report.number,
        report.date,
        report.file,
        report.format,
        report.pages,
        report.pages_failed,
        len(report.sections),
        len(report.footnotes),
        len(report.tables),
        len(reading.passages),
        len(reading.figures),
        len(reading.references),
        len(reading.findings),
        report.warnings,
    )

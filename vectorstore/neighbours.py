"""Audits that look beyond one reading: beside last year's report of the same body, and with corrected figures.

What such an audit finds is kept apart from what reading found, and goes when the neighbour or the correction goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select

from ingest.language.fold import fold
from ingest.ledgers import Figure, Finding, Reference
from ingest.report import Report
from vectorstore import tables as t
from vectorstore.catalog import Catalog
from vectorstore.codec import from_json, to_json
from vectorstore.summary import ReportSummary

_PERIOD = re.compile(r"(?P<year>\d{4})(?P<part>-.+)?")


@dataclass(frozen=True, slots=True)
class _Audited:
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """A report with its figures and cited documents: what an audit looks at."""

    report: Report
    figures: tuple[Figure, ...]
    references: tuple[Reference, ...]


class Audits:
    """The findings of those audits, by report."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        with catalog.read() as connection:
            rows = connection.execute(select(t.audits.c.report, t.audits.c.payload)).all()
        self._findings = {report: from_json(_Audited, payload).findings for report, payload in rows}

    def of(self, report: str) -> tuple[Finding, ...] | None:
        """What was found of a report, or None where reading said all."""
        return self._findings.get(report)

    def put(self, report: str, findings: tuple[Finding, ...] | None) -> None:
        """Keeps what was found, in place of what was kept before; None keeps nothing."""
        if self._findings.get(report) == findings:
            return
        with self._catalog.write() as connection:
            connection.execute(t.audits.delete().where(t.audits.c.report == report))
            if findings is not None:
                connection.execute(t.audits.insert().values(report=report, payload=to_json(_Audited(findings))))
        kept = {id: found for id, found in self._findings.items() if id != report}
        self._findings = kept if findings is None else {**kept, report: findings}


def audited(this: Material, previous: Material | None) -> tuple[Finding, ...]:
    """The audit of a report beside last year's, if there is one."""
    from ingest.audit import audit  # asking a question needs none of it

    if previous is None:
        return audit(this.report, this.figures, this.references)
    return audit(this.report, this.figures, this.references, previous.report, previous.figures)


def year_apart(report: ReportSummary, reports: Iterable[ReportSummary], years: int) -> ReportSummary | None:
    """The report of the same body and kind so many years later (earlier: below 0), for the like part of the year."""
    match = _PERIOD.fullmatch(report.period)
    if match is None or not (report.place or report.issuer):
        return None
    wanted = f"{int(match['year']) + years}{match['part'] or ''}"
    found = [r for r in reports if r.period == wanted and r.kind == report.kind and _one_body(r, report)]
    return found[0] if len(found) == 1 else None


def _one_body(a: ReportSummary, b: ReportSummary) -> bool:
    pairs = [(a.place, b.place), (a.issuer, b.issuer)]
    known = [(fold(x), fold(y)) for x, y in pairs if x and y]
    return bool(known) and all(x == y for x, y in known)


def with_next(reports: Collection[ReportSummary], ids: Iterable[str]) -> list[ReportSummary]:
    """Those reports and the ones of the year after, whose audits look back at them."""
    known = {r.id: r for r in reports}
    out: dict[str, ReportSummary] = {}
    for id in ids:
        if id in known:
            out[id] = known[id]
            after = year_apart(known[id], reports, 1)
            if after is not None:
                out[after.id] = after
    return list(out.values())

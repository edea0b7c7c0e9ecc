"""The three ledgers: cited documents, figures, findings; as pages, as JSON, and as CSV or XLSX to take along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import schemas
from api.routes.pages import names_of
from api.series import series_of
from api.services import Parts, Services, Wording
from api.templates import page
from ingest.language.fold import fold
from ingest.ledgers import Figure, Finding, Reference

router = APIRouter()
Words = Annotated[str, Query(max_length=200, description="Words to look for, marks and case aside")]
ReportQuery = Annotated[str, Query(max_length=100, description="Only of this report")]
Filter = Annotated[str, Query(max_length=200)]
SHOWN = 300
"""Most rows of a page; the exports give all."""


def _has(words: str, *texts: str) -> bool:
    wanted = fold(words).split()
    text = fold(" ".join(texts))
    return all(w in text for w in wanted)


def _references(
    parts: Parts, q: str, report: str, type: str = "", issuer: str = "", year: str = "", missing: bool = False
) -> list[Reference]:
    return [
        r
        for r in parts.library.references([report] if report else [])
        if _has(q, r.type, r.number, r.issuer, r.subject, r.date)
        and (not type or r.type == type)
        and (not issuer or r.issuer == issuer)
        and (not year or r.date.startswith(year))
        and (not missing or r.missing)
    ]


def _figures(parts: Parts, q: str, report: str, unit: str = "", period: str = "", scope: str = "") -> list[Figure]:
    return [
        f
        for f in parts.library.figures([report] if report else [])
        if _has(q, f.indicator, f.text, f.unit, f.scope)
        and (not unit or f.unit == unit)
        and (not period or f.period == period)
        and (not scope or f.scope == scope)
    ]


def _findings(parts: Parts, report: str, kind: str = "", severity: str = "") -> list[Finding]:
    order = {"error": 0, "warning": 1, "note": 2}
    found = [
        f
        for f in parts.library.findings([report] if report else [])
        if (not kind or f.kind == kind) and (not severity or f.severity == severity)
    ]
    return sorted(found, key=lambda f: order[f.severity])


def _options(values: Iterable[str]) -> list[tuple[str, str]]:
    """The values that occur, the most frequent first, with how often."""
    return [(v, f"{v} ({n})") for v, n in Counter(v for v in values if v).most_common(60)]


@router.get("/api/references", tags=["ledgers"])
def references(
    services: Services, q: Words = "", report: ReportQuery = "", missing: bool = False
) -> list[schemas.Reference]:
    """The documents that the reports cite."""
    return [schemas.Reference.of(r) for r in _references(services, q, report, missing=missing)]


@router.get("/api/figures", tags=["ledgers"])
def figures(
    services: Services, q: Words = "", report: ReportQuery = "", limit: Annotated[int, Query(ge=1, le=20_000)] = 2_000
) -> list[schemas.Figure]:
    """The figures of the reports."""
    return [schemas.Figure.of(f) for f in _figures(services, q, report)[:limit]]


@router.get("/api/findings", tags=["ledgers"])
def findings(
    services: Services,
    report: ReportQuery = "",
    severity: Annotated[Literal["", "error", "warning", "note"], Query(description="Only of this severity")] = "",
) -> list[schemas.Finding]:
    """What does not add up in the reports, the gravest first."""
    return [schemas.Finding.of(f) for f in _findings(services, report, severity=severity)]


@router.get("/tra-cuu", include_in_schema=False)
def references_page(
    request: Request,
    services: Services,
    q: Words = "",
    report: ReportQuery = "",
    type: Filter = "",
    issuer: Filter = "",
    year: Filter = "",
    missing: bool = False,
) -> HTMLResponse:
    """Tra cứu: the documents that the reports cite."""
    every = services.library.references([report] if report else [])
    rows = _references(services, q, report, type, issuer, year, missing)
    choices = {
        "type": _options(r.type for r in every),
        "issuer": _options(r.issuer for r in every),
        "year": sorted(_options(r.date[:4] for r in every), reverse=True),
    }
    filters = {"q": q, "report": report, "type": type, "issuer": issuer, "year": year, "missing": missing}
    shown = [schemas.Reference.of(r) for r in rows[:SHOWN]]
    return _page(request, services, "references", shown, len(rows), filters, choices)


@router.get("/tra-cuu/so-lieu", include_in_schema=False)
def figures_page(
    request: Request,
    services: Services,
    q: Words = "",
    report: ReportQuery = "",
    unit: Filter = "",
    period: Filter = "",
    scope: Filter = "",
) -> HTMLResponse:
    """Tra cứu: the figures, and a series of one of them over the periods."""
    every = services.library.figures([report] if report else [])
    rows = _figures(services, q, report, unit, period, scope)
    choices = {
        "unit": _options(f.unit for f in every),
        "period": sorted(_options(f.period for f in every), reverse=True),
        "scope": _options(f.scope for f in every),
    }
    filters = {"q": q, "report": report, "unit": unit, "period": period, "scope": scope}
    series = series_of(rows) if q else None
    return _page(request, services, "figures", rows[:SHOWN], len(rows), filters, choices, series=series)


@router.get("/tra-cuu/phat-hien", include_in_schema=False)
def findings_page(
    request: Request,
    services: Services,
    words: Wording,
    report: ReportQuery = "",
    kind: Filter = "",
    severity: Filter = "",
) -> HTMLResponse:
    """Tra cứu: what does not add up."""
    every = services.library.findings([report] if report else [])
    rows = _findings(services, report, kind, severity)
    choices = {
        "severity": [(s, words(f"severity.{s}")) for s in ("error", "warning", "note")],
        "kind": [(k, words(f"finding.{k}")) for k in sorted({f.kind.value for f in every})],
    }
    filters = {"q": "", "report": report, "kind": kind, "severity": severity}
    return _page(request, services, "findings", rows[:SHOWN], len(rows), filters, choices)


def _page(
    request: Request,
    parts: Parts,
    tab: str,
    rows: object,
    total: int,
    filters: Mapping[str, object],
    choices: dict[str, list[tuple[str, str]]],
    **more: Any,
) -> HTMLResponse:
    return page(
        request,
        "lookup.html",
        "lookup",
        tab=tab,
        rows=rows,
        total=total,
        filters=filters,
        choices=choices,
        export=urlencode({k: v for k, v in filters.items() if v}),
        names=names_of(parts),
        **more,
    )

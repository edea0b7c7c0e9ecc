"""The three ledgers: cited documents, figures, findings; as JSON and as the desk of look-ups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from api import schemas
from api.ledgers import FigureFilter, FindingFilter, ReferenceFilter, stored
from api.names import names_of
from api.series import series_of
from api.services import Parts, Services, Wording
from api.templates import page
from ingest.language.fold import fold
from ingest.ledgers import Reference
from vectorstore.library import Library

router = APIRouter()
ReferencesWanted = Annotated[ReferenceFilter, Depends()]
FiguresWanted = Annotated[FigureFilter, Depends()]
FindingsWanted = Annotated[FindingFilter, Depends()]
SHOWN = 300
"""Most rows of a page; the exports give all."""


@router.get("/api/references", tags=["ledgers"])
def references(services: Services, wanted: ReferencesWanted) -> list[schemas.Reference]:
    """The documents that the reports cite."""
    return _sent(services.library, wanted.of(services.library))


@router.get("/api/figures", tags=["ledgers"])
def figures(
    services: Services, wanted: FiguresWanted, limit: Annotated[int, Query(ge=1, le=20_000)] = 2_000
) -> list[schemas.Figure]:
    """The figures of the reports, at most `limit`."""
    return [schemas.Figure.of(f) for f in wanted.of(services.library)[:limit]]


@router.get("/api/findings", tags=["ledgers"])
def findings(services: Services, wanted: FindingsWanted) -> list[schemas.Finding]:
    """What does not add up in the reports, the gravest first."""
    return [schemas.Finding.of(f) for f in wanted.of(services.library)]


@router.get("/tra-cuu", include_in_schema=False)
def references_page(request: Request, services: Services, wanted: ReferencesWanted) -> HTMLResponse:
    """Tra cứu: the documents that the reports cite."""
    every = ReferenceFilter(report=wanted.report).of(services.library)
    choices = {
        "type": _options(r.type for r in every),
        "issuer": _options(r.issuer for r in every),
        "year": sorted(_options(r.date[:4] for r in every), reverse=True),
    }
    found = wanted.of(services.library)
    rows = _sent(services.library, found[:SHOWN])
    return _page(request, services, "references", rows, len(found), asdict(wanted), choices)


@router.get("/tra-cuu/so-lieu", include_in_schema=False)
def figures_page(request: Request, services: Services, wanted: FiguresWanted) -> HTMLResponse:
    """Tra cứu: the figures, and a series of one of them over the periods."""
    every = FigureFilter(report=wanted.report).of(services.library)
    choices = {
        "unit": _options(f.unit for f in every),
        "period": sorted(_options(f.period for f in every), reverse=True),
        "scope": _options(f.scope for f in every),
    }
    found = wanted.of(services.library)
    series = series_of(found) if wanted.q else None
    return _page(request, services, "figures", found[:SHOWN], len(found), asdict(wanted), choices, series=series)


@router.get("/tra-cuu/phat-hien", include_in_schema=False)
def findings_page(request: Request, services: Services, words: Wording, wanted: FindingsWanted) -> HTMLResponse:
    """Tra cứu: what does not add up."""
    every = FindingFilter(report=wanted.report).of(services.library)
    choices = {
        "severity": [(s, words(f"severity.{s}")) for s in ("error", "warning", "note")],
        "kind": [(k, words(f"finding.{k}")) for k in sorted({f.kind.value for f in every})],
    }
    found = wanted.of(services.library)
    return _page(request, services, "findings", found[:SHOWN], len(found), asdict(wanted), choices)


def _sent(library: Library, references: Iterable[Reference]) -> list[schemas.Reference]:
    held = stored(library)
    return [schemas.Reference.of(r, held.get(fold(r.number))) for r in references]


def _options(values: Iterable[str]) -> list[tuple[str, str]]:
    """The values that occur, the most frequent first, with how often."""
    return [(v, f"{v} ({n})") for v, n in Counter(v for v in values if v).most_common(60)]


def _page(
    request: Request,
    parts: Parts,
    tab: str,
    rows: Sequence[object],
    total: int,
    filters: Mapping[str, object],
    choices: Mapping[str, Sequence[tuple[str, str]]],
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
        names=names_of(parts.library),
        **more,
    )

"""The three ledgers: cited documents, figures, findings; as JSON and as the desk of look-ups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse

from api import schemas
from api.errors import BadRequest
from api.ledgers import FigureFilter, FindingFilter, ReferenceFilter
from api.names import names_of
from api.series import series_of
from api.services import Parts, Services, Wording
from api.templates import page
from assistant.lookup import FoundReference
from vectorstore.corrections import Change

router = APIRouter()
ReferencesWanted = Annotated[ReferenceFilter, Depends()]
FiguresWanted = Annotated[FigureFilter, Depends()]
FindingsWanted = Annotated[FindingFilter, Depends()]
FigureId = Annotated[str, Path(max_length=100, description="A figure's id")]
MOST_VALUE = Decimal(10) ** 24
SHOWN = 100
"""Most rows of a page; the next ones are a click away, and the exports give all."""
Start = Annotated[int, Query(ge=0, le=1_000_000, description="How many rows to pass over")]


@router.get("/api/references", tags=["ledgers"])
def references(services: Services, wanted: ReferencesWanted) -> list[schemas.Reference]:
    """The documents that the reports cite."""
    return _sent(wanted.of(services.library))


@router.get("/api/figures", tags=["ledgers"])
def figures(
    services: Services, wanted: FiguresWanted, limit: Annotated[int, Query(ge=1, le=20_000)] = 2_000
) -> list[schemas.Figure]:
    """The figures of the reports, at most `limit`."""
    corrected = services.library.corrections()
    return [schemas.Figure.of(f, corrected.get(f.id)) for f in wanted.of(services.library)[:limit]]


@router.put("/api/figures/{id}/correction", tags=["ledgers"])
def correct(id: FigureId, request: schemas.CorrectionRequest, services: Services) -> schemas.Figure:
    """Correct how a figure was read. The reading stays beside the correction, which is logged and can be undone."""
    change = request.change.change()
    if change.value is not None and abs(change.value) > MOST_VALUE:
        raise BadRequest("Giá trị quá lớn.", "Kiểm tra dấu chấm, dấu phẩy.")
    figure = services.library.correct(id, change, _clean(request.who), _clean(request.reason))
    return schemas.Figure.of(figure, services.library.corrections([figure.locator.report]).get(figure.id))


@router.post("/api/figures/{id}/correction/undo", tags=["ledgers"])
def undo(id: FigureId, request: schemas.Undoing, services: Services) -> schemas.Figure:
    """Go back to what was read of a figure; that is logged too."""
    library = services.library
    return schemas.Figure.of(library.correct(id, Change(), _clean(request.who), _clean(request.reason), undone=True))


@router.get("/api/corrections", tags=["ledgers"])
def corrections(
    services: Services,
    report: Annotated[str, Query(max_length=100)] = "",
    figure: Annotated[str, Query(max_length=100)] = "",
) -> list[schemas.Correction]:
    """The log of corrections and of their undoing, the oldest first."""
    library = services.library
    return [schemas.Correction.of(c) for c in library.correction_log(library.resolve(report) if report else "", figure)]


@router.get("/api/findings", tags=["ledgers"])
def findings(services: Services, wanted: FindingsWanted) -> list[schemas.Finding]:
    """What does not add up in the reports, the gravest first."""
    return [schemas.Finding.of(f) for f in wanted.of(services.library)]


@router.get("/tra-cuu", include_in_schema=False)
def references_page(request: Request, services: Services, wanted: ReferencesWanted, start: Start = 0) -> HTMLResponse:
    """Tra cứu: the documents that the reports cite."""
    every = [f.reference for f in ReferenceFilter(report=wanted.report).of(services.library)]
    choices = {
        "type": _options(r.type for r in every),
        "issuer": _options(r.issuer for r in every),
        "year": sorted(_options(r.date[:4] for r in every), reverse=True),
    }
    found = wanted.of(services.library)
    rows = _sent(found[start : start + SHOWN])
    suggested = any(f.suggested for f in found)
    return _page(request, services, "references", rows, len(found), start, asdict(wanted), choices, suggested=suggested)


@router.get("/tra-cuu/so-lieu", include_in_schema=False)
def figures_page(request: Request, services: Services, wanted: FiguresWanted, start: Start = 0) -> HTMLResponse:
    """Tra cứu: the figures, and a series of one of them over the periods."""
    every = FigureFilter(report=wanted.report).of(services.library)
    choices = {
        "unit": _options(f.unit for f in every),
        "period": sorted(_options(f.period for f in every), reverse=True),
        "scope": _options(f.scope for f in every),
    }
    found = wanted.of(services.library)
    library = services.library
    corrected = library.corrections()
    shown = found[start : start + SHOWN]
    more = {
        "series": series_of(library, found) if wanted.q and not start else [],
        "corrected": corrected,
        "read": {f.id: library.figure_as_read(f.id) for f in shown if f.id in corrected},
        "log": len(library.correction_log()),
    }
    return _page(request, services, "figures", shown, len(found), start, asdict(wanted), choices, **more)


@router.get("/tra-cuu/nhat-ky", include_in_schema=False)
def log_page(request: Request, services: Services) -> HTMLResponse:
    """Tra cứu: who corrected which figure, when and why, the newest first."""
    entries = list(reversed(services.library.correction_log()))
    return page(request, "log.html", "lookup", entries=entries, names=names_of(services.library))


@router.get("/tra-cuu/phat-hien", include_in_schema=False)
def findings_page(
    request: Request, services: Services, words: Wording, wanted: FindingsWanted, start: Start = 0
) -> HTMLResponse:
    """Tra cứu: what does not add up."""
    every = FindingFilter(report=wanted.report).of(services.library)
    choices = {
        "severity": [(s, words(f"severity.{s}")) for s in ("error", "warning", "note")],
        "kind": [(k, words(f"finding.{k}")) for k in sorted({f.kind.value for f in every})],
    }
    found = wanted.of(services.library)
    return _page(
        request, services, "findings", found[start : start + SHOWN], len(found), start, asdict(wanted), choices
    )


def _sent(found: Iterable[FoundReference]) -> list[schemas.Reference]:
    return [schemas.Reference.of(f.reference, f.in_store, suggested=f.suggested) for f in found]


def _clean(text: str) -> str:
    words = " ".join(text.split())
    return "".join(c for c in words if c.isprintable())


def _options(values: Iterable[str]) -> list[tuple[str, str]]:
    """The values that occur, the most frequent first, with how often."""
    return [(v, f"{v} ({n})") for v, n in Counter(v for v in values if v).most_common(60)]


def _page(
    request: Request,
    parts: Parts,
    tab: str,
    rows: Sequence[object],
    total: int,
    start: int,
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
        start=start,
        step=SHOWN,
        filters=filters,
        choices=choices,
        export=urlencode({k: v for k, v in filters.items() if v}),
        names=names_of(parts.library),
        **more,
    )

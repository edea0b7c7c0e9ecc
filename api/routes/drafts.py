"""Soạn thảo: section drafts, made from a report, changed item by item, kept in versions, exported as DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from api.desk import Open, sources_of
from api.names import names_of
from api.schemas import Draft, DraftEdit, DraftRequest, DraftStep, DraftSummary, DraftVersion, VersionName
from api.services import Services
from api.templates import page
from assistant.draft.edits import slots

router = APIRouter()
DraftId = Annotated[str, Path(max_length=40, description="A draft's id")]
Number = Annotated[int, Path(ge=1, description="A version's number")]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _sent(now: Open) -> Draft:
    return Draft.of(now.draft, now.kept)


@router.post("/api/drafts", tags=["drafts"])
async def start(wanted: DraftRequest, services: Services) -> Draft:
    """Draft a section from a report. The draft is kept; its id leads to it."""
    return _sent(await run_in_threadpool(services.desk.start, wanted))


@router.get("/api/drafts", tags=["drafts"])
def drafts(services: Services) -> list[DraftSummary]:
    """The drafts that are kept, the one last changed first."""
    return [DraftSummary.of(d.kept, d.draft) for d in services.desk.drafts()]


@router.get("/api/drafts/{id}", tags=["drafts"])
def draft(id: DraftId, services: Services) -> Draft:
    """One draft as it stands."""
    return _sent(services.desk.load(id))


@router.delete("/api/drafts/{id}", tags=["drafts"], status_code=204)
def delete(id: DraftId, services: Services) -> None:
    """Remove a draft with its versions."""
    services.desk.delete(id)


@router.post("/api/drafts/{id}/edits", tags=["drafts"])
def edit(id: DraftId, change: DraftEdit, services: Services) -> Draft:
    """Change a draft: edit, accept, move, reject, add, fill a slot, regenerate, bring back. It is kept at once."""
    return _sent(services.desk.edit(id, change))


@router.get("/api/drafts/{id}/versions", tags=["drafts"])
def versions(id: DraftId, services: Services) -> list[DraftVersion]:
    """The versions kept of a draft, the newest first."""
    return [DraftVersion(number=v.number, name=v.name, at=v.saved_at) for v in services.desk.versions(id)]


@router.post("/api/drafts/{id}/versions", tags=["drafts"], status_code=201)
def keep(id: DraftId, name: VersionName, services: Services) -> DraftVersion:
    """Keep the draft as it stands as a version."""
    kept = services.desk.keep(id, " ".join(name.name.split()))
    return DraftVersion(number=kept.number, name=kept.name, at=kept.saved_at)


@router.post("/api/drafts/{id}/versions/{number}/restore", tags=["drafts"])
def restore(id: DraftId, number: Number, services: Services) -> Draft:
    """Go back to a version; the draft as it stood is kept as a version first."""
    return _sent(services.desk.restore(id, number))


@router.get("/api/drafts/{id}/compare", tags=["drafts"])
def compare(
    id: DraftId,
    services: Services,
    before: Annotated[int, Query(ge=1, description="The earlier version")],
    after: Annotated[int, Query(ge=0, description="The later version; 0: the draft as it stands")] = 0,
) -> list[DraftStep]:
    """How one version became another, item by item."""
    return [DraftStep.of(s.change, s.before, s.after) for s in services.desk.compare(id, before, after)]


@router.get("/api/drafts/{id}/document.docx", tags=["drafts"], response_class=Response)
def document(
    id: DraftId,
    services: Services,
    citations: Annotated[bool, Query(description="Whether footnotes carry the citations")] = True,
) -> Response:
    """The draft as a DOCX in the form of Decree 30/2020/NĐ-CP."""
    name, data = services.desk.paper(id, citations=citations)
    return Response(data, media_type=DOCX, headers={"content-disposition": f'attachment; filename="{name}"'})


# Pages


@router.get("/soan-thao", include_in_schema=False)
def drafts_page(
    request: Request,
    services: Services,
    report: Annotated[str, Query(max_length=100)] = "",
    section: Annotated[str, Query(max_length=100)] = "phuong-huong",
) -> HTMLResponse:
    """Soạn thảo: choose a report and a section, or go on with a draft."""
    reports = services.library.reports()
    names = names_of(services.library)
    newest = max(reports, key=lambda r: (r.period, r.figures)).id if reports else ""
    return page(
        request,
        "drafts.html",
        "drafts",
        reports=[(r.id, names[r.id]) for r in sorted(reports, key=lambda r: r.period, reverse=True)],
        sections=[(s.head.id, s.title(None)) for s in services.desk.sections()],
        chosen={"report": report or newest, "section": section},
        drafts=services.desk.drafts(),
        names=names,
    )


@router.get("/soan-thao/{id}", include_in_schema=False)
def draft_page(request: Request, id: DraftId, services: Services) -> HTMLResponse:
    """One draft: sources on the left, items on the right, what answers what."""
    now = services.desk.load(id)
    sources = sources_of(now.draft)
    names = names_of(services.library)
    return page(
        request,
        "draft.html",
        "drafts",
        now=now,
        draft=now.draft,
        sources=sources,
        groups=[(kind, list(views)) for kind, views in groupby(sources, key=lambda v: v.kind)],
        by_id={v.source.id: v for v in sources},
        open_slots=slots(now.draft),
        rejected=services.desk.rejected(now),
        refused=services.desk.warnings(now),
        versions=services.desk.versions(id),
        names=names,
        name=names.get(now.draft.report),
        compared=_compared(now),
    )


def _compared(now: Open) -> Mapping[str, object]:
    """The figures compared with last period's, the changed ones first shown."""
    return {"rows": now.draft.compared[:80], "more": max(len(now.draft.compared) - 80, 0)}


@router.get("/soan-thao/{id}/so-sanh", include_in_schema=False)
def compare_page(
    request: Request,
    id: DraftId,
    services: Services,
    before: Annotated[int, Query(ge=1)] = 1,
    after: Annotated[int, Query(ge=0)] = 0,
) -> HTMLResponse:
    """Two versions of a draft side by side."""
    return page(
        request,
        "compare.html",
        "drafts",
        now=services.desk.load(id),
        steps=services.desk.compare(id, before, after),
        versions=services.desk.versions(id),
        before=before,
        after=after,
    )

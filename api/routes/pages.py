"""The pages: four desks, the reader, the evidence sheet, the API's own page."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api import kept
from api.names import covered, names_of
from api.pages import PageView, page_views
from api.reader import Place, find, lay_out, same_place
from api.schemas import ConversationSummary, Locator
from api.services import Services, Wording
from api.suggestions import suggestions
from api.templates import page
from api.wording import COOKIE

router = APIRouter(include_in_schema=False)
ReportId = Annotated[str, Path(max_length=100)]


@router.get("/")
def ask(request: Request, services: Services, words: Wording) -> HTMLResponse:
    """Hỏi đáp: the desk of questions."""
    reports = sorted(services.library.reports(), key=lambda r: r.period, reverse=True)
    names = [{"id": id, "name": name} for id, name in names_of(services.library).items()]
    return page(
        request,
        "ask.html",
        "ask",
        reports=reports,
        report_names=names,
        covered=covered(reports, words.locale),
        suggestions=suggestions(services.library, words),
        talks=[ConversationSummary.of(t).model_dump() for t in services.library.talks.talks()],
    )


@router.get("/kho-bao-cao")
def library(request: Request, services: Services) -> HTMLResponse:
    """Kho báo cáo: the desk of reports."""
    store = services.library
    reports = list(reversed(store.reports()))
    versions = {r.id: [(s, store.summary(s.report)) for s in store.siblings(r.id)] for r in reports}
    # What the other files are is shown beside them; the warnings are of the reading alone.
    reports = [replace(r, warnings=r.warnings[: len(r.warnings) - len(versions[r.id])]) for r in reports]
    megabytes = services.upload_bytes // 1_000_000
    return page(request, "library.html", "library", reports=reports, versions=versions, megabytes=megabytes)


@router.get("/bao-cao/{id}")
def report(
    request: Request,
    id: ReportId,
    services: Services,
    at: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - FastAPI copies it
    q: Annotated[str, Query(max_length=200)] = "",
    view: str = "text",
    beside: bool = False,
) -> HTMLResponse:
    """The reader. `at` are places `block:start:end` to highlight; `q` is looked for in the report."""
    read = services.library.report(id)
    _, path = services.library.original(id)
    quotes = [p for p in map(Place.parse, at) if p is not None]
    found = find(read, q) if q else []
    has_pages = path.suffix == ".pdf"
    values: dict[str, Any] = {
        "blocks": [],
        "pages": [],
        "signed": None if has_pages else _with_pages(services, read.id),
    }
    if view == "page" and has_pages:
        values["pages"] = page_views(path, read, quotes or found)
    else:
        view = "text"
        values["blocks"] = lay_out(read, services.library.findings([read.id]), [*quotes, *found])
    if values["signed"]:
        moved = [same_place(read, p, services.library.report(values["signed"])) for p in quotes]
        there = [("at", str(p)) for p in moved if p is not None] + ([("q", q)] if q else []) + [("view", "page")]
        values["signed_url"] = f"/bao-cao/{quote(values['signed'])}?" + urlencode(
            there + ([("beside", "1")] if beside else [])
        )
    keep = [("at", a) for a in at] + ([("q", q)] if q else []) + ([("beside", "1")] if beside else [])
    url = f"/bao-cao/{quote(read.id)}?"
    return page(
        request,
        "report.html",
        "library",
        report=read,
        view=view,
        framed=beside,
        has_pages=has_pages,
        query=q,
        found=len(found),
        text_url=url + urlencode(keep),
        page_url=url + urlencode([*keep, ("view", "page")]),
        **values,
    )


def _with_pages(services: Services, report: str) -> str | None:
    """Another file of the same report that has pages to show, the one that differs least: its signed PDF."""
    for sibling in sorted(services.library.siblings(report), key=lambda s: len(s.differences)):
        other = sibling.report if sibling.leader == report else sibling.leader
        if sibling.relation == "copy" and services.library.original(other)[1].suffix == ".pdf":
            return other
    return None


@router.get("/phieu/{id}")
def evidence_sheet(request: Request, id: ReportId, services: Services, words: Wording) -> HTMLResponse:
    """One answer with its evidence, to be printed."""
    given = kept.load(services.library, id)
    names = names_of(services.library)
    sources = []
    for citation in given.answer.citations:
        report, shown = _page_of(services, citation.locator) if citation.locator.report in names else ("", None)
        sources.append(
            {"citation": citation, "report": report, "page": shown, "name": names.get(citation.locator.report, "")}
        )
    searched = [names.get(i, words("js.gone_report")) for i in given.answer.searched]
    return page(request, "evidence.html", given=given, answer=given.answer, sources=sources, searched=searched)


def _page_of(services: Services, locator: Locator) -> tuple[str, PageView | None]:
    """The page that a citation stands on, of its report or of the signed PDF of it, with the boxes of its words."""
    library = services.library
    report = library.report(locator.report)
    place: Place | None = Place(locator.block, locator.start, locator.end)
    shown = report
    if library.original(report.id)[1].suffix != ".pdf":
        signed = _with_pages(services, report.id)
        if signed is None or place is None:
            return report.id, None
        shown = library.report(signed)
        place = same_place(report, place, shown)
    if place is None:
        return report.id, None
    views = page_views(library.original(shown.id)[1], shown, [place])
    return shown.id, next((v for v in views if v.boxes), None)


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The API, described from its own OpenAPI document; nothing comes from another host."""
    return page(request, "docs.html", spec=request.app.openapi())


@router.get("/language")
def language(to: str, back: str = "/") -> RedirectResponse:
    """Switch the interface's language and go back.

    A GET, since a form that is posted from a page without a referrer tells no origin on plain HTTP.
    """
    inside = back if back.isprintable() and back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    response = RedirectResponse(inside, 303)
    response.set_cookie(COOKIE, "en" if to == "en" else "vi", max_age=31_536_000, samesite="strict", httponly=True)
    return response

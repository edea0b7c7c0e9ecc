"""The reports in the store: listed, uploaded, read in the background, fetched as they were, deleted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Form, Header, Path, Request, Response, UploadFile
from fastapi.responses import FileResponse, StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool

from api.errors import BadRequest
from api.pages import page_image
from api.schemas import Reading, Receipt, Replacement, Report, Version
from api.services import Services
from api.uploads import Job

router = APIRouter(prefix="/api", tags=["reports"])
ReportId = Annotated[str, Path(max_length=100, description="A report's id")]
JOBS = TypeAdapter(list[Reading])
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
COPY = 1 << 20


@router.get("/reports")
def reports(services: Services) -> list[Report]:
    """What is in the store."""
    return [Report.of(s) for s in services.library.every_report()]


@router.post("/reports", status_code=202)
async def upload(
    files: list[UploadFile], services: Services, replaces: Annotated[str, Form(max_length=100)] = ""
) -> list[Reading]:
    """Send report files; they are read one after another. GET /api/readings tells how far each is.

    `replaces` names the report that a single file is the newer version of.
    """
    if not files or len(files) > 100:
        raise BadRequest("Mỗi lần gửi từ 1 đến 100 tệp.")
    if replaces and len(files) > 1:
        raise BadRequest("Chỉ gửi một tệp để thay một báo cáo.")
    old = services.library.resolve(replaces) if replaces else ""
    return [Reading.of(await run_in_threadpool(_take, services, file, old)) for file in files]


def _take(services: Services, file: UploadFile, replaces: str) -> Job:
    id, path = services.readings.place_for(file.filename or "")
    with path.open("wb") as copy:
        while part := file.file.read(COPY):
            copy.write(part)
    return services.readings.put(id, path, replaces)


@router.get("/readings")
def readings(services: Services) -> list[Reading]:
    """The files that wait, are being read, or were read lately; newest first."""
    return [Reading.of(j) for j in services.readings.jobs()]


@router.get("/readings/events", response_class=StreamingResponse)
async def reading_events(request: Request, services: Services) -> StreamingResponse:
    """The same list as server-sent events "readings", again with each change."""

    async def lines() -> AsyncIterator[bytes]:
        version = -1
        while not await request.is_disconnected():
            if await services.readings.changed(version, 15):
                version = services.readings.version
                jobs = [Reading.of(j) for j in services.readings.jobs()]
                yield format_sse_event(data_str=JOBS.dump_json(jobs).decode(), event="readings")
            else:
                yield KEEPALIVE_COMMENT

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)


@router.delete("/readings/{id}", status_code=204)
def dismiss(id: str, services: Services) -> None:
    """Take a file off the list; one that waits is not read."""
    services.readings.dismiss(id)


@router.get("/reports/{id}")
def report(id: ReportId, services: Services) -> Report:
    """One report of the store."""
    wanted = services.library.resolve(id)
    return Report.of(services.library.summary(wanted))


@router.get("/reports/{id}/versions")
def versions(id: ReportId, services: Services) -> list[Version]:
    """The other files of the same report, copies and older versions, and where they differ."""
    return [Version.of(s) for s in services.library.siblings(id)]


@router.post("/reports/{id}/replaced", status_code=204)
def replaced(id: ReportId, replacement: Replacement, services: Services) -> None:
    """Say that another report of the store is the newer version of this one, and is searched in its place."""
    services.library.replace(id, replacement.by)


@router.post("/reports/{id}/part", status_code=204)
def part(id: ReportId, services: Services) -> None:
    """Say that this file is a report of its own, not a copy or version of another."""
    services.library.part(id)


@router.delete("/reports/{id}")
def delete(id: ReportId, services: Services) -> Receipt:
    """Delete a report and all drawn from it; the receipt says what was removed, and that nothing of it is found."""
    receipt = services.library.delete(id)
    return Receipt(
        report=receipt.report,
        title=receipt.title,
        file=receipt.file,
        removed=receipt.removed,
        found_after=receipt.found_after,
    )


@router.get("/reports/{id}/original", response_class=FileResponse)
def original(id: ReportId, services: Services) -> FileResponse:
    """The file as it came, always as a download: what others wrote is not run in our origin."""
    name, path = services.library.original(id)
    kind = TYPES.get(path.suffix.lstrip("."), "application/octet-stream")
    return FileResponse(path, media_type=kind, filename=name, content_disposition_type="attachment")


@router.get("/reports/{id}/pages/{number}.png", response_class=Response)
def page(
    id: ReportId, number: Annotated[int, Path(ge=1)], services: Services, if_none_match: Annotated[str, Header()] = ""
) -> Response:
    """A page of a PDF as an image, at 110 dots per inch."""
    tag = f'"{services.library.resolve(id)}-{number}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if if_none_match == tag:
        return Response(status_code=304, headers=headers)
    _, path = services.library.original(id)
    return Response(page_image(path, number), media_type="image/png", headers=headers)

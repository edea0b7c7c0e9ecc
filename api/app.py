"""The application: settings and a store become routes. All wiring is here."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException

from api import kept
from api.asking import open_assistant
from api.desk import DraftDesk
from api.drafting import open_drafter
from api.errors import ApiError
from api.remembering import Remembering
from api.routes import ask, conversations, drafts, exports, ledgers, pages, reports
from api.schemas import ErrorBody, Problem
from api.security import Guard
from api.services import Parts
from api.settings import Settings
from api.streams import WITH_MODEL, WORKING, Asker, Streams
from api.templates import WEB, environment, page
from api.uploads import ReadingQueue
from assistant.answer import QuestionTooLong
from assistant.draft.errors import DraftError, UnknownItem
from ingest.errors import IngestError
from ingest.flow import Progress
from prompts.prompt import PromptError
from vectorstore.errors import StoreError, UnknownDraft, UnknownFigure, UnknownReport, UnknownTalk
from vectorstore.library import Library, Outcome

log = logging.getLogger(__name__)
UNTOLD: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""The framework's telemetry stays off whatever the environment says: questions are told to nobody."""
STATUS_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
MESSAGES = {
    404: "Không có trang hay mục này.",
    405: "Địa chỉ này không nhận kiểu yêu cầu đó.",
    413: "Dữ liệu gửi lên quá lớn.",
}


def create_app(settings: Settings, library: Library, assistant: Asker | None = None, *, warm: bool = False) -> FastAPI:
    """The web application over an open store; the caller closes the store after it.

    `assistant` answers the questions: by default the one that `settings` ask for, which with `warm` makes now what the
    first who ask would wait for.
    """
    model = settings.llm.model if settings.llm.configured else ""
    asker = assistant or _own_asker(settings, library, warm=warm)
    streams = Streams(
        asker,
        keep=lambda answer, question, who: kept.keep(library, answer, question, who, model),
        workers=WITH_MODEL if model else WORKING,
        steps=bool(model) or assistant is not None,  # an assistant of the caller's own may take its time
    )
    readings = ReadingQueue(
        lambda path, progress, replaces: _read(library, path, progress, replaces), settings.data_dir / "uploads"
    )
    upload_bytes = settings.upload_mb * 1_000_000

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        streams.close()
        readings.close()

    app = FastAPI(
        title="Trợ lý Báo cáo",
        version="1",
        description="Answers from Vietnamese administrative reports, every figure cited to its place.",
        docs_url=None,
        redoc_url=None,
        telemetry=UNTOLD,
        lifespan=lifespan,
        responses={422: {"model": ErrorBody, "description": "What was sent cannot be used"}},
    )
    desk = DraftDesk(library, open_drafter(settings, library))
    app.state.parts = Parts(library, streams, readings, desk, upload_bytes)
    app.state.templates = environment()
    app.add_middleware(Guard, upload_bytes=upload_bytes + 100_000, hosts=settings.hosts)
    for part in (ask, conversations, reports, ledgers, exports, drafts, pages):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=WEB / "static"), name="static")
    _tell_errors(app)

    @app.get("/healthz", tags=["health"], response_class=PlainTextResponse)
    def healthz() -> str:
        """Whether the process lives."""
        return "ok"

    @app.get("/readyz", tags=["health"], response_class=PlainTextResponse)
    def readyz() -> str:
        """Whether it can answer: the store is open and can be read."""
        library.reports()
        return "ok"

    return app


def _own_asker(settings: Settings, library: Library, *, warm: bool) -> Asker:
    assistant = open_assistant(settings, library)
    if warm:
        assistant.warm()
    return assistant if settings.llm.configured else Remembering(assistant, lambda: library.stamp)


def _read(library: Library, path: Path, progress: Progress, replaces: str = "") -> tuple[str, bool]:
    report, known = _stored(library, path, progress)
    if replaces and replaces != report and any(r.id == replaces for r in library.every_report()):
        library.replace(replaces, report)
    return report, known


def _stored(library: Library, path: Path, progress: Progress) -> tuple[str, bool]:
    added = library.ingest(path, progress)
    return added.report_id, added.outcome is Outcome.UNCHANGED


def _tell_errors(app: FastAPI) -> None:
    @app.exception_handler(ApiError)
    def api_error(request: Request, error: ApiError) -> Response:
        return _told(request, error.status, error.code, error.message, error.hint)

    @app.exception_handler(StoreError)
    def store_error(request: Request, error: StoreError) -> Response:
        status = 404 if isinstance(error, UnknownReport | UnknownFigure | UnknownDraft | UnknownTalk) else 503
        return _told(request, status, error.code, error.message, error.hint)

    @app.exception_handler(IngestError)
    def ingest_error(request: Request, error: IngestError) -> Response:
        return _told(request, 422, error.code, error.message, error.hint)

    @app.exception_handler(DraftError)
    def draft_error(request: Request, error: DraftError) -> Response:
        return _told(request, 404 if isinstance(error, UnknownItem) else 422, error.code, error.message, error.hint)

    @app.exception_handler(PromptError)
    def prompt_error(request: Request, error: PromptError) -> Response:
        return _told(request, 422, error.code, error.message, error.hint)

    @app.exception_handler(QuestionTooLong)
    def too_long(request: Request, error: QuestionTooLong) -> Response:
        return _told(request, 422, error.code, error.message, error.hint)

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        code = STATUS_CODES.get(error.status_code, "bad_request")
        return _told(request, error.status_code, code, MESSAGES.get(error.status_code, str(error.detail)), "")

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:])
        if field == "question" and first["type"] == "string_too_long":
            return too_long(request, QuestionTooLong(len(first["input"])))
        return _told(request, 422, "bad_request", f"Yêu cầu không hợp lệ ở “{field}”: {first['msg']}.", "Xem /docs.")

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        log.error("A request failed.", exc_info=error)
        return _told(request, 500, "internal", "Có lỗi bên trong chương trình.", "Xem nhật ký của máy chủ.")


def _told(request: Request, status: int, code: str, message: str, hint: str) -> Response:
    problem = Problem(code=code, message=message, hint=hint)
    if "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/"):
        return page(request, "error.html", status=status, problem=problem)
    return JSONResponse(ErrorBody(error=problem).model_dump(), status)

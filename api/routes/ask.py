"""Questions: asked, streamed, taken up again, stopped, and judged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool

from api import kept
from api.errors import ApiError, NotHere
from api.people import who_of
from api.schemas import Answer, ErrorBody, Problem, Question, Told, Verdict
from api.services import Services
from api.streams import Sent, Stream

router = APIRouter(prefix="/api", tags=["questions"])


@router.post("/ask", response_model=Answer, responses={200: {"content": {"text/event-stream": {}}}})
async def ask(
    request: Request,
    question: Question,
    services: Services,
    accept: Annotated[str, Header()] = "",
    last_event_id: Annotated[str, Header()] = "",
) -> Response:
    """Answer a question: as JSON, or as events with `Accept: text/event-stream`.

    The events are understood, found, words (several), verified, answered. Each one's id is `answer id.number`; the same
    id in `Last-Event-ID`, here or at GET /api/streams/{answer id}, goes on after it.
    """
    if "text/event-stream" in accept:
        if last_event_id:
            id, _, _ = last_event_id.rpartition(".")
            return await _resumed(services, id, last_event_id)
        return events_of(services.streams.start(question, who_of(request)))
    answer = await services.streams.ask(question, who_of(request))
    return JSONResponse(answer.model_dump(mode="json"))


@router.get("/streams/{id}", response_class=StreamingResponse)
async def resume(id: str, services: Services, last_event_id: Annotated[str, Header()] = "") -> StreamingResponse:
    """The rest of a stream, after the event named in `Last-Event-ID`."""
    return await _resumed(services, id, last_event_id)


async def _resumed(services: Services, id: str, last_event_id: str) -> StreamingResponse:
    """The rest of a stream; of one that is no longer held, such as after a restart, the answer that was kept."""
    try:
        return events_of(services.streams.get(id), last_event_id)
    except NotHere:
        given = await run_in_threadpool(kept.load, services.library, id)
        return events_of(Stream.of_kept(given.answer))


@router.post("/streams/{id}/stop", status_code=204)
async def stop(id: str, services: Services) -> None:
    """Stop the work on an answer: what a closing tab sends."""
    services.streams.stop(id)


@router.get("/answers/{id}")
def answer(id: str, services: Services) -> Answer:
    """An answer given before."""
    return kept.load(services.library, id).answer


@router.post("/answers/{id}/verdict", status_code=204)
def judge(id: str, verdict: Verdict, services: Services) -> None:
    """Was this right? Kept for the golden sets."""
    if not services.library.answers.judge(id, verdict.right, verdict.reason):
        raise NotHere("Kho không giữ câu trả lời này.", "Hãy hỏi lại.")


def events_of(stream: Stream, last_event_id: str = "") -> StreamingResponse:
    """The stream's events after the named one, in the wire format of server-sent events."""
    number = last_event_id.rpartition(".")[2]
    after = int(number) if number.isdecimal() else 0

    async def lines() -> AsyncIterator[bytes]:
        try:
            async for events in stream.watch(after):
                yield b"".join(_line(stream.id, number, event) for number, event in events)
        except ApiError as problem:
            body = ErrorBody(error=Problem(code=problem.code, message=problem.message, hint=problem.hint))
            yield format_sse_event(data_str=body.model_dump_json(), event="failed")

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)


def _line(stream: str, number: int, event: Sent) -> bytes:
    told = Told(stream=stream, text=event.text, answer=event.answer)
    return format_sse_event(data_str=told.model_dump_json(), event=event.step, id=f"{stream}.{number}")

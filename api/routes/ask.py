"""Questions: asked, streamed, taken up again, stopped, and judged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Response
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool

from api.errors import ApiError, NotHere
from api.schemas import Answer, ErrorBody, Problem, Question, Told, Verdict
from api.services import Services
from api.streams import Stream

router = APIRouter(prefix="/api", tags=["questions"])


@router.post("/ask", response_model=Answer, responses={200: {"content": {"text/event-stream": {}}}})
async def ask(
    question: Question,
    services: Services,
    accept: Annotated[str, Header()] = "",
    last_event_id: Annotated[str, Header()] = "",
) -> Response:
    """Answer a question: JSON, or with `Accept: text/event-stream` the events understood, found, words, verified, answered.

    Each event's id is `stream.number`; the same id in `Last-Event-ID`, here or at GET /api/streams/{id}, goes on after it.
    """
    if "text/event-stream" in accept:
        if last_event_id:
            id, _, _ = last_event_id.rpartition(".")
            return events_of(services.streams.get(id), last_event_id)
        history = [t.turn() for t in question.history]
        return events_of(services.streams.start(question.question, question.reports, history))
    answer = await services.streams.ask(question.question, question.reports, [t.turn() for t in question.history])
    return JSONResponse(Answer.of(answer).model_dump(mode="json"))


@router.get("/streams/{id}", response_class=StreamingResponse)
async def resume(id: str, services: Services, last_event_id: Annotated[str, Header()] = "") -> StreamingResponse:
    """The rest of a stream, after the event named in `Last-Event-ID`."""
    return events_of(services.streams.get(id), last_event_id)


@router.post("/streams/{id}/stop", status_code=204)
async def stop(id: str, services: Services) -> None:
    """Stop the work on an answer: what a closing tab sends."""
    services.streams.stop(id)


@router.get("/answers/{id}")
async def answer(id: str, services: Services) -> Answer:
    """An answer given before."""
    kept = await run_in_threadpool(services.library.answer, id)
    if kept is None:
        raise NotHere("Không còn giữ câu trả lời này.", "Hãy hỏi lại.")
    return Answer.of(kept)


@router.post("/answers/{id}/verdict", status_code=204)
async def judge(id: str, verdict: Verdict, services: Services) -> None:
    """Was this right? Kept for the golden sets."""
    await answer(id, services)
    await run_in_threadpool(services.library.save_feedback, id, verdict.right, verdict.reason)


def events_of(stream: Stream, last_event_id: str = "") -> StreamingResponse:
    """The stream's events after the named one, in the wire format of server-sent events."""
    number = last_event_id.rpartition(".")[2]
    after = int(number) if number.isdecimal() else 0

    async def lines() -> AsyncIterator[bytes]:
        try:
            async for number, event in stream.watch(after):
                full = None if event.answer is None else Answer.of(event.answer)
                told = Told(stream=stream.id, text=event.text, answer=full)
                yield format_sse_event(
                    data_str=told.model_dump_json(), event=event.step.value, id=f"{stream.id}.{number}"
                )
        except ApiError as problem:
            body = ErrorBody(error=Problem(code=problem.code, message=problem.message, hint=problem.hint))
            yield format_sse_event(data_str=body.model_dump_json(), event="failed")

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)

"""Answers in the making: each one worked on in a bounded pool of threads, watched by anyone who knows its id.

A stream keeps its events, so that a watcher who lost the connection goes on where it stopped. A stream that nobody
watches is stopped after a short grace: a closed tab ends the work.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from api.errors import ApiError, BadRequest, Busy, NotHere
from api.schemas import Answer, Question
from assistant import claims
from ingest.errors import IngestError
from vectorstore.errors import StoreError, UnknownReport

log = logging.getLogger(__name__)

GRACE = 20.0
"""Seconds that work goes on unwatched: as long as the page tries to take a lost stream up again.

A tab that is closed says so, and its work stops at once.
"""
KEPT = 400
"""Finished streams kept for those who come back."""
WORKING, WITH_MODEL = 4, 16
"""Answers worked on at once. Without a model they share one interpreter, and two hundred asked at once came sooner from
four threads than from eight (`python -m bench.crowd`). With one, most of them wait for its server."""
TELLING = frozenset({claims.Step.WORDS, claims.Step.ANSWERED})
"""The steps in which something of the answer itself is told."""
WAITING = 2_000
"""Streams at once, beyond which a new one is refused."""


class Asker(Protocol):
    """What answers questions: `assistant.answer.Assistant`, or a scripted one."""

    def ask(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[claims.Turn] = (),
        id: str | None = None,
    ) -> claims.Answer:
        """The answer, whole."""
        ...

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[claims.Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[claims.Event]:
        """The answer as it is made, under the id given; no answer follows once `stopped` says so."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """An event as it is sent: one of understood, found, words, verified, answered; the answer with the last."""

    step: str
    text: str = ""
    answer: Answer | None = None


class Stream:
    """One answer in the making, under the id it will have.

    One thread, any, tells its events and its end; the event loop's watches them, and hears of those that came together
    at once.
    """

    def __init__(self, id: str, loop: asyncio.AbstractEventLoop) -> None:
        self.id = id
        self.events: list[Sent] = []
        self.problem: ApiError | None = None
        self.done = False
        self.stopped = threading.Event()
        self._loop = loop
        self._watchers = 0
        self._changed = asyncio.Event()
        self._waking = False

    @classmethod
    def of_kept(cls, answer: Answer) -> Stream:
        """The stream of an answer given before: the answer alone, whatever was heard of it."""
        stream = cls(answer.id, asyncio.get_running_loop())
        stream.events = [Sent(claims.Step.ANSWERED.value, answer=answer)]
        stream.done = True
        return stream

    def push(self, event: Sent, *, tell: bool = True) -> None:
        """Add an event; those who watch hear of it now or, without `tell`, with the next one."""
        self.events.append(event)
        if tell:
            self._tell()

    def finish(self, problem: ApiError | None = None) -> None:
        """No more events come."""
        self.problem = problem
        self.done = True
        self._tell()

    async def watch(self, after: int = 0) -> AsyncIterator[list[tuple[int, Sent]]]:
        """The events from number `after` + 1 on, numbered from 1, until the stream is done: those together that have
        come together. Raises: ApiError."""
        self._watchers += 1
        try:
            while True:
                done = self.done  # looked at first: the last event is there before the end is told
                if after < len(self.events):
                    told = list(enumerate(self.events[after:], after + 1))
                    after += len(told)
                    yield told
                    continue
                if done:
                    if self.problem is not None:
                        raise self.problem
                    return
                await self._changed.wait()
        finally:
            self._watchers -= 1
            if not self.done and not self._watchers:
                self._loop.call_later(GRACE, self._stop_unwatched)

    def _stop_unwatched(self) -> None:
        if not self._watchers:
            self.stopped.set()

    def _tell(self) -> None:
        if not self._waking:
            self._waking = True
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._waking = False
        self._changed.set()
        self._changed = asyncio.Event()


class Streams:
    """The answers in the making of this process.

    `keep` is handed each answer with its question and who asked, before it is sent;
    `workers` bounds how many are worked on at the same time. `steps`: what goes before the words is told as it comes,
    else together with them, which saves the event loop two of three wakings where an answer takes milliseconds.
    """

    def __init__(
        self,
        assistant: Asker,
        keep: Callable[[Answer, Question, str], None],
        workers: int = WORKING,
        *,
        steps: bool = True,
    ) -> None:
        self._assistant = assistant
        self._keep = keep
        self._steps = steps
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self._streams: OrderedDict[str, Stream] = OrderedDict()

    def start(self, question: Question, who: str = "") -> Stream:
        """Begin an answer. Raises: Busy."""
        self._make_room()
        loop = asyncio.get_running_loop()
        stream = Stream(secrets.token_hex(8), loop)
        self._streams[stream.id] = stream

        def work() -> None:
            if stream.stopped.is_set():
                return
            for event in self._assistant.events(
                question.question,
                reports=question.reports,
                history=[t.turn() for t in question.history],
                id=stream.id,
                stopped=stream.stopped.is_set,
            ):
                if stream.stopped.is_set():
                    return
                stream.push(self._sent(event, question, who), tell=self._steps or event.step in TELLING)

        def finished(future: Future[None]) -> None:
            if loop.is_closed():
                return
            problem = _problem(None if future.cancelled() else future.exception())
            if problem is None and stream.stopped.is_set():
                problem = NotHere("Câu trả lời này đã dừng.", "Hãy hỏi lại.")
            stream.finish(problem)

        self._pool.submit(work).add_done_callback(finished)
        return stream

    async def ask(self, question: Question, who: str = "") -> Answer:
        """The answer, whole, from the same bounded pool. Raises: ApiError and what the assistant raises."""

        def work() -> Answer:
            history = [t.turn() for t in question.history]
            answer = Answer.of(self._assistant.ask(question.question, reports=question.reports, history=history))
            self._keep(answer, question, who)
            return answer

        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def get(self, id: str) -> Stream:
        """The stream of that id. Raises: NotHere."""
        stream = self._streams.get(id)
        if stream is None:
            raise NotHere("Câu trả lời này không còn đang soạn.", "Hãy hỏi lại.")
        return stream

    def stop(self, id: str) -> None:
        """Stop the work on a stream, if it is still going on."""
        stream = self._streams.get(id)
        if stream is not None:
            stream.stopped.set()

    def close(self) -> None:
        """Stop all work and wait for the threads."""
        for stream in self._streams.values():
            stream.stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _sent(self, event: claims.Event, question: Question, who: str) -> Sent:
        if event.answer is None:
            return Sent(event.step.value, event.text)
        answer = Answer.of(event.answer)
        self._keep(answer, question, who)
        return Sent(event.step.value, event.text, answer)

    def _make_room(self) -> None:
        if len(self._streams) < KEPT:
            return
        for id in list(islice((s.id for s in self._streams.values() if s.done), len(self._streams) - KEPT + 1)):
            del self._streams[id]
        if len(self._streams) >= WAITING:
            raise Busy("Quá nhiều câu hỏi đang chờ.", "Hãy thử lại sau một phút.")


def _problem(error: BaseException | None) -> ApiError | None:
    if error is None or isinstance(error, ApiError):
        return error
    if isinstance(error, UnknownReport):
        return BadRequest(error.message, error.hint)
    if isinstance(error, IngestError | StoreError):
        return ApiError(error.message, error.hint)
    log.error("An answer failed.", exc_info=error)
    return ApiError("Không trả lời được vì lỗi bên trong chương trình.", "Xem nhật ký của máy chủ, rồi hỏi lại.")

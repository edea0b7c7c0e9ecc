"""An assistant that speaks when a test lets it: what comes, and when, is in the test's hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from assistant.claims import Answer, Citation, Event, Step, Turn
from ingest.report import locate
from vectorstore.library import Library

WORDS = tuple(
    f"Ý thứ {n} của câu trả lời, dài vừa đủ để xuống dòng khi đọc trên màn hình ở văn phòng [1]." for n in range(1, 9)
)
PATIENCE = 120.0
"""Seconds after which a step comes unasked, so that a failed test ends."""


class Paced:
    """Tells one step for each `let()`; `stopped` is set once its work was stopped."""

    def __init__(self, library: Library) -> None:
        report = library.report(library.reports()[0].id)
        block = max(report.blocks, key=lambda b: len(b.text) if b.table is None else 0)
        self._citation = Citation(1, block.text, locate(report, block, 0, len(block.text)))
        self._steps = threading.Semaphore(0)
        self.stopped = threading.Event()
        self.finished = threading.Event()

    def let(self, steps: int = 1) -> None:
        """Let so many further steps come."""
        self._steps.release(steps)

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        """The answer at once."""
        text = " ".join(WORDS)
        return Answer(id or "paced", question, "vi", text, False, (self._citation,), notes=("Cần xem lại kỳ báo cáo.",))

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """Understood, found, each of WORDS, the answer: one step for each `let()`."""
        steps = [Event(Step.UNDERSTOOD, question), Event(Step.FOUND, "12"), *(Event(Step.WORDS, w) for w in WORDS)]
        for event in [*steps, Event(Step.ANSWERED, answer=self.ask(question, id=id))]:
            if not self._wait(stopped):
                self.stopped.set()
                return
            yield event
        self.finished.set()

    def _wait(self, stopped: Callable[[], bool]) -> bool:
        for _ in range(int(PATIENCE / 0.05)):
            if stopped():
                return False
            if self._steps.acquire(timeout=0.05):
                return True
        return True

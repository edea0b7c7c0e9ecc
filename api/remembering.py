"""Answers given before, given again at once: what many people of one office ask is often the same.

Without a language model an answer depends on the question, the reports asked, the conversation and the store alone. A
change of the store makes all that is remembered void.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import uuid4

from api.streams import Asker
from assistant.claims import Answer, Event, Turn

KEPT = 500
"""Answers remembered, the least lately asked leaving first: about 10 kB each."""


class Remembering:
    """An Asker that asks another one only what it has not answered since `stamp` last changed. Safe in many threads."""

    def __init__(self, asker: Asker, stamp: Callable[[], int]) -> None:
        self._asker = asker
        self._stamp = stamp
        self._told: OrderedDict[object, tuple[Event, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        """The answer, whole."""
        answers = [e.answer for e in self.events(question, reports=reports, history=history, id=id) if e.answer]
        return answers[-1]

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """The answer as it is made or, known already, as it was made; under an id of its own in either case."""
        started = time.perf_counter()
        key = (self._stamp(), question, tuple(reports), tuple(history))
        with self._lock:
            known = self._told.get(key)
            if known is not None:
                self._told.move_to_end(key)
        if known is None:
            told: list[Event] = []
            for event in self._asker.events(question, reports=reports, history=history, id=id, stopped=stopped):
                told.append(event)
                yield event
            if told and told[-1].answer is not None:
                with self._lock:
                    self._told[key] = tuple(told)
                    while len(self._told) > KEPT:
                        self._told.popitem(last=False)
            return
        for event in known:
            if stopped():
                return
            if event.answer is not None:
                elapsed = round((time.perf_counter() - started) * 1000)
                answer = replace(event.answer, id=id or uuid4().hex[:12], elapsed_ms=elapsed)
                event = replace(event, answer=answer)
            yield event

"""Turns at work that many threads share: who is about to embed a question lets those go first who have not begun.

Nine questions of ten are answered by the words of the reports alone, in a few milliseconds; one that is looked for by
its meaning takes as long as five of them. Where many people ask at once, the few wait for the many, and what they wait
for together is embedded together. This is shortest job first, with a bound on how long the long ones wait.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 3.0
"""Seconds that somebody gives way at most."""

_mine = threading.local()


class Turns:
    """At most `working` threads have a turn at the same time, and at most `waiting` have given theirs away."""

    def __init__(self, working: int, waiting: int) -> None:
        self._free = working
        self._may_wait = waiting
        self._to_begin = 0
        lock = threading.Lock()
        self._one_free, self._all_begun = threading.Condition(lock), threading.Condition(lock)

    def announce(self) -> None:
        """Somebody is going to take a turn: those who give way wait for it."""
        with self._all_begun:
            self._to_begin += 1

    def withdraw(self) -> None:
        """Somebody who was announced takes no turn."""
        with self._all_begun:
            self._begun()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the turn that was announced, for as long as the body runs."""
        with self._one_free:
            self._one_free.wait_for(lambda: self._free > 0)
            self._free -= 1
            self._begun()
        _mine.turns = self
        try:
            yield
        finally:
            del _mine.turns
            with self._one_free:
                self._let_go()

    def give_way(self) -> None:
        """Let all who are announced go first, unless as many as may do so already."""
        with self._all_begun:
            if not self._to_begin or not self._may_wait:
                return
            until = time.monotonic() + LONGEST
            self._may_wait -= 1
            self._let_go()
            self._all_begun.wait_for(lambda: not self._to_begin, LONGEST)
            self._one_free.wait_for(lambda: self._free > 0, max(0.0, until - time.monotonic()))
            self._free -= 1
            self._may_wait += 1

    def _begun(self) -> None:
        self._to_begin -= 1
        if not self._to_begin:
            self._all_begun.notify_all()

    def _let_go(self) -> None:
        self._free += 1
        self._one_free.notify()


def give_way() -> None:
    """Let others go first, where the thread has a turn at all."""
    turns: Turns | None = getattr(_mine, "turns", None)
    if turns is not None:
        turns.give_way()

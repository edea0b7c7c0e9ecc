"""Answers that were given, and whether their readers found them right."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from vectorstore import tables as t
from vectorstore.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Feedback:
    """A reader's verdict on an answer, with the reason in the reader's words."""

    answer: str
    question: str
    right: bool
    reason: str
    given_at: str


@dataclass(slots=True, eq=False)
class _Given:
    """An answer that waits to be written."""

    row: dict[str, str]
    kept: bool = False


class AnswerLog:
    """Keeps answers as the JSON that was sent."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._waiting: list[_Given] = []
        self._writing = threading.Lock()

    def save(self, id: str, question: str, payload: str) -> None:
        """Keeps an answer; one of the same id is replaced.

        Whoever writes takes along all who wait: one transaction for many costs little more than for one.
        """
        given = _Given({"id": id, "question": question, "payload": payload, "asked_at": _now()})
        self._waiting.append(given)
        with self._writing:
            if given.kept:
                return
            batch = [self._waiting.pop(0) for _ in range(len(self._waiting))]
            if given not in batch:  # an earlier batch failed with it
                batch.append(given)
            with self._catalog.write() as connection:
                connection.execute(t.answers.insert().prefix_with("OR REPLACE"), [one.row for one in batch])
            for one in batch:
                one.kept = True

    def load(self, id: str) -> str | None:
        """The answer of that id as it was saved, or None."""
        with self._catalog.read() as connection:
            payload: str | None = connection.execute(select(t.answers.c.payload).where(t.answers.c.id == id)).scalar()
        return payload

    def judge(self, id: str, right: bool, reason: str = "") -> bool:
        """Keeps a verdict; False where there is no answer of that id."""
        with self._catalog.write() as connection:
            if connection.execute(select(t.answers.c.id).where(t.answers.c.id == id)).scalar() is None:
                return False
            connection.execute(t.feedback.insert().values(answer=id, right=int(right), reason=reason, given_at=_now()))
        return True

    def verdicts(self) -> list[Feedback]:
        """All verdicts, oldest first, for the golden sets."""
        a, f = t.answers.c, t.feedback.c
        query = (
            select(f.answer, a.question, f.right, f.reason, f.given_at).join_from(t.feedback, t.answers).order_by(f.key)
        )
        with self._catalog.read() as connection:
            return [Feedback(i, q, bool(r), why, at) for i, q, r, why, at in connection.execute(query).all()]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

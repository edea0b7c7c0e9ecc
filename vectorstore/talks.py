"""Conversations: answers in the order they were given, under a name that people can change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select

from vectorstore import tables as t
from vectorstore.catalog import Catalog
from vectorstore.errors import UnknownTalk

NAME = 80
"""Most characters of a name."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: who began it ("" where nobody said), the reports last asked, how many answers it holds."""

    id: str
    name: str
    who: str
    reports: tuple[str, ...]
    changed_at: str
    answers: int


class TalkBook:
    """Keeps conversations as lists of kept answers."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def add(self, id: str, answer: str, question: str, who: str = "", reports: Sequence[str] = ()) -> None:
        """Puts a kept answer at the end of a conversation; a new one is named by its first question."""
        now, chosen = _now(), json.dumps(list(reports))
        with self._catalog.write() as connection:
            changed = connection.execute(
                t.talks.update().where(t.talks.c.id == id).values(reports=chosen, changed_at=now)
            ).rowcount
            if not changed:
                connection.execute(
                    t.talks.insert().values(id=id, name=_named(question), who=who, reports=chosen, changed_at=now)
                )
            connection.execute(t.talk_answers.insert().values(talk=id, answer=answer))

    def talks(self, most: int = 200) -> list[Talk]:
        """The conversations, the one last changed first."""
        return self._chosen(most)

    def load(self, id: str) -> tuple[Talk, list[str]]:
        """A conversation and its answers as they were saved, the oldest first. Raises: UnknownTalk."""
        found = self._chosen(1, id)
        if not found:
            raise UnknownTalk("Kho không giữ cuộc trao đổi này.", "Có thể người khác đã xóa; hãy mở cuộc mới.")
        query = (
            select(t.answers.c.payload)
            .join_from(t.talk_answers, t.answers)
            .where(t.talk_answers.c.talk == id)
            .order_by(t.talk_answers.c.key)
        )
        with self._catalog.read() as connection:
            return found[0], [row.payload for row in connection.execute(query).all()]

    def rename(self, id: str, name: str) -> None:
        """Gives a conversation another name. Raises: UnknownTalk."""
        with self._catalog.write() as connection:
            connection.execute(t.talks.update().where(t.talks.c.id == id).values(name=_named(name)))
        self.load(id)

    def delete(self, id: str) -> None:
        """Removes a conversation with its answers; those that were judged stay for the golden sets.

        Raises: UnknownTalk.
        """
        self.load(id)
        own = select(t.talk_answers.c.answer).where(t.talk_answers.c.talk == id)
        judged = select(t.feedback.c.answer)
        with self._catalog.write() as connection:
            connection.execute(t.answers.delete().where(t.answers.c.id.in_(own), t.answers.c.id.not_in(judged)))
            connection.execute(t.talks.delete().where(t.talks.c.id == id))

    def _chosen(self, most: int, id: str | None = None) -> list[Talk]:
        c = t.talks.c
        count = select(func.count()).where(t.talk_answers.c.talk == c.id).scalar_subquery()
        query = select(c.id, c.name, c.who, c.reports, c.changed_at, count.label("answers"))
        query = query.order_by(c.changed_at.desc(), c.key.desc()).limit(most)
        if id is not None:
            query = query.where(c.id == id)
        with self._catalog.read() as connection:
            return [
                Talk(r.id, r.name, r.who, tuple(json.loads(r.reports)), r.changed_at, r.answers)
                for r in connection.execute(query).all()
            ]


def _named(words: str) -> str:
    return " ".join(words.split())[:NAME] or "…"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")

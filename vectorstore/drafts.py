"""Section drafts as they stand, and the versions of each that were kept. What a draft is, its payload alone knows."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from vectorstore import tables as t
from vectorstore.catalog import Catalog
from vectorstore.errors import UnknownDraft

MOST_VERSIONS = 200
"""Versions kept of one draft; beyond them the oldest but the first goes."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it stands; `revision` grows with each change."""

    id: str
    section: str
    report: str
    title: str
    payload: str
    revision: int
    saved_at: str


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A version of a draft that was kept under a name; `number` counts from 1."""

    number: int
    name: str
    saved_at: str
    payload: str


class DraftBook:
    """Keeps drafts: every change is written before it is answered, so that nothing is lost with the page."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def add(self, section: str, report: str, title: str, payload: str, version: str) -> KeptDraft:
        """Keeps a new draft and its first version under that name."""
        id = secrets.token_urlsafe(9)
        with self._catalog.write() as connection:
            connection.execute(
                t.drafts.insert().values(
                    id=id, section=section, report=report, title=title, payload=payload, revision=1, saved_at=_now()
                )
            )
            _keep(connection, id, version, payload)
        return self.load(id)

    def drafts(self) -> list[KeptDraft]:
        """All drafts, the one last changed first."""
        c = t.drafts.c
        query = select(c.id, c.section, c.report, c.title, c.payload, c.revision, c.saved_at)
        with self._catalog.read() as connection:
            return [KeptDraft(*row) for row in connection.execute(query.order_by(c.saved_at.desc(), c.id)).all()]

    def load(self, id: str) -> KeptDraft:
        """The draft of that id. Raises: UnknownDraft."""
        c = t.drafts.c
        query = select(c.id, c.section, c.report, c.title, c.payload, c.revision, c.saved_at)
        with self._catalog.read() as connection:
            row = connection.execute(query.where(c.id == id)).one_or_none()
        if row is None:
            raise UnknownDraft("Không có bản thảo này.", "Mở lại từ trang Soạn thảo.")
        return KeptDraft(*row)

    def save(self, id: str, title: str, payload: str, *, version: str = "") -> KeptDraft:
        """Keeps a draft as it now stands; with `version`, also as a version of that name. Raises: UnknownDraft."""
        c = t.drafts.c
        with self._catalog.write() as connection:
            changed = connection.execute(
                t.drafts.update()
                .where(c.id == id)
                .values(title=title, payload=payload, revision=c.revision + 1, saved_at=_now())
            ).rowcount
            if changed and version:
                _keep(connection, id, version, payload)
        return self.load(id)

    def keep(self, id: str, name: str) -> DraftVersion:
        """Keeps the draft as it stands as a version of that name. Raises: UnknownDraft."""
        draft = self.load(id)
        with self._catalog.write() as connection:
            number = _keep(connection, id, name, draft.payload)
        return self.version(id, number)

    def versions(self, id: str) -> list[DraftVersion]:
        """The versions kept of a draft, the newest first. Raises: UnknownDraft."""
        self.load(id)
        c = t.draft_versions.c
        query = select(c.number, c.name, c.saved_at, c.payload).where(c.draft == id).order_by(c.number.desc())
        with self._catalog.read() as connection:
            return [DraftVersion(*row) for row in connection.execute(query).all()]

    def version(self, id: str, number: int) -> DraftVersion:
        """One version of a draft. Raises: UnknownDraft."""
        for kept in self.versions(id):
            if kept.number == number:
                return kept
        raise UnknownDraft(f"Bản thảo không có phiên bản {number}.", "Tải lại trang.")

    def delete(self, id: str) -> None:
        """Removes a draft and its versions. Raises: UnknownDraft."""
        self.load(id)
        with self._catalog.write() as connection:
            connection.execute(t.drafts.delete().where(t.drafts.c.id == id))


def _keep(connection: Connection, id: str, name: str, payload: str) -> int:
    c = t.draft_versions.c
    number = int(connection.execute(select(func.max(c.number)).where(c.draft == id)).scalar() or 0) + 1
    connection.execute(
        t.draft_versions.insert().values(draft=id, number=number, name=name, payload=payload, saved_at=_now())
    )
    old = select(c.key).where(c.draft == id, c.number > 1).order_by(c.number.desc()).offset(MOST_VERSIONS)
    connection.execute(t.draft_versions.delete().where(c.key.in_(old)))
    return number


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Conversations, kept on the server as their answers are given: listed, opened, renamed, deleted; and who asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api import kept
from api.people import remember
from api.schemas import Conversation, ConversationName, ConversationSummary, Person
from api.services import Services

router = APIRouter(prefix="/api", tags=["questions"])
TalkId = Annotated[str, Path(max_length=64, description="A conversation's id")]


@router.get("/conversations")
def conversations(services: Services) -> list[ConversationSummary]:
    """The conversations kept here, the one last changed first, at most 200."""
    return [ConversationSummary.of(t) for t in services.library.talks.talks()]


@router.get("/conversations/{id}")
def conversation(id: TalkId, services: Services) -> Conversation:
    """One conversation with its answers, the oldest first."""
    talk, answers = services.library.talks.load(id)
    given = [kept.KeptAnswer.model_validate_json(a).answer for a in answers]
    return Conversation(**ConversationSummary.of(talk).model_dump(), reports=list(talk.reports), given=given)


@router.put("/conversations/{id}/name", status_code=204)
def rename(id: TalkId, name: ConversationName, services: Services) -> None:
    """Give a conversation another name."""
    services.library.talks.rename(id, name.name)


@router.delete("/conversations/{id}", status_code=204)
def delete(id: TalkId, services: Services) -> None:
    """Remove a conversation with its answers; those that were judged stay for the golden sets."""
    services.library.talks.delete(id)


@router.put("/me", status_code=204)
def me(person: Person) -> Response:
    """Say who asks in this browser, for conversations and evidence sheets; an empty name is forgotten."""
    response = Response(status_code=204)
    remember(response, person.name)
    return response

"""Conversations as they are kept, and who holds them."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answers import Answer
from api.schemas.model import Model
from vectorstore.talks import Talk


class ConversationSummary(Model):
    """A conversation in the list."""

    id: str = Field(description="The conversation's id")
    name: str = Field(description="Its name, at first the first question")
    who: str = Field(description="Who began it, where the browser knew a name")
    at: str = Field(description="When it was last gone on with")
    answers: int = Field(description="How many answers it holds")

    @classmethod
    def of(cls, talk: Talk) -> ConversationSummary:
        """The same conversation, to be sent."""
        return cls(id=talk.id, name=talk.name, who=talk.who, at=talk.changed_at, answers=talk.answers)


class Conversation(ConversationSummary):
    """A conversation with its answers."""

    reports: list[str] = Field(description="Ids of the reports last asked; none: all")
    given: list[Answer] = Field(description="Its answers, the oldest first")


class ConversationName(Model):
    """Another name for a conversation."""

    name: str = Field(description="The name", min_length=1, max_length=200)


class Person(Model):
    """Who asks in this browser. A name, no proof."""

    name: str = Field(description="The name; empty: forget it", max_length=100)

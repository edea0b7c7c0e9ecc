"""Answers as they are kept: what was sent and what it was made with, for an evidence sheet to be printed later."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import Field

from api.errors import NotHere
from api.schemas import Answer, Model, Question
from vectorstore.library import Library


class KeptAnswer(Model):
    """An answer with the time it was given and what it was made with."""

    answer: Answer = Field(description="The answer as it was sent")
    at: str = Field(description="When it was given, ISO 8601 with the server's offset")
    index: str = Field(description="The embedding model of the index and the checksum of its files")
    model: str = Field(description="The chat model that worded it, empty without one")
    who: str = Field("", description="Who asked, where the browser knew a name")


def keep(library: Library, answer: Answer, question: Question, who: str, model: str) -> None:
    """Keep an answer that was just given, in the conversation that it belongs to if it is asked in one."""
    kept = KeptAnswer(
        answer=answer,
        at=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        index=f"{library.embedder.name} · {library.embedder.checksum}",
        model=model if answer.mode == "model" else "",
        who=who,
    )
    library.answers.save(answer.id, answer.question, kept.model_dump_json())
    if question.conversation:
        library.talks.add(question.conversation, answer.id, answer.question, who, question.reports)


def load(library: Library, id: str) -> KeptAnswer:
    """An answer given before. Raises: NotHere."""
    payload = library.answers.load(id)
    if payload is None:
        raise NotHere("Kho không giữ câu trả lời này.", "Hãy hỏi lại.")
    return KeptAnswer.model_validate_json(payload)

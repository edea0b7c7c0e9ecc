"""A question to the reports, its answer, and what the reader thinks of that."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas.model import DecimalText, Language, Mode, Model, decimal_text
from api.schemas.places import Citation
from assistant import claims


class Turn(Model):
    """One turn of the conversation so far."""

    role: Literal["user", "assistant"] = Field(description="Who spoke")
    content: str = Field(description="What was said", max_length=20_000)

    def turn(self) -> claims.Turn:
        """The turn as the assistant takes it."""
        return claims.Turn(self.role, self.content)


class Question(Model):
    """A question to the reports."""

    question: str = Field(description="The question, in Vietnamese or English", min_length=1, max_length=4_000)
    reports: list[str] = Field(default_factory=list, description="Ids of the reports asked; none: all", max_length=500)
    history: list[Turn] = Field(default_factory=list, description="The conversation so far", max_length=100)
    conversation: str | None = Field(
        None, description="The conversation to keep the answer in, begun if new", pattern=r"^[\w-]{8,64}$"
    )


class Operand(Model):
    """A cited figure that a calculation uses."""

    value: DecimalText = Field(description="The figure")
    key: int = Field(description="The citation that it stands in")


class Calculation(Model):
    """What was computed from cited figures."""

    formula: str = Field(description="The formula", examples=["21846 + 3154"])
    value: DecimalText = Field(description="Its result")
    unit: str = Field(description="The result's unit")
    operands: list[Operand] = Field(description="The figures in it")

    @classmethod
    def of(cls, calculation: claims.Calculation) -> Calculation:
        """The same calculation, to be sent."""
        return cls(
            formula=calculation.formula,
            value=decimal_text(calculation.value),
            unit=calculation.unit,
            operands=[Operand(value=decimal_text(o.value), key=o.key) for o in calculation.operands],
        )


class Answer(Model):
    """A short answer with its citations, or an abstention that says where it looked."""

    id: str = Field(description="The answer's id")
    question: str = Field(description="The question as asked")
    language: Language = Field(description="The language of question and answer")
    answer: str = Field(description="The answer; '[1]' points to the citation of that key")
    abstained: bool = Field(description="Whether the reports do not say")
    citations: list[Citation] = Field(default_factory=list, description="The places it rests on")
    calculation: Calculation | None = Field(None, description="What was computed, if anything")
    notes: list[str] = Field(default_factory=list, description="What a careful colleague would add")
    searched: list[str] = Field(default_factory=list, description="Ids of the reports that were searched")
    mode: Mode = Field(description="Whether a model worded it")
    elapsed_ms: int = Field(description="How long it took")

    @classmethod
    def of(cls, answer: claims.Answer) -> Answer:
        """The same answer, to be sent."""
        return cls(
            id=answer.id,
            question=answer.question,
            language=answer.language,
            answer=answer.answer,
            abstained=answer.abstained,
            citations=[Citation.of(c) for c in answer.citations],
            calculation=None if answer.calculation is None else Calculation.of(answer.calculation),
            notes=list(answer.notes),
            searched=list(answer.searched),
            mode=answer.mode,
            elapsed_ms=answer.elapsed_ms,
        )


class Told(Model):
    """What an event of an answer's stream says."""

    stream: str = Field(description="The id by which the stream is taken up again")
    text: str = Field("", description="Words of the answer for 'words', else one sentence")
    answer: Answer | None = Field(None, description="The answer, with 'answered'")


class Verdict(Model):
    """Was this right? Kept for the golden sets."""

    right: bool = Field(description="Whether the answer was right")
    reason: str = Field("", description="Why, in the reader's words", max_length=2_000)

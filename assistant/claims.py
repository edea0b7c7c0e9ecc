"""What the assistant says: claims that cite, and the answer made of them. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from ingest.report import Locator

Language = Literal["vi", "en"]
Mode = Literal["extractive", "model"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and its place; `key` is the number in the answer's "[1]"."""

    key: int
    quote: str
    locator: Locator


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer and the keys of the citations it rests on."""

    text: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Operand:
    """A cited figure that a calculation uses."""

    value: Decimal
    key: int


@dataclass(frozen=True, slots=True)
class Calculation:
    """What our own code computed from cited figures: `formula` "21846 + 3154", `value`, its `unit`."""

    formula: str
    value: Decimal
    unit: str
    operands: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A short answer with its citations, or an abstention that says where it looked."""

    id: str
    question: str
    language: Language
    answer: str
    abstained: bool
    citations: tuple[Citation, ...] = ()
    calculation: Calculation | None = None
    notes: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    mode: Mode = "extractive"
    elapsed_ms: int = 0


class Step(StrEnum):
    """The five steps of an answer, as told while it is made."""

    UNDERSTOOD = "understood"
    FOUND = "found"
    WORDS = "words"
    VERIFIED = "verified"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: `text` holds words of the answer for WORDS, else one sentence; `answer` comes with ANSWERED."""

    step: Step
    text: str = ""
    answer: Answer | None = None

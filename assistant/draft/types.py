"""What a section draft is made of: gathered sources, items that answer them, coverage, commitments. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from assistant.claims import Calculation, Citation, Mode
from ingest.report import Locator

Status = Literal["proposed", "carried over", "needs figure"]
Author = Literal["desk", "model", "drafter"]
Kept = Literal["done", "in part", "no evidence"]


class SourceKind(StrEnum):
    """What a gathered source is."""

    LIMITATION = "limitation"
    CAUSE = "cause"
    PROBLEM = "problem"
    FINDING = "finding"
    DIRECTION = "direction"
    RESULT = "result"
    DOCUMENT = "document"


MUST_ANSWER = {SourceKind.LIMITATION, SourceKind.CAUSE, SourceKind.PROBLEM, SourceKind.FINDING}


@dataclass(frozen=True, slots=True)
class Source:
    """Something gathered from a report: its verbatim words and their place. `id` is unique in a draft.

    `text` is the quote without the mark of its list item. `figures` are ids of ledger figures in it, `issue` the kind
    of
    problem ("overdue", "falling", …) where figures alone show it. `year` is, for a direction, the year it was
    written for.
    `lead` is what stands before it in its sentence where it has no subject of its own.
    """

    id: str
    kind: SourceKind
    quote: str
    locator: Locator
    text: str
    figures: tuple[str, ...] = ()
    issue: str = ""
    year: int | None = None
    heading: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure that the drafter types in. `slot` is the name inside `[cần số liệu: …]`; `text` the number as typed."""

    slot: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a draft: its words, the sources it answers, the places it rests on.

    `typed` are numbers in it that the drafter typed or that our code computed from those; `author` who worded it.
    `calculations` are what our code computed of cited figures; `marks` say in a sentence what a reader must look at (a
    deadline that has passed).
    """

    id: str
    text: str
    answers: tuple[str, ...]
    citations: tuple[Citation, ...]
    status: Status
    group: str = ""
    author: Author = "desk"
    calculations: tuple[Calculation, ...] = ()
    typed: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """A source that has to be answered, and the numbers (from 1) of the items that answer it."""

    source: Source
    answered_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A cause and the limitations that it may explain: a proposal, nothing the report says. `shared` are the words in
    common."""

    cause: str
    limitations: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A direction of last year's report and what this year's report shows of it.

    `done`: the target is met or the report says it was done; `in part`: it shows something of it; `no evidence`.
    `restated` is where this year's directions say it again. `left` are its clauses that were not done, in their
    words.
    """

    direction: Source
    status: Kept
    evidence: tuple[Citation, ...]
    why: str
    restated: Citation | None = None
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the appendix of compared figures; `change` and `percent` are computed, None where there is nothing to
    compare; `heading` is that of the part the figure stands in."""

    indicator: str
    unit: str
    current: str
    last: str
    change: Decimal | None
    percent: Decimal | None
    citations: tuple[Citation, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Section text for a report, and how far it answers what was gathered. `year` is the year the section is for,
    `method` how
    it was drafted (`prompts.section.METHODS`), `typed` the figures that the drafter gave."""

    section: str
    report: str
    title: str
    year: int | None
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    prompt: str
    mode: Mode
    method: str = "directions"
    pairings: tuple[Pairing, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    compared: tuple[Compared, ...] = ()
    notes: tuple[str, ...] = ()
    typed: tuple[TypedFigure, ...] = ()

    @property
    def coverage(self) -> tuple[Covered, ...]:
        """Each limitation, cause, problem and finding with the items that answer it; of all other sections none is
        asked."""
        return tuple(
            Covered(s, tuple(n for n, i in enumerate(self.items, 1) if s.id in i.answers))
            for s in self.sources
            if s.kind in MUST_ANSWER
        )

    @property
    def uncovered(self) -> tuple[Source, ...]:
        """What has to be answered and is not."""
        return tuple(c.source for c in self.coverage if not c.answered_by)

    @property
    def unanswering(self) -> tuple[int, ...]:
        """The numbers of the items that answer nothing that was gathered."""
        known = {s.id for s in self.sources}
        return tuple(n for n, i in enumerate(self.items, 1) if not known & set(i.answers))

    @property
    def text(self) -> str:
        """The section as text: title, groups, numbered items."""
        lines = [self.title]
        group = ""
        for number, item in enumerate(self.items, 1):
            if item.group and item.group != group:
                lines += ["", item.group]
            group = item.group
            lines.append(f"{number}. {item.text}")
        return "\n".join(lines)

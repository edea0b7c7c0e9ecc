"""Section drafts: what is asked for, how they are changed and kept, what they answer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas.model import Mode, Model, decimal_text
from api.schemas.places import Citation, Locator
from assistant.draft import types as drafts
from vectorstore.drafts import KeptDraft


class DraftRequest(Model):
    """Which section to draft, of which report."""

    section: str = Field(description="A prompt id of prompts/sections", examples=["phuong-huong"], max_length=100)
    report: str = Field(description="The report it grows from", max_length=64)
    previous: str | None = Field(None, description="Last period's report; null: the store's own", max_length=64)
    year: int | None = Field(None, description="The year the section is for; null: the usual one", ge=1990, le=2100)


class DraftEdit(Model):
    """One change of a draft; which fields it needs, its `op` says."""

    op: Literal["edit", "accept", "move", "reject", "add", "fill", "regenerate", "bring back"] = Field(
        description="What is done"
    )
    item: str = Field("", description="The item's id, for all but 'add' and 'fill'", max_length=100)
    text: str = Field("", description="The words, for 'edit' and 'add'; the figure, for 'fill'", max_length=4_000)
    accepted: bool = Field(True, description="For 'accept': accepted, or no longer")
    at: int | None = Field(None, description="The place to move to or add at, from 0", ge=0, le=10_000)
    answers: list[str] = Field(default_factory=list, description="For 'add': ids of sources", max_length=100)
    slot: str = Field("", description="For 'fill': the name in '[cần số liệu: …]'", max_length=120)


class VersionName(Model):
    """What a version of a draft is called."""

    name: str = Field(description="Its name", min_length=1, max_length=100)


class DraftVersion(Model):
    """A version of a draft that was kept."""

    number: int = Field(description="Its number, from 1")
    name: str = Field(description="What it is called")
    at: str = Field(description="When it was kept, ISO 8601 in universal time")


class DraftStep(Model):
    """An item in two versions of a draft."""

    change: Literal["same", "changed", "added", "removed", "moved"] = Field(description="What became of it")
    before: str | None = Field(None, description="Its words before, null where it was not there")
    after: str | None = Field(None, description="Its words after, null where it is gone")

    @classmethod
    def of(
        cls,
        change: Literal["same", "changed", "added", "removed", "moved"],
        before: drafts.Item | None,
        after: drafts.Item | None,
    ) -> DraftStep:
        """The step, to be sent."""
        return cls(
            change=change, before=None if before is None else before.text, after=None if after is None else after.text
        )


class DraftSummary(Model):
    """A draft that is kept, in short."""

    id: str = Field(description="The draft's id")
    section: str = Field(description="The prompt id")
    report: str = Field(description="The report it grows from")
    title: str = Field(description="The section's title")
    items: int = Field(description="How many items it has")
    accepted: int = Field(description="How many of them the drafter has accepted")
    at: str = Field(description="When it was last changed, ISO 8601 in universal time")

    @classmethod
    def of(cls, kept: KeptDraft, draft: drafts.Draft) -> DraftSummary:
        """The draft in short."""
        return cls(
            id=kept.id,
            section=kept.section,
            report=kept.report,
            title=kept.title,
            items=len(draft.items),
            accepted=sum(i.accepted for i in draft.items),
            at=kept.saved_at,
        )


class DraftItem(Model):
    """One item of a draft, and what it answers."""

    text: str = Field(description="The item's words")
    answers: list[str] = Field(description="Ids of the limitations, causes, figures and findings that it answers")
    citations: list[Citation] = Field(default_factory=list, description="The places it rests on")
    status: Literal["proposed", "carried over", "needs figure"] = Field(description="Where the item stands")
    id: str = Field("", description="A name that stays while items are moved")
    group: str = Field("", description="The heading of the items it stands with, empty for none")
    author: Literal["desk", "model", "drafter"] = Field("desk", description="Who worded it")
    typed: list[str] = Field(default_factory=list, description="Numbers typed by the drafter, or computed from those")
    formulas: list[str] = Field(default_factory=list, description="What was computed of cited figures")
    marks: list[str] = Field(default_factory=list, description="What a reader must look at, one sentence each")
    accepted: bool = Field(False, description="Whether the drafter has accepted it")

    @classmethod
    def of(cls, item: drafts.Item) -> DraftItem:
        """The same item, to be sent."""
        return cls(
            text=item.text,
            answers=list(item.answers),
            citations=[Citation.of(c) for c in item.citations],
            status=item.status,
            id=item.id,
            group=item.group,
            author=item.author,
            typed=list(item.typed),
            formulas=[f"{c.formula} = {decimal_text(c.value)} {c.unit}".strip() for c in item.calculations],
            marks=list(item.marks),
            accepted=item.accepted,
        )


class Coverage(Model):
    """A limitation, cause or finding of the report, and the items that answer it."""

    source: str = Field(description="Its id")
    quote: str = Field(description="Its words")
    locator: Locator = Field(description="Where they stand")
    answered_by: list[int] = Field(description="Numbers of the items that answer it, from 1; none: not answered yet")
    kind: Literal["limitation", "cause", "problem", "finding", "direction", "result", "document"] = Field(
        description="What it is"
    )

    @classmethod
    def of(cls, covered: drafts.Covered) -> Coverage:
        """The same row, to be sent."""
        source = covered.source
        return cls(
            source=source.id,
            quote=source.quote,
            locator=Locator.of(source.locator),
            answered_by=list(covered.answered_by),
            kind=source.kind.value,
        )


class Pairing(Model):
    """A cause and the limitations that it may explain: a proposal of the desk, not of the report."""

    cause: str = Field(description="Id of the cause")
    limitations: list[str] = Field(description="Ids of the limitations")


class Commitment(Model):
    """A direction of last period's report and what this period's shows of it."""

    direction: str = Field(description="The direction's words")
    locator: Locator = Field(description="Where it stands in last period's report")
    status: Literal["done", "in part", "no evidence"] = Field(description="What was found of it")
    why: str = Field(description="On what grounds")
    evidence: list[Citation] = Field(description="Where this period's report shows it")
    restated: Citation | None = Field(None, description="Where this period's directions say it again")

    @classmethod
    def of(cls, commitment: drafts.Commitment) -> Commitment:
        """The same commitment, to be sent."""
        return cls(
            direction=commitment.direction.quote,
            locator=Locator.of(commitment.direction.locator),
            status=commitment.status,
            why=commitment.why,
            evidence=[Citation.of(c) for c in commitment.evidence],
            restated=None if commitment.restated is None else Citation.of(commitment.restated),
        )


class Draft(Model):
    """Section text for the next report, and how far it answers this one."""

    section: str = Field(description="The prompt id")
    report: str = Field(description="The report it grows from")
    title: str = Field(description="The section's title")
    items: list[DraftItem] = Field(description="Its items")
    coverage: list[Coverage] = Field(description="What it had to answer")
    text: str = Field(description="The whole section as text")
    prompt: str = Field(description="The prompt and its version", examples=["phuong-huong@1"])
    mode: Mode = Field(description="Whether a model worded it")
    year: int | None = Field(None, description="The year it is for")
    uncovered: list[str] = Field(default_factory=list, description="Ids of what had to be answered and is not")
    unanswering: list[int] = Field(default_factory=list, description="Numbers of the items that answer nothing")
    pairings: list[Pairing] = Field(default_factory=list, description="Causes beside limitations, proposed")
    commitments: list[Commitment] = Field(default_factory=list, description="Last period's directions, followed up")
    notes: list[str] = Field(default_factory=list, description="What is missing or was left out, one sentence each")
    id: str | None = Field(None, description="The id under which the draft is kept, where it is")
    revision: int = Field(0, description="Grows with each change of a kept draft")

    @classmethod
    def of(cls, draft: drafts.Draft, kept: KeptDraft | None = None) -> Draft:
        """The same draft, to be sent; `kept` is how the store keeps it."""
        return cls(
            section=draft.section,
            report=draft.report,
            title=draft.title,
            items=[DraftItem.of(i) for i in draft.items],
            coverage=[Coverage.of(c) for c in draft.coverage],
            text=draft.text,
            prompt=draft.prompt,
            mode=draft.mode,
            year=draft.year,
            uncovered=[s.id for s in draft.uncovered],
            unanswering=list(draft.unanswering),
            pairings=[Pairing(cause=p.cause, limitations=list(p.limitations)) for p in draft.pairings],
            commitments=[Commitment.of(c) for c in draft.commitments],
            notes=list(draft.notes),
            id=None if kept is None else kept.id,
            revision=0 if kept is None else kept.revision,
        )

"""The documents that reports cite."""

from __future__ import annotations

from pydantic import Field

from api.schemas.model import Model
from api.schemas.places import Locator
from ingest import ledgers


class Mention(Model):
    """One place that names a cited document."""

    quote: str = Field(description="The words there")
    locator: Locator = Field(description="Where they stand")

    @classmethod
    def of(cls, mention: ledgers.Mention) -> Mention:
        """The same mention, to be sent."""
        return cls(quote=mention.quote, locator=Locator.of(mention.locator))


class Reference(Model):
    """A document that a report cites."""

    id: str = Field(description="The reference's id")
    type: str = Field(description="The kind of document", examples=["Kế hoạch"])
    number: str = Field(description="Its number and symbol, normalised", examples=["763/KH-UBND"])
    date: str = Field(description="Its date, ISO 8601, empty where it is not given")
    issuer: str = Field(description="The body that issued it")
    subject: str = Field(description="What it is about")
    missing: list[str] = Field(default_factory=list, description="What a first citation must give and does not")
    in_store: str | None = Field(None, description="The id of the report in the store that is this document")
    mentions: list[Mention] = Field(default_factory=list, description="Every place that names it")
    inferred: list[str] = Field(default_factory=list, description="What was concluded rather than read")
    purpose: str = Field("", description="What it was issued for")
    suggested: bool = Field(False, description="Not the number asked for, but the one with two digits swapped")

    @classmethod
    def of(cls, reference: ledgers.Reference, in_store: str | None = None, *, suggested: bool = False) -> Reference:
        """The same cited document; `in_store` is the id of a stored report that is this document."""
        return cls(
            id=reference.id,
            type=reference.type,
            number=reference.number,
            date=reference.date,
            issuer=reference.issuer,
            subject=reference.subject,
            missing=list(reference.missing),
            in_store=in_store,
            mentions=[Mention.of(m) for m in reference.mentions],
            inferred=list(reference.inferred),
            purpose=reference.purpose,
            suggested=suggested,
        )

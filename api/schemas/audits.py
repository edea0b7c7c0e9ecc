"""What does not hold: in what a report says, and in the form of a document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas.model import Model
from api.schemas.places import Locator
from assistant.document.fault import Fault
from ingest import ledgers


class Finding(Model):
    """Something in a report that does not add up."""

    id: str = Field(description="The finding's id")
    kind: Literal["sum", "share", "difference", "repeat", "claim", "reference", "stale", "format"] = Field(
        description="What it is about"
    )
    severity: Literal["error", "warning", "note"] = Field(description="How much it matters")
    message: str = Field(description="What does not hold, in one sentence")
    stated: str = Field(description="What the report says")
    computed: str = Field(description="What follows from its figures")
    figures: list[str] = Field(default_factory=list, description="Ids of the figures in it")
    locators: list[Locator] = Field(default_factory=list, description="Where they stand")

    @classmethod
    def of(cls, finding: ledgers.Finding) -> Finding:
        """The same finding, to be sent."""
        return cls(
            id=finding.id,
            kind=finding.kind.value,
            severity=finding.severity.value,
            message=finding.message,
            stated=finding.stated,
            computed=finding.computed,
            figures=list(finding.figures),
            locators=[Locator.of(p) for p in finding.locators],
        )


class FormatFault(Model):
    """A fault of a document's form against Decree 30/2020/NĐ-CP."""

    element: str = Field(description="The element's name in the Decree")
    message: str = Field(description="What is there")
    rule: str = Field(description="What is asked for")

    @classmethod
    def of(cls, fault: Fault) -> FormatFault:
        """The same fault, to be sent."""
        return cls(element=fault.element, message=fault.message, rule=fault.rule)

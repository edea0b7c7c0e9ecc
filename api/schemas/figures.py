"""The figures of reports, and corrections of how they were read."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from api.schemas.model import DecimalText, Model, decimal_text, maybe_decimal_text
from api.schemas.places import Locator
from ingest import ledgers
from vectorstore.corrections import Change
from vectorstore.corrections import Correction as KeptCorrection


class Comparison(Model):
    """What a figure is set against, as the report gives it."""

    period: str = Field(description="The other period, or 'target'")
    value: DecimalText | None = Field(None, description="The value there")
    change: DecimalText | None = Field(None, description="The change as stated")

    @classmethod
    def of(cls, comparison: ledgers.Comparison) -> Comparison:
        """The same comparison, to be sent."""
        return cls(
            period=comparison.period,
            value=maybe_decimal_text(comparison.value),
            change=maybe_decimal_text(comparison.change),
        )


class FigureFields(Model):
    """What was read of a figure and can be corrected; null: not corrected."""

    value: DecimalText | None = Field(None, description="The number, exact")
    unit: str | None = Field(None, description="Its unit", max_length=60)
    indicator: str | None = Field(None, description="What is counted", max_length=400)
    period: str | None = Field(None, description="The period it is of", pattern=r"^[\dQH/-]{0,21}$")
    scope: str | None = Field(None, description="The level, unit, place or kind it is of", max_length=200)

    @classmethod
    def of(cls, change: Change) -> FigureFields:
        """The same, to be sent."""
        return cls(
            value=maybe_decimal_text(change.value),
            unit=change.unit,
            indicator=change.indicator,
            period=change.period,
            scope=change.scope,
        )

    def change(self) -> Change:
        """The same as the store takes it, white space joined."""
        words = {name: getattr(self, name) for name in ("unit", "indicator", "period", "scope")}
        clean = {name: None if text is None else " ".join(text.split()) for name, text in words.items()}
        return Change(None if self.value is None else Decimal(self.value), **clean)


class CorrectionRequest(Model):
    """A correction of a figure's reading: what it should say, who says so, and why."""

    change: FigureFields = Field(description="What the figure should say")
    who: str = Field(description="Who corrects it", min_length=1, max_length=100)
    reason: str = Field("", description="Why", max_length=1_000)


class Undoing(Model):
    """Who takes a correction back, and why."""

    who: str = Field(description="Who takes it back", min_length=1, max_length=100)
    reason: str = Field("", description="Why", max_length=1_000)


class Correction(Model):
    """One entry of the log of corrections."""

    report: str = Field(description="The report's id")
    figure: str = Field(description="The figure's id")
    text: str = Field(description="The number as printed")
    undone: bool = Field(description="Whether the entry takes the correction back")
    change: FigureFields = Field(description="What was set")
    who: str = Field(description="By whom")
    reason: str = Field(description="Why")
    at: str = Field(description="When, ISO 8601 in universal time")
    quote: str = Field(description="The words around the number")

    @classmethod
    def of(cls, entry: KeptCorrection) -> Correction:
        """The same entry, to be sent."""
        return cls(
            report=entry.report,
            figure=entry.figure,
            text=entry.printed,
            undone=entry.undone,
            change=FigureFields.of(entry.change),
            who=entry.who,
            reason=entry.reason,
            at=entry.at,
            quote=entry.quote,
        )


class Figure(Model):
    """A number that counts something, and where it stands."""

    id: str = Field(description="The figure's id")
    value: DecimalText = Field(description="The number, exact")
    text: str = Field(description="The number as printed", examples=["21.846", "17/19"])
    unit: str = Field(description="Its unit, empty where none is named")
    indicator: str = Field(description="What is counted, in the report's words")
    period: str = Field(description="The period it is of")
    scope: str = Field(description="The level, unit, place or kind it is of; empty for the report's own")
    comparison: Comparison | None = Field(None, description="What it is set against, if anything")
    quote: str = Field(description="The clause or sentence it stands in")
    locator: Locator = Field(description="Where that stands")
    corrected: Correction | None = Field(None, description="The correction that stands, where a person made one")

    @classmethod
    def of(cls, figure: ledgers.Figure, corrected: KeptCorrection | None = None) -> Figure:
        """The same figure, to be sent; `corrected` is the correction that it already bears."""
        return cls(
            id=figure.id,
            value=decimal_text(figure.value),
            text=figure.text,
            unit=figure.unit,
            indicator=figure.indicator,
            period=figure.period,
            scope=figure.scope,
            comparison=None if figure.comparison is None else Comparison.of(figure.comparison),
            quote=figure.quote,
            locator=Locator.of(figure.locator),
            corrected=None if corrected is None else Correction.of(corrected),
        )

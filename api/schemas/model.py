"""What all objects that cross the border share: closed models, figures as text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


def decimal_text(value: Decimal) -> str:
    """A figure in plain notation, never with an exponent: `Decimal("2.1846E+4")` gives `"21846"`."""
    return format(value, "f")


def maybe_decimal_text(value: Decimal | None) -> str | None:
    """`decimal_text`, or None for None."""
    return None if value is None else decimal_text(value)


DecimalText = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$", examples=["21846", "98.25"])]
Language = Literal["vi", "en"]
Mode = Literal["extractive", "model"]


class Model(BaseModel):
    """A closed, unchangeable object: unknown keys are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

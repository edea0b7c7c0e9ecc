"""Drafts: a figure before it is given its place, and what holds for a text before its first word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.ledgers import Comparison, Role


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a text before its first word. `topic` is what leads it in, `own` the report's issuer.

    `base` is the report's period, `period` the one in force here ("" : the report's). `target`: the section sets goals.
    `comparing`: the place is meant for comparisons.
    """

    base: str
    period: str = ""
    topic: str = ""
    scope: str = ""
    unit: str = ""
    own: str = ""
    target: bool = False
    comparing: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it is given its place: `at`, and `start` and `end` of its quote, count characters of the text.

    `denominator` is the lower number of a done-of-total pair; `depth` counts the brackets open;
    `subject` is the indicator without the noun behind the number.
    """

    value: Decimal
    text: str
    at: int
    unit: str
    indicator: str
    period: str
    scope: str
    role: Role
    start: int
    end: int
    comparison: Comparison | None = None
    high: Decimal | None = None
    denominator: Decimal | None = None
    depth: int = 0
    subject: str = ""

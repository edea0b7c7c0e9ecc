"""The three ledgers that are filled while a report is read: figures, cited documents, findings. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.report import Locator


class Role(StrEnum):
    """What a figure is in its sentence."""

    ACTUAL = "actual"
    TARGET = "target"
    SHARE = "share"
    CHANGE = "change"
    RANK = "rank"
    PART = "part"
    TOTAL = "total"
    PREVIOUS = "previous"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure is set against: the other period (or "target"), its value there, the change as stated. All as
    given."""

    period: str
    value: Decimal | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something, and where it stands.

    `value` is exact; `text` is the number as printed ("21.846", "17/19"); `unit` "" where none is named;
    `indicator` what
    is counted, in the report's words; `period` see `ingest.language.periods`; `scope` a level, unit, place or kind
    ("cấp xã"), "" for the report's own. `at` is the offset of the number in its block's text; the locator spans the
    quote, the clause or sentence it stands in. `high` is the upper end of a range.
    """

    id: str
    value: Decimal
    text: str
    unit: str
    indicator: str
    period: str
    scope: str
    role: Role
    quote: str
    locator: Locator
    at: int
    comparison: Comparison | None = None
    high: Decimal | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a cited document, and the words there."""

    quote: str
    locator: Locator


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document. `type` is the Vietnamese name ("Kế hoạch"); `number` normalised ("763/KH-UBND"), "" if
    unnumbered.

    `date` is ISO or "". `inferred` names the fields that were concluded rather than read; `missing` the fields that
    a first
    citation must give by Decree 30/2020/NĐ-CP, Appendix I, and that are not given.
    """

    id: str
    type: str
    number: str
    date: str
    issuer: str
    subject: str
    mentions: tuple[Mention, ...]
    missing: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    purpose: str = ""


class FindingKind(StrEnum):
    """What a finding is about."""

    SUM = "sum"
    SHARE = "share"
    DIFFERENCE = "difference"
    REPEAT = "repeat"
    CLAIM = "claim"
    REFERENCE = "reference"
    STALE = "stale"
    FORMAT = "format"


class Severity(StrEnum):
    """How much it matters: what cannot be right, what a superior office will ask about, what is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a report that does not add up. `stated` and `computed` are shown side by side; nothing is
    corrected."""

    id: str
    kind: FindingKind
    severity: Severity
    message: str
    stated: str
    computed: str
    figures: tuple[str, ...] = ()
    locators: tuple[Locator, ...] = ()
    quotes: tuple[str, ...] = ()

"""A recomputation: what the report states, what its own figures give, and whether the two agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from ingest.audit.quantities import Quantity, place
from ingest.figures.units import unit_after
from ingest.language.fold import content_id
from ingest.language.numbers import format_vi
from ingest.ledgers import Finding, FindingKind, Severity
from ingest.report import Locator, Report, locate, quote_at


@dataclass(frozen=True, slots=True)
class Check:
    """One recomputation. `formula` is readable ("24 + 02 + 58 = 84"); `doubt` says what it cannot decide.

    `certain` is: the words around the figures leave no other reading, so that a failure is a finding. `last_place`:
    what is stated and what is computed differ by one in the last place printed.
    """

    kind: FindingKind
    stated: str
    computed: str
    holds: bool
    figures: tuple[str, ...]
    locators: tuple[Locator, ...]
    quotes: tuple[str, ...]
    formula: str
    subject: str = ""
    certain: bool = True
    doubt: str = ""
    last_place: bool = False


def show(value: Decimal, decimals: int | None = None) -> str:
    """A number as these reports print it: 18.350; 98,40."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return format_vi(value)


def agrees(exact: Decimal, printed: Decimal, decimals: int) -> bool:
    """Whether a printed value is the exact one rounded or cut off at its decimals; both are usual and both pass."""
    unit = Decimal(1).scaleb(-decimals)
    return printed in (exact.quantize(unit, ROUND_HALF_UP), exact.quantize(unit, ROUND_DOWN))


def stated(q: Quantity) -> str:
    """A quantity as the report states it, its unit included: "512 lượt"."""
    if q.percent:
        return f"{q.text.rstrip(' %')}%"
    return f"{q.text} {unit_after(q.block.text, q.end).text}".strip() if q.block.table is None else q.text


def total(parts: Iterable[Quantity]) -> Decimal:
    """The sum of some quantities."""
    return sum((p.value for p in parts), Decimal(0))


def sum_check(
    report: Report, whole: Quantity, parts: list[Quantity], subject: str, *, certain: bool = True, doubt: str = ""
) -> Check:
    """The check that a total is the sum of its parts."""
    value = total(parts)
    formula = " + ".join(p.text for p in parts) + f" = {show(value)}"
    return make(
        report, FindingKind.SUM, stated(whole), show(value), value == whole.value, [whole, *parts], formula, subject,
        certain=certain, doubt=doubt,
    )  # fmt: skip


def make(
    report: Report,
    kind: FindingKind,
    stated: str,
    computed: str,
    holds: bool,
    used: list[Quantity],
    formula: str,
    subject: str = "",
    *,
    certain: bool = True,
    doubt: str = "",
    last_place: bool = False,
) -> Check:
    """A Check over some quantities, its places and quotes taken from them, each place once."""
    locators, quotes = _places(report, used)
    ids = tuple(dict.fromkeys(q.figure for q in used if q.figure))
    return Check(kind, stated, computed, holds, ids, locators, quotes, formula, subject, certain, doubt, last_place)


def _places(report: Report, used: list[Quantity]) -> tuple[tuple[Locator, ...], tuple[str, ...]]:
    """Where the quantities of a check stand: one place a block, from the first sentence used to the last; cells "
    "each."""
    by_block: dict[str, list[Quantity]] = {}
    for q in used:
        by_block.setdefault(q.block.id, []).append(q)
    locators: list[Locator] = []
    quotes: list[str] = []
    for here in by_block.values():
        block = here[0].block
        found = [place(report, q) for q in here]
        if block.table is None:
            found = [locate(report, block, min(w.start for w in found), max(w.end for w in found))]
        for where in found:
            locators.append(where)
            quotes.append(quote_at(block, where.start, where.end))
    return tuple(locators), tuple(quotes)


def finding(check: Check, message: str, severity: Severity = Severity.ERROR) -> Finding:
    """The finding of a check that failed."""
    where = check.locators[0] if check.locators else None
    id = content_id(
        "d", check.kind, where.report if where else "", where.block if where else "", check.stated, check.formula
    )
    if check.doubt:
        message = f"{message} {check.doubt}"
    return Finding(
        id,
        check.kind,
        severity,
        message,
        check.stated,
        check.formula or check.computed,
        check.figures,
        check.locators,
        check.quotes,
    )

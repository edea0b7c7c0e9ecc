"""The audit of one report: every recomputation it invites, and a finding for each that fails."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.audit.arithmetic import Check, finding
from ingest.audit.blanks import blank_findings
from ingest.audit.claims import claim_findings
from ingest.audit.differences import difference_checks, table_changes
from ingest.audit.documents import document_findings
from ingest.audit.flows import flow_checks, kind_checks
from ingest.audit.paired import pair_checks
from ingest.audit.quantities import Quantity, quantities
from ingest.audit.receptions import reception_findings
from ingest.audit.repeats import repeat_findings, unit_findings
from ingest.audit.shares import share_checks
from ingest.audit.stale import old_year_findings, stale_findings
from ingest.audit.sums import sum_checks
from ingest.audit.tables import table_checks, table_findings
from ingest.ledgers import Figure, Finding, FindingKind, Reference, Severity
from ingest.report import Report

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def audit(
    report: Report,
    figures: tuple[Figure, ...],
    references: tuple[Reference, ...],
    previous: Report | None = None,
    previous_figures: tuple[Figure, ...] = (),
) -> tuple[Finding, ...]:
    """What does not add up in a report, gravest first, then in reading order. Nothing is corrected.

    `previous` is the report of the same body for the period before, for what was left over from it.
    """
    blocks = quantities(report, figures)
    found: list[Finding] = [_told(c) for c in _checks(report, blocks) if not c.holds and c.certain]
    found.extend(document_findings(report, references))
    found.extend(claim_findings(report, blocks))
    found.extend(repeat_findings(report, figures))
    found.extend(reception_findings(report, figures))
    found.extend(table_findings(report, blocks))
    found.extend(unit_findings(report, blocks))
    found.extend(blank_findings(report))
    found.extend(old_year_findings(report, references))
    if previous is not None:
        found.extend(stale_findings(report, references, previous, figures, previous_figures))
    order = {b.id: i for i, b in enumerate(report.blocks)}

    def key(f: Finding) -> tuple[int, int, int]:
        where = f.locators[0] if f.locators else None
        return _RANK[f.severity], order.get(where.block, 0) if where else 0, where.start if where else 0

    return tuple(sorted({f.id: f for f in found}.values(), key=key))


def checks(report: Report, figures: tuple[Figure, ...]) -> tuple[Check, ...]:
    """Every recomputation of a report's sums, shares and differences, those that hold included."""
    return tuple(_checks(report, quantities(report, figures)))


def _checks(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    seen: set[tuple[object, ...]] = set()
    for check in _every(report, blocks):
        key = (check.kind, check.stated, frozenset(check.figures), check.holds)
        if key not in seen:
            seen.add(key)
            yield check


def _every(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    yield from sum_checks(report, blocks)
    yield from flow_checks(report, blocks)
    yield from kind_checks(report, blocks)
    for counted in blocks.values():
        yield from share_checks(report, counted)
        yield from difference_checks(report, counted)
        yield from pair_checks(report, counted)
    yield from table_changes(report, blocks)
    yield from table_checks(report, blocks)


def _told(check: Check) -> Finding:
    about = f" ({check.subject})" if check.subject else ""
    if check.kind is FindingKind.SUM:
        message = f"Tổng ghi {check.stated}{about}, nhưng cộng các số thành phần được {check.computed}."
    elif check.kind is FindingKind.SHARE:
        message = f"Tỷ lệ ghi {check.stated}, nhưng tính từ các số nêu kèm được {check.computed}."
    else:
        message = f"Báo cáo ghi “{check.stated}”{about}, nhưng tính từ hai số nêu kèm thì {check.computed}."
    if check.last_place:
        return finding(check, f"{message} Chênh ở chữ số cuối, có thể do làm tròn.", Severity.NOTE)
    return finding(check, message, Severity.ERROR)

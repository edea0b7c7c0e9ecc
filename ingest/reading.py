"""A Reading: all that one report gives, the report itself and what was drawn from it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.ledgers import Figure, Finding, Reference
from ingest.passages import Passage
from ingest.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """One report, its passages and its three ledgers. The same bytes give the same Reading."""

    report: Report
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...]

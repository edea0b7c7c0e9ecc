"""What adding and deleting a report did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What adding a reading did."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a reading did, to the report of that id."""

    report_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a deletion removed, by kind. `found_after` counts what the indexes still find of the report: 0."""

    report: str
    title: str
    file: str
    removed: dict[str, int]
    found_after: int

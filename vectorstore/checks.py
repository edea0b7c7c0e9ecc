"""What `doctor` reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `detail` is one Vietnamese sentence."""

    name: str
    good: bool
    detail: str

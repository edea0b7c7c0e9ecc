"""A fault of form: the element, what is there, what the rule asks for. Types only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of form. `element` is its name in the Decree, `message` what is there, `rule` what is asked for."""

    element: str
    message: str
    rule: str


def excerpt(text: str) -> str:
    """The beginning of a text, to show where a fault is."""
    return text if len(text) <= 60 else f"{text[:57]}…"

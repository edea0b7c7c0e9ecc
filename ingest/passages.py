"""Passages: what is searched. One to five sentences of one block, carrying where they stand and what they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.report import Locator


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one block. `text` is verbatim; `context` says what a reader of the page knows without being told.

    `context` joins title, place, period, heading path and, for a footnote, the sentence it hangs on; for a table row, the
    table's title and its column labels. What is embedded and searched is context and text together.
    """

    id: str
    report: str
    text: str
    context: str
    locator: Locator
    kind: str
    period: str
    place: str

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.ledgers import Reference
from ingest.references import read_references
from ingest.report import Block, BlockKind, Letterhead, Report

Read = Callable[..., tuple[Reference, ...]]


@pytest.fixture
def read() -> Read:
    """Reads the references of a district's report made of some paragraphs."""

    def of(*paragraphs: str, place: str = "huyện Vĩnh Trạch", number: str = "") -> tuple[Reference, ...]:
        blocks = tuple(Block(f"b{i}", BlockKind.PARAGRAPH, text, "I") for i, text in enumerate(paragraphs))
        report = Report(
            "R",
            "Báo cáo",
            "dan-van",
            f"Ủy ban nhân dân {place}",
            place,
            "2024",
            number,
            "",
            "r.txt",
            "text",
            Letterhead(),
            (),
            blocks,
        )
        return read_references(report)

    return of

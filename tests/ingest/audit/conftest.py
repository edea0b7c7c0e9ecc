from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ingest.audit import Check, audit, checks
from ingest.figures import read_figures
from ingest.ledgers import Figure, Finding
from ingest.references import read_references
from ingest.report import Block, BlockKind, Cell, Letterhead, NoteMark, Report, Table


def report_of(*blocks: Block, period: str = "2024", id: str = "R") -> Report:
    return Report(
        id, "Kết quả công tác", "dan-van", "Ủy ban nhân dân huyện Tân Lộc", "huyện Tân Lộc", period, "", "",
        "r.txt", "text", Letterhead(), (), blocks,
    )  # fmt: skip


def paragraph(id: str, text: str, notes: tuple[NoteMark, ...] = ()) -> Block:
    return Block(id, BlockKind.ITEM if text[:1] in "-+" else BlockKind.PARAGRAPH, text, "IV.3", notes=notes)


def with_note(text: str, note: str) -> tuple[Block, Block]:
    """A paragraph whose footnote 1 hangs where "^" stands, and the footnote."""
    offset = text.index("^")
    body = paragraph("b", text.replace("^", ""), (NoteMark(offset, 1),))
    return body, Block("n", BlockKind.FOOTNOTE, note, "IV.3", number=1, anchor="b")


def table(*rows: tuple[str, ...], code_row: int | None = None, header: int = 1) -> Block:
    cells, at, lines = [], 0, []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cells.append(Cell(r, c, text, at, at + len(text)))
            at += len(text) + 1
        lines.append("\t".join(row))
    grid = Table(1, "", tuple(cells), len(rows), len(rows[0]), header, rows[0], code_row)
    return Block("t", BlockKind.TABLE, "\n".join(lines), "Phụ lục", table=grid)


@dataclass(frozen=True)
class Desk:
    """Audits reports made of some paragraphs or blocks."""

    def report(self, *parts: str | Block, period: str = "2024", id: str = "R") -> Report:
        return report_of(
            *(p if isinstance(p, Block) else paragraph(f"b{i}", p) for i, p in enumerate(parts)), period=period, id=id
        )

    def figures(self, report: Report) -> tuple[Figure, ...]:
        return read_figures(report)

    def findings(
        self, *parts: str | Block, period: str = "2024", previous: Report | None = None
    ) -> tuple[Finding, ...]:
        report = self.report(*parts, period=period)
        before = read_figures(previous) if previous else ()
        return audit(report, read_figures(report), read_references(report), previous, before)

    def checks(self, *parts: str | Block) -> tuple[Check, ...]:
        report = self.report(*parts)
        return checks(report, read_figures(report))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def note() -> Callable[[str, str], tuple[Block, Block]]:
    return with_note


@pytest.fixture
def grid() -> Callable[..., Block]:
    return table

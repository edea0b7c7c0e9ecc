from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.figures import read_figures
from ingest.ledgers import Figure
from ingest.report import Block, BlockKind, Cell, Letterhead, NoteMark, Report, Section, Table


def report_of(*blocks: Block, period: str = "2023", sections: tuple[Section, ...] = ()) -> Report:
    return Report(
        "r1",
        "Kết quả công tác dân vận",
        "Báo cáo",
        "Ủy ban nhân dân huyện Tân Lộc",
        "huyện Tân Lộc",
        period,
        "",
        "",
        "bao-cao.docx",
        "docx",
        Letterhead(),
        sections,
        blocks,
    )


def table_block(*rows: list[str], header: int = 1, title: str = "", columns: tuple[str, ...] = ()) -> Block:
    cells, at, lines = [], 0, []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cells.append(Cell(r, c, text, at, at + len(text)))
            at += len(text) + 1
        lines.append("\t".join(row))
    width = max(map(len, rows))
    labels = columns or tuple(rows[0])
    table = Table(1, title, tuple(cells), len(rows), width, header, labels)
    return Block("t1", BlockKind.TABLE, "\n".join(lines), "", table=table)


def note_on(anchor: str, mark: int, note: str) -> tuple[Block, Block]:
    return (
        Block("b1", BlockKind.PARAGRAPH, anchor, "", notes=(NoteMark(mark, 1),)),
        Block("n1", BlockKind.FOOTNOTE, note, "", number=1, anchor="b1"),
    )


@pytest.fixture
def figures_of() -> Callable[..., list[Figure]]:
    def read(*texts: str | Block, period: str = "2023", sections: tuple[Section, ...] = ()) -> list[Figure]:
        blocks = [
            t if isinstance(t, Block) else Block(f"b{i}", kind_of(t), t, sections[-1].id if sections else "")
            for i, t in enumerate(texts)
        ]
        return list(read_figures(report_of(*blocks, period=period, sections=sections)))

    return read


def kind_of(text: str) -> BlockKind:
    return BlockKind.ITEM if text.startswith(("- ", "+ ")) else BlockKind.PARAGRAPH


@pytest.fixture
def table() -> Callable[..., Block]:
    return table_block


@pytest.fixture
def note() -> Callable[..., tuple[Block, Block]]:
    return note_on

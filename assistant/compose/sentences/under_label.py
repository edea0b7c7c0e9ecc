"""What stands under a label in a line of its own: "+ Tồn tại, hạn chế:" and the lines behind it, with marks or without,
down to the next one that is marked as the label is."""

from __future__ import annotations

from assistant.compose.lists.whole import mark_of
from assistant.evidence.statements import ReportIndex
from ingest.report import Block, BlockKind


def is_label(block: Block) -> bool:
    """Whether a line only says of what kind the lines behind it are."""
    return block.kind is not BlockKind.HEADING and block.text.rstrip().endswith(":")


def lines_below(index: ReportIndex, label: Block) -> list[Block]:
    """The lines of a label's section that belong to it; none where the line behind it is marked as the label is."""
    blocks, own = index.report.blocks, mark_of(label)
    at = next(i for i, b in enumerate(blocks) if b.id == label.id)
    below: list[Block] = []
    for line in blocks[at + 1 :]:
        if line.kind is BlockKind.FOOTNOTE:
            continue
        beside = mark_of(line) == own if own else is_label(line)
        if line.section != label.section or line.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or beside:
            break
        below.append(line)
    return below

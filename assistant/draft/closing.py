"""The closing sentence of a report, from its title and issuer."""

from __future__ import annotations

from dataclasses import replace

from assistant.claims import Citation
from assistant.draft.gather import Gathered
from assistant.draft.nounphrases import lower_first
from assistant.draft.types import Draft, Item, Source, SourceKind
from ingest.report import BlockKind, locate, quote_at


def close(draft: Draft, gathered: Gathered) -> Draft:
    """The draft of the closing: one sentence that names the report and its issuer, and ends the document."""
    report = gathered.material.report
    block = next(
        (b for b in report.blocks if b.kind is BlockKind.TITLE and b.text.strip().endswith(report.title)), None
    )
    if block is None:
        return replace(draft, notes=("Báo cáo không có tên; không viết được câu kết.",))
    start = len(block.text.rstrip()) - len(report.title)
    place = locate(report, block, max(0, start), len(block.text))
    quote = quote_at(block, max(0, start), len(block.text))
    source = Source("title", SourceKind.RESULT, quote, place, quote)
    issuer = f" của {report.issuer}" if report.issuer else ""
    text = f"Trên đây là báo cáo {lower_first(report.title)}{issuer}./."
    item = Item("closing", text, ("title",), (Citation(1, quote, place),), "proposed")
    return replace(draft, items=(item,), sources=(source,))

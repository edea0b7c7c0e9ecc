"""To whom a report goes that has no line for it: its closing sentence says so ("Trên đây là báo cáo …, Ủy ban nhân dân
xã báo cáo Ủy ban nhân dân huyện theo dõi, chỉ đạo./.")."""

from __future__ import annotations

import re

from ingest.language.letters import UPPER
from ingest.report import Block, BlockKind, Report

LAST = 6  # paragraphs from the end among which the closing one stands
_CLOSES = re.compile(r"\W*(?:Trên đây là|Kính|Đề nghị|Xin)\b")
_TO = re.compile(
    rf"\b(?:báo cáo|kính trình|trình|kính gửi|gửi)(?: đến| tới| lên)? (?P<to>(?:lãnh đạo )?[{UPPER}][^.;()]{{4,160}}?)"
    r"(?=,? (?:để |được |cho |cùng )?(?:theo dõi|xem xét|chỉ đạo|tổng hợp|biết|cho ý kiến|nắm)|\s*\.?/?\.?\s*$)"
)


def reported_to(report: Report) -> list[tuple[Block, int, int]]:
    """Where the closing sentence of a report names whom it reports to; [] where it names nobody."""
    paragraphs = [b for b in report.blocks if b.kind is BlockKind.PARAGRAPH and b.text.strip()]
    for block in reversed(paragraphs[-LAST:]):
        named = list(_TO.finditer(block.text)) if _CLOSES.match(block.text) else []
        if named:
            return [(block, named[-1].start("to"), named[-1].end("to"))]
    return []

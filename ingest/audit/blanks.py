"""Blanks: the report's own number and date, and figures that were never filled in ("đạt tỷ lệ.")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.language.dates import dates
from ingest.language.fold import content_id, fold
from ingest.ledgers import Finding, FindingKind, Severity
from ingest.references import find_numbers
from ingest.report import Block, BlockKind, Report, locate, quote_at

_NO_FIGURE = re.compile(
    r"(?:(?<!\w)(?:dat|chiem)\s+ty le|(?<!\w)ty le dat|(?<!\w)tong so(?: la)?|"
    r"(?<!\w)voi so tien(?: la)?)\s*(?=[.;,)]|$)"
    r"|(?<!\w)(?:la|co|duoc|dat|tiep nhan|giai quyet|gom)\s*(?P<dots>…+|\.{3,}|_{2,})\s*(?=%|(?:don|ho so|vu|"
    r"luot|nguoi|truong hop|trieu|van ban|cuoc)\b)"
)
_NAMES = {"number": "số", "date": "ngày tháng", "signer": "người ký", "place": "địa danh"}


def blank_findings(report: Report) -> Iterator[Finding]:
    """What was left blank: in the letterhead a note only, for electronic documents get number and day on issue."""
    blanks = [b for b in report.letterhead.blanks]
    head = next((b for b in report.blocks if b.kind is BlockKind.LETTERHEAD), None)
    if blanks:
        words = ", ".join(_NAMES.get(b, b) for b in blanks)
        where = (locate(report, head, 0, len(head.text)),) if head else ()
        yield Finding(
            content_id("d", "blank", report.id, *blanks), FindingKind.FORMAT, Severity.NOTE,
            f"Phần thể thức của báo cáo còn để trống: {words}. Văn bản điện tử được điền khi phát hành.",
            words, "", (), where, (quote_at(head, 0, len(head.text)),) if head else (),
        )  # fmt: skip
    yield from _attached(report)
    for block in report.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE):
            yield from _in_block(report, block)


def _attached(report: Report) -> Iterator[Finding]:
    """The line that ties an appendix to its report, its number or day left blank (usual in electronic documents)."""
    for block in report.blocks:
        if re.match(r"\(?\s*kem theo\b", fold(block.text)) and (
            any(s.number is None for s in find_numbers(block.text)) or any(d.blank for d in dates(block.text))
        ):
            where = locate(report, block, 0, len(block.text))
            yield Finding(
                content_id("d", "attached", report.id, block.id), FindingKind.FORMAT, Severity.NOTE,
                "Dòng kèm theo của phụ lục còn để trống số hoặc ngày của báo cáo; văn bản điện tử được điền khi "
                "phát hành.",
                "số, ngày để trống", "", (), (where,), (quote_at(block, 0, len(block.text)),),
            )  # fmt: skip
            return


def _in_block(report: Report, block: Block) -> Iterator[Finding]:
    numbers = [n.end for n in find_numbers(block.text)]
    for day in dates(block.text):
        # the day of a cited document is told with its document
        if day.iso or day.blank or any(0 <= day.start - end < 4 for end in numbers):
            continue
        where, said = locate(report, block, day.start, day.end), block.text[day.start : day.end]
        yield Finding(
            content_id("d", "no day", report.id, block.id, day.start), FindingKind.FORMAT, Severity.WARNING,
            f"“{said}” không phải là một ngày có trong lịch. Không xác định được ngày đúng.",
            said, "", (), (where,), (quote_at(block, max(0, day.start - 80), day.end),),
        )  # fmt: skip
    for m in _NO_FIGURE.finditer(fold(block.text)):
        end = block.text.find(" ", m.end() + 12)
        where = locate(report, block, m.start(), m.end())
        yield Finding(
            content_id("d", "no figure", report.id, block.id, m.start()), FindingKind.FORMAT, Severity.WARNING,
            f"Thiếu số liệu sau “{block.text[m.start() : m.end()].strip()}”.",
            block.text[m.start() : m.end()].strip(), "", (), (where,),
            (quote_at(block, max(0, m.start() - 80), end if end > 0 else len(block.text)),),
        )  # fmt: skip

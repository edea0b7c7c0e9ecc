"""Leftovers of last year's report: paragraphs copied, an old year standing for the new, old plans cited as this "
"year's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from ingest.audit.quantities import unit_name
from ingest.figures.clauses import sentences
from ingest.language.fold import content_id, fold
from ingest.ledgers import Figure, Finding, FindingKind, Reference, Severity
from ingest.references import number_key
from ingest.report import Block, BlockKind, Report, locate, quote_at

ALIKE = 90
"""Percent of likeness from which a paragraph counts as carried over."""
_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE)
_BACK = re.compile(
    r"\b(?:so (?:voi|cung ky)|cung ky|cung thoi diem|tu nam|den nam|giai doan|nam truoc|tinh den|tong ket|"
    r"ket qua nam|chi so|par|sipas|papi|"
    r"danh gia|luy ke|ke tu|ngay|thang|quy|luat|khoa|nhiem ky|cong bo|cua nam|chuyen sang|chuyen qua|ton|truoc|"
    r"xep hang|dien ra|"
    r"thanh lap|ban hanh|bat dau|chuong trinh tong the|quyet toan|cuoi nam|dau nam|niem vu|nam hoc|vu (?:dong|"
    r"he))\b|\d{4}\s*[-–]\s*\d{4}"
)
_OPENING = re.compile(r"\b(?:ton (?:dau ky|ky truoc|nam truoc)|(?:ky|nam) (?:truoc|\d{4}) chuyen (?:sang|qua))\b")
_CLOSING = re.compile(r"\b(?:con ton|ton dong|ton cuoi ky|dang giai quyet|chua giai quyet|con lai|ton)\b")


def stale_findings(
    report: Report,
    references: tuple[Reference, ...],
    previous: Report,
    figures: tuple[Figure, ...],
    previous_figures: tuple[Figure, ...],
) -> Iterator[Finding]:
    """What this report has kept of the one before it and probably should not have."""
    yield from _copied(report, previous)
    yield from _old_plans(report, references, previous)
    yield from _opening(report, figures, previous, previous_figures)


def _copied(report: Report, previous: Report) -> Iterator[Finding]:
    """Paragraphs of which nine tenths stand in the last report, and that tell of results (not headings or aims)."""
    old = {b.id: fold(b.text) for b in previous.blocks if b.kind in _READ and len(b.text) > 160}
    if not old:
        return
    texts = list(old.values())
    blocks = [previous.block(id) for id in old]
    for block in report.blocks:
        if block.kind not in _READ or len(block.text) <= 160:
            continue
        best = process.extractOne(fold(block.text), texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is None:
            continue
        _, score, at = best
        numbers = re.findall(r"\d[\d.,/]*", block.text)
        same = bool(numbers) and numbers == re.findall(r"\d[\d.,/]*", blocks[at].text)
        yield _two(
            report, block, 0, len(block.text), previous, blocks[at],
            Severity.WARNING if same else Severity.NOTE,
            f"Đoạn này giống {score:.0f}% một đoạn của báo cáo kỳ trước{', kể cả số liệu' if same else ''}. "
            "Không xác định được nội dung còn đúng hay chưa cập nhật.",
            f"{score:.0f}%", f"báo cáo kỳ {previous.period}",
        )  # fmt: skip


def old_year_findings(report: Report, references: tuple[Reference, ...]) -> Iterator[Finding]:
    """Last year's number where this year's is meant: no word looks back, and no cited document bears it."""
    year = report.period[:4]
    if not re.fullmatch(r"\d{4}", report.period) or fold(report.letterhead.kind) not in ("", "bao cao"):
        return
    old = str(int(year) - 1)
    cited: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for r in references:
        for mention in r.mentions:
            cited[mention.locator.block].append((mention.locator.start, mention.locator.end))
    for block in report.blocks:
        if block.kind not in (*_READ, BlockKind.HEADING, BlockKind.TITLE):
            continue
        folded = fold(block.text)
        for m in re.finditer(rf"\bnam {old}\b", folded):
            start, end = next(((a, b) for a, b in sentences(block.text) if a <= m.start() < b), (0, len(folded)))
            sentence = folded[start:end]
            around = folded[max(start, m.start() - 70) : m.end() + 12]
            inside = any(a <= m.start() < b for a, b in cited[block.id])
            if inside or _BACK.search(around) or year in sentence or f"{old} va" in sentence:
                continue
            where = locate(report, block, m.start(), m.end())
            yield Finding(
                content_id("d", "old year", report.id, block.id, m.start()), FindingKind.STALE, Severity.WARNING,
                f"Báo cáo kỳ {report.period} nhắc “năm {old}” ở chỗ không có từ so sánh hay nhìn lại. "
                "Không xác định được đây là sót từ báo cáo trước hay cố ý.",
                f"năm {old}", f"kỳ {report.period}", (), (where,),
                (quote_at(block, max(0, m.start() - 80), min(len(block.text), m.end() + 60)),),
            )  # fmt: skip


def _old_plans(report: Report, references: tuple[Reference, ...], previous: Report) -> Iterator[Finding]:
    """A yearly plan that the last report cited too, cited again as if it were this year's."""
    old = previous.period[:4]
    before = " ".join(fold(b.text) for b in previous.blocks).replace(" ", "")
    for r in references:
        if not r.number or r.type not in ("Kế hoạch", "Chương trình") or not old.isdigit():
            continue
        yearly = re.search(rf"\bnam {old}\b", fold(r.subject)) and not re.search(
            r"\b(?:giai doan|den nam)\b", fold(r.subject)
        )
        if yearly and number_key(r.number) in before and r.date[:4] in (old, str(int(old) - 1)):
            first = r.mentions[0]
            yield Finding(
                content_id("d", "old plan", report.id, r.id), FindingKind.STALE, Severity.WARNING,
                f"{r.type} số {r.number} là của năm {old} và đã được báo cáo kỳ trước viện dẫn. "
                "Không xác định được năm nay có văn bản thay thế hay không.",
                r.number, f"kỳ {report.period}", (), (first.locator,), (first.quote,),
            )  # fmt: skip


def _opening(
    report: Report, figures: tuple[Figure, ...], previous: Report, before: tuple[Figure, ...]
) -> Iterator[Finding]:
    """What was carried over against what the last report had left, of one unit and one kind."""
    closing = [p for p in before if _CLOSING.search(_lead(previous, p)) and not _OPENING.search(_lead(previous, p))]
    for f in figures:
        if not _OPENING.search(_lead(report, f)):
            continue
        same = [
            p
            for p in closing
            if unit_name(p.unit) == unit_name(f.unit) and _kind(f) == _kind(p) and fold(p.scope) == fold(f.scope)
        ]
        if not same or f.value in {p.value for p in same}:
            continue
        p = same[-1]
        yield Finding(
            content_id("d", "opening", f.id, p.id), FindingKind.DIFFERENCE, Severity.WARNING,
            f"Số chuyển sang từ kỳ trước là {f.text} {f.unit}, nhưng báo cáo kỳ trước ghi còn lại {p.text} {p.unit}. "
            "Không xác định được hai số có cùng phạm vi và thời điểm hay không.",
            f"{f.text} {f.unit}", f"{p.text} {p.unit}", (f.id, p.id), (f.locator, p.locator), (f.quote, p.quote),
        )  # fmt: skip


def _lead(report: Report, f: Figure) -> str:
    """The words of its clause before a figure, or those of its column."""
    block = report.block(f.locator.block)
    if block.table is not None:
        return fold(f.indicator)
    return re.split(r"[,;.:](?=\s)|\n", fold(block.text[max(0, f.at - 60) : f.at]))[-1]


def _kind(f: Figure) -> str:
    words = fold(f"{f.indicator} {f.scope}")
    words = words if re.search(r"khieu nai|to cao|kien nghi|phan anh|ho so|hoa giai", words) else fold(f.quote)
    kinds = ("khieu nai", "to cao", "kien nghi", "phan anh", "ho so", "hoa giai", "cap xa", "cap huyen")
    return " ".join(k for k in kinds if k in words)


def _two(
    report: Report, block: Block, start: int, end: int, previous: Report, old: Block,
    severity: Severity, message: str, stated: str, computed: str,
) -> Finding:  # fmt: skip
    here, there = locate(report, block, start, end), locate(previous, old, 0, len(old.text))
    return Finding(
        content_id("d", "stale", report.id, block.id, old.id), FindingKind.STALE, severity,
        message, stated, computed, (), (here, there),
        (quote_at(block, start, end), quote_at(old, 0, len(old.text))),
    )  # fmt: skip

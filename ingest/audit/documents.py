"""Cited documents that do not fit: two dates, a year against the subject, a symbol against the type, blanks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.language.dates import dates, spoken
from ingest.language.fold import content_id, fold
from ingest.ledgers import Finding, FindingKind, Mention, Reference, Severity
from ingest.references.doctypes import agree
from ingest.references.numbers import find_numbers, parse_number
from ingest.report import BlockKind, Locator, Report, locate, quote_at

_FORWARD = ("Kế hoạch", "Chương trình", "Chỉ thị")
_LOOKS_BACK = re.compile(
    r"\b(?:tong ket|so ket|ket qua|danh gia|quyet toan|cong bo|khac phuc|xep loai|chi so|xet|khen thuong|kiem diem|hau|"
    r"thuc hien (?:ket luan|nghi quyet|chi thi|quyet dinh|luat|nghi dinh)|giai doan|den nam|cham diem|bao cao|"
    r"cua nam|tham dinh)\b"
)
_YEAR = re.compile(r"(?<!den )(?<!tu )(?<!tam nhin )\bnam (20\d\d)\b(?!\s?[-–/])")


def document_findings(report: Report, references: tuple[Reference, ...]) -> Iterator[Finding]:
    """What is wrong or odd about the documents a report cites."""
    for r in references:
        yield from _two_dates(r)
        yield from _own_dates(report, r)
        yield from _symbol(r)
    yield from _same_number(references)
    yield from _out_of_order(references)
    yield from _blank_citations(report)


def _name(r: Reference) -> str:
    return f"{r.type} số {r.number}" if r.number else r.subject


def _head(mention: Mention, number: str) -> str:
    """The part of a mention that speaks of the document itself: its number, date and issuer."""
    spans = find_numbers(mention.quote)
    end = next((s.start for s in spans if s.number and s.number.text != number), len(mention.quote))
    return mention.quote[:end]


def _date(mention: Mention, number: str) -> tuple[str, bool]:
    """The date a mention gives its document, and whether it is one that does not exist."""
    head = _head(mention, number)
    span = next((s for s in find_numbers(head) if s.number), None)
    after = span.end if span else 0
    for d in dates(head):
        if d.start >= after and re.fullmatch(r"[\s,(]*(?:(?:của|do)\s[^;.]{0,80})?[\s,]*", head[after : d.start]):
            return d.iso, not d.iso and not d.blank
    return "", False


def _two_dates(r: Reference) -> Iterator[Finding]:
    seen: dict[str, Mention] = {}
    for m in r.mentions:
        iso, _ = _date(m, r.number)
        if iso:
            seen.setdefault(iso, m)
    if len(seen) > 1:
        days = list(seen)
        yield _finding(
            Severity.ERROR,
            f"{_name(r)} được nêu với {len(days)} ngày khác nhau: {' và '.join(map(spoken, days))}. "
            "Không xác định được ngày nào đúng; cần đối chiếu văn bản gốc.",
            f"ngày {spoken(days[0])}", f"ngày {spoken(days[1])}", list(seen.values()),
        )  # fmt: skip


def _own_dates(report: Report, r: Reference) -> Iterator[Finding]:
    first = r.mentions[0]
    for m in r.mentions:
        if _date(m, r.number)[1]:
            yield _finding(
                Severity.ERROR,
                f"{_name(r)} ghi một ngày không có trong lịch.",
                _head(m, r.number),
                "ngày không tồn tại",
                [m],
            )
    if not r.date or len(r.date) < 10:
        return
    year = int(r.date[:4])
    number = parse_number(r.number) if r.number else None
    if number is not None and number.year and number.year != year and number.type != "VBHN":
        yield _finding(
            Severity.ERROR,
            f"{_name(r)} mang năm {number.year} trong số ký hiệu nhưng ghi ban hành ngày {spoken(r.date)}.",
            str(number.year), f"ngày {spoken(r.date)}", [first],
        )  # fmt: skip
    limit = report.date or _last_day(report.period)
    if limit and r.date > limit and fold(report.letterhead.kind) != "ke hoach":
        yield _finding(
            Severity.WARNING, f"{_name(r)} ghi ngày {spoken(r.date)}, sau thời điểm của báo cáo.",
            f"ngày {spoken(r.date)}", f"báo cáo kỳ {report.period}", [first],
        )  # fmt: skip
    years = {int(y) for y in _YEAR.findall(fold(r.subject))}
    if r.type in _FORWARD and len(years) == 1 and not _LOOKS_BACK.search(fold(r.subject)):
        said = years.pop()
        early = said == year + 1 and int(r.date[5:7]) < 9
        if said < year or said > year + 1 or early:
            yield _finding(
                Severity.WARNING,
                f"{_name(r)} ban hành ngày {spoken(r.date)} nhưng trích yếu ghi năm {said}. "
                "Không xác định được năm trong trích yếu hay ngày ban hành cần xem lại.",
                f"năm {said}", f"ngày {spoken(r.date)}", [first],
            )  # fmt: skip


def _last_day(period: str) -> str:
    """The last day on which a report of a period would cite documents: half a year after it, to be safe."""
    m = re.match(r"(\d{4})", period)
    return f"{int(m[1]) + 1}-06-30" if m else ""


def _symbol(r: Reference) -> Iterator[Finding]:
    number = parse_number(r.number) if r.number else None
    if number is None or not number.type or "type" in r.inferred or agree(r.type, number.type, number.party):
        return
    yield _finding(
        Severity.WARNING, f"Gọi là {r.type} nhưng ký hiệu {r.number} là của {number.type_name}.",
        r.type, number.type_name, [r.mentions[0]],
    )  # fmt: skip


def _same_number(references: tuple[Reference, ...]) -> Iterator[Finding]:
    """One number and one day for two subjects, or one subject under two numbers of a day: one of them is mistyped."""
    by_title: dict[tuple[str, str, str], list[Reference]] = defaultdict(list)
    for r in references:
        # the numbers of one list share their date and subject
        if r.number and r.subject and r.date and "date" not in r.inferred and len(r.subject.split()) >= 5:
            by_title[(r.type, r.date, " ".join(fold(r.subject).split()))].append(r)
    for same in by_title.values():
        if len({r.number for r in same}) > 1:
            a, b = same[0], same[1]
            yield _finding(
                Severity.WARNING,
                f"{a.type} ngày {spoken(a.date)} về cùng một nội dung được ghi hai số: {a.number} và {b.number}. "
                "Không xác định được số nào đúng.",
                a.number, b.number, [a.mentions[0], b.mentions[0]],
            )  # fmt: skip


def _out_of_order(references: tuple[Reference, ...]) -> Iterator[Finding]:
    """Numbers restart each 1 January and grow (Decree 30/2020): a lower number months after a higher one is odd."""
    series: dict[tuple[str, str, str], list[tuple[int, str, Reference]]] = defaultdict(list)
    for r in references:
        number = parse_number(r.number) if r.number else None
        if (
            number is None
            or number.party
            or number.year
            or len(r.date) < 10
            or not number.number.isdigit()
            or not r.issuer
        ):
            continue
        key = (r.number.split("/", 1)[1], r.date[:4], _issuer_key(r.issuer))
        series[key].append((int(number.number), r.date, r))
    for items in series.values():
        if len(items) < 4:
            continue
        for n, day, r in items:
            wrong = [o for o in items if (o[0] < n and _days(o[1], day) > 45) or (o[0] > n and _days(day, o[1]) > 45)]
            if len(wrong) >= 2 and len(wrong) * 2 > len(items):
                other = wrong[0][2]
                yield _finding(
                    Severity.NOTE,
                    f"{_name(r)} ngày {spoken(day)} không theo thứ tự số của các văn bản cùng ký hiệu trong năm. "
                    "Không xác định được số hay ngày cần xem lại.",
                    f"{r.number} ngày {spoken(day)}", f"{other.number} ngày {spoken(other.date)}",
                    [r.mentions[0], other.mentions[0]],
                )  # fmt: skip


def _issuer_key(issuer: str) -> str:
    folded = fold(issuer).replace("uy ban nhan dan", "ubnd")
    return " ".join(folded.replace("chu tich", "").split()[:2])


def _days(a: str, b: str) -> int:
    """Days from b to a."""
    from datetime import date

    return (date.fromisoformat(a) - date.fromisoformat(b)).days


def _blank_citations(report: Report) -> Iterator[Finding]:
    """Cited documents whose number or day was left open; the report's own blanks are reported with its letterhead."""
    for block in report.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE) or re.match(
            r"\(?\s*kem theo\b", fold(block.text)
        ):
            continue
        told = -1
        for span in find_numbers(block.text):
            if span.number is None:
                told = span.end
                message = "Văn bản được viện dẫn còn để trống số."
                yield _place(report, block.id, span.start, span.end, message, "số trống")
        for day in dates(block.text):
            if day.blank and not 0 <= day.start - told <= 3:
                yield _place(report, block.id, day.start, day.end, "Một ngày trong báo cáo còn để trống.", "ngày trống")


def _place(report: Report, block: str, start: int, end: int, message: str, stated: str) -> Finding:
    b = report.block(block)
    where = locate(report, b, start, end)
    return Finding(
        content_id("d", stated, report.id, block, start), FindingKind.FORMAT, Severity.WARNING,
        message, stated, "", (), (where,),
        (quote_at(b, max(0, start - 40), min(len(b.text), end + 40)),),
    )  # fmt: skip


def _finding(severity: Severity, message: str, stated: str, computed: str, mentions: list[Mention]) -> Finding:
    locators: tuple[Locator, ...] = tuple(m.locator for m in mentions)
    where = locators[0]
    return Finding(
        content_id("d", "reference", where.report, where.block, where.start, stated, computed),
        FindingKind.REFERENCE, severity,
        message, stated, computed, (), locators, tuple(m.quote for m in mentions),
    )  # fmt: skip

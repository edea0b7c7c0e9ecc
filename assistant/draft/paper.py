"""A draft as a document in the form of Decree 30/2020/NĐ-CP: its citations are footnotes, compared figures an appendix.

The letterhead, addressees, recipients and signature are those of the report that the draft grows from; number, day
and name
are left open, to be given when the document is issued.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.claims import Citation
from assistant.document import (
    Appendix,
    Cell,
    Document,
    Heading,
    Inline,
    Letterhead,
    Note,
    Paragraph,
    Piece,
    Signature,
    Table,
    write,
)
from assistant.draft.nounphrases import lower_first
from assistant.draft.types import Draft, Item
from ingest.language.dates import spoken
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.ledgers import Reference
from ingest.report import Report

_NUMBER = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/–][A-ZĐ][\w–&-]*(?:/[\w–&-]+)?")
_SYMBOL = "BC-UBND"
_DATED = re.compile(r"\s+ngày\s+(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})")
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # of points, in the order of the Vietnamese alphabet as documents use it
LONG_QUOTE = 60  # words of a quote that a footnote shows


def section_document(
    draft: Draft, report: Report, references: Sequence[Reference] = (), *, citations: bool = True
) -> bytes:
    """The bytes of a DOCX; `citations` off gives the clean version. `references` give first mentions their full
    citation."""
    return write(document_of(draft, report, references), citations=citations)


def document_of(draft: Draft, report: Report, references: Sequence[Reference] = ()) -> Document:
    """The draft's parts, ready to be written."""
    known = {r.number: r for r in references if r.number}
    cited: set[str] = set()
    body: list[Piece] = [Heading(1, f"I. {draft.title}" if draft.method != "closing" else draft.title)]
    group = ""
    quoted: set[tuple[str, int]] = set()
    if draft.method == "closing":
        body = []
    groups, place = 0, 0
    for number, item in enumerate(draft.items, 1):
        place += 1
        if item.group and item.group != group:
            groups, place = groups + 1, 1
            body.append(Heading(2, f"{groups}. {item.group}"))
        group = item.group
        words, added = _full_first(item.text, known, cited)
        alone = sum(i.group == item.group for i in draft.items) == 1
        lead = _lead(draft.method, number if not group else place, grouped=bool(group), alone=alone)
        body.append(Paragraph((f"{lead}{words}", *_notes(item, report, quoted, added))))
    if not draft.items:
        body.append(Paragraph(("Chưa có nội dung nào được soạn cho phần này.",)))
    appendices = (_appendix(draft),) if draft.compared else ()
    if draft.compared:
        body.append(Paragraph(("Số liệu so sánh giữa hai kỳ nêu tại Phụ lục kèm theo.",)))
    return Document(
        _letterhead(draft, report), tuple(body), _signature(report), _recipients(report), appendices=appendices
    )


def _lead(method: str, number: int, *, grouped: bool, alone: bool) -> str:
    """What an item begins with: tasks are points "a)" of their group, shortcomings dashed, results plain sentences."""
    if method in ("results", "closing"):
        return ""
    if method in ("limitations", "strengths"):
        return "- "
    if not grouped:
        return f"{number}. "
    return "" if alone else f"{_LETTERS[number - 1]}) " if number <= len(_LETTERS) else "- "


def _notes(item: Item, report: Report, quoted: set[tuple[str, int]], added: Sequence[Reference]) -> tuple[Inline, ...]:
    """One footnote an item: each place with its quote, in full the first time and by place alone after that."""
    lines = []
    for citation in item.citations:
        place = (citation.locator.block, citation.locator.start)
        lines.append(
            _place(citation, report) if place in quoted else f"{_place(citation, report)}: “{_short(citation.quote)}”"
        )
        quoted.add(place)
    lines += [
        f"Tính: {c.formula} = {format_vi(c.value)}{'' if c.unit == '%' else ' '}{c.unit}".strip()
        for c in item.calculations
    ]
    lines += [f"Số người soạn nhập hoặc tính từ số nhập: {', '.join(item.typed)}"] if item.typed else []
    lines += [
        f"{r.type} số {r.number}: Báo cáo {report.period}, {r.mentions[0].locator.label}" for r in added if r.mentions
    ]
    lines += list(item.marks)
    return (Note("; ".join(line.rstrip(".") for line in lines) + ".", citation=True),) if lines else ()


def _place(citation: Citation, report: Report) -> str:
    name = "Báo cáo" if citation.locator.report == report.id else "Báo cáo kỳ trước"
    return (
        f"{name} {report.period}, {citation.locator.label}"
        if name == "Báo cáo" and report.period
        else f"{name}, {citation.locator.label}"
    )


def _short(quote: str) -> str:
    words = quote.split()
    text = " ".join(words[:LONG_QUOTE]) + (" …" if len(words) > LONG_QUOTE else "")
    return text.rstrip(" .;")


def _full_first(text: str, known: dict[str, Reference], cited: set[str]) -> tuple[str, list[Reference]]:
    """Decree 30/2020/NĐ-CP, Appendix I: a document is cited in full the first time, by type and number after that.

    Gives the text, and the documents whose date, issuer or subject were taken from elsewhere in the report.
    """
    added: list[Reference] = []
    first: set[str] = set()
    for found in _NUMBER.finditer(text):
        if found[0] in known and found[0] not in cited:
            cited.add(found[0])
            first.add(found[0])
    for found in reversed(list(_NUMBER.finditer(text))):
        reference, after = known.get(found[0]), text[found.end() :]
        if reference is None:
            continue
        if found[0] not in first or found[0] in text[: found.start()]:
            again = _DATED.match(after)
            text = text[: found.end()] + (after[again.end() :] if again else after)
            continue
        full = _in_full(reference, after)
        if full != after:
            added.append(reference)
        text = text[: found.end()] + full
    return text, added[::-1]


def _in_full(reference: Reference, after: str) -> str:
    """What follows a document's number, with its date, issuer and subject, in the order of the Decree."""
    dated = _DATED.match(after)
    day = dated[0] if dated else f" ngày {spoken(reference.date)}" if reference.date else ""
    rest = after[dated.end() :] if dated else after
    named = re.match(
        r" của [^,;.]+?(?= và |\s+(?:về|ban hành|phê duyệt|quy định|sửa đổi|công bố|công nhận)[ ,]|[,;.]|$)", rest
    )
    issuer = named[0] if named else f" của {reference.issuer}" if reference.issuer else ""
    rest = rest[named.end() :] if named else rest
    subject = ""
    there = re.match(r"\s+(?:về|ban hành|phê duyệt|quy định|sửa đổi|công bố|công nhận)[\s,]", rest)
    if reference.subject and not there and fold(reference.subject)[:24] not in fold(rest[:300]):
        opened = reference.subject.lower().startswith(
            ("về", "ban hành", "phê duyệt", "quy định", "sửa đổi", "công bố", "công nhận")
        )
        subject = f" {reference.subject}" if opened else f" về {lower_first(reference.subject)}"
    return f"{day}{issuer}{subject}{rest}"


def _appendix(draft: Draft) -> Appendix:
    header = (
        (
            Cell("TT"),
            Cell("Nội dung"),
            Cell("Đơn vị tính"),
            Cell("Kỳ này"),
            Cell("Kỳ trước"),
            Cell("Tăng, giảm"),
            Cell("Tỷ lệ (%)"),
        ),
    )
    rows: list[tuple[str | Cell, ...]] = []
    heading = ""
    for number, c in enumerate(draft.compared, 1):
        if c.heading and c.heading != heading:
            rows.append((Cell(c.heading, columns=7, bold=True, align="left"),))
        heading = c.heading
        unit = Cell(c.unit, align="center")
        rows.append((str(number), c.indicator, unit, c.current, c.last, _signed(c.change), _signed(c.percent)))
    return Appendix("Số liệu so sánh giữa hai kỳ", (Table(header, tuple(rows), (6, 40, 12, 12, 12, 12, 12)),))


def _signed(value: Decimal | None) -> str:
    if value is None:
        return ""
    shown = format_vi(value.normalize() + 0)
    return f"+{shown}" if value > 0 else shown


def _letterhead(draft: Draft, report: Report) -> Letterhead:
    head = report.letterhead
    issuer = head.issuer or report.issuer or "ỦY BAN NHÂN DÂN"
    symbol = head.number.partition("/")[2] or report.number.partition("/")[2] or _SYMBOL
    day = _day(report.date)
    subject = f"{lower_first(draft.title)}" if draft.title.isupper() is False else draft.title.lower()
    place = (
        head.place or re.sub(r"^(?:huyện|xã|phường|thị trấn|thị xã|thành phố|tỉnh|quận)\s+", "", report.place) or "…"
    )
    month = (day.month, day.year) if day else None
    superior = "" if fold(head.superior) == fold(issuer) else head.superior
    return Letterhead(
        superior=superior,
        issuer=_two_lines(issuer),
        name=report.issuer or _sentence_case(issuer),
        symbol=symbol if re.fullmatch(r"[A-ZĐ0-9-]+(?:-[\w]+)*", symbol) else _SYMBOL,
        place=place,
        kind="báo cáo",
        subject=subject[:1].upper()
        + subject[1:]
        + (f" ({report.place})" if not report.issuer and report.place else ""),
        month=month,
        addressees=head.addressees,
    )


def _two_lines(issuer: str) -> str:
    """The issuer over two lines, the kind of body above its place, as letterheads set it."""
    found = re.match(r"(?i)(ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)\s+(.+)", issuer)
    return f"{found[1]}\n{found[2]}" if found else issuer


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _signature(report: Report) -> Signature:
    head = report.letterhead
    lines = [
        part.strip()
        for part in re.split(r",|\n|(?<=DÂN)\s+(?=CHỦ|KT|PHÓ)|(?<=CHỦ TỊCH)\s+(?=PHÓ)", head.signer_title)
        if part.strip()
    ]
    return Signature(tuple(lines) or ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), head.signer)


def _recipients(report: Report) -> tuple[str, ...]:
    found = [r.strip(" -;.") for r in report.letterhead.recipients if r.strip(" -;.")]
    if report.letterhead.addressees and not any(fold(r) == "nhu tren" for r in found):
        found.insert(0, "Như trên")
    kept = [r for r in found if not fold(r).startswith("luu")]
    last = next((r for r in found if fold(r).startswith("luu")), "Lưu: VT")
    return (*kept, last)

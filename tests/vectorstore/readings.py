"""Readings made by hand for the store's tests."""

from __future__ import annotations

from decimal import Decimal

from ingest.flow import Box, FailedPage, LineBox
from ingest.language.fold import content_id
from ingest.ledgers import Comparison, Figure, Finding, FindingKind, Mention, Reference, Role, Severity
from ingest.passages import Passage
from ingest.reading import Reading
from ingest.report import Block, BlockKind, Cell, Letterhead, NoteMark, Report, Section, Table, locate

DEFAULT_LINES = (
    "Trong năm, huyện tiếp nhận 245 đơn khiếu nại, tố cáo; đã giải quyết 231 đơn, còn tồn đọng 14 đơn.",
    "Tổ chức 36 buổi đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền với Nhân dân.",
    "Thực hiện Kế hoạch số 87/KH-UBND ngày 15/3/2023 của Ủy ban nhân dân huyện về công tác dân vận.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,6 %, tăng 1,2 % so với năm trước.",
    "Nguyên nhân của hạn chế là do một số cán bộ chưa sâu sát cơ sở.",
)


def make_reading(
    seed: str = "tan-loc-2023",
    lines: tuple[str, ...] = DEFAULT_LINES,
    *,
    place: str = "huyện Tân Lộc",
    period: str = "2023",
) -> Reading:
    """A reading with one section, a footnote, a table, a figure, a cited document and a finding."""
    report_id = content_id("r", seed, *lines)
    section = Section("I", "I.", "KẾT QUẢ THỰC HIỆN", 1, None, ("I. KẾT QUẢ THỰC HIỆN",), f"{report_id}-h")
    heading = Block(f"{report_id}-h", BlockKind.HEADING, "I. KẾT QUẢ THỰC HIỆN", "I", 1)
    blocks = [heading]
    for i, line in enumerate(lines):
        boxes = (LineBox(0, len(line), Box(1, 72.0, 100.5 + i, 520.0, 112.25 + i)),)
        notes = (NoteMark(5, 1),) if i == 0 else ()
        blocks.append(Block(f"{report_id}-{i}", BlockKind.PARAGRAPH, line, "I", 1, notes=notes, boxes=boxes))
    blocks.append(
        Block(f"{report_id}-n", BlockKind.FOOTNOTE, "Số liệu đến 30/11.", "I", 1, 1, blocks[1].id if lines else None)
    )
    table = Table(1, "Đơn thư", (Cell(0, 0, "Xã", 0, 2), Cell(1, 0, "An Phú", 3, 9)), 2, 1, 1, ("Xã",))
    blocks.append(Block(f"{report_id}-t", BlockKind.TABLE, "Xã\nAn Phú", "I", 2, table=table))
    report = Report(
        report_id,
        f"Kết quả công tác dân vận chính quyền năm {period}",
        "Báo cáo",
        f"Ủy ban nhân dân {place}",
        place,
        period,
        "12/BC-UBND",
        f"{period}-12-01",
        f"{seed}.docx",
        "docx",
        Letterhead(issuer=f"ỦY BAN NHÂN DÂN {place.upper()}", addressees=("Sở Nội vụ",)),
        (section,),
        tuple(blocks),
        pages=2,
        pages_failed=(FailedPage(2, "Trang mờ."),),
        warnings=("Trang 2 mờ.",),
    )
    body = blocks[1 : 1 + len(lines)]
    context = f"{report.title}\n{place}\nI. KẾT QUẢ THỰC HIỆN"
    passages = tuple(
        Passage(
            content_id("p", b.id),
            report_id,
            b.text,
            context,
            locate(report, b, 0, len(b.text)),
            b.kind.value,
            period,
            place,
        )
        for b in body
    )
    figures, references, findings = [], [], []
    for b in body:
        if "tồn đọng" in b.text:
            where = locate(report, b, 0, len(b.text))
            figures.append(
                Figure(
                    content_id("f", b.id),
                    Decimal("14"),
                    "14",
                    "đơn",
                    "đơn tồn đọng",
                    period,
                    "cấp huyện",
                    Role.ACTUAL,
                    b.text,
                    where,
                    b.text.find("14"),
                    Comparison("2022", Decimal("1.50"), None),
                )
            )
            findings.append(
                Finding(
                    content_id("n", b.id),
                    FindingKind.SUM,
                    Severity.ERROR,
                    "Tổng không khớp.",
                    "245",
                    "245",
                    (figures[-1].id,),
                    (where,),
                    (b.text,),
                )
            )
        if "87/KH-UBND" in b.text:
            mention = Mention(b.text, locate(report, b, 0, len(b.text)))
            references.append(
                Reference(
                    content_id("d", b.id),
                    "Kế hoạch",
                    "87/KH-UBND",
                    "2023-03-15",
                    "Ủy ban nhân dân huyện",
                    "công tác dân vận",
                    (mention,),
                    (),
                    ("issuer",),
                )
            )
    return Reading(report, passages, tuple(figures), tuple(references), tuple(findings))

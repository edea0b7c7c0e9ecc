"""`baocao figures`, `references` and `audit`: the three ledgers, for people, programs and spreadsheets."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands import show
from api.commands.outcome import WrongUsage
from api.commands.session import session

Query = Annotated[str | None, typer.Argument(help="Điều cần tra; bỏ trống để liệt kê tất cả.")]
Reports = Annotated[list[str] | None, typer.Option("--report", help="Mã báo cáo; lặp lại được.")]
Json = Annotated[bool, typer.Option("--json", help="In JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="In CSV cho bảng tính.")]

SEVERITIES = {"error": "Sai", "warning": "Cần xem", "note": "Lưu ý"}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("figures")(figures)
    app.command("references")(references)
    app.command("audit")(audit)


def figures(
    context: typer.Context, query: Query = None, report: Reports = None, json: Json = False, csv: Csv = False
) -> None:
    """Tra số liệu: giá trị, đơn vị, chỉ tiêu, kỳ, phạm vi và nơi ghi."""
    _one_form(json, csv)
    from api.schemas import Figure
    from assistant.export import FIGURE_COLUMNS, as_csv, figure_rows
    from assistant.lookup import find_figures, series

    with session(context).library() as library:
        found = find_figures(library, query or "", [library.resolve(r) for r in report or ()])
        corrected = library.corrections()
    if json:
        show.as_json(Figure.of(f, corrected.get(f.id)) for f in found)
    elif csv:
        show.as_file(as_csv(FIGURE_COLUMNS, figure_rows(found)))
    elif not found:
        show.line("Không có số liệu nào khớp.")
    else:
        show.table(
            ("số liệu", "đơn vị", "chỉ tiêu", "kỳ", "phạm vi", "nơi ghi"),
            [
                (f.text, f.unit, f.indicator, f.period, f.scope, f.locator.label + (" *" if f.id in corrected else ""))
                for f in found
            ],
        )
        if any(f.id in corrected for f in found):
            show.line("* cách đọc đã được sửa; xem trang Tra cứu.")
        for line in series(found)[:3] if query else ():
            told = "; ".join(f"{f.period}: {f.text} {f.unit}".strip() for f in line.figures)
            show.line(f"Theo các kỳ – {line.indicator}: {told}")
            for warning in line.warnings:
                show.line(f"  ! {warning}")


def references(
    context: typer.Context, query: Query = None, report: Reports = None, json: Json = False, csv: Csv = False
) -> None:
    """Tra văn bản được viện dẫn: loại, số, ngày, cơ quan, trích yếu và nơi nhắc đến."""
    _one_form(json, csv)
    from api.schemas import Reference
    from assistant.export import REFERENCE_COLUMNS, as_csv, reference_rows
    from assistant.lookup import find_references

    with session(context).library() as library:
        found = find_references(library, query or "", [library.resolve(r) for r in report or ()])
    if json:
        show.as_json(Reference.of(f.reference, f.in_store, suggested=f.suggested) for f in found)
    elif csv:
        show.as_file(as_csv(REFERENCE_COLUMNS, reference_rows(f.reference for f in found)))
    elif not found:
        show.line("Không có văn bản nào khớp.")
    else:
        if any(f.suggested for f in found):
            show.line("Không có đúng số này; có phải là:")
        show.table(
            ("loại", "số, ký hiệu", "ngày", "cơ quan", "trích yếu", "nơi nhắc đến"),
            [
                (r.type, r.number, r.date, r.issuer, r.subject, "; ".join(m.locator.label for m in r.mentions))
                for r in (f.reference for f in found)
            ],
        )


def audit(context: typer.Context, report: Reports = None, json: Json = False) -> None:
    """Liệt kê những chỗ không khớp: tổng, tỷ lệ, chênh lệch, nhận định, viện dẫn."""
    from api.schemas import Finding

    with session(context).library() as library:
        found = library.findings(report or ())
    if json:
        show.as_json(Finding.of(f) for f in found)
        return
    if not found:
        show.line("Không thấy chỗ nào không khớp.")
    for f in found:
        show.line(f"{SEVERITIES[f.severity.value]}: {f.message}")
        if f.stated or f.computed:
            show.line(f"   ghi: {f.stated} | tính: {f.computed}")
        for i, place in enumerate(f.locators):
            quote = f"“{f.quotes[i]}” " if i < len(f.quotes) else ""
            show.line(f"   {quote}({place.report}: {place.label})")


def _one_form(json: bool, csv: bool) -> None:
    if json and csv:
        raise WrongUsage("Chỉ chọn một trong --json và --csv.")

"""`baocao draft`, `check` and `prompts check`: section drafts, the form of a document, the sections' prompts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import show
from api.commands.outcome import Failed, WrongUsage
from api.commands.session import session

if TYPE_CHECKING:
    from assistant.draft.types import Draft, TypedFigure

prompts_app = typer.Typer(help="Các mẫu lời của từng phần báo cáo.", no_args_is_help=True)
STATUS = {"proposed": "đề xuất", "carried over": "chuyển tiếp", "needs figure": "cần số liệu"}
KEPT = {"done": "đã làm", "in part": "một phần", "no evidence": "chưa thấy kết quả"}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("draft")(draft)
    app.command("check")(check)
    app.add_typer(prompts_app, name="prompts")


def draft(
    context: typer.Context,
    section: Annotated[str, typer.Argument(help="Phần cần soạn, ví dụ phuong-huong; xem `baocao prompts check`.")],
    report: Annotated[str, typer.Option("--report", help="Mã báo cáo làm căn cứ.")],
    previous: Annotated[str | None, typer.Option("--previous", help="Mã báo cáo kỳ trước.")] = None,
    typed: Annotated[
        list[str] | None, typer.Option("--set", help='Điền chỗ trống: "tên chỗ trống=giá trị"; lặp lại được.')
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm của phần được soạn.", min=1990, max=2100)] = None,
    json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    docx: Annotated[Path | None, typer.Option("--docx", help="Ghi ra tệp DOCX theo Nghị định 30.")] = None,
    clean: Annotated[bool, typer.Option("--clean", help="Bản DOCX sạch, không có chú thích nguồn.")] = False,
) -> None:
    """Soạn một phần của báo cáo từ hạn chế, nguyên nhân, số liệu và phương hướng đã có."""
    if clean and docx is None:
        raise WrongUsage("--clean chỉ dùng cùng --docx.")
    from api import schemas
    from api.drafting import open_drafter
    from assistant.draft.errors import DraftError
    from prompts.prompt import PromptError

    with session(context).library() as library:
        try:
            made = open_drafter(session(context).settings(), library).draft(
                section, report, previous=previous, year=year, typed=_typed(typed or ())
            )
        except (PromptError, DraftError) as error:
            raise Failed(error.message, error.hint, code=error.code) from error
        if docx is not None:
            from assistant.draft.paper import section_document

            data = section_document(
                made, library.report(made.report), library.references([made.report]), citations=not clean
            )
            try:
                docx.write_bytes(data)
            except OSError as error:
                raise Failed(
                    f"Không ghi được {docx.name}: thư mục không có hoặc không cho ghi.", "Chọn nơi ghi khác."
                ) from error
        if json:
            typer.echo(schemas.Draft.of(made).model_dump_json())
        elif docx is not None:
            show.line(f"Đã ghi {docx}.")
        else:
            _print(made)


def _typed(pairs: Sequence[str]) -> list[TypedFigure]:
    from assistant.draft.types import TypedFigure

    out = []
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise WrongUsage(f'--set cần dạng "tên chỗ trống=giá trị", không phải “{pair[:80]}”.')
        out.append(TypedFigure(name.strip(), value.strip()))
    return out


def _print(made: Draft) -> None:
    show.line(made.title)
    group = ""
    for number, item in enumerate(made.items, 1):
        if item.group and item.group != group:
            show.line(f"\n{item.group}")
        group = item.group
        show.line(f"{number}. {item.text}")
        places = "; ".join(dict.fromkeys(c.locator.label for c in item.citations))
        show.line(f"   ({STATUS[item.status]}; trả lời: {', '.join(item.answers)}; nguồn: {places})")
        for mark in item.marks:
            show.line(f"   ! {mark}")
    if made.coverage:
        show.line("\nĐối chiếu")
    for row in made.coverage:
        answered = ", ".join(map(str, row.answered_by)) or "CHƯA CÓ Ý TRẢ LỜI"
        show.line(f"  {row.source.id}: “{row.source.quote[:110]}” → {answered}")
    for number in made.unanswering:
        show.line(f"  Ý {number} không trả lời điều nào.")
    for pairing in made.pairings:
        show.line(f"  Gợi ý ghép: {pairing.cause} ↔ {', '.join(pairing.limitations) or 'chưa ghép được'}")
    for kept in made.commitments:
        again = "; được nêu lại" if kept.restated else ""
        show.line(f"  Kỳ trước hứa: “{kept.direction.text[:90]}” → {KEPT[kept.status]}{again} ({kept.why})")
    for note in made.notes:
        show.line(f"* {note}")


def check(
    file: Annotated[Path, typer.Argument(help="Tệp DOCX cần kiểm tra thể thức.")],
    json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    """Kiểm tra thể thức một văn bản DOCX theo Nghị định 30/2020/NĐ-CP, từng thành phần."""
    from assistant.document.check import UnreadableDocument, check_document

    try:
        data = file.read_bytes()
    except OSError as error:
        raise Failed(
            f"Không mở được tệp {file.name}: không có tệp này hoặc không được đọc.", "Kiểm tra đường dẫn."
        ) from error
    try:
        faults = check_document(data)
    except UnreadableDocument as error:
        raise Failed(f"{file.name}: {error}", "Chọn một tệp DOCX.", code="unreadable_file") from error
    if json:
        from api.schemas import FormatFault

        show.as_json(FormatFault.of(f) for f in faults)
    elif not faults:
        show.line("Đúng thể thức: không thấy lỗi nào.")
    else:
        for fault in faults:
            show.line(f"{fault.element}: {fault.message} Quy định: {fault.rule}.")
    if faults:
        raise typer.Exit(1)


@prompts_app.command("check")
def prompts_check(context: typer.Context) -> None:
    """Kiểm tra các mẫu lời trong prompts/sections, kể cả mẫu tự thêm trong kho dữ liệu."""
    from assistant.draft.drafter import OWN_PROMPTS
    from prompts.phrases import families
    from prompts.prompt import PromptError
    from prompts.section import FOLDER, check_sections

    checked = check_sections((FOLDER, session(context).settings().data_dir / OWN_PROMPTS))
    faults = 0
    for found in sorted(checked, key=lambda c: (c.section.head.order if c.section else 0, c.path.name)):
        if found.section is not None:
            show.line(f"{found.section.name}\t{found.section.head.title}\t{found.path.name}: được")
        else:
            faults += 1
            show.line(f"{found.fault}{f' {found.hint}' if found.hint else ''}")
    try:
        show.line(f"{len(families())} nhóm câu mẫu: được")
    except PromptError as error:
        faults += 1
        show.line(error.message)
    if faults:
        raise Failed(f"{faults} tệp mẫu lời có lỗi.", "Sửa theo các dòng trên.", code="prompt")

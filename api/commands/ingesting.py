"""`baocao ingest` and `baocao reports`: files into the store, and what is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import show
from api.commands.outcome import tell_error
from api.commands.session import session

if TYPE_CHECKING:
    from ingest.flow import Progress
    from vectorstore.library import Added, Library

STAGES = {
    "read": "đọc trang",
    "ocr": "nhận dạng chữ",
    "structure": "dựng cấu trúc",
    "ledgers": "ghi sổ số liệu",
    "embed": "lập chỉ mục",
    "convert": "chuyển sang .docx",
}
OUTCOMES = {"new": "đã đọc", "unchanged": "không đổi", "replaced": "đọc lại"}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("ingest")(ingest)
    app.command("reports")(reports)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Tệp hoặc thư mục báo cáo.", metavar="PATH...")],
    json: Annotated[bool, typer.Option("--json", help="In một dòng JSON cho mỗi tệp.")] = False,
) -> None:
    """Đọc báo cáo (DOCX, PDF, bản quét, văn bản) vào kho."""
    from ingest.errors import IngestError
    from ingest.pipeline import find_files
    from vectorstore.errors import StoreError

    with session(context).library() as library:
        files, failed = [], 0
        for path in paths:
            try:
                files += [f for f in find_files([path]) if f not in files]
            except IngestError as error:
                tell_error(error.code, error.message, error.hint, as_json=json)
                failed += 1
        attempted = failed + len(files)
        for number, path in enumerate(files, 1):
            try:
                with _bar(f"({number}/{len(files)}) {path.name}", shown=not json) as progress:
                    added = library.ingest(path, progress)
            except (IngestError, StoreError) as error:
                tell_error(error.code, error.message, error.hint, as_json=json)
                failed += 1
            else:
                _tell(library, added, as_json=json)
        if failed and attempted > 1:
            message = f"{failed} trên {attempted} mục không đọc được; kho có {len(library.every_report())} báo cáo."
            tell_error("failed", message, "", as_json=False)
        if failed:
            raise typer.Exit(1)


def _tell(library: Library, added: Added, *, as_json: bool) -> None:
    from api.schemas import Report

    summary = library.summary(added.report_id)
    if as_json:
        typer.echo(Report.of(summary).model_dump_json())
        return
    show.line(
        f"{summary.file}: {OUTCOMES[added.outcome.value]} — {summary.title or 'không có tiêu đề'} ({summary.id}); "
        f"{summary.sections} mục, {summary.footnotes} chú thích, {summary.tables} bảng, {summary.figures} số liệu, "
        f"{summary.references} văn bản viện dẫn, {summary.findings} điểm cần kiểm tra."
    )
    for failed in summary.pages_failed:
        show.line(f"  ! trang {failed.page} không đọc được: {failed.reason}")
    for warning in summary.warnings:
        show.line(f"  ! {warning}")


@contextmanager
def _bar(name: str, *, shown: bool) -> Iterator[Progress]:
    """A progress bar on a terminal; elsewhere silence."""
    from ingest.flow import silent

    if not shown or not sys.stderr.isatty():
        yield silent
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=show.console(error=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def told(stage: str, done: int, total: int) -> None:
            bar.update(task, description=f"{name}: {STAGES.get(stage, stage)}", completed=done, total=total or None)

        yield told


def reports(context: typer.Context, json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False) -> None:
    """Liệt kê các báo cáo có trong kho."""
    from api.schemas import Report

    with session(context).library() as library:
        held = library.every_report()
    if json:
        show.as_json(Report.of(s) for s in held)
    elif not held:
        show.line("Kho chưa có báo cáo nào. Nạp bằng `baocao ingest TỆP`.")
    else:
        show.table(
            ("mã", "tệp", "kỳ", "nơi", "tiêu đề", "mục", "chú thích", "bảng", "số liệu", "văn bản", "cần kiểm tra"),
            [
                (
                    s.id, s.file, s.period, s.place, s.title, str(s.sections), str(s.footnotes), str(s.tables),
                    str(s.figures), str(s.references), str(s.findings),
                )
                for s in held
            ],
        )  # fmt: skip

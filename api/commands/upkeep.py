"""`baocao delete`, `rebuild`, `doctor` and `config`: keeping the store in order."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import show
from api.commands.outcome import Failed
from api.commands.session import session

if TYPE_CHECKING:
    from pydantic import BaseModel

STAGES = {"words": "chỉ mục từ khóa", "embed": "véc-tơ", "index": "chỉ mục véc-tơ"}
KINDS = {
    "passages": "đoạn",
    "figures": "số liệu",
    "references": "văn bản viện dẫn",
    "findings": "điểm cần kiểm tra",
    "originals": "tệp gốc",
    "corrections": "lần sửa số liệu",
}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("delete")(delete)
    app.command("rebuild")(rebuild)
    app.command("doctor")(doctor)
    app.command("config")(config)


def delete(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="Mã báo cáo.", metavar="ID")],
    json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    """Xóa một báo cáo khỏi kho và in biên nhận."""
    from api.schemas import Receipt

    with session(context).library() as library:
        receipt = library.delete(report)
    if json:
        sent = Receipt(
            report=receipt.report,
            title=receipt.title,
            file=receipt.file,
            removed=receipt.removed,
            found_after=receipt.found_after,
        )
        typer.echo(sent.model_dump_json())
    else:
        removed = ", ".join(f"{n} {KINDS.get(kind, kind)}" for kind, n in receipt.removed.items())
        show.line(f"Đã xóa {receipt.file} ({receipt.report}): {removed}.")
        show.line(f"Tìm lại trong kho: {receipt.found_after} đoạn của báo cáo này.")
    if receipt.found_after:
        raise Failed("Chỉ mục vẫn còn đoạn của báo cáo đã xóa.", "Chạy `baocao rebuild`.")


def rebuild(context: typer.Context) -> None:
    """Lập lại các chỉ mục từ kho."""
    told: dict[str, int] = {}

    def progress(stage: str, done: int, total: int) -> None:
        told[stage] = total
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            sys.stderr.write(f"\r{STAGES.get(stage, stage)}: {done}/{total}{end}")
            sys.stderr.flush()

    with session(context).library(check_embedder=False) as library:
        library.rebuild(progress)
        show.line(f"Đã lập lại chỉ mục của {len(library.every_report())} báo cáo bằng {library.embedder.name}.")


def doctor(context: typer.Context) -> None:
    """Kiểm tra kho: tệp kho, tệp gốc, mô hình nhúng, các chỉ mục."""
    with session(context).library(check_embedder=False) as library:
        checks = library.doctor()
    for check in checks:
        show.line(f"{'tốt ' if check.good else 'LỖI '} {check.detail}")
    bad = sum(not c.good for c in checks)
    if bad:
        raise Failed(f"{bad} điểm trong kho cần sửa.")


def config(context: typer.Context) -> None:
    """In cấu hình đang dùng; khóa bí mật được che."""
    settings = session(context).settings()
    for name, value in _flat("BAOCAO_", settings):
        show.line(f"{name}={value}")


def _flat(prefix: str, model: BaseModel) -> list[tuple[str, str]]:
    from pydantic import BaseModel, SecretStr

    out: list[tuple[str, str]] = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            out += _flat(f"{prefix}{name.upper()}__", value)
        elif isinstance(value, SecretStr):
            out.append((f"{prefix}{name.upper()}", "********" if value.get_secret_value() else ""))
        else:
            text = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
            out.append((f"{prefix}{name.upper()}", text.lower() if isinstance(value, bool) else text))
    return out

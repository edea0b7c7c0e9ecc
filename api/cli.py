"""The command line: `baocao …`. Commands live in `api.commands`; here they are wired and their errors told."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands import answering, drafting, ingesting, ledgers, searching, serving, upkeep
from api.commands.outcome import Failed, tell_error
from api.commands.session import Session
from ingest.errors import IngestError
from vectorstore.errors import StoreError

app = typer.Typer(
    name="baocao",
    help="Trợ lý Báo cáo: hỏi đáp, tra cứu, kiểm tra và soạn thảo từ báo cáo hành chính, có dẫn nguồn.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for group in (ingesting, ledgers, answering, searching, drafting, upkeep, serving):
    group.register(app)


@app.callback()
def _start(
    context: typer.Context,
    data_dir: Annotated[
        Path | None, typer.Option("--data-dir", help="Thư mục kho dữ liệu (hoặc BAOCAO_DATA_DIR; mặc định ./data).")
    ] = None,
) -> None:
    context.obj = Session(data_dir)


def main(arguments: list[str] | None = None) -> None:
    """Runs one command and leaves with its exit code: 0 done, 1 something failed, 2 wrong usage."""
    given = _data_dir_first(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    as_json = "--json" in given
    try:
        app(args=given, prog_name="baocao")
    except Failed as error:
        tell_error(error.code, error.message, error.hint, as_json=as_json)
        sys.exit(error.status)
    except (StoreError, IngestError) as error:
        tell_error(error.code, error.message, error.hint, as_json=as_json)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python must not complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _data_dir_first(arguments: list[str]) -> list[str]:
    """`--data-dir` is global: it may stand before or after the command."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--data-dir":
            front += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        elif argument.startswith("--data-dir="):
            front.append(argument)
        else:
            rest.append(argument)
    return front + rest

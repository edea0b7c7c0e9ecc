"""`baocao search`: ranked passages for a query, or for a file of queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import show
from api.commands.outcome import WrongUsage
from api.commands.session import session

if TYPE_CHECKING:
    from api.schemas import Hit
    from vectorstore import search

MOST_CHARACTERS = 4_000


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("search")(find)


def checked(query: str) -> str:
    """A query that is neither empty nor pasted by mistake. Raises: WrongUsage."""
    if not query.strip():
        raise WrongUsage("Câu tìm trống.", "Ghi điều cần tìm trong dấu ngoặc kép.")
    if len(query) > MOST_CHARACTERS:
        raise WrongUsage(f"Câu tìm dài {len(query)} ký tự; tối đa {MOST_CHARACTERS}.", "Tìm ngắn lại.")
    return query


def find(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(help="Điều cần tìm.")] = None,
    report: Annotated[list[str] | None, typer.Option("--report", help="Mã báo cáo; lặp lại được.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="Số đoạn nhiều nhất.")] = 10,
    batch: Annotated[Path | None, typer.Option("--batch", help="Tệp JSONL các câu tìm.")] = None,
    json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    """Tìm các đoạn của báo cáo, xếp theo mức liên quan."""
    if (query is None) == (batch is None):
        raise WrongUsage("Cần một câu tìm, hoặc --batch TỆP.")
    if query is not None:
        checked(query)
    from api.commands.batch import BatchHits, rows
    from assistant.finding import Finder

    with session(context).library() as library:
        finder = Finder(library)
        if query is not None:
            hits = finder.find(query, report or (), limit)
            if json:
                show.as_json(_sent(h) for h in hits)
            else:
                _print(hits)
        for row in rows(batch) if batch is not None else ():
            hits = finder.find(checked(row.question), row.reports or report or (), limit)
            typer.echo(BatchHits(id=row.id, hits=[_sent(h) for h in hits]).model_dump_json())


def _sent(hit: search.Hit) -> Hit:
    from api.schemas import Hit

    return Hit.of(hit.rank, hit.score, hit.passage.text, hit.passage.locator, {str(k): v for k, v in hit.why.items()})


def _print(hits: list[search.Hit]) -> None:
    if not hits:
        show.line("Không tìm thấy đoạn nào.")
    for hit in hits:
        show.line(f"{hit.rank}. {hit.passage.text}\n   ({hit.passage.report}: {hit.passage.locator.label})")

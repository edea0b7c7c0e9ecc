"""`baocao ask`: a cited answer to a question, or one to each line of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import show
from api.commands.outcome import WrongUsage, error_line, tell_error
from api.commands.session import session

if TYPE_CHECKING:
    from api.commands.batch import Row
    from assistant.answer import Assistant
    from assistant.claims import Answer
    from vectorstore.library import Library


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("ask")(ask)


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="Câu hỏi, tiếng Việt hoặc tiếng Anh.")] = None,
    report: Annotated[list[str] | None, typer.Option("--report", help="Mã báo cáo; lặp lại được.")] = None,
    batch: Annotated[Path | None, typer.Option("--batch", help="Tệp JSONL: id, question, history?, report?")] = None,
    json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    """Trả lời câu hỏi từ báo cáo, có dẫn nguồn; nói rõ khi báo cáo không nêu."""
    if (question is None) == (batch is None):
        raise WrongUsage("Cần một câu hỏi, hoặc --batch TỆP.")
    if question is not None and not question.strip():
        raise WrongUsage("Câu hỏi trống.", "Ghi câu hỏi trong dấu ngoặc kép.")
    from assistant.question import MAX_QUESTION

    if question is not None and len(question) > MAX_QUESTION:
        raise WrongUsage(f"Câu hỏi dài {len(question)} ký tự; tối đa {MAX_QUESTION}.", "Hỏi ngắn lại, mỗi lần một ý.")
    with session(context).library() as library:
        assistant = session(context).assistant(library)
        if question is not None:
            _one(library, assistant, question, report or (), json)
        if batch is not None:
            _each(library, assistant, batch, report or ())


def _one(library: Library, assistant: Assistant, question: str, reports: Sequence[str], as_json: bool) -> None:
    from api.schemas import Answer

    answer = assistant.ask(question, reports=[library.resolve(r) for r in reports])
    if as_json:
        typer.echo(Answer.of(answer).model_dump_json())
    else:
        _print(library, answer)


def _print(library: Library, answer: Answer) -> None:
    show.line(answer.answer)
    several = len(library.reports()) > 1
    for citation in answer.citations:
        of = f"{library.report(citation.locator.report).file}, " if several else ""
        show.line(f"  [{citation.key}] “{citation.quote}”\n      ({of}{citation.locator.label})")
    if answer.calculation is not None:
        c = answer.calculation
        show.line(f"  = {c.formula} = {format(c.value, 'f')} {c.unit}".rstrip())
    for note in answer.notes:
        show.line(f"  * {note}")


def _each(library: Library, assistant: Assistant, batch: Path, reports: Sequence[str]) -> None:
    from api.commands.batch import rows

    failed = 0
    for row in rows(batch):
        line, good = _answer_line(library, assistant, row, reports)
        typer.echo(line)
        failed += not good
    if failed:
        tell_error("failed", f"{failed} câu hỏi không trả lời được; xem các dòng có “error”.", "", as_json=False)
        raise typer.Exit(1)


def _answer_line(library: Library, assistant: Assistant, row: Row, reports: Sequence[str]) -> tuple[str, bool]:
    """The answer under the row's own id; what is wrong with one question does not stop the others."""
    from api.schemas import Answer
    from assistant.answer import QuestionTooLong
    from vectorstore.errors import UnknownReport

    try:
        answer = assistant.ask(
            row.question,
            reports=[library.resolve(r) for r in row.reports or reports],
            history=[turn.turn() for turn in row.history],
            id=row.id,
        )
    except (UnknownReport, QuestionTooLong) as error:
        return error_line(error.code, f"{row.id}: {error.message}", error.hint), False
    return Answer.of(answer).model_dump_json(), True

"""Batches: a JSONL file of questions, one object a line: id, question, and what the command reads beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.commands.outcome import WrongUsage
from api.schemas import Hit, Model, Turn

MOST_LINES = 100_000


class Row(BaseModel):
    """One line of a batch. Other keys (as gold questions have) are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str = Field(description="Comes back as the id of the answer")
    question: str = Field(description="The question")
    history: list[Turn] = Field(default_factory=list, description="The conversation so far")
    report: str | list[str] | None = Field(None, description="The report or reports asked; none: all")

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports asked."""
        if self.report is None:
            return ()
        return (self.report,) if isinstance(self.report, str) else tuple(self.report)


class BatchHits(Model):
    """What a search found for one line of a batch."""

    id: str = Field(description="The line's id")
    hits: list[Hit] = Field(description="The passages, best first")


def rows(path: Path) -> Iterator[Row]:
    """The lines of a batch file, checked as they come. Raises: WrongUsage with the line that cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if number > MOST_LINES:
                    raise WrongUsage(f"Tệp {path} có hơn {MOST_LINES} dòng.", "Chia nhỏ tệp.")
                if line.strip():
                    yield _row(path, number, line)
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f"Không đọc được tệp {path}: {error}.", "Cần tệp JSONL, mã UTF-8.") from error


def _row(path: Path, number: int, line: str) -> Row:
    try:
        return Row.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "JSON"
        raise WrongUsage(
            f"Dòng {number} của {path} không đúng mẫu ({where}: {first['msg']}).",
            'Mỗi dòng là {"id": …, "question": …}.',
        ) from error

"""How results are shown: JSON as the contract says, CSV for spreadsheets, or text for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console


def console(*, error: bool = False) -> Console:
    """A console for people; markup in reports' words is not read."""
    from rich.console import Console

    return Console(stderr=error, markup=False, highlight=False, soft_wrap=not sys.stdout.isatty())


def as_json(models: Iterable[BaseModel]) -> None:
    """A JSON array."""
    typer.echo("[" + ",\n".join(m.model_dump_json() for m in models) + "]")


def as_file(data: bytes) -> None:
    """A file's bytes, as they are."""
    typer.echo(data, nl=False)


def line(text: str = "") -> None:
    """One line of text for people."""
    typer.echo(text)


def table(header: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    """A table for people: folded to the terminal's width, or one line a row with tabs where there is no terminal."""
    if not sys.stdout.isatty():
        for cells in (header, *lines):
            line("\t".join(" ".join(cell.split()) for cell in cells))
        return
    from rich.table import Table
    from rich.text import Text

    shown = Table(*header, box=None, pad_edge=False)
    for cells in lines:
        shown.add_row(*(Text(cell) for cell in cells))
    console().print(shown)

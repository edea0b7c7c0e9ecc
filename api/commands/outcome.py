"""How a command ends: 0 done, 1 something failed, 2 wrong usage; errors in one sentence, and as JSON where asked."""

from __future__ import annotations

import sys

import typer


class Failed(Exception):
    """A command cannot go on. `message` is one Vietnamese sentence, `hint` what to do, `status` the exit code."""

    def __init__(self, message: str, hint: str = "", *, code: str = "failed", status: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
        self.status = status


class WrongUsage(Failed):
    """What was typed cannot be done."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code="usage", status=2)


def tell_error(code: str, message: str, hint: str, *, as_json: bool) -> None:
    """One sentence to stderr; with `as_json` also the contract's object to stdout."""
    sys.stderr.write(f"Lỗi: {message}{f' {hint}' if hint else ''}\n")
    if as_json:
        typer.echo(error_line(code, message, hint))


def error_line(code: str, message: str, hint: str) -> str:
    """`{"error": {"code", "message", "hint"}}` on one line."""
    from api.schemas import ErrorBody, Problem

    return ErrorBody(error=Problem(code=code, message=message, hint=hint)).model_dump_json()

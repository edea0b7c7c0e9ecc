"""One command's settings and store: what `--data-dir` and the environment say, opened when needed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.commands.outcome import WrongUsage

if TYPE_CHECKING:
    from api.settings import Settings
    from assistant.answer import Assistant
    from vectorstore.library import Library


@dataclass(frozen=True, slots=True)
class Session:
    """What every command starts from. `data_dir` is that of the command line, if given."""

    data_dir: Path | None

    def settings(self) -> Settings:
        """The settings. Raises: WrongUsage where a variable does not fit."""
        from pydantic import ValidationError

        from api.settings import Settings

        if self.data_dir is not None:
            os.environ["BAOCAO_DATA_DIR"] = str(self.data_dir)
        try:
            return Settings()
        except ValidationError as error:
            first = error.errors()[0]
            name = "BAOCAO_" + "__".join(str(part).upper() for part in first["loc"])
            raise WrongUsage(f"Biến môi trường {name} không hợp lệ: {first['msg']}.") from error

    @contextmanager
    def library(self, *, check_embedder: bool = True) -> Iterator[Library]:
        """The store, open for as long as the command runs. Raises: StoreError."""
        from vectorstore.library import Library

        settings = self.settings()
        with Library.open(
            settings.data_dir,
            settings.embedder,
            download=settings.embedder_download,
            check_embedder=check_embedder,
        ) as library:
            yield library

    def assistant(self, library: Library) -> Assistant:
        """The assistant over a store, with the model that the settings name, if any."""
        from api.asking import open_assistant

        return open_assistant(self.settings(), library)


def session(context: typer.Context) -> Session:
    """The session that the program started with."""
    found = context.find_object(Session)
    if found is None:
        raise WrongUsage("Lệnh phải chạy qua `baocao`.")
    return found

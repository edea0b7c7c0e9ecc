"""`baocao serve`: the web page and the HTTP API."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands import show
from api.commands.outcome import Failed
from api.commands.session import session


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("serve")(serve)


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", help="Địa chỉ lắng nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="Cổng.")] = 8000,
) -> None:
    """Mở trang web và giao diện HTTP."""
    import socket

    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise Failed(f"Không mở được {host}:{port}: {error.strerror}.", "Chọn cổng khác bằng --port.") from error
    import uvicorn

    from api.app import create_app
    from api.memory import settle

    settings = session(context).settings()
    with session(context).library() as library:
        library.warm()
        app = create_app(settings, library, warm=True)
        settle()
        show.line(f"Mở http://{host}:{port} (Ctrl+C để dừng)")
        uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=2)

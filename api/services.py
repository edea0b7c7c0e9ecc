"""What the routes work with, made once by `create_app` and handed to each request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.desk import DraftDesk
from api.streams import Streams
from api.uploads import ReadingQueue
from api.wording import Words, words_for
from vectorstore.library import Library


@dataclass(frozen=True, slots=True)
class Parts:
    """The store, the answers in the making, the queue of files being read, and the drafting desk."""

    library: Library
    streams: Streams
    readings: ReadingQueue
    desk: DraftDesk
    upload_bytes: int


async def _parts(request: Request) -> Parts:
    # async although it waits for nothing: FastAPI sends what is not to a thread, at every request
    parts: Parts = request.app.state.parts
    return parts


Services = Annotated[Parts, Depends(_parts)]
Wording = Annotated[Words, Depends(words_for)]

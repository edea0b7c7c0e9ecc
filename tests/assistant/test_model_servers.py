"""A chat model behind a real client: servers that misbehave, are slow or not there leave the plain answer."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from assistant.model.client import open_worder
from tests.assistant.worded import NOW, QUESTION, said, same
from vectorstore.library import Library

KEY = "sk-secret-0123456789"


@pytest.fixture(scope="module")
def plain(sample_library: Library) -> Answer:
    return Assistant(sample_library).ask(QUESTION, reports=NOW)


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    whole = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return json.dumps(whole, ensure_ascii=False).encode()


def handler(
    body: bytes,
    *,
    status: int = 200,
    promised: int = 0,
    after: float = 0.0,
    asked: list[dict[str, Any]] | None = None,
) -> type[BaseHTTPRequestHandler]:
    """A server's manner: `promised` more bytes than come, `after` so many seconds; `asked` keeps what it was sent."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came = self.rfile.read(int(self.headers["Content-Length"]))
            if asked is not None:
                asked.append(json.loads(came))
            time.sleep(after)
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body) + promised))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                self.close_connection = True
            if promised:
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            return

    return Handler


def asked_of(library: Library, url: str, timeout_s: float = 5.0) -> Answer:
    return Assistant(library, open_worder(url, "m", KEY, timeout_s)).ask(QUESTION, reports=NOW)


def test_a_server_that_answers_words_the_answer(sample_library: Library) -> None:
    with serving(handler(_completion(said(("Còn 05 đơn thư.", [1]))))) as url:
        assert asked_of(sample_library, url).mode == "model"


def test_a_reply_is_asked_for_with_a_bound(sample_library: Library) -> None:
    asked: list[dict[str, Any]] = []
    with serving(handler(_completion(said(("Còn 05 đơn thư.", [1]))), asked=asked)) as url:
        asked_of(sample_library, url)
    assert 100 < asked[0]["max_tokens"] < 2_000
    assert asked[0]["temperature"] == 0


@pytest.mark.parametrize(
    "manner",
    [
        handler(b'{"error": {"message": "sk-secret-0123456789 is wrong"}}', status=500),
        handler(b'{"error": {"message": "sk-secret-0123456789 is wrong"}}', status=401),
        handler(b'{"error": {"message": "no such model"}}', status=404),
        handler(b"slow down", status=429),
        handler(_completion("x")[:40], promised=400),
        handler(b"<html>proxy</html>"),
        handler(b"{}"),
        handler(b"[]"),
        handler(b"null"),
        handler(b'{"choices": null}'),
        handler(b'{"choices": []}'),
        handler(b'{"choices": [{"message": null}]}'),
        handler(b'{"choices": [{"message": {"role": "assistant", "content": null, "refusal": "no"}}]}'),
        handler(b"\xff\xfe\x00"),
        handler(b""),
    ],
    ids=[
        "500",
        "401",
        "404",
        "429",
        "cut",
        "html",
        "{}",
        "[]",
        "null",
        "no choices",
        "none",
        "void",
        "no",
        "x",
        "mute",
    ],
)
def test_a_server_that_misbehaves_leaves_the_plain_answer_and_keeps_the_key(
    sample_library: Library,
    plain: Answer,
    manner: type[BaseHTTPRequestHandler],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(manner) as url:
        answer = asked_of(sample_library, url)
    assert same(answer, plain)
    out = capfd.readouterr()
    assert KEY not in "".join((caplog.text, out.out, out.err, repr(answer)))


def test_a_server_that_is_slow_is_not_waited_for(sample_library: Library, plain: Answer) -> None:
    with serving(handler(_completion(said(("Còn 05 đơn thư.", [1]))), after=1.0)) as url:
        assert same(asked_of(sample_library, url, timeout_s=0.2), plain)


def test_a_server_that_is_not_there_leaves_the_plain_answer(
    sample_library: Library, plain: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        assert same(asked_of(sample_library, url), plain)
    assert "ConnectionError" in caplog.text
    assert KEY not in caplog.text


def test_the_key_is_not_shown_by_the_worder_or_its_model() -> None:
    worder = open_worder("http://127.0.0.1:9/v1", "m", KEY)
    assert KEY not in repr(worder) + str(worder) + repr(vars(worder))

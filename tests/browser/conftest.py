"""A real server on a free port and a real Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from api.app import create_app
from api.settings import Settings
from api.streams import Asker
from assistant.claims import Answer, Citation, Event, Step, Turn
from ingest.pipeline import read_bytes, read_file
from ingest.reading import Reading
from ingest.report import locate
from vectorstore.embedder import Embedder
from vectorstore.library import Library

SAMPLES = Path(__file__).parents[2] / "samples"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PLANTED = (
    '<script>alert(1)</script> <img src=x onerror="alert(2)"> ![x](https://example.org/x.png) [y](javascript:alert(3))'
)
HOSTILE = f"""ỦY BAN NHÂN DÂN HUYỆN SÔNG TRĂNG
BÁO CÁO
Kết quả công tác {PLANTED}
I. KẾT QUẢ {PLANTED}
Trong năm 2024, huyện tiếp nhận 245 đơn {PLANTED}; đã giải quyết 231 đơn, còn tồn 14 đơn.
Căn cứ Kế hoạch số 87/KH-UBND ngày 15/3/2024 của Ủy ban nhân dân huyện về {PLANTED}.
"""


class HostileAssistant:
    """Says what a report or a model that means harm would say."""

    def __init__(self, library: Library) -> None:
        report = library.report(library.reports()[0].id)
        block = next(b for b in report.blocks if "245" in b.text)
        self._citation = Citation(1, block.text, locate(report, block, 0, len(block.text)))

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        last = [event.answer for event in self.events(question, id=id)][-1]
        assert last is not None
        return last

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        yield Event(Step.WORDS, f"{PLANTED} [1]")
        answer = Answer(
            id or "h", question, "vi", f"{PLANTED} [1]", False, (self._citation,), notes=(PLANTED,), searched=(PLANTED,)
        )
        yield Event(Step.ANSWERED, answer=answer)


@contextmanager
def serving(library: Library, folder: Path, assistant: Asker | None = None) -> Iterator[str]:
    """The address of a server over that store, for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(Settings(data_dir=folder), library, assistant)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(sample_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(sample_library, tmp_path_factory.mktemp("serving")) as url:
        yield url


@pytest.fixture
def empty_address(tmp_path: Path, spelling_embedder: Embedder) -> Iterator[str]:
    """A server over a store of its own, with nothing in it."""
    with Library.open(tmp_path, spelling_embedder) as library, serving(library, tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def readings() -> list[tuple[Reading, bytes, str]]:
    """Two years of one body, the second also as the PDF and in a text that was changed before signing."""
    files = {
        n: (SAMPLES / n).read_bytes() for n in ("vinh-trach-2023.txt", "vinh-trach-2024.docx", "vinh-trach-2024.pdf")
    }
    draft = (SAMPLES / "vinh-trach-2024.txt").read_text(encoding="utf-8")
    files["da-ky.txt"] = draft.replace("còn 750", "còn 740").encode()
    return [(read_bytes(data, name), data, name) for name, data in files.items()]


@pytest.fixture
def desk(tmp_path: Path, spelling_embedder: Embedder, readings: list[tuple[Reading, bytes, str]]) -> Iterator[str]:
    """A server over a store of its own, which a test may change."""
    with Library.open(tmp_path, spelling_embedder) as library:
        for reading, data, name in readings:
            library.add(reading, data, name)
        with serving(library, tmp_path) as url:
            yield url


@pytest.fixture
def hostile_address(tmp_path: Path, spelling_embedder: Embedder) -> Iterator[str]:
    """A server whose one report holds HTML and Markdown, and whose assistant says it."""
    with Library.open(tmp_path, spelling_embedder) as library:
        path = tmp_path / "hostile.txt"
        path.write_text(HOSTILE, encoding="utf-8")
        library.add(read_file(path), path.read_bytes(), '<img src=x onerror="alert(1)">.txt')
        with serving(library, tmp_path, HostileAssistant(library)) as url:
            yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if shutil.which(CHROMIUM) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{CHROMIUM} is not installed")
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page at the office screen's size; ends with "no request left this host" and "nothing was refused or thrown"."""
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if "Security Policy" in message.text else None)
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    yield page
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "about:", "blob:http://127.0.0.1:"))] == []
    assert wrong == []


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Asserts that axe finds nothing wrong with a page, frames included."""

    def check(page: Page) -> None:
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []

    return check

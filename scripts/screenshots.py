"""Takes the pictures of every desk in docs/images: `python scripts/screenshots.py`, at office and phone size.

Needs Chromium at /usr/bin/chromium. The pictures are quantised to 64 colours: they are small and still read well.
"""

from __future__ import annotations

import re
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Page, Route, expect, sync_playwright

from api.app import create_app
from api.settings import Settings
from ingest.pipeline import read_file
from vectorstore.library import Library

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SIZES = {"1366x768": (1366, 768), "phone": (390, 844)}
WAIT = 300_000
"""Milliseconds that reading a scan may take."""
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


@contextmanager
def serving(folder: Path, *names: str) -> Iterator[str]:
    """The address of a server over a new store that holds those samples."""
    with Library.open(folder) as library:
        for name in names:
            path = ROOT / "samples" / name
            library.add(read_file(path), path.read_bytes(), name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(create_app(Settings(data_dir=folder), library), port=port, log_level="error")
        )
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


def shoot(page: Page, name: str, size: str) -> None:
    """One picture, kept small."""
    page.wait_for_timeout(250)
    path = IMAGES / f"{name}-{size}.png"
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)


def empty(page: Page, address: str, size: str) -> None:
    """The desks before the first report."""
    page.goto(address)
    shoot(page, "ask-empty", size)
    page.goto(f"{address}/kho-bao-cao")
    shoot(page, "library-empty", size)
    page.goto(f"{address}/tra-cuu")
    shoot(page, "lookup-empty", size)
    page.goto(f"{address}/soan-thao")
    shoot(page, "drafting-empty", size)


def asking(page: Page, address: str, size: str) -> None:
    """The desk of questions: at the start, while it works, with an answer, with the reader, and in error."""
    page.goto(address)
    shoot(page, "ask", size)
    question = page.get_by_role("textbox", name="Câu hỏi")

    def hold(route: Route) -> None:
        page.wait_for_timeout(600)
        shoot(page, "ask-loading", size)
        route.continue_()

    page.route("**/api/ask", hold, times=1)
    question.fill("Còn bao nhiêu đơn thư tồn đọng?")
    question.press("Enter")
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_have_count(1)
    shoot(page, "ask-answer", size)
    page.locator(".said .chip").first.click()
    expect(page.frame_locator("#reader").locator("mark.quote").first).to_be_in_viewport()
    shoot(page, "ask-reader", size)
    page.get_by_role("button", name="Đóng").click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Phiếu minh chứng").click()
    opened.value.wait_for_load_state()
    shoot(opened.value, "evidence", size)
    opened.value.close()
    page.route("**/api/ask", lambda route: route.abort())
    question.fill("Năm 2024 tiếp bao nhiêu lượt công dân?")
    question.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    shoot(page, "ask-error", size)


def reading(page: Page, address: str, size: str) -> None:
    """The reader as text and as page images; the desk of reports full, reading, and with a file it cannot read."""
    page.goto(f"{address}/kho-bao-cao")
    shoot(page, "library", size)
    page.get_by_role("link", name=re.compile("năm 2024")).first.click()
    text = page.url
    shoot(page, "reader", size)
    page.goto(f"{text}?q=tồn+đọng&view=page")
    page.wait_for_load_state("networkidle")
    shoot(page, "reader-page", size)
    page.goto(f"{address}/kho-bao-cao")
    jobs = page.locator("#jobs")
    scan = ROOT / "samples" / f"vinh-trach-{2023 if size == 'phone' else 2024}-scan.pdf"
    page.get_by_label("Chọn tệp", exact=True).set_input_files([scan, ROOT / "samples" / "vinh-trach-2023.docx"])
    expect(jobs).to_contain_text(re.compile(r"Nhận dạng chữ \d+/\d+"), timeout=WAIT)
    shoot(page, "library-loading", size)
    expect(jobs.locator("li.done")).to_have_count(2, timeout=WAIT)
    for dismiss in page.get_by_role("button", name=re.compile("khỏi danh sách")).all():
        dismiss.click()
    page.get_by_label("Chọn tệp", exact=True).set_input_files(
        {"name": "hong.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    expect(page.locator("#jobs .failed").first).to_be_visible()
    shoot(page, "library-error", size)
    for dismiss in page.get_by_role("button", name=re.compile("khỏi danh sách")).all():
        dismiss.click()


def looking_up(page: Page, address: str, size: str) -> None:
    """The three ledgers."""
    page.goto(f"{address}/tra-cuu")
    shoot(page, "lookup-references", size)
    page.goto(f"{address}/tra-cuu/so-lieu?q=hồ+sơ")
    shoot(page, "lookup-figures", size)
    page.goto(f"{address}/tra-cuu/phat-hien")
    shoot(page, "lookup-findings", size)
    page.goto(f"{address}/tra-cuu?q=không+có+văn+bản+nào+như+vậy")
    shoot(page, "lookup-nothing", size)
    page.goto(f"{address}/tra-cuu?report=khong-co")
    shoot(page, "lookup-error", size)


def drafting(page: Page, address: str, size: str) -> None:
    """The drafting desk: at the start, while it drafts, with a draft, and in error."""
    page.goto(f"{address}/soan-thao")
    shoot(page, "drafting", size)
    start = page.get_by_role("button", name="Soạn", exact=True)
    page.route("**/api/drafts", lambda route: route.abort(), times=1)
    start.click()
    expect(page.get_by_role("alert")).to_be_visible()
    shoot(page, "drafting-error", size)

    def hold(route: Route) -> None:
        page.wait_for_timeout(300)
        shoot(page, "drafting-loading", size)
        route.continue_()

    page.route("**/api/drafts", hold, times=1)
    start.click()
    page.wait_for_url("**/soan-thao/*")
    shoot(page, "drafting-draft", size)


def main() -> None:
    """All pictures anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=60_000)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare, full = Path(folder) / "bare", Path(folder) / "full"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        stores = (
            (bare, (), (empty,)),
            (full, ("vinh-trach-2023.txt", "vinh-trach-2024.pdf"), (asking, looking_up, drafting, reading)),
        )
        for store, names, parts in stores:
            with serving(store, *names) as address:
                for size, (width, height) in SIZES.items():
                    page = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN").new_page()
                    for part in parts:
                        part(page, address, size)
                    page.context.close()
        browser.close()


if __name__ == "__main__":
    main()

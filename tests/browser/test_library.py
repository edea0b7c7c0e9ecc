"""The desk of reports: files dragged in, read in view, checked, replaced."""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ingest.flow import Progress
from vectorstore.library import Added, Library

pytestmark = pytest.mark.browser
Check = Callable[[Page], None]
SAMPLES = Path(__file__).parents[2] / "samples"
READ = 120_000
"""Milliseconds that a slow machine may take to read a file."""


def drop(page: Page, *paths: Path) -> None:
    """Lets files fall on the box, as from the desktop."""
    files = [{"name": p.name, "data": base64.b64encode(p.read_bytes()).decode()} for p in paths]
    handle = page.evaluate_handle(
        """(files) => {
          const carried = new DataTransfer();
          for (const { name, data } of files)
            carried.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
          return carried;
        }""",
        files,
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": handle})


def test_dragged_files_queue_and_their_progress_outlives_a_reload(
    page: Page, empty_address: str, accessible: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    ingest = Library.ingest

    def held(library: Library, path: Path, progress: Progress) -> Added:
        def told(stage: str, done: int, total: int) -> None:
            progress(stage, done, total)
            if stage == "read" and done == 2:
                go_on.wait(READ / 1000)

        return ingest(library, path, told)

    monkeypatch.setattr(Library, "ingest", held)
    page.goto(f"{empty_address}/kho-bao-cao")
    drop(page, SAMPLES / "vinh-trach-2024.pdf", SAMPLES / "vinh-trach-2023.txt")
    jobs = page.locator("#jobs")
    expect(jobs).to_contain_text(re.compile(r"Đọc trang 2/\d+"))
    expect(jobs.get_by_role("listitem").filter(has_text="vinh-trach-2023.txt")).to_contain_text("Đang chờ")
    accessible(page)
    page.reload()
    expect(jobs).to_contain_text(re.compile(r"Đọc trang 2/\d+"))
    go_on.set()
    expect(jobs.get_by_text("Đã đọc xong")).to_have_count(2, timeout=READ)
    expect(page.locator(".shelf > li")).to_have_count(2)


def test_a_report_is_checked_against_its_page_and_replaced_by_a_newer_file(
    page: Page, empty_address: str, accessible: Check
) -> None:
    page.goto(f"{empty_address}/kho-bao-cao")
    page.get_by_label("Chọn tệp", exact=True).set_input_files(SAMPLES / "vinh-trach-2024.pdf")
    expect(page.locator("#jobs")).to_contain_text("Đã đọc xong", timeout=READ)
    counts = page.locator(".read")
    for name in ("mục", "chú thích", "bảng", "số liệu", "văn bản", "phát hiện"):
        expect(counts.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_role("link", name="Xem và đối chiếu với trang gốc").click()
    image = page.get_by_role("img", name="Ảnh trang 1", exact=True)
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("(drawn) => drawn.naturalWidth") > 500
    page.go_back()
    page.get_by_label(re.compile("Chọn tệp bản mới thay cho")).set_input_files(SAMPLES / "vinh-trach-2023.txt")
    others = page.get_by_role("region", name="Các tệp khác của báo cáo này")
    expect(others).to_contain_text("vinh-trach-2024.pdf", timeout=READ)
    expect(others).to_contain_text("bản cũ")
    accessible(page)


def test_a_report_is_deleted_with_the_keyboard_alone_and_kept_when_in_doubt(page: Page, desk: str) -> None:
    page.goto(f"{desk}/kho-bao-cao")
    shelf = page.locator(".shelf > li")
    before = shelf.count()
    delete = page.locator(".actions").get_by_role("button", name="Xóa").first
    delete.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Giữ lại")).to_be_focused()
    page.keyboard.press("Escape")
    expect(delete).to_be_focused()
    expect(shelf).to_have_count(before)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#receipt")).to_contain_text("Tìm lại: 0 kết quả")

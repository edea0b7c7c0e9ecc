"""An answer as it comes: step by step, over a wire that breaks, in a tab that is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.browser.scripted import WORDS, Paced
from tests.browser.wire import Wire
from vectorstore.library import Library

pytestmark = pytest.mark.browser
WATCH_SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture
def paced(sample_library: Library) -> Paced:
    return Paced(sample_library)


@pytest.fixture
def paced_address(sample_library: Library, paced: Paced, tmp_path: Path) -> Iterator[str]:
    with serving(sample_library, tmp_path, paced) as url:
        yield url
        paced.let(1_000)


def begin(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("textbox", name="Câu hỏi").fill("Kết quả năm nay ra sao?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đang hiểu câu hỏi…")).to_be_visible()


def test_the_words_come_one_by_one_and_nothing_moves(page: Page, paced_address: str, paced: Paced) -> None:
    begin(page, paced_address)
    page.evaluate(WATCH_SHIFTS)
    asked = page.get_by_role("heading", name="Kết quả năm nay ra sao?")
    said = page.locator(".said")
    where = asked.bounding_box()
    paced.let(2)
    expect(page.get_by_text("Đã tìm được 12 chỗ liên quan…")).to_be_visible()
    for number, words in enumerate(WORDS, 1):
        paced.let()
        expect(said).to_contain_text(words.split(",")[0])
        expect(said).not_to_contain_text(f"Ý thứ {number + 1} ")
        assert asked.bounding_box() == where
    paced.let()
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_be_visible()
    assert asked.bounding_box() == where
    assert page.evaluate("window.moved") < 0.01


def test_an_answer_goes_on_after_the_connection_was_cut(
    page: Page, paced_address: str, paced: Paced, sample_library: Library
) -> None:
    wire = Wire(urlsplit(paced_address).port or 0)
    begin(page, wire.address)
    paced.let(4)
    expect(page.locator(".said")).to_contain_text("Ý thứ 2")
    wire.cut()
    expect(page.get_by_text("Mất kết nối, đang nối lại…")).to_be_visible()
    paced.let(3)  # the work goes on while nobody can hear it
    wire.mend()
    expect(page.locator(".said")).to_contain_text("Ý thứ 5", timeout=60_000)
    paced.let(100)
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_be_visible()
    whole = page.locator(".said").inner_text()
    assert [whole.count(f"Ý thứ {n} ") for n in range(1, len(WORDS) + 1)] == [1] * len(WORDS)
    assert len(sample_library.talks.talks(1)) == 1
    wire.close()


def test_a_closed_tab_stops_the_work(page: Page, paced_address: str, paced: Paced) -> None:
    begin(page, paced_address)
    paced.let(3)
    expect(page.locator(".said")).to_contain_text("Ý thứ 1")
    page.close()
    assert paced.stopped.wait(90)
    assert not paced.finished.is_set()


def test_stopping_stops_the_work_and_the_next_question_can_be_asked(
    page: Page, paced_address: str, paced: Paced
) -> None:
    begin(page, paced_address)
    paced.let(3)
    page.get_by_role("button", name="Dừng").click()
    expect(page.get_by_text("Đã dừng.")).to_be_visible()
    assert paced.stopped.wait(90)
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_be_focused()
    page.keyboard.type("Và năm trước?")
    page.keyboard.press("Enter")
    paced.let(100)
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_be_visible()


def test_a_question_sent_while_an_answer_comes_is_asked_after_it(page: Page, paced_address: str, paced: Paced) -> None:
    begin(page, paced_address)
    paced.let(3)
    page.get_by_role("textbox", name="Câu hỏi").fill("Và năm trước?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_have_value("Và năm trước?")
    paced.let(100)
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_have_count(2)
    expect(page.get_by_role("heading", name="Và năm trước?")).to_be_in_viewport()
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_have_value("")

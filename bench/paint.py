"""How soon the page shows something, and an answer its first words, in Chromium: `python -m bench.paint`.

Each round opens the page in a new browser context (nothing cached) over the sample report, then types a question that
was not asked before. First paint is the browser's own first-contentful-paint; the first words are taken from the click
to the first text of the answer on the page.
"""

from __future__ import annotations

import shutil
import sys

from playwright.sync_api import Page, expect, sync_playwright

from bench.crowd import at, questions
from bench.server import SAMPLE, serving

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1366, "height": 768}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
# Watches for the first text in the newest answer, and keeps the time since the form was sent.
WATCH = """() => {
  window.asked = 0; window.words = 0;
  document.addEventListener('submit', () => { window.asked = performance.now(); }, true);
  new MutationObserver(() => {
    const said = [...document.querySelectorAll('#turns .said')].at(-1);
    if (window.asked && !window.words && said && said.textContent.trim()) window.words = performance.now();
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


def paint(page: Page, address: str) -> float:
    """Opens the page; milliseconds to the first paint."""
    page.goto(address, wait_until="load")
    page.wait_for_function(f"({PAINT}) > 0")
    return float(page.evaluate(PAINT))


def first_words(page: Page, question: str) -> float:
    """Asks on the open page; milliseconds to the first words."""
    page.evaluate(WATCH)
    page.get_by_role("textbox", name="Câu hỏi").fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()
    page.wait_for_function("window.words > 0")
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_have_count(1)
    return float(page.evaluate("window.words - window.asked"))


def main(rounds: int = 15) -> None:
    """Prints both."""
    if shutil.which(CHROMIUM) is None:
        print(f"{CHROMIUM} is not installed: first paint not measured")
        return
    paints, words = [], []
    with serving(SAMPLE) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for question in questions(rounds):
            context = browser.new_context(viewport=SIZE, locale="vi-VN", bypass_csp=True)
            page = context.new_page()
            paints.append(paint(page, f"http://127.0.0.1:{server.port}/"))
            words.append(first_words(page, question))
            context.close()
        browser.close()
    for name, times, goal in (("first paint", paints, 300), ("first words after asking", words, 150)):
        print(f"{name:26}{at(0.5, times):>6.0f} ms median{at(0.95, times):>6.0f} ms p95   goal {goal} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

"""The desk of questions in a real browser, over the real store and the real assistant."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from vectorstore.library import Library

pytestmark = pytest.mark.browser
Check = Callable[[Page], None]
SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2023.txt"
QUESTION = "Còn bao nhiêu đơn thư tồn đọng?"


def ask(page: Page, question: str = QUESTION) -> None:
    page.get_by_role("textbox", name="Câu hỏi").fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()


def answered(page: Page, turns: int = 1) -> None:
    expect(page.get_by_role("link", name="Phiếu minh chứng")).to_have_count(turns)


def test_ask_see_the_answer_click_a_citation_and_see_its_place_highlighted(
    page: Page, address: str, accessible: Check
) -> None:
    page.goto(address)
    ask(page)
    answered(page)
    said = page.locator(".said")
    expect(said.locator("strong").first).not_to_be_empty()
    chip = said.get_by_role("link", name=re.compile("Nguồn 1")).first
    chip.hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_be_visible()
    quote = tooltip.locator("q").inner_text()
    chip.click()
    marked = page.frame_locator("#reader").locator("mark.quote")
    expect(marked.first).to_be_in_viewport()
    assert re.sub(r"\W", "", quote) == re.sub(r"\W", "", "".join(marked.all_inner_texts()))
    accessible(page)
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()
    expect(chip).to_be_focused()


def test_the_desk_works_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answered(page)
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('chip')"):
            break
    page.keyboard.press("Enter")
    expect(page.frame_locator("#reader").locator("mark.quote").first).to_be_in_viewport()


def test_a_conversation_is_kept_on_the_server_named_and_deleted(
    page: Page, desk: str, chromium: Browser, accessible: Check
) -> None:
    page.goto(desk)
    expect(page.get_by_text("Chưa có cuộc trao đổi nào.")).to_be_visible()
    ask(page)
    answered(page)
    page.reload()
    answered(page)
    page.get_by_role("button", name=f"Đổi tên “{QUESTION}”").click()
    page.get_by_role("textbox", name=f"Đổi tên “{QUESTION}”").fill("Đơn thư")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đơn thư", exact=True)).to_be_visible()
    other = chromium.new_context(locale="vi-VN").new_page()
    other.goto(desk)
    other.get_by_role("button", name="Đơn thư", exact=True).click()
    answered(other)
    ask(other, "Tiếp bao nhiêu lượt công dân?")
    answered(other, 2)
    other.context.close()
    page.reload()
    answered(page, 2)
    page.get_by_role("button", name="Xóa “Đơn thư”").click()
    expect(page.get_by_role("dialog")).to_contain_text("Xóa cuộc trao đổi này?")
    accessible(page)
    page.get_by_role("dialog").get_by_role("button", name="Xóa").click()
    expect(page.get_by_role("button", name="Đơn thư", exact=True)).to_have_count(0)
    expect(page.get_by_role("heading", name="Hỏi gì về các báo cáo?")).to_be_visible()


def test_a_conversation_that_somebody_else_deleted_is_told(page: Page, desk: str, chromium: Browser) -> None:
    page.goto(desk)
    ask(page)
    answered(page)
    page.get_by_role("button", name="Cuộc trao đổi mới").click()
    other = chromium.new_context(locale="vi-VN").new_page()
    other.goto(desk)
    other.get_by_role("button", name=f"Xóa “{QUESTION}”").click()
    other.get_by_role("dialog").get_by_role("button", name="Xóa").click()
    expect(other.get_by_role("button", name=QUESTION, exact=True)).to_have_count(0)
    other.context.close()
    page.get_by_role("button", name=QUESTION, exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Cuộc trao đổi này không còn trên máy chủ.")
    expect(page.get_by_role("button", name=QUESTION, exact=True)).to_have_count(0)


def delete_the_cited(page: Page, address: str) -> None:
    """Deletes, behind the page's back, every report of the store."""
    for report in page.request.get(f"{address}/api/reports").json():
        page.request.delete(f"{address}/api/reports/{report['id']}", headers={"origin": address})


def test_a_kept_conversation_marks_what_it_quotes_of_a_deleted_report(page: Page, desk: str, accessible: Check) -> None:
    page.goto(desk)
    ask(page)
    answered(page)
    quote = page.locator(".sources blockquote").first.inner_text()
    delete_the_cited(page, desk)
    page.reload()
    answered(page)
    sources = page.locator(".sources")
    expect(sources.get_by_text("Báo cáo đã xóa khỏi kho").first).to_be_visible()
    expect(sources.get_by_role("link")).to_have_count(0)
    expect(page.locator(".said").get_by_role("link")).to_have_count(0)
    accessible(page)
    page.locator(".said").get_by_role("button", name=re.compile("Nguồn 1: Báo cáo đã xóa khỏi kho")).first.click()
    expect(page.get_by_role("tooltip")).to_contain_text("Báo cáo đã xóa khỏi kho")
    expect(page.get_by_role("tooltip").locator("q")).to_have_text(quote)
    expect(page.locator("#reader")).to_be_hidden()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Phiếu minh chứng").click()
    sheet = opened.value
    expect(sheet.get_by_role("listitem").get_by_text("Báo cáo đã xóa khỏi kho").first).to_be_visible()
    expect(sheet.get_by_role("definition").filter(has_text="Báo cáo đã xóa khỏi kho")).to_be_visible()
    accessible(sheet)
    page.get_by_role("button", name="English").click()
    english = re.compile("Source 1: A report deleted from the store")
    expect(page.locator(".said").get_by_role("button", name=english).first).to_be_visible()


def test_a_citation_whose_report_was_deleted_meanwhile_opens_no_error(page: Page, desk: str) -> None:
    page.goto(desk)
    ask(page)
    answered(page)
    chip = page.locator(".said").get_by_role("link", name=re.compile("Nguồn 1")).first
    expect(chip).to_be_visible()
    delete_the_cited(page, desk)
    chip.click()
    gone = page.locator(".said").get_by_role("button", name=re.compile("Nguồn 1: Báo cáo đã xóa khỏi kho")).first
    expect(gone).to_be_focused()
    expect(page.get_by_role("tooltip")).to_contain_text("Báo cáo đã xóa khỏi kho")
    expect(page.locator("#reader")).to_be_hidden()


def test_a_report_added_since_the_page_was_opened_is_not_taken_for_a_deleted_one(
    page: Page, empty_address: str
) -> None:
    page.goto(empty_address)
    page.request.post(
        f"{empty_address}/api/reports",
        headers={"origin": empty_address},
        multipart={"files": {"name": SAMPLE.name, "mimeType": "text/plain", "buffer": SAMPLE.read_bytes()}},
    )
    for _ in range(600):
        if page.request.get(f"{empty_address}/api/reports").json():
            break
        page.wait_for_timeout(100)
    ask(page)
    answered(page)
    page.locator(".said").get_by_role("link", name=re.compile("Nguồn 1")).first.click()
    expect(page.frame_locator("#reader").locator("mark.quote").first).to_be_in_viewport()


def test_an_answer_is_copied_with_its_citations_on_plain_http_too(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page)
    answered(page)
    copy = page.get_by_role("button", name="Chép kèm trích dẫn")
    for without in ("", "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"):
        page.evaluate("navigator.clipboard.writeText('')")
        page.evaluate(without)
        copy.click()
        expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
        page.evaluate("delete navigator.clipboard")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert re.search(r"\n\[1\] Báo cáo huyện Vĩnh Trạch 2024.*, mục .+: “.+”", copied)
        expect(copy).to_be_visible()


def test_a_wrong_answer_is_told_with_its_reason(page: Page, address: str, sample_library: Library) -> None:
    page.goto(address)
    ask(page)
    answered(page)
    page.get_by_role("button", name="Chưa đúng").click()
    page.get_by_role("textbox", name="Chưa đúng ở chỗ nào?").fill("Thiếu đơn của cấp xã")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Cảm ơn, đã ghi lại.")).to_be_visible()
    last = sample_library.answers.verdicts()[-1]
    assert (last.question, last.right, last.reason) == (QUESTION, False, "Thiếu đơn của cấp xã")


def test_the_chosen_report_is_shown_and_asked(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Đang hỏi:").click()
    page.get_by_role("checkbox", name=re.compile("2023")).check()
    expect(page.locator("#scope-now")).to_contain_text("2023")
    with page.expect_request("**/api/ask") as request:
        ask(page)
    assert len(request.value.post_data_json["reports"]) == 1
    answered(page)


def test_an_abstention_says_where_it_looked_and_what_to_upload(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Giá vàng thế giới hôm nay bao nhiêu?")
    answered(page)
    expect(page.get_by_role("heading", name="Đã tìm ở đâu, cần gì thêm")).to_be_visible()
    expect(page.get_by_role("link", name="Đưa báo cáo vào kho")).to_be_visible()


def test_an_answer_cut_off_goes_on_where_it_stopped(page: Page, address: str) -> None:
    def cut(route: Route) -> None:
        whole = route.fetch()
        begun = "\n\n".join(whole.text().split("\n\n")[:2]) + "\n\n"
        route.fulfill(response=whole, body=begun)

    page.goto(address)
    page.route("**/api/ask", cut)
    with page.expect_request("**/api/streams/*") as resumed:
        ask(page)
    assert resumed.value.headers["last-event-id"].endswith(".2")
    answered(page)


def test_a_server_that_is_gone_is_told_and_the_question_stays(page: Page, address: str) -> None:
    page.goto(address)
    page.route("**/api/ask", lambda route: route.abort())
    ask(page)
    expect(page.get_by_role("alert")).to_contain_text("Không nối được với máy chủ")
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Hỏi lại").click()
    answered(page)


def test_nothing_moves_while_an_answer_comes(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    ask(page)
    answered(page)
    assert page.evaluate("window.moved") < 0.02


def test_a_suggested_question_is_asked_by_a_click_and_the_start_is_accessible(
    page: Page, address: str, accessible: Check
) -> None:
    page.goto(address)
    accessible(page)
    page.locator("[data-question]").first.click()
    answered(page)


def test_the_interface_speaks_english_when_told(page: Page, address: str, accessible: Check) -> None:
    page.goto(address)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    page.get_by_role("textbox", name="Question").fill("How many petitions remained unresolved?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Evidence sheet")).to_be_visible()
    accessible(page)


def test_a_further_question_goes_to_the_top_so_that_its_answer_is_in_view(page: Page, address: str) -> None:
    page.goto(address)
    for turns, question in enumerate(["Báo cáo nêu những hạn chế nào?", QUESTION, "Báo cáo nêu những hạn chế nào?"], 1):
        ask(page, question)
        answered(page, turns)
    last = page.locator(".turn").last
    top = page.locator("#turns").bounding_box()
    heading = last.get_by_role("heading", level=2).bounding_box()
    assert top is not None
    assert heading is not None
    assert 0 <= heading["y"] - top["y"] < 60
    expect(last.locator(".said strong").first).to_be_in_viewport()


def test_a_citation_that_is_opened_in_a_new_tab_after_its_report_was_deleted_says_what_to_do(
    page: Page, desk: str, accessible: Check
) -> None:
    page.goto(desk)
    ask(page, "Năm 2023 còn bao nhiêu đơn thư tồn đọng?")
    answered(page)
    chip = page.locator(".said").get_by_role("link", name=re.compile("Nguồn 1")).first
    expect(chip).to_be_visible()
    delete_the_cited(page, desk)
    with page.context.expect_page() as opened:
        chip.click(modifiers=["Control"])
    lost = opened.value
    expect(lost.get_by_role("heading", name="Báo cáo này không có trong kho")).to_be_visible()
    expect(lost.get_by_role("alert")).to_contain_text("Đoạn đã trích vẫn nguyên văn trong câu trả lời")
    accessible(lost)
    address = lost.url
    lost.get_by_role("link", name="Đến Kho báo cáo").click()
    lost.get_by_label("Chọn tệp", exact=True).set_input_files(SAMPLE)
    expect(lost.locator("#jobs")).to_contain_text("Đã đọc xong", timeout=60_000)
    lost.goto(address)
    expect(lost.locator("mark.quote").first).to_be_in_viewport()


def test_the_focus_is_never_lost(page: Page, desk: str) -> None:
    page.goto(desk)
    page.route("**/api/ask", lambda route: route.abort())
    ask(page)
    page.get_by_role("button", name="Hỏi lại").wait_for()
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Hỏi lại").press("Enter")
    answered(page)
    expect(page.get_by_role("textbox", name="Câu hỏi")).to_be_focused()
    page.get_by_role("button", name="Đúng", exact=True).press("Enter")
    expect(page.get_by_text("Cảm ơn, đã ghi lại.")).to_be_focused()
    rename = page.get_by_role("button", name=f"Đổi tên “{QUESTION}”")
    rename.press("Enter")
    page.keyboard.press("Escape")
    expect(rename).to_be_focused()
    scope = page.locator("#scope summary")
    scope.press("Enter")
    page.get_by_role("checkbox", name=re.compile("2023")).press("Escape")
    expect(scope).to_be_focused()
    expect(page.get_by_role("checkbox", name=re.compile("2023"))).to_be_hidden()


def test_names_of_conversations_take_two_lines_and_the_composer_one(page: Page, desk: str) -> None:
    page.goto(desk)
    page.get_by_role("button", name="English").click()
    field = page.get_by_role("textbox", name="Question")
    low = page.evaluate("document.getElementById('question').offsetHeight")
    field.fill("Báo cáo năm 2024 nêu những hạn chế nào của công tác dân vận?")
    field.press("Enter")
    expect(page.get_by_role("link", name="Evidence sheet")).to_be_visible()
    name = page.locator("#talks .open span")
    assert name.evaluate("(drawn) => drawn.offsetHeight / parseFloat(getComputedStyle(drawn).lineHeight)") > 1.9
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    expect(page.get_by_role("link", name="Evidence sheet")).to_be_visible()
    field.fill("x")
    field.fill("")
    assert page.evaluate("document.getElementById('question').offsetHeight") == low

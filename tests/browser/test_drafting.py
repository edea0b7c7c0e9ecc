"""The drafting desk, corrections and the files of one report, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser
Check = Callable[[Page], None]
SHIFT = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
# Waits inside the page: Playwright's own waiting polls a string, which the pages' security policy refuses.
PAINTED = """() => new Promise((painted) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) painted(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""


def begin(page: Page, address: str) -> None:
    page.goto(f"{address}/soan-thao")
    page.get_by_label("Phần cần soạn").select_option("phuong-huong")
    page.get_by_role("button", name="Soạn", exact=True).click()
    expect(page.get_by_role("heading", level=1, name=re.compile("Phương hướng"))).to_be_visible()


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text("Đã lưu")


def test_choose_draft_edit_accept_move_reject_and_add(page: Page, desk: str, accessible: Check) -> None:
    begin(page, desk)
    accessible(page)
    items = page.locator("li.item")
    count = items.count()
    first = page.get_by_role("group", name="Ý 1", exact=True)
    first.get_by_role("button", name="Sửa").click()
    page.get_by_role("textbox", name="Lời của ý 1").fill("Tổ chức 47 buổi đối thoại với Nhân dân.")
    page.get_by_role("button", name="Xong").first.click()
    expect(items.first.locator("mark.own")).to_have_text("47")
    expect(items.first).to_contain_text("số người soạn nhập hoặc tính từ số nhập: 47")
    expect(first.get_by_role("button", name="Sửa")).to_be_focused()
    first.get_by_role("button", name="Nhận").click()
    expect(first.get_by_role("button", name="Nhận")).to_have_attribute("aria-pressed", "true")
    first.get_by_role("button", name="Xuống").click()
    expect(items.nth(1)).to_contain_text("47")
    page.get_by_role("group", name="Ý 1", exact=True).get_by_role("button", name="Bỏ").click()
    expect(items).to_have_count(count - 1)
    source = page.locator("li.source").first
    source.get_by_role("button", name=re.compile("Viết ý trả lời")).click()
    page.get_by_label(re.compile("Thêm ý")).fill("Giao từng thành viên phụ trách [cần số liệu: số xã] xã.")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(items).to_have_count(count)
    page.get_by_label("Cần số liệu: số xã").fill("12")
    page.get_by_role("button", name="Điền số xã").click()
    expect(page.locator("li.item", has_text="phụ trách 12 xã")).to_contain_text("Trả lời: Hạn chế 1")
    page.get_by_text(re.compile("ý đã bỏ")).click()
    page.get_by_role("button", name="Đưa lại").first.click()
    expect(items).to_have_count(count + 1)
    accessible(page)


def test_what_is_computed_from_a_typed_number_is_told_as_that(page: Page, desk: str) -> None:
    page.goto(f"{desk}/soan-thao")
    page.get_by_label("Phần cần soạn").select_option("tiep-cong-dan")
    page.get_by_label("Năm (nếu khác)").fill("2025")
    page.get_by_role("button", name="Soạn", exact=True).click()
    item = page.locator("li.item").first
    item.get_by_label(re.compile("Cần số liệu")).first.fill("1.450")
    item.get_by_role("button", name=re.compile("Điền")).first.click()
    expect(item.locator("mark.own").first).to_have_text("1.450")
    expect(item).to_contain_text(re.compile(r"số người soạn nhập hoặc tính từ số nhập: 1\.450, \d"))
    computed = item.locator("mark.own").nth(1)
    expect(computed).not_to_have_text("1.450")
    expect(computed).to_have_attribute("title", "Số người soạn nhập hoặc tính từ số nhập")


def test_words_typed_are_there_after_the_browser_closed(context: BrowserContext, page: Page, desk: str) -> None:
    begin(page, desk)
    page.get_by_role("button", name="Sửa").first.click()
    box = page.get_by_role("textbox", name="Lời của ý 1")
    box.fill("Câu đang viết dở thì đóng trình duyệt")
    address = page.url
    page.close(run_before_unload=True)
    again = context.new_page()
    again.goto(address)
    expect(again.locator("li.item").first).to_contain_text("Câu đang viết dở thì đóng trình duyệt")
    again.close()


def test_words_typed_while_the_server_is_gone_are_sent_when_it_is_back(page: Page, desk: str) -> None:
    begin(page, desk)

    def gone(route: Route) -> None:
        route.abort()

    page.route("**/edits", gone)
    page.get_by_role("button", name="Sửa").first.click()
    page.get_by_role("textbox", name="Lời của ý 1").fill("Viết khi mất mạng")
    expect(page.get_by_role("alert")).to_contain_text("đang giữ trên máy này")
    page.unroute("**/edits", gone)
    saved(page)
    page.reload()
    expect(page.locator("li.item").first).to_contain_text("Viết khi mất mạng")


def test_versions_are_named_compared_and_restored(page: Page, desk: str, accessible: Check) -> None:
    begin(page, desk)
    text = page.locator("li.item .said").first.inner_text()
    page.get_by_role("button", name="Sửa").first.click()
    page.get_by_role("textbox", name="Lời của ý 1").fill("Lời đã sửa")
    page.get_by_role("button", name="Xong").first.click()
    page.get_by_label("Tên phiên bản").fill("Sau góp ý")
    page.get_by_role("button", name="Giữ phiên bản này").click()
    expect(page.locator(".kept")).to_contain_text("Sau góp ý")
    page.get_by_role("link", name="So với bản hiện tại").last.click()
    expect(page.locator("tr.changed ins")).to_contain_text("Lời đã sửa")
    accessible(page)
    page.go_back()
    page.get_by_role("button", name="Khôi phục Bản máy soạn").click()
    expect(page.locator("li.item .said").first).to_have_text(text)
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất DOCX").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_a_draft_works_by_keyboard_on_small_screens_and_nothing_moves(page: Page, desk: str, accessible: Check) -> None:
    begin(page, desk)
    for width, height in ((390, 844), (683, 384)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        accessible(page)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.reload()
    page.evaluate(SHIFT)
    accept = page.get_by_role("button", name="Nhận").first
    accept.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Nhận").first).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Nhận").first).to_be_focused()
    assert page.evaluate("window.moved") < 0.02
    page.goto(f"{desk}/soan-thao")
    page.get_by_role("button", name=re.compile("Xóa bản thảo")).click()
    page.get_by_role("dialog").get_by_role("button", name="Xóa").click()
    expect(page.get_by_text("Chưa có bản thảo nào")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "start", "working"), [("Tiếng Việt", "Soạn", "Đang soạn…"), ("English", "Draft", "Drafting…")]
)
def test_a_draft_being_made_is_said_and_cannot_be_asked_for_twice(
    page: Page, desk: str, accessible: Check, language: str, start: str, working: str
) -> None:
    held: list[Route] = []
    page.route("**/api/drafts", lambda route: held.append(route))  # before any page: one that is loading may slip by
    page.goto(f"{desk}/soan-thao")
    if language == "English":
        page.get_by_role("button", name="English").click()
    button = page.get_by_role("button", name=start, exact=True)
    status = page.locator("main").get_by_role("status")
    button.click()
    expect(status).to_have_text(working)
    expect(status).to_be_in_viewport()
    expect(button).to_be_disabled()
    box = status.bounding_box()
    assert box is not None
    assert box["width"] > 50  # for the eye too, not for screen readers alone
    accessible(page)
    held.pop().abort()
    expect(page.get_by_role("alert")).not_to_be_empty()
    expect(status).to_be_empty()
    expect(button).to_be_focused()
    button.click()
    expect(status).to_have_text(working)
    held.pop().continue_()
    page.wait_for_url("**/soan-thao/*")
    assert held == []


def test_a_draft_cannot_be_asked_for_before_the_page_can_make_one(page: Page, desk: str) -> None:
    held: list[Route] = []
    page.route("**/static/drafts.js", lambda route: held.append(route))
    with page.expect_request("**/static/drafts.js"):
        page.goto(f"{desk}/soan-thao", wait_until="commit")
    button = page.get_by_role("button", name="Soạn", exact=True)
    expect(button).to_be_disabled()
    held.pop().continue_()
    expect(button).to_be_enabled()


def test_an_item_being_worded_anew_is_said(page: Page, desk: str) -> None:
    held: list[Route] = []
    begin(page, desk)
    page.route("**/edits", lambda route: held.append(route))
    again = page.get_by_role("button", name="Soạn lại").first
    again.click()
    expect(page.get_by_role("status")).to_have_text("Đang soạn…")
    expect(again).to_be_disabled()
    held.pop().continue_()
    saved(page)
    expect(again).to_be_enabled()
    expect(again).to_be_focused()


def test_a_section_that_cannot_be_drafted_says_why(page: Page, desk: str) -> None:
    page.goto(f"{desk}/soan-thao")
    page.get_by_label("Từ báo cáo").evaluate("node => { node.options[0].value = 'gone'; node.value = 'gone'; }")
    page.get_by_role("button", name="Soạn", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("không có trong kho")


def test_a_figure_is_corrected_marked_and_brought_back(page: Page, desk: str, accessible: Check) -> None:
    page.goto(f"{desk}/tra-cuu/so-lieu?q=ho+so")
    page.get_by_role("button", name=re.compile("Sửa cách đọc số")).first.click()
    dialog = page.get_by_role("dialog", name="Sửa cách đọc số liệu")
    expect(dialog).to_be_visible()
    accessible(page)
    dialog.get_by_label("Giá trị").fill("29.265")
    dialog.get_by_label("Người sửa").fill("Lan")
    dialog.get_by_label("Lý do").fill("đọc nhầm")
    dialog.get_by_role("button", name="Lưu cách đọc mới").click()
    row = page.locator("tr", has=page.get_by_text("Đã sửa cách đọc"))
    expect(row).to_contain_text("29.265")
    row.get_by_text("Đã sửa cách đọc").click()
    expect(row).to_contain_text("Lan sửa ngày")
    accessible(page)
    page.get_by_role("link", name="Nhật ký sửa số liệu").click()
    expect(page.get_by_role("cell", name="đọc nhầm")).to_be_visible()
    accessible(page)
    page.go_back()
    row.get_by_role("button", name=re.compile("Sửa cách đọc số")).click()
    dialog.get_by_role("button", name="Bỏ sửa").click()
    expect(page.get_by_text("Đã sửa cách đọc")).to_have_count(0)


def test_the_files_of_one_report_stand_together_with_their_differences(
    page: Page, desk: str, accessible: Check
) -> None:
    page.goto(f"{desk}/kho-bao-cao")
    files = page.get_by_role("region", name="Các tệp khác của báo cáo này")
    expect(files).to_contain_text("vinh-trach-2024.pdf")
    files.get_by_text("Xem các chỗ khác nhau").click()
    expect(files.locator("ins").first).to_be_visible()
    accessible(page)
    page.get_by_role("link", name=re.compile("năm 2024")).first.click()
    page.get_by_role("link", name="Ảnh trang bản PDF").click()
    expect(page.get_by_role("img", name="Ảnh trang 1")).to_be_visible()
    page.goto(f"{desk}/kho-bao-cao")
    files.get_by_role("button", name="Không phải cùng báo cáo").first.click()
    expect(page.get_by_role("heading", name=re.compile("năm 2024"))).to_have_count(2)


@pytest.mark.parametrize(
    "path", ["/", "/tra-cuu", "/tra-cuu/so-lieu", "/tra-cuu/phat-hien", "/soan-thao", "/kho-bao-cao"]
)
def test_every_desk_paints_and_then_stays_where_it_is(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate(SHIFT)
    assert page.evaluate(PAINTED) > 0  # how soon is for `make bench`: tests share their machine
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") < 0.02


def test_rejecting_bringing_back_and_keeping_leave_the_focus_near(page: Page, desk: str) -> None:
    begin(page, desk)
    page.get_by_role("group", name="Ý 2", exact=True).get_by_role("button", name="Bỏ").press("Enter")
    expect(page.get_by_text("1 ý đã bỏ")).to_be_visible()
    expect(page.get_by_role("group", name="Ý 2", exact=True).get_by_role("button", name="Bỏ")).to_be_focused()
    page.get_by_text("1 ý đã bỏ").click()
    page.get_by_role("button", name="Đưa lại").press("Enter")
    expect(page.get_by_text("1 ý đã bỏ")).to_have_count(0)
    expect(page.locator(".accept:focus")).to_have_count(1)
    page.get_by_label("Tên phiên bản").fill("bản một")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("bản một")).to_be_visible()
    expect(page.get_by_role("button", name="Giữ phiên bản này")).to_be_focused()

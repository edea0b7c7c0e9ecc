"""The other desks in a real browser: reports, the reader, look-ups, the evidence sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Check = Callable[[Page], None]
SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2023.txt"


def test_a_report_is_sent_read_kept_over_a_reload_and_deleted_with_a_receipt(
    page: Page, empty_address: str, accessible: Check
) -> None:
    page.goto(f"{empty_address}/kho-bao-cao")
    expect(page.get_by_text("Kho còn trống")).to_be_visible()
    accessible(page)
    page.get_by_label("Chọn tệp").set_input_files(SAMPLE)
    expect(page.locator("#jobs")).to_contain_text("Đã đọc xong")
    title = page.locator(".shelf h3 a")
    expect(title).to_contain_text("2023")
    page.reload()
    expect(page.locator("#jobs")).to_contain_text("Đã đọc xong")
    accessible(page)
    page.get_by_role("button", name="Xóa", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("Xóa báo cáo này?")
    accessible(page)
    page.get_by_role("dialog").get_by_role("button", name="Xóa").click()
    expect(page.locator("#receipt")).to_contain_text("Tìm lại: 0 kết quả")
    expect(page.locator("#receipt")).to_be_focused()
    expect(page.get_by_text("Kho còn trống")).to_be_visible()


def test_a_file_that_cannot_be_read_says_why(page: Page, empty_address: str, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    page.goto(f"{empty_address}/kho-bao-cao")
    page.get_by_label("Chọn tệp").set_input_files(broken)
    expect(page.locator("#jobs .failed")).to_contain_text("hỏng.pdf")
    expect(page.locator("#jobs .detail")).not_to_be_empty()
    page.get_by_role("button", name="Bỏ hỏng.pdf khỏi danh sách").click()
    expect(page.locator("#queue")).to_be_hidden()


def test_an_empty_store_says_what_to_do_next_on_every_desk(page: Page, empty_address: str) -> None:
    for path in ("/", "/tra-cuu", "/tra-cuu/so-lieu", "/tra-cuu/phat-hien"):
        page.goto(empty_address + path)
        page.get_by_role("link", name="Đưa báo cáo vào kho").click()
        expect(page.get_by_role("heading", name="Kho báo cáo", exact=True)).to_be_visible()


def test_the_reader_shows_outline_notes_tables_and_finds_words_typed_without_marks(
    page: Page, address: str, accessible: Check
) -> None:
    page.goto(f"{address}/kho-bao-cao")
    page.get_by_role("link", name=re.compile("năm 2024")).first.click()
    expect(page.get_by_role("navigation", name="Mục lục")).to_be_visible()
    expect(page.locator(".margin .note").first).to_be_visible()
    expect(page.locator("article table").first).to_be_visible()
    accessible(page)
    page.get_by_role("searchbox", name="Tìm trong báo cáo").fill("don thu")
    page.keyboard.press("Enter")
    expect(page.locator("mark.found.now")).to_be_in_viewport()
    page.get_by_role("button", name="Chỗ sau").click()
    expect(page.locator("mark.found.now")).to_have_count(1)


def test_the_page_image_carries_the_boxes_of_a_quote(page: Page, address: str, accessible: Check) -> None:
    page.goto(f"{address}/kho-bao-cao")
    page.get_by_role("link", name=re.compile("năm 2024")).first.click()
    page.get_by_role("searchbox", name="Tìm trong báo cáo").fill("tồn đọng")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ảnh trang", exact=True).click()
    box = page.locator(".leaf rect").first
    expect(box).to_be_visible()
    sheet, drawn = page.locator("#quote").bounding_box(), box.bounding_box()
    assert sheet is not None
    assert drawn is not None
    assert sheet["x"] < drawn["x"] < sheet["x"] + sheet["width"]
    accessible(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp gốc").click()
    assert download.value.suggested_filename == "vinh-trach-2024.pdf"


def test_the_look_ups_filter_search_and_lead_to_the_place(page: Page, address: str, accessible: Check) -> None:
    page.goto(f"{address}/tra-cuu")
    page.get_by_label("Từ cần tìm").fill("ke hoach")
    page.keyboard.press("Enter")
    rows = page.locator("tbody tr")
    expect(rows.first).to_contain_text("Kế hoạch")
    before = rows.count()
    page.get_by_role("combobox", name="Báo cáo").select_option(index=1)
    page.wait_for_url(re.compile("report=r"))
    assert 0 < rows.count() < before
    accessible(page)
    page.get_by_role("link", name=re.compile("^(mục|tr\\.|phần)")).first.click()
    expect(page.locator("mark.quote").first).to_be_in_viewport()
    page.goto(f"{address}/tra-cuu/so-lieu?q=ho+so")
    expect(page.get_by_role("img", name=re.compile("2023: .+; 2024: ")).first).to_be_visible()
    accessible(page)
    page.goto(f"{address}/tra-cuu/phat-hien")
    page.get_by_role("combobox", name="Mức độ").select_option("error")
    page.wait_for_url(re.compile("severity=error"))
    assert set(page.locator(".findings .tag:first-child").all_inner_texts()) == {"Sai lệch"}
    accessible(page)


def test_days_are_typed_as_vietnam_writes_them_and_go_out_in_iso(page: Page, address: str, accessible: Check) -> None:
    page.goto(f"{address}/tra-cuu")
    since, until = page.get_by_label("Từ ngày"), page.get_by_label("Đến ngày")
    every = page.locator("tbody tr").count()
    expect(since).to_have_attribute("placeholder", "ngày/tháng/năm")
    since.fill("1/1/2024")
    until.fill("31.12.2024")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("since=2024-01-01&until=2024-12-31"))
    expect(since).to_have_value("01/01/2024")
    expect(until).to_have_value("31/12/2024")
    days = page.locator("tbody td:nth-child(2)").all_inner_texts()
    assert 0 < len(days) < every
    assert all("/2024" in day for day in days)
    accessible(page)
    since.fill("05062024")  # a phone's keys of digits have no stroke
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("since=2024-06-05&until=2024-12-31"))
    expect(since).to_have_value("05/06/2024")


@pytest.mark.parametrize("wrong", ["31/02/2024", "2024-06-05", "06/2024", "hôm qua"])
def test_what_is_no_day_is_told_beside_its_field_and_not_sent(
    page: Page, address: str, wrong: str, accessible: Check
) -> None:
    page.goto(f"{address}/tra-cuu")
    before = page.url
    since = page.get_by_label("Từ ngày")
    since.fill(wrong)
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text(
        f"“{wrong}” không phải là một ngày. Ghi ngày/tháng/năm, như 05/12/2023."
    )
    expect(since).to_be_focused()
    expect(since).to_have_attribute("aria-invalid", "true")
    accessible(page)
    assert page.url == before
    since.fill("")
    page.get_by_label("Đến ngày").focus()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_the_evidence_sheet_tells_who_asked_and_shows_the_page(page: Page, address: str, accessible: Check) -> None:
    page.goto(address)
    page.get_by_role("button", name="Ghi tên").click()
    accessible(page)
    page.get_by_role("textbox", name="Họ và tên").fill("Lê Thị Cúc")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lê Thị Cúc")).to_be_visible()
    page.get_by_role("textbox", name="Câu hỏi").fill("Còn bao nhiêu đơn thư tồn đọng?")
    page.keyboard.press("Enter")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Phiếu minh chứng").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Còn bao nhiêu đơn thư tồn đọng?")).to_be_visible()
    expect(sheet.locator("footer")).to_contain_text("Lê Thị Cúc")
    drawn = sheet.get_by_role("img", name=re.compile("Ảnh trang")).first
    drawn.scroll_into_view_if_needed()
    expect(drawn).to_have_js_property("complete", True)
    assert drawn.evaluate("(drawn) => drawn.naturalWidth") > 500
    expect(sheet.locator(".leaf rect").first).to_be_attached()
    assert sheet.pdf().startswith(b"%PDF")
    accessible(sheet)


@pytest.mark.parametrize(
    "path", ["/", "/tra-cuu", "/tra-cuu/so-lieu?q=ho+so", "/tra-cuu/phat-hien", "/kho-bao-cao", "/docs"]
)
def test_nothing_is_wider_than_a_phone_or_a_screen_at_two_hundred_per_cent(
    page: Page, address: str, path: str, accessible: Check
) -> None:
    for width, height in ((390, 844), (683, 384)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        accessible(page)


def test_what_a_report_or_a_model_says_does_nothing(page: Page, hostile_address: str) -> None:
    page.goto(hostile_address)
    page.get_by_role("textbox", name="Câu hỏi").fill('<img src=x onerror="alert(4)">')
    page.keyboard.press("Enter")
    expect(page.locator(".sources li")).to_have_count(1)
    assert page.locator(".turn img, .turn script, .turn a[href^='javascript']").count() == 0
    assert page.locator(".talks img, .talks script").count() == 0  # the question names the conversation
    page.locator(".said .chip").first.click()
    inside = page.frame_locator("#reader")
    expect(inside.locator("mark.quote").first).to_be_in_viewport()
    assert inside.locator("article img, article script").count() == 0
    for path in ("/kho-bao-cao", "/tra-cuu", "/tra-cuu/so-lieu"):
        page.goto(hostile_address + path)
        assert page.locator("main img, main script").count() == 0


def test_a_file_that_cannot_be_read_says_so_in_english_too(page: Page, empty_address: str) -> None:
    page.goto(f"{empty_address}/kho-bao-cao")
    page.get_by_role("button", name="English").click()
    page.get_by_label("Choose files").set_input_files(
        {"name": "hỏng.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    expect(page.locator("#jobs .detail")).to_have_text("The file is empty, damaged or protected.")


def test_on_a_phone_a_search_in_the_report_is_walked_through_wherever_one_is(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/kho-bao-cao")
    page.get_by_role("link", name=re.compile("năm 2024")).first.click()
    report = page.url
    page.goto(f"{report}?q=hồ+sơ")
    expect(page.locator("mark.found.now")).to_be_in_viewport()
    first = page.locator("mark.found.now").bounding_box()
    onwards = page.get_by_role("button", name="Chỗ sau")
    for _ in range(3):
        expect(onwards).to_be_in_viewport()
        onwards.click()
    expect(page.locator("mark.found.now")).to_be_in_viewport()
    assert page.locator("mark.found.now").bounding_box() != first
    page.goto(f"{report}?q=hồ+sơ&beside=1")
    onwards.click()
    count = page.get_by_text(re.compile(r"^\d+ chỗ$")).bounding_box()
    assert count is not None
    assert count["height"] < 30


def test_on_a_phone_the_cells_of_a_figure_say_what_they_are(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/tra-cuu/so-lieu?q=đơn")
    cell = page.locator("td[data-label]").first
    assert cell.evaluate("(cell) => getComputedStyle(cell, '::before').content") == '"Đơn vị: "'

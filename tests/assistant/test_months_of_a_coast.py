"""Three monthly reports of a province that are alike: which month, which whole, which part, which note."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.timespans import of_reports, spans_of
from assistant.compose.tables.cells_asked import columns_asked
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.language.fold import fold
from ingest.language.labels import without_labels
from ingest.pipeline import read_bytes
from ingest.report import Cell, Table
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH HẢI LÂM</p><p>Số: {number}/BC-UBND</p><p>Hải Lâm, ngày 28 tháng {m} năm 2033</p>
<p>BÁO CÁO</p><p>Tình hình cấp phép nghề cá tháng {m} năm 2033</p>
<h2>I. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Cấp phép</p>
<p>a) Tiếp nhận, giải quyết: Toàn tỉnh tiếp nhận trong tháng {all} hồ sơ, trong đó {online} hồ sơ trực tuyến. So với
tháng trước, số hồ sơ tiếp nhận tăng {more} hồ sơ. Đã giải quyết {done} hồ sơ, trong đó đúng hạn {early} hồ sơ, quá hạn
{late} hồ sơ. Hồ sơ quá hạn nhiều ở mảng đăng kiểm ({of_late} hồ sơ) và đóng mới (9 hồ sơ). Số giấy báo trễ đã
gửi là {letters}/{late} hồ sơ quá hạn.</p>
<p>b) Tỷ lệ số hóa hồ sơ, kết quả đạt {rate}%; tỷ lệ khai thác lại dữ liệu đã số hóa đạt {used}%.</p>
<p>c) Trong tháng giải ngân {paid} triệu đồng; lũy kế từ đầu năm giải ngân {so_far} triệu đồng.</p>
<p>d) Ghi nhận {wrecks} vụ chìm tàu, {engines} thuyền viên bị thương.</p>
<h2>PHỤ LỤC I</h2><p>KẾT QUẢ CẤP PHÉP TẠI 04 XÃ, PHƯỜNG TRỌNG ĐIỂM THÁNG {m}/2033</p>
<table><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="3">Tiếp nhận trong tháng</th>
<th colspan="2">Giải quyết trong tháng</th></tr>
<tr><th>Tổng số</th><th>Trực tuyến</th><th>Trực tiếp</th><th>Tổng số</th><th>Quá hạn</th></tr>
<tr><td>1</td><td>Phường An Lâm</td><td>{a}</td><td>21</td><td>9</td><td>25</td><td>4</td></tr>
<tr><td>2</td><td>Phường Bãi Sậy</td><td>44</td><td>40</td><td>4</td><td>41</td><td>1</td></tr>
<tr><td>3</td><td>Xã Cồn Sò</td><td>18</td><td>11</td><td>7</td><td>16</td><td>2</td></tr>
<tr><td>4</td><td>Xã Đầm Rong</td><td>12</td><td>10</td><td>2</td><td>12</td><td>0</td></tr>
<tr><td></td><td>Tổng cộng 04 đơn vị</td><td>{sum}</td><td>82</td><td>22</td><td>94</td><td>7</td></tr></table>
</body></html>"""
MONTHS = {
    7: dict(all="5.210", online="4.900", more=20, done="5.100", early="5.010", late=90, of_late=61, letters=80, 
            rate="81,5", used="64,2", paid="1.200", so_far="8.400", wrecks="02", engines=11, a=30, sum=104),
    8: dict(all="4.870", online="4.610", more=31, done="4.790", early="4.730", late=60, of_late=33, letters=60, 
            rate="83,4", used="66,0", paid="2.300", so_far="10.700", wrecks="01", engines=7, a=31, sum=105),
    9: dict(all="5.640", online="5.480", more=44, done="5.500", early="5.425", late=75, of_late=48, letters=70, 
            rate="86,1", used="69,9", paid="1.700", so_far="12.400", wrecks="03", engines=5, a=32, sum=106),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("coast"), spelling_embedder) as library:
        for month, figures in MONTHS.items():
            data = HTML.format(m=f"{month:02}", number=300 + month, **figures).encode()
            library.add(read_bytes(data, f"hl-{month}.html"), data, f"hl-{month}.html")
        yield Assistant(library)


def test_the_whole_province_comes_before_the_sum_of_some_units(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tháng 8/2033, tỉnh Hải Lâm tiếp nhận bao nhiêu hồ sơ, trong đó trực tuyến bao nhiêu?"
    ).answer
    assert answer.startswith("4.870 hồ sơ") and "4.610" in answer


def test_without_a_month_each_is_told_and_now_the_newest_alone(assistant: Assistant) -> None:
    every = assistant.ask("Toàn tỉnh tiếp nhận bao nhiêu hồ sơ?").answer
    assert all(value in every for value in ("5.210", "4.870", "5.640")) and "háng 8" in every
    assert assistant.ask("Lũy kế từ đầu năm giải ngân bao nhiêu triệu đồng?").answer.startswith("Tháng 9/2033: 12.400")
    newest = assistant.ask("Hiện tỷ lệ số hóa hồ sơ đạt bao nhiêu?").answer
    assert "86,1%" in newest and "83,4" not in newest


def test_letters_and_parts_in_brackets_are_not_what_was_late(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng nào trong các tháng 7, 8, 9/2033 có số hồ sơ quá hạn thấp nhất?").answer
    assert answer.startswith("Tháng 08 năm 2033: 60 hồ sơ")
    total = assistant.ask("Cộng ba tháng 7, 8, 9/2033 có bao nhiêu hồ sơ quá hạn?").answer
    assert "225" in total and "90 + 60 + 75" in total


def test_a_rate_that_has_to_do_with_the_thing_is_not_its_rate(assistant: Assistant) -> None:
    assert assistant.ask("Tỷ lệ số hóa hồ sơ tháng 8/2033 là bao nhiêu?").answer.startswith("83,4%")
    each = assistant.ask("Tỷ lệ số hóa hồ sơ các tháng 7, 8, 9/2033 lần lượt là bao nhiêu?").answer
    assert all(value in each for value in ("81,5%", "83,4%", "86,1%"))


def test_two_sums_over_the_same_months_are_both_told(assistant: Assistant) -> None:
    asked = "Ba báo cáo tháng 7, 8, 9/2033 cộng lại có bao nhiêu vụ chìm tàu và bao nhiêu thuyền viên bị thương?"
    answer = assistant.ask(asked).answer
    assert "6 vụ" in answer and "23 thuyền viên" in answer


def test_what_is_disbursed_is_capital(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng vốn giải ngân riêng ba tháng 7, 8, 9/2033 là bao nhiêu triệu đồng?").answer
    assert answer.startswith("Tổng: 5.200 triệu đồng")


def test_the_cells_of_a_row_each_by_its_part_of_the_question(assistant: Assistant) -> None:
    asked = "Tháng 8/2033 phường Bãi Sậy tiếp nhận bao nhiêu hồ sơ, trực tuyến bao nhiêu, quá hạn bao nhiêu?"
    answer = assistant.ask(asked).answer
    assert "44 (" in answer and "40 (Trực tuyến)" in answer and "1 (Quá hạn)" in answer
    leads = assistant.ask(
        "Tháng 8/2033 đơn vị nào tiếp nhận nhiều hồ sơ nhất, bao nhiêu hồ sơ, trực tuyến bao nhiêu?"
    ).answer
    assert leads.startswith("Phường Bãi Sậy: 44") and "40 (Trực tuyến)" in leads


def test_a_column_that_no_part_names_is_not_told() -> None:
    cells = tuple(
        Cell(r, c, t, 0, 0) for r, row in enumerate((("Sở", "Việc › Xong"), ("A", "3"))) for c, t in enumerate(row)
    )
    table = Table(1, "", cells, 2, 2, 1, ("Sở", "Việc › Xong"))
    assert columns_asked(["xong bao nhiêu", "chậm bao nhiêu"], table, 1, default_lexicon()) == []
    assert columns_asked(["xong bao nhiêu"], table, 1, default_lexicon()) == [1]


def test_machines_are_not_how_many_and_a_report_may_be_named_in_short() -> None:
    assert understand("Tổng số máy bơm hỏng trong tháng 7/2033?", default_lexicon()).units == ()
    text = "BC tháng 7, 8 và 9/2033 nêu gì?"
    assert of_reports(fold(text), spans_of(text)) == {"2033-07", "2033-08", "2033-09"}


def test_a_place_whose_name_ends_in_a_word_for_a_place_of_a_text() -> None:
    assert "05" in without_labels("xã Tân Mục 05 lớp, 30 lượt")
    assert "05" not in without_labels("theo Mục 05 của văn bản")

"""Monthly reports of one province asked in turn: two months set against each other in a conversation, a value month by
month, one row of a table with its class, a set that only a footnote names, a figure that was taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.restating import adds
from assistant.claims import Answer, Turn
from assistant.compose.tables.extremes import asks_extreme
from assistant.measured.running import asks_running
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SAO BIỂN</p><p>Số: {number}/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình cải cách hành chính tháng {m} năm 2032</b></p>
<p><b>I. KẾT QUẢ THỰC HIỆN</b></p>
<p>1. Công tác kiểm tra: Thanh tra tỉnh kiểm tra công vụ tại {inspected} cơ quan<sup><a href="#fn1">1</a></sup>; lũy \
kế từ đầu năm đã kiểm tra {run}/20 cơ quan theo kế hoạch.</p>
<p>2. Tiếp nhận, giải quyết: Toàn tỉnh tiếp nhận trong tháng {taken} hồ sơ. {change}Đã giải quyết {done} hồ sơ, trong \
đó quá hạn {late} hồ sơ. Hồ sơ quá hạn tập trung ở lĩnh vực đất đai ({land} hồ sơ). Số thư xin lỗi đã gửi là \
{sorry}/{late} hồ sơ quá hạn.</p>
<p>3. Tỷ lệ số hóa sổ bộ, kết quả cấp phép đạt {scanned}%; tỷ lệ khai thác, dùng lại sổ bộ đã số hóa đạt {reused}%.</p>
<p>4. Phản ánh, kiến nghị: Tiếp nhận {asked} phản ánh, kiến nghị của người dân, đã xử lý {answered}; lũy kế từ đầu năm \
tiếp nhận {all_asked}, đã xử lý {all_answered}.</p>
<p>5. Điểm chỉ số phục vụ của tỉnh đến ngày 25/{m}/2032 đạt {score}/100 điểm.</p>
<p>Kế hoạch vốn thủy lợi năm 2032 là 900 triệu đồng (cấp tỉnh 600 triệu đồng, cấp xã 300 triệu đồng). Trong tháng \
giải ngân {spent} triệu đồng; lũy kế từ đầu năm giải ngân {all_spent} triệu đồng, đạt {share}% kế hoạch.</p>
<p>7. Thư viện tỉnh cấp {cards} thẻ bạn đọc. {corrected}</p>
<p><b>II. HẠN CHẾ</b></p>
<p>- Một là, 04 trường tiểu học chưa nối mạng; 02 trạm y tế chưa có máy in.</p>
<p><b>III. NHIỆM VỤ THÁNG SAU</b></p>
<p>1. Nối mạng đối với 04 trường tiểu học còn lại trước ngày 15 (Sở Xây dựng).</p>
<p id="fn1"><a href="#fnref1">1</a> {places}</p>
<p><b>Phụ lục. NHIỆM VỤ VÀ ĐIỂM CHỈ SỐ PHỤC VỤ CỦA CÁC SỞ THÁNG {m}/2032</b></p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Cơ quan</th><th colspan="3">Nhiệm vụ được giao</th>
<th colspan="2">Điểm chỉ số phục vụ</th><th rowspan="2">Xếp loại</th><th rowspan="2">Ghi chú</th></tr>
<tr><th>Tổng số</th><th>Hoàn thành</th><th>Chậm</th><th>Tháng trước</th><th>Tháng này</th></tr>
{rows}</table></body></html>"""
ROWS: dict[int, tuple[tuple[object, ...], ...]] = {
    7: (
        ("Sở Xây dựng", 9, 4, 3, "70,10", "71,20", "Khá", ""),
        ("Sở Công Thương", 6, 3, 2, "81,00", "82,50", "Tốt", ""),
    ),
    8: (
        ("Sở Xây dựng", 9, 5, 2, "71,20", "74,60", "Khá", ""),
        ("Sở Công Thương", 6, 4, 1, "82,50", "83,10", "Tốt", ""),
    ),
    9: (
        ("Sở Xây dựng", 9, 7, 1, "74,60", "80,30", "Tốt", "Lần đầu đạt loại Tốt"),
        ("Sở Công Thương", 6, 5, 0, "83,10", "82,90", "Tốt", ""),
    ),
}
MONTHS = {
    7: dict(number=71, inspected="03", run="08", taken=420, change="", done=400, late=12, land=7, sorry=10,
            scanned="81,20", reused="64,10", asked=41, answered=38, all_asked=310, all_answered=301, score="71,40",
            spent=50, all_spent=200, share="22,22", cards=480, corrected="",
            places="Xã Vân Hồ, Sở Công Thương, Sở Xây dựng."),
    8: dict(number=82, inspected="02", run=10, taken=390, done=380, late=9, land=5, sorry=9, scanned="83,50",
            change="So với tháng 7/2032, số hồ sơ tiếp nhận giảm 30 hồ sơ. ", reused="66,00", asked=36, answered=35,
            all_asked=346, all_answered=336, score="73,05", spent=70, all_spent=270, share="30,00", cards=510,
            corrected="", places="Phường Bờ Tây, xã Vân Hồ."),
    9: dict(number=93, inspected="02", run=12, taken=450, done=430, late=15, land=9, sorry=14, scanned="86,70",
            change="So với tháng 8/2032, số hồ sơ tiếp nhận tăng 60 hồ sơ. ", reused="70,40", asked=52, answered=47,
            all_asked=398, all_answered=383, score="72,60", spent=90, all_spent=360, share="40,00", cards=530,
            corrected="Số thẻ của tháng 8/2032 đã báo cáo là 510 thẻ; sau rà soát loại 10 thẻ trùng, số đúng là 500 "
            "thẻ.", places="Phường Chợ Cũ và Sở Xây dựng."),
}  # fmt: skip


def _page(month: int) -> bytes:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in (at, *row))}</tr>"
        for at, row in enumerate((*ROWS[month], ("Sở Nội vụ", 5, 5, 0, "90,00", "90,40", "Xuất sắc", "")), 1)
    )
    return PAGE.format(m=month, rows=rows, **MONTHS[month]).encode()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("in-turn"), embedder=spelling_embedder) as library:
        for month in MONTHS:
            library.add(read_bytes(_page(month), f"thang-{month}.html"), _page(month), f"thang-{month}.html")
        yield Assistant(library)


def talk(assistant: Assistant, *questions: str) -> Answer:
    """The answer to the last of some questions put in turn."""
    history: list[Turn] = []
    for question in questions[:-1]:
        history += [Turn("user", question), Turn("assistant", assistant.ask(question, history=history).answer)]
    return assistant.ask(questions[-1], history=history)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("Tháng 7/2032 thư viện cấp bao nhiêu thẻ bạn đọc?", "Còn tháng 9?", "Vậy tăng bao nhiêu giữa hai tháng đó?"),
         "Tăng 50"),
        (("Tháng 7/2032 tỷ lệ số hóa sổ bộ là bao nhiêu?", "Tháng 9 thì sao?",
          "Tăng bao nhiêu điểm phần trăm giữa hai tháng?"), "Tăng 5,50 điểm phần trăm"),
        (("Tháng 7/2032 Sở Xây dựng có bao nhiêu nhiệm vụ chậm?", "Còn tháng 9?", "Giảm bao nhiêu nhiệm vụ?"),
         "Giảm 2 nhiệm vụ"),
        (("Tháng 7/2032 thư viện cấp bao nhiêu thẻ bạn đọc?", "Còn tháng 8?", "Tổng hai tháng là bao nhiêu?"),
         "Tổng: 990"),
    ],
)  # fmt: skip
def test_two_months_spoken_of_are_set_against_each_other_or_added(
    assistant: Assistant, asked: tuple[str, ...], told: str
) -> None:
    assert talk(assistant, *asked).answer.startswith(told)


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("How did the number of late dossiers develop from July to September 2032?", ("12", "9", "15")),
        ("Số hồ sơ quá hạn toàn tỉnh các tháng 7, 8, 9/2032 là bao nhiêu?", ("12", "9", "15")),
        ("Điểm chỉ số phục vụ của tỉnh diễn biến ra sao từ tháng 7 đến tháng 9/2032?", ("71,40", "73,05", "72,60")),
        ("Tỷ lệ giải ngân lũy kế vốn thủy lợi thay đổi thế nào qua các tháng 7, 8, 9/2032?",
         ("22,22", "30,00", "40,00")),
    ],
)  # fmt: skip
def test_how_a_value_went_is_told_month_by_month(assistant: Assistant, asked: str, values: tuple[str, ...]) -> None:
    answer = assistant.ask(asked).answer
    assert all(f": {value}" in answer for value in values)


def test_of_two_rates_side_by_side_the_one_named_first_is_meant(assistant: Assistant) -> None:
    assert assistant.ask("Tỷ lệ số hóa sổ bộ tháng 9/2032 là bao nhiêu?").answer.startswith("86,70%")
    assert assistant.ask("Tỷ lệ khai thác, dùng lại sổ bộ tháng 9/2032 là bao nhiêu?").answer.startswith("70,40%")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Tháng 7/2032 Thanh tra tỉnh kiểm tra công vụ tại những cơ quan nào?", ("Vân Hồ", "Công Thương", "Xây dựng")),
        ("Tháng 9/2032 Thanh tra tỉnh kiểm tra công vụ ở những cơ quan nào?", ("Chợ Cũ", "Xây dựng")),
    ],
)
def test_a_set_is_named_by_the_footnote_of_its_count(assistant: Assistant, asked: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(asked).answer
    assert all(name in answer for name in told) and "lũy kế" not in answer


@pytest.mark.parametrize(
    "asked",
    [
        "Kể tên 04 trường tiểu học chưa nối mạng trong tháng 8/2032.",
        "Name the four primary schools without a network in August 2032.",
        "02 trạm y tế nào chưa có máy in trong tháng 8/2032?",
    ],
)
def test_members_that_are_only_counted_are_not_named(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(asked).abstained


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Tháng 7/2032 còn bao nhiêu phản ánh, kiến nghị chưa xử lý?", "3 phản ánh (= 41 − 38)"),
        ("Từ đầu năm đến tháng 9/2032 còn bao nhiêu phản ánh, kiến nghị chưa xử lý?", "15 phản ánh (= 398 − 383)"),
    ],
)
def test_what_is_not_processed_is_of_the_time_asked(assistant: Assistant, asked: str, told: str) -> None:
    assert assistant.ask(asked).answer.startswith(told)


def test_what_was_spent_is_of_the_capital_named_before_it_and_of_no_level_of_that(assistant: Assistant) -> None:
    assert assistant.ask("Tháng 8/2032 giải ngân bao nhiêu vốn thủy lợi?").answer.startswith("70 triệu đồng")
    total = assistant.ask("Tổng vốn thủy lợi giải ngân trong các tháng 7, 8, 9/2032 là bao nhiêu?").answer
    assert total.startswith("Tổng: 210 triệu đồng")
    assert assistant.ask("Trong số vốn giải ngân của tháng 8/2032, phần của cấp xã là bao nhiêu?").abstained


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Tháng 8/2032 Sở Công Thương được bao nhiêu điểm chỉ số phục vụ, xếp loại gì?",
         "Sở Công Thương: 83,10 (Tháng này); Tốt (Xếp loại)"),
        ("Tháng 9/2032 Sở Nội vụ xếp loại gì?", "Sở Nội vụ: Xuất sắc (Xếp loại)"),
        ("What rating did the Department of Construction get in July 2032?", "Sở Xây dựng: Khá (Xếp loại)"),
        ("Tháng 8/2032 Sở Xây dựng đã hoàn thành bao nhiêu nhiệm vụ?", "Sở Xây dựng: 5 (Hoàn thành)"),
        ("Số nhiệm vụ chậm của Sở Xây dựng tháng 9/2032 giảm bao nhiêu so với tháng 7/2032?", "Giảm 2 nhiệm vụ"),
    ],
)  # fmt: skip
def test_a_row_is_told_by_the_column_asked_for_and_its_class(assistant: Assistant, asked: str, told: str) -> None:
    assert assistant.ask(asked).answer.startswith(told)


@pytest.mark.parametrize(
    "asked",
    [
        "Which department first reached the “Tốt” rating in September 2032, and how did its score move from August?",
        "Sở nào lần đầu đạt loại Tốt trong tháng 9/2032 và điểm tăng bao nhiêu so với tháng 8?",
    ],
)
def test_the_member_that_one_part_finds_is_meant_by_the_other(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked).answer
    assert "Lần đầu đạt loại Tốt" in answer and ("5,70" in answer or "5.70" in answer)


def test_a_figure_taken_back_is_told_by_what_corrects_it(assistant: Assistant) -> None:
    asked = "Vì sao số thẻ bạn đọc của tháng 8/2032 phải điều chỉnh?"
    for question in (asked, "Số thẻ tháng 8/2032 đã báo cáo ban đầu là bao nhiêu, sau rà soát còn bao nhiêu?"):
        answer = assistant.ask(question).answer
        assert "loại 10 thẻ trùng" in answer and "500" in answer


def test_a_province_up_to_a_day_reckons_nothing() -> None:
    assert not asks_running("Điểm của tỉnh đến ngày 25/7 là bao nhiêu?")
    assert asks_running("Số hồ sơ tính đến ngày 25/7 là bao nhiêu?")
    assert asks_running("How many cards had been issued by July 2032?")
    assert not asks_running("Which tasks must be done by July 2032?")


def test_english_of_such_reports_is_read_by_its_words() -> None:
    lexicon = default_lexicon()
    late = understand("How many late files were there in July 2032? The number of late files rose.", lexicon)
    assert any("quá hạn" in w.keys for w in late.wanted)
    drive = understand("Which plan opened the 45-day card drive, and what was its 12-point goal?", lexicon)
    assert drive.documents == ()
    assert understand("Which plan is No. 45/KH-UBND?", lexicon).documents == ("45/KH-UBND",)
    assert "arose" not in understand("How many cards arose in July 2032?", lexicon).units


def test_together_adds_and_digital_transformation_is_no_last_place() -> None:
    lexicon = default_lexicon()
    assert adds(understand("How many cards were issued in July and August 2032 together?", lexicon))
    assert not adds(understand("Who worked together with the library in July 2032?", lexicon))
    assert not asks_extreme(understand("Tỷ lệ giải ngân vốn chuyển đổi số tháng 7/2032 là bao nhiêu?", lexicon))
    assert asks_extreme(understand("Xã nào đội sổ về thu ngân sách năm 2032?", lexicon))

"""What is asked of a ward's monthly reports: a count and its cause, a month and the year so far, the same span of the
year before, the months in which a thing came about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.timespans import spans_of
from assistant.measured.running import asks_both_times
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>PHƯỜNG BẾN SIM</p><p>Số: {number}/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả cải cách hành chính {time}</b></p>
"""
MONTH = """<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Hồ sơ</b></p>
<p>Trong tháng tiếp nhận {taken} hồ sơ; lũy kế từ đầu năm {total} hồ sơ.</p>
<p>Đã giải quyết {done} hồ sơ, gồm trước hạn {early} hồ sơ, quá hạn {late} hồ sơ (chiếm {share}%). Đang giải quyết 60 \
hồ sơ, trong đó quá hạn 03 hồ sơ.</p>
<p>Nguyên nhân quá hạn: {first} hồ sơ nhà đất chờ đo đạc; {second} hồ sơ hộ tịch do thiếu người.</p>
<p>Tỷ lệ số hóa hồ sơ đạt 91,50%. Nộp trực tuyến 354 hồ sơ, đạt tỷ lệ hồ sơ trực tuyến 84,25%.</p>
<p>Trong tháng tiếp nhận 34 PAKN.</p>
<p><b>2. An toàn thông tin</b></p>
<p>{event}</p>
<p><b>3. Kinh phí</b></p>
<p>Trong tháng giải ngân {spent} triệu đồng, lũy kế {paid} triệu đồng.</p></body></html>"""
MONTHS = (
    (2, dict(taken=310, total=655, done=300, early=291, late="09", share="3,00", first="07", second="02",
             spent="14,5", paid="31,2", event="Trong tháng ghi nhận 01 sự cố an toàn thông tin tại bộ phận một cửa.")),
    (3, dict(taken=420, total="1.075", done=400, early=392, late="08", share="2,00", first="05", second="03",
             spent="22,4", paid="53,6", event="Trong tháng không xảy ra sự cố an toàn thông tin.")),
)  # fmt: skip
HALF = """<p><b>I. KẾT QUẢ</b></p>
<p>Tiếp nhận 2.480 hồ sơ, tăng 12,5% so với cùng kỳ năm 2025. Trả lời 96 phản ánh, tăng 11 phản ánh so với 6 tháng \
cuối năm 2025 (85 phản ánh).</p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    pages = {
        f"thang-{m}": HEAD.format(number=40 + m, time=f"tháng {m} năm 2026") + MONTH.format(**told)
        for m, told in MONTHS
    }
    pages["nua-nam"] = HEAD.format(number=90, time="6 tháng đầu năm 2026") + HALF
    with Library.open(tmp_path_factory.mktemp("ward"), embedder=spelling_embedder) as library:
        for name, page in pages.items():
            library.add(read_bytes(page.encode(), f"{name}.html"), page.encode(), f"{name}.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "asked",
    [
        "Tháng 02/2026 có bao nhiêu hồ sơ quá hạn, nguyên nhân do đâu?",
        "How many dossiers were overdue in February 2026 and why?",
    ],
)
def test_a_count_and_its_cause_are_told_one_after_the_other(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked).answer
    assert answer.startswith(("09 hồ sơ", "9 dossiers"))
    assert "chờ đo đạc" in answer


def test_a_share_asked_for_besides_is_one_of_what_is_counted_first(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tháng 3/2026 có bao nhiêu hồ sơ quá hạn, chiếm bao nhiêu phần trăm, và còn đang giải quyết bao nhiêu hồ sơ?"
    )
    assert answer.calculation is None
    assert answer.answer.startswith("08 hồ sơ") and "2,00%" in answer.answer and "60 hồ sơ" in answer.answer


def test_a_month_and_the_year_so_far_are_both_told(assistant: Assistant) -> None:
    answer = assistant.ask("How much money was disbursed in March 2026 and cumulatively?").answer
    assert answer.startswith("22.4 million VND") and "Cumulatively: 53.6 million VND" in answer
    answer = assistant.ask("Số hồ sơ tiếp nhận trong tháng 02/2026 và lũy kế từ đầu năm là bao nhiêu?").answer
    assert answer.startswith("310 hồ sơ") and "Lũy kế: 655 hồ sơ" in answer
    assert not asks_both_times("Lũy kế đến hết tháng 3 tiếp nhận bao nhiêu hồ sơ?")
    assert not asks_both_times("Tháng 3 tiếp nhận và giải quyết bao nhiêu hồ sơ?")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Lũy kế đến hết tháng 02/2026 tiếp nhận bao nhiêu hồ sơ?", "655 hồ sơ"),
        ("Lũy kế tháng 3/2026 giải ngân bao nhiêu tiền?", "53,6 triệu đồng"),
        ("Tháng 3/2026 tiếp nhận bao nhiêu hồ sơ?", "420 hồ sơ"),
    ],
)
def test_what_a_month_came_to_is_no_running_total(assistant: Assistant, asked: str, told: str) -> None:
    assert assistant.ask(asked).answer.startswith(told)


def test_the_same_span_of_the_year_before_is_no_other_part_of_it(assistant: Assistant) -> None:
    assert assistant.ask("Cùng kỳ năm 2025 có bao nhiêu phản ánh?").abstained
    assert assistant.ask("6 tháng cuối năm 2025 có bao nhiêu phản ánh?").answer.startswith("85 phản ánh")


def test_what_changed_over_half_a_year_is_no_change_of_a_month(assistant: Assistant) -> None:
    assert assistant.ask("Tháng 3/2026 số hồ sơ tiếp nhận so với cùng kỳ năm 2025 thế nào?").abstained


def test_a_count_that_rose_by_a_share_rose_by_per_cent(assistant: Assistant) -> None:
    asked = "6 tháng đầu năm 2026 số hồ sơ tiếp nhận thay đổi thế nào so với cùng kỳ năm 2025?"
    assert assistant.ask(asked).answer.startswith("Tăng 12,5%, đạt 2.480 hồ sơ")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Tháng nào năm 2026 xảy ra sự cố an toàn thông tin?", "Tháng 2/2026"),
        ("In which month of 2026 did information security incidents occur?", "February 2026"),
        ("Khi nào xảy ra sự cố an toàn thông tin?", "Trong tháng ghi nhận 01 sự cố"),
    ],
)
def test_when_a_thing_came_about_is_not_told_by_a_report_that_it_did_not(
    assistant: Assistant, asked: str, told: str
) -> None:
    answer = assistant.ask(asked).answer
    assert told in answer and "không xảy ra" not in answer


def test_two_shares_are_told_where_one_asking_word_asks_for_both(assistant: Assistant) -> None:
    asked = "Tháng 3/2026 tỷ lệ số hóa hồ sơ và tỷ lệ hồ sơ trực tuyến là bao nhiêu?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("91,50%") and "84,25%" in answer


def test_of_each_place_all_is_told_that_is_asked(
    tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder
) -> None:
    with Library.open(tmp_path_factory.mktemp("two-wards"), embedder=spelling_embedder) as library:
        for place, number in (("BẾN SIM", 300), ("CẦU TRẠM", 500)):
            told = dict(MONTHS[0][1], done=number)
            page = (HEAD.format(number=number, time="tháng 2 năm 2026") + MONTH.format(**told)).replace(
                "BẾN SIM", place
            )
            library.add(read_bytes(page.encode(), f"{number}.html"), page.encode(), f"{number}.html")
        answer = Assistant(library).ask("Tháng 02/2026 đã giải quyết bao nhiêu hồ sơ, trước hạn bao nhiêu?").answer
    assert "Phường Bến Sim: 300 hồ sơ" in answer and "Phường Cầu Trạm: 500 hồ sơ" in answer
    assert answer.count("291 hồ sơ") == 2


def test_a_petition_on_the_portal_is_one(assistant: Assistant) -> None:
    assert assistant.ask("How many petitions were received in February 2026?").answer.startswith("34 ")


def test_a_quarter_without_a_report_is_of_the_year_of_its_last_month() -> None:
    held = ("2026-01", "2026-03", "2026-04")
    assert [s.period for s in spans_of("3 tháng đầu năm tiếp nhận bao nhiêu hồ sơ", held=held)] == ["2026-Q1"]
    assert not [s for s in spans_of("quý III tiếp nhận bao nhiêu hồ sơ", held=held) if s.period]

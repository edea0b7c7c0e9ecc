"""Papers of a province: the cause of one event, what is left of a quota, a thing told of two times, and the like."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

YEAR = """ỦY BAN NHÂN DÂN
TỈNH VÂN KHÊ
SỞ NỘI VỤ
Số: 412/BC-SNV
Vân Khê, ngày 26 tháng 11 năm 2025

BÁO CÁO
Tình hình thực hiện các chỉ số năm 2025

I. KẾT QUẢ
1. Chỉ số quản trị: Năm 2025, Viện Nghiên cứu ABC (VNA) không tổ chức khảo sát, xác định Chỉ số QTX của các tỉnh do \
bộ máy mới đi vào hoạt động từ tháng 7/2025.
2. Đảm bảo sử dụng không vượt quá số biên chế hành chính (3.120/3.405 biên chế) được giao.
3. Phong trào trồng cây xanh năm 2025: các xã lập kế hoạch trước ngày 10/3/2023. Phong trào trồng cây xanh trong năm \
2025 và tính đến hết ngày 30/11/2025.
4. Đơn xin vay vốn khởi nghiệp làm theo Mẫu số 05, Nghị định số 88/2024/NĐ-CP ngày 12/7/2024 của Chính phủ.
5. Tỉnh Vân Khê đạt 71,25 điểm phục vụ doanh nghiệp, đứng thứ 19/34 tỉnh, thành phố.
6. Bộ chỉ số 417: Tính đến ngày 24/11/2025, tỉnh Vân Khê đạt 83,15/100 điểm Bộ chỉ số 417, xếp hạng 9/34 tỉnh thành.
7. Tỷ lệ tái sử dụng dữ liệu số hóa đạt 83,5%.
8. Tỷ lệ chữ ký số của doanh nghiệp đạt 65,1%.
9. Tỷ lệ đơn giải quyết đúng hẹn toàn tỉnh đạt 96,4% (chỉ tiêu là 97%). Trong đó, tỷ lệ đơn giải quyết đúng hẹn cấp \
tỉnh chỉ đạt 91%.
II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
1. Một số cơ quan công bố thủ tục còn chậm, hồ sơ trễ hạn nhiều.
2. Nguyên nhân: Bộ ngành công bố nhiều thủ tục cùng lúc; nhân lực tiếp nhận hồ sơ còn thiếu.
"""

EARLIER = """ỦY BAN NHÂN DÂN
TỈNH VÂN KHÊ
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số: 97/BC-TT
Vân Khê, ngày 06 tháng 11 năm 2025

BÁO CÁO
Kết quả đánh giá theo Bộ chỉ số 417 tháng 11 năm 2025

I. KẾT QUẢ
Kết quả theo từng nhóm như sau:
1. Đến ngày 04/11/2025, tỉnh Vân Khê đạt 80,02 điểm, xếp loại tốt và đứng thứ 14/34 tỉnh, thành phố theo Bộ chỉ số 417.
"""

MONTH = """ỦY BAN NHÂN DÂN
TỈNH VÂN KHÊ
TỔ CÔNG TÁC CHUYỂN ĐỔI SỐ
Số: 15/BC-TCT
Vân Khê, ngày 02 tháng 4 năm 2026

BÁO CÁO
Tiến độ chuyển đổi số tháng 3/2026

I. KẾT QUẢ
1. Tỷ lệ tái sử dụng dữ liệu số hóa đạt 91,4%.
2. Tỷ lệ chữ ký số của cán bộ đạt 77,2%.
3. Số lượng và tỷ lệ đơn đúng hạn, quá hạn: Từ đầu năm 2026 đến nay, toàn tỉnh tiếp nhận 5.120 đơn, đã giải quyết \
4.870 đơn (trước hạn và đúng hạn 4.610 đơn, đạt tỷ lệ 94,66%; quá hạn 260 đơn, chiếm tỷ lệ 5,34%).
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("provincial"), spelling_embedder) as library:
        for name, text in (("412.txt", YEAR), ("97.txt", EARLIER), ("15.txt", MONTH)):
            data = text.encode()
            library.add(read_bytes(data, name), data, name)
        yield Assistant(library)


def test_the_cause_of_an_event_is_told_in_the_sentence_that_gives_it(assistant: Assistant) -> None:
    answer = assistant.ask("Sao năm 2025 VNA không khảo sát QTX ở các tỉnh?")
    assert "bộ máy mới" in answer.answer
    assert len(answer.citations) == 1


def test_the_cause_of_another_event_is_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao Thanh tra tỉnh bị đánh giá thiếu hồ sơ đồng bộ?").abstained


def test_what_a_report_gives_as_its_causes_is_told_whole(assistant: Assistant) -> None:
    assert "nhân lực tiếp nhận hồ sơ còn thiếu" in assistant.ask("Vì sao còn những hạn chế, tồn tại trên?").answer


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Đến cuối tháng 11/2025 tỉnh còn bao nhiêu biên chế hành chính được giao chưa sử dụng?", "285"),
        ("Cuối tháng 11/2025 tỉnh còn bao nhiêu biên chế hành chính được giao mà chưa dùng?", "285"),
        ("Đến cuối tháng 9/2025 tỉnh còn bao nhiêu biên chế hành chính được giao chưa sử dụng?", ""),
    ],
)
def test_a_report_on_the_year_says_how_things_stand_in_the_month_it_is_issued(
    assistant: Assistant, question: str, left: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained is not bool(left)
    assert left in answer.answer


def test_of_two_dates_the_one_that_ends_something_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Phong trào trồng cây xanh năm 2025 tính đến hết ngày nào?").answer
    assert "30/11/2025" in answer and "10/3/2025" not in answer


@pytest.mark.parametrize("asked", ["mẫu nào", "mẫu số mấy"])
def test_a_form_is_told_with_the_document_that_holds_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"Đơn xin vay vốn khởi nghiệp làm theo {asked}, của nghị định nào?").answer
    assert "Mẫu số 05" in answer and "88/2024/NĐ-CP" in answer


def test_the_rank_of_the_whole_does_not_say_which_part_leads(assistant: Assistant) -> None:
    assert assistant.ask("Xã nào của tỉnh đạt điểm phục vụ doanh nghiệp cao nhất?").abstained


def test_a_body_ends_where_its_sentence_goes_on() -> None:
    assert named_places("Sở KHCN được mấy điểm?", "vi") == ()
    assert named_places("Sở Công Thương được mấy điểm?", "vi") == ("so cong thuong",)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tỉnh Vân Khê được bao nhiêu điểm theo Bộ chỉ số 417?", ("83,15/100 điểm", "80,02 điểm")),
        ("Tháng 11/2025 tỉnh Vân Khê đứng thứ mấy cả nước theo Bộ chỉ số 417?", ("hạng 9/34", "hạng 14/34")),
    ],
)
def test_what_two_papers_give_of_two_days_is_told_with_both_days(
    assistant: Assistant, question: str, told: tuple[str, str]
) -> None:
    answer = assistant.ask(question)
    said = answer.answer.lower()
    assert all(value in said for value in (*told, "24/11/2025", "04/11/2025"))
    assert not answer.notes


def test_what_two_papers_give_of_two_periods_is_told_with_both(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ tái sử dụng dữ liệu số hóa của tỉnh là bao nhiêu?").answer
    assert "91,4% (tháng 3/2026)" in answer and "83,5% (năm 2025)" in answer


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Tỷ lệ tái sử dụng dữ liệu số hóa của tỉnh năm 2025 là bao nhiêu?", "83,5%", "91,4"),
        ("Tỷ lệ chữ ký số của cán bộ là bao nhiêu?", "77,2%", "65,1"),
    ],
)
def test_a_period_or_a_body_that_is_asked_for_leaves_the_other_out(
    assistant: Assistant, question: str, told: str, other: str
) -> None:
    answer = assistant.ask(question).answer
    assert told in answer and other not in answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Trong tháng 11/2025, từ ngày 4 tới ngày 24, điểm Bộ chỉ số 417 của tỉnh tăng bao nhiêu và nhảy mấy bậc?",
            ("Tăng 3,13 điểm: 83,15 điểm so với 80,02 điểm", "Tăng 5 hạng: hạng 9 so với hạng 14"),
        ),
        (
            "Điểm Bộ chỉ số 417 của tỉnh ngày 24/11/2025 so với ngày 04/11/2025 tăng bao nhiêu, lên mấy bậc?",
            ("Tăng 3,13 điểm: 83,15 điểm so với 80,02 điểm", "Tăng 5 hạng: hạng 9 so với hạng 14"),
        ),
        (
            "Bộ chỉ số 417 của tỉnh ngày 24/11/2025 tăng mấy điểm và lên mấy hạng so với ngày 04/11/2025?",
            ("Tăng 3,13 điểm: 83,15 điểm so với 80,02 điểm", "Tăng 5 hạng: hạng 9 so với hạng 14"),
        ),
        (
            "From 4 November 2025 to 24 November 2025, by how much did the province's index 417 score rise?",
            ("Rose by 3.13 points: 83.15 points against 80.02 points",),
        ),
        (
            "How did the province's score and national rank on index 417 change between 4 and 24 November 2025?",
            ("Rose by 3.13 points", "rank 9 against rank 14"),
        ),
    ],
)
def test_what_changed_from_one_day_to_another_is_worked_out_over_two_papers(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert all(words in answer.answer for words in told)
    assert answer.calculation is not None and str(answer.calculation.value) == "3.13"
    assert any("04/11/2025" in c.quote for c in answer.citations)


def test_a_follow_up_sets_the_day_spoken_of_against_one_that_it_names(assistant: Assistant) -> None:
    first = "Đến 24/11/2025 Bộ chỉ số 417 của tỉnh được bao nhiêu điểm, hạng mấy?"
    history = (Turn("user", first), Turn("assistant", "."))
    answer = assistant.ask("So với thời điểm 04/11/2025 thì tăng mấy điểm, lên mấy bậc?", history=history).answer
    assert "Tăng 3,13 điểm" in answer and "hạng 9 so với hạng 14" in answer, answer


def test_a_value_alone_does_not_say_by_how_much_it_rose(assistant: Assistant) -> None:
    assert assistant.ask("Điểm phục vụ doanh nghiệp của tỉnh tăng bao nhiêu?").abstained


def test_a_day_that_is_asked_for_leaves_the_other_out(assistant: Assistant) -> None:
    answer = assistant.ask("Đến ngày 24/11/2025 tỉnh Vân Khê được bao nhiêu điểm theo Bộ chỉ số 417?").answer
    assert "83,15" in answer
    assert "80,02" not in answer


def test_a_province_that_a_question_begins_with_is_its_subject_and_needs_no_kind() -> None:
    assert named_places("Cần Thơ đã triển khai được bao nhiêu nhiệm vụ?", "vi") == ("can tho",)
    assert named_places("Theo kinh nghiệm của Cần Thơ, tỉnh đã làm gì?", "vi") == ()


def test_a_share_of_the_running_year_is_told_beside_that_of_the_year_before_and_of_its_level(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Tỷ lệ đơn giải quyết đúng hạn của tỉnh Vân Khê là bao nhiêu?").answer
    assert "96,4% (năm 2025)" in answer
    assert "94,66% (từ đầu năm 2026 đến nay)" in answer
    assert "5,34%" not in answer.partition("Báo cáo ghi")[0]


def test_a_share_of_the_running_year_is_not_told_where_the_year_is_named(assistant: Assistant) -> None:
    assert "94,66%" not in assistant.ask("Năm 2025 tỷ lệ đơn giải quyết đúng hạn của tỉnh Vân Khê là bao nhiêu?").answer

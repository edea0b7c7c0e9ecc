"""What a question puts together itself: parts it lists, a year in two pieces, the level that leads and what is asked of
it, the same asked of the other level, a claim that is weighed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.compose.citing import Draft
from assistant.compose.parts import parts_of
from assistant.compose.said_already import tells_number_said
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 71/BC-UBND
Sông Trăng, ngày 18 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác văn thư và một cửa năm 2025

I. KẾT QUẢ
1. Đoàn của huyện đã kiểm tra công tác văn thư tại 07 phòng chuyên môn, 05 trạm khuyến nông và 03 trạm khuyến nông \
liên xã.
2. Tổ kiểm tra phòng cháy đã kiểm tra 12 cơ sở (04 chợ và 06 kho hàng).
3. Từ ngày 01/7/2025 đến ngày 30/11/2025, Trung tâm hành chính công tiếp nhận 2.140 hồ sơ chứng thực.
4. Trong 6 tháng đầu năm 2025, hai xã trước sáp nhập tiếp nhận 1.260 hồ sơ chứng thực.
5. Kết quả giải quyết hồ sơ cấp đổi giấy phép[1].
6. Chỉ số sẵn sàng số của huyện có cải thiện so với năm trước[2].
7. Lũy kế đã thanh tra 31/40 đơn vị (12 phòng và 18 trường), đạt 77,5% kế hoạch.
11. Trong năm có 26 vụ đã thanh tra, chưa xong 04 vụ, đang thanh tra 02 vụ.
12. Tỷ lệ cấp nước sạch giảm so với năm trước, thấp hơn mức 95%.
13. Cuối kỳ còn 64 vụ đang xét xử, gồm vụ dân sự 25 vụ và vụ hình sự 39 vụ.
10. Mở 06 lớp “Tin học vỡ lòng” cho 214 lượt người; cử 17 lượt người dự các lớp bồi dưỡng.
8. Trong năm nhận 43 góp ý của người dân[3].
9. Đơn khiếu nại: giải quyết 14/16 đơn, đạt tỷ lệ 87,50%. Đơn kiến nghị: giải quyết 21/28 đơn, đạt tỷ lệ 75%.

[1] Cấp xã: tiếp nhận 8.410 hồ sơ, đã giải quyết 8.020 hồ sơ, trong đó trước hạn 7.500 hồ sơ, quá hạn 41 hồ sơ, tỷ lệ \
trước và đúng hạn đạt 99,49%. Đang giải quyết 390 hồ sơ, trong đó quá hạn 09 hồ sơ. Cấp huyện: tiếp nhận 2.730 hồ sơ, \
đã giải quyết 2.610 hồ sơ, trong đó trước hạn 2.310 hồ sơ, quá hạn 17 hồ sơ, tỷ lệ trước và đúng hạn đạt 99,35%. Đang \
giải quyết 120 hồ sơ, trong đó quá hạn 03 hồ sơ.
[2] Chỉ số sẵn sàng số năm 2025 đạt 61,30%, giảm 2,70% so với năm 2024.
[3] Góp ý tập trung vào chợ (20), điện (14), nước (9).
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-71.txt"), REPORT.encode(), "bao-cao-71.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Tính cả phòng chuyên môn và trạm khuyến nông thì huyện đã kiểm tra văn thư tổng cộng bao nhiêu nơi?",
            "15 (= 7 + 5 + 3)",
        ),
        ("Tính cả phòng chuyên môn và trạm khuyến nông thì đã kiểm tra văn thư bao nhiêu nơi?", "15 (= 7 + 5 + 3)"),
        (
            "Cả năm 2025, tính cả hai xã trước sáp nhập, đã tiếp nhận tổng cộng bao nhiêu hồ sơ chứng thực?",
            "3.400 hồ sơ (= 2.140 + 1.260)",
        ),
        ("Tính cả vụ dân sự và vụ hình sự thì cuối kỳ còn tổng cộng bao nhiêu vụ đang xét xử?", "64 vụ (= 25 + 39)"),
    ],
)
def test_parts_that_a_question_lists_are_added(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "Tính cả phòng chuyên môn và trường học thì huyện đã kiểm tra văn thư tổng cộng bao nhiêu nơi?",
        "Gộp cả chưa thanh tra và đang thanh tra thì còn tổng cộng bao nhiêu vụ?",
        "Tính cả nhà trẻ, phòng chuyên môn và trạm khuyến nông thì đã kiểm tra văn thư tổng cộng bao nhiêu nơi?",
        "Tính cả chợ và kho hàng thì tổ kiểm tra phòng cháy đã kiểm tra tổng cộng bao nhiêu cơ sở?",
    ],
)
def test_parts_that_are_not_all_counted_or_stand_behind_their_whole_are_not(
    assistant: Assistant, question: str
) -> None:
    assert "(= " not in assistant.ask(question).answer


def test_what_is_asked_of_the_level_that_leads_is_told_of_it(assistant: Assistant) -> None:
    asked = "Cấp huyện hay cấp xã có tỷ lệ giải quyết trước và đúng hạn cao hơn, và cấp đó tiếp nhận bao nhiêu hồ sơ?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Cấp xã cao hơn: 99,49%")
    assert " 8.410 hồ sơ" in answer


def test_a_question_of_the_level_that_leads_is_not_answered_by_half(assistant: Assistant) -> None:
    asked = "Cấp huyện hay cấp xã có tỷ lệ giải quyết trước và đúng hạn cao hơn, và cấp đó có bao nhiêu máy quét?"
    assert assistant.ask(asked).abstained


def test_of_two_levels_the_better_is_told_by_a_rate(assistant: Assistant) -> None:
    asked = "Cấp huyện hay cấp xã giải quyết hồ sơ trước và đúng hạn tốt hơn, và cấp đó tiếp nhận bao nhiêu hồ sơ?"
    answer = assistant.ask(asked)
    assert answer.abstained or answer.answer.startswith("Cấp xã cao hơn: 99,49%")


def test_of_the_other_level_the_same_part_is_asked(assistant: Assistant) -> None:
    first = "Năm 2025 cấp xã tiếp nhận bao nhiêu hồ sơ cấp đổi giấy phép?"
    part = "Trong số đã giải quyết thì bao nhiêu hồ sơ quá hạn?"
    assert assistant.ask(part, history=(Turn("user", first),)).answer.startswith("41 hồ sơ")
    history = (Turn("user", first), Turn("user", part))
    assert assistant.ask("Còn cấp huyện thì sao?", history=history).answer.startswith("17 hồ sơ")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Báo cáo viết Chỉ số sẵn sàng số có cải thiện so với năm trước, số liệu ở chú thích 2 có cho thấy như vậy "
            "không?",
            "Không: giảm 2,70%",
        ),
        (
            "The report says the digital readiness index improved. Do the figures of footnote 2 bear that out?",
            "No: fell by 2.70%",
        ),
    ],
)
def test_a_claim_is_weighed_by_the_figures_that_are_to_show_it(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_a_sum_that_is_put_to_the_test_opens_with_the_verdict(assistant: Assistant) -> None:
    asked = "Số hồ sơ cấp xã và cấp huyện tiếp nhận năm 2025 cộng lại có bằng 11.000 không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không: 11.140 hồ sơ")


def test_a_level_that_was_missed_is_no_change(assistant: Assistant) -> None:
    asked = "Báo cáo viết tỷ lệ cấp nước sạch giảm, số liệu có cho thấy như vậy không?"
    assert "95% " not in assistant.ask(asked).answer.partition("[1]")[0]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Số phòng và số trường đã thanh tra cộng lại có bằng 31 không?",
            "Không khớp: 12 + 18 = 30, báo cáo ghi 31, chênh lệch 1",
        ),
        (
            "Do the offices and the schools that were inspected add up to the 31 stated?",
            "No, it does not add up: 12 + 18 = 30, the report states 31, a difference of 1",
        ),
        ("Các góp ý theo lĩnh vực ở chú thích 3 cộng lại có bằng 43 không?", "Có, khớp: 20 + 14 + 9 = 43"),
    ],
)
def test_what_stands_in_brackets_is_added_up(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_a_petition_in_short_is_a_complaint(assistant: Assistant) -> None:
    answer = assistant.ask("bn đơn KN đc gq, tỷ lệ mấy %?").answer
    assert "14/16 đơn" in answer
    assert "21/28" not in answer


@pytest.mark.parametrize("asked", ["Năm 2025 bao nhiêu người tham dự lớp Tin học vỡ lòng?"])
def test_who_came_to_a_class_is_counted_by_times(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(asked).answer.startswith("214 lượt người")
    history = (Turn("user", "Năm 2025 chỉ số sẵn sàng số của huyện đạt bao nhiêu?"),)
    assert assistant.ask(f"Còn {asked[8:]}", history=history).answer.startswith("214 lượt người")


TABLE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>XÃ ĐỒNG LAU</p><p>Số: 12/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p><p style="text-align:center"><b>Kết quả hòa giải năm 2025</b></p>
<p><b>I. KẾT QUẢ</b></p><p>Bảng 1. Kết quả xử lý đơn năm 2025</p>
<table border="1"><tr><th>Loại đơn</th><th>Tiếp nhận</th><th>Đã giải quyết</th><th>Tỷ lệ năm 2025/năm 2024</th></tr>
<tr><td>Tranh chấp</td><td>31</td><td>24</td><td>77,42%/70%</td></tr>
<tr><td>Khiếu nại</td><td>18</td><td>15</td><td>83,33%/81%</td></tr></table></body></html>"""


def test_a_row_is_told_whole_under_labels_that_hold_a_year(
    tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder
) -> None:
    with Library.open(tmp_path_factory.mktemp("row"), spelling_embedder) as library:
        library.add(read_bytes(TABLE.encode(), "bao-cao-12.html"), TABLE.encode(), "bao-cao-12.html")
        asked = "Đơn khiếu nại năm 2025 đã giải quyết được mấy đơn, đạt tỷ lệ bao nhiêu?"
        answer = Assistant(library).ask(asked)
        assert not answer.abstained
        assert "15" in answer.answer
        assert "83,33%" in answer.answer


@pytest.mark.parametrize(
    ("question", "told", "withheld"),
    [
        ("Trong hơn 2.400 phiếu gửi về, có bao nhiêu phiếu chê?", "Hơn 2.400 phiếu", True),
        ("Of the 2,400 forms sent back, how many were critical?", "2,400 forms", True),
        ("Trong 2.400 phiếu gửi về, có bao nhiêu phiếu chê?", "37/2.400 phiếu", False),
        ("Trong 2.400 phiếu gửi về, có bao nhiêu phiếu chê?", "37 phiếu", False),
        ("Có bao nhiêu phiếu gửi về trong đợt 2.400 phiếu?", "2.400 phiếu", False),
    ],
)
def test_the_number_that_a_question_says_itself_is_none_it_asks_for(question: str, told: str, withheld: bool) -> None:
    draft = Draft()
    draft.claims.append(Draft.claim(told, 1))
    assert tells_number_said(understand(question, default_lexicon()), draft, ()) is withheld


def test_and_within_what_a_value_is_of_parts_no_question() -> None:
    asked = "Huyện tiếp nhận bao nhiêu hồ sơ, tỷ lệ trước và đúng hạn đạt bao nhiêu?"
    assert parts_of(asked) == ("Huyện tiếp nhận bao nhiêu hồ sơ", "tỷ lệ trước và đúng hạn đạt bao nhiêu?")
    assert parts_of("Mở bao nhiêu lớp và bao nhiêu người học?") == ("Mở bao nhiêu lớp", "và bao nhiêu người học?")

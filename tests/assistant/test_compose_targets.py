"""Targets that are missed, what was late, whose task something is, and other things that one made report says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.finding import Finder
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN TỈNH HÀ CHÂU
SỞ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/BC-SNV

Hà Châu, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả cải cách hành chính năm 2025

I. KẾT QUẢ
1. Thủ tục hành chính

Tỷ lệ hồ sơ nộp trực tuyến đạt 62,40% (chỉ tiêu đề ra là tối thiểu 70%). Tổng thu ngân sách nhà nước đạt 18.250 tỷ đồng.
Thu phí tham quan đạt 114,5% so với kế hoạch huyện giao, tăng 22% so với kế hoạch ngành giao. Công tác kiểm tra bến đò \
đã hoàn thành 100% kế hoạch đề ra, đạt tỷ lệ 35% (chỉ tiêu đề ra là tối thiểu 25%).
Tỷ lệ giải ngân vốn làm cầu chỉ đạt 41,5% (trường hợp dưới 60% thì tiêu chí này đạt 0 điểm).
Tỉnh đã ban hành 96 quyết định công bố danh mục thủ tục hành chính, trong đó có 81 quyết định công bố đúng hạn.
Đường dây nóng bị gián đoạn hai tuần do tổng đài cũ hỏng và chờ thay thế thiết bị.

2. Văn bản

Kế hoạch số 12/KH-UBND ngày 15/01/2025 của UBND tỉnh về cải cách hành chính năm 2025. Kế hoạch số 31/KH-UBND ngày \
20/02/2025 của UBND tỉnh về phối hợp kiểm tra công tác cải cách hành chính năm 2025.

II. HẠN CHẾ

Một số phòng chuyên môn trả kết quả còn chậm.

III. TỔ CHỨC THỰC HIỆN

1. Giao Sở Tài chính:
a) Bố trí kinh phí mua sắm máy quét cho bộ phận một cửa;
b) Thẩm định dự toán tập huấn.
2. Giao Sở Y tế:
a) Kết nối phần mềm khám chữa bệnh với hệ thống của tỉnh.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("targets"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "cai-cach.txt"), REPORT.encode(), "cai-cach.txt")
        yield library


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return Assistant(library)


def test_what_falls_short_of_its_target_is_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ nộp trực tuyến còn kém chỉ tiêu bao nhiêu điểm phần trăm?")
    assert answer.answer.startswith("7,60 điểm phần trăm (= 70% − 62,40%)")
    assert answer.calculation is not None


def test_a_target_that_was_missed_is_not_exceeded(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ nộp trực tuyến vượt chỉ tiêu bao nhiêu?")
    assert "7,6" not in answer.answer


def test_what_was_late_is_what_was_not_in_time(assistant: Assistant) -> None:
    answer = assistant.ask("Có bao nhiêu quyết định công bố danh mục thủ tục hành chính bị trễ hạn?")
    assert answer.answer.startswith("15 quyết định (= 96 − 81)")


def test_a_scale_alone_asks_for_money(assistant: Assistant) -> None:
    assert "18.250 tỷ đồng" in assistant.ask("Tổng thu ngân sách được bao nhiêu tỷ?").answer


def test_a_number_in_the_question_is_no_answer_to_it(assistant: Assistant) -> None:
    answer = assistant.ask("Trong số 96 quyết định, bao nhiêu quyết định công bố đúng hạn?")
    assert answer.answer.startswith("81 quyết định")


def test_the_line_above_a_task_says_whose_it_is(assistant: Assistant) -> None:
    answer = assistant.ask("Cơ quan nào phải bố trí kinh phí mua sắm máy quét cho bộ phận một cửa?").answer
    assert "Giao Sở Tài chính" in answer
    assert "Sở Y tế" not in answer


def test_a_cause_is_told_by_the_sentence_that_gives_it(assistant: Assistant) -> None:
    answer = assistant.ask("Sao đường dây nóng bị gián đoạn?").answer
    assert "do tổng đài cũ hỏng" in answer
    assert "trả kết quả còn chậm" not in answer


def test_of_two_plans_that_fit_the_one_asked_for_whole_is_meant(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch cải cách hành chính năm 2025 (của tỉnh mới) mang số mấy, ngày nào?").answer
    assert answer.startswith("Kế hoạch số 12/KH-UBND ngày 15/1/2025")


def test_parts_that_stand_apart_are_both_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ nộp trực tuyến đạt bao nhiêu và vì sao đường dây nóng bị gián đoạn?").answer
    assert "62,40%" in answer
    assert "tổng đài cũ hỏng" in answer


def test_a_place_may_be_named_by_its_first_letters(assistant: Assistant) -> None:
    assert "62,40%" in assistant.ask("Tỷ lệ hồ sơ nộp trực tuyến của tỉnh HC đạt bao nhiêu?").answer
    assert assistant.ask("Tỷ lệ hồ sơ nộp trực tuyến của tỉnh QN đạt bao nhiêu?").abstained


def test_a_search_lists_first_what_the_answer_cites(library: Library) -> None:
    hits = Finder(library).find("Có bao nhiêu quyết định công bố đúng hạn?", limit=3)
    assert "81 quyết định" in hits[0].passage.text
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.id for hit in hits}) == 3


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thu phí tham quan vượt kế hoạch huyện giao bao nhiêu phần trăm?", "14,5 điểm phần trăm (114,5%)"),
        ("Thu phí tham quan vượt kế hoạch ngành giao bao nhiêu phần trăm?", "22%"),
        ("Kiểm tra bến đò vượt chỉ tiêu tối thiểu bao nhiêu điểm phần trăm?", "10 điểm phần trăm (= 35% − 25%)"),
        ("Giải ngân vốn làm cầu còn thiếu bao nhiêu để không bị 0 điểm?", "18,5 điểm phần trăm (= 60% − 41,5%)"),
        ("How far below the 70% target was the rate of dossiers filed online?", "7.60 percentage points"),
    ],
)
def test_how_far_past_or_short_of_which_plan(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith(told), answer

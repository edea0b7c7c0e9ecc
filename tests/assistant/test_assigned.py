"""Who must do what and by when is told by the line that charges a body with it, though the line before says of what."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 71/BC-UBND
Sông Trăng, ngày 20 tháng 10 năm 2025

BÁO CÁO
Tình hình thực hiện các tiêu chí năm 2025

I. CÁC TIÊU CHÍ MẤT ĐIỂM
1. Đến nay tỉnh chỉ mới mở 03/05 phiên chợ công nghệ với hợp tác xã trong năm 2025.
Giải pháp khắc phục: Giao Trung tâm Khuyến công tỉnh tham mưu UBND tỉnh mở thêm 02 phiên chợ, hoàn thành trong tháng \
11/2025.
2. Sở Tư pháp mới rà soát hương ước tại 04/09 xã (còn 05 xã chưa rà soát).
Giải pháp khắc phục: Sở Tư pháp tập trung rà soát hương ước tại các xã, hoàn thành trước ngày 18/12/2025.
3. Biên chế hành chính sử dụng không vượt số được giao (2.410/2.655 biên chế) và người làm việc ở trường học \
(8.120/8.300 người).
4. Lập hồ sơ xét tặng cờ gửi Sở Nội vụ trước ngày 10/01/2026. Hồ sơ xét tặng cờ gồm 03 bộ.
5. Điểm phục vụ của tỉnh được cập nhật mỗi ngày, tính đến ngày 17/10/2025, tỉnh đạt mức ổn định.
6. Các xã được xếp loại như sau:
- Từ 85 điểm trở lên xếp loại: Mạnh.
- Từ 65 đến dưới 85 điểm xếp loại: Vừa.
- Từ 40 đến dưới 65 điểm xếp loại: Chậm.
- Dưới 40 điểm xếp loại: Rất chậm.
7. Đã nhập máy 40 quyển sổ hộ tịch, còn 12 quyển sổ hộ tịch chưa nhập máy.
II. KIẾN NGHỊ, ĐỀ XUẤT: Không.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("assigned"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "71.txt"), data, "71.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Cơ quan nào phải mở các phiên chợ công nghệ còn thiếu và khi nào phải xong?",
        "Ai được giao mở phiên chợ công nghệ với hợp tác xã còn thiếu, chậm nhất khi nào?",
    ],
)
def test_the_body_charged_and_its_time_are_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Giao Trung tâm Khuyến công tỉnh" in answer
    assert "tháng 11/2025" in answer


def test_a_deadline_and_what_is_left_are_both_told_of_a_body_without_a_report_of_its_own(assistant: Assistant) -> None:
    question = "Sở Tư pháp phải hoàn thành rà soát hương ước trước ngày nào và còn mấy xã chưa rà soát?"
    answer = assistant.ask(question)
    assert "18/12/2025" in answer.answer
    assert "05 xã" in answer.answer
    assert not any("không có báo cáo nào" in note for note in answer.notes)


def test_what_is_left_of_two_pairs_in_one_sentence_is_of_the_one_that_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Số biên chế hành chính đã sử dụng thấp hơn số được giao bao nhiêu?")
    assert answer.answer.startswith("245 biên chế")


def test_an_empty_section_of_recommendations_says_no(assistant: Assistant) -> None:
    assert assistant.ask("Does the report make any recommendations to the ministries?").answer.startswith("No")
    assert assistant.ask("Báo cáo có kiến nghị gì không?").answer.startswith("Không")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Xã được 72 điểm thì xếp loại nào?", "Vừa"),
        ("Xã được 65 điểm thì xếp vào loại gì?", "Vừa"),
        ("A commune with 91 points falls into which class?", "Mạnh"),
        ("Xã được 12 điểm thì xếp loại nào?", "Rất chậm"),
    ],
)
def test_a_value_falls_into_the_band_that_holds_it(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer


def test_how_something_stood_on_one_day_is_not_told_by_how_it_stood_on_another(assistant: Assistant) -> None:
    assert "ổn định" in assistant.ask("Điểm phục vụ của tỉnh đến ngày 17/10/2025 ở mức thế nào?").answer
    assert assistant.ask("Điểm phục vụ của tỉnh đến ngày 02/10/2025 ở mức thế nào?").abstained


def test_what_has_something_and_what_has_not_are_added_up_where_both_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Có bao nhiêu quyển sổ hộ tịch, kể cả chưa nhập máy?")
    assert answer.answer.startswith("52 quyển")
    assert answer.calculation is not None

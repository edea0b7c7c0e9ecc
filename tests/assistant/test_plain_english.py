"""Plain English questions: whether a value rose, whether a target was hit, what stayed undone, two things at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.places import named_places
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN AN KHÊ HẠ
Số: 318/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ
Thu ngân sách trên địa bàn đạt 215,4 tỷ đồng, bằng 103,7% dự toán.
Giải quyết việc làm cho 1.530/1.600 lao động, đạt 95,63% chỉ tiêu.
Tỷ lệ hộ dân sử dụng nước sạch đạt 88,2%, tăng 3,1% so với năm 2023.
Cuối năm 2024, toàn huyện còn 412 hộ nghèo.
Cấp huyện: tiếp nhận 3.204 hồ sơ, trong đó trực tuyến 2.750 hồ sơ. Cấp xã: tiếp nhận 14.310 hồ sơ, trong đó trực \
tuyến 11.090 hồ sơ.
Chủ tịch UBND huyện tiếp công dân 26 lượt với 31 người. UBND huyện đã trả lời 41/47 kiến nghị của cử tri.
Toàn huyện làm mới 24,5 km đường nông thôn, trong đó: xã Hạ Lâm 9,5 km, xã Hạ Trung 8,2 km, xã Hạ Đông 6,8 km.
Chính sách được chi trả qua tài khoản cho 1.204 người trong tổng số 1.377 người hưởng trợ cấp xã hội hằng tháng.
II. HẠN CHẾ
- Tiến độ giải phóng mặt bằng một số công trình còn chậm.
- Việc phối hợp giữa các phòng chưa chặt chẽ.
III. NGUYÊN NHÂN
- Cán bộ địa chính cấp xã kiêm nhiệm nhiều việc.
IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025
1. Mở ít nhất 05 lớp tập huấn kỹ năng số cho trưởng ấp.
2. Phấn đấu chỉ số hài lòng của người dân đạt từ 91% trở lên.

CHỦ TỊCH
Lê Văn Hạ
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("plain"), spelling_embedder) as library:
        data = TEXT.encode()
        library.add(read_bytes(data, "bao-cao-318.txt"), data, "bao-cao-318.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Has the share of households with clean water gone up?", "Yes. Rose by 3.1%"),
        ("Did the share of households with clean water fall in 2024?", "No. Rose by 3.1%"),
        ("Tỷ lệ hộ dân sử dụng nước sạch có tăng không?", "Có. Tăng 3,1%"),
        ("Did the share of households with clean water go up or down in 2024?", "Rose by 3.1%"),
    ],
)
def test_whether_a_value_moved_is_told_with_by_how_much(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much was collected in budget revenue in 2024, and did it beat the estimate?", "Yes: “103,7% dự toán”"),
        ("How many people were put into work in 2024, and was the target hit?", "No: “95,63% chỉ tiêu”"),
    ],
)
def test_whether_a_plan_was_beaten_or_hit_is_told_by_the_share_of_it(
    assistant: Assistant, question: str, told: str
) -> None:
    assert assistant.ask(question).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Taking district and commune levels together, how many dossiers came in during 2024?", "17,514"),
        ("How many times did the district chairman meet citizens in person?", "26"),
        ("How many recommendations of voters went unanswered?", "6 recommendations (= 47 − 41)"),
        ("How many poor households were left at the end of 2024?", "412"),
        ("How many training classes are to be opened in 2025?", "5"),
        ("What satisfaction score does the district aim for in 2025?", "91%"),
    ],
)
def test_everyday_turns_of_english_find_the_figure(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert answer.answer.startswith(told)


def test_how_many_and_which_leads_are_both_told(assistant: Assistant) -> None:
    question = "How many kilometres of rural road were built in 2024 and which commune built the most?"
    told = assistant.ask(question).answer
    assert told.startswith("24.5 kilometres")
    assert "Hạ Lâm: 9.5 km" in told


def test_a_part_asked_for_in_english_is_told_beside_its_whole(assistant: Assistant) -> None:
    question = "How many people receive monthly social allowances, and how many are paid through bank accounts?"
    told = assistant.ask(question).answer
    assert "1,377 people" in told
    assert "1,204 people" in told


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("What went wrong in 2024 according to the report?", "chưa chặt chẽ", "kiêm nhiệm"),
        ("What does the report blame for its shortcomings?", "kiêm nhiệm", "chưa chặt chẽ"),
    ],
)
def test_what_went_wrong_and_what_is_blamed_are_parts_of_a_report(
    assistant: Assistant, question: str, told: str, left_out: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer
    assert left_out not in answer.answer


@pytest.mark.parametrize("opening", ["Taking", "Combining", "Combined", "Counting"])
def test_a_verb_that_opens_a_sentence_names_no_district(opening: str) -> None:
    assert named_places(f"{opening} district and commune levels, how many dossiers came in?", "en") == ()
    assert named_places("How many dossiers came in at Tân Hạ district?", "en") == ("huyen tan ha",)

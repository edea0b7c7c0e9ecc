"""Plain English questions: whether a value rose, whether a target was hit, what stayed undone, two things at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
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


FIELDS = """ỦY BAN NHÂN DÂN
HUYỆN SUỐI RÀNG
Số: 41/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ
Trong năm có 1.204 trẻ sinh ra. Biên chế được giao 320, đã sử dụng 308, còn 12 biên chế chưa sử dụng.
Thiên tai làm 02 người mất tích, 05 người bị thương, 14 căn nhà hư hỏng.
Toàn huyện có 07 hồ bơi; dạy bơi cho 640 trẻ em.
Lực lượng chức năng kiểm tra 120 lái xe, xử lý 9 lái xe vi phạm nồng độ cồn.
Xóa tên 03 đảng viên; số tiền chi sai 125 triệu đồng đã thu hồi.
"""


@pytest.fixture(scope="module")
def of_fields(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("fields"), spelling_embedder) as library:
        data = FIELDS.encode()
        library.add(read_bytes(data, "bao-cao-41.txt"), data, "bao-cao-41.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many babies were born in 2024?", "1,204"),
        ("How many unfilled posts are there?", "12"),
        ("How many people went missing in natural disasters?", "2 people"),
        ("How many houses were damaged?", "14 houses"),
        ("How many swimming pools are there?", "7 swimming pools"),
        ("How many children were taught to swim?", "640 children"),
        ("How many drunk drivers were dealt with?", "9 drivers"),
        ("How many Party members were struck off?", "3 Party members"),
        ("How much money was misspent?", "125 million VND"),
    ],
)
def test_everyday_words_of_the_fields_find_the_figure(of_fields: Assistant, question: str, told: str) -> None:
    assert of_fields.ask(question).answer.startswith(told)


SCALE = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG KHÊ
Số: 77/BC-UBND

BÁO CÁO
Kết quả đánh giá chất lượng phục vụ năm 2024

1. Cách xếp loại
- Từ 90 đến dưới 100 điểm xếp loại: Xuất sắc.
- Từ 70 đến dưới 90 điểm xếp loại: Khá.
- Dưới 50 điểm xếp loại: Yếu.
2. Kết quả
Tỉnh Đồng Khê đạt 84,15 điểm, xếp loại khá.
Toàn tỉnh tiếp nhận 51.204 hồ sơ, đã giải quyết 48.310 hồ sơ (trước hạn và đúng hạn 46.902 hồ sơ, đạt 97,09%, quá hạn \
1.408 hồ sơ, chiếm 2,91%).
Thanh toán viện phí không dùng tiền mặt đạt 61,5%; chi trả chế độ qua phương thức không dùng tiền mặt: chi lương hưu \
đạt 73,4%, chi trợ cấp một lần đạt 96,2%.
Khiếu nại: tiếp nhận 25 đơn, đã giải quyết 21 đơn.
Đã kiểm tra trực tiếp 05/12 xã và 03 sở; kiến nghị khắc phục 12 nội dung, đến cuối năm khắc phục xong 10 nội dung.
Chỉ số cải cách hành chính đạt 86,4 điểm, tăng 1,2 điểm so với năm 2023, xếp hạng 9/34; chỉ số hài lòng đạt 84,2%, \
xếp hạng 21/34, giảm 03 hạng.
Tỉnh đã công bố mới 44 thủ tục, sửa đổi, bổ sung 130 thủ tục và bãi bỏ 21 thủ tục.
"""


@pytest.fixture(scope="module")
def of_province(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("scale"), spelling_embedder) as library:
        data = SCALE.encode()
        library.add(read_bytes(data, "bao-cao-77.txt"), data, "bao-cao-77.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many points did the province get and how was it rated?", "84.15 points"),
        ("Tỉnh được bao nhiêu điểm và xếp loại gì?", "84,15 điểm"),
        ("From how many points is the rating excellent?", "90"),
    ],
)
def test_what_bounds_a_class_is_no_score_that_was_reached(of_province: Assistant, question: str, told: str) -> None:
    assert of_province.ask(question).answer.startswith(told)


def test_what_remains_is_of_the_pair_that_is_asked_for(of_province: Assistant) -> None:
    told = of_province.ask("How many recommendations made after inspections remain to be fixed?").answer
    assert not told.startswith("7 communes")


@pytest.mark.parametrize("asked", ["What was the position of the province on", "What rank did the province get for"])
def test_a_rank_asked_for_in_words_is_that_of_the_thing_named(of_province: Assistant, asked: str) -> None:
    assert of_province.ask(f"{asked} satisfaction?").answer.startswith("Rank 21/34")


def test_of_two_words_that_tell_a_part_the_rarer_decides(of_province: Assistant) -> None:
    told = of_province.ask("How many dossiers were taken in, and how many were handled late?").answer
    assert told.startswith("51,204 dossiers")
    assert "1,408 dossiers" in told
    assert "48,310 dossiers" not in told.partition("The report says")[0]


def test_each_part_is_told_in_the_order_in_which_it_is_asked_for(of_province: Assistant) -> None:
    question = "How many procedures were newly announced, how many were amended and how many scrapped?"
    told = of_province.ask(question).answer
    numbers = [told.find(f"{count} administrative procedures") for count in (44, 130, 21)]
    assert numbers == sorted(numbers)
    assert numbers[0] == 0


def test_a_share_is_of_the_thing_it_is_asked_of(of_province: Assistant) -> None:
    assert of_province.ask("What percentage of pensions was paid without cash?").answer.startswith("73.4%")


def test_what_is_said_of_the_things_counted_must_be_met_though_the_word_is_not_known(of_province: Assistant) -> None:
    assert of_province.ask("How many complaints were quashed in 2024?").abstained
    assert of_province.ask("How many complaints were upheld in 2024?").abstained
    assert of_province.ask("How many complaints were settled in 2024?").answer.startswith("21")

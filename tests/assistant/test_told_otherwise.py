"""Questions worded otherwise than the report words it: other spellings, what is meant by a turn of phrase."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRANH

BÁO CÁO
Kết quả công tác văn thư, lưu trữ năm 2025

Kính gửi: Sở Nội vụ tỉnh Hà Châu

Thực hiện Luật Lưu trữ; Công văn số 902/SNV-VTLT ngày 14/11/2025 của Sở Nội vụ về báo cáo công tác văn thư, lưu trữ, Ủy
ban nhân dân huyện báo cáo kết quả như sau:

I. KẾT QUẢ

Ủy ban nhân dân huyện ban hành Kế hoạch số 41/KH-UBND ngày 08/01/2025 về siết chặt kỷ luật, kỷ cương trong cơ quan
hành chính năm 2025.
Các phòng, ban đã quan tâm chỉ đạo công tác văn thư, lưu trữ và nâng cao trách nhiệm của cán bộ.
Mô hình “2 trong 1” về chỉnh lý tài liệu và số hóa tài liệu; mô hình “Kho sạch” tại xã Tà Lài.
Huyện ủy ban hành Kế hoạch số 33-KH/HU ngày 06/3/2025 về thực hiện Nghị quyết số 08-NQ/TU ngày 02/12/2024 của Tỉnh ủy về
hiện đại hóa công tác lưu trữ.
Huyện đã có Kế hoạch số 112/KH-UBND ngày 03/02/2025 về số hóa tài liệu; Kế hoạch số 118/KH-UBND ngày 10/02/2025 về số
hóa hộ tịch; Kế hoạch số 131/KH-UBND ngày 24/02/2025 về số hóa hồ sơ đất đai; Kế hoạch số 204/KH-UBND ngày 07/4/2025 về
số hóa hồ sơ người có công.

3. Hồ sơ đề nghị khen thưởng
a) Tờ trình của xã;
b) Biên bản họp xét;
c) Báo cáo thành tích.

II. HẠN CHẾ VÀ NGUYÊN NHÂN

1. Hạn chế

Tài liệu của ba xã chưa được chỉnh lý.

2. Nguyên nhân

Một số thủ trưởng lo việc chuyên môn, xem nhẹ công tác lưu trữ; cán bộ văn thư phải kiêm nhiệm.

III. TỔ CHỨC THỰC HIỆN

Các tập thể tham gia thi đua phải chỉnh lý tài liệu đúng thời gian.
Cuộc thi chữ đẹp năm 2025 có 64 cán bộ, công chức, người lao động tham dự. Huyện tổ chức 07 cuộc tọa đàm lấy ý kiến \
dự thảo Nội quy kho, có 155 người tham dự. Thủ trưởng các phòng ký bản cam kết bảo quản tài liệu.
Mưa lũ và mối mọt kéo dài. Những vấn đề trên đã ảnh hưởng lớn đến kho lưu trữ của huyện.
Phần mềm V-Kho quản lý văn bản lưu trữ của huyện được mọi phòng sử dụng.
Cấp xã số hóa 9.100 hồ sơ, trong đó đúng hạn 8.400 hồ sơ, trước hạn 700 hồ sơ. Cấp huyện số hóa 310 hồ sơ, trong đó \
đúng hạn 40 hồ sơ, trước hạn 270 hồ sơ.
Đã dán nhãn 4.200/5.000 hộp tài liệu, đạt 84%. Đã lập 310 hồ sơ đất đai, còn 45 hồ sơ đất đai chưa lập.
Đã kiểm tra kho 100% kế hoạch; đã kiểm tra 12/40 cơ quan, đạt tỷ lệ 30% (03/15 phòng và 09/25 trường học).
Tỷ lệ giải ngân vốn sửa kho đạt 41,5%. Tỷ lệ giải ngân vốn sửa kho hiện đạt 41,5% (trường hợp dưới 70% bị trừ điểm).
Kho được chấm điểm theo Quyết định số 55/QĐ-UBND ngày 02/01/2025 về chấm điểm kho lưu trữ như sau.
- Từ 70 đến dưới 90 điểm xếp loại: Khá.
- Từ 55 đến dưới 70 điểm xếp loại: Trung bình.

Bốn sáng kiến được công nhận: (1) mô hình “4 trong 1” về đóng gói tài liệu của xã Đồng Mun; (2) mô hình “Kho khô” của \
xã Suối Cát; (3) mô hình “Một chạm” của xã Bàu Sen; (4) mô hình “Sổ xanh” của xã Tà Lài.
Khi gặp khó khăn, vướng mắc về lưu trữ, các xã báo cáo Ủy ban nhân dân huyện qua Phòng Nội vụ để được giải quyết.
Ba xã trong danh sách thí điểm kho số gồm: (1) thị trấn Sông Tranh; (2) xã Tà Lài; (3) xã Đồng Mun; (4) xã Suối Cát; \
(5) xã Bàu Sen.
Hội đồng thông qua 16 nghị quyết về lưu trữ. Ủy ban ban hành 38 quyết định về lưu trữ. Đã cập nhật 54 văn bản lưu trữ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("otherwise"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "song-tranh.txt"), REPORT.encode(), "song-tranh.txt")
        yield Assistant(library)


def test_why_something_was_neglected_is_not_answered_by_what_was_done_for_it(assistant: Assistant) -> None:
    answer = assistant.ask("Vì đâu mà công tác lưu trữ chưa được chú ý đúng mức?")
    assert "lo việc chuyên môn" in answer.answer
    assert "nâng cao trách nhiệm" not in answer.answer


def test_a_plan_is_found_under_the_other_spelling_of_its_words(assistant: Assistant) -> None:
    answer = assistant.ask("KH siết chặt kỉ luật kỉ cương hc 2025 của huyện số mấy v ạ")
    assert not answer.abstained
    assert "41/KH-UBND" in answer.answer


def test_what_a_model_named_in_english_joins_is_told(assistant: Assistant) -> None:
    answer = assistant.ask('What two things does the district\'s "2 in 1" model bundle together?')
    assert not answer.abstained
    assert "số hóa tài liệu" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "When did the district Party Committee issue its plan carrying out Resolution 08-NQ/TU?",
        "Kế hoạch của Huyện ủy thực hiện Nghị quyết số 08-NQ/TU ban hành ngày nào?",
        "KH thực hiện NQ 08-NQ/TU số mấy?",
    ],
)
def test_what_carries_out_a_named_document_is_not_that_document(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith("Kế hoạch") and "33-KH/HU" in answer and "6/3/2025" in answer


def test_the_named_document_itself_is_told_where_it_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị quyết số 08-NQ/TU ban hành ngày nào?").answer
    assert answer.startswith("Nghị quyết số 08-NQ/TU ngày 2/12/2024")


@pytest.mark.parametrize(
    "question",
    [
        "Give me the numbers of the three February 2025 plans on digitising records.",
        "Cho biết số hiệu 3 kế hoạch tháng 02/2025 về số hóa.",
    ],
)
def test_as_many_documents_are_told_as_are_asked_for(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert all(number in answer for number in ("112/KH-UBND", "118/KH-UBND", "131/KH-UBND"))
    assert "204/KH-UBND" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Who is the report sent to, and which letter asked for it?",
        "Which letter is this report a reply to, and whom is it addressed to?",
        "Huyện làm báo cáo này theo yêu cầu trong công văn nào và gửi đến cơ quan nào?",
    ],
)
def test_to_whom_a_report_goes_and_what_asked_for_it_are_both_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Sở Nội vụ tỉnh Hà Châu" in answer and "902/SNV-VTLT" in answer
    assert "Luật Lưu trữ" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Which official letter asked the district to submit this report, and what is its date?",
        "What letter instructed the committee to write the report?",
        "Công văn nào của Sở Nội vụ yêu cầu huyện làm báo cáo này?",
        "Báo cáo này được thực hiện theo công văn nào?",
    ],
)
def test_what_asked_somebody_to_make_the_report_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "902/SNV-VTLT" in answer and "14/11/2025" in answer


def test_a_document_of_another_type_did_not_ask_for_the_report(assistant: Assistant) -> None:
    assert assistant.ask("Báo cáo này được lập theo thông báo nào?").abstained
    assert "902/SNV-VTLT" in assistant.ask("Công văn nào yêu cầu báo cáo này?").answer


def test_what_stands_under_a_heading_of_that_name_is_what_a_thing_consists_of(assistant: Assistant) -> None:
    answer = assistant.ask("Hồ sơ đề nghị khen thưởng gồm những giấy tờ gì?").answer
    assert "Tờ trình của xã" in answer and "Biên bản họp xét" in answer and "Báo cáo thành tích" in answer


def test_parts_and_what_each_has_are_not_told_by_one_number(assistant: Assistant) -> None:
    assert assistant.ask("Điểm thi đua gồm những tiêu chí nào, mỗi tiêu chí bao nhiêu điểm?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "Các xã gặp khó khăn về lưu trữ thì báo cáo qua cơ quan nào?",
        "Through which department do the communes report difficulties in archiving to the district People's Committee?",
    ],
)
def test_to_whom_difficulties_are_reported_is_not_told_by_the_difficulties(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Phòng Nội vụ" in answer and "chưa được chỉnh lý" not in answer


def test_of_a_list_the_one_of_the_kind_asked_for_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Which town is on the list of the five localities that pilot the digital archive?").answer
    assert "thị trấn Sông Tranh" in answer and "Suối Cát" not in answer


def test_bodies_in_general_are_none_of_those_asked_for(assistant: Assistant) -> None:
    assert assistant.ask("Những tập thể nào tham gia thi đua chỉnh lý tài liệu?").abstained


def test_numbers_alone_do_not_say_whether_they_add_up(assistant: Assistant) -> None:
    asked = "Cộng số nghị quyết và quyết định về lưu trữ lại có bằng số văn bản đã cập nhật không?"
    answer = assistant.ask(asked)
    assert answer.abstained or answer.answer.startswith(("Có", "Không"))


def test_who_signed_something_else_is_not_who_signed_the_report(assistant: Assistant) -> None:
    answer = assistant.ask("Bản cam kết bảo quản tài liệu do ai ký?").answer
    assert "Thủ trưởng các phòng" in answer


def test_one_sentence_that_says_all_of_two_counts_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Lấy ý kiến dự thảo Nội quy kho tổ chức bao nhiêu cuộc, mấy người tham dự?").answer
    assert "07 cuộc" in answer and "155 người" in answer


def test_what_the_things_above_are_is_told_with_them(assistant: Assistant) -> None:
    answer = assistant.ask("Điều gì đã ảnh hưởng lớn đến kho lưu trữ của huyện?").answer
    assert "Mưa lũ và mối mọt" in answer


def test_of_a_list_the_member_of_the_name_that_is_asked_for_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Mô hình 4 trong 1 của nơi nào, gồm những gì?").answer
    assert "xã Đồng Mun" in answer and "Suối Cát" not in answer


@pytest.mark.parametrize(
    "question",
    ["Huyện có 04 kế hoạch nào về số hóa?", "Which four plans on digitisation does the district have?"],
)
def test_as_many_documents_as_are_asked_for_are_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert all(f"{number}/KH-UBND" in answer for number in (112, 118, 131, 204))


def test_one_document_is_no_answer_where_three_are_asked_for(assistant: Assistant) -> None:
    assert assistant.ask("Ba kế hoạch nào về kỷ luật, kỷ cương hành chính năm 2025?").abstained


def test_a_year_is_no_day(assistant: Assistant) -> None:
    assert assistant.ask("Cuộc thi chữ đẹp tổ chức ngày nào?").abstained
    assert assistant.ask("On what day was the handwriting contest (cuộc thi chữ đẹp) held?").abstained


def test_what_manages_documents_is_no_document(assistant: Assistant) -> None:
    assert "V-Kho" in assistant.ask("Which software manages documents in the district?").answer


def test_a_sentence_on_another_level_does_not_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Did the commune level digitise more files on time or ahead of time?").answer
    assert "270" not in answer


def test_as_many_limitations_are_no_list_of_something_else(assistant: Assistant) -> None:
    answer = assistant.ask("What are the two limitations?").answer
    assert "chưa được chỉnh lý" in answer


def test_what_is_done_and_what_is_missing_together_are_added_up(assistant: Assistant) -> None:
    asked = "Counting both the land dossiers already made and those still missing, how many land dossiers are there?"
    assert "355 dossiers (= 310 + 45)" in assistant.ask(asked).answer


def test_how_much_of_a_whole_is_still_missing_is_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Dán nhãn hộp tài liệu còn thiếu bao nhiêu hộp?")
    assert answer.answer.startswith("800")


def test_a_share_of_something_else_is_not_that_of_what_was_told(assistant: Assistant) -> None:
    answer = assistant.ask("Đã kiểm tra kho bao nhiêu trường học, chiếm mấy phần trăm của 25 trường?")
    assert "100% [" not in answer.answer


def test_a_bound_is_no_second_value(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ giải ngân vốn sửa kho đạt bao nhiêu?").answer
    assert answer.startswith("41,5%") and "70% [" not in answer


@pytest.mark.parametrize(
    "question",
    ["75 điểm thì xếp loại gì theo Quyết định số 55/QĐ-UBND?", "What grade does 75 points give under Decision 55?"],
)
def test_the_document_of_a_scale_is_not_the_class_asked_for(assistant: Assistant, question: str) -> None:
    assert "xếp loại: Khá" in assistant.ask(question).answer

"""English questions over a report: when a thing is done, since when a decree holds, what is left, one task of many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """SỞ NỘI VỤ
TỈNH SÔNG TRĂNG
Số: 412/BC-SNV

BÁO CÁO
Tình hình thực hiện các chỉ số năm 2024

I. KẾT QUẢ
Chỉ số cải cách hành chính: Ngày 15/9/2024, Bộ Nội vụ đã ban hành Kế hoạch triển khai xác định chỉ số của các tỉnh, \
theo đó các tỉnh tự đánh giá, chấm điểm và gửi kết quả qua phần mềm, Bộ Nội vụ thẩm định, tổng hợp và dự kiến công bố \
chỉ số cải cách hành chính vào tháng 5/2025.
Sở Tư pháp tập trung thực hiện Kế hoạch số 58/KH-STP ngày 02/10/2024 về kiểm tra văn bản quy phạm pháp luật tại các \
đơn vị, kịp thời xử lý các văn bản trái quy định, hoàn thành công tác kiểm tra trước ngày 10/12/2024.
Tiến độ thực hiện các kiến nghị sau thanh tra, kiểm toán đạt 60% (số tiền đã nộp ngân sách nhà nước đạt \
240,5/400,8 triệu đồng).
Kế hoạch cải cách hành chính: đến nay, tỉnh đã triển khai thực hiện 34/41 nhiệm vụ đề ra.
Cấp tỉnh: Tổ chức tuyên truyền pháp luật được 47 cuộc, có 2.310 lượt người tham dự. Cấp xã: Tổ chức tuyên truyền \
pháp luật được 190 cuộc, có 5.105 lượt người tham dự.
Kinh phí tổ chức phong trào thi đua thực hiện theo quy định tại điểm b khoản 2 Điều 31 Nghị định số 94/2024/NĐ-CP \
ngày 12/7/2024 của Chính phủ.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025
Các nhiệm vụ trọng tâm: (1) Duy trì cấp thẻ căn cước cho công dân từ đủ 14 tuổi. (2) Thực hiện nghiêm Nghị định số \
77/2024/NĐ-CP quy định chi tiết thi hành Luật Căn cước (có hiệu lực thi hành từ ngày 20/10/2024). (3) Rà soát, hỗ trợ \
người cao tuổi neo đơn nộp hồ sơ tại nhà. (4) Cập nhật thông tin liệt sĩ vào cơ sở dữ liệu quốc gia về dân cư.

GIÁM ĐỐC
Trần Minh Khôi
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("asked"), spelling_embedder) as library:
        data = TEXT.encode()
        library.add(read_bytes(data, "bao-cao-412.txt"), data, "bao-cao-412.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When does the Ministry of Home Affairs plan to publish the PAR Index of the provinces?", "tháng 5/2025"),
        ("By when should the Department of Justice finish its checks on legal documents?", "10/12/2024"),
    ],
)
def test_the_time_of_what_is_asked_is_shown_and_not_the_date_of_a_document(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).answer


def test_the_date_from_which_a_document_holds_stands_behind_its_number(assistant: Assistant) -> None:
    answer = assistant.ask("From what date has Decree 77/2024/NĐ-CP been in force?")
    assert not answer.abstained
    assert "20/10/2024" in answer.answer
    assert "20/10/2024" in assistant.ask("Nghị định số 77/2024/NĐ-CP có hiệu lực từ khi nào?").answer


def test_a_document_of_which_no_such_date_is_told_gets_none(assistant: Assistant) -> None:
    assert "20/10/2024" not in assistant.ask("From what date has Plan 58/KH-STP been in force?").answer


def test_who_issued_the_report_is_no_part_of_what_is_asked_of_it(assistant: Assistant) -> None:
    question = (
        "According to the Home Affairs report, how much money was still to be paid to the state budget under "
        "inspection and audit recommendations?"
    )
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert str(answer.calculation.value) == "160.3"


def test_what_is_left_of_the_figure_told_before_is_worked_out(assistant: Assistant) -> None:
    history = (Turn("user", "How many tasks of the 2024 administrative-reform plan had been carried out?"),)
    answer = assistant.ask("How many does that leave unfinished?", history=history)
    assert answer.calculation is not None
    assert answer.calculation.value == 41 - 34


def test_sessions_of_both_levels_are_added_and_not_those_who_came(assistant: Assistant) -> None:
    question = "How many legal outreach sessions were held in all, counting the commune-level ones?"
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.calculation.value == 47 + 190


def test_of_a_list_of_tasks_the_one_asked_about_is_told_alone(assistant: Assistant) -> None:
    answer = assistant.ask("What does the report plan to do for lonely elderly people?").answer
    assert "người cao tuổi" in answer
    assert "liệt sĩ" not in answer


def test_the_article_that_is_applied_is_told_with_its_decree(assistant: Assistant) -> None:
    answer = assistant.ask("Which decree and article govern the funds of the emulation movement?").answer
    assert "94/2024" in answer
    assert "khoản 2 Điều 31" in answer


@pytest.mark.parametrize(
    ("before", "question"),
    [("Who signed the report?", "What position does he hold?"), ("Ai ký báo cáo?", "Ông ấy giữ chức vụ gì?")],
)
def test_the_position_of_who_signed_stands_with_the_signature(assistant: Assistant, before: str, question: str) -> None:
    answer = assistant.ask(question, history=(Turn("user", before),))
    assert not answer.abstained
    assert "GIÁM ĐỐC" in answer.answer

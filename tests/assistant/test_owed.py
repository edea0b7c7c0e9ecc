"""What is asked for must stand in the answer: words in common with a sentence do not make it one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 77/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025

I. KẾT QUẢ
1. Huyện đã kiểm tra cải cách hành chính tại 04 trường học và 02 đơn vị sự nghiệp.
2. Các bệnh viện trên địa bàn huyện đã lắp đặt máy lấy số tự động.
3. Huyện thành lập 02 đoàn kiểm tra kỷ luật, kỷ cương hành chính.
4. Phần mềm quản lý văn bản điện tử được tất cả các xã sử dụng hiệu quả.
5. Đã đăng tải 174 bài viết trên chuyên trang chuyển đổi số của huyện.
6. Phòng Tư pháp thực hiện Kế hoạch số 29/KH-TP ngày 03/10/2025 về kiểm tra văn bản quy phạm pháp luật tại các xã.
7. Cấp huyện tiếp nhận 3.600 hồ sơ; cấp xã tiếp nhận 9.200 hồ sơ.
8. Tham mưu khen thưởng các tập thể có thành tích trong cải cách hành chính.
9. Huyện nộp báo cáo cải cách hành chính trước ngày 15/12/2025.
10. Bệnh viện Đa khoa Sông Trăng đã triển khai bệnh án điện tử.
11. Huyện dành 1.850 triệu đồng cho công tác tuyên truyền.
12. Tỷ lệ hồ sơ nộp trực tuyến cấp huyện đạt 94,6%; cấp xã đạt trên 80%.
13. Huyện đã ban hành 03 văn bản chỉ đạo chuyển đổi số.
14. Để cấp căn cước cho người già yếu, Công an huyện đã làm như sau:
Bảng: tổ lưu động.
17. Mô hình camera an ninh được triển khai trên 12 xã.
15. Huyện vận động trên 400 người tham gia hiến máu, thu được 512 đơn vị máu.
16. Mục tiêu của cán bộ là sự hài lòng của người dân; chỉ số hài lòng được mọi cơ quan quan tâm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("owed"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Bốn trường học được kiểm tra cải cách hành chính là những trường nào?",
        "Bệnh viện nào đã lắp đặt máy lấy số tự động?",
        "Ai là trưởng đoàn kiểm tra kỷ luật, kỷ cương hành chính?",
        "Công ty nào cung cấp phần mềm quản lý văn bản điện tử?",
        "Which company supplies the document management software?",
        "Who headed the two inspection teams on administrative discipline?",
        "How many users have read the articles on the digital transformation page?",
        "Phòng Tư pháp phải kiểm tra xong văn bản quy phạm pháp luật tại các xã trước ngày nào?",
        "Cơ quan nào tham mưu khen thưởng các tập thể có thành tích trong cải cách hành chính?",
        "Bình quân mỗi tháng cấp huyện tiếp nhận bao nhiêu hồ sơ?",
        "Năm 2024 cấp huyện tiếp nhận bao nhiêu hồ sơ, nếu năm 2025 là 3.600 hồ sơ?",
        "Việc kiểm tra cải cách hành chính được xếp loại ở mức nào?",
        "Những văn bản nào chỉ đạo chuyển đổi số đã được ban hành?",
        "Công an huyện làm gì để cấp căn cước cho người già yếu?",
        "What target is set for the citizen satisfaction index?",
        "Mục tiêu về chỉ số hài lòng của người dân là gì?",
    ],
)
def test_a_sentence_without_what_is_asked_for_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def _answered(assistant: Assistant, question: str) -> Answer:
    answer = assistant.ask(question)
    assert not answer.abstained
    return answer


def test_a_deadline_is_told_where_it_stands(assistant: Assistant) -> None:
    answer = _answered(assistant, "Báo cáo cải cách hành chính được huyện nộp trước ngày nào?")
    assert "15/12/2025" in answer.answer


def test_a_name_is_told_where_it_stands(assistant: Assistant) -> None:
    answer = _answered(assistant, "Bệnh viện nào đã triển khai bệnh án điện tử?")
    assert "Bệnh viện Đa khoa Sông Trăng" in answer.answer


def test_what_still_goes_on_is_not_counted_by_all_that_came_in(assistant: Assistant) -> None:
    question = "Hồ sơ còn đang giải quyết ở cả hai cấp huyện, xã gộp lại là bao nhiêu?"
    assert assistant.ask(question).abstained


def test_the_words_security_level_ask_for_no_share(assistant: Assistant) -> None:
    assert not understand("Which communes were given a security level?", default_lexicon()).percent


def test_an_amount_of_money_is_what_a_thing_cost(assistant: Assistant) -> None:
    assert _answered(assistant, "Chi phí tuyên truyền là bao nhiêu?").answer.startswith("1.850 triệu đồng")


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hồ sơ nộp trực tuyến cấp huyện cao hơn cấp xã bao nhiêu?",
        "Bình quân mỗi người hiến máu được bao nhiêu đơn vị máu?",
    ],
)
def test_nothing_is_worked_out_from_a_bound(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).calculation is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bao nhiêu người tham gia hiến máu?", "Trên 400 người"),
        ("Mô hình camera an ninh được triển khai ở bao nhiêu xã?", "12 xã"),
        ("How many people took part in the blood donation?", "Over 400 people"),
    ],
)
def test_a_bound_is_told_as_one(assistant: Assistant, question: str, told: str) -> None:
    assert _answered(assistant, question).answer.startswith(told)

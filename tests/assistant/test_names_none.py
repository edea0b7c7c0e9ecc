"""Which members are meant, who won, whose tasks: an answer names them, and ends where those of another begin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 118/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025

I. KẾT QUẢ
1. Huyện công nhận 03 sáng kiến cải cách hành chính: (1) Sáng kiến “Hẹn giờ” của xã Tân Lộc; (2) Sáng kiến “Phiếu \
xanh” của xã Hòa Sơn; (3) Sáng kiến “Bàn tròn” của Phòng Nội vụ.
2. Tổ chức Cuộc thi trực tuyến “Tìm hiểu chuyển đổi số” từ ngày 05/5/2025, có 4.120 người dự thi; trao 01 giải Nhất, \
03 giải Nhì và 05 giải Ba.
3. Qua kiểm tra đột xuất phát hiện: 04/06 đơn vị niêm yết chưa đủ thủ tục; 02/06 đơn vị để quầy trống trong giờ.
4. Hội thi kể chuyện về sách: bà Lê Thị Hạnh, xã Tân Lộc đoạt giải Nhất.
6. Mặt trận huyện đề nghị cấp tỉnh khen thưởng 02 mô hình: “Bếp ấm” (xã Hòa Sơn), “Ghe chở sách” (xã Tân Lộc).
5. Sáng kiến “Một lần đến” về cấp giấy phép xây dựng, miễn nộp bản sao giấy chứng nhận quyền sử dụng đất, hẹn trả kết \
quả tại nhà cho người cao tuổi, người khuyết tật và gia đình chính sách trên địa bàn toàn huyện từ tháng 3.
II. NHIỆM VỤ
d) Phòng Tư pháp có các nhiệm vụ sau:
- Rà soát văn bản quy phạm pháp luật của các xã.
- Tập huấn hòa giải viên ở cơ sở.
đ) Phòng Y tế có các nhiệm vụ sau:
- Kiểm tra các bếp ăn tập thể.
- Tiêm chủng mở rộng cho trẻ em.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("none"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Trong 03 sáng kiến cải cách hành chính được công nhận, sáng kiến nào đã được công nhận từ năm trước?",
        "Who won the first prize in the online contest on digital transformation?",
        "Những đơn vị nào bị kiểm tra đột xuất?",
        "Which units were inspected by surprise?",
    ],
)
def test_what_leaves_open_who_is_meant_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("03 sáng kiến cải cách hành chính được công nhận là những sáng kiến nào?", "Phiếu xanh"),
        ("Ai đoạt giải Nhất hội thi kể chuyện về sách?", "Lê Thị Hạnh"),
    ],
)
def test_who_is_named_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


def test_names_in_quotation_marks_are_a_list_with_what_stands_behind_each(assistant: Assistant) -> None:
    answer = assistant.ask("Which two models were put forward for a provincial award, and where are they run?").answer
    assert "Bếp ấm” (xã Hòa Sơn)" in answer and "Ghe chở sách” (xã Tân Lộc)" in answer


def test_a_list_of_another_number_than_the_one_asked_for_is_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("Which five models were put forward for a provincial award?").abstained


def test_the_tasks_of_one_body_end_where_those_of_the_next_begin(assistant: Assistant) -> None:
    answer = assistant.ask("Phòng Tư pháp có những nhiệm vụ nào?").answer
    assert "Rà soát văn bản" in answer and "Tập huấn hòa giải viên" in answer
    assert "Phòng Y tế" not in answer and "bếp ăn" not in answer


def test_what_stands_at_a_place_is_quoted_whole_where_it_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Sáng kiến “Một lần đến” nằm ở chỗ nào trong báo cáo, nội dung là gì?").answer
    assert "mục I.5" in answer or "Mục I" in answer
    assert "hẹn trả kết quả tại nhà" in answer

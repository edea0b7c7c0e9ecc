"""Words typed with marks are met with them; one thing asked of the tasks ahead; what a report does not count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÀU SEN
Số: 61/BC-UBND
Bàu Sen, ngày 15 tháng 12 năm 2025

BÁO CÁO
Kết quả cải cách hành chính năm 2025

I. KẾT QUẢ
1. Huyện tạo điều kiện cho viên chức góp ý, bàn biện pháp nâng cao đời sống viên chức của cơ quan, đơn vị.
2. Một số viên chức còn nặng về hình thức, chưa thường xuyên nghiên cứu văn bản.
3. Số lượt tra cứu năm 2025 là 460/400 lượt, tăng so với cùng thời điểm năm 2024.
4. Các Tổ hòa giải nhận 90 đơn, hòa giải thành 81 đơn.
5. Trợ giúp pháp lý lưu động được tổ chức tại 09 xã, thị trấn trên địa bàn huyện.
7. Nội dung tuyên truyền gồm Luật Thư viện, Luật Bảo vệ môi trường và các văn bản hướng dẫn.
8. Kỷ luật hành chính được giữ nghiêm; kỷ cương công vụ được tăng cường.
6. Nhờ duy trì giao ban hằng tuần, tình trạng chậm trả lời văn bản giữa các phòng đã chấm dứt.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026
1. Tiếp tục thực hiện tốt công tác cải cách hành chính; đẩy mạnh số hóa hồ sơ, lấy người dân làm trung tâm, phấn đấu \
mọi thủ tục đủ điều kiện đều được cung cấp trực tuyến toàn trình trên cổng của tỉnh; nâng cao đạo đức công vụ của \
đội ngũ viên chức từ huyện đến cơ sở; xây dựng và thực hiện tốt văn hóa công sở; đổi mới phong cách làm việc \
“gần dân, sát dân”.
2. Tăng cường kiểm tra công vụ, xử lý nghiêm viên chức vi phạm.
3. Bố trí kinh phí sửa chữa trụ sở các xã, bảo đảm nơi làm việc khang trang.
4. Mở rộng dịch vụ công trực tuyến, hướng dẫn người dân nộp hồ sơ tại nhà.
5. Tổ chức đối thoại với doanh nghiệp mỗi quý một lần, ghi nhận và trả lời kiến nghị bằng văn bản.
6. Rà soát, cắt giảm thủ tục còn rườm rà, công bố kịp thời các thủ tục mới ban hành để người dân tra cứu; phân công \
từng phòng chuyên môn theo dõi, cập nhật, báo cáo kết quả hằng tháng về Văn phòng để tổng hợp chung, không để \
hồ sơ quá hạn kéo dài, không để người dân phải đi lại nhiều lần, công khai tên đơn vị chậm trễ trên trang thông tin.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("marks"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-61.txt"), REPORT.encode(), "bao-cao-61.txt")
        yield Assistant(library)


def test_a_word_is_met_with_its_marks(assistant: Assistant) -> None:
    answer = assistant.ask("Viên chức còn nặng về việc gì?").answer
    assert "nặng về hình thức" in answer and "nâng cao" not in answer


@pytest.mark.parametrize(
    ("question", "told", "aside"),
    [
        ("Năm 2026 huyện đổi mới phong cách làm việc theo phương châm nào?", "gần dân, sát dân", "số hóa"),
        ("Định hướng năm 2026 về văn hóa công sở?", "văn hóa công sở", "số hóa"),
    ],
)
def test_one_thing_of_the_tasks_is_told_alone(assistant: Assistant, question: str, told: str, aside: str) -> None:
    answer = assistant.ask(question).answer
    assert told in answer and aside not in answer


def test_a_long_list_of_tasks_is_told_whole_in_short(assistant: Assistant) -> None:
    answer = assistant.ask("Nhiệm vụ năm 2026 gồm những gì?").answer
    assert all(f"{n}. " in answer for n in range(1, 7))


def test_what_came_about_thanks_to_something_has_that_cause(assistant: Assistant) -> None:
    answer = assistant.ask("Nhờ đâu mà tình trạng chậm trả lời văn bản giữa các phòng chấm dứt?").answer
    assert "duy trì giao ban hằng tuần" in answer and "không nêu" not in answer


def test_a_law_is_told_by_its_name_once(assistant: Assistant) -> None:
    answer = assistant.ask("Nội dung tuyên truyền gồm những luật nào?").answer
    assert "Luật Thư viện" in answer and "Luật, Luật" not in answer


def test_growth_is_worked_out_in_percent(assistant: Assistant) -> None:
    answer = assistant.ask("Số lượt tra cứu năm 2025 tăng bao nhiêu phần trăm so với năm 2024?").answer
    assert answer.startswith("Tăng 15% (= (460 − 400)/400)")


@pytest.mark.parametrize(
    "question",
    [
        "How many mediation teams are there in the district?",
        "Which communes received mobile legal aid?",
        "Việc giữ nghiêm kỷ luật hành chính gắn với luật nào?",
        "Số lượt tra cứu năm 2025 tăng bao nhiêu phần trăm so với năm 2023?",
    ],
)
def test_what_is_not_counted_or_named_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained

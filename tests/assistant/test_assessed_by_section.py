"""Reports that close each of their sections with what fell short, why, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """UBND TỈNH SÔNG TRĂNG
Số: 62/BC-UBND

Sông Trăng, ngày 08 tháng 5 năm 2033

BÁO CÁO
Kết quả cải cách thủ tục hành chính và dữ liệu dân cư tháng 4/2033

I. KẾT QUẢ CÁC MẶT CÔNG TÁC
1. VỀ HOÀN THIỆN THỂ CHẾ
- Tỉnh đã ban hành 02 kế hoạch.
- Nhận xét, đánh giá:
+ Tồn tại, hạn chế: Kết quả còn ít, phối hợp chưa chặt chẽ.
+ Nguyên nhân: Đây là việc mới, hướng dẫn của trung ương ban hành muộn.
+ Các nhiệm vụ trọng tâm trong thời gian tới: Hoàn thiện cơ chế, đẩy mạnh phối hợp liên ngành.
2. VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH
- Toàn tỉnh tiếp nhận 5.240 hồ sơ.
- Nhận xét, đánh giá:
+ Tồn tại, hạn chế:
Người dân vẫn quen dùng giấy tờ bản in.
Một số hồ sơ phải gia hạn nhiều lần.
+ Các nhiệm vụ trọng tâm trong thời gian tới: (1) Đôn đốc chỉ tiêu trực tuyến; (2) Không yêu cầu sao y giấy tờ đã có.
3. VỀ PHÁT TRIỂN CÔNG DÂN SỐ
- Đã cấp 70.500 tài khoản.
- Nhận xét, đánh giá:
+ Tồn tại, hạn chế: Hiểu biết công nghệ của người cao tuổi chưa đều.
+ Các nhiệm vụ trọng tâm trong thời gian tới: (1) Cấp căn cước cho học sinh; (2) Mở điểm hướng dẫn tại chợ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("assessed"), spelling_embedder) as library:
        library.add(read_bytes(TEXT.encode(), "song-trang-62.txt"), TEXT.encode(), "song-trang-62.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Tồn tại, hạn chế trong cải cách TTHC là gì?", ("giấy tờ bản in", "gia hạn nhiều lần"), "chưa chặt chẽ"),
        ("What limitations remain in administrative procedure reform?", ("giấy tờ bản in",), "chưa chặt chẽ"),
        ("Hạn chế về hoàn thiện thể chế là gì?", ("chưa chặt chẽ",), "người cao tuổi"),
        ("What shortcomings remain in improving institutions?", ("chưa chặt chẽ",), "người cao tuổi"),
        ("Nguyên nhân hạn chế trong hoàn thiện thể chế là gì?", ("việc mới",), "chưa chặt chẽ"),
        ("Nhiệm vụ trọng tâm thời gian tới về cải cách TTHC là gì?", ("sao y",), "liên ngành"),
        ("What are the key tasks for developing digital citizens in the coming time?", ("học sinh",), "liên ngành"),
        ("What are the priority tasks ahead on institutions?", ("liên ngành",), "học sinh"),
    ],
)
def test_the_section_is_told_that_the_question_names(
    assistant: Assistant, question: str, told: tuple[str, ...], not_told: str
) -> None:
    answer = assistant.ask(question).answer
    assert all(said in answer for said in told) and not_told not in answer, answer


def test_a_section_without_such_a_line_is_not_told_by_another(assistant: Assistant) -> None:
    answer = assistant.ask("Nguyên nhân của hạn chế trong phát triển công dân số là gì?")
    assert "việc mới" not in answer.answer, answer.answer

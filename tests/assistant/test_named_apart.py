"""How far two values are apart that a question names each by its own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LÀNH
Số: 77/BC-UBND

BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ THỰC HIỆN
1. Kinh phí
- Tổng kinh phí bảo tồn rừng năm 2031 là 900 triệu đồng. Trong đó:
+ Chi sự nghiệp trồng cây, giữ rừng cấp tỉnh là 520 triệu đồng (chưa trừ 10% tiết kiệm).
+ Chi sự nghiệp trồng cây, giữ rừng cấp xã là 380 triệu đồng (chưa trừ 10% tiết kiệm).
2. Hội viên
Cập nhật thông tin các hội: 4.120 hội viên hội làm vườn, 3.975 hội viên hội đánh cá, 88 hội viên hội nuôi ong.
3. Chi trả
Tỷ lệ người nhận tiền qua tài khoản đạt 61,4%, cụ thể: Chi học bổng đạt 55,2%; chi hỗ trợ một lần đạt 90,1%; chi tiền
công đạt 100%.
4. Văn bản
Từ đầu năm đến nay, Hội đồng đã thông qua 14 nghị quyết, Ủy ban đã ban hành 39 quyết định.
5. Khách
Đặc khu Hòn Bồng đón 512 lượt khách.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("named-apart"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kinh phí bảo tồn rừng năm 2031 cấp tỉnh hơn cấp xã bao nhiêu?", "140 triệu đồng"),
        ("Hội viên hội làm vườn nhiều hơn hội viên hội đánh cá bao nhiêu?", "145 hội viên (= 4.120 − 3.975)"),
        ("Hội làm vườn và hội nuôi ong chênh nhau bao nhiêu hội viên?", "4.032 hội viên"),
        ("Chi hỗ trợ một lần qua tài khoản cao hơn học bổng bao nhiêu?", "34,9 điểm phần trăm (= 90,1% − 55,2%)"),
    ],
)
def test_the_greater_less_the_other(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question).answer
    assert told in answer, answer


def test_one_of_the_two_is_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("Số nghị quyết ít hơn số kế hoạch Ủy ban ban hành mấy văn bản?").abstained


def test_a_name_is_no_comparison(assistant: Assistant) -> None:
    assert "512" in assistant.ask("Đặc khu Hòn Bồng đón bao nhiêu lượt khách?").answer

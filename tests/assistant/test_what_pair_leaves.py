"""What the part of a pair leaves of its whole, where the others are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 318/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ THỰC HIỆN
1. Đối thoại
Tổ chức 03 hội nghị đối thoại với nông dân, có 210 người dự, 46 ý kiến; đã giải quyết, trả lời 41/46 ý kiến.
Có 07/88 đề xuất, kiến nghị của hợp tác xã chưa được giải quyết.
2. Y tế
Tổng số lượt tra cứu thẻ bảo hiểm bằng căn cước là 20.415 lượt; trong đó, 18.202 lượt tra cứu thành công.
Trong năm, trả viện phí không dùng tiền mặt ở bệnh viện đạt 40% tổng số lượt thanh toán (8.120/20.300 lượt).
Thư viện mở 900 tài khoản đọc sách cho người từ đủ 12 tuổi, trong đó 640 tài khoản đã kích hoạt.
3. Tài chính
Thực hiện kết luận thanh tra về đất công đạt 75,5% (số tiền đã nộp ngân sách đạt 604/800 triệu đồng).
4. Hồ sơ
Toàn huyện tiếp nhận 3.400 hồ sơ chứng thực, trong đó hồ sơ trực tuyến 1.250 hồ sơ.
Đã cấp 900 tài khoản học liệu, trong đó 640 tài khoản đã kích hoạt, còn 260 tài khoản chưa kích hoạt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("pair-leaves"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Còn mấy ý kiến tại hội nghị đối thoại chưa được giải quyết, trả lời?", "5 ý kiến (= 46 − 41)"),
        ("How many cooperative proposals had been resolved out of 88?", "(= 88 − 7)"),
        ("How many insurance card look-ups by ID card failed?", "2,213 turns (= 20,415 − 18,202)"),
        ("Có bao nhiêu lượt tra cứu thẻ bảo hiểm bằng căn cước không thành công?", "2.213 lượt"),
        ("Có bao nhiêu lượt thanh toán viện phí trả bằng tiền mặt?", "12.180 lượt (= 20.300 − 8.120)"),
        ("Theo kết luận thanh tra đất công, còn bao nhiêu tiền chưa nộp ngân sách?", "196 triệu đồng (= 800 − 604)"),
        ("Có bao nhiêu hồ sơ chứng thực nộp trực tiếp, không qua mạng?", "2.150 hồ sơ (= 3.400 − 1.250)"),
    ],
)
def test_the_whole_less_the_part_that_says_the_opposite(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer, answer.answer
    assert answer.calculation is not None


def test_in_a_conversation_what_failed_is_of_what_was_tried(assistant: Assistant) -> None:
    asked = ("How many look-ups of insurance cards by ID card were made?", "How many of them succeeded?")
    history = [turn for text in asked for turn in (Turn("user", text), Turn("assistant", "."))]
    assert "2,213" in assistant.ask("And how many failed?", history=history).answer


def test_what_the_report_counts_itself_is_told_as_it_stands(assistant: Assistant) -> None:
    answer = assistant.ask("Còn bao nhiêu tài khoản học liệu chưa kích hoạt?")
    assert answer.answer.startswith("260 tài khoản")
    assert answer.calculation is None


def test_of_others_nothing_is_worked_out(assistant: Assistant) -> None:
    for question in (
        "Có bao nhiêu ý kiến đối thoại chưa được công khai?",
        "Bao nhiêu tài khoản học liệu chưa được gia hạn?",
    ):
        assert "−" not in assistant.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Người chưa đủ 12 tuổi được mở bao nhiêu tài khoản đọc sách?",
        "How many reading accounts were opened for those under 12?",
    ],
)
def test_those_below_an_age_are_not_told_by_those_above(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_those_above_an_age_are_told(assistant: Assistant) -> None:
    assert "900" in assistant.ask("Người từ đủ 12 tuổi được mở bao nhiêu tài khoản đọc sách?").answer

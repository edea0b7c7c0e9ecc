"""Answers of the sort that is asked for: how many times, which level, by whom, when it ended, in which commune."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from assistant.compose.sentences.such_as_asked import says_its_number
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN ĐẦM TRÀ
Số: 19/BC-UBND

Đầm Trà, ngày 14 tháng 12 năm 2031

BÁO CÁO
Kết quả cải cách hành chính năm 2031 của huyện Đầm Trà

I. KẾT QUẢ
1. Cấp xã tiếp nhận 9.600 hồ sơ (hồ sơ trực tuyến 6.000 hồ sơ, đạt 62,5% so với tổng số hồ sơ). Số lượng hồ sơ \
đã giải quyết: 9.000 hồ sơ, trong đó giải quyết trước hạn: 8.100 hồ sơ, đúng hạn: 810 hồ sơ, quá hạn: 90 hồ \
sơ. Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 99%. Cấp huyện tiếp nhận 2.000 hồ sơ (hồ sơ trực tuyến 1.500 \
hồ sơ, đạt 75% so với tổng số hồ sơ). Số lượng hồ sơ đã giải quyết: 1.800 hồ sơ, trong đó giải quyết trước \
hạn: 1.200 hồ sơ, đúng hạn: 591 hồ sơ, quá hạn: 9 hồ sơ. Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 99,5%.
2. Qua kết quả đánh giá của Sở Nội vụ, năm 2030 chỉ số CCHC của huyện đạt 77 điểm, xếp hạng 8/11 huyện.
3. Ra quân chiến dịch “40 ngày xanh” vận động trồng tre ven kênh, đến ngày 05/10/2031 đã trồng 3.700 gốc tre.
4. Mô hình “Ghế chờ” được công nhận năm 2031 kết hợp nước uống cho người chờ.
5. Tỷ lệ gốc tre sống cao hơn cùng kỳ. Gốc tre trồng đợt đầu sống 88%.
6. Nền nếp trong quản lý chợ, bến đò ngày càng được nâng cao.
7. Có mô hình “2 trong 1” về thủ tục hộ tịch tại bộ phận một cửa của huyện.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Võ Văn Lân
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("sorts"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "dt.txt"), PAPER.encode(), "dt.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Số hồ sơ trực tuyến cấp xã gấp mấy lần cấp huyện?", "gấp 4 lần"),
        ("Cấp nào có tỷ lệ hồ sơ giải quyết trước và đúng hạn cao hơn, hơn bao nhiêu?", "chênh 0,5"),
        ("Hồ sơ giải quyết quá hạn chiếm bao nhiêu phần trăm số hồ sơ đã giải quyết ở cấp huyện?", "0,5%"),
        ("Ở cấp xã, số hồ sơ không nộp trực tuyến là bao nhiêu?", "3.600"),
        ("Tỷ lệ gốc tre sống có cao hơn cùng kỳ không?", "cao hơn cùng kỳ"),
    ],
)
def test_the_sort_that_is_asked_for_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Chiến dịch “40 ngày xanh” kết thúc vào ngày nào?",
        "Huyện đưa bao nhiêu thủ tục hộ tịch vào bộ phận một cửa?",
        "Which commune has the “Ghế chờ” model?",
        "Xã nào có tỷ lệ hồ sơ quá hạn cao nhất?",
    ],
)
def test_what_is_of_another_sort_does_not_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_who_worked_a_value_out_is_not_answered_by_the_value(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ số CCHC năm 2030 của huyện do cơ quan nào đánh giá?").answer
    assert "Sở Nội vụ" in answer and not answer.startswith("77")


def test_a_body_may_be_who_does_the_measuring(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ số CCHC năm 2030 của huyện do ai đánh giá?").answer
    assert "Sở Nội vụ" in answer and not answer.startswith("77")


def test_a_name_with_a_number_is_not_told_by_what_lacks_it() -> None:
    assert says_its_number("when did the 40-day drive start", " chien dich 40 ngay xanh ")
    assert not says_its_number("when did the 40-day drive start", " ngay 3 3 2031 phat dong phong trao trong tre ")


def test_how_a_thing_is_judged_asks_for_no_judging() -> None:
    question = understand("Nền nếp quản lý chợ của huyện được đánh giá như thế nào?", default_lexicon())
    assert not any("đánh giá" in w.keys for w in question.wanted)


def test_work_for_a_term_asks_for_no_time() -> None:
    assert Kind.WHEN not in kinds_of(fold("Việc đi thực tập có thời hạn đạt kết quả thế nào?"))

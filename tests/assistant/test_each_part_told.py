"""Each of several things asked is told: the time asked for first, counts that stand in sections of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 44/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2031

BÁO CÁO
Kết quả cải cách hành chính của tỉnh năm 2031

I. KẾT QUẢ
1. Chỉ đạo
Từ ngày 05/9/2031, thư viện tỉnh mở khảo sát bạn đọc bằng mã QR. Ba tháng khảo sát bạn đọc bằng mã QR đã tiếp nhận \
6.210 phiếu khảo sát.
2. Thể chế
Trong năm, HĐND tỉnh thông qua 21 nghị quyết về phí, UBND tỉnh ban hành 47 quyết định về giá. UBND tỉnh đã trình HĐND \
tỉnh thông qua nghị quyết giữ lại 305 nghị quyết cũ về đất bãi, nghề cá.
3. Thủ tục hành chính
Các sở đã cấp 112 giấy phép mở quầy sách, trong đó có 83 giấy phép cấp đúng hạn.

II. KHEN THƯỞNG
1. Đối với tập thể
Mỗi năm một trường được trình 02 tập thể để Chủ tịch UBND tỉnh tặng Bằng khen.
2. Đối với cá nhân
Mỗi năm một trường được trình 03 cá nhân để Chủ tịch UBND tỉnh tặng Bằng khen.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "44.txt"), data, "44.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "When did the QR-code survey of library readers start, and how many responses were received in the first "
            "three months?",
            ("05/9/2031", "6,210"),
        ),
        ("Một trường được trình mấy tập thể, mấy cá nhân để Chủ tịch UBND tỉnh tặng BK?", ("02 tập", "03 cá")),
        ("Một trường được trình bao nhiêu tập thể và cá nhân để tặng bằng khen?", ("02 tập", "03 cá")),
        (
            "How many collectives and how many individuals may a school submit for the certificate of merit?",
            ("2 collective", "3 individual"),
        ),
        ("HĐND tỉnh thông qua mấy nghị quyết, UBND tỉnh ban hành mấy quyết định?", ("21 nghị", "47 quyết")),
    ],
)
def test_each_thing_asked_is_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert "305" not in answer.answer.partition("“")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu giấy phép mở quầy sách được cấp không đúng hạn trong năm 2031?",
        "Mấy giấy phép mở quầy sách cấp chưa kịp hạn?",
    ],
)
def test_what_was_not_in_time_is_the_whole_less_what_was(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.answer.startswith("29 giấy phép")


@pytest.mark.parametrize("text", ["Tỷ lệ này tăng thế nào từ tháng 3?", "Số lớp cải thiện ra sao so với quý I?"])
def test_how_something_rose_is_a_comparison(text: str) -> None:
    question = understand(text, default_lexicon())
    assert question.is_(Kind.COMPARISON) and compares(question)


def test_what_was_chosen_is_compared_with_nothing() -> None:
    assert not understand("Mỗi lớp chọn bao nhiêu bạn?", default_lexicon()).is_(Kind.COMPARISON)

"""Each of several things asked is told: the time asked for first, counts that stand in sections of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.kinds import Kind
from assistant.question import understand
from assistant.restating import compares
from assistant.terms import default_lexicon
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
Từ ngày 05/9/2031, Sở Nội vụ đã triển khai việc khảo sát mức độ hài lòng của người dân qua mã QR niêm yết tại bộ phận \
một cửa. Qua ba tháng khảo sát mức độ hài lòng bằng mã QR tại bộ phận một cửa, đã tiếp nhận 6.210 phiếu khảo sát.
2. Thể chế
Trong năm, HĐND tỉnh đã thông qua 21 Nghị quyết quy phạm pháp luật, UBND tỉnh đã ban hành 47 Quyết định quy phạm pháp \
luật. UBND tỉnh đã trình HĐND tỉnh thông qua Nghị quyết áp dụng 305 Nghị quyết của các tỉnh cũ.
3. Thủ tục hành chính
Tỉnh đã ban hành 112 quyết định công bố danh mục thủ tục hành chính, trong đó có 83 quyết định công bố đúng hạn.

II. KHEN THƯỞNG
1. Đối với tập thể
Mỗi cơ quan, địa phương được đề xuất 02 tập thể để Chủ tịch UBND tỉnh tặng Bằng khen.
2. Đối với cá nhân
Mỗi cơ quan, địa phương được đề xuất 03 cá nhân để Chủ tịch UBND tỉnh tặng Bằng khen.
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
            "Since when has the QR-code satisfaction survey been run at one-stop desks, and how many responses came in "
            "during the first three months?",
            ("05/9/2031", "6,210"),
        ),
        ("Mỗi cơ quan được đề xuất mấy tập thể, mấy cá nhân để tặng BK của Chủ tịch UBND tỉnh?", ("02 tập", "03 cá")),
        ("Mỗi địa phương được đề xuất bao nhiêu tập thể và cá nhân tặng bằng khen?", ("02 tập", "03 cá")),
        (
            "How many collectives and how many individuals may each agency propose for the certificate of merit?",
            ("2 collective", "3 individual"),
        ),
        ("HĐND tỉnh thông qua mấy nghị quyết, UBND tỉnh ban hành mấy quyết định?", ("21 Nghị", "47 Quyết")),
    ],
)
def test_each_thing_asked_is_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert "305" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu quyết định công bố danh mục thủ tục hành chính ban hành không đúng hạn trong năm 2031?",
        "Mấy quyết định công bố danh mục thủ tục hành chính chưa kịp hạn?",
    ],
)
def test_what_was_not_in_time_is_the_whole_less_what_was(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.answer.startswith("29 quyết định")


@pytest.mark.parametrize("text", ["Tỷ lệ này tăng thế nào từ tháng 3?", "Số lớp cải thiện ra sao so với quý I?"])
def test_how_something_rose_is_a_comparison(text: str) -> None:
    question = understand(text, default_lexicon())
    assert question.is_(Kind.COMPARISON) and compares(question)

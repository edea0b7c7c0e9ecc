"""Documents by the year they are of, by the day they were issued, which of two came first, and what one issued."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒI CÁT
Số: 88/BC-UBND

Đồi Cát, ngày 20 tháng 11 năm 2031

BÁO CÁO
Kết quả công tác lưu trữ năm 2031 của huyện Đồi Cát

I. KẾT QUẢ
1. Huyện đã ban hành Kế hoạch số 31/KH-UBND ngày 08/01/2031 về thanh tra việc bảo quản kho lưu trữ năm 2030; Kế hoạch \
số 45/KH-UBND ngày 17/01/2031 về công tác lưu trữ huyện năm 2031; Kế hoạch số 67/KH-UBND ngày 09/3/2031 về phát động \
thi đua làm tốt công tác lưu trữ năm 2031; Kế hoạch số 52/KH-UBND ngày 21/01/2031 về bảo quản kho lưu trữ năm 2031.
2. Thực hiện Quyết định số 140/QĐ-UBND ngày 05/12/2030 của Ủy ban nhân dân tỉnh về thu phí đọc tài liệu và Quyết định \
số 19/QĐ-UBND ngày 02/02/2031 của Ủy ban nhân dân tỉnh ban hành Quy chế sao chụp tài liệu quý.
3. Huyện ban hành Kế hoạch số 90/KH-UBND ngày 11/5/2031 về bản đồ số giai đoạn 2031 - 2035, đồng thời cụ thể hóa thành \
các Kế hoạch bản đồ số trong các lĩnh vực thủy sản, lâm nghiệp.
4. Kế hoạch số 12/KH-UBND ngày 03/02/2029 của UBND huyện về nếp sống văn thư đến năm 2033 vẫn được thực hiện.

II. PHƯƠNG HƯỚNG NĂM 2032
1. Tiếp tục làm tốt công tác lưu trữ, mở phòng đọc tài liệu vào ngày nghỉ.
2. Đẩy mạnh việc thu thập tài liệu của dòng họ.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lý Thị Mười
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("by_year"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "dc.txt"), PAPER.encode(), "dc.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kế hoạch bảo quản kho lưu trữ năm 2031 của huyện mang số mấy?", "52/KH-UBND"),
        ("Huyện ban hành kế hoạch công tác lưu trữ năm 2031 ngày nào?", "17/1/2031"),
        ("Kế hoạch nào của UBND huyện về nếp sống văn thư kéo dài đến năm 2033?", "12/KH-UBND"),
        ("Quyết định 19/QĐ-UBND ban hành quy chế gì?", "sao chụp tài liệu quý"),
        ("What regulation was issued by the province's Decision 19/QĐ-UBND?", "sao chụp tài liệu quý"),
        ("Huyện đang thực hiện kế hoạch văn thư nào ban hành năm 2029?", "12/KH-UBND"),
        ("Which regulation did Decision 19/QĐ-UBND issue?", "sao chụp tài liệu quý"),
    ],
)
def test_the_document_that_is_meant_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch thanh tra việc bảo quản kho lưu trữ năm 2031 của huyện mang số nào?",
        "Kế hoạch công tác lưu trữ của huyện năm 2032 mang số mấy?",
        "Kế hoạch bản đồ số lâm nghiệp của huyện mang số mấy?",
        "Kế hoạch bản đồ số trong lĩnh vực thủy sản của huyện số mấy?",
    ],
)
def test_one_of_another_year_or_field_does_not_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_of_two_documents_the_one_that_came_first_or_last_is_told_first(assistant: Assistant) -> None:
    answer = assistant.ask("Trong hai kế hoạch 90/KH-UBND và 45/KH-UBND, kế hoạch nào ban hành trước?").answer
    assert answer.index("45/KH-UBND") < answer.index("90/KH-UBND")
    answer = assistant.ask("Which was issued later, Plan 45/KH-UBND or Plan 90/KH-UBND?").answer
    assert answer.index("90/KH-UBND") < answer.index("45/KH-UBND")

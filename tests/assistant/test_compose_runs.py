"""Sums over what a report tells apart: unlike bodies of one sentence, two states, two levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 92/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025

I. KẾT QUẢ
1. Việc khảo sát chữ ký số được làm tại 9/9 xã, 04 phòng chuyên môn, 02 trung tâm và 05 trường học.
2. Lớp tập huấn lưu trữ có 31 cán bộ, 44 công chức và 12 người hoạt động không chuyên trách dự.
3. Huyện tặng giấy khen cho 07 tập thể; trong đó có 03 phòng.
4. Cấp xã: Số hồ sơ đất đai đã giải quyết: 1.150 hồ sơ, quá hạn 41 hồ sơ.\
 Số hồ sơ đất đai đang giải quyết: 88 hồ sơ, quá hạn 9 hồ sơ.
5. Công tác phòng cháy được chú trọng: Đã tổ chức diễn tập được 14 cuộc có 520 người dự; \
tổ chức 3 cuộc họp mặt. Cấp xã: Tổ chức diễn tập được 37 cuộc, có 910 người dự.
6. Hồ sơ trực tuyến cấp xã đạt 61,5%; cấp huyện đạt 74,2%.
7. Công bố thủ tục, danh mục thủ tục: Từ đầu năm 2025 đến nay, huyện Sông Trăng đã công bố 12 Quyết định công bố danh \
mục thủ tục chăn nuôi; trong đó, công bố mới 31 thủ tục, sửa đổi, bổ sung 45 thủ tục và bãi bỏ 8 thủ tục; các xã niêm \
yết danh mục thủ tục tại trụ sở.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("runs"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("Việc khảo sát chữ ký số được làm ở tất cả bao nhiêu đơn vị?", 20),
        ("Tổng cộng bao nhiêu đơn vị được khảo sát chữ ký số, kể cả các xã?", 20),
        ("Không tính các xã thì việc khảo sát chữ ký số được làm ở mấy cơ quan, đơn vị?", 11),
        ("Ngoài các trường học, việc khảo sát chữ ký số được làm ở bao nhiêu đơn vị?", 15),
        ("Apart from the communes, how many bodies did the survey of digital signatures cover?", 11),
        ("Lớp tập huấn lưu trữ có tất cả bao nhiêu người dự?", 87),
        ("Tính cả hồ sơ đất đai đã giải quyết lẫn đang giải quyết, cấp xã có bao nhiêu hồ sơ quá hạn?", 50),
        ("Tổng số cuộc diễn tập phòng cháy của huyện và cấp xã cộng lại là bao nhiêu?", 51),
        ("Kể cả cấp xã thì năm qua có bao nhiêu cuộc diễn tập phòng cháy?", 51),
        ("Tính cả phần xã làm thì có bao nhiêu cuộc diễn tập phòng cháy?", 51),
    ],
)
def test_what_is_told_apart_is_added_up(assistant: Assistant, question: str, total: int) -> None:
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.calculation.value == Decimal(total)


def test_a_part_of_a_whole_is_not_added_to_it(assistant: Assistant) -> None:
    answer = assistant.ask("Huyện tặng giấy khen cho tất cả bao nhiêu đơn vị?")
    assert answer.calculation is None


def test_shares_of_two_levels_are_set_against_each_other_however_they_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Xã hay huyện có tỷ lệ nộp hồ sơ trực tuyến cao hơn? Mỗi bên bao nhiêu phần trăm?")
    assert "Cấp huyện cao hơn: 74,2%, cấp xã 61,5%" in answer.answer


def test_what_the_next_clause_says_of_the_whole_before_it_is_told_as_its_part(assistant: Assistant) -> None:
    question = (
        "Từ đầu năm huyện công bố bao nhiêu quyết định công bố danh mục thủ tục chăn nuôi, trong đó bãi bỏ bao nhiêu "
        "thủ tục?"
    )
    answer = assistant.ask(question).answer
    assert answer.startswith("12 Quyết định")
    assert "8 thủ tục" in answer.split("“")[0]

"""Which of two is more, where a passage tells both beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 66/BC-UBND
Sông Trăng, ngày 18 tháng 12 năm 2025

BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2025

I. KẾT QUẢ
1. Cấp mã số vùng trồng: toàn huyện phê duyệt 1.504/1.735 hồ sơ mã số vùng trồng (đạt tỷ lệ 86,69%). Trong đó, hộ gia \
đình: 1.204/1.400 (đạt tỷ lệ 86%), doanh nghiệp, hợp tác xã 300/335 (đạt tỷ lệ 89,55%).
2. Thu phí bến bãi qua ngân hàng đạt 61,4% trên tổng số tiền và đạt 48% trên tổng số lượt xe.
3. Trồng rừng: chủ rừng là cộng đồng trồng mới 210 ha; chủ rừng là doanh nghiệp trồng mới 185 ha.
4. Đơn thư năm 2025
- Đơn khiếu nại: Tồn 02 đơn, phát sinh 09 đơn, tổng cộng 11 đơn.
- Đơn tố cáo: Tồn 01 đơn, phát sinh 12 đơn, tổng cộng 13 đơn.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("either"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-66.txt"), REPORT.encode(), "bao-cao-66.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Tỷ lệ hồ sơ mã số vùng trồng được phê duyệt của hộ gia đình hay doanh nghiệp, hợp tác xã cao hơn?",
            "Doanh nghiệp, hợp tác xã: 89,55%, cao hơn hộ gia đình: 86%",
        ),
        (
            "Nhóm nào có tỷ lệ phê duyệt mã số vùng trồng thấp hơn, hộ gia đình hay doanh nghiệp?",
            "Hộ gia đình: 86%, thấp hơn doanh nghiệp, hợp tác xã: 89,55%",
        ),
        (
            "Tỷ lệ thu phí bến bãi qua ngân hàng tính theo số tiền hay theo lượt xe cao hơn?",
            "Trên tổng số tiền: 61,4%, cao hơn trên tổng số lượt xe: 48%",
        ),
        (
            "Cộng đồng hay doanh nghiệp trồng mới nhiều ha rừng hơn, hơn bao nhiêu ha?",
            "Chủ rừng là cộng đồng trồng mới: 210 ha, nhiều hơn chủ rừng là doanh nghiệp trồng mới: 185 ha "
            "(25 = 210 − 185)",
        ),
        (
            "For planting-area code dossiers, did households or enterprises and cooperatives reach the higher rate?",
            "Doanh nghiệp, hợp tác xã: 89.55%, higher than hộ gia đình: 86%",
        ),
    ],
)
def test_the_one_that_is_more_is_told_against_the_other(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_of_several_counts_of_each_none_is_picked(assistant: Assistant) -> None:
    answer = assistant.ask("Đơn khiếu nại hay đơn tố cáo nhiều hơn?").answer
    assert "nhiều hơn" not in answer and not answer.startswith("Đơn khiếu nại")


def test_how_one_of_the_two_moved_does_not_say_which_is_more(sample_library: Library) -> None:
    answer = Assistant(sample_library).ask("Khiếu nại hay tố cáo nhiều hơn?").answer
    assert answer.startswith("Khiếu nại: 17 đơn, nhiều hơn tố cáo: 02/02 đơn")  # and not by the change of the one


def test_which_way_a_thing_moved_is_no_choice_between_two(sample_library: Library) -> None:
    answer = Assistant(sample_library).ask("Số đơn năm nay nhiều hơn hay ít hơn năm trước?")
    assert answer.answer.startswith("Tăng")

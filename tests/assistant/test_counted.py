"""Lists asked for by how many they are, by the state of their members, or by one kind of member."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 61/BC-UBND
Sông Trăng, ngày 20 tháng 6 năm 2025

BÁO CÁO
Kết quả chuyển đổi số năm 2025

I. KẾT QUẢ
1. Tỉnh giao 07 đầu việc trọng điểm về chuyển đổi số.
- Đầu việc đã hoàn thành: (1) Số hóa sổ hộ tịch; (2) Cấp chữ ký số; (3) Mở cổng dữ liệu.
- Đầu việc còn nghiên cứu: (1) Cảnh báo ngập tự động; (2) Đặt lịch khám từ xa.
- Đầu việc đang thực hiện: (1) Lập bản đồ số về cây xanh; (2) Thu phí bến xe không dùng tiền mặt.
2. Bộ tiêu chí gồm 04 tiêu chí:
- Công khai: 20 điểm.
- Tiến độ: 30 điểm.
- Hài lòng: 25 điểm.
- Số hóa: 25 điểm.
3. Có 06 sở đang triển khai sáng kiến truyền thông; các sáng kiến gồm: (1) Loa số xóm ấp; (2) Bản tin mỗi tuần.
Về các đầu việc trọng điểm chuyển đổi số, tỉnh chọn hai đầu việc trọng điểm để tuyên truyền: (1) đầu việc trọng điểm \
chuyển đổi số cho người già; (2) đầu việc trọng điểm chuyển đổi số cho trẻ em.
4. Khảo sát tại 05 địa bàn: (1) phường Bến Sa; (2) xã Tân Lộc; (3) xã Phú Sa; (4) đặc khu Hòn Mây; (5) xã Mỹ Sa.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("counted"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "61.txt"), data, "61.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        (
            "Ba đầu việc trọng điểm nào về chuyển đổi số đã hoàn thành?",
            ("hộ tịch", "chữ ký số", "dữ liệu"),
            ("bến xe",),
        ),
        (
            "Trong 07 đầu việc trọng điểm về chuyển đổi số, những việc nào đang thực hiện?",
            ("cây xanh", "bến xe"),
            ("hộ tịch", "Cảnh báo ngập"),
        ),
        (
            "Hai đầu việc trọng điểm nào của tỉnh đang thực hiện?",
            ("cây xanh", "bến xe"),
            ("Cảnh báo ngập",),
        ),
        ("Bộ tiêu chí gồm bốn tiêu chí nào, mỗi tiêu chí bao nhiêu điểm?", ("Công khai: 20", "Số hóa: 25"), ()),
        ("What are the four criteria and how many points does each carry?", ("20", "30", "25"), ()),
        ("Trong 05 địa bàn khảo sát có đặc khu nào?", ("Hòn Mây",), ("Tân Lộc",)),
        ("Which special zone is among the 5 places surveyed?", ("Hòn Mây",), ("Tân Lộc",)),
    ],
)
def test_the_list_of_that_number_state_or_kind_is_told_and_no_other(
    assistant: Assistant, question: str, told: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = assistant.ask(question).answer
    assert all(words in answer for words in told)
    assert not any(words in answer for words in others)


@pytest.mark.parametrize(
    "question",
    [
        "06 sở đang triển khai sáng kiến truyền thông là những sở nào?",
        "Which six departments are carrying out communication initiatives?",
    ],
)
def test_a_list_of_other_things_or_another_number_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained

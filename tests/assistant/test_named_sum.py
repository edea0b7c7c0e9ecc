"""What several things come to together that a question names each by its own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LÀNH
Số: 78/BC-UBND

BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ THỰC HIỆN
1. Thể chế
Từ đầu năm đến nay, Hội đồng đã thông qua 14 Nghị quyết pháp luật, Ủy ban đã ban hành 39 Quyết định pháp luật.
Ủy ban đã trình áp dụng 120 nghị quyết và bãi bỏ 45 nghị quyết của các huyện cũ.
2. Tàu thuyền
Đã nhập thông tin 900 tàu cá (gồm: 900 chủ tàu kiêm máy trưởng, 210 máy trưởng, 1.340 thuyền viên).
3. Kinh phí
- Tổng kinh phí chi thường xuyên năm 2031 giao cho bảo tồn rừng là 900 triệu đồng. Trong đó:
+ Chi cấp tỉnh là 520 triệu đồng.
+ Chi cấp xã là 380 triệu đồng.
- Kinh phí bảo tồn rừng chuyển nguồn sang năm 2031 là 70 triệu đồng.
4. Họp
Tổ chức 13 cuộc hội nghị góp ý về giá đất, có 620 cán bộ và người dân tham dự. Tổ chức lễ phát động giải chạy có 180
đoàn viên tham dự.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("named-sum"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Đã ban hành tổng cộng bao nhiêu nghị quyết và quyết định pháp luật?", "53 (= 14 + 39)"),
        ("Nghị quyết được áp dụng và nghị quyết bị bãi bỏ gộp lại bao nhiêu?", "165 nghị quyết (= 120 + 45)"),
        ("Tổng số máy trưởng và thuyền viên đã nhập là bao nhiêu người?", "1.550 (= 210 + 1.340)"),
        (
            "Chi thường xuyên và chuyển nguồn cho bảo tồn rừng năm 2031 cộng lại bao nhiêu?",
            "970 triệu đồng (= 900 + 70)",
        ),
    ],
)
def test_each_thing_is_added_by_its_own_figure(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question).answer
    assert told in answer, answer


def test_one_of_them_alone_is_no_sum(assistant: Assistant) -> None:
    assert assistant.ask("Tổng số thuyền viên và ngư dân đã nhập là bao nhiêu người?").abstained

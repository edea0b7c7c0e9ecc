"""Why something fell short that a report tells among its shortcomings, with the causes listed below them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
XÃ SƠN KHÊ
Số: 52/BC-UBND

Sơn Khê, ngày 19 tháng 5 năm 2031

BÁO CÁO
Kết quả chuyển đổi số tháng 5 năm 2031 của xã Sơn Khê

I. KẾT QUẢ
Trong tháng, tiếp nhận 367 hồ sơ, tăng 24 hồ sơ so với tháng trước.
II. ĐÁNH GIÁ
1. Tồn tại, hạn chế
- Cổng thông tin điện tử của xã bị gián đoạn hai lần trong tháng.
- Việc số hóa sổ hộ tịch cũ còn chậm.
2. Nguyên nhân
- Đường truyền của nhà mạng quá tải vào giờ cao điểm.
- Sổ cũ bị mờ, phải đối chiếu với bản lưu.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Tám
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("causes"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "sk-5.txt"), PAPER.encode(), "sk-5.txt")
        yield Assistant(library)


def test_the_causes_below_a_shortcoming_are_told_whole_as_what_they_are(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao Cổng thông tin điện tử của xã Sơn Khê bị gián đoạn trong tháng 5/2031?").answer
    assert answer.startswith("Nguyên nhân của các hạn chế")
    assert "quá tải" in answer and "bị mờ" in answer and "bị gián đoạn" in answer


def test_they_are_no_causes_of_anything_else(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao số hồ sơ tiếp nhận tháng 5/2031 của xã Sơn Khê tăng?").answer
    assert "quá tải" not in answer

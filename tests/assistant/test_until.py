"""Until when something runs: told by the sentence under the heading on its time, and by no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 44/KH-UBND

KẾ HOẠCH
Phát động phong trào trồng cây xanh trên địa bàn huyện năm 2025

I. MỤC TIÊU
Phong trào trồng cây xanh được tổ chức sâu rộng ở các xã, thị trấn trên địa bàn huyện.

II. THỜI GIAN THỰC HIỆN
Phong trào được phát động trong năm 2025 và tính đến hết ngày 30/11/2025.

III. TỔ CHỨC THỰC HIỆN
Các xã, thị trấn báo cáo kết quả trồng cây xanh về Phòng Kinh tế trước ngày 15/12/2025.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("until"), spelling_embedder) as library:
        library.add(read_bytes(PLAN.encode(), "ke-hoach.txt"), PLAN.encode(), "ke-hoach.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Phong trào trồng cây xanh năm 2025 tính đến hết ngày nào?",
        "Phong trào trồng cây xanh kéo dài đến bao giờ?",
        "Phong trào trồng cây xanh của huyện kết thúc ngày nào?",
        "Phong trào trồng cây xanh chạy đến ngày mấy?",
        "Bao giờ bế mạc phong trào trồng cây xanh của huyện?",
        "Until which day does the 2025 movement in the district last?",
    ],
)
def test_the_end_of_what_a_plan_is_about_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "30/11/2025" in answer
    assert "15/12/2025" not in answer


def test_the_end_of_anything_else_is_not(assistant: Assistant) -> None:
    assert "30/11/2025" not in assistant.ask("Hợp đồng thuê trụ sở có hiệu lực đến hết ngày nào?").answer

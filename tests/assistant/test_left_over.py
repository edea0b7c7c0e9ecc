"""What is left of a whole, asked for in the words for it: posts that are unused, look-ups that did not succeed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 91/BC-UBND

BÁO CÁO
Kết quả công tác tháng 4 năm 2026

I. KẾT QUẢ
1. Tổ chức bộ máy
Sử dụng không vượt quá số lượng biên chế hành chính (212/230 biên chế) và số lượng người làm việc tại đơn vị sự nghiệp \
(1.455/1.520 người làm việc).
2. Y tế
Trong tháng 4/2026, tổng số lượt tra cứu bằng thẻ căn cước khi đi khám chữa bệnh bảo hiểm y tế là 9.400 lượt; \
trong đó, 8.150 lượt tra cứu thành công.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("left-over"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Biên chế hành chính còn dư bao nhiêu?", "18 biên chế (= 230 − 212)"),
        ("How many administrative posts were left unfilled?", "(= 230 − 212)"),
        ("Bao nhiêu lượt tra cứu căn cước khi khám chữa bệnh BHYT không thành công?", "1.250 lượt (= 9.400 − 8.150)"),
        ("How many lookups by ID card for medical visits were unsuccessful?", "(= 9,400 − 8,150)"),
    ],
)
def test_what_is_left_is_worked_out_of_the_pair_that_is_asked_for(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).answer


def test_all_look_ups_are_asked_for_where_success_is_not_spoken_of(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2026 có bao nhiêu lượt tra cứu bằng căn cước khi khám chữa bệnh bảo hiểm y tế?")
    assert answer.answer.startswith("9.400 lượt")

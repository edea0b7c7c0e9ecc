"""The rate of one kind, where a report tells that of all and then of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 318/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ THỰC HIỆN
Việc trả phụ cấp và học bổng: trong năm, tỷ lệ người nhận phụ cấp, học bổng qua thẻ đạt 71,4%, cụ thể: Chi phụ cấp \
giáo viên hằng tháng đạt 66,2%; chi phụ cấp vùng sâu đạt 93,1%; chi học bổng đạt 99,5%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("kind-of-rate"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "rate"),
    [
        ("Chi phụ cấp vùng sâu qua thẻ đạt tỷ lệ bao nhiêu?", "93,1%"),
        ("Tỷ lệ chi học bổng qua thẻ là bao nhiêu phần trăm?", "99,5%"),
        ("Tỷ lệ chi phụ cấp giáo viên hằng tháng qua thẻ là bao nhiêu?", "66,2%"),
        ("Tỷ lệ người nhận các loại phụ cấp, học bổng qua thẻ là bao nhiêu?", "71,4%"),
    ],
)
def test_who_names_a_kind_is_told_its_own_rate(assistant: Assistant, question: str, rate: str) -> None:
    assert assistant.ask(question).answer.startswith(rate)

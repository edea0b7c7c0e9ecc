"""A report tells no result of a day after it was issued; what it says of that day itself it tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 91/BC-UBND
Sông Trăng, ngày 14 tháng 10 năm 2024

BÁO CÁO
Tình hình thực hiện nhiệm vụ năm 2024

I. KẾT QUẢ

1. Tỷ lệ thu gom rác thải sinh hoạt ở nông thôn đạt 71,3%.
2. Số hợp tác xã đang hoạt động là 46 hợp tác xã.
3. Tỷ lệ hộ dân dùng nước sạch phấn đấu đến ngày 31/12/2024 đạt 93,6%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("later"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-91.txt"), data, "bao-cao-91.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Đến 31/12/2024 tỉnh Sông Trăng thu gom rác thải sinh hoạt ở nông thôn được bao nhiêu phần trăm?",
        "Tính đến ngày 30/11/2024 tỉnh Sông Trăng có bao nhiêu hợp tác xã đang hoạt động?",
        "As of 31 December 2024, how many cooperatives were operating in Sông Trăng province?",
    ],
)
def test_how_things_stood_after_the_report_was_issued_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained, answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2024 tỉnh Sông Trăng thu gom rác thải sinh hoạt ở nông thôn được bao nhiêu phần trăm?", "71,3%"),
        ("Tính đến ngày 14/10/2024 tỉnh Sông Trăng có bao nhiêu hợp tác xã đang hoạt động?", "46"),
        ("Đến 31/12/2024 tỷ lệ hộ dân dùng nước sạch của tỉnh Sông Trăng phấn đấu đạt bao nhiêu phần trăm?", "93,6%"),
    ],
)
def test_what_the_report_could_know_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer

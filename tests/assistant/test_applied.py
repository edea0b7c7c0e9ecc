"""Which document is applied is told by the one that a report says is applied, not by the one that says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN VÀM LÁ
Số: 61/BC-UBND
Vàm Lá, ngày 22 tháng 6 năm 2025

BÁO CÁO
Công tác khen thưởng 6 tháng đầu năm 2025

I. KẾT QUẢ
1. Căn cứ Quyết định số 74/QĐ-UBND ngày 12/02/2025 của UBND huyện về việc áp dụng quy định khen thưởng trên địa bàn \
huyện.
2. Trong khi chờ quy định mới sau khi sáp nhập xã, huyện thống nhất áp dụng Quyết định số 15/2022/QĐ-UBND ngày \
03/5/2022 của UBND huyện ban hành quy định khen thưởng trên địa bàn huyện.
3. Huyện đã khen thưởng 48 tập thể.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("applied"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-61.txt"), data, "bao-cao-61.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Huyện chưa có quy định mới thì công tác khen thưởng đang áp dụng quyết định nào?",
        "Việc khen thưởng trên địa bàn huyện áp dụng theo quyết định nào?",
        "Quyết định nào đang được áp dụng về khen thưởng trên địa bàn huyện?",
    ],
)
def test_the_document_that_is_applied_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "15/2022/QĐ-UBND" in answer
    assert "74/QĐ-UBND" not in answer


def test_the_document_that_says_so_is_told_by_its_own_subject(assistant: Assistant) -> None:
    assert "74/QĐ-UBND" in assistant.ask("Quyết định nào về việc áp dụng quy định khen thưởng?").answer

"""Several things asked in one sentence: counts of two verbs, documents of two types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 31/BC-UBND
Sông Trăng, ngày 08 tháng 4 năm 2025

BÁO CÁO
Kết quả quản lý bến thủy nội địa của tỉnh tháng 3/2025

1. Từ đầu năm 2025 đến nay, tỉnh Sông Trăng đã ban hành 17 quyết định về bến thủy; trong đó, cấp phép mới 41 bến, gia \
hạn 212 bến và đóng cửa 58 bến. Đến nay, tổng số bến thủy thuộc phạm vi quản lý trên địa bàn tỉnh Sông Trăng được cấp \
phép 903 bến, trên sông lớn 640 bến, trên kênh rạch 263 bến.
2. Ngành Giao thông: 01 thủ tục hành chính về đò dọc (mã số 2.004417) đã bị bãi bỏ theo Nghị quyết số 14/2025/NQ-HĐND \
ngày 20/02/2025 của HĐND tỉnh Sông Trăng về việc áp dụng và bãi bỏ các loại phí do Hội đồng nhân dân tỉnh ban hành \
trước năm 2020. Chủ tịch UBND tỉnh đã ban hành Quyết định số 377/QĐ-UBND ngày 05/3/2025 \
về công bố thủ tục hành chính bị bãi bỏ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("breath"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "31.txt"), data, "31.txt")
        yield Assistant(library)


def test_counts_of_two_verbs_are_told_from_the_sentence_that_has_both(assistant: Assistant) -> None:
    answer = assistant.ask("Từ đầu năm đến nay tỉnh đã cấp phép bao nhiêu bến mới và đóng cửa bao nhiêu bến?").answer
    assert answer.startswith("41 bến")
    assert "58 bến" in answer


def test_each_type_of_document_that_is_asked_for_is_told(assistant: Assistant) -> None:
    question = (
        "Which decision announced the abolition of transport procedure 2.004417, and which People’s Council "
        "resolution had abolished it?"
    )
    answer = assistant.ask(question).answer
    assert "377" in answer
    assert "14/2025" in answer

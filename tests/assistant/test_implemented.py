"""Which document another one carries out, told by what it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 83/BC-UBND
Sông Trăng, ngày 18 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác phòng chống thiên tai năm 2025

I. CHỈ ĐẠO
1. Ban Thường vụ Huyện ủy ban hành Kế hoạch số 41-KH/HU ngày 12/02/2025 về thực hiện Chỉ thị số 09-CT/TU ngày \
05/11/2024 của Ban Thường vụ Tỉnh ủy về phòng, chống thiên tai đến năm 2030.
2. UBND huyện ban hành Kế hoạch số 377/KH-UBND ngày 20/3/2025 về trồng rừng phòng hộ năm 2025 và Chỉ thị số \
04/CT-UBND ngày 06/5/2025 về bảo vệ đê.
3. Sau 20 ngày thực hiện Quyết định số 61/QĐ-UBND ngày 02/9/2025 của UBND huyện (từ ngày 15/9/2025 đến ngày \
04/10/2025), đã có 412 hộ được miễn phí thu gom rác.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("implemented"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-83.txt"), REPORT.encode(), "bao-cao-83.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Ban Thường vụ Huyện ủy về phòng, chống thiên tai thực hiện chỉ thị nào?",
        "Which directive does the district Party Committee's plan on natural disasters implement, and who issued it?",
    ],
)
def test_the_document_that_is_carried_out_is_told_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "09-CT/TU" in answer
    assert "41-KH/HU" not in answer.replace("Kế hoạch số 41-KH/HU ngày 12/02/2025 về thực hiện", "")
    assert "04/CT-UBND" not in answer


def test_a_plan_that_carries_out_none_is_not_given_the_directive_beside_it(assistant: Assistant) -> None:
    assert assistant.ask("Kế hoạch trồng rừng phòng hộ năm 2025 của UBND huyện thực hiện chỉ thị nào?").abstained


def test_from_when_a_document_runs_is_told_besides(assistant: Assistant) -> None:
    answer = assistant.ask("Under which decision is waste collection free for households, and from when?").answer
    assert "61/QĐ-UBND" in answer
    assert "15/9/2025" in answer

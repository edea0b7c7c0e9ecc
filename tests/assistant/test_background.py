"""Documents that a question names only on the way to what it asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRANH

BÁO CÁO
Kết quả công tác năm 2025

I. KẾT QUẢ

Huyện triển khai Kế hoạch số 41/KH-UBND ngày 08/01/2025 về cải tạo lưới điện nông thôn.
Ba công trình của Kế hoạch số 41/KH-UBND vướng giải phóng mặt bằng: trạm bơm Tà Lài, đường dây Suối Cát, nhà
trực vận hành Đồng Mun.
Theo Kế hoạch số 77/KH-UBND ngày 20/3/2025 về trồng rừng, các xã trồng 120 ha; hai xã thiếu cây giống nên chậm tiến độ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("background"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "song-tranh.txt"), REPORT.encode(), "song-tranh.txt")
        yield Assistant(library)


def test_what_is_asked_of_the_works_of_a_plan_is_not_answered_by_the_plan(assistant: Assistant) -> None:
    answer = assistant.ask("Những công trình nào của Kế hoạch số 41/KH-UBND vướng giải phóng mặt bằng?").answer
    assert "trạm bơm Tà Lài" in answer


def test_a_plan_asked_about_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch số 41/KH-UBND về việc gì?").answer
    assert "cải tạo lưới điện nông thôn" in answer


def test_what_is_told_of_another_plan_does_not_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao Kế hoạch số 41/KH-UBND thiếu cây giống, chậm tiến độ?")
    assert "77/KH-UBND" not in answer.answer or answer.abstained

"""Kinds of one thing that a report tells one after another, without their sum."""

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
1. Tiếp công dân
Tiếp công dân thường xuyên 352 lượt (năm 2023 là 310 lượt), tiếp công dân định kỳ 71 lượt (năm 2023 là 64 lượt).
2. Trồng trọt
Trồng mới 84 ha cam (cùng kỳ 61 ha), trồng 9 ha bưởi.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("kinds-beside"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_kinds_told_one_after_another_are_both_told_where_none_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024 huyện tiếp công dân bao nhiêu lượt?").answer
    assert "thường xuyên: 352 lượt" in answer
    assert "định kỳ: 71 lượt" in answer


def test_a_kind_that_is_named_is_told_alone(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024 huyện tiếp công dân định kỳ bao nhiêu lượt?").answer
    assert answer.startswith("71 lượt")


def test_an_earlier_year_is_told_kind_by_kind_as_well(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2023 huyện tiếp công dân bao nhiêu lượt?").answer
    assert "310 lượt" in answer
    assert "64 lượt" in answer


def test_two_years_are_compared_kind_by_kind(assistant: Assistant) -> None:
    answer = assistant.ask("Số lượt tiếp công dân năm 2024 tăng bao nhiêu so với năm 2023?").answer
    assert "tăng từ 310 lượt lên 352 lượt" in answer
    assert "tăng từ 64 lượt lên 71 lượt" in answer


def test_what_is_told_in_hectares_is_an_area(assistant: Assistant) -> None:
    assert assistant.ask("Diện tích trồng cam tăng bao nhiêu so với cùng kỳ?").answer.startswith("Tăng 23 ha")

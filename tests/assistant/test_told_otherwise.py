"""Questions worded otherwise than the report words it: other spellings, what is meant by a turn of phrase."""

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
Kết quả công tác văn thư, lưu trữ năm 2025

I. KẾT QUẢ

Ủy ban nhân dân huyện ban hành Kế hoạch số 41/KH-UBND ngày 08/01/2025 về siết chặt kỷ luật, kỷ cương trong cơ quan
hành chính năm 2025.
Các phòng, ban đã quan tâm chỉ đạo công tác văn thư, lưu trữ và nâng cao trách nhiệm của cán bộ.
Mô hình “2 trong 1” về chỉnh lý tài liệu và số hóa tài liệu; mô hình “Kho sạch” tại xã Tà Lài.

II. HẠN CHẾ VÀ NGUYÊN NHÂN

1. Hạn chế

Tài liệu của ba xã chưa được chỉnh lý.

2. Nguyên nhân

Một số thủ trưởng lo việc chuyên môn, chưa quan tâm nhiều đến công tác lưu trữ; cán bộ văn thư phải kiêm nhiệm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("otherwise"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "song-tranh.txt"), REPORT.encode(), "song-tranh.txt")
        yield Assistant(library)


def test_why_something_was_neglected_is_not_answered_by_what_was_done_for_it(assistant: Assistant) -> None:
    answer = assistant.ask("Vì đâu mà công tác lưu trữ chưa được chú ý đúng mức?")
    assert "lo việc chuyên môn" in answer.answer
    assert "nâng cao trách nhiệm" not in answer.answer


def test_a_plan_is_found_under_the_other_spelling_of_its_words(assistant: Assistant) -> None:
    answer = assistant.ask("KH siết chặt kỉ luật kỉ cương hc 2025 của huyện số mấy v ạ")
    assert not answer.abstained
    assert "41/KH-UBND" in answer.answer


def test_what_a_model_named_in_english_joins_is_told(assistant: Assistant) -> None:
    answer = assistant.ask('What two things does the district\'s "2 in 1" model bundle together?')
    assert not answer.abstained
    assert "số hóa tài liệu" in answer.answer

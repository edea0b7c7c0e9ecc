"""Follow-ups that name another member or another thing counted, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH PHONG
Số: 318/BC-UBND

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ THỰC HIỆN
1. Đơn thư
Đơn khiếu nại: Tổng cộng 23 đơn, giải quyết 21/23 đơn. Đạt tỷ lệ 91,3%; đơn tố cáo: 04 đơn. Giải quyết 03/04 đơn; đơn \
kiến nghị, phản ánh: Tổng cộng 61 đơn, đã giải quyết 61/61 đơn. Đạt tỷ lệ 100%.
2. Đội ghe
Đã lập danh sách 415 ghe máy (gồm 388 chủ ghe, 92 tài công, 530 bạn ghe).
3. Tuyên truyền
Tổ chức 12 buổi nói chuyện về bình đẳng giới, có 640 người tham dự. Tổ chức hội thảo pháp luật có 75 người dự.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("members-in-turn"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def after(*asked: str) -> list[Turn]:
    return [turn for text in asked for turn in (Turn("user", text), Turn("assistant", "."))]


@pytest.mark.parametrize(
    "before", ["Năm 2024 có bao nhiêu đơn khiếu nại, giải quyết mấy đơn?", "Tỷ lệ giải quyết đơn khiếu nại?"]
)
def test_of_another_member_all_is_told_that_stands_behind_its_name(assistant: Assistant, before: str) -> None:
    answer = assistant.ask("Thế còn đơn kiến nghị, phản ánh?", history=after(before)).answer
    assert "61 đơn" in answer
    assert "61/61" in answer
    assert "100%" in answer
    answer = assistant.ask("Còn đơn tố cáo thì sao?", history=after(before)).answer
    assert "04 đơn" in answer
    assert "03/04" in answer
    assert "100%" not in answer


def test_in_english_the_piece_is_quoted(assistant: Assistant) -> None:
    answer = assistant.ask("What about denunciations?", history=after("How many complaints were settled in 2024?"))
    assert "03/04" in answer.answer


def test_another_thing_that_the_sentence_counts_is_counted(assistant: Assistant) -> None:
    before = "Đã lập danh sách bao nhiêu ghe máy?"
    assert assistant.ask("Số tài công thì sao?", history=after(before)).answer.startswith("92 tài công")
    assert assistant.ask("Còn bạn ghe?", history=after(before)).answer.startswith("530 bạn ghe")


def test_who_came_to_the_very_things_that_were_counted(assistant: Assistant) -> None:
    before = "How many talks on gender equality were held in 2024?"
    assert "640" in assistant.ask("And how many people attended them?", history=after(before)).answer

"""A passage that alone comes near a question is shown though the question has a word that the report never uses."""

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
1. Khảo sát
Phát phiếu hỏi ý kiến 45 hộ gia đình ở mỗi xã, thị trấn về thái độ phục vụ của bộ phận một cửa.
2. Nông nghiệp
Sản lượng lúa cả năm đạt 48.200 tấn, tăng 1,2% so với năm 2023. Nguyên nhân là thời tiết thuận lợi.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("standing-out"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_the_only_passage_near_is_quoted_with_a_note_of_the_word_it_lacks(assistant: Assistant) -> None:
    answer = assistant.ask("Phát phiếu hỏi ý kiến rải đều bao nhiêu hộ gia đình ở mỗi xã?")
    assert not answer.abstained
    assert "45 hộ gia đình" in answer.answer
    assert any("“rải”" in note for note in answer.notes)


def test_the_note_is_in_the_language_of_the_question(assistant: Assistant) -> None:
    answer = assistant.ask("How many households in each commune were quizzed in the survey on the one-stop unit?")
    assert not answer.abstained
    assert "45" in answer.answer
    assert any("does not say" in note for note in answer.notes)


def test_what_misses_too_much_stays_unanswered(assistant: Assistant) -> None:
    assert assistant.ask("Phát bao nhiêu cây giống rải đều cho hộ gia đình?").abstained


def test_a_cause_is_never_guessed_from_the_passage_that_stands_out(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao phát phiếu rải đều hỏi ý kiến hộ gia đình ở mỗi xã?").abstained


def test_what_was_not_done_is_not_told_by_what_was(assistant: Assistant) -> None:
    assert assistant.ask("Bao nhiêu hộ gia đình ở mỗi xã không rải phiếu hỏi ý kiến?").abstained

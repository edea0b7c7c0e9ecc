"""When a question is looked for by its meaning, and when its words are enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from tests.conftest import SpellingEmbedder
from vectorstore.embedder import Vectors
from vectorstore.library import Library

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.docx"


class Noting(SpellingEmbedder):
    """Keeps the queries whose meaning was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return super().embed_query(text)


@pytest.fixture(scope="module")
def noting() -> Noting:
    return Noting()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, noting: Noting) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("noting"), noting) as library:
        library.ingest(SAMPLE)
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Số đơn thư tồn đọng trong báo cáo năm 2024 là bao nhiêu?",
        "How many petitions remained unresolved in 2024?",
    ],
)
def test_a_question_that_its_words_settle_is_not_looked_for_by_meaning(
    assistant: Assistant, noting: Noting, question: str
) -> None:
    noting.asked.clear()
    assert not assistant.ask(question).abstained
    assert noting.asked == []


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí tổ chức các hội nghị đối thoại năm 2024 là bao nhiêu?",
        "Why does checking the origin of land take a long time?",
    ],
)
def test_a_question_of_which_some_words_stand_nowhere_is_looked_for_by_meaning(
    assistant: Assistant, noting: Noting, question: str
) -> None:
    noting.asked.clear()
    assistant.ask(question)
    assert noting.asked == [question]


def test_a_question_that_nearness_in_meaning_could_not_save_is_not_looked_for_by_it(
    assistant: Assistant, noting: Noting
) -> None:
    noting.asked.clear()
    assert assistant.ask("Có bao nhiêu chuyến du lịch nước ngoài trong năm 2024?").abstained
    assert noting.asked == []


def test_a_question_that_leans_on_the_one_before_is_looked_for_by_meaning(assistant: Assistant, noting: Noting) -> None:
    noting.asked.clear()
    history = (Turn("user", "Năm 2024 còn bao nhiêu đơn thư tồn đọng?"), Turn("assistant", "05 đơn."))
    assistant.ask("Còn cấp huyện thì sao?", history=history)
    assert "Còn cấp huyện thì sao?" in noting.asked


@pytest.mark.parametrize("question", ["Ai ký báo cáo năm 2024?", "Kế hoạch 999/KH-UBND nói về việc gì?"])
def test_what_is_read_off_the_report_itself_is_not_looked_for_by_meaning(
    assistant: Assistant, noting: Noting, question: str
) -> None:
    noting.asked.clear()
    assert assistant.ask(question).answer
    assert noting.asked == []

"""Questions as people put them at a desk, over the sample reports: the plain words of one should not mislead."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # all receptions, and not those of the kind that the first column of a table counts
        ("Huyện đã tiếp bao nhiêu lượt công dân năm 2024?", "386 lượt"),
        ("Tiếp thường xuyên năm 2024 bao nhiêu lượt?", "291 lượt"),
        # a difference, and not a doubt
        ("Chênh lệch hồ sơ tiếp nhận cấp xã năm 2024 so với năm 2023?", "2.541 hồ sơ"),
        ("Báo cáo viện dẫn kế hoạch nào về cải cách hành chính?", "96/KH-UBND"),
        # a task, and not the limitation that it is to mend
        ("Nhiệm vụ nào của năm 2025 trả lời cho hạn chế về tuyên truyền dàn trải?", "Đổi mới hình thức tuyên truyền"),
        ("Báo cáo kết quả công tác dân vận chính quyền của huyện năm 2024 được gửi tới cơ quan nào?", "Sở Nội vụ"),
        # "My" is little in English; "Mỹ" is half of a name
        ("Mỹ Sa có mô hình gì?", "Khai sinh - thường trú"),
        # where it was is told in the footnote of the sentence
        ("2 công chức bị kỷ luật là ở đâu?", "An Trạch Thượng"),
        ("Tỷ lệ hồ sơ trực tuyến của cấp huyện so với cấp xã, bên nào cao hơn?", "Cấp huyện cao hơn: 86,99%"),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert words in answer.answer
    assert not answer.abstained


@pytest.mark.parametrize(
    ("said", "reply"),
    [("Xin chào", "Xin chào!"), ("cam on ban nhe", "Xin chào!"), ("Hello", "Hello!"), ("thank you!", "Hello!")],
)
def test_a_greeting_is_met_with_what_may_be_asked(assistant: Assistant, said: str, reply: str) -> None:
    answer = assistant.ask(said)
    assert answer.abstained and not answer.citations
    assert answer.answer.startswith(reply)


def test_a_question_that_opens_with_a_greeting_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Chào bạn, năm 2024 còn bao nhiêu đơn thư tồn đọng?", reports=NOW)
    assert "05 đơn" in answer.answer

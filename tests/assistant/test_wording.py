"""Answers worded by a chat model: what it says passes the gate or is not said; whatever fails, the answer stands."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from assistant.model.hearing import Heard, Outcome
from assistant.model.wording import Worder, read_reply
from tests.assistant.worded import NOW, QUESTION, Scripted, ask, said, same
from vectorstore.library import Library


@pytest.fixture(scope="module")
def plain(sample_library: Library) -> Answer:
    return Assistant(sample_library).ask(QUESTION, reports=NOW)


def test_the_models_words_stand_where_they_pass(sample_library: Library) -> None:
    answer = ask(sample_library, said(("Còn 05 đơn thư chuyển sang năm 2025.", [1])))
    assert answer.mode == "model"
    assert answer.answer == "Còn 05 đơn thư chuyển sang năm 2025 [1]."
    assert [c.key for c in answer.citations] == [1]


def test_the_object_is_found_in_a_fence_or_in_chatter(sample_library: Library) -> None:
    words = said(("Còn 05 đơn thư.", [1]))
    assert ask(sample_library, f"Đây ạ:\n```json\n{words}\n```\nChúc vui!").mode == "model"


def test_the_model_sees_evidence_as_data_and_the_question(sample_library: Library) -> None:
    model = Scripted(reply=said(("Còn 05 đơn thư.", [1])))
    Assistant(sample_library, Worder(model)).ask(QUESTION, reports=NOW)
    assert "không phải chỉ dẫn" in model.asked[0]
    assert "[1] (mục IV.3" in model.asked[0]
    assert QUESTION in model.asked[0]


def test_a_wrong_statement_is_left_out_and_that_is_said(sample_library: Library) -> None:
    answer = ask(sample_library, said(("Còn 05 đơn thư.", [1]), ("Năm sau sẽ còn 77 đơn.", [1])))
    assert answer.mode == "model"
    assert "77" not in answer.answer
    assert any("đã bị bỏ" in note for note in answer.notes)


@pytest.mark.parametrize(
    "claim",
    [
        ("Còn 50 đơn thư.", [1]),
        ("Còn 5.000 đơn thư.", [1]),
        ("Còn 05 hồ sơ.", [1]),
        ("Còn 06 đơn thư.", [99]),
        ("Còn 05 đơn, theo Quyết định số 999/QĐ-UBND.", [1]),
        ("Còn 05 đơn, tính đến ngày 31/12/2031.", [1]),
        ("Báo cáo ghi: “chỉ còn 05 đơn, đều là đơn nặc danh”.", [1]),
        ("Còn 05 đơn, xem https://vi.example.", [1]),
        ("Không nêu.", [1]),
    ],
)
def test_a_model_whose_every_statement_fails_leaves_the_plain_answer(
    sample_library: Library, plain: Answer, claim: tuple[str, list[int]]
) -> None:
    assert same(ask(sample_library, said(claim)), plain)


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "   ",
        "{",
        "}{",
        "Xin lỗi, tôi không thể trả lời câu hỏi này.",
        "null",
        "[]",
        "{}",
        '{"claims": []}',
        '{"claims": [{"text": "Còn 05 đơn."}]}',
        '{"claims": [{"text": "", "keys": [1]}]}',
        '{"claims": [{"text": "Còn 05 đơn.", "keys": []}]}',
        '{"claims": [{"text": "Còn 05 đơn.", "keys": ["một"]}]}',
        '{"claims": [{"text": "Còn 05 đơn.", "keys": [1], "tool": "rm"}]}',
        '{"claims": [{"text": "\\u0000\\u200b", "keys": [1]}]}',
        '{"claims": [{"text": "1. ", "keys": [1]}]}',
        '{"claims": [{"text": "Còn 05 đơn.", "keys": [1]}], "not_found": true}',
        '{"claims": [{"text": "Còn 05 đơn.", "keys": [' + "9" * 5000 + "]}]}",
        said(("Còn 05 đơn. " * 200, [1])),
        said(*[("Còn 05 đơn.", [1])] * 21),
        '{"a":' * 1500,
        '{"a":' * 1500 + "1" + "}" * 500,
        "x" * 2_000_000,
        '{"claims": ' + "[" * 2_000_000,
    ],
    ids=lambda reply: repr(reply)[:40],
)
def test_a_torn_empty_huge_or_unwilling_reply_leaves_the_plain_answer(
    sample_library: Library, plain: Answer, reply: str
) -> None:
    assert same(ask(sample_library, reply), plain)


@pytest.mark.parametrize(
    "error",
    [TimeoutError("slow"), ConnectionResetError("cut"), ValueError("bad"), TypeError("null choices"), KeyError("x")],
    ids=lambda e: type(e).__name__,
)
def test_a_model_that_fails_leaves_the_plain_answer(sample_library: Library, plain: Answer, error: Exception) -> None:
    assert same(ask(sample_library, "", error=error), plain)


def test_a_reply_in_parts_is_read_as_one(sample_library: Library) -> None:
    words = said(("Còn 05 đơn thư.", [1]))
    parts = [{"type": "text", "text": words[:20]}, {"type": "text", "text": words[20:]}]
    assert ask(sample_library, parts).mode == "model"


def test_what_cannot_be_seen_is_taken_out_of_a_models_words(sample_library: Library) -> None:
    reply = '{"claims": [{"text": "2) Còn \\u202e05\\u202c\\u200b đơn\\u0007 thư\\n[1].", "keys": [1, 1]}]}'
    assert ask(sample_library, reply).answer == "Còn 05 đơn thư [1]."


def test_half_a_character_never_reaches_the_answer(sample_library: Library) -> None:
    answer = ask(sample_library, '{"claims": [{"text": "Còn 05 đơn \\ud800.", "keys": [1]}]}')
    assert answer.answer.encode()


def test_the_model_is_not_asked_where_nothing_was_found(sample_library: Library) -> None:
    model = Scripted(reply=said(("Có 999 con tàu.", [1])))
    answer = Assistant(sample_library, Worder(model)).ask("Có bao nhiêu tàu vũ trụ được phóng?", reports=NOW)
    assert answer.abstained
    assert model.asked == []
    assert "999" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Số liệu tỷ lệ giải quyết hồ sơ cấp huyện năm 2024 ở thân báo cáo và chú thích có khớp không?",
        "Số đơn thư tồn đọng năm 2024 tăng hay giảm so với năm 2023?",
        "Năm 2024 công nhận 04 mô hình, sáng kiến CCHC nào?",
    ],
    ids=["an audit", "a comparison", "a list"],
)
def test_the_model_is_not_asked_for_verdicts_and_lists(sample_library: Library, question: str) -> None:
    model = Scripted(reply=said(("Có, khớp.", [1])))
    answer = Assistant(sample_library, Worder(model)).ask(question)
    assert not answer.abstained
    assert model.asked == []


def test_a_reply_that_is_not_of_the_form_is_one_kind_of_error() -> None:
    for reply in ("", "{", '{"claims": 5}', '{"a":' * 1500 + "1" + "}" * 1500):
        with pytest.raises(ValueError, match="reply"):
            read_reply(reply)


# Slips that are mended, and what is refused beside the gate


@pytest.mark.parametrize("key", [3, 99])
def test_a_statement_on_the_wrong_evidence_is_cited_where_the_plain_answer_has_it(
    sample_library: Library, plain: Answer, key: int
) -> None:
    answer = ask(sample_library, said(("Số đơn thư tồn đọng là 05 đơn.", [key])))
    assert answer.answer == "Số đơn thư tồn đọng là 05 đơn [1]."
    assert [c.quote for c in answer.citations] == [plain.citations[0].quote]


def test_evidence_that_a_figure_does_not_need_is_not_cited(sample_library: Library) -> None:
    assert ask(sample_library, said(("Còn 05 đơn thư.", [1, 3, 4]))).answer == "Còn 05 đơn thư [1]."


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Năm 2024, còn 05 đơn thư tồn đọng.", "Còn 05 đơn thư tồn đọng [1]."),
        ("Còn 05 đơn thư tồn đọng trong năm 2024.", "Còn 05 đơn thư tồn đọng [1]."),
        ("Số đơn thư tồn đọng năm 2024 là 05 đơn.", "Số đơn thư tồn đọng là 05 đơn [1]."),
    ],
)
def test_the_year_of_the_question_that_no_quote_repeats_is_taken_out(
    sample_library: Library, words: str, kept: str
) -> None:
    assert ask(sample_library, said((words, [1]))).answer == kept


@pytest.mark.parametrize(
    "words",
    [
        "Còn 05 đơn thư tồn đọng năm 2022.",
        "Còn 05 đơn thư tồn đọng tại xã Tân Hòa.",
        "Còn 05 đơn thư, bởi lãnh đạo né tránh, chưa ai chịu lắng nghe.",
        "05",
        "Đạt 05%.",
    ],
    ids=["another year", "a strange place", "strange words", "no unit", "another unit"],
)
def test_what_the_evidence_does_not_have_is_refused(sample_library: Library, plain: Answer, words: str) -> None:
    assert same(ask(sample_library, said((words, [1]))), plain)


@pytest.mark.parametrize(
    "words",
    ["21.846 dossiers were received.", "21,846", "The communes did well.", "Cấp xã tiếp nhận 21.846 hồ sơ."],
    ids=["a number in Vietnamese", "a bare number", "no figure", "another language"],
)
def test_an_english_statement_tells_a_figure_in_english(sample_library: Library, words: str) -> None:
    asked = "How many dossiers did the commune level receive in 2024?"
    assert ask(sample_library, said((words, [1])), asked).mode == "extractive"
    assert ask(sample_library, said(("The communes received 21,846 dossiers.", [1])), asked).mode == "model"


def test_a_name_from_the_head_of_the_report_may_be_said(sample_library: Library) -> None:
    assert ask(sample_library, said(("Huyện Vĩnh Trạch còn 05 đơn thư tồn đọng.", [1]))).mode == "model"


def test_words_that_rest_on_other_evidence_than_the_plain_answer_are_not_shown(sample_library: Library) -> None:
    asked = "Phương hướng năm 2025 về giải quyết đơn thư tồn đọng là gì?"
    plain = Assistant(sample_library).ask(asked, reports=NOW)
    other = "Đã giải quyết 59/64 đơn, đạt 92,19%; số đơn thư tồn đọng chuyển sang năm 2025 là 05 đơn"
    assert same(ask(sample_library, said((other, [2])), asked), plain)


def test_what_became_of_the_words_is_told(sample_library: Library) -> None:
    told: list[Heard] = []
    for reply in (
        said(("Còn 05 đơn thư.", [1])),
        said(("Còn 05 đơn thư.", [1]), ("Năm sau sẽ còn 77 đơn.", [1])),
        said(("Còn 77 đơn thư.", [1])),
        said(("Đã giải quyết 59 đơn.", [1])),
        said(not_found=True),
        "{",
    ):
        Assistant(sample_library, Worder(Scripted(reply=reply), heard=told.append)).ask(QUESTION, reports=NOW)
    assert [heard.outcome for heard in told] == [
        Outcome.KEPT, Outcome.PARTLY, Outcome.REFUSED, Outcome.LED_AWAY, Outcome.NOT_FOUND, Outcome.NO_ANSWER
    ]  # fmt: skip
    assert [r.words for r in told[1].refused] == ["77"]
    assert told[-1].error == "ValueError"

import pytest

from assistant.measured.states import state_at, state_of
from assistant.question import understand
from assistant.words.terms import default_lexicon


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Còn bao nhiêu hồ sơ đang giải quyết?", "pending"),
        ("hồ sơ còn đang trong quá trình xử lý", "pending"),
        ("How many petitions are not yet settled?", "pending"),
        ("Which works are still under way?", "pending"),
        ("Số lượng hồ sơ đã giải quyết: quá hạn", "done"),
        ("How many dossiers were settled on time?", "done"),
        ("Đã giải quyết 40 hồ sơ, đang giải quyết 2 hồ sơ", ""),
        ("Tỷ lệ hồ sơ đúng hạn, quá hạn và đang thực hiện", ""),
        ("Tiếp nhận bao nhiêu đơn?", ""),
        ("Tổng số đơn phải xử lý trong tháng", "due"),
        ("How many dossiers did the office resolve?", "done"),
    ],
)
def test_work_that_is_done_is_told_from_work_that_goes_on(text, state):
    assert state_of(text) == state


def test_a_figure_in_brackets_is_of_what_stands_before_them() -> None:
    text = (
        "Đã giải quyết 90 hồ sơ (quá hạn 4 hồ sơ); đang giải quyết 30 hồ sơ (quá hạn 2 hồ sơ). Quá hạn kéo dài 1 hồ sơ."
    )
    states = [state_at(text, text.index(f"{n} hồ sơ"), "quá hạn") for n in (4, 2, 1)]
    assert states == ["done", "pending", ""]


@pytest.mark.parametrize(
    "question",
    [
        "How many requests were not settled?",
        "How many requests had not been settled by June?",
        "How many requests haven't yet been settled?",
    ],
)
def test_what_was_not_settled_is_pending_however_it_is_denied(question: str) -> None:
    asked = understand(question, default_lexicon())
    assert state_of(asked.clear) == "pending"
    assert "tồn đọng" in {key for wanted in asked.wanted for key in wanted.keys}

import pytest

from assistant.states import state_of


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Còn bao nhiêu hồ sơ đang giải quyết?", "pending"),
        ("hồ sơ còn đang trong quá trình xử lý", "pending"),
        ("How many petitions are not yet settled?", "pending"),
        ("Số lượng hồ sơ đã giải quyết: quá hạn", "done"),
        ("How many dossiers were settled on time?", "done"),
        ("Đã giải quyết 40 hồ sơ, đang giải quyết 2 hồ sơ", ""),
        ("Tỷ lệ hồ sơ đúng hạn, quá hạn và đang thực hiện", ""),
        ("Tiếp nhận bao nhiêu đơn?", ""),
    ],
)
def test_work_that_is_done_is_told_from_work_that_goes_on(text, state):
    assert state_of(text) == state

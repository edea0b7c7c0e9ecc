"""Footnotes of a count: what they add up to, whom they name; the subject of sentences behind a comparison."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.figures.draft import Setting
from ingest.figures.prose import read_prose
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """UBND XÃ LA VÂN
Số: 12/BC-UBND

La Vân, ngày 10 tháng 7 năm 2033

BÁO CÁO
Kết quả công tác 6 tháng đầu năm 2033

I. KẾT QUẢ
1. Trong kỳ mở 12 lớp dạy nghề[1] với 300 lượt người học. Có 12 đoàn kiểm tra. Đã giải quyết 30/36 đơn; còn 06 đơn \
đang giải quyết trong thời hạn[2].
3. Đường dây nóng của tỉnh bị nghẽn 02 lần[3], ảnh hưởng đến 40 cuộc gọi.
2. Cải cách hành chính: Trung tâm tiếp nhận 900 hồ sơ (cấp xã 700 hồ sơ, cấp tỉnh 200 hồ sơ). Trong kỳ chi 45 triệu \
đồng sửa trụ sở. Đang giải quyết 80 hồ sơ, trong đó 7 hồ sơ đã quá hạn; đã giải quyết 820 hồ sơ, quá hạn 15 hồ sơ.
II. PHƯƠNG HƯỚNG
1. Giải quyết xong 06 đơn còn lại trước ngày 15/8/2033.

[1] Xã An Mục 05 lớp; thôn Bến Cũ 04 lớp; thôn Bến Mới 02 lớp.
[2] Gồm 02 đơn về ranh giới ao nuôi và 04 đơn về cấp phép tàu cá.
[3] Ngày 03/4/2033, trong 02 giờ, đứt cáp; ngày 21/5/2033, trong 30 phút, thay bộ nguồn.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("notes"), spelling_embedder) as library:
        library.add(read_bytes(TEXT.encode(), "la-van.txt"), TEXT.encode(), "la-van.txt")
        yield Assistant(library)


def test_the_parts_of_a_note_are_set_against_the_sentence(assistant: Assistant) -> None:
    answer = assistant.ask("Cộng số lớp theo từng nơi ở chú thích có bằng 12 lớp không?")
    assert answer.answer.startswith("Không khớp: 5 + 4 + 2 = 11 lớp, báo cáo ghi 12 lớp, chênh lệch 1")
    assert answer.calculation is not None


def test_some_other_sum_of_that_value_says_nothing_of_a_note(assistant: Assistant) -> None:
    answer = assistant.ask("Cộng số lượt người theo từng nơi ở chú thích có bằng 300 lượt không?")
    assert not answer.answer.startswith("Có, khớp")


def test_the_members_of_a_count_are_told_by_its_note(assistant: Assistant) -> None:
    answer = assistant.ask("06 đơn chưa giải quyết xong là những đơn gì?").answer
    assert "ranh giới ao nuôi" in answer and "15/8/2033" not in answer


@pytest.mark.parametrize(
    "question",
    ["Đường dây nóng của tỉnh bị nghẽn khi nào?", "When did the hotline jam, and for how long each time?"],
)
def test_when_the_times_of_a_count_were_is_told_by_its_note(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "03/4/2033" in answer and "21/5/2033" in answer


def test_what_is_late_of_the_pending_stands_right_behind_them(assistant: Assistant) -> None:
    answer = assistant.ask("Còn đang giải quyết bao nhiêu hồ sơ, trong đó bao nhiêu hồ sơ đã quá hạn?").answer
    assert answer.startswith("80 hồ sơ") and "7 hồ sơ" in answer and ". 15 hồ sơ" not in answer


def test_a_level_named_in_the_sentence_before_has_a_figure_of_its_own_there(assistant: Assistant) -> None:
    assert assistant.ask("Phần chi sửa trụ sở của cấp xã là bao nhiêu triệu đồng?").abstained


def test_what_a_comparison_opens_with_leads_no_sentence_behind_it() -> None:
    text = (
        "Tiếp nhận, cấp phép: Tiếp nhận 210 hồ sơ. So với tháng trước, số hồ sơ tiếp nhận tăng 12 hồ sơ. "
        "Đã cấp phép 190 hồ sơ, trong đó đúng hạn 180 hồ sơ."
    )
    indicators = [draft.indicator for draft in read_prose(text, Setting("2033-H1"))]
    assert not any("So với" in indicator for indicator in indicators)

"""A note that heads each kind with its name is added up kind by kind; the same time of a year before is no doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.doubting import audits
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """UBND HUYỆN CÁI SẬY
Số: 61/BC-UBND

Cái Sậy, ngày 10 tháng 12 năm 2032

BÁO CÁO
Kết quả công tác khuyến học năm 2032

I. KẾT QUẢ
1. Trong năm, huyện nhận 58 suất học bổng từ các nguồn[1]. Các trường mở 12 lớp[2].
II. PHƯƠNG HƯỚNG
1. Trao hết học bổng.

[1] Học bổng doanh nghiệp: Tồn 03 suất, nhận mới 21 suất, tổng cộng 24 suất, đã trao 20/24 suất, còn 04 suất; Học \
bổng dòng họ: 06 suất. Đã trao 06/06 suất; Học bổng cựu học sinh: Tổng cộng {third} suất, đã trao 28 suất.
[2] Khối các xã: xã An Lộ 03 lớp, xã Bình Lộ 04 lớp; Khối thị trấn: 05 lớp.
"""


@pytest.fixture(params=[("28", "Có, khớp: 24 + 6 + 28 = 58"), ("29", "Không khớp: 24 + 6 + 29 = 59")])
def judged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder
) -> Iterator[tuple[Assistant, str]]:
    third, told = request.param
    with Library.open(tmp_path_factory.mktemp("kinds"), spelling_embedder) as library:
        data = TEXT.format(third=third).encode()
        library.add(read_bytes(data, "61.txt"), data, "61.txt")
        yield Assistant(library), told


def test_each_kind_of_a_note_is_added_once_by_its_total(judged: tuple[Assistant, str]) -> None:
    assistant, told = judged
    question = "Cộng học bổng doanh nghiệp, dòng họ và cựu học sinh ở chú thích 1 có ra đúng 58 suất không?"
    assert assistant.ask(question).answer.startswith(told)


def test_several_behind_one_name_are_each_a_part(judged: tuple[Assistant, str]) -> None:
    answer = judged[0].ask("Cộng số lớp từng nơi ở chú thích 2 có bằng 12 lớp không?").answer
    assert answer.startswith("Có, khớp: 3 + 4 + 5 = 12")


def test_the_note_need_not_be_named(judged: tuple[Assistant, str]) -> None:
    answer = judged[0].ask("Số lớp của khối các xã và khối thị trấn cộng lại có bằng 12 lớp không?").answer
    assert answer.startswith("Có, khớp: 3 + 4 + 5 = 12")


@pytest.mark.parametrize(
    ("question", "doubts"),
    [
        ("How did the number of petitions in Appendix I change compared with the same time in 2031?", False),
        ("Is the number of petitions the same in Appendix I?", True),
    ],
)
def test_the_same_time_of_another_year_is_no_doubt(question: str, doubts: bool) -> None:
    assert audits(understand(question, default_lexicon())) is doubts

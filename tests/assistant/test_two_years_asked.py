"""One value of two yearly reports, set against each other in other words than "tăng" and "giảm"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.question import understand
from assistant.words.everyday import expand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library


def _report(year: int, received: int, callers: int, settled: int) -> str:
    return f"""ỦY BAN NHÂN DÂN
HUYỆN CÁI SẬY
Số: {year - 1900}/BC-UBND

BÁO CÁO
Kết quả công tác dân vận chính quyền năm {year}

I. KẾT QUẢ

Toàn huyện tiếp công dân {callers} lượt.
Trong năm tiếp nhận {received} đơn; đã giải quyết {settled}/{received} đơn thuộc thẩm quyền.
Hội đồng họp 04 kỳ, ban hành 15 nghị quyết.
Dự án cầu Rạch Sậy có {80 + received} hộ bị ảnh hưởng, còn {received - 70} hộ chưa nhận tiền.
Chỉ tiêu đưa lao động đi làm việc có thời hạn ở nước ngoài đạt {callers}/200 người.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("years"), spelling_embedder) as library:
        for year, received, callers, settled in ((2023, 88, 312, 71), (2024, 76, 357, 74)):
            data = _report(year, received, callers, settled).encode()
            library.add(read_bytes(data, f"bao-cao-{year}.txt"), data, f"bao-cao-{year}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("Năm nào tiếp nhiều công dân hơn, 2023 hay 2024, hơn bao nhiêu lượt?", "357 - 312"),
        ("Trong hai năm 2023 và 2024, năm nào nhận nhiều đơn hơn?", "76 - 88"),
        ("Số đơn tiếp nhận năm 2024 ít hơn năm 2023 mấy đơn?", "76 - 88"),
        ("Did the district receive more petitions in 2023 than in 2024, and by how many?", "88 - 76"),
    ],
)
def test_which_of_two_years_counts_more_is_worked_out_from_both_reports(
    assistant: Assistant, question: str, formula: str
) -> None:
    calculation = assistant.ask(question).calculation
    assert calculation is not None
    assert calculation.formula == formula


def test_what_is_not_done_yet_is_set_against_the_same_and_no_whole(assistant: Assistant) -> None:
    asked = "Dự án cầu Rạch Sậy: số hộ còn chưa nhận tiền ở kỳ báo cáo 2023 với 2024 chênh nhau thế nào?"
    answer = assistant.ask(asked)
    assert answer.calculation is not None and answer.calculation.formula == "6 - 18"


def test_what_is_set_against_a_plan_is_no_change_between_two_years(assistant: Assistant) -> None:
    asked = "How did the number of graves moved for the bridge project, and the money for it, change from 2023 to 2024?"
    assert "/200" not in assistant.ask(asked).answer


def test_reports_that_are_named_together_are_both_named() -> None:
    question = understand("Kỳ báo cáo 2023 với 2024 chênh nhau thế nào?", default_lexicon())
    assert (question.report_periods, question.periods) == (("2023", "2024"), ())


def test_what_was_settled_is_not_all_that_came_in(assistant: Assistant) -> None:
    answer = assistant.ask("2023 và 2024 năm nào ít đơn hơn và ít hơn mấy đơn?")
    assert answer.calculation is None or answer.calculation.formula == "76 - 88"


def test_a_degree_between_a_verb_and_its_object_is_set_behind_both() -> None:
    assert expand("năm nào tiếp nhiều công dân hơn") == "năm nào tiếp công dân nhiều hơn"

"""Running totals beside figures of one month, over a series of monthly reports and from its words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.document import write
from assistant.measured.running import OWN, RUNNING, asks_running, carried_on, kind_asked
from ingest.pipeline import read_bytes
from samples.compose import document_of
from samples.series import COMMUNES, monthly
from vectorstore.embedder import Embedder
from vectorstore.library import Library

MONTHS = (1, 2, 3, 5, 6)
PLACE = COMMUNES[0]


def _marked(month: int, lead: str, behind: str = "") -> Decimal:
    """The figure that the sample of a month marks behind some words."""
    text = " ".join(getattr(part, "text", "") for part in monthly(PLACE, 2025, month).body)
    return Decimal(text.split(f"{lead} [")[1].split("|")[0].replace(".", ""))


def _cards(month: int) -> Decimal:
    return _marked(month, "Trong tháng thu nhận")


def _so_far(month: int) -> Decimal:
    return _marked(month, "lũy kế từ đầu năm đã thu nhận")


def _vi(value: Decimal) -> str:
    return f"{value:,f}".replace(",", ".")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("running"), spelling_embedder) as library:
        for month in MONTHS:
            content = monthly(PLACE, 2025, month)
            original = write(document_of(content))
            library.add(read_bytes(original, f"{content.name}.docx"), original, f"{content.name}.docx")
        yield Assistant(library)


def test_a_month_is_never_told_by_the_running_total_beside_it(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 5/2025 thu nhận hồ sơ cấp căn cước là bao nhiêu hồ sơ?")
    assert answer.answer.startswith(f"{_vi(_cards(5))} hồ sơ")


@pytest.mark.parametrize(
    "question",
    [
        "Lũy kế đến hết tháng 5/2025 đã thu nhận bao nhiêu hồ sơ cấp căn cước?",
        "Từ đầu năm 2025 đến hết tháng 5 đã thu nhận bao nhiêu hồ sơ cấp căn cước?",
        "Tính đến tháng 5/2025 có tổng cộng bao nhiêu hồ sơ cấp căn cước đã thu nhận?",
    ],
)
def test_a_running_total_is_told_where_it_is_asked(assistant: Assistant, question: str) -> None:
    assert f"{_vi(_so_far(5))} hồ sơ" in assistant.ask(question).answer.split("Báo cáo ghi")[0]


def test_what_has_come_about_up_to_now_is_told_by_the_newest_report(assistant: Assistant) -> None:
    answer = assistant.ask("Từ đầu năm 2025 đến nay đã thu nhận bao nhiêu hồ sơ cấp căn cước?")
    assert f"{_vi(_so_far(MONTHS[-1]))} hồ sơ" in answer.answer.split("Báo cáo ghi")[0]


def test_a_follow_up_to_a_running_total_asks_for_one_too(assistant: Assistant) -> None:
    history = (Turn("user", "Lũy kế đến hết tháng 5/2025 đã thu nhận bao nhiêu hồ sơ cấp căn cước?"),)
    answer = assistant.ask("Còn tháng 3?", history=history)
    assert f"{_vi(_so_far(3))} hồ sơ" in answer.answer.split("Báo cáo ghi")[0]


def test_the_lowest_month_is_sought_among_the_months_alone(assistant: Assistant) -> None:
    lowest = min(MONTHS, key=_cards)
    answer = assistant.ask("Tháng nào thu nhận ít hồ sơ cấp căn cước nhất năm 2025?")
    assert answer.answer.startswith(f"Tháng {lowest}/2025: {_vi(_cards(lowest))} hồ sơ")


def test_months_are_set_against_each_other_and_running_totals_too(assistant: Assistant) -> None:
    months = assistant.ask("Số hồ sơ cấp căn cước thu nhận trong tháng 6 so với tháng 5/2025 tăng hay giảm bao nhiêu?")
    assert months.calculation is not None
    assert months.calculation.value == _cards(6) - _cards(5)
    totals = assistant.ask("Lũy kế hồ sơ cấp căn cước đã thu nhận tháng 6/2025 tăng bao nhiêu so với tháng 5/2025?")
    assert totals.calculation is not None
    assert totals.calculation.value == _so_far(6) - _so_far(5)


def test_months_named_one_by_one_are_added(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng số hồ sơ cấp căn cước thu nhận của tháng 1 và tháng 2/2025 là bao nhiêu?")
    assert answer.calculation is not None
    assert answer.calculation.value == _cards(1) + _cards(2)


@pytest.mark.parametrize(
    "question",
    [
        "Tổng số hồ sơ cấp căn cước thu nhận của các tháng 3, 4 và 5/2025 là bao nhiêu?",
        "Bình quân mỗi tháng trong đủ 12 tháng năm 2025 thu nhận bao nhiêu hồ sơ cấp căn cước?",
    ],
)
def test_months_that_are_not_held_are_never_left_out_of_a_sum(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.calculation is None


def test_each_of_several_months_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 1, 2 và 3/2025 thu nhận bao nhiêu hồ sơ cấp căn cước?")
    assert all(f"Tháng {m}/2025: {_vi(_cards(m))} hồ sơ" in answer.answer for m in (1, 2, 3))


def test_a_heading_with_nothing_under_it_says_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo những tháng nào có kiến nghị, đề xuất (không ghi “Không”)?")
    told = [m for m in MONTHS if f"Tháng {m}/2025" in answer.answer]
    assert told == [m for m in MONTHS if m % 3 == 0]


def test_a_document_that_no_report_cites_is_in_none_of_them(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch số 960/KH-UBND được nhắc đến trong báo cáo tháng nào?")
    assert answer.abstained
    assert any("960/KH-UBND" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Lũy kế đến nay có bao nhiêu hồ sơ?", RUNNING),
        ("How many dossiers so far?", RUNNING),
        ("Cumulatively by the end of May, how many?", RUNNING),
        ("Trong tháng có bao nhiêu hồ sơ?", OWN),
        ("Tháng nào có nhiều hồ sơ nhất?", OWN),
        ("Có bao nhiêu hồ sơ?", ""),
    ],
)
def test_the_kind_of_figure_follows_from_the_words(question: str, kind: str) -> None:
    assert kind_asked(question, ()) == kind


def test_the_end_of_a_range_of_months_is_no_running_total() -> None:
    assert asks_running("Từ tháng 1 đến hết tháng 4 có bao nhiêu hồ sơ?") == []
    assert asks_running("Từ đầu năm đến hết tháng 4 có bao nhiêu hồ sơ?")


def test_only_words_of_the_month_itself_end_a_talk_of_running_totals() -> None:
    assert carried_on(RUNNING, OWN, "Còn tháng 5?") == RUNNING
    assert carried_on(RUNNING, OWN, "Còn trong tháng 5?") == OWN
    assert carried_on("", OWN, "Còn tháng 5?") == OWN

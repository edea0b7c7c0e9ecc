"""Monthly reports of two provinces and a half year: which report is meant, which place, which level."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.restating import over_a_series
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = (
    "UBND TỈNH {place}\nVĂN PHÒNG\nSố: {number}/BC-VP\n\n{name}, ngày 05 tháng {after} năm 2031\n\nBÁO CÁO\n{title}\n\n"
    "I. PHẢN ÁNH, KIẾN NGHỊ\n{text}\nII. NHIỆM VỤ TRỌNG TÂM {next}\n{tasks}\n\nKT. CHÁNH VĂN PHÒNG\n"
    "PHÓ CHÁNH VĂN PHÒNG\n\n{signer}\n"
)
TEXT = (
    "Trong tháng {m}/2031, toàn tỉnh tiếp nhận {all} PAKN; lũy kế từ đầu năm tiếp nhận {run} PAKN. Trong đó: qua "
    "Tổng đài 1099 của tỉnh {line} PAKN; trực tiếp {rest} PAKN.\n"
    "Số hồ sơ tiếp nhận mới là {files} hồ sơ, trong đó cấp tỉnh {upper} hồ sơ, cấp xã {lower} hồ sơ. Số hồ sơ nộp trực "
    "tuyến là {online} hồ sơ."
)
MONTHS = {3: ("210", "590", "80", "130"), 4: ("185", "775", "60", "125"), 5: ("240", "1.015", "95", "145")}


def monthly(name: str, month: int, figures: tuple[str, str, str, str], signer: str) -> str:
    whole, run, line, rest = figures
    text = TEXT.format(
        m=f"{month:02}", all=whole, run=run, line=line, rest=rest, files="900", upper="300", lower="600", online="810"
    )
    return HEAD.format(
        place=name.upper(), name=name, number=100 + month, after=f"{month + 1:02}", text=text, signer=signer,
        title=f"Tình hình tiếp nhận, xử lý phản ánh, kiến nghị (PAKN) tháng {month:02} năm 2031",
        next=f"THÁNG {month + 1:02}/2031", tasks=f"1. Rà soát {month + 1:02} nhóm thủ tục.",
    )  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("provinces"), spelling_embedder) as library:
        papers = {f"ta-{m}": monthly("Thanh An", m, figures, "Vũ Minh Khoa") for m, figures in MONTHS.items()}
        papers["pb-3"] = monthly("Phú Bình", 3, ("150", "400", "50", "100"), "Lê Thu Hà")
        for name, text in papers.items():
            library.add(read_bytes(text.encode(), f"{name}.txt"), text.encode(), f"{name}.txt")
        yield Assistant(library)


def test_initials_of_what_is_counted_are_met_by_its_name_and_a_hotline_is_no_count(assistant: Assistant) -> None:
    asked = "Tháng 4/2031 có bao nhiêu phản ánh, kiến nghị qua Tổng đài 1099 của tỉnh Thanh An?"
    assert assistant.ask(asked).answer.startswith("60 PAKN")


def test_what_follows_levels_told_apart_is_of_the_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2031 tỉnh Thanh An có bao nhiêu hồ sơ nộp trực tuyến?").answer
    assert answer.startswith("810 hồ sơ") and "Cấp xã: 810" not in answer


def test_a_total_is_told_with_the_levels_of_its_own_sentence(assistant: Assistant) -> None:
    asked = "Tháng 4/2031 tỉnh Thanh An tiếp nhận mới bao nhiêu hồ sơ, trong đó cấp tỉnh, cấp xã bao nhiêu?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("900 hồ sơ") and "300" in answer and "600" in answer


def test_each_place_named_is_told_from_its_own_report(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 3/2031 tỉnh Thanh An và tỉnh Phú Bình tiếp nhận bao nhiêu PAKN?")
    assert "Thanh An: 210 PAKN" in answer.answer and "Phú Bình: 150 PAKN" in answer.answer


def test_the_most_and_the_fewest_are_both_told(assistant: Assistant) -> None:
    asked = "Từ tháng 3 đến tháng 5/2031 tháng nào tỉnh Thanh An tiếp nhận nhiều PAKN nhất, tháng nào ít nhất?"
    answer = assistant.ask(asked).answer
    assert "240" in answer and "185" in answer


def test_the_tasks_of_a_month_are_those_of_the_report_right_before_it(assistant: Assistant) -> None:
    answer = assistant.ask("Nhiệm vụ trọng tâm tháng 5/2031 của tỉnh Thanh An là gì?").answer
    assert "05 nhóm thủ tục" in answer and "06 nhóm" not in answer


def test_what_a_part_of_a_time_came_to_is_no_answer_for_the_whole_of_it(assistant: Assistant) -> None:
    assert assistant.ask("6 tháng đầu năm 2031 tỉnh Thanh An có bao nhiêu hồ sơ nộp trực tuyến?").abstained


def test_a_part_is_added_up_over_months_counted_in_words_only_where_all_are_held(assistant: Assistant) -> None:
    asked = "Ba tháng đầu năm 2031, tỉnh Thanh An nhận tổng cộng bao nhiêu PAKN qua Tổng đài 1099?"
    answer = assistant.ask(asked)  # of the three only March is held
    assert answer.abstained or answer.calculation is None
    asked = "Các tháng 3, 4 và 5/2031, tỉnh Thanh An nhận tổng cộng bao nhiêu PAKN qua Tổng đài 1099?"
    assert assistant.ask(asked).answer.startswith("Tổng: 235 PAKN (= 80 + 60 + 95)")


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Ba tháng đầu năm 2031 nhận tổng cộng bao nhiêu PAKN?", True),
        ("3 tháng đầu năm 2031 nhận tổng cộng bao nhiêu PAKN?", True),
        ("Đợt tập huấn ba tháng nhận tổng cộng bao nhiêu học viên?", False),
    ],
)
def test_months_from_the_new_year_are_counted_in_words_as_in_digits(text: str, over: bool) -> None:
    assert over_a_series(understand(text, default_lexicon())) is over

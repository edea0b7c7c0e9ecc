"""Monthly reports of a commune, its half year, and one of a neighbour: which month, which place, which row is meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

MONTHLY = (
    "ỦY BAN NHÂN DÂN\n{upper}\nSố: {number}/BC-UBND\n\n{place}, ngày 19 tháng {m:02} năm 2031\n\nBÁO CÁO\n"
    "Kết quả chuyển đổi số tháng {m} năm 2031 của xã {place}\n\nI. KẾT QUẢ\n"
    "1. Thu nhận {cards} hồ sơ cấp thẻ căn cước; lũy kế từ đầu năm {so_far} hồ sơ.\n"
    "2. Chỉ số phục vụ người dân đạt {score} điểm, xếp thứ {rank}/96 xã, phường.\n"
    "3. Tổ chức 05 buổi tuyên truyền với {heard} lượt người tham dự.\n"
    "4. Công an xã kích hoạt {accounts} tài khoản định danh.\n"
    "II. NHIỆM VỤ TRỌNG TÂM THÁNG {next}/2031\n"
    "1. Công an xã phấn đấu kích hoạt {aim} tài khoản định danh trong tháng {next}.\n\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám\n"
)
HALF = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>XÃ SƠN KHÊ</p><p>Số: 61/BC-UBND</p>
<p>Sơn Khê, ngày 19 tháng 6 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Sơ kết 6 tháng đầu năm 2031 về chuyển đổi số của xã Sơn Khê</b></p>
<p><b>I. KẾT QUẢ</b></p><p>Thu nhận 940 hồ sơ cấp thẻ căn cước.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Lê Văn Tám</p>
<p><b>PHỤ LỤC</b></p><p><b>Kết quả các chỉ tiêu 6 tháng đầu năm 2031</b></p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Chỉ tiêu</th><th rowspan="2">Đơn vị tính</th>
<th rowspan="2">Kế hoạch năm 2031</th><th colspan="3">Kết quả thực hiện</th>
<th rowspan="2">% so với kế hoạch năm</th></tr>
<tr><th>Quý I</th><th>Quý II</th><th>6 tháng</th></tr>
{rows}</table></body></html>"""
ROWS = (
    ("1", "Buổi tuyên truyền lưu động", "buổi", "70", "13", "22", "35", "50,0"),
    ("2", "Chữ ký số cấp cho người dân", "người", "500", "40", "92", "132", "26,4"),
    ("3", "Sổ sức khỏe điện tử tạo mới", "sổ", "900", "120", "190", "310", "34,4"),
)


def monthly(place: str, m: int, **told: object) -> str:
    return MONTHLY.format(place=place, upper=f"XÃ {place.upper()}", m=m, next=m + 1, **told)


PAPERS = {
    "sk-3.txt": monthly(
        "Sơn Khê", 3, number=21, cards=140, so_far=395, score="81,4", rank=41, heard=310, accounts=75, aim=160
    ),
    "sk-4.txt": monthly(
        "Sơn Khê", 4, number=33, cards=170, so_far=565, score="83,9", rank=28, heard=295, accounts=148, aim=120
    ),
    "sk-5.txt": monthly(
        "Sơn Khê", 5, number=47, cards=190, so_far=755, score="82,2", rank=36, heard=330, accounts=131, aim=110
    ),
    "lb-4.txt": monthly(
        "Lộc Bình", 4, number=29, cards=88, so_far=301, score="79,5", rank=55, heard=212, accounts=64, aim=90
    ),
    "sk-half.html": HALF.format(
        rows="\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("commune"), spelling_embedder) as library:
        for name, text in PAPERS.items():
            library.add(read_bytes(text.encode(), name), text.encode(), name)
        yield Assistant(library)


def test_a_rank_of_a_larger_number_is_a_fall(assistant: Assistant) -> None:
    asked = "So với tháng 4/2031, tháng 5/2031 xã Sơn Khê tăng hay giảm bao nhiêu hạng về Chỉ số phục vụ người dân?"
    assert assistant.ask(asked).answer.startswith("Giảm 8 hạng")


def test_a_follow_up_sets_the_month_spoken_of_against_the_one_before(assistant: Assistant) -> None:
    history = (Turn("user", "What score did Sơn Khê get in the index of public service in April 2031?"),)
    asked = "What rank was that, and by how many places did it improve on the month before?"
    answer = assistant.ask(asked, history=history)
    assert "28" in answer.answer and "13" in answer.answer and "41" in answer.answer


def test_a_follow_up_leaves_its_row_to_the_question_before(assistant: Assistant) -> None:
    history = (Turn("user", "Quý I/2031 xã Sơn Khê tổ chức bao nhiêu buổi tuyên truyền lưu động?"),)
    assert assistant.ask("Thế quý II?", history=history).answer.startswith("22 buổi")


def test_a_row_named_in_english_gives_its_share_of_the_plan(assistant: Assistant) -> None:
    asked = (
        "By the end of the first half of 2031, what percentage of the yearly target for digital signatures had Sơn Khê "
        "reached?"
    )
    assert "26.4" in assistant.ask(asked).answer.replace(",", ".")


def test_the_number_of_a_report_is_told_with_its_date(assistant: Assistant) -> None:
    answer = assistant.ask("What are the number and the date of the April 2031 report of Sơn Khê?").answer
    assert "33/BC-UBND" in answer and "19" in answer


def test_of_no_place_named_each_place_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2031 có bao nhiêu lượt người tham dự các buổi tuyên truyền?").answer
    assert "Xã Sơn Khê: 295" in answer and "Xã Lộc Bình: 212" in answer


def test_of_a_place_named_it_alone_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2031 xã Lộc Bình có bao nhiêu lượt người tham dự các buổi tuyên truyền?").answer
    assert "212" in answer and "295" not in answer


def test_a_month_without_a_report_is_the_half_year_less_what_came_before(assistant: Assistant) -> None:
    answer = assistant.ask("Riêng tháng 6/2031 xã Sơn Khê thu nhận bao nhiêu hồ sơ cấp thẻ căn cước?")
    assert answer.answer.startswith("185 hồ sơ (= 940 − 755)")
    assert answer.calculation is not None and len(answer.citations) == 2
    assert "Kho không có báo cáo riêng của tháng 6/2031" in answer.notes[0]


def test_the_month_that_leads_the_first_months_of_a_year(assistant: Assistant) -> None:
    answer = assistant.ask(
        "5 tháng đầu năm, tháng nào các buổi tuyên truyền ở xã Sơn Khê có ít lượt người tham dự nhất?"
    )
    assert answer.answer.startswith("Tháng 4 năm 2031: 295 lượt người") and "330" not in answer.answer


def test_a_month_within_a_longer_time_is_not_its_rest(assistant: Assistant) -> None:
    assert assistant.ask("Riêng tháng 2/2031 xã Sơn Khê thu nhận bao nhiêu hồ sơ cấp thẻ căn cước?").abstained


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("Trong tháng 4/2031 xã Sơn Khê thu nhận bao nhiêu hồ sơ căn cước và lũy kế từ đầu năm là bao nhiêu?",
         "170 hồ sơ", "565"),
        ("Tính từ đầu năm đến hết tháng 4/2031, xã Sơn Khê thu nhận bao nhiêu hồ sơ căn cước, riêng tháng 4 bao nhiêu?",
         "565 hồ sơ", "170"),
    ],
)  # fmt: skip
def test_the_month_and_the_year_so_far_are_both_told(
    assistant: Assistant, question: str, first: str, then: str
) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith(first) and then in answer.partition(first)[2]


def test_what_was_assigned_is_never_told_by_what_was_reached(assistant: Assistant) -> None:
    asked = "Công an xã Sơn Khê được giao kích hoạt bao nhiêu tài khoản định danh trong tháng 4/2031, có đạt không?"
    answer = assistant.ask(asked)
    assert answer.abstained or ("160" in answer.answer and "148" in answer.answer)


def test_months_counted_in_words_are_added_up(assistant: Assistant) -> None:
    asked = "Sáu tháng đầu năm 2031, xã Sơn Khê kích hoạt tổng cộng bao nhiêu tài khoản định danh?"
    answer = assistant.ask(asked)  # three of the six months have a report: a sum of those alone would be wrong
    assert answer.abstained or "354" not in answer.answer

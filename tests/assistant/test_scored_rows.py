"""Points of a table put to the test: against the most that the head of their column grants, and part by part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: 131/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả đánh giá chất lượng phục vụ năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Bảng 1. Tiến độ giải quyết hồ sơ</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tỷ lệ %</th><th>Điểm đạt (tối đa 20 điểm)</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>95,50</td><td>19,10</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>92,35</td><td>18,47</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>88,15</td><td>16,63</td></tr>
<tr><td>4</td><td>Sở Tài chính</td><td>90,25</td><td>18,05</td></tr></table>
<p>Bảng 2. Kết quả đánh giá mức độ hài lòng</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th>
<th colspan="2">Mức độ hài lòng (tối đa 18 điểm)</th><th colspan="4">Chỉ số thành phần</th></tr>
<tr><th>Tỷ lệ</th><th>Điểm đánh giá</th><th>Tỷ lệ hài lòng khi nộp</th><th>Điểm hài lòng khi nộp</th>
<th>Tỷ lệ hài lòng khi nhận</th><th>Điểm hài lòng khi nhận</th></tr>
<tr><td>1</td><td>Sở Nội vụ</td><td>97,1</td><td>17,4</td><td>96,0</td><td>8,6</td><td>98,0</td><td>8,8</td></tr>
<tr><td>2</td><td>Sở Tư pháp</td><td>95,3</td><td>18,6</td><td>94,0</td><td>8,5</td><td>96,0</td><td>8,6</td></tr>
<tr><td>3</td><td>Sở Y tế</td><td>93,0</td><td>16,7</td><td>92,0</td><td>8,3</td><td>94,0</td><td>8,4</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("scored"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-131.html"), data, "bao-cao-131.html")
        yield Assistant(library)


def test_points_are_worked_out_from_their_share_and_the_most_in_the_head_of_the_column(assistant: Assistant) -> None:
    answer = assistant.ask("Điểm tiến độ giải quyết hồ sơ của Sở Y tế có khớp với tỷ lệ 88,15% không?")
    assert answer.answer.startswith("Không khớp: 88,15% × 20 = 17,63, báo cáo ghi 16,63")
    assert any("tối đa 20 điểm" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Các điểm thành phần về hài lòng của Sở Nội vụ cộng lại có bằng điểm đánh giá không?", "Có, khớp: 8,6 + 8,8"),
        (
            "Cộng điểm thành phần trong bảng hài lòng của Sở Tư pháp có khớp với tổng điểm không?",
            "Không khớp: 8,5 + 8,6 = 17,1, báo cáo ghi 18,6",
        ),
        (
            "Do the component scores of the Department of Justice for satisfaction add up to its stated score?",
            "No, it does not add up: 8.5 + 8.6 = 17.1, the report states 18.6",
        ),
    ],
)
def test_the_parts_of_a_score_are_added_up_in_the_row_that_is_named(
    assistant: Assistant, question: str, lead: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(lead)
    assert answer.calculation is not None


@pytest.mark.parametrize(
    "question",
    [
        "Điểm tiến độ giải quyết hồ sơ của Sở Y tế có được tính đúng từ tỷ lệ 88,15% không?",
        "Điểm tiến độ giải quyết hồ sơ 16,63 của Sở Y tế tính từ tỷ lệ 88,15% đã tính đúng chưa?",
        "Báo cáo theo Quyết định 417: áp công thức thì Sở Y tế phải được bao nhiêu điểm tiến độ giải quyết hồ sơ?",
    ],
)
def test_whether_something_was_worked_out_rightly_doubts_it(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("Không khớp: 88,15% × 20 = 17,63, báo cáo ghi 16,63")


def test_whether_files_are_settled_in_time_doubts_no_figure() -> None:
    assert Kind.AUDIT not in kinds_of("so y te co giai quyet ho so dung han khong")
    assert Kind.AUDIT not in kinds_of("xa co tinh den nay giai quyet dung han bao nhieu ho so khong")


@pytest.mark.parametrize(
    ("question", "lead", "short"),
    [
        (
            "Sở nào có điểm tiến độ giải quyết hồ sơ thấp nhất, còn thiếu bao nhiêu so với mức tối đa 20 điểm?",
            "Sở Y tế: 16,63",
            "Thấp hơn mức 20 điểm 3,37 điểm (20 - 16,63)",
        ),
        (
            "Which department got the lowest progress score, and how far was it from the full 20 points?",
            "Sở Y tế: 16,63",
            "3.37 points below the full 20 (20 - 16.63)",
        ),
    ],
)
def test_what_the_last_one_falls_short_of_is_worked_out(
    assistant: Assistant, question: str, lead: str, short: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(lead)
    assert short in answer.answer
    assert any("tối đa 20 điểm" in c.quote for c in answer.citations)


def test_another_most_than_the_head_grants_is_not_reckoned_with(assistant: Assistant) -> None:
    asked = "Sở nào có điểm tiến độ giải quyết hồ sơ thấp nhất, còn thiếu bao nhiêu so với mức tối đa 25 điểm?"
    assert "Thấp hơn" not in assistant.ask(asked).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Sở Tư pháp có bao nhiêu phần trăm hài lòng phát sinh khi nhận kết quả, được mấy điểm?",
            "Sở Tư pháp: 96,0 (Tỷ lệ hài lòng khi nhận); 8,6 (Điểm hài lòng khi nhận)",
        ),
        ("Tỷ lệ hài lòng khi nộp của Sở Y tế là bao nhiêu, tương ứng bao nhiêu điểm?", "92,0 (Tỷ lệ hài lòng khi nộp)"),
        (
            "What was the satisfaction rate of the Department of Finance for processing of dossiers, and its score?",
            "Sở Tài chính: 90,25% (Tỷ lệ %); 18,05",
        ),
    ],
)
def test_a_share_is_told_with_its_own_points_and_no_others(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer
    assert answer.answer.count(";") == 1


@pytest.mark.parametrize(
    "question",
    [
        "Sở nào có tiến độ giải quyết kém nhất, và sở đó được mấy điểm hài lòng khi nhận?",
        "Sở nào giải quyết đúng tiến độ kém nhất, và sở đó được mấy điểm hài lòng khi nộp?",
        "Sở nào có tiến độ thấp nhất và sở này được bao nhiêu điểm mức độ hài lòng?",
        "Đơn vị nào đứng cuối về tiến độ, đơn vị đó đạt mấy điểm hài lòng khi nộp?",
        "Which department ranks lowest for progress, and how many satisfaction points did that department get?",
    ],
)
def test_what_is_asked_of_the_leading_row_is_not_what_it_leads_in(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("Sở Y tế: 16,63")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Điểm hài lòng của Sở Tư pháp có vượt mức tối đa 18 điểm không?",
            "Có: Sở Tư pháp 18,6 điểm, cao hơn mức tối đa",
        ),
        ("Điểm hài lòng của Sở Y tế có vượt mức tối đa không?", "Không: Sở Y tế 16,7 điểm, trong mức tối đa 18 điểm"),
        (
            "The satisfaction criterion is worth at most 18 points. Does the score of the Department of Justice "
            "respect that?",
            "No: Sở Tư pháp 18.6 points, 0.6 points above the maximum of 18",
        ),
        (
            "Does the satisfaction score of the Department of Home Affairs exceed the maximum?",
            "No: Sở Nội vụ 17.4 points, within the maximum of 18",
        ),
    ],
)
def test_whether_points_stay_within_the_most_is_told_from_the_head_of_their_column(
    assistant: Assistant, question: str, lead: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(lead)
    assert any("tối đa 18 điểm" in c.quote for c in answer.citations)


def test_points_are_not_held_against_another_most_than_their_own(assistant: Assistant) -> None:
    answer = assistant.ask("Điểm hài lòng của Sở Tư pháp có vượt mức tối đa 20 điểm không?")
    assert answer.abstained


def test_a_follow_up_that_names_another_body_asks_the_same_column_of_it(assistant: Assistant) -> None:
    before = (Turn("user", "Sở Nội vụ được bao nhiêu điểm mức độ hài lòng?"), Turn("assistant", "17,4 điểm."))
    assert "16,7" in assistant.ask("Còn Sở Y tế?", history=before).answer


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Sở nào có tiến độ giải quyết hồ sơ thấp nhất, tỷ lệ và điểm là bao nhiêu?",
            "Sở Y tế: 88,15% (Tỷ lệ %); 16,63",
        ),
        (
            "Which department has the lowest result for progress on dossiers, and what are its rate and points?",
            "Sở Y tế: 88,15% (Tỷ lệ %); 16,63",
        ),
        (
            "Sở nào có mức độ hài lòng cao nhất, tỷ lệ và điểm đánh giá bao nhiêu?",
            "Sở Nội vụ: 97,1% (Tỷ lệ); 17,4 điểm (Điểm đánh giá)",
        ),
    ],
)
def test_the_share_and_the_points_of_the_row_that_leads_are_told_together(
    assistant: Assistant, question: str, lead: str
) -> None:
    assert assistant.ask(question).answer.startswith(lead)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            ("Điểm tiến độ giải quyết hồ sơ của Sở Tư pháp?", "Còn Sở Nội vụ?", "Hai sở hơn kém nhau mấy điểm?"),
            "Sở Nội vụ 19,10; Sở Tư pháp 18,47; chênh 0,63",
        ),
        (
            ("Tỷ lệ hài lòng của Sở Y tế là bao nhiêu?", "Thế Sở Tư pháp thì sao?", "Sở nào cao hơn?"),
            "Sở Tư pháp 95,3; Sở Y tế 93,0; chênh 2,3",
        ),
        (
            (
                "What was the progress score of the Department of Justice?",
                "And the Department of Home Affairs?",
                "How many points apart are the two?",
            ),
            "Sở Nội vụ 19.10; Sở Tư pháp 18.47; a difference of 0.63",
        ),
    ],
)
def test_two_rows_asked_for_one_after_the_other_are_set_against_each_other(
    assistant: Assistant, asked: tuple[str, ...], told: str
) -> None:
    history = tuple(Turn("user", text) for text in asked[:-1])
    answer = assistant.ask(asked[-1], history=history)
    assert answer.answer.startswith(told)
    assert answer.calculation is not None


@pytest.mark.parametrize(
    "question",
    [
        "Sở Y tế có bao nhiêu người hài lòng khi nộp?",
        "How many satisfied people did the Department of Justice have on submission?",
    ],
)
def test_how_many_there_were_is_told_by_no_points(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained

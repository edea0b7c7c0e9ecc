"""Questions on the yearly papers of a district: what leads, of which year a column is, where money came from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.measured.officers import officers_of
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG TRĂNG</p><p>Số: 231/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình kinh tế - xã hội năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Thu ngân sách nhà nước trên địa bàn 48.215 triệu đồng, đạt 112,3% dự toán. Lớn nhất là lệ phí trước bạ 14.860 triệu \
đồng; thuế thu nhập cá nhân 9.420 triệu đồng.</p>
<p>Xây dựng 12 cây cầu nông thôn với tổng kinh phí 5,6 tỷ đồng. Nguồn: ngân sách huyện 3,1 tỷ đồng; nhà hảo tâm 2,5 tỷ \
đồng.</p>
<p>Sạt lở xảy ra tại 17 điểm, dài 2.140 m. Nặng nhất là xã Mỹ Sa 08 điểm, dài 960 m, phải di dời 19 hộ.</p>
<p>Thực hiện 09 cuộc thanh tra, phát hiện sai phạm về kinh tế 3.118 triệu đồng.</p>
<p>Sửa chữa 41 căn nhà cho hộ nghèo với tổng kinh phí 2,9 tỷ đồng. Cách chức 01 trường hợp công chức địa chính.</p>
<p>Qua kiểm tra phát hiện 14 sai sót, đến nay các đơn vị đã khắc phục 12 sai sót; 02 sai sót còn lại sẽ khắc phục \
trong quý I/2025.</p>
<p>Ngày 12/6/2024, UBND tỉnh công nhận xã Tân Lộc đạt chuẩn nông thôn mới kiểu mẫu tại Quyết định số 874/QĐ-UBND.</p>
<p>Đối thoại với Nhân dân 03 cuộc, tiếp nhận 74 ý kiến, trả lời tại chỗ 65 ý kiến, số còn lại trả lời bằng văn bản.</p>
<p>Có 05/06 lĩnh vực tăng điểm; riêng lĩnh vực công tác chỉ đạo, điều hành giảm 0,12 điểm do chậm trả lời 02 kiến nghị \
của UBND tỉnh.</p>
<p>Tiếp công dân: Chủ tịch UBND huyện tiếp 26 lượt; Chủ tịch UBND cấp xã 118 lượt.</p>
<p>Bảng 1. Xếp hạng chỉ số cải cách hành chính năm 2024</p>
<table border="1"><tr><th rowspan="2">Hạng</th><th rowspan="2">Đơn vị</th><th colspan="2">Năm 2024</th>
<th colspan="2">Năm 2023</th></tr>
<tr><th>Thẩm định</th><th>Tự chấm</th><th>Điểm</th><th>Hạng</th></tr>
<tr><td>1</td><td>Xã Tân Lộc</td><td>89,10</td><td>92,40</td><td>86,20</td><td>2</td></tr>
<tr><td>2</td><td>Xã Phú Sa</td><td>87,35</td><td>88,00</td><td>87,90</td><td>1</td></tr>
<tr><td>3</td><td>Xã Mỹ Sa</td><td>81,60</td><td>90,15</td><td>80,75</td><td>3</td></tr></table>
<p>Bảng 3. Chỉ tiêu kinh tế - xã hội</p>
<table border="1"><tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Kế hoạch năm 2024</th>
<th>Thực hiện năm 2024</th><th>Tỷ lệ (%)</th></tr>
<tr><td>1</td><td>Sản lượng thủy sản</td><td>Tấn</td><td>5.200</td><td>5.940</td><td>114,2</td></tr>
<tr><td>2</td><td>Diện tích trồng rừng</td><td>Ha</td><td>310</td><td>265</td><td>85,5</td></tr>
<tr><td>3</td><td>Lao động được tạo việc làm</td><td>Người</td><td>1.400</td><td>1.520</td><td>108,6</td></tr></table>
<p>Bố trí 41/52 biên chế cho các trung tâm phục vụ hành chính công.</p>
<p>Bảng 2. Chỉ số giảm nghèo của các xã</p>
<table border="1"><tr><th>Đơn vị</th><th>Điểm năm 2023</th><th>Điểm năm 2024</th><th>Hạng</th></tr>
<tr><td>Xã Tân Lộc</td><td>71,0</td><td>72,4</td><td>1</td></tr>
<tr><td>Xã Phú Sa</td><td>69,5</td><td>68,7</td><td>3</td></tr>
<tr><td>Xã Mỹ Sa</td><td>67,1</td><td>69,3</td><td>2</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("yearly"), spelling_embedder) as library:
        data = PAGE.encode()
        library.add(read_bytes(data, "bao-cao-231.html"), data, "bao-cao-231.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Cuộc thanh tra nào phát hiện sai phạm về kinh tế lớn nhất, bao nhiêu tiền?",
        "Kinh phí sửa chữa 41 căn nhà cho hộ nghèo lấy từ đâu?",
        "Where did the money for the 41 houses for poor households come from?",
        "What is the name of the civil servant dismissed from office?",
        "Công chức địa chính bị cách chức tên gì?",
        "Thu ngân sách nhà nước trên địa bàn có bị giảm không?",
    ],
)
def test_a_total_or_a_value_answers_for_no_member_source_name_or_direction(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Khoản thu ngân sách nào trên địa bàn huyện Sông Trăng lớn nhất năm 2024, bao nhiêu tiền?",
        "What was the largest revenue item of Sông Trăng district in 2024 and its amount?",
    ],
)
def test_the_member_that_leads_is_told_by_the_sentence_that_says_so(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "14.860" in answer or "14,860" in answer
    assert "trước bạ" in answer


def test_a_column_under_another_year_answers_for_none(assistant: Assistant) -> None:
    answer = assistant.ask("Điểm chỉ số cải cách hành chính năm 2024 của xã Phú Sa là bao nhiêu?").answer
    assert "87,90" not in answer
    assert "87,90" in assistant.ask("Điểm chỉ số cải cách hành chính năm 2023 của xã Phú Sa là bao nhiêu?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Tiền xây dựng 12 cây cầu nông thôn lấy từ đâu?",
        "Where did the money for the 12 rural bridges come from?",
    ],
)
def test_the_sources_of_money_are_told_by_the_sentence_behind(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert "3,1" in answer.answer
    assert "nhà hảo tâm" in answer.answer


def test_a_sentence_that_goes_on_is_about_what_the_one_before_said(assistant: Assistant) -> None:
    answer = assistant.ask("Sạt lở chỗ nào nặng nhất, bao nhiêu mét, mấy hộ phải dời gấp?").answer
    assert "Mỹ Sa" in answer
    assert "960" in answer


@pytest.mark.parametrize(
    ("question", "no"),
    [
        ("Các sai sót qua kiểm tra đã khắc phục hết chưa?", "Không: "),
        ("Have all the mistakes found by the inspection been fixed?", "No: "),
    ],
)
def test_not_all_where_some_are_left(assistant: Assistant, question: str, no: str) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(no)
    assert "còn lại" in answer.answer


def test_the_day_and_issuer_of_a_document_are_told_by_the_sentence_that_cites_it(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Which decision recognised Tân Lộc as a model new-style rural commune, when and who issued it?"
    )
    assert "874/QĐ-UBND" in answer.answer
    assert "12/6/2024" in answer.answer
    assert "UBND tỉnh" in answer.answer
    assert not any("inferred" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2024 chủ tịch các xã tiếp dân bao nhiêu lượt?", "118"),
        ("Năm 2024 Chủ tịch huyện tiếp dân bao nhiêu lượt?", "26"),
    ],
)
def test_the_heads_of_one_level_are_not_those_of_another(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).answer.startswith(told)
    assert officers_of("the commune chairmen") == officers_of("Chủ tịch UBND cấp xã") != officers_of("chủ tịch huyện")


@pytest.mark.parametrize(
    ("question", "row", "gap"),
    [
        (
            "Xã nào tự chấm điểm cải cách hành chính cao hơn thẩm định nhiều nhất, chênh bao nhiêu?",
            "Mỹ Sa",
            "8.55",
        ),
        ("Which commune over-rated itself the most in the administrative reform index of 2024?", "Mỹ Sa", "8.55"),
        ("Xã nào tăng điểm chỉ số giảm nghèo nhiều nhất so với năm 2023?", "Mỹ Sa", "2.2"),
        ("Xã nào giảm điểm chỉ số giảm nghèo nhiều nhất so với năm 2023?", "Phú Sa", "0.8"),
    ],
)
def test_the_row_farthest_apart_between_two_columns_is_worked_out(
    assistant: Assistant, question: str, row: str, gap: str
) -> None:
    answer = assistant.ask(question)
    assert row in answer.answer
    assert answer.calculation is not None
    assert str(answer.calculation.value) == gap


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Điểm chỉ số cải cách hành chính năm 2024 của xã Phú Sa có bị giảm không?", "Có. Xã Phú Sa: 87,35"),
        ("Điểm chỉ số giảm nghèo của xã Mỹ Sa có bị tụt không?", "Không. Xã Mỹ Sa: 69,3"),
        ("Điểm chỉ số giảm nghèo của xã Tân Lộc năm 2024 tăng hay giảm so với năm 2023?", "tăng 1,4"),
    ],
)
def test_whether_a_row_rose_or_fell_between_two_years_is_worked_out(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer
    assert answer.calculation is not None


@pytest.mark.parametrize(
    "question",
    [
        "Qua đối thoại với Nhân dân, bao nhiêu ý kiến được trả lời bằng văn bản?",
        "How many opinions from the dialogues were answered in writing?",
    ],
)
def test_how_many_the_rest_are_is_worked_out(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.calculation.value == 74 - 65


def test_what_is_counted_is_not_taken_for_the_rest(assistant: Assistant) -> None:
    assert "65" in assistant.ask("Qua đối thoại với Nhân dân, bao nhiêu ý kiến được trả lời tại chỗ?").answer


@pytest.mark.parametrize(
    "question",
    [
        'Why did the district lose points in "steering and direction"?',
        "Vì sao lĩnh vực công tác chỉ đạo, điều hành giảm điểm?",
    ],
)
def test_the_cause_stands_in_the_sentence_that_tells_the_event(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert "02 kiến nghị" in answer.answer


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        ("Sản lượng thủy sản năm 2024 vượt kế hoạch bao nhiêu tấn?", 5940 - 5200),
        ("By how many tonnes did the fish output of 2024 exceed the plan?", 5940 - 5200),
        ("How many posts at the public administration service centres are still unfilled?", 52 - 41),
    ],
)
def test_what_is_over_a_plan_or_still_open_is_worked_out(assistant: Assistant, question: str, gap: int) -> None:
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.calculation.value == gap

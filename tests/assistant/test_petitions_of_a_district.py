"""What a desk asks of a district's yearly report on citizens received and petitions: in short, in part, by year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.timespans import years_in_full
from assistant.claims import Turn
from assistant.measured.officers import officers_of
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG TRANH</p><p>Số: 88/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Công tác tiếp công dân</b></p>
<p>Cả huyện tiếp 318 lượt công dân, gồm: Chủ tịch UBND huyện trực tiếp tiếp 24 lượt với 19 người; Chủ tịch UBND cấp xã \
tiếp 88 lượt với 91 người; công chức trực tại trụ sở tiếp 206 lượt.</p>
<p><b>2. Giải quyết đơn</b></p>
<p>Tổng số đơn khiếu nại, tố cáo, phản ánh của huyện là 64 đơn, đã giải quyết 61 đơn. Đơn khiếu \
nại: 21 đơn, giải quyết 18/21 đơn. Đơn tố cáo: 02 đơn, giải quyết 02/02 đơn.</p>
<p>Các tổ hòa giải nhận 90 đơn thư, đạt 100%.</p>
<p><b>3. Tuyên truyền</b></p>
<p>Đã tổ chức 47 cuộc tuyên truyền Luật Đất đai có 2.310 lượt người tham dự.</p>
<p><b>4. Thủ tục hành chính</b></p>
<p>Lãnh đạo huyện duy trì họp giao ban định kỳ (03 tháng/lần) về cải cách hành chính. Thường trực Huyện ủy nghe tình \
hình cải cách hành chính của 02 xã.</p>
<p>Phần mềm quản lý văn bản Sổ Tay được các phòng, ban của huyện sử dụng. Các xã, thị trấn đã tập huấn sử dụng phần \
mềm quản lý văn bản.</p>
<p>Đã giải quyết 5.200 hồ sơ, trong đó trước hạn 3.900 hồ sơ, đúng hạn 1.280 hồ sơ, quá hạn 20 hồ sơ.</p>
<p>Tỷ lệ giải quyết hồ sơ trước và đúng hạn là 99,62%. Chỉ số hài lòng là 88,40%, giảm 1,25% so với năm 2023.</p>
<p>Bảng 1. Công tác giải quyết đơn</p>
<table border="1"><tr><th>Nội dung</th><th>Số đơn tiếp nhận</th><th>Số đơn đã giải quyết</th><th>Đánh giá</th></tr>
<tr><td>Giải quyết khiếu nại, tố cáo</td><td>64 đơn</td><td>61 đơn</td>
<td>Số đơn tiếp nhận tăng 05 đơn so với năm 2023. Cơ bản kịp thời.</td></tr></table>
<p>Bảng 2. Công tác tiếp công dân</p>
<table border="1"><tr><th>Số lần tiếp thường xuyên</th><th>Số lần tiếp định kỳ</th><th>Đánh giá</th></tr>
<tr><td>206</td><td>112</td><td>Số lần tiếp thường xuyên 206/171 lần so với năm 2023. Tiếp công dân định kỳ 112/95 \
lượt so với năm 2023.</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("petitions"), embedder=spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "song-tranh.html"), PAGE.encode(), "song-tranh.html")
        yield Assistant(library)


def test_what_is_counted_of_a_whole_is_not_told_by_a_count_of_something_else(assistant: Assistant) -> None:
    assert assistant.ask("How many of the complaints in 2024 concerned land?").abstained
    assert "18/21" in assistant.ask("How many of the complaints were resolved?").answer


@pytest.mark.parametrize("who", ["CT UBND huyện", "ct huyện", "Chủ tịch huyện"])
def test_an_officer_in_short_is_of_his_level(assistant: Assistant, who: str) -> None:
    answer = assistant.ask(f"{who} năm 24 tiếp dân mấy lượt, bn ng?").answer
    assert answer.startswith("24 lượt, 19 người")
    assert officers_of(f"{who} tiếp dân") == {"huyen"}
    assert not officers_of("Chỉ thị số 05/CT-UBND huyện")


def test_a_year_in_short_is_one_that_is_held_and_counts_nothing() -> None:
    assert years_in_full("năm 24 tiếp dân mấy lượt", ("2024",)) == "năm 2024 tiếp dân mấy lượt"
    assert years_in_full("tính đến hết năm 24", ("2024-Q3",)) == "tính đến hết năm 2024"
    for said in ("năm 25 tiếp dân mấy lượt", "trong năm 24 hộ thoát nghèo", "năm 24,5% đạt", "năm 24/7"):
        assert years_in_full(said, ("2024",)) == said


def test_what_became_of_them_is_asked_of_those_counted_before(assistant: Assistant) -> None:
    before = (Turn("user", "Năm 2024 có bao nhiêu đơn khiếu nại?"), Turn("assistant", "…"))
    assert assistant.ask("Giải quyết được mấy đơn?", history=before).answer.startswith("18/21 đơn")
    assert assistant.ask("Giải quyết được mấy đơn tố cáo?", history=before).answer.startswith("02/02 đơn")
    assert assistant.ask("Giải quyết được mấy đơn?").answer.startswith("61 đơn")


def test_the_whole_is_told_where_no_part_of_it_is_asked_for(assistant: Assistant) -> None:
    assert assistant.ask("Số đơn khiếu nại, tố cáo, phản ánh năm 2024 là bao nhiêu?").answer.startswith("64 đơn")
    asked = "Đã giải quyết bao nhiêu đơn khiếu nại, tố cáo, phản ánh năm 2024?"
    assert assistant.ask(asked).answer.startswith("61 đơn")


def test_the_value_of_the_year_before_follows_from_what_the_row_remarks(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2023 có bao nhiêu đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền của huyện?")
    assert answer.answer.startswith("59 đơn (= 64 − 5)")
    assert answer.calculation is not None and len(answer.citations) == 2
    # Of the counts of petitions that fit a question without more words, one has a remark on the year before.
    assert assistant.ask("Năm 2023 cả huyện có bao nhiêu đơn thư?").answer.startswith("59 đơn (= 64 − 5)")


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2022 có bao nhiêu đơn khiếu nại, tố cáo, phản ánh thuộc thẩm quyền của huyện?",  # of no year remarked on
        "Năm 2023 đã giải quyết bao nhiêu đơn khiếu nại, tố cáo, phản ánh?",  # of no column remarked on
        "Năm 2023 có bao nhiêu đơn khiếu nại?",
    ],
)
def test_a_remark_on_one_count_says_nothing_of_another(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_what_is_done_now_and_then_is_not_told_of_what_is_always_done(assistant: Assistant) -> None:
    assert assistant.ask("Tiếp công dân thường xuyên năm 2023 bao nhiêu lượt?").answer.startswith("171 lần")
    assert assistant.ask("Tiếp công dân định kỳ năm 2023 bao nhiêu lượt?").answer.startswith("95 lượt")


def test_a_rate_in_time_that_is_stated_comes_before_one_that_is_worked_out(assistant: Assistant) -> None:
    assert assistant.ask("Tỷ lệ giải quyết hồ sơ đúng hẹn đạt bao nhiêu?").answer.startswith("99,62%")
    assert assistant.ask("Giải quyết đúng hạn bao nhiêu hồ sơ?").answer.startswith("1.280 hồ sơ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Chỉ số hài lòng năm 2024 có tăng không?", "Không. Giảm 1,25%, còn 88,40%"),
        ("Chỉ số hài lòng có giảm so với năm 2023 không?", "Có. Giảm 1,25%"),
        ("Did citizen satisfaction go up in 2024?", "No. Fell by 1.25%, to 88.40%"),
        ("Chỉ số hài lòng năm 2024 tăng hay giảm?", "Giảm 1,25%"),
    ],
)
def test_whether_a_value_rose_is_told_with_yes_or_no(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).answer.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Bao lâu thì lãnh đạo huyện họp về cải cách hành chính một lần?",
        "Huyện họp về cải cách hành chính mấy tháng một lần?",
    ],
)
def test_how_often_is_told_by_what_says_so(assistant: Assistant, question: str) -> None:
    assert "03 tháng/lần" in assistant.ask(question).answer


def test_how_often_is_not_told_by_how_many(assistant: Assistant) -> None:
    assert assistant.ask("Bao lâu thì tuyên truyền Luật Đất đai một lần?").abstained
    assert assistant.ask("How often is the Land Law publicised?").abstained


def test_whose_a_deadline_is_says_nothing(assistant: Assistant) -> None:
    assert assistant.ask("How many dossiers were completed after their deadline?").answer.startswith("20 dossiers")
    assert assistant.ask("How many dossiers were completed before their deadline?").answer.startswith("3,900 dossiers")


def test_a_name_is_told_by_one_sentence(assistant: Assistant) -> None:
    asked = "What is the name of the document management software used by the district's offices and communes?"
    answer = assistant.ask(asked)
    assert "Sổ Tay" in answer.answer and len(answer.citations) == 1


def test_a_place_named_in_marks_is_no_little_english_word(assistant: Assistant) -> None:
    assert assistant.ask("How many of the petitions were from Mỹ Tân?").abstained


def test_the_year_is_told_where_last_year_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Năm ngoái tổ chức bao nhiêu cuộc tuyên truyền Luật Đất đai?")
    assert answer.answer.startswith("47 cuộc") and "Đây là số liệu của năm 2024." in answer.notes


def test_a_count_of_what_is_done_at_fixed_days_is_not_asked_for_as_how_often(assistant: Assistant) -> None:
    assert "112" in assistant.ask("Tiếp công dân định kỳ bao nhiêu lượt?").answer


def test_both_columns_that_a_question_names_are_told_of_a_row(assistant: Assistant) -> None:
    asked = "Bảng 1 ghi số đơn khiếu nại, tố cáo đã tiếp nhận và đã giải quyết là bao nhiêu?"
    answer = assistant.ask(asked).answer
    assert "64 đơn" in answer and "61 đơn" in answer

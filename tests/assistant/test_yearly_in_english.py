"""English questions on the yearly report of a commune: field words, determiners, parts of longer terms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """ỦY BAN NHÂN DÂN
XÃ HÒA TÂN
Số: 214/BC-UBND

BÁO CÁO
Tình hình kinh tế - xã hội năm 2024

I. KINH TẾ
Dịch tả lợn châu Phi xảy ra tại 02 ấp, buộc tiêu hủy 86 con với trọng lượng 4.120 kg. Kinh phí hỗ trợ các hộ có lợn \
bị tiêu hủy là 156,4 triệu đồng.
Đàn lợn 3.415 con, đàn bò 628 con.
Hạ tầng viễn thông: có 14 trạm 4G và 03 trạm 5G.
Trong năm đã hiến đất 2.350 m2 để mở rộng đường ấp.
Kinh phí chuyển đổi số được giao 940 triệu đồng.
Nợ quá hạn của Ngân hàng Chính sách xã hội là 215 triệu đồng.
Tổ công tác thu hồi nợ thuế của xã do Phó Chủ tịch Ủy ban nhân dân xã làm Tổ trưởng.
II. VĂN HÓA - XÃ HỘI
Chi trợ cấp một lần cho 37 người, chi trợ cấp hằng tháng cho 412 người.
Số người đã kê khai tài sản, thu nhập là 58/60 người; 02 người chưa kê khai do đang điều trị bệnh hiểm nghèo.
Thi hành án dân sự: tổng số phải thi hành 73 việc, thi hành xong 51 việc.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("yearly"), spelling_embedder) as library:
        data = TEXT.encode()
        library.add(read_bytes(data, "bao-cao-214.txt"), data, "bao-cao-214.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many 5G base stations are there in Hòa Tân commune?", "3"),
        ("How many pigs had to be culled because of African swine fever?", "86"),
        ("How many cattle does Hòa Tân commune have?", "628"),
        ("How many people in Hòa Tân commune received a one-off allowance in 2024?", "37"),
        ("How much land was donated in Hòa Tân commune in 2024?", "2.350"),
        ("What was the digital transformation budget of Hòa Tân commune?", "940"),
        ("How much are the overdue loans of the social policy bank?", "215"),
        ("Why had two people not declared their assets and income?", "bệnh hiểm nghèo"),
        ("How many judgments were fully enforced?", "51"),
    ],
)
def test_an_english_question_meets_the_words_of_its_field(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("declared their assets", "declared assets"),
        ("cleared the land", "clear the land"),
        ("met the public", "meet the public"),
    ],
)
def test_a_determiner_inside_an_english_term_says_nothing(asked: str, plain: str) -> None:
    lexicon = default_lexicon()
    assert lexicon.cut(asked, english=True)[0].keys == lexicon.cut(plain, english=True)[0].keys


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("lump-sum payments", "hỗ trợ một lần"),
        ("natural population growth rate", "tỷ lệ tăng dân số tự nhiên"),
        ("live-weight meat", "thịt hơi xuất chuồng"),
        ("land auctions", "đấu giá quyền sử dụng đất"),
        ("e-bidding", "đấu thầu qua mạng"),
        ("in-principle approval", "chủ trương đầu tư"),
        ("gifts handed in", "nộp lại quà tặng"),
        ("forest protection contracts", "khoán bảo vệ rừng"),
        ("school meals", "suất ăn"),
        ("doctors per 10,000 people", "bác sĩ trên vạn dân"),
        ("three-star products", "sản phẩm 3 sao"),
        ("newly started works", "công trình khởi công mới"),
        ("houses torn down", "tháo dỡ nhà"),
        ("licences revoked", "tước giấy phép lái xe"),
        ("savings and loan groups", "tổ tiết kiệm và vay vốn"),
        ("greenhouses", "nhà màng"),
        ("expelled from the Party", "khai trừ đảng"),
        ("social insurance arrears", "nợ BHXH"),
        ("riverbank collapse", "sạt lở bờ sông"),
    ],
)
def test_words_of_yearly_reports_are_known_in_english(asked: str, said: str) -> None:
    lexicon = default_lexicon()
    assert {k for t in lexicon.cut(asked, english=True) if t.known for k in t.keys} & lexicon.concepts_of(said)


def test_a_word_inside_a_longer_term_counts_unless_it_is_denied(assistant: Assistant) -> None:
    assert "58" in assistant.ask("How many people had declared their assets?").answer
    lexicon = default_lexicon()
    assert "tai san" in lexicon.wordings_inside(("tài sản",))


def test_english_words_in_quotation_marks_need_not_stand_so_in_a_vietnamese_report(assistant: Assistant) -> None:
    answer = assistant.ask('How much was the budget for "digital transformation"?')
    assert "940" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How many 5G base stations are there according to the Provincial Party Committee's draft report on telecoms?",
        "Theo dự thảo báo cáo của Ban Thường vụ Tỉnh ủy về viễn thông, có bao nhiêu trạm 5G?",
    ],
)
def test_words_that_say_which_paper_is_asked_weigh_little(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert answer.answer.startswith(("3 ", "03 "))


def test_a_body_may_be_headed_by_the_holder_of_a_post(assistant: Assistant) -> None:
    answer = assistant.ask("Who leads the commune's working group on tax debts?")
    assert not answer.abstained
    assert "Phó Chủ tịch" in answer.answer


def test_two_numbers_of_two_sentences_are_both_told(assistant: Assistant) -> None:
    question = "How many pigs were culled because of African swine fever, and what was the support paid to households?"
    answer = assistant.ask(question).answer
    assert "86" in answer
    assert "156" in answer

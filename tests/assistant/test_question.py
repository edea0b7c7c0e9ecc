"""What is asked: the language, kind, unit, period, place, level and documents of a question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.asked.kinds import Kind
from assistant.question import Question, expand, understand
from assistant.words.terms import default_lexicon


def read(text: str) -> Question:
    return understand(text, default_lexicon())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Còn bao nhiêu đơn thư tồn đọng?", "vi"),
        ("con bao nhieu don thu ton dong", "vi"),
        ("How many petitions are outstanding?", "en"),
        ("How many files did Vĩnh Trạch district receive?", "en"),
        ("Báo cáo có nêu mô hình Smart City không?", "vi"),
        ("Why is showing an ID card at the clinic still not working as well as hoped?", "en"),
        ("What papers go into a file requesting a commendation?", "en"),
        ("In Mỹ Sa commune, list models of skilful mass mobilisation", "en"),
        ("How many interlinked (liên thông) files have come up?", "en"),
        ("HOW MANY FILES ARE LATE?", "en"),
        ("co bao nhieu don to cao, con the cap xa?", "vi"),
        ("Mô hình camera an ninh smart home", "vi"),
        ("so lieu DVC online", "vi"),
        ("PAPI", "vi"),
        ("", "vi"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Còn bao nhiêu đơn thư tồn đọng?", Kind.FIGURE),
        ("What is the on-time rate?", Kind.FIGURE),
        ("Nguyên nhân của các hạn chế là gì?", Kind.CAUSE),
        ("Why were files late?", Kind.CAUSE),
        ("Số tiền chi trả chỉ 31 triệu, sao ít vậy?", Kind.CAUSE),
        ("Hạn chế trong năm 2024 là gì?", Kind.LIMITATION),
        ("Ưu điểm là gì?", Kind.STRENGTH),
        ("Phương hướng năm 2025?", Kind.DIRECTION),
        ("Số hồ sơ tăng hay giảm so với năm trước?", Kind.COMPARISON),
        ("Đơn vị nào có tỷ lệ cao nhất?", Kind.EXTREME),
        ("Tổng số hồ sơ của cả hai cấp cộng lại?", Kind.TOTAL),
        ("Kế hoạch nào về cải cách hành chính?", Kind.DOCUMENT),
        ("Cho tôi xin số và ngày của kế hoạch cải cách hành chính.", Kind.DOCUMENT),
        ("Liệt kê các mô hình.", Kind.LIST),
        ("Ai ký báo cáo?", Kind.WHO),
        ("Hội nghị tổ chức ngày nào?", Kind.WHEN),
        ("Nội dung này nằm ở mục nào?", Kind.WHERE),
        ("Số liệu có khớp nhau không?", Kind.AUDIT),
        ("Huyện có Trang thông tin điện tử không?", Kind.YES_NO),
    ],
)
def test_the_kind_of_answer_is_told(text: str, kind: Kind) -> None:
    assert read(text).is_(kind)


def test_a_mismatch_that_is_named_is_doubted_by_nobody() -> None:
    assert not read("Which office lost points, and what mismatch explains it?").is_(Kind.AUDIT)
    assert read("Is there a mismatch between the body and the appendix?").is_(Kind.AUDIT)


@pytest.mark.parametrize("verb", ["admit", "acknowledge", "list"])
def test_what_a_report_does_by_telling_is_no_matter_of_the_question(verb: str) -> None:
    found = read(f"What shortcomings in citizen reception does the report {verb}?")
    assert {w.words for w in found.wanted} == {"shortcomings", "citizen reception"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Còn bao nhiêu đơn thư tồn đọng?", "đơn thư"),
        ("con bao nhieu don thu ton dong", "đơn thư"),
        ("Cấp xã tiếp nhận bao nhiêu hồ sơ?", "hồ sơ"),
        ("Đã gq bn hs?", "hồ sơ"),
        ("How many petitions were received?", "đơn thư"),
        ("Đường nông thôn dài bao nhiêu km?", "km"),
    ],
)
def test_what_is_counted_is_told(text: str, unit: str) -> None:
    assert unit in read(text).units


def test_a_rate_is_asked_in_per_cent() -> None:
    assert read("Tỷ lệ giải quyết là bao nhiêu?").percent
    assert read("What percentage was settled?").percent
    assert not read("Bao nhiêu hồ sơ được giải quyết?").percent


@pytest.mark.parametrize(
    ("text", "periods", "of_report"),
    [
        ("Báo cáo năm 2024 nêu bao nhiêu đơn?", (), ("2024",)),
        ("Năm 2024 nhận bao nhiêu đơn?", ("2024",), ()),
        ("Tháng 3/2025 nhận bao nhiêu đơn?", ("2025-03",), ()),
        ("Quý II năm 2024 nhận bao nhiêu đơn?", ("2024-Q2",), ()),
        ("6 tháng đầu năm 2024 nhận bao nhiêu đơn?", ("2024-H1",), ()),
        ("Theo báo cáo năm 2023, năm 2022 có bao nhiêu đơn?", ("2022",), ("2023",)),
        ("How many petitions does the 2024 report give?", (), ("2024",)),
        ("Có bao nhiêu đơn?", (), ()),
    ],
)
def test_the_period_asked_about_is_told_from_that_of_the_report(
    text: str, periods: tuple[str, ...], of_report: tuple[str, ...]
) -> None:
    question = read(text)
    assert question.periods == periods
    assert question.report_periods == of_report


def test_last_year_is_left_to_who_knows_the_report() -> None:
    assert read("So với năm trước thì sao?").previous
    assert read("How many were there last year?").previous


def test_a_date_of_a_document_is_no_period() -> None:
    question = read("Quyết định số 1596/QĐ-UBND ngày 19/8/2024 về việc gì?")
    assert question.documents == ("1596/QĐ-UBND",)
    assert question.periods == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Huyện Vĩnh Trạch có mấy xã?", "huyen vinh trach"),
        ("UBND xã Long Giồng tiếp nhận bao nhiêu hồ sơ?", "xa long giong"),
        ("How many files did Long Giong commune receive?", "xa long giong"),
        ("Sở Nội vụ yêu cầu gì?", "so noi vu"),
    ],
)
def test_places_and_bodies_are_told(text: str, place: str) -> None:
    assert place in read(text).places


def test_one_level_is_a_scope_and_two_are_not() -> None:
    assert read("Cấp xã tiếp nhận bao nhiêu hồ sơ?").scope == "cap xa"
    assert read("How many files at the district level?").scope == "cap huyen"
    both = read("Cấp xã và cấp huyện tiếp nhận bao nhiêu hồ sơ?")
    assert both.scope == ""
    assert both.levels == ("cap huyen", "cap xa")


def test_places_in_the_report_asked_for_by_number_are_told() -> None:
    assert read("Chú thích 8 nêu gì?").footnote == 8
    assert read("What does footnote 12 say?").footnote == 12
    assert read("Mục IV.3 nói gì?").section == "IV.3"
    assert read("Phụ lục I có gì?").appendix


def test_words_in_quotation_marks_must_be_found() -> None:
    question = read("Mô hình “Hộp thư góp ý” là của ai?")
    assert question.quoted == ("hop thu gop y",)
    assert [w.words for w in question.wanted if w.must] == ["hop thu gop y"]


def test_words_that_a_question_shuts_out_need_not_be_found() -> None:
    question = read("Báo cáo nào có kiến nghị (không ghi “Không”)?")
    assert question.quoted == ()
    assert not any(w.must for w in question.wanted)


def test_the_words_of_a_concept_are_not_gathered_from_other_terms() -> None:
    keys = {k for w in read("Ủy ban ban hành bao nhiêu văn bản chỉ đạo?").wanted for k in w.keys}
    assert "ban hành" in keys
    assert "ban chỉ đạo" not in keys


def test_the_month_up_to_which_a_total_runs_is_asked_and_not_the_year() -> None:
    assert read("Từ đầu năm 2025 đến hết tháng 3 có bao nhiêu hồ sơ?").periods == ("2025-03",)
    assert read("Tháng 3/2025 so với năm 2025 thế nào?").periods == ("2025-03", "2025")


def test_chat_short_forms_are_spelled_out_and_office_abbreviations_kept() -> None:
    assert expand("bn hs đc gq") == "bao nhiêu hồ sơ được giải quyết"
    assert expand("GN vốn đtư công đc bn %, nn chậm là j?") == (
        "giải ngân vốn đầu tư công được bao nhiêu %, nguyên nhân chậm là gì?"
    )
    assert expand("vốn nn là bao nhiêu") == "vốn nn là bao nhiêu"
    assert expand("UBND, CCHC, TT") == "UBND, CCHC, TT"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "???",
        "a" * 4000,
        "‮đơn thư‬",
        "\x00\x01\x1b[31m",
        "😀" * 500,
        "“" * 2000,
        "((((" * 500,
        "năm " * 900,
        "1/2/" * 900,
        "Huyện A " * 450,
        "có không " * 400,
        "tổng số ca hai và " * 200,
    ],
    ids=lambda t: repr(t)[:24],
)
def test_odd_questions_are_read_as_questions(text: str) -> None:
    assert read(text).text == text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_as_a_question(text: str) -> None:
    question = read(text)
    assert question.kinds
    assert all(w.weight >= 0 for w in question.wanted)


@pytest.mark.parametrize(
    ("put", "plain"),
    [
        ("Rốt cuộc tồn đọng là mấy đơn?", "tồn đọng đơn"),
        ("Hai bên gộp lại tiếp nhận hồ sơ, ghi nhận được gì?", "hai bên tiếp nhận hồ sơ"),
        ("Hồi tháng 11/2025 tiếp nhận mấy hồ sơ?", "tháng 11/2025 tiếp nhận hồ sơ"),
        ("All told, how many petitions were received?", "how many petitions were received?"),
    ],
)
def test_turns_of_phrase_that_put_a_question_count_nothing(put: str, plain: str) -> None:
    assert {w.words for w in read(put).wanted} == {w.words for w in read(plain).wanted}


def test_a_turn_of_phrase_is_told_by_its_marks() -> None:
    assert "ra soat" in {w.words for w in read("Huyện rà soát thủ tục nào?").wanted}
    assert "sap nhap" in {w.words for w in read("Những xã nào sáp nhập trong số 12 xã?").wanted}


def test_what_stands_in_brackets_weighs_less() -> None:
    aside = {w.words: w.weight for w in read("Kế hoạch cải cách hành chính (sau sáp nhập) mang số mấy?").wanted}
    plain = {w.words: w.weight for w in read("Kế hoạch cải cách hành chính sau sáp nhập mang số mấy?").wanted}
    assert aside["sap nhap"] < plain["sap nhap"]
    assert aside["cai cach hanh chinh"] == plain["cai cach hanh chinh"]


def test_a_level_is_no_part_of_a_report() -> None:
    assert not read("Xếp loại ở mức nào?").is_(Kind.WHERE)
    assert read("Nội dung này ở mục nào?").is_(Kind.WHERE)

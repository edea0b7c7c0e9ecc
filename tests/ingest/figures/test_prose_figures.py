from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.figures import read_figures
from ingest.ledgers import Comparison, Figure, Role
from ingest.report import Block, BlockKind, Section, quote_at
from tests.ingest.figures.conftest import note_on, report_of

Read = Callable[..., list[Figure]]


def by_text(figures: list[Figure]) -> dict[str, Figure]:
    return {f.text: f for f in figures}


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Trong năm, huyện tiếp nhận 31.482 hồ sơ.", "31482", "hồ sơ"),
        ("Đã kiểm tra 14/14 xã, thị trấn.", "14", "xã, thị trấn"),
        ("Tổ chức 52 cuộc tuyên truyền.", "52", "cuộc"),
        ("Huyện duy trì họp báo định kỳ (02 tháng/lần).", "2", "tháng/lần"),
        ("Tổng kinh phí thực hiện là 412.350 triệu đồng.", "412350", "triệu đồng"),
        ("Hệ thống phục vụ hơn 1,2 triệu lượt truy cập.", "1.2", "triệu lượt"),
        ("Có 540 cán bộ, công chức và người dân tham dự.", "540", "cán bộ, công chức và người dân"),
        ("Đã cấp 85.320 giấy chứng nhận.", "85320", "giấy chứng nhận"),
        ("Số đơn đã giải quyết: 41.", "41", "đơn"),
        ("Bàn giao 27 máng cỏ cho các hộ.", "27", "máng cỏ"),
        ("Chỉnh lý xong 640 hộp tài liệu.", "640", "hộp"),
    ],
)
def test_a_count_is_read_with_its_unit(figures_of: Read, sentence: str, value: str, unit: str) -> None:
    (figure,) = figures_of(sentence)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


def test_a_breakdown_is_told_as_parts_of_what_it_breaks_down(figures_of: Read) -> None:
    read = by_text(
        figures_of(
            "Số hồ sơ đã giải quyết: 8.120 hồ sơ, trong đó trước hạn: 7.005 hồ sơ, đúng hạn: 1.090 hồ sơ, "
            "quá hạn 25 hồ sơ."
        )
    )
    assert read["8.120"].role is Role.ACTUAL
    assert [read[t].role for t in ("7.005", "1.090", "25")] == [Role.PART] * 3
    assert read["1.090"].indicator == "Số hồ sơ đã giải quyết: đúng hạn"


@pytest.mark.parametrize("opening", ["năm 2022 là ", "năm 2022: ", "cùng kỳ ", "cùng kỳ năm 2022 là "])
def test_a_bracket_gives_the_value_of_the_year_before_and_ends_with_it(figures_of: Read, opening: str) -> None:
    read = by_text(figures_of(f"Trồng mới 84 ha cam ({opening}61 ha), trồng 9 ha bưởi."))
    assert (read["61"].role, read["61"].period) == (Role.PREVIOUS, "2022")
    assert read["84"].comparison == Comparison("2022", Decimal(61))
    assert (read["84"].period, read["9"].period) == ("2023", "2023")


def test_a_time_in_a_bracket_before_its_number_is_that_numbers_own(figures_of: Read) -> None:
    (figure,) = figures_of("Trong kỳ (năm 2022), huyện trồng mới 61 ha cam.")
    assert (figure.period, figure.role) == ("2022", Role.ACTUAL)


def test_a_level_that_leads_a_footnote_holds_until_the_next_one(figures_of: Read) -> None:
    anchor, note = note_on(
        "Tỷ lệ hồ sơ trực tuyến tăng",
        27,
        "Tổng số hồ sơ được tiếp nhận trong năm 2023: Cấp xã tiếp nhận 9.100 hồ sơ (trực tuyến 6.370 hồ sơ, đạt 70%). "
        "Số hồ sơ đang giải quyết: 12 hồ sơ;\nCấp huyện tiếp nhận 2.050 hồ sơ. Số hồ sơ đang giải quyết: 7 hồ sơ.",
    )
    read = by_text(figures_of(anchor, note))
    assert [read[t].scope for t in ("9.100", "6.370", "70%", "12")] == ["cấp xã"] * 4
    assert [read[t].scope for t in ("2.050", "7")] == ["cấp huyện"] * 2
    assert read["9.100"].indicator == read["2.050"].indicator == "Tổng số hồ sơ được tiếp nhận"


def test_a_level_is_told_by_the_noun_before_it_too(figures_of: Read) -> None:
    figures = by_text(
        figures_of(
            "Hồ sơ cấp xã tiếp nhận 7.310, trực tuyến 5.204 hồ sơ. "
            "Hồ sơ cấp huyện tiếp nhận 1.117, trực tuyến 903 hồ sơ."
        )
    )
    assert [figures[n].scope for n in ("7.310", "5.204", "1.117", "903")] == [
        "cấp xã",
        "cấp xã",
        "cấp huyện",
        "cấp huyện",
    ]


def test_a_level_named_in_a_bracket_ends_with_it(figures_of: Read) -> None:
    read = by_text(
        figures_of(
            "Trong kỳ, toàn tỉnh nhận 960 hồ sơ (cấp tỉnh 310 hồ sơ, cấp xã 650 hồ sơ); kỳ trước chuyển sang 48 hồ sơ. "
            "Đã giải quyết 940 hồ sơ, trong đó đúng hạn 931 hồ sơ, đạt 99,04%."
        )
    )
    assert [read[t].scope for t in ("310", "650")] == ["cấp tỉnh", "cấp xã"]
    assert [read[t].scope for t in ("48", "940", "931", "99,04%")] == [""] * 4


def test_a_share_below_a_rate_is_of_its_own_words_and_not_that_rate_again(figures_of: Read) -> None:
    body = "Tỷ lệ trả kết quả đúng hạn ở các trạm đạt 98,40%"
    anchor, note = note_on(
        body, len(body), "Các trạm tiếp nhận 500 hồ sơ, trong đó nộp qua bưu điện 120 hồ sơ, đạt 24,00%."
    )
    read = by_text(figures_of(anchor, note))
    assert read["98,40%"].indicator.startswith("Tỷ lệ trả kết quả đúng hạn")
    assert "đúng hạn" not in read["24,00%"].indicator
    assert "bưu điện" in read["24,00%"].indicator


def test_a_footnote_of_parts_is_completed_from_the_words_it_hangs_on(figures_of: Read) -> None:
    body = "Công tác tiếp công dân được duy trì, trong năm đã tiếp 90 lượt, 95 người"
    anchor, note = note_on(
        body, len(body), "Trong đó: Chủ tịch UBND huyện tiếp 20 lượt, 22 người; Ban Tiếp công dân huyện tiếp 70 lượt."
    )
    read = by_text(figures_of(anchor, note))
    assert "tiếp" in read["20"].indicator
    assert "Công tác tiếp công dân" in read["20"].indicator
    assert (read["22"].scope, read["22"].unit, read["22"].role) == ("Chủ tịch UBND huyện", "người", Role.PART)
    assert read["70"].scope == "Ban Tiếp công dân huyện"


def test_kinds_of_petition_are_scopes(figures_of: Read) -> None:
    read = figures_of(
        "Đơn khiếu nại: Tồn 03 đơn, phát sinh 15 đơn, giải quyết 16/18 đơn. Đạt tỷ lệ 88,89%; Đơn tố cáo: 02 đơn."
    )
    assert [f.scope for f in read] == ["đơn khiếu nại"] * 4 + ["đơn tố cáo"]
    assert read[3].indicator == "tỷ lệ Đơn khiếu nại: giải quyết"


def test_all_kinds_together_are_no_scope(figures_of: Read) -> None:
    (figure,) = figures_of("Tổng số đơn khiếu nại, tố cáo, kiến nghị thuộc thẩm quyền là 58 đơn.")
    assert (figure.scope, figure.role) == ("", Role.TOTAL)


def test_done_of_total_gives_one_figure_with_its_total(figures_of: Read) -> None:
    (figure,) = figures_of("Tổ hòa giải đã hòa giải 15/18 vụ.")
    assert figure.comparison == Comparison("total", Decimal(18))
    assert (figure.value, figure.text) == (15, "15/18")


def test_done_of_target_is_proven_by_the_percentage(figures_of: Read) -> None:
    target, done = sorted(
        figures_of("Đã kích hoạt mức độ 1, mức độ 2 là 61.200/59.000 người, đạt 103,73% chỉ tiêu.")[:2],
        key=lambda f: f.value,
    )
    assert (target.role, target.value) == (Role.TARGET, 59000)
    assert done.comparison == Comparison("target", Decimal(59000))


def test_this_year_over_last_year_gives_both(figures_of: Read) -> None:
    now, before, change = figures_of("Số lần tiếp dân 351/317 lượt, tăng 34 lượt so với cùng kỳ năm 2022.")
    assert (now.value, now.period, now.comparison) == (351, "2023", Comparison("2022", Decimal(317), Decimal(34)))
    assert (before.value, before.period, before.role) == (317, "2022", Role.PREVIOUS)
    assert (change.role, change.comparison) == (Role.CHANGE, Comparison("2022", None, Decimal(34)))


def test_rank_and_change_of_an_index_are_of_the_year_named_first(figures_of: Read) -> None:
    read = figures_of(
        "Theo công bố của tỉnh, năm 2022 chỉ số CCHC của huyện đạt 86,2 điểm, giảm 1,3 điểm so với năm 2021, "
        "xếp hạng 5/12 huyện, thành phố; "
        "Chỉ số hài lòng đạt 91,4%."
    )
    assert [f.period for f in read] == ["2022"] * 4
    assert [f.role for f in read] == [Role.ACTUAL, Role.CHANGE, Role.RANK, Role.ACTUAL]
    assert read[0].comparison == Comparison("2021", None, Decimal("-1.3"))
    assert (read[2].unit, read[2].comparison) == ("hạng", Comparison("total", Decimal(12)))
    assert read[0].indicator == "chỉ số CCHC của huyện"


def test_a_day_is_a_period_only_up_to_which_something_counts(figures_of: Read) -> None:
    as_of, event = figures_of(
        "Đến ngày 15/10/2023, huyện đã kích hoạt 500 tài khoản.", "Ngày 25/9/2023, huyện khánh thành 02 tuyến đường."
    )
    assert (as_of.period, event.period) == ("2023-10-15", "2023")


def test_the_value_of_last_year_in_brackets_is_last_year_s(figures_of: Read) -> None:
    *_, before = figures_of("Tiếp 351 lượt, tăng 34 lượt so với năm 2022 (317 lượt).")
    assert (before.value, before.period, before.role) == (317, "2022", Role.PREVIOUS)


def test_a_share_follows_what_it_is_a_share_of(figures_of: Read) -> None:
    read = figures_of(
        "Các tổ hòa giải nhận 96 đơn, đưa ra hòa giải 96 đơn, đạt 100% (hòa giải thành 90 đơn, đạt 93,75%)."
    )
    assert read[2].indicator == "tỷ lệ Các tổ hòa giải: đưa ra hòa giải đơn"
    assert read[4].indicator.startswith("tỷ lệ Các tổ hòa giải: hòa giải thành")
    assert read[2].role is Role.SHARE


def test_all_of_something_is_told_by_the_words_behind_it(figures_of: Read) -> None:
    (figure,) = figures_of("Trong năm, có 100% cơ quan, đơn vị tổ chức hội nghị công chức.")
    assert figure.indicator == "tỷ lệ cơ quan, đơn vị tổ chức hội nghị công chức"


def test_items_go_on_from_the_line_that_leads_them_in(figures_of: Read) -> None:
    total, province, commune = figures_of(
        "- Tổng kinh phí năm 2026 là 300 triệu đồng. Trong đó:",
        "+ Chi cấp tỉnh là 180 triệu đồng.",
        "+ Chi cấp xã là 120 triệu đồng.",
    )
    assert [f.period for f in (total, province, commune)] == ["2026"] * 3
    assert [f.scope for f in (province, commune)] == ["cấp tỉnh", "cấp xã"]
    assert [f.role for f in (total, province, commune)] == [Role.TOTAL, Role.PART, Role.PART]


def test_figures_under_next_year_s_goals_are_targets_of_that_year(figures_of: Read) -> None:
    goals = Section(
        "VI", "VI.", "VI. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024", 1, None, ("VI. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024",)
    )
    (figure,) = figures_of("1. Tỷ lệ hồ sơ trực tuyến đạt trên 85%.", sections=(goals,))
    assert (figure.period, figure.role) == ("2024", Role.TARGET)


def test_what_served_the_aims_is_told_among_the_results_and_is_no_goal(figures_of: Read) -> None:
    path = ("III. KẾT QUẢ", "1. Dân vận trong thực hiện các mục tiêu phát triển")
    results = Section("III.1", "1.", path[-1], 2, None, path)
    read = by_text(figures_of("Có 52 hộ bị ảnh hưởng, còn 09 hộ chưa nhận đất.", sections=(results,)))
    assert {figure.role for figure in read.values()} == {Role.ACTUAL}


def test_what_a_sentence_sets_against_a_running_total_is_of_the_report_s_own_time(figures_of: Read) -> None:
    read = by_text(
        figures_of(
            "Trong tháng, đã mở 5 lớp tập huấn; lũy kế từ đầu năm là 31 lớp. "
            "Đã khen thưởng 4 công chức (đột xuất 4); lũy kế từ đầu năm đã khen thưởng 57 công chức.",
            period="2031-05",
        )
    )
    assert read["4"].period == read["5"].period == "2031-05"
    assert read["57"].period == read["31"].period == "2031-5M"


def test_a_level_ends_where_all_offices_are_spoken_of(figures_of: Read) -> None:
    read = by_text(
        figures_of(
            "Cấp tỉnh: đúng hạn 310 hồ sơ, quá hạn 12 hồ sơ. Cấp xã: đúng hạn 520 hồ sơ, quá hạn 31 hồ sơ. "
            "Các cơ quan, đơn vị đã gửi thư xin lỗi đối với 40/43 hồ sơ quá hạn, đạt 93,02%."
        )
    )
    assert (read["31"].scope, read["40/43"].scope, read["93,02%"].scope) == ("cấp xã", "", "")


def test_a_range_keeps_its_upper_end(figures_of: Read) -> None:
    (figure,) = figures_of("Rút ngắn thời gian giải quyết từ 5 đến 7 ngày.")
    assert (figure.value, figure.high, figure.unit) == (5, 7, "ngày")


def test_headings_and_recipients_hold_no_figures() -> None:
    blocks = (
        Block("b1", BlockKind.HEADING, "II. 05 NHIỆM VỤ TRỌNG TÂM", "II"),
        Block("b2", BlockKind.RECIPIENTS, "- 12 xã, thị trấn;", ""),
        Block("b3", BlockKind.LETTERHEAD, "Số: 120/BC-UBND", ""),
    )
    assert read_figures(report_of(*blocks)) == ()


def test_reading_twice_gives_the_same_ids_and_no_two_alike(figures_of: Read) -> None:
    text = "Tiếp 31 lượt, 34 người, 31 vụ việc; giải quyết 15/18 đơn, 15/18 đơn."
    ids = [f.id for f in figures_of(text)]
    assert ids == [f.id for f in figures_of(text)]
    assert len(set(ids)) == len(ids) == 5


def test_the_quote_of_a_long_list_is_its_own_clause(figures_of: Read) -> None:
    text = (
        "; ".join(f"xã Tân Lộc {i} đã vận động Nhân dân hiến đất làm đường được {i}00 hộ tham gia" for i in range(2, 9))
        + "."
    )
    figures = [f for f in figures_of(text) if f.text == "400"]
    assert figures[0].quote == "xã Tân Lộc 4 đã vận động Nhân dân hiến đất làm đường được 400 hộ tham gia"


SAID = """
tiếp nhận, 31.482 hồ sơ ; . đạt 98,25% trong đó ( ) 15/18 đơn cấp xã Cấp huyện: so với năm 2022 tăng 02 xếp hạng
4/12 – lượt Đơn tố cáo: năm 2023 từ 5 đến 7 ngày triệu đồng và là UBND huyện
"""
WORDS = st.sampled_from(SAID.split())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_every_figure_stands_where_it_says_and_its_quote_is_verbatim(words: list[str]) -> None:
    block = Block("b1", BlockKind.PARAGRAPH, " ".join(words), "")
    report = report_of(block)
    for figure in read_figures(report):
        at = figure.at
        assert block.text[at : at + len(figure.text)] == figure.text
        assert figure.locator.start <= at < figure.locator.end
        assert figure.quote == quote_at(block, figure.locator.start, figure.locator.end)

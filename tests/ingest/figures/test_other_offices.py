"""Figures as other offices write them: police, schools, farming, budgets, inspection. The districts are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.figures.compounds import unit_key
from ingest.ledgers import Figure, Role


def told(figures: list[Figure]) -> list[tuple[str, str]]:
    return [(f.text, f.unit) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng chi ngân sách 745 tỷ 320 triệu đồng, đạt 96,7% dự toán; thu phạt 12 triệu 500 nghìn đồng.",
            [("745 tỷ 320 triệu", "đồng"), ("96,7%", "%"), ("12 triệu 500 nghìn", "đồng")],
        ),
        ("Chi 4,5 tỷ đồng và 320 triệu đồng.", [("4,5", "tỷ đồng"), ("320", "triệu đồng")]),
        (
            "Thu nhập bình quân đầu người đạt 68,5 triệu đồng/người/năm, tăng 5,2 triệu đồng.",
            [("68,5", "triệu đồng/người/năm"), ("5,2", "triệu đồng")],
        ),
        ("Bồi thường 35.000 đồng/m2 cho 12 hộ.", [("35.000", "đồng/m2"), ("12", "hộ")]),
        ("Năng suất bình quân 65,8 tạ/ha, sản lượng 280.045 tấn.", [("65,8", "tạ/ha"), ("280.045", "tấn")]),
        ("Toàn xã có 5.412 hộ/19.876 khẩu, mật độ 452 người/km2.", [
            ("5.412", "hộ"), ("19.876", "khẩu"), ("452", "người/km2"),
        ]),
        ("Thu giữ 12,456 gam ma túy, cấp 12.560 thẻ căn cước.", [("12,456", "gam"), ("12.560", "thẻ")]),
        ("Tiếp 720 lượt/815 lượt người, giảm 95 lượt.", [("720", "lượt"), ("815", "lượt người"), ("95", "lượt")]),
        ("Độ mặn đo được 2‰, mực nước 1,2 m.", [("2", "‰"), ("1,2", "m")]),
        ("Qua hai tháng triển khai, đã tiếp nhận hơn 25.000 phiếu.", [("hai", "tháng"), ("25.000", "phiếu")]),
        ("Đã tổ chức mười hai lớp cho ba trăm năm mươi cán bộ.", [("mười hai", "lớp"), ("ba trăm năm mươi", "cán bộ")]),
        ("Số xã có nhà văn hóa: 9/11.", [("9/11", "xã")]),
    ],
)  # fmt: skip
def test_numbers_and_units_of_other_fields_are_read_as_printed(figures_of, text: str, expected) -> None:
    assert told(figures_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đã kiểm tra tại 07 cơ quan chuyên môn, 04 đơn vị sự nghiệp y tế và 12 đơn vị của huyện.",
            [("07", "cơ quan chuyên môn"), ("04", "đơn vị sự nghiệp y tế"), ("12", "đơn vị")],
        ),
        ("Thành lập 03 đoàn giám sát, phát 1.250 phiếu khảo sát.", [
            ("03", "đoàn giám sát"), ("1.250", "phiếu khảo sát"),
        ]),
        ("Công nhận 15 sáng kiến, giải pháp mới.", [("15", "sáng kiến, giải pháp")]),
        ("Giải quyết 18 phản ánh, kiến nghị của cử tri.", [("18", "phản ánh, kiến nghị")]),
        # what follows takes an object: it is done, not counted
        ("Xem xét 18 phản ánh, kiến nghị UBND tỉnh xử lý.", [("18", "phản ánh")]),
        # told more closely, but not another thing
        ("Tiếp nhận 320 hồ sơ trực tuyến của 45 đơn vị trực thuộc.", [("320", "hồ sơ"), ("45", "đơn vị")]),
    ],
)  # fmt: skip
def test_a_unit_is_the_whole_name_of_what_is_counted(figures_of, text: str, expected) -> None:
    assert told(figures_of(text)) == expected


def test_a_change_is_told_to_a_figure_counted_by_the_noun_alone(figures_of) -> None:
    first, change = figures_of("Thành lập 09 đoàn kiểm tra, tăng 02 đoàn so với cùng kỳ.")
    assert (first.unit, change.unit, change.role) == ("đoàn kiểm tra", "đoàn", Role.CHANGE)
    assert first.comparison is not None and first.comparison.change == Decimal(2)


def test_parts_told_by_the_noun_alone_are_added_up_to_a_whole_told_by_its_name(figures_of) -> None:
    whole, *parts = figures_of("Có 12 đơn vị sự nghiệp, trong đó 7 đơn vị đã tự chủ, 5 đơn vị chưa tự chủ.")
    assert whole.unit == "đơn vị sự nghiệp"
    assert {unit_key(f.unit) for f in (whole, *parts)} == {"don vi"}


@pytest.mark.parametrize(
    "text",
    [
        "Đã khảo sát xã Tân Bình 2, phường An Phú 3 và khu phố Hòa Lạc 1.",
        "Thực hiện bộ chỉ số năng lực cạnh tranh 3.0 (PCI) và Bộ chỉ số 412.",
        "Tại Công văn số 67/UBND-NC ngày 09/3/202 của Chủ tịch UBND huyện.",
        "Huy động trẻ 5 tuổi ra lớp, học sinh lớp 9 vào trường nghề.",
        "Sản phẩm đạt hạng 3 sao được trưng bày theo Luật Giáo dục 2019.",
        "Biểu số 01/XLD và Mẫu số 02/BC-TTr kèm theo.",
    ],
)
def test_names_ages_editions_and_slips_of_dates_are_no_figures(figures_of, text: str) -> None:
    assert told(figures_of(text)) == []


def test_an_amount_in_falling_scales_is_one_value_in_its_smallest_unit(figures_of) -> None:
    (figure,) = figures_of("Tổng kinh phí 46 tỷ 500 triệu đồng.")
    assert figure.value == Decimal(46_500_000_000)
    assert figure.indicator == "Tổng kinh phí"


def test_a_clause_without_a_subject_is_led_by_the_subject_of_its_sentence(figures_of) -> None:
    found = figures_of("Tai nạn giao thông xảy ra 25 vụ, làm chết 12 người, bị thương 19 người; đã xử lý 20 vụ.")
    assert [f.indicator for f in found[1:3]] == [
        "Tai nạn giao thông: làm chết người",
        "Tai nạn giao thông: bị thương người",
    ]
    assert found[3].indicator == "Tai nạn giao thông: đã xử lý vụ"


def test_a_change_goes_to_the_figure_that_its_words_name(figures_of) -> None:
    found = figures_of(
        "Tai nạn giao thông làm chết 12 người, bị thương 19 người, so với cùng kỳ năm 2022 giảm 02 người chết."
    )
    assert "chết" in found[2].indicator and found[2].role is Role.CHANGE
    assert found[0].comparison is not None and found[0].comparison.change == Decimal(-2)


def test_a_change_outside_a_bracket_is_none_of_what_stands_in_it(figures_of) -> None:
    now, online, by_post, change, then = figures_of(
        "Tiếp nhận 45.678 hồ sơ (trực tuyến 39.876 hồ sơ, qua bưu chính 5.802 hồ sơ), "
        "tăng 12% so với cùng kỳ năm 2022 (40.784 hồ sơ)."
    )
    assert now.comparison is not None and now.comparison.change == Decimal(12)
    assert by_post.comparison is None and online.role is Role.PART
    assert change.role is Role.CHANGE
    assert (then.role, then.period, then.indicator) == (Role.PREVIOUS, "2022", now.indicator)


def test_a_goal_in_a_bracket_says_whose_goal_it_is(figures_of) -> None:
    found = figures_of(
        "b) Tỷ lệ hồ sơ đúng hẹn chưa đạt (chỉ tiêu tối thiểu 97%, hiện đạt 96,15%). "
        "Tỷ lệ số hóa hồ sơ đạt 84% (chỉ tiêu đề ra là 75%)."
    )
    assert [f.role for f in found] == [Role.TARGET, Role.SHARE, Role.SHARE, Role.TARGET]
    assert all("hồ sơ đúng hẹn" in f.indicator for f in found[:2])
    assert all("số hóa hồ sơ" in f.indicator for f in found[2:])


def test_the_lower_number_is_a_goal_only_where_the_words_right_behind_say_so(figures_of) -> None:
    found = figures_of(
        "Đã kiểm tra 36/120 cơ quan, đạt tỷ lệ 30% (6/20 sở và 30/100 xã, chỉ tiêu đề ra là tối thiểu 20%)."
    )
    assert [f.text for f in found] == ["36/120", "30%", "6/20", "30/100", "20%"]
    assert found[0].comparison is not None and found[0].comparison.period == "total"


def test_how_far_a_goal_was_passed_is_a_change_against_the_goal(figures_of) -> None:
    *_, passed = figures_of("Tỷ lệ điều tra án đạt 91,43% (32/35 vụ), vượt 16,43% so với chỉ tiêu được giao.")
    assert passed.role is Role.CHANGE
    assert passed.comparison is not None and passed.comparison.period == "target"


def test_a_pair_that_the_percentage_before_it_proves_is_a_part_of_a_total(figures_of) -> None:
    _, pair = figures_of("Tỷ lệ điều tra án đạt 91,43% (32/35 vụ).")
    assert (pair.role, pair.comparison and pair.comparison.period) == (Role.PART, "total")


def test_receptions_and_people_joined_by_a_slash_are_two_figures(figures_of) -> None:
    assert told(figures_of("Tiếp thường xuyên 143/188 người.")) == [("143/188", "lượt"), ("188", "người")]


def test_a_share_of_a_total_told_second_is_of_what_was_told_first(figures_of) -> None:
    *_, share = figures_of("Phát sinh 5.120 hồ sơ lý lịch tư pháp trên tổng số 6.400 hồ sơ, đạt tỷ lệ 80,0%.")
    assert "lý lịch tư pháp" in share.indicator


def test_the_year_of_a_law_or_of_prices_is_not_the_period_of_a_figure(figures_of) -> None:
    a, b = figures_of(
        "Tỷ lệ giáo viên đạt chuẩn theo Luật Giáo dục 2019 là 92,4%; "
        "giá trị sản xuất (giá so sánh 2010) đạt 3.456 tỷ đồng."
    )
    assert (a.period, b.period) == ("2023", "2023")


def test_what_is_said_of_two_nouns_holds_for_both(figures_of) -> None:
    a, b = figures_of("Ngoài ra, có 09 sở, ngành và 41 UBND cấp xã đang triển khai các mô hình.")
    assert "mô hình" in a.indicator and "mô hình" in b.indicator
    assert b.unit == "UBND cấp xã"


def test_cells_that_hold_a_rank_or_points_of_a_scale_are_told_by_their_column(figures_of, table) -> None:
    block = table(
        ["Tỉnh", "PAR Index › Điểm số", "PAR Index › Thứ hạng"],
        ["An Lạc", "81,4/100", "41/58"],
        columns=("Tỉnh", "PAR Index › Điểm số", "PAR Index › Thứ hạng"),
    )
    points, rank = figures_of(block)
    assert (points.value, points.unit, points.role) == (Decimal("81.4"), "điểm", Role.ACTUAL)
    assert (rank.value, rank.unit, rank.role) == (Decimal(41), "hạng", Role.RANK)
    assert points.indicator.startswith("PAR Index") and rank.comparison is not None


def test_units_of_a_table_are_written_small_and_what_was_carried_over_is_of_this_period(figures_of, table) -> None:
    block = table(
        ["Nội dung", "Đơn vị tính", "Kỳ trước chuyển sang", "Cùng kỳ năm trước"],
        ["Đơn khiếu nại", "Đơn", "4", "7"],
    )
    carried, before = figures_of(block)
    assert (carried.unit, carried.period, carried.role) == ("đơn", "2023", Role.ACTUAL)
    assert (before.period, before.role) == ("2022", Role.PREVIOUS)

# ruff: noqa: E501 - one case a line reads best
"""Sums, balances, shares and changes: what holds is shown, what fails is found, what is open is left alone."""

from __future__ import annotations

import pytest

from ingest.ledgers import FindingKind


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("Đã giải quyết 5.140 hồ sơ, trong đó trước hạn 3.905 hồ sơ, đúng hạn 1.213 hồ sơ, quá hạn 22 hồ sơ.", "3.905 + 1.213 + 22 = 5.140"),
        ("Toàn tỉnh phát sinh 467 hồ sơ (207 hồ sơ khai sinh và 260 hồ sơ khai tử).", "207 + 260 = 467"),
        ("Tổng số thủ tục công bố là 1.730 thủ tục, cấp tỉnh 1.312 thủ tục, cấp xã 418 thủ tục.", "1.312 + 418 = 1.730"),
        ("Cấp huyện mở 46 lớp với 215 người dự; cấp xã mở 87 lớp với 942 người dự; tổng cộng 133 lớp với 1.157 người.", "215 + 942 = 1.157"),
        ("Nộp trực tuyến 5.400/7.250 hồ sơ, đạt tỷ lệ 74,48% (cấp tỉnh 1.900 hồ sơ; cấp xã 3.500 hồ sơ).", "1.900 + 3.500 = 5.400"),
        ("Tồn 03 đơn, phát sinh 21 đơn, tổng cộng 24 đơn, đã giải quyết 22 đơn, còn tồn 02 đơn.", "03 + 21 = 24"),
        ("Tiếp nhận 4.038 hồ sơ; đã giải quyết 3.801 hồ sơ; đang giải quyết 152 hồ sơ; từ chối, rút 85 hồ sơ.", "3.801 + 152 + 85 = 4.038"),
        ("Triển khai 23 nhiệm vụ: đã triển khai 15/23 nhiệm vụ, đang triển khai 05 nhiệm vụ, tiếp tục nghiên cứu 03 nhiệm vụ.", "15 + 05 + 03 = 23"),
        ("Nhận 136 đơn, đưa ra hòa giải 136 đơn (hòa giải thành 129 đơn, đạt 94,9%).", "129 / 136 = 94,85%"),
        ("Giải quyết 22/26 đơn, tồn 04 đơn. Đạt tỷ lệ 84,62%.", "22 / 26 = 84,62%"),
        ("Phát sinh 5.214 hồ sơ trên ứng dụng trên tổng số 6.930 hồ sơ tiếp nhận, đạt tỷ lệ 75,2%.", "5.214 / 6.930 = 75,24%"),
        ("Đã giải quyết 5.140 hồ sơ, trong đó trước hạn 3.905 hồ sơ, đúng hạn 1.213 hồ sơ, quá hạn 22 hồ sơ. Tỷ lệ giải quyết trước và đúng hạn đạt 99,57%.",
         "(3.905 + 1.213) / 5.140 = 99,57%"),
        ("Thanh toán điện tử đạt 56% trên tổng lượt thanh toán (18.430/32.910 lượt).", "18.430 / 32.910 = 56,00%"),
        ("Số lần tiếp 512/431 lượt, tăng so với cùng kỳ 81 lượt.", "512 - 431 = 81"),
        ("Tiếp 341 lượt với 350 người, tăng 24 lượt so với năm 2023 (317 lượt).", "341 - 317 = 24"),
        ("Tỷ lệ giải quyết đạt 96,31%/93,17% (tăng 3,14% so với cùng kỳ).", "96,31 - 93,17 = 3,14"),
        ("Hòa giải thành tăng 12,5% (45/40 vụ).", "(45 - 40) / 40 = 12,50%"),
    ],
)  # fmt: skip
def test_what_can_be_recomputed_is_recomputed_and_holds(desk, text: str, formula: str) -> None:
    assert (formula, True) in [(c.formula, c.holds) for c in desk.checks(text)]
    assert desk.findings(text) == ()


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("Đã giải quyết 5.140 hồ sơ, trong đó trước hạn 3.905 hồ sơ, đúng hạn 1.213 hồ sơ, quá hạn 41 hồ sơ.", "5.140 hồ sơ", "3.905 + 1.213 + 41 = 5.159"),
        ("Toàn tỉnh phát sinh 71.250 hồ sơ (48.930 khai sinh và 23.320 hồ sơ khai tử).", "71.250 hồ sơ", "48.930 + 23.320 = 72.250"),
        ("Tổng số thủ tục công bố là 1.730 thủ tục, cấp tỉnh 1.312 thủ tục, cấp xã 481 thủ tục.", "1.730 thủ tục", "1.312 + 481 = 1.793"),
        ("Cấp huyện mở 46 lớp với 215 người dự; cấp xã mở 87 lớp với 942 người dự; tổng cộng 133 lớp với 1.175 người.", "1.175 người", "215 + 942 = 1.157"),
        ("Tồn 03 đơn, phát sinh 21 đơn, tổng cộng 26 đơn, đã giải quyết 24 đơn, còn tồn 02 đơn.", "26 đơn", "03 + 21 = 24"),
        ("Tiếp nhận 4.038 hồ sơ; đã giải quyết 3.801 hồ sơ; đang giải quyết 125 hồ sơ; từ chối, rút 85 hồ sơ.", "4.038 hồ sơ", "3.801 + 125 + 85 = 4.011"),
        ("Giải quyết 22/26 đơn, đạt 48,62%.", "48,62%", "22 / 26 = 84,62%"),
        ("Cập nhật 15.208/15.720 trường hợp, đạt tỷ lệ 96,47%.", "96,47%", "15.208 / 15.720 = 96,74%"),
        ("Số lần tiếp 512/431 lượt, tăng so với cùng kỳ 91 lượt.", "tăng 91", "512 - 431 = 81"),
        ("Số lần tiếp 431/512 lượt, tăng so với cùng kỳ 81 lượt.", "tăng 81", "431 - 512 = -81"),
        ("Tiếp 341 lượt với 350 người, tăng 34 lượt so với năm 2023 (317 lượt).", "tăng 34", "341 - 317 = 24"),
        ("Số đơn giảm từ 40 đơn lên 45 đơn.", "giảm", "45 - 40 = 5"),
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_found_with_both_sides_and_the_sum(desk, text: str, stated: str, computed: str) -> None:
    found = desk.findings(text)
    assert [(f.stated, f.computed) for f in found] == [(stated, computed)]
    (finding,) = found
    assert finding.figures and finding.quotes and len(finding.quotes) == len(finding.locators)
    for place, quote in zip(finding.locators, finding.quotes, strict=True):
        assert " ".join(text[place.start : place.end].split()) == quote


@pytest.mark.parametrize(
    "text",
    [
        # A list that claims no completeness.
        "Có 180 đảng viên, trong đó 45 đảng viên nữ, 30 đảng viên trẻ.",
        # Things of another kind are no parts.
        "Cập nhật 6.240 tàu cá (gồm: 6.240 chủ tàu, 905 thuyền trưởng, 5.118 thuyền viên).",
        # The semicolon opens something new.
        "Các đơn vị đăng ký 148 mô hình, trong đó 32 mô hình mới; công nhận 117 mô hình.",
        # The base of the share stands elsewhere.
        "Giải ngân được 9.150 triệu đồng (đạt 7,9%).",
        # The share is what is left of another.
        "Giải quyết 305 hồ sơ (đúng hạn 292 hồ sơ, quá hạn 13 hồ sơ), còn 33 hồ sơ.",
        # A rank among so many is no earlier value.
        "Chỉ số xếp hạng 5/11 huyện, tăng 01 hạng so với năm trước.",
        # A target is no earlier value.
        "Kích hoạt 48.215/46.900 tài khoản, đạt 102,80% chỉ tiêu giao.",
        "Thu 12,5 tỷ đồng, tăng 8,2% so với cùng kỳ, đạt 104% dự toán.",
        "Mở 12 lớp cho 450 người, đạt 90% kế hoạch; tăng 02 lớp so với cùng kỳ.",
        "Tiếp 31 lượt, 29 người, 31 vụ việc; tiếp định kỳ 12 lượt.",
        "Khảo sát 1.100 phiếu, thu về 1.050 phiếu, trong đó hài lòng 980 phiếu, đạt 93,3%.",
    ],
)
def test_what_the_words_leave_open_is_no_finding(desk, text: str) -> None:
    assert desk.findings(text) == ()


@pytest.mark.parametrize(
    ("share", "passes"),
    [("99,57%", True), ("99,58%", True), ("99,6%", True), ("99,5%", True), ("99,59%", False), ("99,56%", False)],
)
def test_rounded_and_cut_off_shares_both_pass(desk, share: str, passes: bool) -> None:
    found = desk.findings(f"Giải quyết đúng hạn 2.362/2.372 hồ sơ, đạt {share}.")
    assert (found == ()) is passes


def test_a_total_in_the_body_is_held_against_the_parts_of_its_footnote_unit_by_unit(desk, note) -> None:
    found = desk.findings(
        *note(
            "Trong năm đã tiếp 100 lượt, 120 người, 95 vụ việc^. Các tổ hòa giải nhận 12 đơn.",
            "Trong đó: Chủ tịch tiếp 30 lượt, 40 người, 30 vụ việc; trưởng phòng tiếp 70 lượt, 85 người, 65 vụ việc.",
        )
    )
    (finding,) = found
    assert (finding.stated, finding.computed) == ("120 người", "40 + 85 = 125")
    assert [place.footnote for place in finding.locators] == [None, 1]
    assert "Không xác định được" in finding.message


def test_a_total_in_the_body_is_held_against_the_kinds_of_its_footnote(desk, note) -> None:
    parts = note(
        "Tổng số đơn thuộc thẩm quyền là 84 đơn, đã giải quyết 80 đơn, còn tồn 04 đơn^.",
        "Đơn khiếu nại: tồn 03 đơn, phát sinh 21 đơn, tổng cộng 24 đơn, giải quyết 20/24 đơn, tồn 04 đơn; Đơn tố cáo: 02 đơn, giải quyết 02/02 đơn; "
        "Đơn kiến nghị: tổng cộng 58 đơn, giải quyết 58/58 đơn, tồn 0 đơn.",
    )
    formulas = {c.formula for c in desk.checks(*parts) if c.holds}
    assert {"24 + 02 + 58 = 84", "20 + 02 + 58 = 80", "80 + 04 = 84"} <= formulas
    assert desk.findings(*parts) == ()


def test_a_total_is_held_against_the_items_below_it(desk) -> None:
    lead = "- Tổng kinh phí năm 2024 là 415 triệu đồng. Trong đó:"
    good = desk.checks(lead, "+ Cấp tỉnh là 262 triệu đồng.", "+ Cấp xã là 153 triệu đồng.")
    assert ("262 + 153 = 415", True) in [(c.formula, c.holds) for c in good]
    (finding,) = desk.findings(lead, "+ Cấp tỉnh là 262 triệu đồng.", "+ Cấp xã là 135 triệu đồng.")
    assert (finding.kind, finding.computed) == (FindingKind.SUM, "262 + 135 = 397")


def test_findings_have_the_same_ids_whenever_the_report_is_read(desk) -> None:
    text = "Giải quyết 22/26 đơn, đạt 48,62%."
    assert [f.id for f in desk.findings(text)] == [f.id for f in desk.findings(text)]


def test_nothing_is_asked_of_a_report_without_figures(desk) -> None:
    assert desk.findings("Công tác dân vận được quan tâm.") == ()
    assert desk.checks("Công tác dân vận được quan tâm.") == ()


def test_what_a_note_says_of_the_most_is_no_part_of_its_list(desk, note) -> None:
    right = note(
        "Giải quyết quá hạn 240 hồ sơ^.",
        "Trong đó: cấp tỉnh 90 hồ sơ, cấp xã 150 hồ sơ. Lĩnh vực có nhiều hồ sơ quá hạn nhất là xây dựng với 88 hồ sơ.",
    )
    assert [(c.formula, c.holds) for c in desk.checks(*right)] == [("90 + 150 = 240", True)]
    wrong = note(
        "Giải quyết quá hạn 240 hồ sơ^.",
        "Trong đó: cấp tỉnh 90 hồ sơ, cấp xã 160 hồ sơ. Lĩnh vực có nhiều hồ sơ quá hạn nhất là xây dựng với 88 hồ sơ.",
    )
    assert [f.computed for f in desk.findings(*wrong)] == ["90 + 160 = 250"]

# ruff: noqa: E501 - one case a line reads best
"""Sums, balances, shares and changes: what holds is shown, what fails is found, what is open is left alone."""

from __future__ import annotations

import pytest

from ingest.ledgers import FindingKind


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("Đã giải quyết 3.320 hồ sơ, trong đó trước hạn 2.469 hồ sơ, đúng hạn 837 hồ sơ, quá hạn 14 hồ sơ.", "2.469 + 837 + 14 = 3.320"),
        ("Toàn tỉnh phát sinh 467 hồ sơ (207 hồ sơ khai sinh và 260 hồ sơ khai tử).", "207 + 260 = 467"),
        ("Tổng số thủ tục công bố là 2.313 thủ tục, cấp tỉnh 1.859 thủ tục, cấp xã 454 thủ tục.", "1.859 + 454 = 2.313"),
        ("Cấp huyện mở 46 lớp với 215 người dự; cấp xã mở 87 lớp với 942 người dự; tổng cộng 133 lớp với 1.157 người.", "215 + 942 = 1.157"),
        ("Tồn 02 đơn, phát sinh 17 đơn, tổng cộng 19 đơn, đã giải quyết 17 đơn, còn tồn 02 đơn.", "02 + 17 = 19"),
        ("Tiếp nhận 4.038 hồ sơ; đã giải quyết 3.801 hồ sơ; đang giải quyết 152 hồ sơ; từ chối, rút 85 hồ sơ.", "3.801 + 152 + 85 = 4.038"),
        ("Triển khai 19 nhiệm vụ: đã triển khai 13/19 nhiệm vụ, đang triển khai 04 nhiệm vụ, tiếp tục nghiên cứu 02 nhiệm vụ.", "13 + 04 + 02 = 19"),
        ("Nhận 112 đơn, đưa ra hòa giải 112 đơn (hòa giải thành 107 đơn, đạt 95,5%).", "107 / 112 = 95,54%"),
        ("Giải quyết 17/19 đơn, tồn 02 đơn. Đạt tỷ lệ 89,47%.", "17 / 19 = 89,47%"),
        ("Phát sinh 6.317 hồ sơ trên ứng dụng trên tổng số 8.283 hồ sơ tiếp nhận, đạt tỷ lệ 76,3%.", "6.317 / 8.283 = 76,26%"),
        ("Đã giải quyết 3.320 hồ sơ, trong đó trước hạn 2.469 hồ sơ, đúng hạn 837 hồ sơ, quá hạn 14 hồ sơ. Tỷ lệ giải quyết trước và đúng hạn đạt 99,57%.",
         "(2.469 + 837) / 3.320 = 99,58%"),
        ("Thanh toán điện tử đạt 56% trên tổng lượt thanh toán (26.770/47.826 lượt).", "26.770 / 47.826 = 55,97%"),
        ("Số lần tiếp 442/358 lượt, tăng so với cùng kỳ 84 lượt.", "442 - 358 = 84"),
        ("Tiếp 341 lượt với 350 người, tăng 24 lượt so với năm 2023 (317 lượt).", "341 - 317 = 24"),
        ("Tỷ lệ giải quyết đạt 97,46%/94,52% (tăng 2,94% so với cùng kỳ).", "97,46 - 94,52 = 2,94"),
        ("Hòa giải thành tăng 12,5% (45/40 vụ).", "(45 - 40) / 40 = 12,50%"),
    ],
)  # fmt: skip
def test_what_can_be_recomputed_is_recomputed_and_holds(desk, text: str, formula: str) -> None:
    assert (formula, True) in [(c.formula, c.holds) for c in desk.checks(text)]
    assert desk.findings(text) == ()


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("Đã giải quyết 3.320 hồ sơ, trong đó trước hạn 2.469 hồ sơ, đúng hạn 837 hồ sơ, quá hạn 41 hồ sơ.", "3.320 hồ sơ", "2.469 + 837 + 41 = 3.347"),
        ("Toàn tỉnh phát sinh 82.438 hồ sơ (59.072 khai sinh và 24.366 hồ sơ khai tử).", "82.438 hồ sơ", "59.072 + 24.366 = 83.438"),
        ("Tổng số thủ tục công bố là 2.313 thủ tục, cấp tỉnh 1.859 thủ tục, cấp xã 445 thủ tục.", "2.313 thủ tục", "1.859 + 445 = 2.304"),
        ("Cấp huyện mở 46 lớp với 215 người dự; cấp xã mở 87 lớp với 942 người dự; tổng cộng 133 lớp với 1.175 người.", "1.175 người", "215 + 942 = 1.157"),
        ("Tồn 02 đơn, phát sinh 17 đơn, tổng cộng 21 đơn, đã giải quyết 19 đơn, còn tồn 02 đơn.", "21 đơn", "02 + 17 = 19"),
        ("Tiếp nhận 4.038 hồ sơ; đã giải quyết 3.801 hồ sơ; đang giải quyết 125 hồ sơ; từ chối, rút 85 hồ sơ.", "4.038 hồ sơ", "3.801 + 125 + 85 = 4.011"),
        ("Giải quyết 17/19 đơn, đạt 98,47%.", "98,47%", "17 / 19 = 89,47%"),
        ("Cập nhật 17.019/17.525 trường hợp, đạt tỷ lệ 97,17%.", "97,17%", "17.019 / 17.525 = 97,11%"),
        ("Số lần tiếp 442/358 lượt, tăng so với cùng kỳ 94 lượt.", "tăng 94", "442 - 358 = 84"),
        ("Số lần tiếp 358/442 lượt, tăng so với cùng kỳ 84 lượt.", "tăng 84", "358 - 442 = -84"),
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
        "Cập nhật 8.081 tàu cá (gồm: 8.081 chủ tàu, 1.016 thuyền trưởng, 6.274 thuyền viên).",
        # The semicolon opens something new.
        "Các đơn vị đăng ký 148 mô hình, trong đó 32 mô hình mới; công nhận 117 mô hình.",
        # The base of the share stands elsewhere.
        "Giải ngân được 13.427 triệu đồng (đạt 8,4%).",
        # The share is what is left of another.
        "Giải quyết 305 hồ sơ (đúng hạn 292 hồ sơ, quá hạn 13 hồ sơ), còn 33 hồ sơ.",
        # A rank among so many is no earlier value.
        "Chỉ số xếp hạng 4/12 huyện, tăng 02 hạng so với năm trước.",
        # A target is no earlier value.
        "Kích hoạt 61.993/59.170 tài khoản, đạt 104,77% chỉ tiêu giao.",
        "Thu 12,5 tỷ đồng, tăng 8,2% so với cùng kỳ, đạt 104% dự toán.",
        "Mở 12 lớp cho 450 người, đạt 90% kế hoạch; tăng 02 lớp so với cùng kỳ.",
        "Tiếp 23 lượt, 21 người, 23 vụ việc; tiếp định kỳ 12 lượt.",
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
    found = desk.findings(f"Giải quyết đúng hạn 3.306/3.320 hồ sơ, đạt {share}.")
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
        "Tổng số đơn thuộc thẩm quyền là 79 đơn, đã giải quyết 77 đơn, còn tồn 02 đơn^.",
        "Đơn khiếu nại: tồn 02 đơn, phát sinh 17 đơn, tổng cộng 19 đơn, giải quyết 17/19 đơn, tồn 02 đơn; Đơn tố cáo: 01 đơn, giải quyết 01/01 đơn; "
        "Đơn kiến nghị: tổng cộng 59 đơn, giải quyết 59/59 đơn, tồn 0 đơn.",
    )
    formulas = {c.formula for c in desk.checks(*parts) if c.holds}
    assert {"19 + 01 + 59 = 79", "17 + 01 + 59 = 77", "77 + 02 = 79"} <= formulas
    assert desk.findings(*parts) == ()


def test_a_total_is_held_against_the_items_below_it(desk) -> None:
    lead = "- Tổng kinh phí năm 2024 là 398 triệu đồng. Trong đó:"
    good = desk.checks(lead, "+ Cấp tỉnh là 220 triệu đồng.", "+ Cấp xã là 178 triệu đồng.")
    assert ("220 + 178 = 398", True) in [(c.formula, c.holds) for c in good]
    (finding,) = desk.findings(lead, "+ Cấp tỉnh là 220 triệu đồng.", "+ Cấp xã là 187 triệu đồng.")
    assert (finding.kind, finding.computed) == (FindingKind.SUM, "220 + 187 = 407")


def test_findings_have_the_same_ids_whenever_the_report_is_read(desk) -> None:
    text = "Giải quyết 17/19 đơn, đạt 98,47%."
    assert [f.id for f in desk.findings(text)] == [f.id for f in desk.findings(text)]


def test_nothing_is_asked_of_a_report_without_figures(desk) -> None:
    assert desk.findings("Công tác dân vận được quan tâm.") == ()
    assert desk.checks("Công tác dân vận được quan tâm.") == ()

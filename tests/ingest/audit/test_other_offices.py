"""The audit of passages as other offices write them, each with a slip and without it. The districts are invented."""

from __future__ import annotations

import pytest

from ingest.ledgers import FindingKind, Severity

RIGHT = [
    "Toàn huyện có 42 trường học, trong đó có 14 trường mầm non, 16 trường tiểu học, 9 trường trung học cơ sở và 03 "
    "trường trung học phổ thông; 31/42 trường đạt chuẩn, đạt 73,81%.",
    "Đầu năm có 1.560 hộ nghèo, cuối năm còn 1.120 hộ, giảm 440 hộ.",
    "Tỷ lệ hồ sơ thanh toán trực tuyến: 8.546/9.120 hồ sơ, đạt 93,71% (cùng kỳ năm 2023 đạt 85,4%).",
    "Tiếp nhận 45.678 hồ sơ (trực tuyến 39.876 hồ sơ, qua bưu chính 5.802 hồ sơ), tăng 12% so với cùng kỳ năm 2023 "
    "(40.784 hồ sơ).",
    "Ban hành 25 văn bản (05 kế hoạch, 08 quyết định, 12 công văn).",
    "Có 1.024 cán bộ, giáo viên (trong đó 68 cán bộ quản lý, 842 giáo viên, 114 nhân viên).",
    "Đủ điều kiện xử lý 121 đơn, gồm 38 đơn khiếu nại, 07 đơn tố cáo, 76 đơn kiến nghị. Đã giải quyết 112/121 đơn, "
    "đạt 92,56%, còn 09 đơn đang giải quyết.",
    "Tội phạm xảy ra 35/41 vụ, giảm 14,63%. Tỷ lệ khám phá án đạt 91,43% (32/35 vụ).",
    "Đã kiểm tra 36/120 cơ quan, đạt tỷ lệ 30% (6/20 sở, ngành và 30/100 UBND cấp xã).",
    "Đã kiểm tra tại 05/11 đơn vị (còn 06/11 đơn vị chưa kiểm tra).",
    "Số lượng hồ sơ đang giải quyết: 145 hồ sơ, chưa đến hạn là 140 hồ sơ, quá hạn là 5 hồ sơ.",
    "Tai nạn giao thông xảy ra 25 vụ, làm chết 12 người, bị thương 19 người.",
    "Cập nhật thông tin 5.200 tàu cá (gồm: 5.200 chủ tàu, 640 thuyền trưởng, 4.100 thuyền viên).",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_adds_up_is_recomputed_and_not_found(desk, text: str) -> None:
    assert desk.findings(text) == ()
    assert all(c.holds for c in desk.checks(text) if c.certain)


@pytest.mark.parametrize(
    ("text", "said", "meant", "computed"),
    [
        (RIGHT[0], "và 03", "và 04", "14 + 16 + 9 + 04 = 43"),
        (RIGHT[0], "73,81", "75,81", "31 / 42 = 73,81%"),
        (RIGHT[1], "giảm 440", "giảm 460", "1.120 - 1.560 = -440"),
        (RIGHT[2], "93,71", "95,71", "8.546 / 9.120 = 93,71%"),
        (RIGHT[3], "tăng 12%", "tăng 22%", "(45.678 - 40.784) / 40.784 = 12,00%"),
        (RIGHT[4], "12 công văn", "13 công văn", "05 + 08 + 13 = 26"),
        (RIGHT[5], "114 nhân", "124 nhân", "68 + 842 + 124 = 1.034"),
        (RIGHT[6], "còn 09", "còn 08", "112 + 08 = 120"),
        (RIGHT[7], "32/35", "30/35", "30 / 35 = 85,71%"),
        (RIGHT[8], "30/100", "31/100", "6 + 31 = 37"),
        (RIGHT[9], "còn 06/11", "còn 05/11", "05 + 05 = 10"),
    ],
)
def test_a_slip_is_found_with_its_sum(desk, text: str, said: str, meant: str, computed: str) -> None:
    found = desk.findings(text.replace(said, meant, 1))
    assert computed in [f.computed for f in found]
    assert all(f.quotes and f.locators and f.figures for f in found)


def test_a_share_that_is_one_off_in_its_last_place_is_a_note(desk) -> None:
    (finding,) = desk.findings(
        "Đã giải quyết 3.057 hồ sơ (đúng hạn 2.931 hồ sơ, đạt 95,87%, quá hạn 126 hồ sơ, chiếm tỷ lệ 4,13%)."
    )
    assert (finding.kind, finding.severity) == (FindingKind.SHARE, Severity.NOTE)
    assert (finding.stated, finding.computed) == ("4,13%", "126 / 3.057 = 4,12%")


def test_a_longer_period_with_a_smaller_count_is_found(desk) -> None:
    (finding,) = desk.findings(
        "Từ đầu năm 2024 đến nay, huyện tiếp nhận 240 hồ sơ cấp phiếu lý lịch tư pháp trực tuyến.",
        "Trong tháng 3/2024, huyện tiếp nhận 530 hồ sơ cấp phiếu lý lịch tư pháp trực tuyến.",
        period="2024-06",
    )
    assert finding.kind is FindingKind.REPEAT and "Không xác định" in finding.message
    assert (finding.stated, finding.computed) == ("240 hồ sơ", "530 hồ sơ")


def test_receptions_on_fixed_days_beyond_all_of_the_same_head_are_found(desk, note, grid) -> None:
    body, foot = note(
        "Trong năm đã tiếp 54 lượt^.",
        "Trong đó: Chủ tịch Ủy ban nhân dân huyện tiếp 23 lượt; công chức tiếp công dân tiếp 31 lượt.",
    )
    table = grid(
        ("Số lượt tiếp", "Đánh giá chung (so sánh tăng, giảm)"),
        ("54", "Tiếp dân định kỳ của Chủ tịch UBND 49/43 lượt."),
    )
    (finding,) = desk.findings(body, foot, table)
    assert finding.kind is FindingKind.REPEAT and len(finding.quotes) == 2
    assert desk.findings(body, foot, grid(
        ("Số lượt tiếp", "Đánh giá chung (so sánh tăng, giảm)"),
        ("54", "Tiếp dân định kỳ của Chủ tịch UBND 19/13 lượt."),
    )) == ()  # fmt: skip


@pytest.mark.parametrize("day", ["ngày 09/3/202", "ngày 31/02/2024", "ngày 15/13/2024"])
def test_a_day_that_no_calendar_has_is_found_in_any_sentence(desk, day: str) -> None:
    (finding,) = desk.findings(f"Hội nghị được tổ chức {day} tại trụ sở.")
    assert (finding.kind, finding.stated) == (FindingKind.FORMAT, day)


def test_a_slip_in_the_day_of_a_cited_document_is_found_once(desk) -> None:
    (finding,) = desk.findings("Công văn số 67/UBND-NC ngày 09/3/202 của Chủ tịch UBND huyện về dân vận.")
    assert finding.kind is FindingKind.REFERENCE


def scored(*points: str):
    rows = (("Phòng A", "96,40"), ("Phòng B", "90,15"), ("Phòng C", "88,45"), ("Phòng D", "93,27"))
    return (
        ("Đơn vị", "Tỷ lệ %", "Điểm đạt (Tối đa 20 điểm)"),
        *((name, share, p) for (name, share), p in zip(rows, points, strict=True)),
    )


def test_points_follow_from_their_share_and_the_most_of_their_column(desk, grid) -> None:
    assert desk.findings(grid(*scored("19,28", "18,03", "17,7", "18,66"))) == ()
    (finding,) = desk.findings(grid(*scored("19,28", "17,03", "17,7", "18,66")))
    assert (finding.stated, finding.computed) == ("17,03 điểm", "90,15 × 20 / 100 = 18,03")


def test_points_beyond_the_most_of_their_column_are_one_finding(desk, grid) -> None:
    (finding,) = desk.findings(grid(*scored("21,5", "20,7", "17,7", "18,66")))
    assert finding.severity is Severity.WARNING and finding.message.startswith("2 dòng")

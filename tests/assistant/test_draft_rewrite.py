"""Limitations turned into directions: grammatical, in the limitation's own words, never copied whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.draft.gate import copies
from assistant.draft.headings import Part, part_of
from assistant.draft.rewrite import directions_of

DATA = Path(__file__).parents[1] / "data" / "drafting" / "limitations.tsv"
FIELDS = [line for line in DATA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("limitation", "directions"),
    [
        (
            "Công tác phối hợp của một số phòng có lúc chưa thật sự chặt chẽ",
            ["tăng cường công tác phối hợp của các phòng, bảo đảm chặt chẽ hơn"],
        ),
        (
            "Một số đơn vị chỉ đạo công tác hòa giải chưa quyết liệt, chưa gắn với nhiệm vụ chuyên môn.",
            [
                "yêu cầu các đơn vị chỉ đạo công tác hòa giải quyết liệt hơn",
                "gắn công tác hòa giải với nhiệm vụ chuyên môn",
            ],
        ),
        (
            "Tỷ lệ thanh toán trực tuyến ở cấp xã còn thấp so với yêu cầu.",
            ["nâng cao tỷ lệ thanh toán trực tuyến ở cấp xã"],
        ),
        (
            "Một số công chức còn thiếu kỹ năng đối thoại",
            ["bồi dưỡng kỹ năng đối thoại cho công chức"],
        ),
        (
            "Dữ liệu hộ tịch chưa được số hóa đầy đủ nên việc tra cứu mất nhiều thời gian.",
            ["số hóa đầy đủ dữ liệu hộ tịch"],
        ),
        (
            "Công chức cấp xã chưa được tập huấn thường xuyên về kỹ năng tiếp dân",
            ["tập huấn thường xuyên về kỹ năng tiếp dân cho công chức cấp xã"],
        ),
        ("Vẫn còn hồ sơ đất đai giải quyết trễ hạn", ["khắc phục tình trạng hồ sơ đất đai giải quyết trễ hạn"]),
        ("Còn đơn tố cáo chưa giải quyết dứt điểm", ["giải quyết dứt điểm đơn tố cáo"]),
        ("Việc cập nhật dữ liệu đôi lúc còn chậm", ["đẩy nhanh tiến độ cập nhật dữ liệu"]),
        ("Kinh phí cho chuyển đổi số còn hạn hẹp", ["ưu tiên bố trí kinh phí cho chuyển đổi số"]),
        (
            "Một bộ phận người dân chưa hiểu rõ lợi ích của dịch vụ công trực tuyến",
            ["tuyên truyền, hướng dẫn người dân hiểu rõ lợi ích của dịch vụ công trực tuyến"],
        ),
        ("Công tác hòa giải ở cơ sở có nơi hiệu quả chưa cao", ["nâng cao hiệu quả công tác hòa giải ở cơ sở"]),
        ("thời gian thẩm định, phê duyệt kéo dài", ["rút ngắn thời gian thẩm định, phê duyệt"]),
        (
            "Cán bộ ấp kiêm nhiệm nhiều việc",
            ["bố trí, phân công hợp lý cán bộ ấp, hạn chế kiêm nhiệm nhiều việc"],
        ),
        ("chỉ số hài lòng của người dân giảm hạng", ["nâng cao chỉ số hài lòng của người dân"]),
    ],
)
def test_a_limitation_becomes_what_is_to_be_done(limitation, directions):
    assert directions_of(limitation) == directions


@pytest.mark.parametrize("line", FIELDS, ids=[line[:40] for line in FIELDS])
def test_lists_clauses_and_conditions_of_all_fields_are_turned(line):
    limitation, _, directions = line.partition("\t")
    found = directions_of(limitation)
    assert found == directions.split(" | ")
    assert not any(copies(text, limitation) for text in found)


@pytest.mark.parametrize(
    "odd",
    ["", "…", "Không.", "Do khách quan", "chưa", "còn", "Đây là lĩnh vực mới, phạm vi rộng", "a" * 3000, "chưa " * 500],
)
def test_whatever_is_given_something_is_said_and_no_limitation_is_copied(odd):
    found = directions_of(odd)
    assert found and all(found)
    assert not any(copies(text, odd) for text in found if len(odd.split()) > 40)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("2.1. Tồn tại, hạn chế", Part.LIMITATION),
        ("Những khó khăn, vướng mắc", Part.LIMITATION),
        ("Những mặt chưa làm được", Part.LIMITATION),
        ("Nguyên nhân của hạn chế", Part.CAUSE),
        ("Nguyên nhân của những kết quả đạt được", Part.OTHER),
        ("NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM", Part.DIRECTION),
        ("VI. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025", Part.DIRECTION),
        ("Các nhiệm vụ trọng tâm trong thời gian tới", Part.DIRECTION),
        ("Kiến nghị, đề xuất", Part.PROPOSAL),
        ("Ưu điểm", Part.STRENGTH),
        ("Đặc điểm tình hình", Part.SETTING),
        ("Kết quả thực hiện nhiệm vụ", None),
        ("Công tác tiếp công dân, giải quyết kiến nghị", None),
    ],
)
def test_a_part_is_known_by_its_usual_names(heading, part):
    assert part_of(heading) is part

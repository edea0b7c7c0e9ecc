"""What kind of a thing a figure counts, by the words right behind its noun.

"Tiếp nhận 226 hồ sơ đăng ký cư trú" tells of one kind of "hồ sơ": where all are asked for, what counts them without
another word comes first. What follows as a new clause or a circumstance ("… hồ sơ trong tháng") tells no kind.
"""

from __future__ import annotations

import re

from ingest.language.fold import fold

REACH = 60  # characters behind a noun in which its kind is said
_ENDS = re.compile(
    r"[^\w\s]|\d|\b(?:trong|tại|ở|của|cho|với|so|từ|đến|theo|và|hoặc|là|thuộc|được|bị|đã|đang|chưa|đạt|chiếm|tăng|giảm|"
    r"còn|có|để|do|qua|trên|vào|khi|nộp|gồm|gửi|mới|này|đó|khác|các|những|bằng|phải|cần|lũy kế|cộng|tổng)\b"
)
_WORD = re.compile(r"\w+")


QUALIFIERS = frozenset(
    {
        "thường xuyên", "định kỳ", "đột xuất", "trực tuyến", "trực tiếp", "quá hạn", "trước hạn", "đúng hạn",
        "còn hạn", "khiếu nại", "tố cáo",
        "kiến nghị", "phản ánh", "giải quyết", "tồn đọng", "chuyển sang", "phát sinh", "không thuộc thẩm quyền",
        "chờ bổ sung", "từ chối", "rút đơn",
        "hòa giải thành", "hòa giải không thành", "số hóa", "thanh toán trực tuyến", "chỉ tiêu", "tăng", "giảm",
        "xếp hạng", "nâng cao", "kiểu mẫu",
        "cấp xã", "cấp huyện", "cấp tỉnh", "nhân rộng", "công nhận", "lưu động", "tự kiểm tra",
        "bưu chính công ích", "toàn trình", "một phần", "tiếp nhận", "mới", "đăng ký", "trả lời", "thành công",
    }
)  # fmt: skip
"""Concepts that tell one kind of a thing from another; asked for by none, they count against a figure."""
MOVING = frozenset({"tiếp nhận", "giải quyết", "mới", "phát sinh", "tăng", "giảm"})  # no kinds of what is counted


def kind_behind(text: str, end: int, unit: str) -> frozenset[str]:
    """The folded words that say of which kind a number's noun is, where the number ends at `end`; none where the
    noun, `unit`, does not follow or stands alone."""
    behind = text[end : end + REACH + len(unit)].lower().lstrip()
    noun = unit.lower().split("/")[0].strip()
    if not noun or not behind.startswith(f"{noun} "):
        return frozenset()
    rest = behind[len(noun) + 1 :]
    stop = _ENDS.search(rest)
    return frozenset(_WORD.findall(fold(rest[: stop.start()] if stop else rest)))

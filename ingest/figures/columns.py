"""Columns: what a table's column labels say of the cells below: unit, role, and which cells only number the rows."""

from __future__ import annotations

import re

from ingest.figures.units import unit_in
from ingest.ledgers import Role

ORDER = re.compile(r"(?:stt|tt|số tt|số thứ tự|no\.?|#|mã(?: số)?)$", re.IGNORECASE)
PERIOD = re.compile(r"(?:năm|tháng|quý|kỳ|kỳ báo cáo|thời gian|thời điểm|year|period)$", re.IGNORECASE)
UNIT = re.compile(r"(?:đơn vị tính|đvt|đv tính|unit)(?!\w)", re.IGNORECASE)
WHO = re.compile(
    r"(?:tên\s+|danh sách\s+)?(?:đơn vị(?! tính)|địa phương|cơ quan|xã|phường|huyện|sở|ngành|địa bàn|unit"
    r"|agency)(?!\w)",
    re.IGNORECASE,
)
REMARK = re.compile(r"(?:ghi chú|đánh giá|nhận xét|lý do)(?!\w)", re.IGNORECASE)
COMPARING = re.compile(r"so s[áa][nc]h|đánh giá|tăng|giảm|ghi chú", re.IGNORECASE)
SHARE = re.compile(r"tỷ lệ|tỉ lệ|%|phần trăm|tỷ trọng", re.IGNORECASE)
TOTAL = re.compile(r"(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|xã))(?!\w)", re.IGNORECASE)
_UNITS = (
    r"%|triệu đồng|tỷ đồng|nghìn đồng|đồng|người|lượt(?: người)?|đơn|hồ sơ|vụ(?: việc)?|cuộc|ha|km|điểm|văn bản|TTHC"
    r"|thủ tục|hộ|lớp|tấn"
)
_BRACKET = re.compile(
    rf"\((?:(?:đvt|đơn vị(?: tính)?)\s*:?\s*)?(?P<unit>{_UNITS})\)|\d+\s*(?P<scale>điểm)\)"
    r"|(?<!\w)(?:đvt|đơn vị tính)\s*:\s*(?P<said>[^\s,;)]+(?: [^\s,;)]+){0,2})",
    re.IGNORECASE,
)
_SCORE = re.compile(r"^điểm|(?:tổng|số) điểm|điểm (?:đánh giá|đạt|số)", re.IGNORECASE)
_TARGET = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|được giao|dự toán giao", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"cùng kỳ|(?:năm|kỳ|tháng|quý|tuần) trước(?!\s*(?:chuyển|mang)(?:\s*(?:sang|qua))?)|năm ngoái", re.IGNORECASE
)
_JUST_BEFORE = re.compile(r"(?<!cùng )(?:tháng|quý|tuần|kỳ) trước(?! năm| của năm)", re.IGNORECASE)
_RANK = re.compile(r"xếp hạng|thứ hạng|hạng", re.IGNORECASE)
_CHANGE = re.compile(r"tăng|giảm|chênh lệch|so sánh", re.IGNORECASE)
_COUNTED = re.compile(r"(?:tổng\s+)?(?:số(?: lượng)?)\s+(?P<noun>\w+(?:\s\w+)?)", re.IGNORECASE)


def head_and_last(label: str) -> tuple[str, str]:
    """The upper levels of a column's label, and its last one."""
    head, _, last = label.rpartition(" › ")
    return head, last


def bracket_unit(label: str) -> str:
    """The unit that a label gives in brackets or after "ĐVT:", "" where none."""
    m = _BRACKET.search(label)
    return (m["unit"] or m["scale"] or m["said"]).strip() if m else ""


def first_unit(labels: tuple[str, ...]) -> str:
    """The unit of the first column that names one: the columns beside it part the same things."""
    return next((u for u in (_counted(head_and_last(label)[1]) for label in labels) if u), "")


def lower_first(unit: str) -> str:
    """A unit as a running text writes it: "Triệu đồng" is "triệu đồng", "TTHC" stays."""
    return unit if unit[1:2].isupper() else f"{unit[:1].lower()}{unit[1:]}"


def _counted(last: str) -> str:
    m = _COUNTED.match(last)
    if m is None:
        return ""
    unit = unit_in(m["noun"]) or str(m["noun"]).split()[0].lower()
    return "đơn" if unit == "đơn thư" else unit


def unit_of(label: str, row_unit: str, labels: tuple[str, ...], table_unit: str, row: str) -> str:
    """The unit of a cell: its column's, its row's, that of the columns beside it, the table's, what its row names."""
    head, last = head_and_last(label)
    if _SCORE.search(last):
        return "điểm"
    said = bracket_unit(last) or bracket_unit(label)
    if said:
        return lower_first(said)
    if _RANK.search(last):
        return "hạng"
    beside = first_unit(tuple(x for x in labels if head and x.startswith(f"{head} › ")))
    unit = (
        _counted(last)
        or lower_first(row_unit)
        or unit_in(last)
        or unit_in(head)
        or beside
        or table_unit
        or unit_in(row)
    )
    return "đơn" if unit == "đơn thư" else unit


def role_of(label: str, name: str, *, share: bool) -> Role:
    """The role of a column's cells; `name` is the row's label."""
    last = head_and_last(label)[1]
    if _CHANGE.search(last) and not re.search(r"không tăng", last):
        return Role.CHANGE
    if _PREVIOUS.search(last):
        return Role.PREVIOUS
    if _TARGET.search(last) and not share:
        return Role.TARGET
    if _RANK.search(last):
        return Role.RANK
    if share:
        return Role.SHARE
    return Role.TOTAL if TOTAL.match(name) or TOTAL.match(last) else Role.ACTUAL


def just_before(label: str) -> bool:
    """Whether the cells of a column are of the period right before the report's: "Tháng trước"; of "Cùng kỳ năm trước"
    they are not."""
    return bool(_JUST_BEFORE.search(head_and_last(label)[1]))


def told_apart(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Labels that stand twice ("Số người") led by the label to their left, white space single."""
    plain = tuple(" ".join(label.split()) for label in labels)
    out: list[str] = []
    for i, label in enumerate(plain):
        left = next((x for x in reversed(plain[:i]) if x and x != label), "")
        twice = bool(label) and plain.count(label) > 1 and left and not ORDER.match(left)
        out.append(f"{left} › {label}" if twice else label)
    return tuple(out)

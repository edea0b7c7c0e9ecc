"""Compounds: nouns of administration that are counted by their kind, "cơ quan chuyên môn", "đoàn kiểm tra".

A noun like "cơ quan" is told more closely by a noun or verb right behind it that makes one name of both; an adjective
or a clause ("hồ sơ trực tuyến", "đơn vị đã nộp") makes none. The names are those of Vietnamese administration: its
offices and public service units, its inspections, meetings and papers. Units are compared by their noun alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language.fold import fold

_KIND_OF_WORK = "giáo dục|y tế|văn hóa|văn hoá|khoa học|kinh tế|công lập|ngoài công lập|công ích|nghề nghiệp|thể thao"
_VISIT = (
    "kiểm tra|thanh tra|giám sát|khảo sát|công tác|kiểm toán|thẩm định|phúc tra|xác minh|liên ngành|đánh giá|đại biểu"
)
_MODIFIERS = {
    "cơ quan": "chuyên môn|hành chính|nhà nước|trung ương|ngang bộ|thuộc chính phủ|tham mưu|công an|thuế|hải quan"
    "|tư pháp|thi hành án|báo chí|quản lý nhà nước|ngành dọc|hành chính nhà nước|dân cử|thông tấn|điều tra",
    "đơn vị": f"sự nghiệp|{_KIND_OF_WORK}|hành chính|hành chính cấp xã|hành chính cấp huyện|sự nghiệp công|bầu cử"
    "|dự toán|sử dụng ngân sách|vũ trang|quân đội|tư vấn|thi công|cấp nước|kinh doanh|sản xuất",
    "đoàn": _VISIT,
    "tổ": f"{_VISIT}|hòa giải|hoà giải|công nghệ số cộng đồng|công nghệ số|hợp tác|liên kết|tiết kiệm và vay vốn"
    "|tuyên truyền|tự quản|dân phòng|bảo vệ an ninh trật tự|giúp việc|biên tập",
    "cuộc": f"{_VISIT}|đối thoại|họp|tiếp xúc cử tri|diễn tập|tọa đàm|toạ đàm|phỏng vấn|kiểm kê",
    "phiếu": "khảo sát|điều tra|đánh giá|góp ý|lấy ý kiến|thu thập thông tin|bầu|tín nhiệm|xin ý kiến",
    "người": "làm việc|hoạt động không chuyên trách|đứng đầu|sử dụng đất|nộp thuế|khuyết tật|cao tuổi",
    "hộ": "gia đình|kinh doanh|kinh doanh cá thể|sản xuất|chăn nuôi|nuôi trồng thủy sản",
    "cơ sở": f"{_KIND_OF_WORK}|khám bệnh, chữa bệnh|khám chữa bệnh|khám, chữa bệnh|sản xuất|kinh doanh"
    "|sản xuất, kinh doanh|sản xuất kinh doanh|lưu trú|lưu trú du lịch|giáo dục nghề nghiệp|giáo dục mầm non"
    "|bảo trợ xã hội|tôn giáo|thờ tự|chế biến|giết mổ|giết mổ tập trung|dịch vụ|đào tạo",
    "tổ chức": "chính trị|chính trị - xã hội|xã hội|đảng|công đoàn|hành chính|tín dụng|phi chính phủ|hội|sự nghiệp",
    "trung tâm": "phục vụ hành chính công|y tế|hành chính công|học tập cộng đồng|văn hóa|giáo dục thường xuyên"
    "|ngoại ngữ|tin học|dạy nghề|điều hành",
    "trường": "mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|phổ thông|THCS|THPT|dân tộc nội trú"
    "|đại học|cao đẳng|trung cấp|học",
    "trạm": "y tế|biến áp|bơm|BTS|cấp nước|thu phí|kiểm lâm|thú y|quan trắc",
    "văn bản": "quy phạm pháp luật|QPPL|hành chính|pháp luật|dưới luật",
    "doanh nghiệp": "nhà nước|tư nhân|nhỏ và vừa|xã hội|FDI",
    "chi bộ": "trực thuộc|nông thôn|cơ quan|quân sự",
    "công trình": "xây dựng|giao thông|thủy lợi|thuỷ lợi|dân dụng|công cộng|phúc lợi",
    "dự án": "đầu tư|đầu tư công|thành phần|đầu tư xây dựng",
    "câu lạc bộ": "pháp luật|gia đình|thể thao|văn nghệ",
}
# Their nouns in a row name one thing told twice ("mô hình, sáng kiến"); the first is what two figures share.
_TWINS = "mô hình|sáng kiến|giải pháp|cách làm|đề án|dự án|công trình|phần việc|đề tài"
# Verbs too: nouns only where no object follows.
_VERBAL = "phản ánh|kiến nghị|khiếu nại|tố cáo|đề xuất|ý kiến"
_NO_OBJECT = (
    r"(?=\s*(?:[,;.:()]|$)|\s+(?:của|về|từ|do|được|đã|chưa|liên quan|trong|tại|đến|qua|trên|và|đang|còn|đối với)(?!\w))"
)


def _any(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_BEHIND = {
    head: re.compile(rf"(?:\s+(?:{_any(words)})(?!\w)){{1,2}}", re.IGNORECASE) for head, words in _MODIFIERS.items()
}
_ROWS = tuple(
    (
        re.compile(nouns, re.IGNORECASE),
        re.compile(rf"(?:(?:\s?,\s?|\s+và\s+)(?:{_any(nouns)})(?!\w)(?!\s+\d))+{follows}", re.IGNORECASE),
    )
    for nouns, follows in ((_TWINS, ""), (_VERBAL, _NO_OBJECT))
)


def compound_end(text: str, end: int, noun: str) -> int:
    """Where the name ends that a counted noun ending at `end` opens; `end` itself where it stands alone."""
    behind = _BEHIND.get(noun.lower())
    m = behind.match(text, end) if behind is not None else None
    if m is None:
        m = next((row.match(text, end) for first, row in _ROWS if first.fullmatch(noun)), None)
    return m.end() if m is not None else end


@lru_cache(maxsize=4_096)
def head_unit(unit: str) -> str:
    """The noun of a unit that is a compound, "cơ quan" of "cơ quan chuyên môn": what units are compared by."""
    for head in _HEADS:
        if unit[: len(head)].lower() == head and compound_end(unit, len(head), head) == len(unit):
            return unit[: len(head)]
    return unit


def unit_key(unit: str) -> str:
    """What two units are compared by: the noun that is counted, folded, and written out."""
    key = fold(head_unit(unit))
    return _WRITTEN_OUT.get(key, key)


_WRITTEN_OUT = {
    "pakn": "phan anh",
    "tthc": "thu tuc",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong",
    "tchc": "to chuc",
}
"""Nouns that reports count by their initials, folded."""


_HEADS = tuple(sorted((*_MODIFIERS, *f"{_TWINS}|{_VERBAL}".split("|")), key=len, reverse=True))

"""Document types: their names and abbreviations.

Sources: Decree 30/2020/NĐ-CP, Appendix III (state documents); Instruction 36-HD/VPTW and Regulation 399-QĐ/TW (Party);
Law on the Promulgation of Legal Documents (legislation).
"""

from __future__ import annotations

import re

from ingest.language.fold import fold

STATE = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "CTrPH": "Chương trình",
    "CTPH": "Chương trình",
    "CTrLT": "Chương trình",
    "KHPH": "Kế hoạch",
    "KHLT": "Kế hoạch",
    "HDLT": "Hướng dẫn",
    "QCPH": "Quy chế",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
    "L": "Luật",
    "KL": "Kết luận",
}
"""Abbreviation to name, for `<number>/<type>-<body>`."""

PARTY = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QĐi": "Quy định",
    "QyĐ": "Quy định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "QC": "Quy chế",
    "TT": "Thông tri",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "TC": "Thông cáo",
    "BC": "Báo cáo",
    "KH": "Kế hoạch",
    "QH": "Quy hoạch",
    "CTr": "Chương trình",
    "CTrHĐ": "Chương trình",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "DA": "Dự án",
    "TTr": "Tờ trình",
    "CV": "Công văn",
    "BB": "Biên bản",
    "LB": "Lời kêu gọi",
    "TBKL": "Thông báo",
}
"""Abbreviation to name, for `<number>-<type>/<body>`."""

LEGISLATION = frozenset({"NĐ", "TT", "TTLT", "NQLT", "PL", "L", "VBHN"})

LETTER = "Công văn"
"""A document whose symbol names no type (Decree 30: the công văn has none)."""

NAMES = (
    "Chương trình phối hợp",
    "Chương trình hành động",
    "Chương trình liên tịch",
    "Kế hoạch phối hợp",
    "Kế hoạch liên tịch",
    "Quy chế phối hợp",
    "Thông báo kết luận",
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Văn bản hợp nhất",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Quy hoạch",
    "Thông cáo",
    "Thông báo",
    "Thông tri",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Biên bản",
    "Tờ trình",
    "Hợp đồng",
    "Công điện",
    "Công văn",
    "Kết luận",
    "Nghị định",
    "Thông tư",
    "Pháp lệnh",
    "Bộ luật",
    "Luật",
    "Hiến pháp",
    "Giấy mời",
    "Giấy ủy quyền",
    "Giấy giới thiệu",
    "Phiếu chuyển",
    "Lệnh",
    "Văn bản",
)
"""Type names as they stand before a number, longer before shorter where one begins another."""

_BY_FOLDED = {fold(name): name for name in NAMES} | {
    "cv": LETTER,
    "qd": "Quyết định",
    "kh": "Kế hoạch",
    "nq": "Nghị quyết",
}
NAME_PATTERN = "(?:" + "|".join(re.escape(fold(n)) for n in NAMES) + ")"
"""A regular expression over folded text for any type name."""


def canonical(words: str) -> str:
    """The type of that name in any spelling ("quyet dinh"), "" if it is none."""
    return _BY_FOLDED.get(" ".join(fold(words).split()), "")


def base(name: str) -> str:
    """The type without what qualifies it: "Chương trình phối hợp" is a "Chương trình"."""
    for qualifier in (" phối hợp", " hành động", " liên tịch", " kết luận"):
        if name.endswith(qualifier) and not name.startswith(("Thông tư", "Nghị quyết")):
            return name.removesuffix(qualifier)
    return name


def by_abbreviation(abbreviation: str, party: bool) -> str:
    """The type an abbreviation stands for in a state or a Party number, "" if it is none."""
    return (PARTY if party else STATE).get(abbreviation, "")


def agree(name: str, abbreviation: str, party: bool) -> bool:
    """Whether a type written in words fits the abbreviation in the number.

    A Party "QĐ" is a decision or a regulation; "Văn bản" fits anything; a plan "phối hợp" keeps its type.
    """
    implied, name = by_abbreviation(abbreviation, party), base(name)
    if not implied or not name or name in ("Văn bản", implied):
        return True
    pairs = {
        ("Quy định", "QĐ"),
        ("Quy chế", "QĐ"),
        ("Quy hoạch", "QĐ"),
        ("Luật", "L"),
        ("Bộ luật", "L"),
        ("Chương trình", "CT"),
        ("Công văn", "CV"),
        ("Kết luận", "TB"),
        ("Chương trình", "KH"),
        ("Đề án", "QĐ"),
        ("Thông báo", "KL"),
        ("Thông tư", "TTLT"),
        ("Nghị quyết", "NQLT"),
    }
    return (name, abbreviation) in pairs

"""Concepts that are said in as many ways as their parts can be put together: "sớm hoặc đúng hẹn", "đóng phí qua mạng",
"quét thành bản điện tử". The glossary has their usual wordings; these patterns have the rest."""

from __future__ import annotations

import re

from ingest.language.guarded import guarded

_EARLY = r"(?:(?:trả|xong|giải quyết) )?(?:sớm(?: hơn)?(?: hẹn| hạn)?|trước (?:hạn|hẹn))"
_IN_TIME = r"(?:trả )?(?:đúng|kịp|trong) (?:hạn|hẹn|ngày(?: hẹn)?)"
_OR = r"(?:,| hoặc| và| hay)"
_WAYS = (
    ("trước và đúng hạn", rf"{_EARLY}{_OR} {_IN_TIME}|{_IN_TIME}{_OR} {_EARLY}"),
    (
        "thanh toán trực tuyến",
        r"(?:(?:trả|đóng|nộp|chuyển)(?: các khoản)?(?: tiền| phí| lệ phí)|thanh toán(?: các khoản)?)"
        r"(?: tiền| phí| lệ phí|,| và)* (?:trực tuyến|online|"
        r"điện tử|(?:qua|trên|bằng) (?:mạng|internet|cổng(?: dịch vụ công)?|tài khoản|ví điện tử|app|điện thoại|"
        r"chuyển khoản))",
    ),
    (
        "số hóa",
        r"(?:được )?(?:quét|chụp|scan|chuyển|đổi|làm|lưu|đưa)(?: hồ sơ| giấy tờ)? (?:(?:thành|sang|dưới dạng) "
        r"(?:(?:bản|dạng|dữ liệu) )?(?:số|điện tử|mềm|file|tệp)|(?:vào|lên) (?:máy|hệ thống))",
    ),
)
_PATTERNS = tuple((concept, guarded(rf"\b(?:{ways})\b", re.IGNORECASE)) for concept, ways in _WAYS)


def by_concept(text: str) -> str:
    """A Vietnamese text, with its marks, that calls these concepts by their names."""
    for concept, pattern in _PATTERNS:
        text = pattern.sub(concept, text)
    return text

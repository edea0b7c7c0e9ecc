"""What an index came to: points, a share, a rank, a class, or that it was not measured.

A survey that is planned for it, or a count of something else that it looks at, is no result.
"""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_INDEX = r"(?:par ?index|sipas|papi|pci|ddci|dti|pii|pgi|chi so|bo chi so|ind(?:ex|exes|ices))"
_HOW = r"(?:the nao|nhu the nao|ra sao|la gi|bao nhieu|la bao nhieu|gi)"
ASKED = guarded(
    r"^\W*(?:(?:xin )?cho (?:toi )?(?:biet|hoi)(?: ve)? )?ket qua (?:danh gia |thuc hien |xep hang |ve |cua |cac )*"
    rf"{_INDEX}\b[^?;,]{{0,70}}?(?:\b{_HOW})?\W*$|"
    rf"\b{_INDEX}\b[^?;,]{{0,70}}\b(?:dat(?: ket qua| diem| muc| duoc)*|(?:co |cho )?ket qua|duoc) {_HOW}\W*$|"
    rf"\b(?:dat|co) (?:duoc )?ket qua (?:ve |cua )?{_INDEX}\b[^?;,]{{0,40}}\b{_HOW}\b|"
    rf"\bwhat (?:is|was|were|are)\b[^?;,]{{2,60}}\b{_INDEX}(?: \w+)? (?:results?|scores?|outcomes?|performance)\b|"
    rf"\bwhat (?:\w+ ){{0,3}}(?:results?|scores?|outcomes?)\b[^?;,]{{0,60}}\b{_INDEX}\b|"
    rf"\bhow (?:did|does|do|well did)\b[^?;,]{{2,60}}\b(?:do|fare|score|perform|rank)\b[^?;,]{{0,40}}\b{_INDEX}\b"
)
TOLD = re.compile(
    r"\d ?(?:%|điểm\b|points?\b)|\d/\d{1,3}(?![\d/])(?! ?[a-zđ])|\d[\d.,]*/\d{1,3} điểm|"
    r"\b(?:hạng|thứ|nhóm|tốp|top|rank\w*|place[ds]?)\W*\d|\b\d{1,3}[.,]\d{1,2}(?![\d/])|"
    r"\b(?:xuất sắc|loại (?:tốt|khá|trung bình|yếu)|xếp loại)\b|"
    r"\bkhông (?:tổ chức|đánh giá|công bố|xác định|xếp hạng|thực hiện)\b|"
    r"\bchưa (?:được )?(?:công bố|đánh giá|có kết quả|tổ chức|xác định|xếp hạng)\b"
)
"""What says it, in lower case. "02/03 cuộc" is a count of meetings, and "12/2025" a month."""
# What a text must say to be of an index that goes by an abbreviation: that, or its name in full.
_NAMES = {
    "sipas": re.compile(
        r"\bsipas\b|\bchi so (?:muc do )?hai long\b|\bhai long cua nguoi dan(?:, to chuc)? doi voi su phuc vu\b"
    ),
    "par index": re.compile(r"\bpar ?index\b|\bchi so (?:cai cach hanh chinh|cchc)\b"),
    "papi": re.compile(r"\bpapi\b|\bquan tri va hanh chinh cong\b"),
    "pci": re.compile(r"\bpci\b|\bnang luc canh tranh\b"),
    "ddci": re.compile(r"\bddci\b|\bnang luc canh tranh\b"),
    "dti": re.compile(r"\bdti\b|\bchuyen doi so\b"),
    "pii": re.compile(r"\bpii\b|\bdoi moi sang tao\b"),
    "pgi": re.compile(r"\bpgi\b|\bchi so xanh\b"),
}
_AIM = re.compile(r"\b(?:phan dau|du kien|muc tieu|se (?:duoc )?(?:cong bo|danh gia|to chuc))\b")


def leaves_out_result(asked: str, draft: Draft) -> bool:
    """Whether a question, folded, asks what an index came to and a draft tells something else of its own, or quotes
    sentences that name no such index, or only say what is planned or aimed at: a table names it over its columns."""
    if not ASKED.search(asked):
        return False
    if draft.own and not TOLD.search(" ".join(claim.text for claim in draft.own).lower()):
        return True
    if any(citation.locator.table is not None for citation in draft.citations):
        return not draft.own  # a row without its headings does not say what of it is the result
    if draft.citations and all(_AIM.search(fold(c.quote)) for c in draft.citations) and not _AIM.search(asked):
        return True
    said = fold(f"{draft.text} ; {' ; '.join(c.quote for c in draft.citations)}")
    return any(f" {name} " in f" {asked} " and not named.search(said) for name, named in _NAMES.items())

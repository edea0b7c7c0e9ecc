"""What kind of answer a question wants, told by its little words in Vietnamese and English."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.words.ways import Ways, ways_of
from ingest.language.guarded import guarded


class Kind(StrEnum):
    """What an answer must hold. A question may be of several kinds; the first that can be answered is."""

    FIGURE = "figure"
    LIST = "list"
    DOCUMENT = "document"
    COMPARISON = "comparison"
    TOTAL = "total"
    CAUSE = "cause"
    LIMITATION = "limitation"
    STRENGTH = "strength"
    DIRECTION = "direction"
    AUDIT = "audit"
    YES_NO = "yes/no"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    EXTREME = "extreme"
    TEXT = "text"


# What is done about what falls short: "khắc phục hạn chế", "addresses the shortcoming".
REMEDY = (
    r"(?:(?:khac phuc|tra loi cho|ung voi|tuong ung voi|giai quyet|xu ly|thao go)\b.{0,40}?"
    r"\b(?:han che|ton tai|yeu kem|kho khan|vuong mac|bat cap)\b|"
    r"(?:address|answer|overcome|remed|respond|tackl)\w*\b.{0,40}?\b(?:limitation|shortcoming|weakness|difficult))"
)
# A time that work is set for: "cho tháng 4", "cho quý tới", "cho nửa cuối năm".
TIME_AHEAD = r"(?:(?:thang|quy|nam) (?:toi|sau|tiep theo|\d{1,4})|(?:nua|6 thang|sau thang) cuoi nam|ky (?:toi|sau))"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# "Chênh lệch giữa năm 2023 và năm 2024" asks for a difference, "chênh lệch giữa thân báo cáo và phụ lục" doubts one.
NOT_SET_APART = r"(?!.{0,100}\b(?:so voi|(?:giua|va) (?:(?:hai|2|cac) )?(?:cap|nam|thang|quy)\b))"
# "Tuyên truyền nghị quyết mấy cuộc" counts what was done with a document and asks for none.
NOT_OF_EVENTS = (
    r"(?! (?:nguoi|luot|cuoc|lan|vu|lop|buoi|don vi|co quan|truong hop|can bo|cong chuc|ho|xa|phuong|don)\b)"
)
# "Xã nào cao hơn bình quân" sets no two things of one kind against each other.
NO_MEASURE = r"(?! (?:\d|muc|binh quan|trung binh|chi tieu|ke hoach|du toan|quy dinh|so voi|toan|ca))"
# Whoever explains says why: "được giải thích là do đâu", "lý giải bởi những gì", "how does the report explain …".
EXPLAINED = (
    r"\b(?:duoc |bi )?(?:giai thich|ly giai)(?: \w+){0,2} (?:boi|do|vi|la do|la vi|bang|the nao|ra sao)\b|"
    r"\bhow (?:does|do|did|is|was|are|were) .{2,140}\bexplain(?:ed)?\b|\bwhat explain(?:s|ed)\b|"
    r"\bwhat (?:is|was) the explanation for\b|\bwhat explanation\b"
)
# What was worked out and may be wrong; "có giải quyết đúng hạn không" doubts no figure.
MISCOUNTED = (
    r"\b(?:tinh|cong(?! lap\b)|quy doi|lam tron|cham(?: diem)?|quy diem)(?: \w+){0,2}? "
    r"(?:dung|chinh xac|chuan(?: xac)?|sai|nham|trat)\b(?! (?:han|hen)\b)"
    r"(?=.{0,90}\b(?:khong|chua)\b)|"
    r"\bcong thuc\b.{0,120}\b(?:phai|le ra|dang le|dung ra)(?: \w+){0,3} (?:bao nhieu|may)\b|"
    r"\b(?:le ra|dang le|dung ra) (?:phai )?(?:duoc|la|dat|ghi) (?:bao nhieu|may)\b|"
    r"\b(?:correctly|rightly|wrongly) (?:calculated|computed|derived|added|summed|worked out|converted|rounded)\b|"
    r"\b(?:calculated|computed|derived|added|summed|worked out|converted|rounded) (?:up )?"
    r"(?:correctly|rightly|wrongly)\b"
)
# Whether the figures bear out what is said: "có sát với số liệu không", "do the figures support that claim". What is
# held against a rule ("có phù hợp với quy định không") doubts no figure.
BORNE_OUT = (
    r"\b(?:so lieu|con so|chu thich|phu luc|bang bieu)\b[^?;]{0,60}\b(?:ung ho|cung co|chung minh|chung to|xac nhan)\b"
    r"[^?;]{0,60}\b(?:khong|chua)\b|"
    r"\b(?:sat|phu hop|trung khop|an khop|tuong ung|nhat quan|dung)(?: voi| nhu)? (?:cac |nhung )?"
    r"(?:so lieu|con so|chu thich|phu luc|bang|ty le|so|\d)\b[^?;]{0,80}\b(?:khong|chua)\b|"
    r"\b(?:nhan dinh|ket luan|danh gia)\b[^?;]{0,90}\b(?:co (?:dung|chinh xac|co so|sat)|duoc (?:so lieu|chung minh))\b"
    r"[^?;]{0,60}\b(?:khong|chua)\b|"
    r"\b(?:bear|bears|borne|bore) (?:it |that |this )?out\b|\bsquares? with\b|\bback(?:s|ed)? (?:it |that )?up\b|"
    r"\b(?:figures?|numbers?|data|footnotes?|appendix|table)\b[^?;]{0,60}\b(?:support|confirm|justify)\b|"
    r"\b(?:supported|confirmed|justified|borne out) by the (?:figures?|numbers?|data|footnotes?|appendix|table)\b"
)
_PAPER = r"(?:plan|decision|document|resolution|programme|program)s?\b"  # "which district plan" asks for no district
_PAPERS = "(?:ke hoach|quyet dinh|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh)"
_NAMED = (
    ("REMEDY", REMEDY),
    ("TIME_AHEAD", TIME_AHEAD),
    ("MONTHS", MONTHS),
    ("NOT_SET_APART", NOT_SET_APART),
    ("NOT_OF_EVENTS", NOT_OF_EVENTS),
    ("NO_MEASURE", NO_MEASURE),
    ("EXPLAINED", EXPLAINED),
    ("MISCOUNTED", MISCOUNTED),
    ("BORNE_OUT", BORNE_OUT),
    ("PAPERS", _PAPERS),
    ("PAPER", _PAPER),
)
# The first kind of a question that can be answered is.
_ORDER = (
    Kind.AUDIT,
    Kind.EXTREME,
    Kind.TOTAL,
    Kind.COMPARISON,
    Kind.CAUSE,
    Kind.LIMITATION,
    Kind.STRENGTH,
    Kind.DIRECTION,
    Kind.DOCUMENT,
    Kind.FIGURE,
    Kind.LIST,
    Kind.WHO,
    Kind.WHEN,
    Kind.WHERE,
    Kind.YES_NO,
)


_KINDS = frozenset(map(str, Kind))


_STANDS = re.compile(
    r"\bwhere (?:did|does|do|has|have|had|was|were|is)\b[^?;]{2,90}\b(?:stands?|stood|land(?:ed)?|end up)\b"
)
_LIES_IN = re.compile(r"\bnguyen nhan\b[^?;]*\b(?:nam o|tu|do|o|den tu|xuat phat tu) dau\b(?!.*\b(?:muc|phan|trang)\b)")
_LEVEL = re.compile(r"\bmức\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:mục|phần|chú thích|phụ lục|trang|đâu)\b", re.IGNORECASE)


_PURPOSE = re.compile(
    r"\b(?:vao (?:viec|muc dich)|(?:de|nham)(?: (?:lam|muc dich|muc tieu|viec|phuc vu))?|"
    r"co (?:tac dung|y nghia|vai tro|loi)) "
    r"(?:gi|nao)\W*$"
)
# What a body has to do is no figure, whatever it is to mend: "để nâng cao các chỉ số, Sở A được giao làm gì?"
_TO_DO = re.compile(
    r"\b(?:lam|giao|thuc hien|trien khai)(?: nhung| cac)?(?: viec| nhiem vu| noi dung)? (?:gi|nao)"
    r"(?:\W*$| (?:de|nham|trong|cho|o) )"
)
# A number asked for by its name alone: "Số hồ sơ trễ hạn của xã A?", "tổng điểm của sở B".
_NAMES_NUMBER = re.compile(
    r"^\W*(?:(?:the|con|vay|thi|ve|va|cho (?:toi |em |minh )?(?:biet|hoi)|xin hoi|hoi) )*"
    r"(?:(?:so|luong|so luong|tong so) (?:the|van ban|giao dich|mo hinh|quyet dinh|tai khoan|chu ky|su co|may tinh|"
    r"phan anh|thua dat|ho so|don|vu|vu viec|luot|nguoi|nhiem vu|viec|cuoc|van ban|truong hop|phieu|thu tuc|"
    r"ttth?c|can bo|xa|phuong|don vi|to|lop|ho)\b|(?:tong |so )?diem(?! (?:cau|nong|nghen|den|a )|m)\b|thu hang\b)"
    r"(?!.*\b(?:nao|gi|ai|sao|dau|neu|hay|khong|chua)\b)"
)
_MEMBER = re.compile(r"\b(?:nao|ai|dau)\b")
_COUNTING = re.compile(r"\b(?:bao nhieu|may)\b")
_TERMED = re.compile(r"\b(?:co|khong|vo) thoi han\b")  # a contract for a term asks for no time
_MAY = re.compile(r"\bmay\b")
_SAYS_SO = guarded(  # on what a verdict rests: no cause of what is told
    r"\bwhy (?:do|would) you (?:say|think) (?:so|that)\b|\bhow do you know\b|"
    r"\b(?:vi|tai)? ?sao (?:lai )?(?:noi|biet|ket luan|khang dinh)(?: nhu)? (?:vay|the)\b"
)
_AT_LEAST = guarded(r"\bit nhat(?: la| phai| duoc| co| dat)* (?:may|bao nhieu)\b")  # "phải đạt ít nhất bao nhiêu"
_PERSONS = guarded(r"\bmay (?:ong|ba|anh|chi|co|chu|bac|vi|sep|dong chi)\b")  # of whom it is asked why
_MACHINE = re.compile(r"\bmáy\b", re.IGNORECASE)
_DEPARTMENT = re.compile(r"\bsở\b", re.IGNORECASE)


def kinds_of(folded: str, spelled: str = "", *, english: bool = False, bare: bool = False) -> tuple[Kind, ...]:
    """The kinds that a question, folded, may be of; TEXT where nothing tells. With its marks "ở mức nào" does not ask
    for a place, as "ở mục nào" does, nor "theo kế hoạch, sở nào" for a number; "may" counts things in Vietnamese
    only, and "máy in" is a machine, no "mấy". `bare`: those of
    `spelled` are guesses."""
    folded = _MAY.sub(" ", folded) if english else _TERMED.sub(lambda m: " " * len(m[0]), folded)
    if len(spelled) == len(folded):
        folded = _blanked(folded, [m.span() for m in _MACHINE.finditer(spelled)])
    folded = _SAYS_SO.sub(lambda m: " " * len(m[0]), folded)
    ways = _ways(english)
    told = {way.kind for way, _ in ways.met(folded, "" if bare else spelled)}
    found = [k for k in _ORDER if k in told or ways.tells(k, folded)]
    if Kind.DOCUMENT in found and Kind.DOCUMENT not in told and _DEPARTMENT.search(spelled):
        named = _blanked(folded, [m.span() for m in _DEPARTMENT.finditer(spelled)])
        if not ways.tells(Kind.DOCUMENT, named):
            found.remove(Kind.DOCUMENT)
    if Kind.WHERE in found and _LEVEL.search(spelled) and not _PART.search(spelled):
        found.remove(Kind.WHERE)
    if Kind.WHERE in found and _STANDS.search(folded):
        found.remove(Kind.WHERE)
    if {Kind.WHERE, Kind.CAUSE} <= set(found) and _LIES_IN.search(folded):
        found.remove(Kind.WHERE)
    if Kind.EXTREME in found and not english and _AT_LEAST.search(folded) and not _MEMBER.search(folded):
        found.remove(Kind.EXTREME)
    if {Kind.CAUSE, Kind.FIGURE} <= set(found) and len(_COUNTING.findall(_PERSONS.sub(" ", folded))) == 0:
        found.remove(Kind.FIGURE)
    if Kind.LIST in found and _PURPOSE.search(folded) and not english:
        found.remove(Kind.LIST)  # what several things serve is one thing
    if Kind.FIGURE in found and not english and _TO_DO.search(folded) and not _COUNTING.search(folded):
        found.remove(Kind.FIGURE)
    if not found and not english and _NAMES_NUMBER.match(folded):
        found.append(Kind.FIGURE)
    return tuple(found) or (Kind.TEXT,)


def only_asking(folded: str, spelled: str, *, english: bool) -> list[tuple[int, int]]:
    """The spans of a question, folded and with the marks it was typed with, that do nothing but ask ("vì lẽ gì")."""
    ways = _ways(english)
    met = (m for m in ways.met(folded, spelled) if m[0].only_asks and m[0].kind in _KINDS | {"put"})
    asking = (m.span() for pattern in ways.asking for m in pattern.finditer(folded))
    return [*((at, at + len(way.folded)) for way, at in met), *asking]


def particulars_asked(folded: str, spelled: str, *, english: bool) -> set[str]:
    """What of a report itself a question may ask: "signer", "number" and the others of the tables that are no kinds."""
    ways = _ways(english)
    told = {way.kind for way, _ in ways.met(folded, spelled)} - _KINDS
    return told | {of for of in ways.patterns if of not in _KINDS and ways.tells(of, folded)}


def _ways(english: bool) -> Ways:
    return ways_of("en" if english else "vi", _NAMED)


def _blanked(folded: str, spans: list[tuple[int, int]]) -> str:
    """A folded text less what stands at some places, of the same length."""
    for start, end in spans:
        folded = f"{folded[:start]}{' ' * (end - start)}{folded[end:]}"
    return folded

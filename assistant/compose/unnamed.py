"""Names that a question says and an answer must be on: an index called by its letters, a place by its marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.everyday import ENGLISH, STOP
from assistant.words.tongue import has_marks
from ingest.language.letters import LOWER, UPPER

_LETTERS = rf"(?<![/\w-])[{UPPER}]{{3,6}}(?![/\w-])"
_CODE = re.compile(
    rf"\b(?i:chỉ số|chỉ tiêu|điểm(?: số)?|hạng|kết quả|chỉ số thành phần)(?: \w+)? (?P<vi>{_LETTERS})|"
    rf"(?P<en>{_LETTERS}) (?:index|indices|score|scores|rank|ranking|points|result|results|target)\b"
)
_OFFICIAL = (  # offices, levels and fields: what they stand for is written in full as often
    "UBND HĐND CCHC TTHC MTTQ CBCC CCVC QPPL VBQPPL DVC DVCTT BCĐ CNTT CĐS XHH KTXH NSNN NTM ANTT ATTT KHCN GDĐT "
    "TNMT VHTT LĐTB BHXH BHYT ĐBQH TAND VKSND TTCP BTC BNV BTP QĐ SDG HTX GCN TTĐT HCC KPI CSDL PCT VBCC"
)
_CODES = frozenset(_OFFICIAL.split())
_KINDS = "commune communes ward wards district districts province city town department committee village hamlet report"
_ENGLISH = STOP | ENGLISH | frozenset(_KINDS.split())
_SO_MANY_IN = re.compile(r"\b(\d{1,2}) (?:trong|in) (\d)\b")
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")
_OF_PLACE = re.compile(
    rf"\b(?:thuộc|ở|tại)(?: địa bàn)?(?: (?:tỉnh|huyện|xã|phường|thị trấn))? (?P<name>{_NAME.pattern})(?: cũ\b)?"
)


def names_another(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a question names an index by its letters, or in English a place or a body by its marks, that nothing
    around what is cited says."""
    if not draft.citations or question.is_(Kind.DOCUMENT, Kind.AUDIT):
        return False
    codes = [c for m in _CODE.finditer(question.clear) if (c := m["vi"] or m["en"]) not in _CODES]
    names = [_bare(n) for n in _NAME.findall(question.clear) if has_marks(n)] if question.language == "en" else []
    if question.language == "vi" and question.is_(Kind.LIST, Kind.WHO) and not question.followup:
        names = [m["name"] for m in _OF_PLACE.finditer(question.clear)]  # "những xã nào thuộc A cũ"
    numbered = {m.groups() for m in _SO_MANY_IN.finditer(plain(question.clear))}
    if numbered and not question.is_(Kind.COMPARISON):
        told = {m.groups() for c in draft.claims for m in _SO_MANY_IN.finditer(plain(c.text))}
        if told and told.isdisjoint(numbered):
            return True  # "6 trong 1" is another than "3 trong 1"
    if not codes and not names:
        return False
    around = _around(draft, indexes)
    if not around:
        return False  # a report of the same place that was opened beside those asked
    said = " ".join(around)
    return any(f" {plain(name).strip()} " not in said for name in (*codes, *names))


def _bare(name: str) -> str:
    """A name without the English words at its ends that a capital joins to it ("Of Vàm Lá", "Lũng Cao Commune")."""
    words = name.split()
    while words[0].isascii() and words[0].lower() in _ENGLISH:
        del words[0]
    while words[-1].isascii() and words[-1].lower() in _ENGLISH:
        del words[-1]
    return " ".join(words)


def _around(draft: Draft, indexes: Sequence[ReportIndex]) -> list[str]:
    held = {index.report.id: index for index in indexes}
    found = []
    for citation in draft.citations:
        index = held.get(citation.locator.report)
        if index is None:
            continue
        report, block = index.report, index.report.block(citation.locator.block)
        section = report.section(block.section)
        found += [report.title, report.place, report.issuer, block.text, *(section.path if section else ())]
        found += [index.headings.get(block.section, "")]
        if block.table is not None:
            found += [block.table.title, *block.table.columns]
        if block.anchor:
            found.append(report.block(block.anchor).text)
    return [plain(text) for text in found]

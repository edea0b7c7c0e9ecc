"""Whether a question doubts a figure, a sum or a claim of the report, or a running total."""

from __future__ import annotations

import re

from assistant.asked.kinds import MISCOUNTED, NOT_SET_APART, Kind
from assistant.asked.looked_for import KEPT as KEPT
from assistant.asked.looked_for import looked_for
from assistant.asked.outdone import outdoes
from assistant.asked.restating import _PLACE, _months, adds
from assistant.question import Question
from ingest.language.fold import fold

_RUNNING_TOTAL = looked_for(r"\bluy ke\b|\bcong don\b|\bcumulative\b|\brunning totals?\b|\byear[- ]to[- ]date\b")
_OF_MONTHS = looked_for(
    r"\b(?:tong|(?<!dich vu )(?<!hanh chinh )(?<!dau tu )cong)\b[^?;]{0,40}\bthang\b|"
    r"\bthang\b[^?;]{0,30}\b(?:cong|gop) lai\b|\b(?:tung|cac|moi|hang) thang\b|"
    r"\b(?:sum|total|add(?:ed|ing)?|plus)\b[^?;]{0,60}\bmonth(?:s|ly)?\b|\bmonthly (?:figures|numbers|counts|values)\b"
)
_EQUAL = looked_for(
    r"\b(?:bang|khop|dung|lech|chenh|lon hon|cao hon|nhieu hon|thap hon|nho hon|it hon|khac|vuot|hon)\b|"
    r"\b(?:equals?|match(?:es)?|differs?|larger|greater|higher|lower|smaller|agree|exceeds?|off)\b"
)
_AUDITS = looked_for(
    rf"{MISCOUNTED}|\bmau thuan\b|\bchenh lech\b{NOT_SET_APART}|"
    r"\bkhop\b(?! (?:them|duoc) (?:\w+ )?(?:bao nhieu|may)\b)|"
    r"\bthong nhat\b.{0,30}\bkhong\b|\bsai (so|lech|sot)\b|\b(co"
    r"|la) (dung|chinh xac|bang|giong)\b.{0,80}\b(khong|chua)\b|\bdung khong\b|"
    r"\b(thuc|that) su\b.{0,120}\bkhong\b|\b(khong|chua|bat) hop ly\b|\bcon sot\b|\bsot (so|nam)\b|"
    r"\bthe same (?!time\b|period\b|point\b|month\b|date\b)(?:\w+ )?(?:as|in)\b|"
    r"\b(?:cho thay|noi len|the hien)(?: dung)? (?:nhu (?:vay|the)|dieu (?:do|nay|ay)|the)\b.{0,12}\bkhong\b|"
    r"\bbears? (?:\w+ ){1,3}out\b|\bborne out\b|"
    r"\badd up\b|\bmatch(es)?\b|\b(in)?consisten\w*|\bdiscrepanc\w+|\bcontradict\w*|\bagree\b|"
    r"\bequal\b|\b(really|indeed|actually|truly|correct|accurate)\b|\bleft ?over\b|\bplausible\b|"
    r"\bunreasonable\b"
)
_MOST_SAID = r"(?:toi da|muc tran|diem tran|thang diem|at most|maximum|max|ceiling|upper limit)"
_WITHIN = looked_for(
    rf"^(?=.*\b{_MOST_SAID}\b)(?:.*\b(?:vuot|qua|cao hon|lon hon|nam trong|dung|phu hop|tuan thu|dam bao)\b.*"
    r"\b(?:khong|chua)\b|.*\b(?:is|are|was|were|does|do|did|has|have)\b.*\b(?:respect|respected|exceeds?|exceeded|"
    r"within|above|over|beyond|higher than|more than|comply|conform|obey)\b)"
)


def asks_running_sum(question: Question) -> bool:
    """Whether the question sets a running total against the months that it is made of."""
    asked = fold(question.clear)
    return _RUNNING_TOTAL(asked) and _OF_MONTHS(asked) and (_EQUAL(asked) or audits(question))


def audits(question: Question) -> bool:
    """Whether the question doubts a figure, a sum or a claim of the report."""
    asked = fold(question.clear)
    if len(_months(question)) == 2 and outdoes(question) and not _PLACE.search(asked):
        return False  # "có đúng là tháng 2 cao hơn tháng 3 không"
    added = adds(question) and bool(re.search(r"\b(co|ra|bang)\b.{0,60}\bkhong\b", asked))
    return question.is_(Kind.AUDIT) or added or _AUDITS(asked) or asks_within(question)


def asks_within(question: Question) -> bool:
    """Whether the question doubts that something stays within the most that is granted."""
    return _WITHIN(fold(question.clear))

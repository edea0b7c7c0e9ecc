"""Whether a report, or a part of it, is asked for in short ("Tóm tắt báo cáo", "Báo cáo có gì đáng chú ý?")."""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_IN_SHORT = guarded(
    r"\b(?:tom (?:tat|luoc|gon)|khai quat|tong quan|tong quat)\b|"
    r"\bsummar(?:y|ies|i[sz]e\w*)\b|\boverview\b|\bthe gist\b"
)
# "Báo cáo nói về gì?" asks for the whole, "Báo cáo nói gì về chuyển đổi số?" for what it says of one thing.
_OF_WHOLE = guarded(
    r"\b(?:diem|noi dung|net|y|van de|thong tin|so lieu|ket qua|viec) "
    r"(?:chinh|chu yeu|noi bat|dang chu y|can chu y|can luu y|dang luu y|quan trong|then chot)\b|"
    r"\bgi (?:dang chu y|noi bat|dang luu y|quan trong)\b|"
    r"\b(?:noi|viet)(?: ve)? (?:nhung )?(?:gi|dieu gi|noi dung gi)\b|"
    r"\b(?:main|key|major) (?:points?|findings|messages|facts|results)\b|\bhighlights?\b|"
    r"\bwhat (?:is|does) (?:the|this) report (?:about|say|cover)\b"
)
_FRAME = re.compile(
    r"\b(?:hay|xin|vui long|giup|cho|toi|em|minh|ban|bai|doan|mot|vai|dong|cau|ngan|gon|lai|ve|cua|trong|o|theo|la|co|"
    r"gi|nao|nhung|cac|neu|trinh bay|liet ke|biet|voi|nay|do|toan|bo|van|bao cao|phan|muc|chuong|noi dung|tinh hinh|"
    r"ket qua|cong tac|viec|thuc hien|nam|thang|quy|huyen|tinh|xa|dau|cuoi|"
    r"please|could|can|you|give|me|us|a|an|brief|briefly|short|quick|the|this|its|it|of|in|for|from|about|on|report|"
    r"reports|section|part|chapter|is|are|what|does|do|say|year|results|"
    r"(?:\d{1,2}/)?(?:19|20)\d\d|[ivx]+(?:\.\d+)*)\b"
)


def asked_in_short(question: Question) -> str | None:
    """What is asked for in short, folded: "" for the whole of a report, else the words that name a part, or the report;
    None where nothing is asked for so."""
    asked = fold(question.clear)
    in_short = _IN_SHORT.search(asked)
    if not in_short and not _OF_WHOLE.search(asked):
        return None
    left = _OF_WHOLE.sub(" ", _IN_SHORT.sub(" ", asked))
    for place in question.places:
        left = left.replace(place, " ")
    left = _FRAME.sub(" ", left)
    subject = " ".join(re.findall(r"\w{2,}", left))
    return subject if in_short or not subject else None

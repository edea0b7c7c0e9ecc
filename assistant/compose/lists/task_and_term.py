"""A task as one report sets it: what is to be done, by whom and until when, where two of these are asked in one breath.

The tasks stand one to an item under the heading of what is ahead, and an item says all of it ("Sở A lập danh sách 20 hộ
còn thiếu nước, báo cáo trước ngày 15/3/2031"). It is told whole, or not at all where it leaves out what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import sets_for_month
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sentences.passages import charged
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.shelf import Found
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

SAID = 0.5  # of what the task is about, by the item
WITHIN = 0.08
MOST = 3  # items that are told, where a body has several tasks
WORDS = 60
_WHAT = re.compile(
    r"\b(?:viec|nhiem vu|cong viec|phan viec) (?:gi|nao)\b|\blam (?:nhung )?(?:gi|viec gi)\b|\bphai lam sao\b|"
    r"\bwhat\b[^?;]{0,90}\b(?:do|doing|done|task|job|told|asked|required|assigned|charged|set)\b|\bwhich task\b"
)
_WHO = re.compile(
    r"\bai\b|\b(?:co quan|don vi|so|nganh|noi) nao\b|\bwho\b|\bwhich (?:department|body|agency|office|unit)\b"
)
_TERM = re.compile(
    r"\bhan\b[^?;]{0,30}\b(?:nao|bao gio|may)\b|\b(?:ngay|thang|khi|luc) nao\b|\bbao gio\b|\bby when\b|\bdeadline\b|"
    r"\b(?:by|before) (?:what|which) (?:date|day|month)\b|\buntil when\b|\bwhen\b"
)
_SETS = re.compile(
    r"\b(?:giao|dat ra|de ra|yeu cau|phai|phan cong|chu tri|can lam|han)\b|"
    r"\b(?:assign\w*|task\w*|told|asked|require\w*|must|charged|deadline|set|has to|have to|in charge)\b"
)
_CAME_OF_IT = re.compile(
    r"\b(?:thuc te|ket qua|da (?:lam|xong|hoan thanh|thuc hien)|lam duoc|hoan thanh (?:khi|ngay)|bao nhieu)\b|"
    r"\b(?:actual\w*|how many|how much|completed|finished|achieved|met)\b"
)
_ASKING_WORDS = (
    "giao|viec|cong viec|lam viec|nhiem vu|phan viec|yeu cau|dat ra|de ra|dat|de|phai|lam|lam gi|thuc hien|han|"
    "thoi han|han chot|bao cao|thang|xong|hoan thanh|giai quyet|chu tri|phan cong|trach nhiem|chiu trach nhiem|"
    "ngay|trien khai|can|dua ra|task|tasks|job|work|set|ask|asked|tell|told|assign|assigned|require|required|"
    "charged|charge|deadline|report|do|must|month|when|what|who|by when|responsible"
)
_ASKING = frozenset(_ASKING_WORDS.split("|"))
_TERM_TOLD = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|trong|đến|hết|xong|vào|hạn)\W+(?:hết )?(?:ngày|tháng|quý|năm|cuối|đầu)\b|"
    r"\d{1,2}/\d{1,2}/\d{4}",
    re.IGNORECASE,
)
_BODY_TOLD = re.compile(
    r"\b(?:Sở|Ban (?!hành)|Phòng|Cục|Chi cục|Công an|Thanh tra|Văn phòng|Trung tâm|UBND|Ủy ban|Thủ trưởng|Chủ tịch|"
    r"Bưu điện|Hội|Chi nhánh|Bệnh viện|[Xx]ã|[Pp]hường|[Cc]ác (?:sở|cơ quan|đơn vị))\b"
)


def answer_task_and_term(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The item that sets the task, or the few of one body; None where fewer than two of the three are asked, where what
    came of it is asked as well, or where an item leaves out what is asked."""
    asked = fold(question.clear)
    what, who, term = (bool(pattern.search(asked)) for pattern in (_WHAT, _WHO, _TERM))
    if what + who + term < 2 or not _SETS.search(asked) or _CAME_OF_IT.search(asked) or sets_for_month(question):
        return None
    if question.documents or question.quoted or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        return None
    own = tuple(w for w in question.wanted if not _is_asking(w))
    if not own or (question.periods and not question.report_periods):
        return None  # what is to be done in a month the report before it sets
    plain = replace(question, wanted=own, kinds=(Kind.DIRECTION,), units=(), periods=(), report_periods=())
    told = [c for i in found.indexes if _is_of_report(question, i.report.period) for c in candidates(plain, i)]
    told = [c for c in told if c.figure is None and _suits(c)]
    ahead = [c for c in told if c.statement.ahead and c.statement.row is None]
    if term and not ahead and question.report_periods and any(w.must for w in own):
        dated = any(_TERM_TOLD.search(c.statement.quote) for c in told)
        return None if dated else Draft()  # no day of the report itself is meant
    ahead.sort(key=lambda c: -c.coverage)
    best = [c for c in ahead if c.coverage >= ahead[0].coverage - WITHIN]
    if not best or len(best) > MOST or len({id(c.index) for c in best}) > 1:
        return None
    draft = Draft()
    told_bodies: set[str] = set()
    for candidate in sorted(best, key=lambda c: c.statement.index):
        quote = candidate.statement.quote
        charge = charged(candidate) if who else None  # "c) Giao Sở Nội vụ:", whoever the task itself speaks of
        if (who and charge is None and not _BODY_TOLD.search(quote)) or (term and not _TERM_TOLD.search(quote)):
            return None
        if charge is not None and charge.id not in told_bodies:
            told_bodies.add(charge.id)
            line = " ".join(charge.text.split()).rstrip(" :;.")
            draft.say(quoted(line, question.language), draft.cite(candidate.index, charge, 0, len(charge.text)))
        key = draft.cite_statement(candidate.index, candidate.statement)
        draft.say(quoted(excerpt(candidate.statement, None, WORDS), question.language), key)
    return draft


def _is_asking(word: Wanted) -> bool:
    return bool(({fold(k) for k in word.keys} | {word.words}) & _ASKING)


def _is_of_report(question: Question, period: str) -> bool:
    return not question.report_periods or period in question.report_periods


def _suits(candidate: Candidate) -> bool:
    return candidate.coverage >= SAID and not any(w.must for w in candidate.missing)

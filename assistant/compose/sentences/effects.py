"""What came of a thing: what a check showed, what a measure helped with, what it brought about.

The report says it in a clause with a verb for it ("cho thấy …", "đã rút ngắn …"), or in the sentence behind, which
opens with "Qua đó", "Nhờ đó". A sentence that only speaks of the check or the measure does not answer.
"""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.sentences.windows import brief
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.least import TEXT_COVERAGE
from assistant.evidence.pieces import pieces
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.fold import fold

WORDS = 44  # of a clause that tells what came about
TOGETHER = 80  # words of two clauses of one sentence that tell it
LOOKED_AT = 8  # statements, best first, that may be of the thing asked about
ALONE = 0.5  # of what is asked, that the thing itself must be, the words for what came of it left aside
HEAVY = 0.4  # of that, more than which no word of it may be missing

_WHAT = r"(?:nhung )?(?:dieu )?(?:gi|nhung gi)\b"
_SHOWS = re.compile(
    rf"\b(?:cho thay|phan anh|the hien|noi len|boc lo)(?: duoc| ra)? {_WHAT}|"
    r"\bwhat (?:did|do|does|has|have) .{3,150}? (?:show|reveal|indicate|suggest|demonstrate)\b"
)
_HELPS = re.compile(
    rf"\bgiup (?:ich )?(?:cho )?(?:duoc )?{_WHAT}|\bgiup [^?]{{3,80}} (?:lam|khac phuc|cai thien) (?:duoc )?{_WHAT}|"
    rf"\b(?:mang|dem) (?:lai|den) (?:(?:loi ich|hieu qua|ket qua|gia tri|tac dung|chuyen bien|thay doi) )?{_WHAT}|"
    rf"\b(?:co|dat) (?:tac dung|loi ich|y nghia|hieu qua) {_WHAT}|\bloi ich {_WHAT}|"
    rf"\b(?:tao|dan den|dan toi|gop phan)(?: ra| duoc| nen| vao)? (?:su )?(?:chuyen bien |thay doi )?{_WHAT}|"
    r"\bwhat (?:did|do|does|has|have) .{3,150}? (?:help .{2,80}? (?:do|achieve|with)|bring about|lead to|bring)\b|"
    r"\bwhat (?:effects?|impact|benefits?|difference|changes?) (?:did|do|does|has|have) \w"
)
_SHOWN = re.compile(r"\b(?:cho thay|phan anh|the hien|noi len|boc lo)\b")
_BROUGHT = re.compile(
    r"\b(?:giup|tao (?:su|duoc|ra|nen|dieu kien|thuan loi|chuyen bien|niem tin)|gop phan|mang lai|dem lai|rut ngan|"
    r"tiet kiem|giam (?:chi phi|thoi gian|phien ha)|thuc day|khac phuc)\b"
)
_BEHIND = re.compile(r"\W*(?:qua|tu|nho|theo) (?:do|vay|the)\b|\W*(?:dieu|viec|ket qua) (?:nay|do|tren)\b")
# What a question calls that which came about: the report need not say these.
_OF_EFFECTS = frozenset(
    {
        *("lợi ích", "quyền và lợi ích hợp pháp", "giúp", "hỗ trợ", "hiệu quả", "kết quả", "tác động", "ảnh hưởng"),
        *("tác dụng", "ý nghĩa", "chuyển biến", "thay đổi", "so với", "ich", "giup", "dem", "mang"),
        *("help", "bring", "change", "effect", "impact", "benefit", "lead", "show"),
    }
)


def answer_effect(t: Material) -> Draft | None:
    """The clause that tells what came of the thing asked about; None where that is not asked, or no clause tells it."""
    question = t.question
    folded = fold(question.clear)
    shows = bool(_SHOWS.search(folded))
    if t.numeric or not (shows or _HELPS.search(folded)) or question.is_(Kind.WHEN, Kind.WHO, Kind.DOCUMENT):
        return None
    verb = _SHOWN if shows else _BROUGHT
    texts = [c for c in t.found.candidates if c.figure is None and not c.statement.ahead][
        : 3 * LOOKED_AT if shows else LOOKED_AT
    ]
    for candidate in texts:
        if not _is_of_it(question, candidate):
            continue
        told = next((s for s in _nearby(candidate) if _tells(s, verb)), None)
        if told is not None:
            return _said(question, candidate, told, verb)
    return None


def _is_of_it(question: Question, candidate: Candidate) -> bool:
    """Whether a statement speaks of the thing, whatever it lacks of the words for what came of it."""
    wanted = [
        (w.weight, level)
        for w, level in zip(question.wanted, candidate.levels, strict=False)
        if not _names_effect(w.words, w.keys)
    ]
    whole = sum(weight for weight, _ in wanted)
    held = sum(weight * level for weight, level in wanted)
    missing = {id(w) for w in candidate.missing}
    of_thing = (w for w in question.wanted if not _names_effect(w.words, w.keys))
    lost = max((w.weight for w in of_thing if id(w) in missing), default=0.0)
    return whole > ALONE and held >= TEXT_COVERAGE * whole and lost < HEAVY * whole


def _names_effect(words: str, keys: tuple[str, ...]) -> bool:
    return words in _OF_EFFECTS or (bool(keys) and all(key in _OF_EFFECTS for key in keys))


def _nearby(candidate: Candidate) -> list[Statement]:
    """A statement with the pieces that a page end cuts off it, and the one behind it that goes on from it."""
    index, statement = candidate.index, candidate.statement
    found = [statement, *(p for p in pieces(index, statement) if p is not statement)]
    behind = index.statements[statement.index + 1 : statement.index + 2]
    return [*found, *(s for s in behind if s.block.id == statement.block.id and _BEHIND.match(fold(s.quote)))]


def _tells(statement: Statement, verb: re.Pattern[str]) -> bool:
    return statement.row is None and verb.search(fold(statement.quote)) is not None


def _said(question: Question, candidate: Candidate, told: Statement, verb: re.Pattern[str]) -> Draft:
    """The clause around its verb, with the one before it or behind it in its sentence where that tells as well and
    there is room."""
    index, draft = candidate.index, Draft()
    before = index.statements[told.index - 1] if told.index else None
    if before is not None and before.block.id == told.block.id and before.quote.rstrip().endswith(";"):
        told = before if _tells(before, verb) and before.words + told.words <= TOGETHER else told
    found = verb.search(fold(told.quote))
    at = told.start + (found.start() if found else 0)
    draft.say(quoted(brief(question, told, WORDS, at), question.language), draft.cite_statement(index, told))
    behind = next(iter(index.statements[told.index + 1 : told.index + 2]), None)
    goes_on = behind is not None and behind.block.id == told.block.id and told.quote.rstrip().endswith(";")
    if behind is not None and goes_on and _tells(behind, verb) and told.words + behind.words <= TOGETHER:
        draft.say(f"“{brief(question, behind, WORDS)}”", draft.cite_statement(index, behind))
    return draft

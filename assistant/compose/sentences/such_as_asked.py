"""Whether a sentence tells the very sort of time or place that a question asks for."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER
from ingest.language.periods import periods

_SPAN = re.compile(r"\d{4}-\d{4}")
_ENDS_ASKED = re.compile(
    r"\b(?:ket thuc|be mac|het han)\b|"
    r"\bwhen (?:did|does|do|will|is|was) .{2,90} (?:end|ended|finish|close|expire|over)\b"
)
_ENDS_TOLD = re.compile(
    r" (?:ket thuc|be mac|hoan thanh|hoan tat|tong ket|den het|het ngay|het han|cham nhat|truoc ngay) |"
    r" tu (?:ngay|thang|nam|quy|\d).{1,40} den "
)
_BEGINS_ASKED = re.compile(
    r"\b(?:bat dau|khai mac|khoi cong)\b|\bwhen (?:did|does|do|will|was) .{2,90} (?:start|started|begin|launched?)\b"
)
_BEGINS_TOLD = re.compile(
    r" (?:bat dau|khai mac|khoi cong|khoi dong|phat dong|ra quan|trien khai|thuc hien|to chuc|khai truong|van hanh) |"
    r" (?:ke )?tu (?:ngay|thang|nam|quy|dau|cuoi) | tu \d"
)
_PLACE_ASKED = guarded(
    r"\b(?:xa|phuong|thi tran|huyen|thon|ap) nao\b|"
    r"\b(?:which|what) (?:commune|ward|township|district|village|hamlet)\b(?! (?:\w+ )?(?:plan|level|decision|office))"
)
_PLACE_TOLD = re.compile(
    rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|TT|[Hh]uyện|[Tt]hôn|[Ấấ]p|[Kk]hóm|[Đđ]ặc khu)\b[ :,–-]*(?:[{UPPER}]|\d)"
)


def is_such_as_asked(question: Question, statement: Statement) -> bool:
    """Whether a statement is of the span of years, the end of a thing, the sort of place and the number in a name that
    a question asks for, as far as it asks for any."""
    folded = fold(question.clear)
    return (
        not of_another_span(question, statement)
        and (not question.is_(Kind.WHEN) or tells_that_end(folded, statement.plain))
        and names_such_a_place(folded, statement)
        and says_its_number(folded, statement.plain)
    )


def of_another_span(question: Question, statement: Statement) -> bool:
    """Whether a question is of a span of years ("giai đoạn 2031 - 2036"), and a statement names others alone."""
    asked = {p for p in question.periods if _SPAN.fullmatch(p)}
    told = {span.period for span in periods(statement.quote) if _SPAN.fullmatch(span.period)} if asked else set()
    return bool(told) and not asked & told


def tells_that_end(folded: str, words: str) -> bool:
    """Whether it is not asked when a thing began or ended, or the folded words of a statement tell that: how far it had
    come by a day tells neither."""
    if _ENDS_ASKED.search(folded):
        return bool(_ENDS_TOLD.search(words))
    return not _BEGINS_ASKED.search(folded) or bool(_BEGINS_TOLD.search(words))


def names_such_a_place(folded: str, statement: Statement) -> bool:
    """Whether no commune, ward or district is asked for, or a statement, rows of tables aside, names one."""
    return not _PLACE_ASKED.search(folded) or statement.row is not None or bool(_PLACE_TOLD.search(statement.quote))


def says_its_number(folded: str, words: str) -> bool:
    """Whether a thing that is named by a number ("the 30-day drive") is not asked for, or the number stands there."""
    return all(f" {m[1]} " in words for m in _BY_NUMBER.finditer(folded))


_BY_NUMBER = guarded(r"\b(\d{1,4})-(?:day|night|week|month|year|hour|point|step|hectare|bed|room)\b")


def leaves_out_place(folded: str, draft: Draft) -> bool:
    """Whether a commune, ward or district is asked for, and an answer that rests on no table names none."""
    if not _PLACE_ASKED.search(folded) or any(c.locator.table is not None for c in draft.citations):
        return False
    return not any(_PLACE_TOLD.search(text) for text in (draft.text, *(c.quote for c in draft.citations)))

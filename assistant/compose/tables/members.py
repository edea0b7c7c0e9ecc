"""The member of a set that a question speaks of by its being first or last, and asks something else of: "the commune
with the lowest score", "đơn vị có điểm số hóa thấp nhất"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.tables.columns import ROW_KINDS
from assistant.question import Question, Wanted
from ingest.language.fold import fold

OF_ITS_OWN = 0.75  # weight of the words that ask something of a member, less those that only say which one it is
_KINDS = "so|don vi|co quan|xa|phuong|huyen|dia phuong|nganh|tinh"
_LAST = r"(?:nhat|dung dau|dan dau|dung cuoi|xep cuoi|xep chot|cuoi bang)"
_MEMBER = re.compile(
    rf"\b(?P<kind>{_KINDS}) (?P<leads>(?:co|dat|dung|xep|bi) [^,;?]*?\b{_LAST})\b(?! (?:la|thuoc ve)\b)"
)
_MEMBER_EN = re.compile(
    r"\bthe (?P<kind>department|unit|commune|ward|agency|district|province) "
    r"(?:with|that (?:has|had|got|came|ranked|scored)|having) "
    r"(?P<leads>[^,;?]*?\b(?:lowest|highest|most|least|fewest|last|first)\b[^,;?]*?)"
    r"(?=\W*$| (?:told|asked|required|given|assigned|expected)\b)"
)
_ASKS = re.compile(r"\b(?:gi|nao|bao nhieu|may|ai|ra sao|the nao|what|which|how|who|when)\b")
_MEASURES = frozenset({"ty le", "diem", "ket qua", "phan tram"})  # what a member leads in is told in one or the other
_SUBORDINATE = re.compile(r"\b(?:nao|which|what)\b")


@dataclass(frozen=True, slots=True)
class Member:
    """A question cut around such a member: `which` asks for it, `before` and `after` are the words around its name."""

    which: str
    before: str
    after: str


def member_asked_of(question: Question) -> Member | None:
    """The member that a question asks something else of; None where it only asks which one it is, or for its value."""
    asked, english = fold(question.clear), question.language == "en"
    members = [*(_MEMBER_EN if english else _MEMBER).finditer(asked)]
    if len(members) != 1 or compares(question) or _SUBORDINATE.search(members[0][0]):
        return None  # two of them are set against each other
    found = members[0]
    before, after = asked[: found.start()], asked[found.end() :]
    around = f" {before} {after} "
    if not _ASKS.search(around):
        return None
    if not asks_of_its_own(question, [w for w in question.wanted if f" {w.words} " in around]):
        return None
    leads = question.clear[found.start("leads") : found.end("leads")]
    which = f"which {found['kind']} had {leads}" if english else f"{found['kind']} nào {leads}"
    return Member(which, question.clear[: found.start()], question.clear[found.end() :])


def asks_of_its_own(question: Question, words: Iterable[Wanted]) -> bool:
    """Whether a question asks with these words for more than which body is meant, or its share or points: "…, and what
    are its rate and points?" is of that in which it leads."""
    said = sum(w.weight for w in words if not {fold(k) for k in w.keys} & (ROW_KINDS | _MEASURES))
    return said >= OF_ITS_OWN or (said > 0.0 and question.is_(Kind.DIRECTION))

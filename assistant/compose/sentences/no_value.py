"""What a question is not after, though its words look like it: a value, a page, a whole section."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.asked.kinds import Kind
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.language.fold import fold

_BY_WHOM = re.compile(
    r"\b(?:do|boi) (?:ai|(?:co quan|don vi|cap|so|nganh|phong|ban|to chuc|ben|noi) nao)(?: \w+){1,4}\W*$|"
    r"\b(?:by whom|(?:which|what) (?:body|agency|authority|office) (?:\w+ )?(?:assess|evaluat|measur|publish|rat)\w*)\b"
)
_NUMBER = re.compile(r"\b(?:bao nhieu|may|hang|how (?:many|much))\b")
_HIGHER = re.compile(
    r"\b(?:co|da) (?:cao|thap|nhieu|it|lon|tot) hon (?:so voi )?(?:cung ky|nam truoc|nam ngoai|thang truoc|quy truoc|"
    r"truoc)(?: \w+){0,2} (?:khong|chua)\W*$"
)


def asks_no_value(question: Question) -> bool:
    """Whether a question after a body, or after a yes or no, only names the value: no figure answers it."""
    folded = fold(question.clear)
    by_whom = question.is_(Kind.WHO) and _BY_WHOM.search(folded)
    return not _NUMBER.search(folded) and bool(by_whom or _HIGHER.search(folded))


_IN_WHAT = re.compile(r"\b(?:yeu|kem|vuong|thieu|sai|kho|ho|cham) (?:o )?(?:cho|diem|khau) nao\b")
_SHARE = re.compile(r"^\W*(?:\w+ ){0,6}t[yi] le (?!.*\b(?:may|bao nhieu)\b.*\b(?:may|bao nhieu)\b)")
_FIELDS = re.compile(r"\blinh vuc nao\b|\b(?:which|what) (?:fields|areas|sectors)\b")


def asks_in_what(question: Question) -> bool:
    """Whether a question asks in what something falls short ("còn yếu ở chỗ nào"), and not on which page."""
    return bool(_IN_WHAT.search(fold(question.clear)))


def asks_share_alone(question: Question) -> bool:
    """Whether a share, and no other number, is asked for by its name: "tỷ lệ hồ sơ … đạt bao nhiêu"."""
    return bool(_SHARE.search(fold(question.clear)))


_BEARS_NUMBER = re.compile(r"\b(?:mang|danh|co|ghi) so (?:hieu |ky hieu )?(?:may|nao|gi|bao nhieu)\b|\bso hieu\b")
NEARLY = 0.7  # of what is asked, in the sentence that says it


def asks_no_section(question: Question, texts: Callable[[], Sequence[Candidate]]) -> bool:
    """Whether a section as a whole is no answer: to the fields in which something is so, where a sentence names them,
    and to the number that a document bears."""
    folded = fold(question.clear)
    if question.is_(Kind.DOCUMENT) and _BEARS_NUMBER.search(folded):
        return True
    return bool(_FIELDS.search(folded)) and any(c.coverage >= NEARLY and not c.statement.judging for c in texts())

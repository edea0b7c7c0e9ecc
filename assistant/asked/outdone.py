"""Which of two times a question sets first: "tháng 4 có cao hơn tháng 5 không" asks if the earlier one was more."""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold

# That one thing is more or less than another; what rose or fell did so from the earlier to the later.
_OUTDOES = re.compile(
    r"\b(?:cao|nhieu|lon|it|thap|nho) hon\b|\bhon (?:cua |so )?(?:bao cao )?(?:thang|quy|nam|ky)\b|"
    r"\bvuot (?:qua |tren )?(?:cua |so |muc )*(?:bao cao )?(?:thang|quy|nam|ky)\b|\bkem (?:thang|quy|nam|ky)\b|"
    r"\b(?:higher|lower|more|fewer|less|greater|larger|smaller|better|worse)\b[^?;]{0,60}\bthan\b|"
    r"\b(?:above|below) (?:that|those) (?:of|in)\b|"
    r"\b(?:exceed|surpass|outstrip|outnumber|top)(?:ed|s|ped)?\b"
)
_MOVED = re.compile(  # of the later one as it came from the earlier
    r"\b(?:tang|giam|thay doi|bien dong|tu (?:thang|quy|nam)|sang (?:thang|quy|nam))\b|"
    r"\b(?:rise|rose|fall|fell|increase[ds]?|decrease[ds]?|change[ds]?|from \w+ to)\b"
)
_CHOOSES = re.compile(r"\b(?:nao|hay|hoac)\b|\b(?:which|whether|or)\b")  # neither is asked about before the other
_BASE_FIRST = re.compile(r"^\W*(?:so voi|neu so voi|compared (?:to|with)|against|relative to|as against)\b")


def outdoes(question: Question) -> bool:
    """Whether a question asks if, or by how much, one time stands above or below another."""
    asked = fold(question.clear)
    return _OUTDOES.search(asked) is not None and _MOVED.search(asked) is None


def puts_first(question: Question, older: str) -> bool:
    """Whether the earlier of the two times is the one that is asked about, and the later what it is set against."""
    named = dict.fromkeys((*question.periods, *question.report_periods))
    if len(named) != 2 or not outdoes(question) or _CHOOSES.search(fold(question.clear)):
        return False
    first = next(iter(named)) == older
    return first != bool(_BASE_FIRST.search(fold(question.clear)))

"""Whether an answer tells the value of one time where a question asks how it changed from another: "năm 2031 tăng hay
giảm bao nhiêu so với năm 2030?" is not told by what 2030 came to."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_CHANGE = guarded(
    r"\b(?:tang|giam|thay doi|bien dong|chenh|hon|kem|cai thien)\b[^?;]*\bso voi\b|"
    r"\b(?:thay doi|bien dong|tang hay giam|giam hay tang)\b|"
    r"\b(?:change\w*|ris\w+|rose|fall\w*|fell|increas\w*|decreas\w*|improv\w*|drop\w*|differ\w*|move[ds]?)\b"
)
_SAID = re.compile(
    r"\b(?:tăng|giảm|hơn|kém|chênh|không đổi|không thay đổi|cải thiện|lên|xuống|từ|so với|up|down|rose|fell|unchanged|"
    r"more|fewer|less|higher|lower|from|against)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d/.,])\d[\d.,/]*")
YEARS = 2


def tells_one_time(question: Question, draft: Draft, _indexes: object = None) -> bool:
    """Whether what an answer says of its own is one number and no change, where one between two years is asked for."""
    years = [p for p in question.periods if len(p) == len("2031")]
    if len(years) != YEARS or draft.calculation is not None or not draft.own or question.is_(Kind.CAUSE, Kind.AUDIT):
        return False
    if not _CHANGE.search(fold(question.clear)):
        return False
    said = " ".join(claim.text for claim in draft.own)
    return len({*_NUMBER.findall(said)}) == 1 and not _SAID.search(said)

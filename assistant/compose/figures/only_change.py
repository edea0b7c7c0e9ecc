"""By how much something rose or fell is not what it came to: "quản lý rừng (giảm 0,3 điểm)" tells no score."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.language.fold import fold
from ingest.ledgers import Role

_CHANGES = re.compile(
    r"\b(?:tang|giam|them|bot|hon|kem|mat|tut|sut|thay doi|chenh|bien dong|cai thien|nhich|vuot|"
    r"ris\w+|rose|f[ae]ll\w*|los[et]\w*|gain\w*|drop\w*|up|down|more|less|fewer|higher|lower|increas\w*|decreas\w*|"
    r"chang\w+|improv\w+|declin\w+|slip\w*|added|cut)\b"
)


def says_only_change(question: Question, candidate: Candidate) -> bool:
    """Whether a question for a value meets nothing but a change of it, in a figure or in all that a sentence tells."""
    if candidate.figure is not None and candidate.figure.role is not Role.CHANGE:
        return False
    if not question.is_(Kind.FIGURE) or compares(question) or _CHANGES.search(fold(question.clear)):
        return False
    if candidate.figure is not None:
        return True
    told = [f for f in candidate.statement.figures if unit_fits(question, f.unit)]
    return bool(told) and all(f.role is Role.CHANGE for f in told)

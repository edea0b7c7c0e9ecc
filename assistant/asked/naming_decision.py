"""Which report a question names by the document that it carries out: "the Decision 912 report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.restating import compares
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from vectorstore.summary import ReportSummary

_VI = r"(?:quyet dinh|qd|nghi quyet|nq|chi thi|de an|bo chi so|chi so|ke hoach)"
_EN = r"(?:decision|resolution|directive|project|scheme|index)"
_NAMED = guarded(
    rf"\bbao cao(?: (?:ve|theo|thuc hien|danh gia|ket qua|ca nuoc|cua))*(?: {_VI})+(?: so)? (?P<vi>\d{{2,}})(?![\d/-])|"
    rf"\b{_EN} (?:no\.? )?(?P<en>\d{{2,}}) report\b"
)


def by_decision(question: Question, reports: Sequence[ReportSummary]) -> list[ReportSummary]:
    """The one report whose title or file says the number; all of them where none does, several do, or reports are set
    against each other."""
    named = _NAMED.search(fold(question.clear)) if len(reports) > 1 else None
    if named is None or compares(question):
        return list(reports)
    number = re.compile(rf"(?<!\d){named['vi'] or named['en']}(?!\d)")
    own = [r for r in reports if number.search(fold(f"{r.title} ; {r.file}"))]
    return own if len(own) == 1 else list(reports)

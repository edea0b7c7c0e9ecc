"""A figure that a later report takes back: why it was corrected, what it was and what it is ("số đã báo cáo là 410 hộ;
sau rà soát loại 12 hộ trùng, số đúng là 398 hộ"). The one sentence that corrects it tells all of this."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import asks_revised
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate, candidates
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import periods

SAID = 0.45  # of the question, by the sentence and by what it hangs on
WORDS = 60
_CORRECTS = re.compile(
    r"\b(?:da bao cao|bao cao (?:truoc|thang|quy|ky|ban dau)|so cu)\b.*\b(?:so dung|dung la|chinh xac la|nay la|"
    r"dieu chinh|dinh chinh|sua (?:lai )?thanh|giam con|chi con|con)\b.*\d|"
    r"\b(?:dieu chinh|dinh chinh|sua)(?: lai)? tu \d[\d., ]*(?: ?[a-z]+){0,5} ?(?:thanh|xuong|len|con) (?:con )?\d"
)


_REVISES = re.compile(
    r"\b(?:dieu chinh|dinh chinh|sua|sua doi|ban dau|ra soat|khac phuc|bao cao|nguyen nhan|so lieu|so luong)\b"
)


def answer_revised(t: Material) -> Draft | None:
    """The sentence that corrects the figure asked about; None where none says what it was and what it is."""
    question = t.question
    if not asks_revised(question) or not question.is_(Kind.CAUSE, Kind.FIGURE) or audits(question):
        return None
    own = tuple(w for w in question.wanted if not _REVISES.search(" ".join((w.words, *map(fold, w.keys)))))
    asked = replace(question, wanted=own, periods=(), report_periods=())
    found = [
        c
        for i in (*t.indexes, *t.found.beside)
        for c in candidates(asked, i)
        if c.figure is None and _corrects(c) and _is_of_time(question, c)
    ]
    best = max(found, key=lambda c: c.coverage, default=None)
    if best is None or best.coverage < SAID:
        return None
    draft = Draft()
    told = quoted(excerpt(best.statement, None, WORDS), question.language)
    draft.say(told, draft.cite_statement(best.index, best.statement))
    return draft


def _is_of_time(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence does not take back the figure of another month than the one asked for."""
    told = {span.period for span in periods(candidate.statement.quote) if len(span.period) == len("2031-05")}
    asked = {p for p in (*question.periods, *question.report_periods) if len(p) == len("2031-05")}
    return not told or not asked or bool(told & asked) or candidate.index.report.period in asked


def _corrects(candidate: Candidate) -> bool:
    statement = candidate.statement
    return statement.row is None and not statement.ahead and _CORRECTS.search(statement.plain) is not None

"""What is not done yet where a report gives no number for it: what came in, less what of that is done ("tiếp nhận 40
phản ánh, đã xử lý 37")."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.restating import LEFT, ask_again, compares, enough
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.worked_out.arithmetic import Pair, difference, pairs
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.measured.running import RUNNING
from assistant.measured.states import state_at
from ingest.language.fold import fold

PENDING = "tồn đọng"
TRIED = 6
_OVERDUE = re.compile(r"\b(?:qua|tre) han\b|\blate\b|\boverdue\b")


def answer_pending(t: Material) -> Draft | None:
    """The difference, of the month or since the start of the year as it is asked; None where the report counts what is
    pending, or no sentence tells both what came in and what is done."""
    question = t.question
    if not question.is_(Kind.FIGURE) or question.percent or compares(question) or _OVERDUE.search(fold(question.clear)):
        return None
    if not any(PENDING in w.keys for w in question.wanted) or any(map(_says_pending, t.figures[:TRIED])):
        return None
    again = (c for i in t.indexes for c in ask_again(question, i, LEFT | {fold(PENDING)}, timeless=False))
    evidence = sorted((c for c in again if c.figure is not None and enough(c)), key=lambda c: -c.score)
    wants = question.running == RUNNING
    for candidate in evidence[:TRIED]:
        index, figure = candidate.index, candidate.figure
        assert figure is not None
        if _says_pending(candidate):
            return None
        for pair in pairs(candidate.statement):
            if figure.id != pair.part.id and figure.value != pair.whole:
                continue
            if index.running[pair.part.id] != wants and question.running:
                continue
            if unit_fits(question, pair.part.unit) and _is_done(candidate, pair):
                return difference(question, candidate, pair, (pair.whole, pair.part.value), t.lexicon)
    return None


def _is_done(candidate: Candidate, pair: Pair) -> bool:
    text, part = candidate.statement.block.text, pair.part
    before = fold(text[max(candidate.statement.start, part.at - 40) : part.at])
    return bool(re.search(r"\b(?:da|duoc) (?:giai quyet|xu ly|tra loi|hoan thanh)(?: \w+){0,2} $", before))


def _says_pending(candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None:
        return False
    held = candidate.index.local_keys[figure.id] | candidate.index.figure_keys[figure.id]
    return PENDING in held or state_at(candidate.statement.block.text, figure.at, figure.indicator) == "pending"

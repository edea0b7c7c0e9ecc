"""What one month alone came to where the reports tell running totals only: the total to its end less the one to the end
of the month before.

"Riêng tháng 6 giải ngân bao nhiêu" is told by "lũy kế đến hết tháng 6 giải ngân 90 triệu đồng" and by May's "lũy kế …
70 triệu đồng". Both must be said to be running totals of one thing; where the month's own figure is told, it is that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.asked.own_alone import asks_own_alone
from assistant.asked.restating import enough
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.times.across import alike, comparable, plainness
from assistant.compose.times.rest_of_span import ALIKE, SAME, counts_of, told_difference
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import previous, year_of

_ADDED = re.compile(r"\bthem\b|\b(?:more|additional|newly|added)\b")
_TELLS_ADDED = re.compile(r"\b(?:them|moi|tang|trong (?:thang|quy|ky)|thang nay)\b")
_STOCK = re.compile(r"\b(?:còn|đang|tồn|hiện có|duy trì|có mặt|kết nối)\b[^,;.:]*$", re.IGNORECASE)


def answer_own_of_running(t: Material) -> Draft | None:
    """That difference; None where the question does not ask for a month alone, where the month's own figure is told, or
    the two totals are not there."""
    question = t.question
    months = {p for p in (*question.periods, *question.report_periods) if PART_OF_YEAR.fullmatch(p)}
    if len(months) != 1 or not asks_own_alone(fold(question.clear)):
        return None
    if not question.is_(Kind.FIGURE) or question.is_(Kind.COMPARISON, Kind.CAUSE, Kind.AUDIT) or question.percent:
        return None
    month = months.pop()
    before = previous(month)
    if year_of(before) != year_of(month):
        return None  # the first month of a year is its running total
    every = (*t.indexes, *t.found.beside)
    best: tuple[float, Candidate, Candidate] | None = None
    for whole in (i for i in every if i.report.period == month):
        totals = _totals(question, whole)
        if not totals or _tells_own(question, whole, totals[0]):
            return None
        for part in (i for i in every if i.report.period == before and i.report.place == whole.report.place):
            for a in totals:
                for b in _totals(question, part):
                    assert a.figure is not None and b.figure is not None
                    sure = ALIKE if enough(a) and enough(b) else SAME
                    if not comparable(a.figure, b.figure) or a.figure.value < b.figure.value or alike(a, b) < sure:
                        continue
                    worth = a.score + b.score + 0.5 * alike(a, b) - plainness(question, a) - plainness(question, b)
                    if best is None or worth > best[0]:
                        best = (worth, a, b)
    return told_difference(question, best[1], best[2], t.lexicon) if best is not None else None


def _totals(question: Question, index: ReportIndex) -> list[Candidate]:
    """The running totals of a report in the unit asked for."""
    return [
        c
        for c in counts_of(question, index, running=True)
        if c.figure is not None and (not question.units or unit_fits(question, c.figure.unit)) and not _is_stock(c)
    ]


def _is_stock(candidate: Candidate) -> bool:
    """Whether a figure tells how many there are, or are left, and not how many had come about: nothing is taken off."""
    assert candidate.figure is not None
    text, at = candidate.statement.block.text, candidate.figure.at
    return _STOCK.search(text, max(candidate.statement.start, at - 40), at) is not None


def _tells_own(question: Question, index: ReportIndex, total: Candidate) -> bool:
    """Whether a report tells of the month alone what its running total is of."""
    assert total.figure is not None
    return any(
        c.figure is not None
        and not index.running[c.figure.id]
        and comparable(c.figure, total.figure)
        and alike(c, total) >= ALIKE
        for c in counts_of(question, index, running=False)
    )


def tells_all_for_added(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a draft tells how many there are where it is asked how many one month alone added ("riêng tháng 7 khớp
    thêm được bao nhiêu")."""
    asked = fold(question.clear)
    if not asks_own_alone(asked) or draft.calculation is not None or not _ADDED.search(asked):
        return False
    return not any(_TELLS_ADDED.search(fold(citation.quote)) for citation in draft.citations)

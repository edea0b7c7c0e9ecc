"""By how many percent a count rose or fell, where the report gives it of both times: "442/358 lượt"."""

from __future__ import annotations

from dataclasses import replace

from assistant.asked.percent_change import asks_percent_change
from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.question import Question
from assistant.verify import work_out
from ingest.ledgers import Role

ASKED = DOING | {"ty le", "phan tram", "percentage", "percent"}


def answer_growth(t: Material) -> Draft | None:
    """The change of a count in percent of what it was; None where its sentence gives a change in percent, and where
    the values themselves are shares."""
    question = t.question
    if not asks_percent_change(question):
        return None
    counted = replace(question, percent=False)
    evidence = [
        c for i in t.indexes for c in ask_again(counted, i, ASKED) if enough(c) and _is_of_both_times(question, c)
    ]
    best = max(evidence, key=lambda c: c.score, default=None)
    if best is None or any(f.unit == "%" and f.role is Role.CHANGE for f in best.statement.figures):
        return None
    return _told(question, best)


def _is_of_both_times(question: Question, candidate: Candidate) -> bool:
    """Whether a candidate is a count that stands with its value of an earlier time, the one that the question names."""
    figure = candidate.figure
    before = figure.comparison if figure is not None else None
    if figure is None or before is None or not before.value or not before.period[:1].isdigit():
        return False
    named = [p for p in question.periods if p != candidate.index.report.period]
    return figure.unit != "%" and figure.role in COUNTED and all(p == before.period for p in named)


def _told(question: Question, candidate: Candidate) -> Draft | None:
    figure, language = candidate.figure, question.language
    assert figure is not None and figure.comparison is not None and figure.comparison.value is not None
    now, before = figure.value, figure.comparison.value
    high, low = max(now, before), min(now, before)
    formula = f"({high:f} - {low:f}) / {before:f} * 100"
    value = work_out(formula)
    if value is None:
        return None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    draft.calculation = Calculation(formula, value, "%", (Operand(now, key), Operand(before, key)))
    a, b, c = (number(v, language) for v in (value, high, low))
    way = ("Tăng", "Giảm") if language == "vi" else ("Up", "Down")
    draft.say(f"{way[now < before]} {a}% (= ({b} − {c})/{number(before, language)})", key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft

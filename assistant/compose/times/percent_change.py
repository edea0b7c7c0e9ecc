"""By how many percent a count of a series changed from one report to another, worked out from both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.asked.percent_change import MEASURE
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import unit_tail
from assistant.compose.times.across import pair_of_reports, verb_of
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.verify import work_out
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Role


def of_counts(question: Question) -> Question:
    """The question of the count itself, that changed by some percent."""
    wanted = tuple(w for w in question.wanted if not ({fold(k) for k in w.keys} | {w.words}) & MEASURE)
    units = tuple(u for u in question.units if fold(u) not in MEASURE)
    return replace(question, wanted=wanted or question.wanted, units=units, percent=False)


def answer_percent_change(
    question: Question, found: Found, evidence: Callable[[Question], list[Candidate]], lexicon: Lexicon
) -> Draft | None:
    """The change in percent, with both values; None where the reports give no two counts of one thing."""
    counts = of_counts(question)
    pair = pair_of_reports(counts, found, evidence(counts))
    if pair is None:
        return None
    a, b = pair
    now, before = a.figure, b.figure
    assert now is not None and before is not None
    if now.unit == "%" or now.role is Role.RANK or not before.value:
        return None
    formula = f"({now.value:f} - {before.value:f}) / {before.value:f} * 100"
    value = work_out(formula)
    if value is None:
        return None
    language, draft = question.language, Draft()
    keys = (draft.cite_statement(a.index, a.statement), draft.cite_statement(b.index, b.statement))
    draft.calculation = Calculation(formula, value, "%", (Operand(now.value, keys[0]), Operand(before.value, keys[1])))
    name = unit_tail(now, lexicon, language)
    x, y, share = (number(abs(v), language) for v in (now.value, before.value, value))
    verb = verb_of(value, language).capitalize()
    joined = "so với" if language == "vi" else "against"
    draft.say(f"{verb} {share}%: {x}{name} {joined} {y}{name}", *keys)
    draft.say(quoted(excerpt(a.statement, now.at, 24), language), keys[0])
    draft.say(quoted(excerpt(b.statement, before.at, 24), language), keys[1])
    return draft

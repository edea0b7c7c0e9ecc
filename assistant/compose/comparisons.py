"""Comparisons: this period and the one before, in one sentence of the report or over two reports."""

from __future__ import annotations

from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import amount, number, quoted, unit
from assistant.evidence import Candidate
from assistant.question import Question
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import label
from ingest.ledgers import Figure, Role


def answer_comparison(question: Question, best: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """The figure with what it is compared to; None where the report compares nothing of what was asked."""
    for candidate in best[:8]:
        figure = candidate.figure
        if figure is None or candidate.score < best[0].score - 0.25:
            continue
        if figure.comparison is None and figure.role is not Role.CHANGE:
            continue
        if figure.comparison is not None and not figure.comparison.period[:1].isdigit() and "chỉ tiêu" not in _keys(question):
            continue
        return _one_report(question, candidate, lexicon)
    return _two_reports(question, best, lexicon)


def _keys(question: Question) -> set[str]:
    return {k for w in question.wanted for k in w.keys}


def _one_report(question: Question, candidate: Candidate, lexicon: Lexicon) -> Draft:
    figure = candidate.figure
    assert figure is not None
    language = question.language
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    other = figure.comparison
    lead = amount(figure, language, lexicon)
    name = unit(figure.unit, language, lexicon)
    tail = "" if name == "%" else " "
    if other is not None and other.value is not None and figure.role is not Role.CHANGE:
        change = figure.value - other.value
        draft.calculation = Calculation(
            f"{figure.value} - {other.value}", change, figure.unit, (Operand(figure.value, key), Operand(other.value, key))
        )
        lead = _sentence(figure.value, other.value, change, f"{tail}{name}", language)
    elif other is not None and other.change is not None and figure.role is not Role.CHANGE:
        verb = _verb(other.change, language)
        lead = f"{lead}, {verb} {number(abs(other.change), language)}"
    draft.say(lead, key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft


def _verb(change: Decimal, language: str) -> str:
    if language == "vi":
        return "tăng" if change > 0 else "giảm"
    return "up" if change > 0 else "down"


def _sentence(now: Decimal, before: Decimal, change: Decimal, name: str, language: str) -> str:
    a, b, c = (number(abs(x), "vi" if language == "vi" else "en") for x in (now, before, change))
    if language == "vi":
        if not change:
            return f"{a}{name}, bằng kỳ trước ({b}{name})"
        return f"{a}{name} so với {b}{name}, {_verb(change, 'vi')} {c}{name}"
    if not change:
        return f"{a}{name}, the same as before ({b}{name})"
    return f"{a}{name} against {b}{name}, {_verb(change, 'en')} {c}{name}"


def _two_reports(question: Question, best: list[Candidate], lexicon: Lexicon) -> Draft | None:
    figures = [c for c in best[:40] if c.figure is not None and c.figure.role not in {Role.CHANGE, Role.PREVIOUS}]
    if not figures:
        return None
    first = figures[0]
    assert first.figure is not None
    for other in figures[1:]:
        assert other.figure is not None
        if other.index is first.index or other.score < first.score - 0.2:
            continue
        if not comparable(first.figure, other.figure):
            continue
        newer, older = (first, other) if first.figure.period >= other.figure.period else (other, first)
        if newer.figure is None or older.figure is None or newer.figure.period == older.figure.period:
            continue
        draft = Draft()
        a = draft.cite_statement(newer.index, newer.statement)
        b = draft.cite_statement(older.index, older.statement)
        change = newer.figure.value - older.figure.value
        draft.calculation = Calculation(
            f"{newer.figure.value} - {older.figure.value}",
            change,
            newer.figure.unit,
            (Operand(newer.figure.value, a), Operand(older.figure.value, b)),
        )
        name = unit(newer.figure.unit, question.language, lexicon)
        tail = name if name == "%" else f" {name}"
        draft.say(_sentence(newer.figure.value, older.figure.value, change, tail, question.language), a, b)
        draft.say(quoted(excerpt(newer.statement, newer.figure.at, 24), question.language), a)
        draft.say(quoted(excerpt(older.statement, older.figure.at, 24), question.language), b)
        periods = f"{label(newer.figure.period, question.language)} / {label(older.figure.period, question.language)}"
        draft.notes.append(f"So sánh hai báo cáo: {periods}." if question.language == "vi" else f"Two reports compared: {periods}.")
        return draft
    return None


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may be set against each other: same unit, same level."""
    return fold(a.unit) == fold(b.unit) and fold(a.scope) == fold(b.scope)

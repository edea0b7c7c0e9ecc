"""Kinds of one thing told one after another: "tiếp thường xuyên 120 lượt; tiếp định kỳ 24 lượt".

Who asks for "bao nhiêu lượt" without a kind is not answered by one of them, and the report gives no sum: each is told
under its own name, in running text as in the remark beside a row of a table.
"""

from __future__ import annotations

from decimal import Decimal

from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex
from assistant.measured.measures import ONCE
from assistant.measured.told_kinds import MOVING, QUALIFIERS
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.ledgers import Figure, Role

MOST = 3  # kinds that one answer tells of


def kinds_beside(question: Question, first: Candidate) -> list[Figure]:
    """The figures of other kinds than the first's in its own sentence or cell, where the question names no kind.

    Empty where the first is of no kind that sets it apart, or the sentence has a figure of the same that is of none.
    """
    figure = first.figure
    assert figure is not None
    own = _kind(question, first.index, figure)
    if not own:
        return []
    seen, found = own, []
    for other in first.statement.figures:
        if other.id == figure.id or not _alike(figure, other) or not _in_one_cell(first, figure, other):
            continue
        kind = _kind(question, first.index, other)
        if not kind:
            return []
        if kind.isdisjoint(seen):
            seen |= kind
            found.append(other)
    return found[: MOST - 1]


def answer_kinds_compared(question: Question, first: Candidate, lexicon: Lexicon) -> Draft | None:
    """Each kind with its value of both periods, where a question compares what a sentence compares kind by kind."""
    assert first.figure is not None
    told = [first.figure, *kinds_beside(question, first)]
    if len(told) < 2 or any(f.comparison is None or f.comparison.value is None for f in told):
        return None
    draft, language = Draft(), question.language
    key = draft.cite_statement(first.index, first.statement)
    for figure in sorted(told, key=lambda f: f.at):
        assert figure.comparison is not None and figure.comparison.value is not None
        name = unit(figure.unit, language, lexicon)
        moved = _moved(figure.comparison.value, figure.value, f" {name}" if name else "", language)
        draft.say(f"{name_of_kind(figure) or name}: {moved}", key)
    draft.say(quoted(excerpt(first.statement, first.figure.at), language), key)
    return draft


def _moved(before: Decimal, now: Decimal, name: str, language: Language) -> str:
    """From which value to which: "tăng từ 310 lượt lên 352 lượt"."""
    a, b = f"{number(before, language)}{name}", f"{number(now, language)}{name}"
    if before == now:
        return f"không đổi, {b}" if language == "vi" else f"unchanged, {b}"
    if language == "vi":
        return f"tăng từ {a} lên {b}" if now > before else f"giảm từ {a} xuống {b}"
    return f"{'rose' if now > before else 'fell'} from {a} to {b}"


def name_of_kind(figure: Figure) -> str:
    """The report's words for what a figure counts, its unit apart; "" where they hold a number of their own."""
    name = figure.indicator.removesuffix(f" {figure.unit}").strip(" ,;:")
    return "" if any(ch.isdigit() for ch in name) else name[:1].upper() + name[1:]


def _kind(question: Question, index: ReportIndex, figure: Figure) -> frozenset[str]:
    asked = {k for w in question.wanted for k in w.keys}
    return (index.local_keys[figure.id] & QUALIFIERS) - MOVING - asked


def _alike(a: Figure, b: Figure) -> bool:
    units = {unit_key(a.unit), unit_key(b.unit)}
    return (len(units) == 1 or units <= ONCE) and _role(a) is _role(b) and a.period == b.period


def _role(figure: Figure) -> Role:
    return Role.ACTUAL if figure.role is Role.TOTAL else figure.role


def _in_one_cell(first: Candidate, a: Figure, b: Figure) -> bool:
    """Whether two figures of a row stand in one cell of it: the columns of a row have names of their own."""
    table, row = first.statement.block.table, first.statement.row
    if table is None or row is None:
        return True
    return any(c.start <= min(a.at, b.at) and max(a.at, b.at) < c.end for c in table.row(row))

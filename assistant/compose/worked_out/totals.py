"""The sum of one indicator over the levels or kinds that a question names."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.stated import CLOSE, is_level, scope_of
from assistant.compose.tables.row_names import row_name
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

_SUM = re.compile(r"\W*(?:tong|cong)(?: (?:cong|so|chung|toan|ca|khoi|cac|cap|rieng|theo)\b|\W*$)")


def answer_total(question: Question, best: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """The sum of one indicator over the levels or kinds the question names; None unless each part is one cited
    figure."""
    figures = [c for c in best if c.figure is not None and c.figure.role in COUNTED]
    if not figures:
        return None
    parts = _by_level(question, figures) if len(question.levels) > 1 else _by_kind(figures, lexicon)
    if len(parts) < 2:
        return None
    first = parts[0].figure
    assert first is not None
    draft = Draft()
    operands = []
    for part in parts:
        assert part.figure is not None
        operands.append(Operand(part.figure.value, draft.cite_statement(part.index, part.statement)))
    value = sum((o.value for o in operands), Decimal(0))
    draft.calculation = Calculation(
        " + ".join(str(o.value) for o in operands), value, head_unit(first.unit), tuple(operands)
    )
    name = unit(head_unit(first.unit), question.language, lexicon)
    terms = " + ".join(number(o.value, question.language) for o in operands)
    draft.say(f"{number(value, question.language)} {name} (= {terms})", *(o.key for o in operands))
    for part in parts[:2]:
        assert part.figure is not None
        key = draft.cite_statement(part.index, part.statement)
        draft.say(quoted(excerpt(part.statement, part.figure.at, 24), question.language), key)
    return draft


def _by_level(question: Question, figures: list[Candidate]) -> list[Candidate]:
    """The best figure of each level that the question names, if each has one of the same unit."""
    parts: list[Candidate] = []
    for level in question.levels:
        part = next((c for c in figures if _is_at(level, c)), None)
        if part is None or (parts and _unit_of(part) != _unit_of(parts[0])):
            return []
        parts.append(part)
    return parts


def _is_at(level: str, candidate: Candidate) -> bool:
    """Whether a figure counts at a level; a figure without a scope counts at the level of its report's own unit."""
    scope_name = scope_of(candidate)
    return scope_name.startswith(level) or (
        not scope_name and fold(candidate.index.report.place).startswith(level.removeprefix("cap "))
    )


def _by_kind(figures: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Figures that count the same thing in different scopes of one rank."""
    first = figures[0]
    assert first.figure is not None
    if any(c.statement.block is first.statement.block and _is_sum_row(c) for c in figures[:20]):
        return []  # the table gives the sum itself, and its other rows are counted in it
    parts = [first]
    for other in figures[1:20]:
        assert other.figure is not None
        if other.score < first.score - 2 * CLOSE:
            break
        if (
            _unit_of(other) == _unit_of(first)
            and other.figure.scope
            and first.figure.scope
            and is_level(other.figure) == is_level(first.figure)
            and not any(scope_of(p) == scope_of(other) for p in parts)
            and _alike(first.figure, other.figure, lexicon)
        ):
            parts.append(other)
    return parts


def _is_sum_row(candidate: Candidate) -> bool:
    """Whether a figure stands in a row of sums: "Cộng khối xã", "Tổng cộng"."""
    table, row = candidate.statement.block.table, candidate.statement.row
    return table is not None and row is not None and bool(_SUM.match(fold(row_name(table, row))))


def _unit_of(candidate: Candidate) -> str:
    assert candidate.figure is not None
    return unit_key(candidate.figure.unit)


def _alike(a: Figure, b: Figure, lexicon: Lexicon) -> bool:
    """Whether two figures count the same thing: most of what their indicators say is shared."""
    left = {t.key for t in lexicon.cut(a.indicator)}
    right = {t.key for t in lexicon.cut(b.indicator)}
    return bool(left & right) and len(left & right) / min(len(left), len(right)) >= 0.6

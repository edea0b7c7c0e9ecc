"""What was early or in time where a report counts the two apart: "trước hạn 20 hồ sơ, đúng hạn 15 hồ sơ"."""

from __future__ import annotations

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, compares, enough
from assistant.asked.wanted import EARLY_OR_IN_TIME
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, scope, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

EARLY, IN_TIME = "trước hạn", "đúng hạn"
TRIED = 6  # sentences


def answer_early_and_in_time(t: Material) -> Draft | None:
    """The sum of both, from the sentence that counts what was asked for, each level's where none is named; None where a
    report gives them together, or not each once."""
    question = t.question
    if not question.is_(Kind.FIGURE) or question.percent or compares(question) or t.figures:
        return None
    if not any(EARLY_OR_IN_TIME in w.keys and IN_TIME not in w.keys for w in question.wanted):
        return None
    without = frozenset({fold(EARLY_OR_IN_TIME)})
    again = (c for i in t.indexes for c in ask_again(question, i, without, timeless=False))
    best: dict[int, Candidate] = {}
    for candidate in sorted((c for c in again if c.figure and enough(c)), key=lambda c: -c.score):
        best.setdefault(id(candidate.statement), candidate)
    told: dict[str, tuple[Candidate, tuple[Figure, Figure]]] = {}
    for candidate in list(best.values())[:TRIED]:
        both = _both(candidate)
        if both is not None and all(unit_fits(question, f.unit) for f in both):
            told.setdefault(both[0].scope, (candidate, both))
    draft = Draft()
    for level, (candidate, both) in told.items():
        _add(draft, t, level if len(told) > 1 else "", candidate, both)
    return draft if told else None


def _both(candidate: Candidate) -> tuple[Figure, Figure] | None:
    """The one figure of what was early and the one of what was in time, of one unit and of whom the candidate is."""
    index, own = candidate.index, candidate.figure
    found: dict[str, list[Figure]] = {EARLY: [], IN_TIME: []}
    for figure in candidate.statement.figures:
        said = [state for state in found if state in index.local_keys[figure.id]]
        if len(said) == 1 and figure.unit != "%" and own is not None and figure.scope == own.scope:
            found[said[0]].append(figure)
    early, in_time = found[EARLY], found[IN_TIME]
    if len(early) != 1 or len(in_time) != 1 or unit_key(early[0].unit) != unit_key(in_time[0].unit):
        return None
    return early[0], in_time[0]


def _add(draft: Draft, t: Material, level: str, candidate: Candidate, both: tuple[Figure, Figure]) -> None:
    """Adds the sum, of a level where there are several, behind those that are told."""
    language, before = t.question.language, draft.calculation
    key = draft.cite_statement(candidate.index, candidate.statement)
    named = head_unit(both[0].unit)
    total = both[0].value + both[1].value
    formula, operands = " + ".join(f"{f.value:f}" for f in both), tuple(Operand(f.value, key) for f in both)
    if before is not None:
        formula, operands = f"{before.formula} = {before.value:f}; {formula}", (*before.operands, *operands)
    draft.calculation = Calculation(formula, total, named, operands)
    terms = " + ".join(number(f.value, language) for f in both)
    of = f"{scope(level, language)}: " if level else ""
    said = f"{number(total, language)} {unit(named, language, t.lexicon)}".strip()
    draft.say(f"{of[:1].upper()}{of[1:]}{said} (= {terms})", key)
    draft.say(quoted(excerpt(candidate.statement, both[1].at), language), key)

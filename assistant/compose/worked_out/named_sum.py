"""What several things come to together that a question names each by its own words and a passage counts apart: "nghị
quyết và quyết định tổng cộng bao nhiêu?", "máy trưởng và thuyền viên cộng lại mấy người?".

Each thing must stand at one figure of the passage and no two of them at the same; where that is not sure, or one is a
part of another, nothing is added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.compose.worked_out.passage_figures import At, Term, beside, figures_at, is_whole, says, stands, terms_of
from assistant.compose.worked_out.things_asked import are_all_things, things
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold

LEAST = 0.5  # of what is asked besides the things, in and around the passage
NEAR = 3  # statements before it that say what a passage is about
REACHES = (0, 1, 3, 6)  # statements behind the first in which the others may stand
_ANY = frozenset({"noi", "cho", "co quan", "don vi", "dia phuong", "dau moi", "truong hop", "nguoi", "van ban"})


def answer_named_sum(t: Material) -> Draft | None:
    """The sum of the figures at which the things stand; None where one of them stands at none, or at several."""
    question = t.question
    if question.percent or question.is_(Kind.AUDIT, Kind.YES_NO) or compares(question):
        return None
    names = things(question)
    if len(names) < 2 or len(question.levels) > 1:
        return None
    read = [(index, one) for index in t.indexes if (one := _read(question, index, names)) is not None]
    for reach in REACHES:  # the nearer they are told to each other, the surer
        for index, (first, lasts, terms) in read:
            opening = (s for s in index.statements if s.row is None and not s.ahead and s.figures)
            for statement in opening:
                last = next((w for w in lasts if _is_counted(question, index, statement, reach, w)), lasts[0])
                items = [*first, [last]]
                others = [w for w in terms if not any(w in one for one in items)]
                told = _counted(question, index, statement, reach, items, others)
                if told:
                    return _told(question, told, t.lexicon)
    return None


def _read(
    question: Question, index: ReportIndex, names: Sequence[str]
) -> tuple[list[list[Term]], list[Term], list[Term]] | None:
    """The terms that tell each thing but the last, those that may tell the last, and all; None where one has none."""
    terms = terms_of(question, index, " ".join(names))
    items = [sorted((w for w in terms if says(w, name)), key=_place(name)) for name in names]
    if not are_all_things(question):  # what stands before the first of them tells no thing
        items = [one for i, one in enumerate(items) if i >= len(items) - 2 or any(w.keys for w in one)]
    if len(items) < 2 or not all(items):
        return None
    shared = [w for w in items[0] if all(w in one for one in items)]
    items = [[w for w in one if w not in shared] or one for one in items]
    return [one[-1:] for one in items[:-1]], items[-1], terms  # what is said before its name is said of all


def _place(name: str) -> Callable[[Term], int]:
    return lambda term: name.find(term.words)


def _passage(index: ReportIndex, statement: Statement, reach: int) -> list[Statement]:
    around = index.statements[statement.index : statement.index + reach + 1]
    return [s for s in around if s is statement or (s.figures and beside(s, statement))]


def _is_counted(question: Question, index: ReportIndex, statement: Statement, reach: int, term: Term) -> bool:
    """Whether a term stands at a figure of a passage: the first that does names the last thing."""
    passage = _passage(index, statement, reach)
    return any(stands(term, f.words, index, (f,)) for s in passage for f in figures_at(question, index, s))


def _counted(
    question: Question,
    index: ReportIndex,
    statement: Statement,
    reach: int,
    items: Sequence[Sequence[Term]],
    others: Sequence[Term],
) -> list[At]:
    """The one figure of each thing in a passage that opens with a statement; [] where that is not sure."""
    if not any(all(stands(w, statement.plain, index, ()) for w in one) for one in items):
        return []
    passage = _passage(index, statement, reach)
    figures = [f for s in passage for f in figures_at(question, index, s) if f.figure.unit != "%"]
    chosen: list[At] = []
    for one in items:
        at = [f for f in figures if all(stands(w, f.words, index, (f,)) for w in one)]
        exact = [f for f in at if any(w.words in {fold(f.figure.unit), unit_key(f.figure.unit)} for w in one)]
        at = exact or at
        if len({f.figure.value for f in at}) != 1:
            return []
        chosen.append(at[0])
    told = list({f.figure.id: f for f in chosen}.values())
    if len(told) < 2 or _bracketed(told) or any(is_whole(a, b) for a in told for b in told if a is not b):
        return []
    held = frozenset().union(*(s.own | s.sentence | s.lead | s.before | s.heading for s in passage))
    above = index.statements[max(0, statement.index - NEAR) : statement.index]
    said = " ".join(plain(s.block.text) for s in (*above, *passage))
    total = sum(w.weight for w in others)
    covered = sum(w.weight for w in others if w.keys & held or f" {w.words} " in said)
    return told if covered >= LEAST * total and _of_one_kind(question, told, items) else []


def _bracketed(told: Sequence[At]) -> bool:
    """Whether figures stand in the bracket behind a whole that they do not come to: more are in it than are named."""
    statement = told[0].statement
    if any(f.statement is not statement for f in told):
        return False
    first = min(f.figure.at for f in told)
    before = [f for f in statement.figures if f.at < first and f.unit != "%"]
    if not before or "(" not in statement.block.text[before[-1].at : first]:
        return False
    return before[-1].value != sum(f.figure.value for f in told)


def _of_one_kind(question: Question, told: Sequence[At], items: Sequence[Sequence[Term]]) -> bool:
    """Whether figures count in one unit, each the things by their own names, or what may be anything."""
    units = {unit_key(f.figure.unit) for f in told}
    if len(units) == 1:
        asked = plain(question.clear)
        own = any(f" {word} " in asked for word in (*units, *(fold(f.figure.unit) for f in told)))
        return own or not question.units or any(unit_fits(question, f.figure.unit) for f in told)
    named = {form for one in items for w in one for form in (w.words, *map(fold, w.keys))}
    of_things = all(any(word in fold(f.figure.unit) for word in named) for f in told)
    return of_things or not {fold(u) for u in question.units}.isdisjoint(_ANY)


def _told(question: Question, told: Sequence[At], lexicon: Lexicon) -> Draft:
    language, draft = question.language, Draft()
    keys = [draft.cite_statement(f.index, f.statement) for f in told]
    units = {unit_key(f.figure.unit) for f in told}
    name = head_unit(told[0].figure.unit) if len(units) == 1 else ""
    value = sum((f.figure.value for f in told), Decimal(0))
    operands = tuple(Operand(f.figure.value, key) for f, key in zip(told, keys, strict=True))
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, name, operands)
    terms = " + ".join(number(f.figure.value, language) for f in told)
    shown = unit(name, language, lexicon) if name else ""
    draft.say(f"{number(value, language)} {shown}".strip() + f" (= {terms})", *dict.fromkeys(keys))
    seen: set[int] = set()
    for f, key in zip(told, keys, strict=True):
        if key not in seen:
            seen.add(key)
            draft.say(quoted(excerpt(f.statement, f.figure.at), language), key)
    return draft

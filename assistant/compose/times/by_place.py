"""One figure of several places: that of each place's own report, set against each other where that is asked.

The places are those that a question names; where it names none, and the store holds reports of one kind and time from
several, nobody can know which is meant: each is told with its place. Of which of them has more, it comes first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import product

from assistant.asked.conversation import merge
from assistant.asked.kinds import Kind
from assistant.asked.restating import adds, ask_again, compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.figures.levels import points, unit_tail
from assistant.compose.parts import asked_pair, asked_parts
from assistant.compose.several import named_with
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.sorts import is_unit
from assistant.compose.times.across import alike, comparable, plainness
from assistant.compose.wording import number
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import is_share
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold

_NOT_PLAIN = (Kind.EXTREME, Kind.TOTAL, Kind.LIST, Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.YES_NO, Kind.DIRECTION)
# Which of the places that have reports, by their kind: "xã nào … cao hơn", "which of the two communes".
_WHICH_OF_THEM = re.compile(
    r"\b(?P<vi>xa|phuong|huyen|tinh|thi tran) nao\b|"
    r"\bwhich (?:of the (?:two |three |four )?)?(?P<en>commune|ward|district|province|township)s?\b"
)
_KIND_EN = {"commune": "xa", "ward": "phuong", "district": "huyen", "province": "tinh", "township": "thi tran"}
_LOWER = re.compile(r"\b(?:thap|it|nho|kem) hon\b|\b(?:lower|fewer|less|smaller)\b")
MOST = 4  # places told beside each other
TRIED = 6  # figures of each place that are tried together


def answer_by_place(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The figure of each place, and the difference of two where they are compared; None unless each place named has
    a report, and all of them give the figure alike."""
    kind = _kind_set_apart(question)
    if not (kind or question.is_(Kind.FIGURE, Kind.COMPARISON)) or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.DOCUMENT):
        return None
    held = _of_each(question, found) if question.places else _of_any(question, found, kind)
    if not 1 < len(held) <= MOST or (question.places and len(held) != len(set(question.places))):
        return None
    parts = () if question.places or kind else asked_parts(question, lexicon) or asked_pair(question, lexicon)
    whole = [parts[0], *(merge(parts[0], part) for part in parts[1:])] if parts else []
    told = [_alike_in_all(part, held) for part in whole]
    if told and all(told):
        return _told_in_parts(question, told, lexicon)
    chosen = _alike_in_all(question, held)
    if kind:  # the one that is asked for comes first
        lower = bool(_LOWER.search(fold(question.clear)))
        chosen = tuple(sorted(chosen, key=lambda c: _value(c) if lower else -_value(c)))
    return _told(question, chosen, lexicon) if chosen else None


def _alike_in_all(question: Question, held: list[ReportIndex]) -> tuple[Candidate, ...]:
    """The figure of each report that answers the question, all of one kind; () where one has none."""
    asked = replace(question, places=(), kinds=(Kind.FIGURE,))
    sides = [[c for c in ask_again(asked, index) if _may(question, c)][:TRIED] for index in held]
    together = [chosen for chosen in product(*sides) if all(_comparable(chosen[0], c) for c in chosen[1:])]
    if question.percent and not question.units:  # a rate, where it is told: counts say it only together
        together = [chosen for chosen in together if _unit(chosen[0]) == "%"] or together
    return max(together, key=lambda chosen: _worth(asked, chosen), default=())


def _told_in_parts(question: Question, told: list[tuple[Candidate, ...]], lexicon: Lexicon) -> Draft:
    """Of each place all that is asked, one place after the other."""
    draft = Draft()
    for of_place in zip(*told, strict=True):
        place = of_place[0].index.report.place
        said = []
        for candidate in of_place:
            assert candidate.figure is not None
            said.append(named_with(candidate.figure, question.language, lexicon))
        cited = (draft.cite_statement(c.index, c.statement) for c in of_place)
        draft.say(f"{place[:1].upper()}{place[1:]}: {'; '.join(dict.fromkeys(said))}", *cited)
    return draft


def _kind_set_apart(question: Question) -> str:
    """The kind of place, folded, of which the question asks which has more, or less, than the other; "" where none."""
    which = _WHICH_OF_THEM.search(fold(question.clear)) if compares(question) else None
    return (which["vi"] or _KIND_EN[which["en"]]) if which is not None else ""


def _unit(candidate: Candidate) -> str:
    return candidate.figure.unit if candidate.figure is not None else ""


def _value(candidate: Candidate) -> Decimal:
    assert candidate.figure is not None
    return candidate.figure.value


def _of_each(question: Question, found: Found) -> list[ReportIndex]:
    """The newest report of each place among those asked, in the order in which the question names the places."""
    newest: dict[str, ReportIndex] = {}
    for index in sorted(found.indexes, key=lambda i: i.report.period):
        newest[fold(index.report.place)] = index
    named = [fold(place) for place in question.places]

    def at(place: str) -> int:
        return next((n for n, name in enumerate(named) if place.endswith(name) or name.endswith(place)), len(named))

    return [newest[place] for place in sorted(newest, key=at)]


def _of_any(question: Question, found: Found, kind: str) -> list[ReportIndex]:
    """The reports of the one time asked for, of one kind and a place each, where the question leaves open of which of
    them it speaks; none where something else of it tells."""
    times = {*question.periods, *question.report_periods}
    told = question.followup or (not kind and (question.is_(*_NOT_PLAIN) or compares(question))) or adds(question)
    if len(times) != 1 or told or question.documents or question.quoted:
        return []
    held = [i for i in found.indexes if i.report.period in times and i.report.place]
    if any(_names_unit(question, i) for i in held):
        return []
    one_each = len({fold(i.report.place) for i in held}) == len(held)
    if kind and any(not fold(i.report.place).startswith(f"{kind} ") for i in held):
        return []
    alike = {(fold(i.report.place).partition(" ")[0], i.report.kind) for i in held}
    return sorted(held, key=lambda i: i.report.place) if one_each and len(alike) == 1 else []


def _names_unit(question: Question, index: ReportIndex) -> bool:
    """Whether a question names an office or a place that a table of a report has a row for, with its kind or without:
    "P. Bến Lội" is the row "Phường Bến Lội"."""
    asked = plain(question.clear)
    for block in index.report.tables:
        table = block.table
        assert table is not None
        labels = (row_name(table, row) for row in range(table.header_rows, table.rows))
        for label in filter(is_unit, labels):
            words = plain(label).split()
            if f" {' '.join(words[1:] if len(words) > 2 else words)} " in asked:
                return True
    return False


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or (question.percent and not is_share(figure)):
        return False
    return candidate.coverage >= FIGURE_COVERAGE and not candidate.statement.ahead


def _comparable(a: Candidate, b: Candidate) -> bool:
    assert a.figure is not None and b.figure is not None
    return comparable(a.figure, b.figure) and a.figure.period == b.figure.period


def _worth(question: Question, chosen: tuple[Candidate, ...]) -> float:
    return sum(c.score - plainness(question, c) + 0.5 * alike(chosen[0], c) for c in chosen)


def _told(question: Question, chosen: tuple[Candidate, ...], lexicon: Lexicon) -> Draft:
    draft, operands, language = Draft(), [], question.language
    for candidate in chosen:
        figure = candidate.figure
        assert figure is not None
        key = draft.cite_statement(candidate.index, candidate.statement)
        operands.append(Operand(figure.value, key))
        place = candidate.index.report.place
        said = f"{number(figure.value, language)}{unit_tail(figure, lexicon, language)}"
        draft.say(f"{place[:1].upper()}{place[1:]}: {said}", key)
    first = chosen[0].figure
    assert first is not None
    if len(operands) == 2 and compares(question):
        high, low = sorted(operands, key=lambda o: -o.value)
        gap = high.value - low.value
        unit = points(first.unit, language)
        draft.calculation = Calculation(
            f"{high.value:f} - {low.value:f}", gap, unit or head_unit(first.unit), (high, low)
        )
        tail = f" {unit}" if first.unit == "%" else unit_tail(first, lexicon, language)
        lead = "Chênh lệch" if language == "vi" else "A difference of"
        draft.say(f"{lead} {number(gap, language)}{tail}", high.key, low.key)
    return draft

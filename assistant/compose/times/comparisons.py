"""Comparisons: this period and the one before, in one statement or over two reports; two levels side by side in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.percent_change import asks_percent_change
from assistant.asked.restating import DOING, ask_again, asks_added, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.kinds_beside import answer_kinds_compared
from assistant.compose.figures.levels import VALUES, answer_levels, points, unit_tail
from assistant.compose.sufficiency import TELLING
from assistant.compose.tables.columns import names_row
from assistant.compose.tables.rows import answer_rows, answer_rows_before
from assistant.compose.tables.rows_over_time import answer_rows_over_time, names_rows_of_two_times
from assistant.compose.times.across import (
    TRIED,
    WITHIN,
    add_verdict,
    asked_periods,
    plainness,
    sentence,
    two_reports,
    verb_of,
)
from assistant.compose.times.own_figure import is_of_another_figure
from assistant.compose.times.papers import two_papers
from assistant.compose.times.percent_change import answer_percent_change
from assistant.compose.times.ranks_beside import add_ranks
from assistant.compose.times.spans import answer_spans
from assistant.compose.times.two_dates import answer_between_days
from assistant.compose.wording import number, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.measured.running import PART_OF_YEAR, RUNNING
from assistant.measured.states import asks_undone, says_undone
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains
from ingest.ledgers import Figure, Role

# What is counted has come in, whether the figure says so or not.
_COMES_IN = frozenset({"tiếp nhận", "nhận", "nộp", "gửi", "phát sinh", "get", "got"})
SAYS_NEARLY, SAYS_LACKS = 0.75, 0.2  # of what is asked, by the only change that a report states


def answer_comparison(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What is compared, with direction, both values and the difference; None where nothing comparable is stated."""
    if asks_percent_change(question):
        draft = answer_percent_change(question, found, lambda counts: _evidence(counts, found), lexicon)
        if draft is not None:
            return draft
    draft = answer_between_days(question, found, lexicon) or answer_spans(question, found, lexicon)
    draft = draft or answer_levels(question, found, lexicon)
    if asks_added(question):
        question = replace(question, running=RUNNING)  # what had come together by the one and by the other
    every = [*found.indexes, *found.beside]
    if draft is None and names_rows_of_two_times(question, every):
        return answer_rows_over_time(question, every, lexicon)  # neither row is set against the other
    draft = draft or answer_rows(question, list(found.indexes), lexicon)
    draft = draft or answer_rows_before(question, found.indexes, lexicon)
    if draft is not None:
        return draft
    evidence = _evidence(question, found)
    draft = _one_report(question, found, evidence, lexicon) or two_reports(question, found, evidence, lexicon)
    if draft is not None:
        add_verdict(draft, question)
    draft = draft or two_papers(question, found, lexicon)
    if draft is not None:
        add_ranks(draft, question, every)
    return draft


def _evidence(question: Question, found: Found) -> list[Candidate]:
    """The figures that may be set against each other, the best first."""
    every = (c for index in (*found.indexes, *found.beside) for c in ask_again(question, index) if _may(question, c))
    return sorted(every, key=lambda c: -c.score)


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or candidate.statement.ahead or not enough(candidate):
        return False
    if is_of_another_figure(question, candidate):
        return False
    if asks_undone(question.clear) and not says_undone(candidate.statement.block, figure):
        return False  # neither all there were nor those that are done
    table, row, index = candidate.statement.block.table, candidate.statement.row, candidate.index
    of_series = PART_OF_YEAR.fullmatch(index.report.period) is not None
    if table is not None and row is not None and (of_series or question.is_(Kind.WHO)):
        own = frozenset(k for k in index.scope_keys[figure.id] if " " in k)  # "sở" is what all of them are
        if not names_row(question, table, row, own, index.report.place):
            return False  # which of them it is, one row of another name does not say
    if question.percent:
        return figure.unit == "%"
    return (
        unit_fits(question, figure.unit)
        or not question.units
        or question.language == "en"  # a translated unit is less sure
        or all(fold(u) in {"so voi", "diem", "phan tram"} for u in question.units)
    )


def _one_report(question: Question, found: Found, evidence: list[Candidate], lexicon: Lexicon) -> Draft | None:
    own = [c for c in evidence if any(c.index is i for i in found.indexes)]
    own = sorted(own, key=lambda c: plainness(question, c) - c.score)
    if not own:
        return None
    asked = asked_periods(question)
    top = own[0].score - plainness(question, own[0])
    own = [
        c
        for c in own
        if c.figure is not None and c.figure.comparison is not None and c.figure.comparison.period[:1].isdigit()
    ]
    least = max(top - 2 * WITHIN, own[0].score - plainness(question, own[0]) - WITHIN) if own else 0.0
    for candidate in own[: 3 * TRIED]:
        figure = candidate.figure
        if figure is None or candidate.score - plainness(question, candidate) < least:
            break
        if figure.role in {Role.PREVIOUS, Role.TARGET}:
            continue
        other = figure.comparison
        if other is None or not other.period[:1].isdigit() or (other.value is None and other.change is None):
            continue
        if not _periods_fit(asked, figure.period, other.period) or of_longer_time(question, figure.period):
            continue
        return answer_kinds_compared(question, candidate, lexicon) or _stated(question, candidate, lexicon)
    only = _only_change(question, own, asked)
    return _stated(question, only, lexicon) if only is not None else None


def _only_change(question: Question, told: list[Candidate], asked: tuple[str, ...]) -> Candidate | None:
    """The one change since the one period asked about that a report states in the unit asked for, where it says nearly
    all of what is asked: a figure that says more words of it, and no change, is no answer. None where there are two."""
    changes = [
        c
        for c in told
        if c.figure is not None
        and c.figure.role is Role.CHANGE
        and c.figure.comparison is not None
        and c.figure.comparison.period in asked
        and question.units
        and unit_fits(question, c.figure.unit)
    ]
    if len(changes) != 1 or changes[0].coverage < SAYS_NEARLY or changes[0].lacks >= SAYS_LACKS:
        return None
    index, figure = changes[0].index, changes[0].figure
    assert figure is not None
    here = index.figure_keys[figure.id] | index.local_keys[figure.id] | _COMES_IN
    units = {fold(u) for u in question.units}
    telling = (w for w in question.wanted if w.weight >= TELLING and not {fold(k) for k in w.keys} & (units | DOING))
    return changes[0] if all(here & set(w.keys) for w in telling) else None


def _periods_fit(asked: tuple[str, ...], now: str, before: str) -> bool:
    """Whether a comparison of these two periods is the one asked for."""

    def covers(a: str, b: str) -> bool:
        return a == b or contains(a, b) or contains(b, a)

    if not asked:
        return True
    if len(asked) == 1:
        return covers(asked[0], before) or covers(asked[0], now)
    return any(covers(a, before) for a in asked) and any(covers(a, now) for a in asked)


def is_other_change(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is by how much something changed between other years than the two that are asked about."""
    figure = candidate.figure
    if figure is None or figure.role is not Role.CHANGE or figure.comparison is None or len(question.periods) != 2:
        return False
    return not _periods_fit(question.periods, figure.period, figure.comparison.period)


def of_longer_time(question: Question, now: str) -> bool:
    """Whether a figure is of a longer time than the month or quarter that is asked for, and no running total is."""
    parts = [p for p in question.periods if PART_OF_YEAR.fullmatch(p)]
    return bool(parts) and question.running != RUNNING and all(p != now and contains(now, p) for p in parts)


def compares_longer(question: Question, statement: Statement) -> bool:
    """Whether all changes that a statement tells are of a longer time than the one asked for."""
    told = [f for f in statement.figures if f.comparison is not None]
    return bool(told) and all(of_longer_time(question, f.period) for f in told)


def _base(candidate: Candidate) -> Figure | None:
    """The figure that a stated change is of, in the same statement, block or note: "386 lượt…, tăng 45 lượt"."""
    change = candidate.figure
    assert change is not None and change.comparison is not None
    for at in candidate.index.by_block[candidate.statement.block.id]:
        for figure in candidate.index.statements[at].figures:
            other = figure.comparison
            if (
                (
                    figure.role in VALUES
                    and other is not None
                    and other.change == change.comparison.change
                    and other.period == change.comparison.period
                )
                and unit_key(figure.unit) == unit_key(change.unit)
                and figure.at < change.at
            ):
                return figure
    return None


def _holder(index: ReportIndex, figure: Figure) -> Statement:
    return next(s for at in index.by_block[figure.locator.block] if figure in (s := index.statements[at]).figures)


def _stated(question: Question, candidate: Candidate, lexicon: Lexicon) -> Draft:
    """A comparison that the report makes itself."""
    language, index = question.language, candidate.index
    figure = candidate.figure
    assert figure is not None and figure.comparison is not None
    if figure.role is Role.CHANGE:
        base = _base(candidate)
        if base is None:
            return _change_alone(question, candidate, lexicon)
        figure = base
    other = figure.comparison
    assert other is not None
    draft = Draft()
    key = draft.cite_statement(index, _holder(index, figure))
    here = [f for at in index.by_block[figure.locator.block] for f in index.statements[at].figures]
    change_said = next(
        (
            f
            for f in here
            if f.role is Role.CHANGE
            and f.comparison
            and other.change is not None
            and f.at > figure.at
            and abs(f.value) == abs(other.change)
            and unit_key(f.unit) == unit_key(figure.unit)
        ),
        None,
    )
    earlier = next(
        (
            f
            for f in here
            if f.role is Role.PREVIOUS
            and f.comparison
            and f.comparison.value == figure.value
            and unit_key(f.unit) == unit_key(figure.unit)
        ),
        None,
    )
    before = other.value if other.value is not None else earlier.value if earlier is not None else None
    keys = [key]
    for more in (change_said, earlier):
        if more is not None:
            keys.append(draft.cite_statement(index, _holder(index, more)))
    name = unit_tail(figure, lexicon, language)
    if before is not None:
        change = figure.value - before
        key_before = keys[-1] if earlier is not None else key
        draft.calculation = Calculation(
            f"{figure.value:f} - {before:f}",
            change,
            points(figure.unit, language),
            (Operand(figure.value, key), Operand(before, key_before)),
        )
        draft.say(sentence(change, name, figure.value, before, language, rank=figure.role is Role.RANK), *keys)
        if other.change is not None and other.change != change:
            stated = number(abs(other.change), language)
            draft.say(
                f"Báo cáo ghi {verb_of(other.change, 'vi')} {stated}"
                if language == "vi"
                else f"The report states {stated}",
                *keys,
            )
    else:
        assert other.change is not None
        moved, value = number(abs(other.change), language), number(figure.value, language)
        moved += "%" if _in_percent(here, figure, other.change) else name
        verb = verb_of(other.change, language)
        shown = f"{figure.text}" if figure.role is Role.RANK else f"{value}{name}"
        draft.say(
            f"{verb[:1].upper()}{verb[1:]} {moved}"
            + (
                f", còn {shown}"
                if other.change < 0 and language == "vi"
                else f", đạt {shown}"
                if language == "vi"
                else f", to {shown}"
            ),
            *keys,
        )
    for at in dict.fromkeys(_holder(index, f).index for f in (figure, change_said) if f is not None):
        held = index.statements[at]
        draft.say(
            quoted(excerpt(held, figure.at if figure in held.figures else None), language),
            draft.cite_statement(index, held),
        )
    return draft


def _in_percent(here: Sequence[Figure], figure: Figure, change: Decimal) -> bool:
    """Whether the change of a count is told as a share alone: "3.136 vụ, tăng 18,4%"."""
    said = [f for f in here if f.role is Role.CHANGE and f.at > figure.at and abs(f.value) == abs(change)]
    return figure.unit != "%" and bool(said) and all(f.unit == "%" for f in said)


def _change_alone(question: Question, candidate: Candidate, lexicon: Lexicon) -> Draft:
    """A change of which the report gives no values: "tăng 2.541 hồ sơ, tương ứng 13,16%"."""
    language, figure = question.language, candidate.figure
    assert figure is not None and figure.comparison is not None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    change = figure.comparison.change or figure.value
    verb = verb_of(change, language)
    beside = next(
        (
            f
            for f in candidate.statement.figures
            if f.unit == "%" != figure.unit and f.role is Role.CHANGE and _right_behind(candidate.statement, figure, f)
        ),
        None,
    )
    share = f" ({number(abs(beside.value), language)}%)" if beside is not None else ""
    draft.say(
        f"{verb[:1].upper()}{verb[1:]} {number(abs(change), language)}{unit_tail(figure, lexicon, language)}{share}",
        key,
    )
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft


def _right_behind(statement: Statement, first: Figure, second: Figure) -> bool:
    """Whether a figure says the other again in other terms: "tăng 2.541 hồ sơ, tương ứng 13,16%"."""
    gap = statement.block.text[first.at + len(first.text) : second.at] if second.at > first.at else "."
    return len(gap.split()) <= 6 and "." not in gap and ";" not in gap and "/" not in gap

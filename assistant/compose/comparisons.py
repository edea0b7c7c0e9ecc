"""Comparisons: this period and the one before, in one statement or over two reports; two levels side by side in one."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.levels import VALUES, answer_levels, points, unit_tail
from assistant.compose.tables import answer_rows
from assistant.compose.wording import number, quoted
from assistant.evidence import QUALIFIERS, Candidate, unit_fits
from assistant.question import Question
from assistant.restating import ask_again, enough
from assistant.running import PART_OF_YEAR
from assistant.shelf import Found
from assistant.statements import ReportIndex, Statement
from assistant.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, label, periods, previous, year_of
from ingest.ledgers import Figure, Role

WITHIN = 0.3  # a score this far below the best is another subject
TRIED = 14
_BASE = re.compile(r"(?:so voi|hon|than|from|against|with|to)\W+(?:\w+\W+){0,4}$")
_MOVING = frozenset({"tăng", "giảm", "so với", "tiếp nhận", "giải quyết", "chuyển sang"})


def answer_comparison(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What is compared, with direction, both values and the difference; None where nothing comparable is stated."""
    draft = answer_levels(question, found, lexicon) or answer_rows(question, list(found.indexes), lexicon)
    if draft is not None:
        return draft
    evidence = [c for index in (*found.indexes, *found.beside) for c in ask_again(question, index) if _may(question, c)]
    evidence.sort(key=lambda c: -c.score)
    return _one_report(question, found, evidence, lexicon) or _two_reports(question, found, evidence, lexicon)


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or candidate.statement.ahead or not enough(candidate):
        return False
    if question.percent:
        return figure.unit == "%"
    return (
        unit_fits(question, figure.unit)
        or not question.units
        or all(fold(u) in {"so voi", "diem", "phan tram"} for u in question.units)
    )


def _plainness(question: Question, candidate: Candidate) -> float:
    """What counts against a figure for being more special than what was asked, or a cell rather than a sentence."""
    assert candidate.figure is not None
    asked = {k for w in question.wanted for k in w.keys}
    special = (candidate.index.local_keys[candidate.figure.id] & QUALIFIERS) - asked - _MOVING
    named = candidate.index.scope_keys[candidate.figure.id] - asked
    if candidate.figure.role is Role.SHARE and not question.percent:
        return 0.4  # a count was asked for; an index such as SIPAS is no share
    return 0.15 * min(len(special), 2) + (0.1 if candidate.statement.row is not None else 0.0) + (0.1 if named else 0.0)


def asked_periods(question: Question) -> tuple[str, ...]:
    """The periods to compare; "giữa năm 2023 và 2024" names both ends."""
    named: list[str] = []
    for period in (*question.periods, *question.report_periods):
        years = re.fullmatch(r"(\d{4})-(\d{4})", period)
        named += [years[1], years[2]] if years and int(years[2]) == int(years[1]) + 1 else [period]
    return tuple(dict.fromkeys(named))


def _one_report(question: Question, found: Found, evidence: list[Candidate], lexicon: Lexicon) -> Draft | None:
    own = [c for c in evidence if any(c.index is i for i in found.indexes)]
    own = sorted(own, key=lambda c: _plainness(question, c) - c.score)
    if not own:
        return None
    asked = asked_periods(question)
    top = own[0].score - _plainness(question, own[0])
    own = [
        c
        for c in own
        if c.figure is not None and c.figure.comparison is not None and c.figure.comparison.period[:1].isdigit()
    ]
    least = max(top - 2 * WITHIN, own[0].score - _plainness(question, own[0]) - WITHIN) if own else 0.0
    for candidate in own[: 3 * TRIED]:
        figure = candidate.figure
        if figure is None or candidate.score - _plainness(question, candidate) < least:
            break
        if figure.role in {Role.PREVIOUS, Role.TARGET}:
            continue
        other = figure.comparison
        if other is None or not other.period[:1].isdigit() or (other.value is None and other.change is None):
            continue
        if not _periods_fit(asked, figure.period, other.period):
            continue
        return _stated(question, candidate, lexicon)
    return None


def _periods_fit(asked: tuple[str, ...], now: str, before: str) -> bool:
    """Whether a comparison of these two periods is the one asked for."""

    def covers(a: str, b: str) -> bool:
        return a == b or contains(a, b) or contains(b, a)

    if not asked:
        return True
    if len(asked) == 1:
        return covers(asked[0], before) or covers(asked[0], now)
    return any(covers(a, before) for a in asked) and any(covers(a, now) for a in asked)


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
        draft.say(_sentence(change, name, figure.value, before, language, rank=figure.role is Role.RANK), *keys)
        if other.change is not None and other.change != change:
            stated = number(abs(other.change), language)
            draft.say(
                f"Báo cáo ghi {_verb(other.change, 'vi')} {stated}"
                if language == "vi"
                else f"The report states {stated}",
                *keys,
            )
    else:
        assert other.change is not None
        moved, value = number(abs(other.change), language), number(figure.value, language)
        verb = _verb(other.change, language)
        shown = f"{figure.text}" if figure.role is Role.RANK else f"{value}{name}"
        draft.say(
            f"{verb[:1].upper()}{verb[1:]} {moved}{name}"
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


def _change_alone(question: Question, candidate: Candidate, lexicon: Lexicon) -> Draft:
    """A change of which the report gives no values: "tăng 2.541 hồ sơ, tương ứng 13,16%"."""
    language, figure = question.language, candidate.figure
    assert figure is not None and figure.comparison is not None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    change = figure.comparison.change or figure.value
    verb = _verb(change, language)
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


def _verb(change: Decimal, language: Language) -> str:
    if language == "vi":
        return "tăng" if change > 0 else "giảm"
    return "rose by" if change > 0 else "fell by"


def _sentence(
    change: Decimal, name: str, now: Decimal, before: Decimal, language: Language, *, rank: bool = False
) -> str:
    """Direction first, then both values. A rank goes up as its number goes down."""
    a, b, c = (number(abs(x), language) for x in (now, before, change))
    of_change = f" {points('%', language)}" if name == "%" else name
    if not change:
        return f"Không thay đổi: {a}{name} ở cả hai kỳ" if language == "vi" else f"Unchanged: {a}{name} in both periods"
    verb = _verb(-change if rank else change, language)
    joined = f"{a}{name} so với {b}{name}" if language == "vi" else f"{a}{name} against {b}{name}"
    return f"{verb[:1].upper()}{verb[1:]} {c}{of_change}: {joined}"


def _two_reports(question: Question, found: Found, evidence: list[Candidate], lexicon: Lexicon) -> Draft | None:
    indexes = [*found.indexes, *found.beside]
    chosen = _chosen_periods(question, indexes)
    if chosen is None:
        return None
    newer, older = chosen
    sides = [_of_report(evidence, newer), _of_report(evidence, older)]
    best: tuple[float, Candidate, Candidate] | None = None
    for a in sides[0][:TRIED]:
        for b in sides[1][:TRIED]:
            if a.figure is None or b.figure is None or not comparable(a.figure, b.figure):
                continue
            if (a.figure.id in a.index.running) != (b.figure.id in b.index.running):
                continue  # a month is never set against a running total
            score = a.score + b.score + 0.5 * alike(a, b) - _plainness(question, a) - _plainness(question, b)
            if best is None or score > best[0]:
                best = (score, a, b)
    if best is None:
        return None
    _, a, b = best
    first, second = a.figure, b.figure
    assert first is not None and second is not None
    if a.score < sides[0][0].score - WITHIN or b.score < sides[1][0].score - WITHIN:
        return None
    language = question.language
    draft = Draft()
    key, key_before = draft.cite_statement(a.index, a.statement), draft.cite_statement(b.index, b.statement)
    change = first.value - second.value
    draft.calculation = Calculation(
        f"{first.value:f} - {second.value:f}",
        change,
        points(first.unit, language),
        (Operand(first.value, key), Operand(second.value, key_before)),
    )
    draft.say(
        _sentence(change, unit_tail(first, lexicon, language), first.value, second.value, language), key, key_before
    )
    draft.say(quoted(excerpt(a.statement, first.at, 24), language), key)
    draft.say(quoted(excerpt(b.statement, second.at, 24), language), key_before)
    named = f"{label(newer.report.period, language)} / {label(older.report.period, language)}"
    draft.notes.append(f"So sánh hai báo cáo: {named}." if language == "vi" else f"Two reports compared: {named}.")
    return draft


def _chosen_periods(question: Question, indexes: list[ReportIndex]) -> tuple[ReportIndex, ReportIndex] | None:
    """The newer and the older report that the question sets against each other; None unless both are of one place."""
    held = {i.report.period: i for i in reversed(indexes) if i.report.period}
    asked = asked_periods(question)
    if len(asked) >= 2:
        named = sorted({p for p in held for a in asked if p == a})
        pair = (named[-1], named[0]) if len(named) >= 2 else None
    elif len(asked) == 1 and _is_base(question, asked[0]):
        later = sorted(
            p
            for p in held
            if previous(p) == asked[0] or (p > asked[0] and year_of(p) == str(int(year_of(asked[0]) or 0) + 1))
        )
        pair = (later[0], asked[0]) if later and asked[0] in held else None
    else:
        newest = asked[0] if asked else max((p for p in held if any(i.report.period == p for i in indexes)), default="")
        pair = (newest, previous(newest)) if newest in held and previous(newest) in held else None
    if pair is None:
        return None
    newer, older = held[pair[0]], held[pair[1]]
    return (newer, older) if fold(newer.report.place) == fold(older.report.place) else None


def _is_base(question: Question, period: str) -> bool:
    """Whether the period named is the one that is compared with: "so với năm 2023"."""
    folded = fold(question.clear)
    spans = [s for s in periods(question.clear) if s.period == period]
    return any(_BASE.search(folded[: s.start]) for s in spans)


def _of_report(evidence: list[Candidate], index: ReportIndex) -> list[Candidate]:
    """The candidates of a report that are values of its own period, or run up to its end."""
    own = []
    for c in evidence:
        if c.index is not index or c.figure is None or c.figure.role not in VALUES:
            continue
        period = c.figure.period
        if contains(index.report.period, period) or (
            PART_OF_YEAR.fullmatch(index.report.period) and contains(period, index.report.period)
        ):
            own.append(c)
    return own


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may be set against each other: same unit, same level."""
    return (
        unit_key(a.unit) == unit_key(b.unit)
        and fold(a.scope) == fold(b.scope)
        and (a.role is Role.RANK) == (b.role is Role.RANK)
    )


def alike(a: Candidate, b: Candidate) -> float:
    """How much two figures say the same, by what stands right beside them and by their indicators."""
    assert a.figure is not None and b.figure is not None

    def shared(left: frozenset[str], right: frozenset[str]) -> float:
        words = [{k for k in side if not k[:1].isdigit()} for side in (left, right)]
        both = len(words[0] & words[1])
        return (both / (len(words[0] | words[1]) or 1) + both / (min(map(len, words)) or 1)) / 2

    local = shared(a.index.local_keys[a.figure.id], b.index.local_keys[b.figure.id])
    said = shared(a.index.figure_keys[a.figure.id], b.index.figure_keys[b.figure.id])
    return max(local, said) + (0.1 if (a.statement.row is None) == (b.statement.row is None) else 0.0)

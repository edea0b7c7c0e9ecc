"""One figure in two reports set against each other: of two periods of a series, or in two papers of unlike kinds.

Papers of unlike kinds may count otherwise: there the difference is told only of figures of one unit and level, and both
values stand with what dates them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import product

from assistant.asked.kinds import Kind
from assistant.asked.outdone import puts_first
from assistant.asked.year_before import asks_year_before
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import VALUES, points, unit_tail
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import PART_OF_YEAR
from assistant.measured.states import says_undone
from assistant.measured.told_kinds import QUALIFIERS, own_words
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, label, periods, previous, same_period_last_year, year_of
from ingest.ledgers import Figure, Role

WITHIN = 0.3  # a score this far below the best is another subject
TRIED = 14
OF_UNIT = 0.2  # for two figures of the things that the question speaks of
_BASE = re.compile(r"(?:so voi|hon|than|from|against|with|to)\W+(?:\w+\W+){0,4}$")
_STATES = frozenset({"giải quyết", "hoàn thành", "trả kết quả"})  # of "đã giải quyết 59/64 đơn" the 59 are not all
_MOVING = frozenset({"tăng", "giảm", "so với", "tiếp nhận", "giải quyết", "chuyển sang"})


def plainness(question: Question, candidate: Candidate) -> float:
    """What counts against a figure for being more special than what was asked, or a cell rather than a sentence."""
    assert candidate.figure is not None
    asked = {k for w in question.wanted for k in w.keys}
    special = (own_words(candidate.figure, candidate.index) & QUALIFIERS) - asked - _MOVING
    named = candidate.index.scope_keys[candidate.figure.id] - asked
    if candidate.figure.role is Role.SHARE and not question.percent:
        return 0.4  # a count was asked for; an index such as SIPAS is no share
    told = candidate.index.local_keys[candidate.figure.id] & _STATES
    done = bool(told) and told.isdisjoint(asked)
    paired = candidate.figure.role is Role.PART and "/" in candidate.figure.text
    return (
        (0.4 if done and paired else 0.15 if done else 0.0)
        + 0.15 * min(len(special), 2)
        + (0.1 if candidate.statement.row is not None else 0.0)
        + (0.1 if named else 0.0)
    )


def asked_periods(question: Question) -> tuple[str, ...]:
    """The periods to compare; "giữa năm 2023 và 2024" names both ends."""
    named: list[str] = []
    for period in (*question.periods, *question.report_periods):
        years = re.fullmatch(r"(\d{4})-(\d{4})", period)
        named += [years[1], years[2]] if years and int(years[2]) == int(years[1]) + 1 else [period]
    return tuple(dict.fromkeys(named))


def verb_of(change: Decimal, language: Language) -> str:
    """ "tăng" or "giảm", by the sign of a change."""
    if language == "vi":
        return "tăng" if change > 0 else "giảm"
    return "rose by" if change > 0 else "fell by"


# What is asked to have become more, or less; what "improved" may be either.
_MORE = re.compile(
    r"\b(?:tang|(?:cao|nhieu|lon) hon|vuot)\b|"
    r"\b(?:exceed(?:ed|s)?|rise|risen|rose|increased?|grow|grown|grew|climb(?:ed)?|higher|more|"
    r"(?:go|gone|going|went|moved?|edged?) up)\b"
)
_LESS = re.compile(
    r"\b(?:giam|(?:thap|it|nho) hon)\b|"
    r"\b(?:fall|fallen|fell|drop(?:ped)?|declined?|decreased?|shr[aiu]nk|lower|fewer|less|"
    r"(?:go|gone|going|went|moved?|edged?) (?:up or )?down)\b"
)
_TOLD = re.compile(
    r"(?P<more>rose by|tang|cao hon|higher by)\b|(?P<less>fell by|giam|thap hon|lower by)\b|"
    r"(?:unchanged|khong thay doi)\b"
)


_WHETHER = re.compile(r"^\W*(?:lieu|co phai|phai chang)\b|\bis it true\b|\bwhether\b")


def add_verdict(draft: Draft, question: Question) -> None:
    """Says yes or no before a change, where the question asks whether the thing became more, or whether less."""
    asked = fold(question.clear)
    more = bool(_MORE.search(asked))
    told = _TOLD.match(fold(draft.claims[0].text)) if draft.claims else None
    doubts = question.is_(Kind.YES_NO) or _WHETHER.search(asked) is not None
    if told is None or not doubts or more == bool(_LESS.search(asked)):
        return
    yes = told["more" if more else "less"] is not None
    word = ("Có" if yes else "Không") if question.language == "vi" else ("Yes" if yes else "No")
    draft.claims[0] = replace(draft.claims[0], text=f"{word}. {draft.claims[0].text}")


def stands_to(change: Decimal, language: Language) -> str:
    """ "cao hơn" or "thấp hơn": what is set against a later value did not rise from it."""
    if language == "vi":
        return "cao hơn" if change > 0 else "thấp hơn"
    return "higher by" if change > 0 else "lower by"


def sentence(
    change: Decimal, name: str, now: Decimal, before: Decimal, language: Language,
    *, rank: bool = False, verb: Callable[[Decimal, Language], str] = verb_of,
) -> str:  # fmt: skip
    """Direction first, then both values. A rank goes up as its number goes down."""
    a, b, c = (number(abs(x), language) for x in (now, before, change))
    of_change = f" {points('%', language)}" if name == "%" else name
    if not change:
        return f"Không thay đổi: {a}{name} ở cả hai kỳ" if language == "vi" else f"Unchanged: {a}{name} in both periods"
    said = verb(-change if rank else change, language)
    joined = f"{a}{name} so với {b}{name}" if language == "vi" else f"{a}{name} against {b}{name}"
    if rank:
        joined = f"hạng {a} so với hạng {b}" if language == "vi" else f"rank {a} against rank {b}"
    return f"{said[:1].upper()}{said[1:]} {c}{of_change}: {joined}"


def two_reports(question: Question, found: Found, evidence: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """The figure in the two reports of a series that the question names or means; None where they give none alike."""
    pair = pair_of_reports(question, found, evidence)
    if pair is None:
        return None
    a, b = pair
    if puts_first(question, b.index.report.period):
        return set_against(question, b, a, lexicon, verb=stands_to)
    return set_against(question, a, b, lexicon)


def pair_of_reports(question: Question, found: Found, evidence: list[Candidate]) -> tuple[Candidate, Candidate] | None:
    """The figure of the newer and that of the older of the two reports, in like words; None where there are none."""
    indexes = [*found.indexes, *found.beside]
    chosen = chosen_periods(question, indexes)
    if chosen is None:
        return None
    newer, older = chosen
    sides = [_of_report(evidence, newer), _of_report(evidence, older)]
    best: tuple[float, Candidate, Candidate] | None = None
    counted = {fold(k) for w in question.wanted for k in w.keys}
    for a in sides[0][:TRIED]:
        for b in sides[1][:TRIED]:
            if a.figure is None or b.figure is None or not comparable(a.figure, b.figure):
                continue
            if a.index.running[a.figure.id] != b.index.running[b.figure.id] and not (_is_left(a) and _is_left(b)):
                continue  # a month is never set against a running total
            score = a.score + b.score + 0.5 * alike(a, b) - plainness(question, a) - plainness(question, b)
            score += OF_UNIT if fold(a.figure.unit) in counted else 0.0
            if best is None or score > best[0]:
                best = (score, a, b)
    if best is None:
        return None
    _, a, b = best
    if a.score < sides[0][0].score - WITHIN or b.score < sides[1][0].score - WITHIN:
        return None
    return a, b


def _is_left(candidate: Candidate) -> bool:
    """Whether a figure counts what is left to be done on the day of the report: it adds up nothing."""
    return candidate.figure is not None and says_undone(candidate.statement.block, candidate.figure)


def set_against(
    question: Question, a: Candidate, b: Candidate, lexicon: Lexicon,
    *, verb: Callable[[Decimal, Language], str] = verb_of,
) -> Draft:  # fmt: skip
    """The first figure, as a rule the newer, less the other; both told and cited."""
    language, first, second = question.language, a.figure, b.figure
    assert first is not None and second is not None
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
        sentence(
            change, unit_tail(first, lexicon, language), first.value, second.value, language,
            rank=first.role is Role.RANK, verb=verb,
        ), key, key_before
    )  # fmt: skip
    draft.say(quoted(excerpt(a.statement, first.at, 24), language), key)
    draft.say(quoted(excerpt(b.statement, second.at, 24), language), key_before)
    named = f"{label(a.index.report.period, language)} / {label(b.index.report.period, language)}"
    draft.notes.append(f"So sánh hai báo cáo: {named}." if language == "vi" else f"Two reports compared: {named}.")
    return draft


def chosen_periods(question: Question, indexes: list[ReportIndex]) -> tuple[ReportIndex, ReportIndex] | None:
    """The newer and the older report that the question sets against each other; None unless both are of one
    place and kind."""
    held = {i.report.period for i in indexes if i.report.period}
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
        before = same_period_last_year(newest) if asks_year_before(question) else previous(newest)
        pair = (newest, before) if newest in held and before in held else None
    if pair is None:
        return None
    of_each = ([i for i in indexes if i.report.period == period] for period in pair)
    return next(((newer, older) for newer, older in product(*of_each) if _of_a_series(newer, older)), None)


def _of_a_series(a: ReportIndex, b: ReportIndex) -> bool:
    """Whether two reports are of one place and kind."""
    return fold(a.report.place) == fold(b.report.place) and a.report.kind == b.report.kind


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
        words = [{k for k in side if not k[:1].isdigit() and k != "tổng"} for side in (left, right)]
        both = len(words[0] & words[1])
        return (both / (len(words[0] | words[1]) or 1) + both / (min(map(len, words)) or 1)) / 2

    local = shared(a.index.local_keys[a.figure.id], b.index.local_keys[b.figure.id])
    apart = fold(a.figure.scope) != fold(b.figure.scope)  # the field that one of the papers files it under says nothing
    scopes = (a.index.scope_keys[a.figure.id], b.index.scope_keys[b.figure.id]) if apart else (frozenset(), frozenset())
    said = shared(a.index.figure_keys[a.figure.id] - scopes[0], b.index.figure_keys[b.figure.id] - scopes[1])
    return max(local, said) + (0.1 if (a.statement.row is None) == (b.statement.row is None) else 0.0)

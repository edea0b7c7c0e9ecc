"""One figure over a series of reports: the highest month, the sum and mean of the year, how many months passed a mark.

Each report gives one figure of its own period. Copies of a report count once, a running total is never added up, months
without a report are named, and unlike units or levels are refused rather than added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.asked.restating import ask_again, asks_reports, enough
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.tables.columns import names_row
from assistant.compose.times.aims import (
    LEAST,
    NAMED,
    Aim,
    aim_of,
    asks_highest,
    mark_of,
    months_of,
    names_parts,
    over_months,
    parts_asked,
)
from assistant.compose.times.by_place import answer_by_place
from assistant.compose.times.leader_counts import add_counts_of_leader, led_and_rest
from assistant.compose.times.named_months import Member, name_each
from assistant.compose.times.own_figure import is_of_another_figure
from assistant.compose.times.shapes import akin, plainly, shape_of
from assistant.compose.wording import number, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import OWN, PART_OF_YEAR, RUNNING
from assistant.question import Question
from assistant.verify import work_out
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, label, previous
from ingest.ledgers import Role

_RANK = re.compile(r"\b(?:thu hang|xep hang|hang (?:may|bao nhieu|thu may)|rank(?:ed|ing)?)\b")


@dataclass(frozen=True, slots=True)
class SeriesTold:
    """An answer over a series, or why there is none."""

    draft: Draft | None
    refused: str = ""


def answer_series(question: Question, found: Found, lexicon: Lexicon) -> SeriesTold | None:
    """What one figure was over many reports; None where the question or the store makes no series."""
    by_place = answer_by_place(question, found, lexicon) if len(question.places) != 1 else None
    if by_place is not None:
        return SeriesTold(by_place)
    aim = aim_of(question) if not asks_reports(question) else None
    part = question.periods[0] if len(question.periods) == 1 and PART_OF_YEAR.fullmatch(question.periods[0]) else ""
    if aim is None or (part and not over_months(question, part)):
        return None
    rest: tuple[Question, ...] = ()
    if aim in {Aim.HIGHEST, Aim.LOWEST}:
        question, rest = led_and_rest(question, lexicon)
    question = replace(
        question, running=OWN if aim is Aim.MEAN else question.running or OWN
    )  # of each month, not of the year up to it
    reports = [i for i in (*found.indexes, *found.beside) if PART_OF_YEAR.fullmatch(i.report.period)]
    if part:
        question = replace(question, periods=months_of(part))
    reports = [i for i in reports if in_question(question, i.report.period)]
    years = {i.report.period[:4] for i in reports}
    whole = any(i.report.period in years for i in (*found.indexes, *found.beside))
    named = len(names_parts(question)) >= NAMED or aim is Aim.EACH
    if len({i.report.period for i in reports}) < (NAMED if named else LEAST) or (aim is Aim.SUM and whole):
        return None  # too few, or a report of the whole year says it
    vietnamese = question.language == "vi"
    places = sorted({i.report.place for i in reports})
    if len({fold(p) for p in places}) > 1:
        shown = ", ".join(places[:4])
        return SeriesTold(
            None,
            f"Kho có báo cáo của nhiều nơi ({shown}…); hãy nêu rõ nơi cần hỏi."
            if vietnamese
            else f"The store holds reports of several places ({shown}…); name the one you mean.",
        )
    once, copies = one_a_period(reports)
    if len({len(i.report.period) for i in once}) > 1:
        return SeriesTold(
            None,
            "Các báo cáo thuộc kỳ khác nhau (tháng, quý), không gộp được."
            if vietnamese
            else "The reports are of unlike periods (months, quarters) and are not put together.",
        )
    members, without = members_alike(question, once)
    if len(members) < (1 if aim is Aim.EACH and names_parts(question) else NAMED):
        return None
    if without and (aim is Aim.COUNT or any(p in without for p in names_parts(question))):
        shown = ", ".join(label(p, question.language) for p in without)
        return SeriesTold(
            None,
            f"Không đọc được số liệu này trong báo cáo của: {shown}."
            if vietnamese
            else f"This figure was not found in the report of: {shown}.",
        )
    unlike = _unlike(members, vietnamese)
    if unlike:
        return SeriesTold(None, unlike)
    if aim in {Aim.SUM, Aim.MEAN}:
        barred = _not_added(question, aim, members, lexicon)
        if barred is not None:
            return barred
    draft = _told(question, aim, members, lexicon)
    if draft is None:
        return None
    add_counts_of_leader(draft, rest, members, lowest=aim is Aim.LOWEST, language=question.language, lexicon=lexicon)
    if aim is Aim.LOWEST and asks_highest(question):  # "tháng nào nhiều nhất, tháng nào ít nhất": each in its turn
        highest = _told(question, Aim.HIGHEST, members, lexicon)
        if highest is not None:
            highest.join(draft)
            draft = highest
    _note(draft, members, without, copies, question.language)
    return SeriesTold(draft)


def _not_added(question: Question, aim: Aim, members: list[Member], lexicon: Lexicon) -> SeriesTold | None:
    """Why figures are not added up: they are running totals, of which the newest is the sum, or some are, or a month
    that is asked for gives none; None where they may be added."""
    vietnamese, running = question.language == "vi", sum(m.index.running[m.figure.id] for m in members)
    asked = parts_asked(question, quarters="Q" in members[0].index.report.period)
    if running == len(members) and aim is Aim.SUM:
        return SeriesTold(_latest(question, members[-1], lexicon))
    if running == len(members):
        return SeriesTold(
            None,
            "Số liệu là lũy kế, không tính bình quân theo tháng được."
            if vietnamese
            else "The figures are running totals; no monthly mean can be made of them.",
        )
    if running:
        return SeriesTold(
            None,
            "Số liệu của các báo cáo thuộc kỳ dài ngắn khác nhau (trong kỳ, lũy kế), không gộp được."
            if vietnamese
            else "Some reports give the figure of the period alone, others a running total: they are not put together.",
        )
    named = [p for p in names_parts(question) if all(p != m.index.report.period for m in members)]
    if named:
        shown = ", ".join(label(p, question.language) for p in named)
        return SeriesTold(
            None,
            f"Không có số liệu của {shown} nên không gộp được các kỳ đã hỏi."
            if vietnamese
            else f"There is no figure of {shown}, so that the periods asked for cannot be put together.",
        )
    if asked > len(members):
        return SeriesTold(
            None,
            f"Câu hỏi cần số liệu của {asked} kỳ, kho chỉ có của {len(members)} kỳ."
            if vietnamese
            else f"The question asks of {asked} periods; the store holds the figure of {len(members)}.",
        )
    return None


def in_question(question: Question, period: str) -> bool:
    """Whether a report of a period is among those that the question asks of."""
    asked = (*question.periods, *question.report_periods)
    # "tháng 5, 6 và 7 năm 2025" asks for its months, not for the year they are of.
    asked = tuple(p for p in asked if not any(p != q and contains(p, q) for q in asked))
    return not asked or any(p == period or contains(p, period) for p in asked)


def one_a_period(reports: Sequence[ReportIndex]) -> tuple[list[ReportIndex], int]:
    """One report a period, in order of time, and how many copies were left out."""
    held: dict[str, ReportIndex] = {}
    for index in reports:
        held.setdefault(index.report.period, index)
    return [held[p] for p in sorted(held)], len(reports) - len(held)


def members_alike(question: Question, reports: list[ReportIndex]) -> tuple[list[Member], list[str]]:
    """The figure of each report that is alike over the most reports, and the periods of those that give none."""
    offered: list[tuple[ReportIndex, list[Candidate]]] = []
    others: dict[str, list[Candidate]] = {}  # by report: those that are not among the best
    for index in reports:
        fitting = [c for c in ask_again(question, index) if _may(question, c)]
        fitting.sort(key=lambda c: -plainly(question, c))
        others[index.report.id] = fitting
        offered.append((index, _of_kind(question, [c for c in fitting if c.score >= fitting[0].score - 0.25])[:8]))
    votes: Counter[tuple[str, str, str]] = Counter()
    for _, candidates in offered:
        seen: set[tuple[str, str, str]] = set()
        for at, candidate in enumerate(candidates):
            shape = shape_of(candidate)
            if shape not in seen:
                seen.add(shape)
                votes[shape] += 10 - at
    if not votes:
        return [], []
    shape = votes.most_common(1)[0][0]
    members, without = [], []
    for index, candidates in offered:
        chosen = next((c for c in candidates if shape_of(c) == shape), None)
        chosen = chosen or next((c for c in others[index.report.id] if shape_of(c) == shape), None)
        chosen = chosen or next((c for c in candidates if akin(shape_of(c), shape)), None)
        if chosen is None or chosen.figure is None:
            without.append(index.report.period)
        else:
            members.append(Member(index, chosen, chosen.figure))
    return members, without


def _of_kind(question: Question, fitting: list[Candidate]) -> list[Candidate]:
    """The figures of the kind that is asked for, of the period alone or running totals; all where there are none."""
    if not question.running:
        return fitting
    wants = question.running == RUNNING
    return [c for c in fitting if c.figure and c.index.running[c.figure.id] == wants] or fitting


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or not enough(candidate) or candidate.statement.ahead:
        return False
    if figure.role in {Role.CHANGE, Role.PREVIOUS, Role.TARGET} or (figure.unit == "%") != question.percent:
        return False
    if is_of_another_figure(question, candidate):
        return False
    if (figure.role is Role.RANK) != (_RANK.search(fold(question.clear)) is not None):
        return False
    table, row, index = candidate.statement.block.table, candidate.statement.row, candidate.index
    own_keys, place = index.scope_keys[figure.id], index.report.place
    if table is not None and row is not None and not names_row(question, table, row, own_keys, place):
        return False  # "A. CẤP TỈNH" of a table by levels is not the whole
    own = candidate.index.report.period
    return figure.period == own or contains(own, figure.period) or contains(figure.period, own)


def _unlike(members: list[Member], vietnamese: bool) -> str:
    units = sorted({m.figure.unit for m in members})
    scopes = sorted({m.figure.scope for m in members})
    if len({unit_key(u) for u in units}) > 1:
        shown = ", ".join(u or "–" for u in units)
        return (
            f"Đơn vị tính khác nhau giữa các báo cáo ({shown}), không so sánh hay cộng được."
            if vietnamese
            else f"The reports use unlike units ({shown}); they are not compared or added."
        )
    if len({fold(s) for s in scopes}) > 1:
        shown = ", ".join(s or "–" for s in scopes)
        return (
            f"Phạm vi khác nhau giữa các báo cáo ({shown}), không so sánh hay cộng được."
            if vietnamese
            else f"The figures are of unlike scopes ({shown}); they are not compared or added."
        )
    return ""


def _told(question: Question, aim: Aim, members: list[Member], lexicon: Lexicon) -> Draft | None:
    language = question.language
    draft = Draft()
    name = unit(head_unit(members[0].figure.unit), language, lexicon)
    tail = name if name == "%" else f" {name}" if name else ""
    if aim in {Aim.SUM, Aim.MEAN}:
        if members[0].figure.unit == "%":
            return None
        operands = tuple(Operand(m.figure.value, draft.cite_statement(m.index, m.candidate.statement)) for m in members)
        formula = " + ".join(f"{o.value:f}" for o in operands)
        formula = f"({formula}) / {len(operands)}" if aim is Aim.MEAN else formula
        value = work_out(formula)
        if value is None:
            return None
        draft.calculation = Calculation(formula, value, head_unit(members[0].figure.unit), operands)
        lead = {
            Aim.SUM: ("Tổng", "In total"),
            Aim.MEAN: (f"Bình quân mỗi {_span(members, 'vi')}", f"On average per {_span(members, 'en')}"),
        }
        terms = f" (= {' + '.join(number(o.value, language) for o in operands)})" if aim is Aim.SUM else ""
        said = f"{lead[aim][0 if language == 'vi' else 1]}: {number(value, language)}{tail}{terms}"
        draft.say(said, *(o.key for o in operands))
        return draft
    if aim is Aim.COUNT:
        return _counted(question, draft, members, tail)
    if aim is Aim.EACH:
        name_each(draft, members, tail, language)
        return draft
    best = (min if aim is Aim.LOWEST else max)(m.figure.value for m in members)
    name_each(draft, [m for m in members if m.figure.value == best], tail, language)
    return draft


def _span(members: list[Member], language: Language) -> str:
    """What one report covers: a month or a quarter."""
    quarter = "Q" in members[0].index.report.period
    if language == "vi":
        return "quý" if quarter else "tháng"
    return "quarter" if quarter else "month"


def _counted(question: Question, draft: Draft, members: list[Member], tail: str) -> Draft | None:
    mark = mark_of(question)
    if mark is None:
        return None
    passing = [m for m in members if mark.passed(m.figure.value)]
    language = question.language
    operands = tuple(
        Operand(m.figure.value, draft.cite_statement(m.index, m.candidate.statement)) for m in (passing or members)
    )
    count = Decimal(len(passing))
    formula = " + ".join(["1"] * len(passing)) or "0"
    draft.calculation = Calculation(formula, count, "báo cáo", operands)
    span = _span(members, language)
    draft.say(f"{count} {span}" if language == "vi" or count == 1 else f"{count} {span}s", *(o.key for o in operands))
    name_each(draft, passing, tail, language)
    return draft


def _latest(question: Question, member: Member, lexicon: Lexicon) -> Draft:
    draft = Draft()
    name = unit(member.figure.unit, question.language, lexicon)
    name_each(draft, [member], f" {name}" if name else "", question.language)
    draft.notes.append(
        "Số liệu là lũy kế nên lấy báo cáo mới nhất, không cộng các kỳ."
        if question.language == "vi"
        else "The figures are running totals: the newest is given, they are not added up."
    )
    return draft


def _note(draft: Draft, members: list[Member], without: list[str], copies: int, language: Language) -> None:
    vietnamese = language == "vi"
    draft.notes.append(
        f"Từ {len(members)} báo cáo, mỗi kỳ một số liệu."
        if vietnamese
        else f"From {len(members)} reports, one figure each."
    )
    held = {m.index.report.period for m in members} | set(without)
    missing = []
    at, first = max(held), min(held)
    while at > first:
        at = previous(at)
        if at not in held and at > first:
            missing.append(at)
    if missing:
        shown = ", ".join(label(p, language) for p in reversed(missing))
        draft.notes.append(
            f"Kho thiếu báo cáo của: {shown}." if vietnamese else f"No report in the store for: {shown}."
        )
    if without:
        shown = ", ".join(label(p, language) for p in without)
        draft.notes.append(
            f"Báo cáo không nêu số liệu này: {shown}." if vietnamese else f"The figure is not given for: {shown}."
        )
    if copies:
        draft.notes.append(
            f"{copies} bản trùng kỳ không được tính thêm."
            if vietnamese
            else f"{copies} further copies of a period were not counted again."
        )

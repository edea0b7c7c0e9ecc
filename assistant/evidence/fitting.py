"""Whether a figure may answer a question, and how squarely it is the one asked for: by its unit, role, level, period
and by what stands right beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.asked_figure import DOUBTFUL, OF_SOME_UNIT, Asked
from assistant.evidence.leaders import is_of_leader
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.measured.bases import tells_other_share
from assistant.measured.everywhere import OF_EVERYWHERE, is_of_everywhere
from assistant.measured.granted import is_most
from assistant.measured.measures import (
    counts_act,
    is_counter,
    is_done_by,
    names_counted,
)
from assistant.measured.money import SPENT, is_planned
from assistant.measured.part_named import OF_PART, is_of_part
from assistant.measured.rate_names import OPENS_NAME, opens_name
from assistant.measured.running import AGAINST, RUNNING, of_one_span, suits
from assistant.measured.same_time import same_time
from assistant.measured.same_verb import SAME_VERB, tells_verb
from assistant.measured.some_units import of_level_before, of_some_units
from assistant.measured.states import (
    is_denied,
    is_of_another_quality,
    is_set_over_undone,
    says_opposite,
    state_at,
)
from assistant.measured.times_told import as_issued, is_summed_up, of_another_span, to_date
from assistant.measured.told_kinds import MOVING, QUALIFIERS, counts_another, rate_of_another, told_of_a_name
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import DAY, contains
from ingest.ledgers import Figure, Role

COUNTED = frozenset({Role.ACTUAL, Role.PART, Role.TOTAL})  # figures that may be added up, subtracted or compared
_SPAN = re.compile(r"\d{4}-(?:\d{1,2}M|H[12]|Q[1-4])")  # several months of a year
ENGLISH_PERSONS = frozenset(
    {"users", "readers", "visitors", "viewers", "followers", "customers", "attendees", "participants", "members"}
)
OF_ANOTHER = -0.1  # of a noun of its own where another is named: accounts for those who sent the reports are no reports
OF_A_KIND = -0.15  # of one kind of the things counted, by the words behind their noun, where no kind is asked for
OF_A_PART = -0.1  # of one month in its own report, where a longer time is asked for: that has a report as well
DENIED = 0.3  # of those of whom it does not hold, where they are asked for
_EXAMPLE = "í dụ:"
_CLASSES = frozenset({"xuất sắc", "tốt", "khá", "trung bình", "yếu"})
_OF_CLASS = guarded(
    r"^\W*(?:tu \d[\d.,]* (?:diem )?den (?:duoi )?\d[\d.,]*|(?:duoi|tren|tu) \d[\d.,]*) "
    r"(?:diem )?(?:tro len )?xep loai\b"
)
_TELLS_SCORES = frozenset({"", "%", "diem"})  # units, as keys, in which a score is told
SCALE_REACH = 24  # characters before a figure, in which its scale is said
_SCALE = re.compile(r"\b(?:thang(?: điểm)?|trên tổng số) $", re.IGNORECASE)
AHEAD = frozenset({"chỉ tiêu", "phương hướng", "phấn đấu", "dự kiến", "giải pháp"})


def _is_base(asked: Asked, figure: Figure, statement: Statement) -> bool:
    """Whether what is asked for is what a percentage is taken of: "93,4% dân số" does not say how large the
    population is."""
    after = plain(statement.block.text[figure.at + len(figure.text) :][:40])
    return after.lstrip().startswith(asked.bases)


@lru_cache(maxsize=4_096)
def _folded(name: str) -> str:
    """A unit or scope without marks: a few names that stand at many figures."""
    return fold(name)


def is_share(figure: Figure) -> bool:
    """Whether a figure is a percentage, or a part set over its whole; points of a score are neither."""
    return figure.unit == "%" or ("/" in figure.text and unit_key(figure.unit) != "diem")


def _by_words(asked: Asked, figure: Figure, statement: Statement, index: ReportIndex) -> float | None:
    """What its words count for a figure of another unit than the one an English question names."""
    units = asked.question.units
    if is_done_by(figure.unit, units):  # "how many teams": what a team received counts no teams
        return None
    if not (index.local_keys[figure.id] | index.scope_keys[figure.id]).isdisjoint(units):
        return 0.0 if is_counter(figure.unit) else OF_ANOTHER
    if is_counter(figure.unit) and not (statement.own | statement.lead).isdisjoint(units):
        return OF_ANOTHER  # "86 lượt" in a note on receptions
    if asked.money or any(index.frequency(k) for k in units) or not ENGLISH_PERSONS.isdisjoint(units):
        return None  # whoever reads, uses or attends is not counted by what is read
    return DOUBTFUL


def fits(asked: Asked, figure: Figure, statement: Statement, index: ReportIndex) -> float | None:
    """How well a figure's unit, role, level and period suit a question; None where it cannot be the answer."""
    question = asked.question
    of_unit = asked.by_unit[figure.unit]
    if of_unit == DOUBTFUL:
        of_unit = _by_words(asked, figure, statement, index)
    if of_unit is None:
        at = figure.at + len(figure.text)
        behind = statement.block.text[at : at + 60]
        of_unit = OF_SOME_UNIT if names_counted(question.units, figure.unit, behind) else None
    if of_unit is None and counts_act(question.units, figure.unit, statement.own):
        of_unit = OF_SOME_UNIT  # "hồ sơ trễ hạn …, còn 12 trường hợp chưa …": of the dossiers
    if of_unit is None:
        return None
    text = statement.block.text
    if figure.unit == "%" and tells_other_share(asked.shared_over, asked.folded, figure.at, figure.text, text):
        return None
    bonus = 0.0
    said = figure.text.partition("/")[0]  # of "61/59 người" the whole is what is asked of
    if not asked.words.isdisjoint((figure.text, said, said.lstrip("0"))) and not (asked.doubts or asked.compares):
        return None  # a number that the question itself names is no answer to it
    if figure.unit == "%" and not question.percent and _is_base(asked, figure, statement):
        return None
    if statement.row is None and asked.keys.isdisjoint(_CLASSES) and _OF_CLASS.search(statement.plain):
        return None  # "từ 50 đến dưới 65 điểm xếp loại trung bình" says what a class is, not what was reached
    if not asked.extreme and is_of_leader(asked.folded, figure, statement):
        return None
    if not asked.example and statement.block.text.find(_EXAMPLE, 0, figure.at) >= 0:
        return None  # what a unit of an example reached, nobody did
    if asked.scored and unit_key(figure.unit) not in _TELLS_SCORES:
        return None  # what a criterion of an index counts ("05 lớp bồi dưỡng") is no score
    if (asked.scored or asked.of_scores) and _SCALE.search(
        statement.block.text, max(0, figure.at - SCALE_REACH), figure.at
    ):
        return None  # "theo thang điểm 100" says what a score is told in, not what was reached
    if statement.row is not None and not asked.most and _is_granted(figure, statement, index):
        return None  # the most that a criterion grants is not what was reached
    if asked.aimed and figure.role is not Role.TARGET and "chỉ tiêu" not in index.local_keys[figure.id]:
        return None  # what was reached is not what was aimed at
    if (figure.role is Role.TARGET or statement.ahead) and _wants_result(asked, index):
        return None  # what was aimed at is not what was reached
    if SPENT in asked.keys and is_planned(figure, statement.own | index.figure_keys[figure.id]):
        return None  # what there is to be spent is not what was
    if asked.opposed and says_opposite(asked.keys, index.local_keys[figure.id]):
        return None
    if (
        asked.qualities
        and statement.row is None
        and is_of_another_quality(asked.qualities, figure, statement.block.text)
    ):
        return None
    if asked.state and state_at(statement.block.text, figure.at, figure.indicator) not in {"", asked.state}:
        return None
    if asked.undone and is_set_over_undone(figure, statement.figures, statement.block):
        return None
    if question.denied and is_denied(statement.block, figure):
        bonus += DENIED
    if (asked.verb or asked.done) and tells_verb(asked.verb, asked.done, figure, statement):
        bonus += SAME_VERB
    if question.percent and figure.unit == "%" and opens_name(asked.bases, figure.indicator, statement):
        bonus += OPENS_NAME
    counts_on = index.running[figure.id]
    if question.running == RUNNING and not counts_on and is_summed_up(figure, statement, index):
        return None  # what a month came to is no running total where that is told beside it
    of_span = counts_on and bool(question.running) and of_one_span(figure, statement.block)
    if of_span and (figure.period in question.periods or (asked.in_quarter and "-Q" in figure.period)):
        counts_on = False  # "trong quý" in the report of a month: of the very quarter that is asked for
    running = suits(question.running, figure, counts_on, index.report.period, asked.new_year)
    if running is None or (asked.alone and counts_on and index.report.period in question.periods):
        return None  # what has come about to date is not what one month "alone" brought
    bonus += running
    if question.running == RUNNING and running > 0 and of_span:
        bonus += AGAINST
    bonus += of_unit
    kind = index.kinds[figure.id]
    if kind and asked.said.isdisjoint(kind):
        bonus += OF_A_KIND
    if (
        _part_of_a_kind(asked, figure, index)
        or counts_another(asked.said, figure, text)
        or told_of_a_name(asked.said, figure, text)
        or (question.percent and rate_of_another(question.head, figure, statement.figures))
    ):
        bonus += 2 * OF_A_KIND
    scope = _folded(figure.scope)
    if not scope and statement.row is not None:
        bonus += of_some_units(statement, asked.folded)
    if is_of_part(statement, asked.said):
        if asked.whole:
            return None
        bonus += OF_PART
    if question.scope:
        if question.scope in scope:
            bonus += 0.15
        elif scope.startswith("cap ") or of_level_before(question.scope, statement):
            return None
        elif statement.row is None and not scope and any(question.scope in _folded(f.scope) for f in statement.figures):
            return None  # "57.000 hồ sơ (cấp xã 36.000 hồ sơ), đã giải quyết 55.000 hồ sơ": of all levels
    if figure.scope and not question.levels:
        bonus -= 0.03 if scope.startswith(("cap ", "tong ")) else 0.0
    if not (scope or question.levels) and is_of_everywhere(figure, text):
        bonus += OF_EVERYWHERE
    if asked.whole and scope:
        bonus -= 0.15
    if question.previous and figure.role is Role.PREVIOUS:
        bonus += 0.3
    if (figure.role is Role.PREVIOUS or figure.role is Role.TARGET) and not (question.previous or question.periods):
        bonus -= 0.15
    if statement.ahead and not asked.directs and AHEAD.isdisjoint(asked.keys):
        bonus -= 0.35
    if figure.role is Role.CHANGE and not asked.compares:
        bonus -= 0.15
    if figure.role is Role.RANK and "xếp hạng" not in asked.keys:
        bonus -= 0.15
    if question.periods and not asked.compares and not _carried_over(question, figure, index):
        if not any(
            same_time(p, figure.period)
            or (not asked.alone and to_date(p, figure.period, index))
            or (asked.as_of and as_issued(p, figure, index))
            or (p in (named := index.table_periods.get(statement.block.id, ())) and figure.period not in named)
            for p in question.periods
        ):
            return None
        if asked.same_span and of_another_span(figure, index):
            return None
        if figure.period in question.periods:
            bonus += 0.05
        elif index.report.period not in question.periods and any(contains(p, figure.period) for p in question.periods):
            if all(_SPAN.fullmatch(p) for p in question.periods) and not DAY.fullmatch(figure.period):
                return None  # what six months came to is not what nine did
            bonus += OF_A_PART
    return bonus


def _is_granted(figure: Figure, statement: Statement, index: ReportIndex) -> bool:
    """Whether a figure of a row stands in the column of the most that is granted; looked up once."""
    known = index.granted.get(figure.id)
    if known is None:
        table = statement.block.table
        cell = table.holding(figure.at) if table is not None else None
        known = table is not None and cell is not None and is_most(table.columns[cell.column])
        index.granted[figure.id] = known
    return known


def _part_of_a_kind(asked: Asked, figure: Figure, index: ReportIndex) -> bool:
    """Whether a figure is a part of its whole ("số hóa hồ sơ khi tiếp nhận: 826/877 hồ sơ") by a kind not asked for."""
    if figure.role is not Role.PART or "/" not in figure.text or asked.question.percent:
        return False
    return not (index.local_keys[figure.id] & QUALIFIERS) <= asked.keys | MOVING


def _wants_result(asked: Asked, index: ReportIndex) -> bool:
    """Whether a question of a time wants what was reached: it says so, or the time is no later than the report's."""
    periods = asked.question.periods
    if not periods or asked.directs or asked.compares or asked.doubts:
        return False
    return asked.result or (asked.outcome and any(same_time(p, index.report.period) for p in periods))


def _carried_over(question: Question, figure: Figure, index: ReportIndex) -> bool:
    """Whether a figure is what a year hands to the next: in the report of the year asked it stands for that year."""
    return "chuyển sang" in index.figure_keys[figure.id] and index.report.period in question.periods

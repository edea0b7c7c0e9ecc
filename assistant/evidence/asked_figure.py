"""A question as the fitting of figures reads it: what is asked of a unit, state, time and kind, worked out once for all
figures of a report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.asked.kinds import Kind
from assistant.evidence.figurewords import OnDemand
from assistant.measured.bases import bases_of
from assistant.measured.granted import asks_most, asks_out_of
from assistant.measured.measures import asks_number_of, holds_unit, is_unit
from assistant.measured.money import MONEY_WORDS, is_money
from assistant.measured.reached import asks_result
from assistant.measured.running import since_new_year
from assistant.measured.same_verb import done_asked, verb_asked
from assistant.measured.states import OPPOSITE, asks_undone, qualities_of, state_of
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded

SCORES = frozenset({"điểm"})  # what a score is told in; a count of something else in a text on scores is none
DOUBTFUL = -0.25  # of another unit than the one named in English, which the glossary may not know
BY_NAME = 0.1  # where the question says the whole name of that unit
OF_UNIT, OF_SOME_UNIT = 0.15, 0.1  # of the unit asked for; of one that shares a word with it
_SAME_SPAN = guarded(r"\bcung ky\b(?! \w+ truoc)|\bsame period (?:of|in|last)\b")
_OF_EXAMPLE = guarded(r"\bvi du\b|\bexamples?\b|\b(?:so|xa|huyen|don vi|phong|department|commune|unit) [a-d]\b")
_SCORE_ASKED = re.compile(
    r"\b(?:what|which)\b[^?;]{0,60}\bscored\b|\bscore\b|\bdiem so\b[^?;]{0,60}\b(?:bao nhieu|may)\b"
)
_COUNTS = guarded(r"\bhow many\b")
_WHOLE = guarded(
    r"\b(?:toan|ca) (?:xa|phuong|quan|huyen|thi xa|thanh pho|tinh|dia ban)\b|\b(?:district|province|commune)-?wide\b|"
    r"\b(?:whole|entire) (?:district|province|commune)\b"
)
_ALONE = guarded(
    r"\b(?:rieng|chi tinh|chi)(?: rieng)?(?: trong)? (?:thang|quy)\b|\bkhong (?:tinh |ke )?(?:luy ke|cong don)\b|"
    r"\b(?:month|quarter|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: 20\d\d)? (?:alone|only|itself)\b"
)
_IN_QUARTER = re.compile(r"\btrong quy\b|\b(?:in|during|over) the quarter\b")
_AS_OF = guarded(r"\b(?:(?:den|tinh den) (?:het |cuoi )?|cuoi |het )(?:thang|quy)\b|\b(?:as of|by|at) the end of\b")
_AIM = re.compile(
    r"\b(?:muc|chi) tieu\b(?![^?.;]*\b(?:vuot|so voi|kem|thieu|hut|dat bao|dat may)\b)[^?.;]{0,70}\bla bao nhieu\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as `fits` reads it, worked out once for all figures of a report.

    `by_unit` holds what being of a unit counts for a figure: there are few, and most figures are no answer by theirs.
    `extreme` says that it asks who leads, `of_scores` that it counts points. `keys` are the concepts it names,
    `words` its own folded words, `said` the single words of both, `bases` what of it may follow a percentage;
    `whole` says that it is of the whole unit, `state` whether of what is done or what is pending; `new_year` that
    it is to be counted from the start of the year; `alone`, that what is of a longer time is no answer; `as_of`,
    that how things stand at the end of a month is wanted; `scored`, that a score is, and no rank; `in_quarter`,
    that it is of "the quarter", whichever that is; `example`, that it asks of one that the report gives; `most`,
    that it asks for the most that is granted; `same_span`, the same part of an earlier year ("cùng kỳ năm 2025");
    `shared_over` what a share is to be taken of.
    """

    question: Question
    folded: str
    extreme: bool
    of_scores: bool
    by_unit: OnDemand[str, float | None]
    keys: frozenset[str]
    words: frozenset[str]
    said: frozenset[str]
    bases: tuple[str, ...]
    money: bool
    compares: bool
    doubts: bool
    directs: bool
    whole: bool
    alone: bool
    state: str
    undone: bool
    opposed: bool
    qualities: Mapping[str, frozenset[str]]
    aimed: bool
    new_year: bool
    as_of: bool
    same_span: bool
    result: bool
    outcome: bool
    verb: str
    done: frozenset[str]
    scored: bool
    example: bool
    most: bool
    shared_over: frozenset[str]
    in_quarter: bool


def asked_of(question: Question) -> Asked:
    """A question, ready for `fits`."""
    folded = fold(question.clear)
    keys = frozenset(k for w in question.wanted for k in w.keys)
    bases = [f"{form} " for w in question.wanted if w.words for form in (w.words, *map(fold, w.keys))]
    shared_over = bases_of(folded, question.wanted)
    of_money = not keys.isdisjoint(MONEY_WORDS) and not shared_over
    money = any(map(is_money, question.units)) or (not question.percent and not question.units and of_money)
    counts = bool(_COUNTS.search(folded)) or (question.followup and asks_number_of(question.clear))
    return Asked(
        question,
        folded,
        question.is_(Kind.EXTREME),
        not SCORES.isdisjoint(question.units),
        OnDemand(lambda unit: _by_unit(question, unit, money=money, counts=counts)),
        keys,
        frozenset(w.words for w in question.wanted),
        frozenset(word for w in question.wanted for form in (w.words, *map(fold, w.keys)) for word in form.split()),
        tuple(bases),
        money,
        question.is_(Kind.COMPARISON),
        question.is_(Kind.AUDIT, Kind.YES_NO),
        question.is_(Kind.DIRECTION),
        bool(_WHOLE.search(folded)),
        bool(_ALONE.search(folded)),
        state_of(question.clear),
        asks_undone(question.clear),
        not keys.isdisjoint(OPPOSITE),
        qualities_of(keys),
        bool(_AIM.search(folded)),
        since_new_year(question.clear),
        bool(_AS_OF.search(folded)),
        bool(_SAME_SPAN.search(folded)),
        asks_result(question.clear, over=False),
        asks_result(question.clear, over=True),
        verb_asked(question),
        done_asked(question),
        not question.units and "xếp hạng" not in keys and bool(_SCORE_ASKED.search(folded)),
        bool(_OF_EXAMPLE.search(folded)),
        asks_most(folded) or asks_out_of(folded),
        shared_over,
        not question.periods and bool(_IN_QUARTER.search(folded)),
    )


def unit_fits(question: Question, unit: str) -> bool:
    """Whether a figure's unit is the one asked for, or none was asked."""
    return not question.units or is_unit(question.units, unit)


def _by_unit(question: Question, unit: str, *, money: bool, counts: bool) -> float | None:
    """What its unit counts for a figure: None where nothing of that unit is the answer, DOUBTFUL where its words must
    tell. `money`: an amount of it is wanted; `counts`: a number of things, and no share."""
    share, compares = unit == "%", question.is_(Kind.COMPARISON)
    if (money and not is_money(unit)) or (counts and share and not question.percent and not compares):
        return None
    if counts and not money and is_money(unit):
        return None  # "how many" asks for no sum of money
    if question.percent and not compares:
        return 0.2 if share else -0.45
    if not question.units or not unit:
        return -0.02 if question.units else 0.0
    if unit_fits(question, unit):
        whole = OF_UNIT if holds_unit(question.units, unit) else OF_SOME_UNIT
        return whole + (BY_NAME if _asks_by_name(fold(question.clear), fold(unit)) else 0.0)
    if share or question.language == "vi" or not SCORES.isdisjoint(question.units) or unit_key(unit) == "diem":
        return None  # "09 xã" counts no dossiers, though it speaks of them, and points count nobody
    return DOUBTFUL


@lru_cache(maxsize=4_096)
def _asks_by_name(asked: str, unit: str) -> bool:
    """Whether the whole name of a unit, of several words, stands right behind "bao nhiêu": of "thuyền viên" and
    "thuyền trưởng", which begin alike, it is the one that is asked for."""
    return " " in unit and bool(re.search(rf"\b(?:bao nhieu|may|how many) {re.escape(unit)}\b", asked))

"""How a rank moved between the reports of two months, with the score it goes with: "từ hạng 17/34 (87,42 điểm) lên hạng
12/34 (89,31 điểm)".

A sentence that ranks tells the month before in brackets as well; the rank of the report's own time stands first. Where
a report ranks by several indices, the one that the question names is meant, or none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.times.left_out import FROM_TO
from assistant.compose.wording import number, quoted
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

ALL = 0.9  # of it where the score alone is asked for: each part of an index has one of its own
COVERED = 0.55  # of what is asked about, by a sentence that ranks and by what it stands under
WORDS = 16  # of each sentence: it is told in full before
_RANK = guarded(r"\b(?:thu hang|xep hang|hang|bac|vi tri|thu bac|rank\w*|place|places|position)\b")
_SCORE = re.compile(r"\b(?:diem|score|scores|points?)\b")
_OF_INDEX = re.compile(
    r"\bdiem (?:so )?(?:cua )?(?:bo )?chi so\b|\b(?:bo )?chi so\b[^?;]{0,60}\bdiem\b|"
    r"\b(?:scores?|points?)\b[^?;]{0,60}\bindex\b|\bindex (?:scores?|points?)\b"
)
_MOVES = re.compile(
    r"\b(?:thay doi|bien dong|chuyen bien|doi|len|xuong|tang|giam|tut|cai thien|so voi|chang\w*|mov\w+|rose|rise|fell|"
    r"fall|climb\w*|drop\w*|slip\w*|improv\w+|happen\w*|compared?|differ\w*)\b"
)
_WHICH_MONTH = re.compile(r"\bthang (?:nao|may)\b|\b(?:which|what) months?\b")  # asks each of them
_CHANGED = re.compile(r"\b(?:doi|dien bien|change|changed|move|moved|happen|happened|climb|climbed|slip|slipped)\b")
_RANKED = re.compile(
    r"(?:diem so|diem|dat)?\W*(?P<score>\d{1,3}(?:,\d+)?)(?:/100|%)?(?: diem|/100)?[^()\d]{0,30}"
    r"\b(?:xep|dung)(?: thu)?(?: hang| vi tri)?(?: thu)? (?P<rank>\d{1,2})/(?P<of>\d{2})\b"
)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A sentence that ranks, what it ranks as printed, and both as numbers."""

    index: ReportIndex
    statement: Statement
    at: int
    score: Decimal
    rank: int
    of: int
    printed: str


def answer_rank_between(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The rank and the score of two months and how far the rank moved, or the score where that alone is asked for;
    None where the question does not ask for a rank of two months, or a month does not tell just one."""
    asked = fold(question.clear)
    months = sorted({p for p in (*question.periods, *question.report_periods) if PART_OF_YEAR.fullmatch(p)})
    if len(months) > 2 and FROM_TO(asked):
        months = [months[0], months[-1]]
    ranks = _RANK.search(asked) is not None
    if len(months) != 2 or not (ranks or _OF_INDEX.search(asked)):
        return None
    if not (compares(question) or _MOVES.search(asked)) or _WHICH_MONTH.search(asked):
        return None
    if question.is_(Kind.CAUSE, Kind.AUDIT, Kind.LIST):
        return None
    every = [*found.indexes, *found.beside]
    held = [[i for i in every if i.report.period == month] for month in months]
    if any(len({fold(i.report.place) for i in month}) != 1 for month in held):
        return None
    told = [_ranked(question, month, COVERED if ranks else ALL) for month in held]
    first, last = told
    if (
        first is None
        or last is None
        or first.of != last.of
        or fold(first.index.report.place) != fold(last.index.report.place)
    ):
        return None
    return _told(question, first, last)


def _ranked(question: Question, indexes: list[ReportIndex], least: float) -> _Ranked | None:
    """The one sentence of a month that ranks what is asked about."""
    wanted = [w for w in question.wanted if not _is_of_asking(w)]
    found = []
    for index in indexes:
        for statement in index.statements:
            said = _RANKED.search(fold(statement.quote)) if statement.row is None and not statement.ahead else None
            if said is None:
                continue
            own = {fold(k) for k in (*statement.own, *statement.sentence)}
            around = own | {fold(k) for k in (*statement.lead, *statement.heading)}
            if any(w.must and not _met(w, around, statement) for w in wanted):
                continue
            whole = sum(w.weight for w in wanted)
            near = sum(w.weight for w in wanted if _met(w, around, statement))
            if whole and near / whole < least:
                continue
            score = sum(w.weight for w in wanted if _met(w, {fold(k) for k in statement.own}, statement))
            value = Decimal(said["score"].replace(",", "."))
            at = statement.start + said.start("rank")
            printed = f"{said['rank']}/{said['of']}"
            found.append((score, _Ranked(index, statement, at, value, int(said["rank"]), int(said["of"]), printed)))
    found.sort(key=lambda held: -held[0])
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def _is_of_asking(word: Wanted) -> bool:
    """Whether a word says how it moved, and not what did."""
    said = {fold(k) for k in word.keys} | {word.words}
    return bool(said & DOING) or any(_RANK.search(w) or _SCORE.search(w) or _CHANGED.search(w) for w in said)


def _met(word: Wanted, said: set[str], statement: Statement) -> bool:
    return any(fold(k) in said for k in word.keys) or f" {word.words} " in statement.plain


def _told(question: Question, first: _Ranked, last: _Ranked) -> Draft:
    draft, language = Draft(), question.language
    keys = [draft.cite_statement(r.index, r.statement) for r in (first, last)]
    vietnamese = language == "vi"
    scores = [number(r.score, language) for r in (first, last)]
    asked = fold(question.clear)
    of_score = _SCORE.search(asked) is not None
    up, points = first.rank - last.rank, last.score - first.score
    if of_score and points:
        operands = (Operand(last.score, keys[1]), Operand(first.score, keys[0]))
        unit = "điểm" if vietnamese else "points"
        draft.calculation = Calculation(f"{last.score:f} - {first.score:f}", points, unit, operands)
    elif up:
        pair = (Operand(Decimal(first.rank), keys[0]), Operand(Decimal(last.rank), keys[1]))
        high, low = pair if up > 0 else pair[::-1]
        unit = "hạng" if vietnamese else "places"
        draft.calculation = Calculation(f"{high.value} - {low.value}", Decimal(abs(up)), unit, (high, low))
    said = [r.printed for r in (first, last)]
    by = f"{number(abs(points), language)} " if of_score and points else f"{abs(up)} " if up else ""
    if vietnamese:
        way = "lên" if up > 0 else "xuống" if up < 0 else "giữ"
        text = f"từ hạng {said[0]} ({scores[0]} điểm) {way} hạng {said[1]} ({scores[1]} điểm)"
        unit = "điểm" if of_score and points else "hạng"
        lead = f"{'Tăng' if (points if unit == 'điểm' else up) > 0 else 'Giảm'} {by}{unit}: " if by else ""
    else:
        text = f"from rank {said[0]} ({scores[0]} points) to rank {said[1]} ({scores[1]} points)"
        unit = "points" if of_score and points else "place" if abs(up) == 1 else "places"
        lead = f"{'Up' if (points if unit == 'points' else up) > 0 else 'Down'} {by}{unit}: " if by else ""
    text = f"{lead}{text}" if lead else f"{text[:1].upper()}{text[1:]}"
    draft.say(text, *keys)
    for ranked, key in zip((first, last), keys, strict=True):
        draft.say(quoted(excerpt(ranked.statement, ranked.at, WORDS), language), key)
    return draft

"""Sums that no report states: over unlike bodies or people told one after another in a sentence, and over two states
that the question names ("cả đã giải quyết lẫn đang giải quyết")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, ask_again, compares, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.sentences.windows import telling
from assistant.compose.sufficiency import sufficient
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.evidence.statements import Statement
from assistant.measured.measures import PERSON
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

TRIED = 8
LEAST, LACKING = 0.55, 0.32
QUOTED_WORDS = 40
_ALL = re.compile(
    r"\b(?:tat ca|tong cong|tong so|ca thay|het thay|gop lai|cong lai|toan bo)\b|"
    r"\b(?:in all|in total|altogether|all told)\b"
)
_LEFT_ASIDE = re.compile(  # "không tính các xã, thị trấn thì …", "apart from the communes"; "trữ" leaves nothing out
    r"\b(?:(?:không|chưa) (?:tính|kể)|ngoài|ngoại trừ|trừ)(?: các| những)? (?P<vi>[^,;?]{2,40}?)"
    r"(?=[,;?]|$| (?:thì|đã|có|ra|huyện|tỉnh|việc)\b)|"
    r"\b(?:excluding|not (?:counting|including)|apart from|other than|besides|except(?: for)?|leaving aside|without)"
    r"(?: the)? (?P<en>[^,;?]{3,40}?)(?=[,;?]|$| (?:were|was|are|is|did|have|has|had|in|on|by|for)\b)"
)
BODY = "đơn vị"
# What a body is called; each of them is a "đơn vị" where all are counted.
_BODIES = frozenset(
    {"xa", "phuong", "thi", "huyen", "co", "don", "phong", "ban", "nganh", "truong", "tram", "trung", "so", "cuc", "to"}
    | {"doanh", "hop", "ap", "khom", "thon", "bon"}
)
NAME = 4  # words of a name that a unit is short for: "phòng" of "phòng chuyên môn"
_VERBS = frozenset(["trong", "do", "da", "dat", "co", "tang", "giam", "voi", "gom", "duoc", "con", "chiem"])
_ONE_MORE = re.compile(r"[^.;:(\d]{0,60}(?:,|\bva) \d")
_BODY_ASKED = re.compile(r"\b(?:don vi|units?|bodies|agencies|offices)\b")
_BOTH_STATES = re.compile(
    r"\b(?:(?:tinh |gom |ke |gop |cong )?(?:ca|both)|(?:counting|including|adding)(?: both)?) "
    r"(?P<a>[^,;?]{3,60}?) (?:lan|cung|va ca|va|and) (?P<b>[^,;?]{3,60}?)"
    r"(?=\s*[,;?]|$| (?:thi|la|co|were|are|was|is) )"
)


def answer_run(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """How many bodies, or people, of all kinds together a sentence tells one after another, less the kind that the
    question leaves aside; None where it does not, or where one of its figures is of all of them."""
    if not question.is_(Kind.FIGURE, Kind.TOTAL) or question.percent or compares(question):
        return None
    aside = _left_aside(question, lexicon)
    if not question.units or not (aside or _ALL.search(fold(question.clear))):
        return None
    units = {word for u in question.units for word in (fold(u), *fold(u).split())}
    evidence = [
        c
        for index in found.indexes
        for c in ask_again(_without_bodies(question, aside), index, DOING | units | _TOGETHER, timeless=False)
        if c.figure is not None and enough(c, LEAST, LACKING)
    ]
    for candidate in sorted(evidence, key=lambda c: -c.score)[:TRIED]:
        assert candidate.figure is not None
        run = _run(candidate.statement, candidate.figure)
        if len({unit_key(f.unit) for f in run}) < 2 or not all(_is_kind_of(question, f) for f in run):
            continue
        others = [f for f in candidate.statement.figures if f not in run and unit_fits(question, f.unit)]
        if (
            candidate.statement.row is not None
            or candidate.statement.ahead
            or others
            or _goes_on(candidate.statement, run[-1])
        ):
            continue
        kept = [f for f in run if not _is_of(aside, f)]
        if len(kept) > 1 and (len(kept) < len(run) or not aside):
            return _summed(question, [(candidate, f) for f in kept], lexicon)
    return None


def _left_aside(question: Question, lexicon: Lexicon) -> frozenset[str]:
    """The folded words of what a question leaves aside, none where it leaves nothing aside."""
    named = _LEFT_ASIDE.search(question.clear.lower())
    if named is None:
        return frozenset()
    said = question.clear[slice(*named.span("vi" if named["vi"] else "en"))]
    terms = lexicon.cut(said, english=question.language == "en")
    return frozenset(word for t in terms for k in (*t.keys, t.text) for word in fold(k).split())


def _is_of(aside: frozenset[str], figure: Figure) -> bool:
    """Whether a figure counts what is left aside, by the first word of its unit."""
    return not aside.isdisjoint(re.findall(r"\w+", fold(figure.unit))[:1])


_TOGETHER = frozenset({"tong", "tat ca", "tong cong", "toan bo", "dot", "cuoc", "ke ca", "qua", "in all"})


def _without_bodies(question: Question, aside: frozenset[str]) -> Question:
    """The question without the kinds of bodies that it names besides ("kể cả xã, thị trấn") or leaves `aside`."""
    besides = aside | {"xa", "phuong", "tran"}
    said = (w for w in question.wanted if not set(w.words.split()) & besides)
    kept = tuple(w for w in said if not any(set(fold(k).split()) <= aside for k in w.keys))
    return replace(question, units=(), wanted=kept or question.wanted)


def _run(statement: Statement, figure: Figure) -> list[Figure]:
    """The figures told one after another with a figure: between two of them stands what the first counts, a comma or
    "và", and nothing else."""
    figures = sorted((f for f in statement.figures if f.role in COUNTED and f.unit != "%"), key=lambda f: f.at)
    if figure not in figures:
        return []
    runs: list[list[Figure]] = []
    for one in figures:
        if runs and _right_behind(statement, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return next(run for run in runs if figure in run)


def _right_behind(statement: Statement, first: Figure, second: Figure) -> bool:
    gap = fold(statement.block.text[first.at + len(first.text) : second.at])
    if any(mark in gap for mark in ".;:("):
        return False
    words = re.findall(r"\w+", gap)
    if words[-1:] == ["va"]:
        words.pop()
    unit_words = re.findall(r"\w+", fold(first.unit))
    more = words[len(unit_words) :]
    return words[: len(unit_words)] == unit_words and len(more) <= NAME and _VERBS.isdisjoint(more)


def _goes_on(statement: Statement, last: Figure) -> bool:
    """Whether another number follows the last of a run as one more of its members."""
    return _ONE_MORE.match(fold(statement.block.text[last.at + len(last.text) : statement.end])) is not None


def _is_kind_of(question: Question, figure: Figure) -> bool:
    if _asks_people(question):
        return unit_fits(question, figure.unit)
    head = fold(figure.unit).replace(",", " ").split()[:1]
    return _BODY_ASKED.search(fold(question.clear)) is not None and not _BODIES.isdisjoint(head)


def _asks_people(question: Question) -> bool:
    return any(key.startswith(PERSON) for key in question.units)


def answer_both(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """How many there are of two states together, each of which the report counts apart; None where one is missing."""
    named = _BOTH_STATES.search(fold(question.clear))
    if named is None or not question.units or len(question.levels) > 1 or question.percent or compares(question):
        return None
    told: list[Candidate] = []
    for side in ("a", "b"):
        of_side = question.clear[: named.start()] + question.clear[slice(*named.span(side))]
        asked = understand(of_side + question.clear[named.end() :], lexicon)
        asked = replace(asked, periods=question.periods, places=question.places, language=question.language)
        best = sufficient(asked, by_words(asked, found.indexes).candidates, FIGURE_COVERAGE)
        of_states = fold(asked.clear)[named.start() :]  # what neither tells may be said of both
        told += [
            c
            for c in best
            if c.figure is not None
            and c.figure.role in COUNTED
            and not any(w.words in of_states[: len(named[side])] or w.must for w in c.missing)
        ][:1]
    figures = [c.figure for c in told if c.figure is not None]
    if len(figures) < 2 or figures[0].at == figures[1].at or not _alike(figures[0], figures[1]):
        return None
    return _summed(question, list(zip(told, figures, strict=True)), lexicon)


def _alike(first: Figure, second: Figure) -> bool:
    return unit_key(first.unit) == unit_key(second.unit) and fold(first.scope) == fold(second.scope)


def _summed(question: Question, parts: Sequence[tuple[Candidate, Figure]], lexicon: Lexicon) -> Draft:
    draft = Draft()
    operands = [Operand(f.value, draft.cite_statement(c.index, c.statement)) for c, f in parts]
    value = sum((o.value for o in operands), Decimal(0))
    same = len({unit_key(f.unit) for _, f in parts}) == 1
    name = head_unit(parts[0][1].unit) if same else PERSON if _asks_people(question) else BODY
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, name, tuple(operands))
    terms = " + ".join(number(o.value, question.language) for o in operands)
    lead = "Tổng" if question.language == "vi" else "Total"
    shown = unit(name, question.language, lexicon)
    draft.say(f"{lead}: {number(value, question.language)} {shown} (= {terms})", *(o.key for o in operands))
    seen: set[int] = set()
    for candidate, figure in parts:
        if candidate.statement.index not in seen:
            seen.add(candidate.statement.index)
            room = QUOTED_WORDS // (1 if not same else 2)
            text = telling(question, candidate.statement, room, figure.at)
            draft.say(quoted(text, question.language), draft.cite_statement(candidate.index, candidate.statement))
    return draft

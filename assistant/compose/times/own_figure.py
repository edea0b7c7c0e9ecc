"""Whether a figure of a sentence is the one a question asks of, or stands beside it: of "cấp tỉnh 40 hồ sơ (Sở A 25 hồ
sơ, Sở B 15 hồ sơ)" the 40 are no answer for Sở B."""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

TELLING = 0.6  # weight from which a word tells one thing from another
RIGHT_BEFORE = 3  # characters: "đất đai (412 hồ sơ)"
_NO_VALUE = frozenset({Role.CHANGE, Role.PREVIOUS, Role.TARGET})
_BRACKETED = re.compile(r"([^,;:.()\d]{2,80})\s\($")
_OPENS_PARTS = re.compile(r"\b(?:trong do|gom|bao gom|cu the)\b|\(")
_OF_WHOLE = re.compile(r"\btrong do\b")


def is_of_another_figure(question: Question, candidate: Candidate) -> bool:
    """Whether another figure of the sentence, of the same unit, is said of more that is asked about, or something that
    is asked about is said only behind another one."""
    figure, statement, index = candidate.figure, candidate.statement, candidate.index
    if figure is None or statement.row is not None or len(statement.figures) < 2:
        return False
    wanted = [
        {fold(k) for k in w.keys} | {w.words}
        for w in question.wanted
        if w.weight >= TELLING and w.words and not w.words[:1].isdigit()
    ]
    beside = [f for f in statement.figures if unit_key(f.unit) == unit_key(figure.unit) and f.id != figure.id]
    if not wanted or not beside:
        return False
    lead = _before_bracket(candidate, figure)
    mine = [words for words in wanted if _says(candidate, figure, words)]
    lacking = [words for words in wanted if words not in mine]
    if figure.role is Role.PART and "/" not in figure.text and _is_only_part(candidate, figure, mine):
        return True
    others = [
        f
        for f in beside
        if f.role not in _NO_VALUE
        and index.running[f.id] == index.running[figure.id]
        and not _before_bracket(candidate, f)
        and all(_says(candidate, f, words) for words in mine)
    ]
    if lead and others and not any(_in(words, lead) for words in wanted):
        return True  # the bracket is of something that is not asked about
    if not lacking:
        return False
    if any(_says(candidate, f, words) for f in others for words in lacking):
        return True
    text = fold(statement.block.text)
    if len(text) != len(statement.block.text):
        return False
    part = text[statement.start : statement.end]
    starts = [f.at - statement.start for f in beside]
    return any(_said_of_others(words, part, figure.at - statement.start, starts) for words in lacking)


def beside_none(question: Question, figures: list[Candidate]) -> list[Candidate]:
    """The figures without those that stand beside the one asked of, where the sentence of the best gives that one."""
    left = [c for c in figures if not is_of_another_figure(question, c)]
    return left if left and left[0].statement is figures[0].statement else figures


def _before_bracket(candidate: Candidate, figure: Figure) -> str:
    """The folded words that a bracket gives a number for: "chủ yếu ở lĩnh vực đất đai (41 hồ sơ)"; "" where none."""
    text = candidate.statement.block.text
    if text[figure.at - 1 : figure.at] != "(":
        return ""
    said = _BRACKETED.search(text, candidate.statement.start, figure.at)
    return f" {fold(said[1])} " if said is not None else ""


def _says(candidate: Candidate, figure: Figure, words: set[str]) -> bool:
    """Whether one of some folded words is said of a figure."""
    named = f" {fold(figure.scope)} {fold(figure.indicator)} {_before_bracket(candidate, figure)} "
    return bool(words & _held(candidate, figure)) or _in(words, named)


def _in(words: set[str], text: str) -> bool:
    return any(f" {word} " in text for word in words)


def _is_only_part(candidate: Candidate, figure: Figure, asked: list[set[str]]) -> bool:
    """Whether all that is asked about and said of a part is said of its whole as well: "phát sinh 90 hồ sơ, gồm 60 hồ
    sơ nhóm A" gives 90 for what came in."""
    statement, index = candidate.statement, candidate.index
    before = [f for f in statement.figures if f.at < figure.at and unit_key(f.unit) == unit_key(figure.unit)]
    if not before or not asked:
        return False
    whole = next((f for f in reversed(before) if f.role is not Role.PART), None)
    if whole is None or index.running[whole.id] != index.running[figure.id]:
        return False
    if not _OPENS_PARTS.search(fold(statement.block.text[whole.at : figure.at])):
        return False
    return all(_says(candidate, whole, words) for words in asked)


def _said_of_others(words: set[str], text: str, at: int, others: list[int]) -> bool:
    """Whether each time one of these words is said it is said right before another figure, or behind the one at `at`
    with another in between."""
    said = [m.span() for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text)]
    return bool(said) and all(
        any(0 <= other - end <= RIGHT_BEFORE or at < other < start for other in others) for start, end in said
    )


def _held(candidate: Candidate, figure: Figure) -> frozenset[str]:
    """The folded words that are said of a figure; of a part those of its whole as well ("đang giải quyết 90 hồ sơ,
    trong đó đã quá hạn 12 hồ sơ")."""
    index, statement = candidate.index, candidate.statement
    own = index.said_of[figure.id]
    if figure.role is not Role.PART:
        return own
    before = [f for f in statement.figures if f.at < figure.at]
    if before and _OF_WHOLE.search(fold(statement.block.text[before[-1].at : figure.at])):
        own = own.union(map(fold, index.local_keys[before[-1].id]))
    return own

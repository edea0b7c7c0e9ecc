"""The figures of a passage with the words right at each, and which terms of a question stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.coverage import weigh
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import contains
from ingest.ledgers import Figure, Role

TELLING = 0.3  # weight of a word that tells one side from the other
_MORE_OF_THEM = re.compile(r"\b(?:nhieu|it|dong) hon\b|\b(?:more|fewer) \w+ (?:than|did|were|are|does|have)\b")
_OF_SHARE = re.compile(r"\bty le\b|\bti le\b|\bphan tram\b|%|\bmuc\b|\b(?:rate|share|percent\w*|per cent)\b")
_LEVEL = re.compile(r"\b(?:cap|toan) (?:tinh|huyen|xa|quoc)\b|(?<=\bo )(?:tinh|huyen|xa)\b(?! \w+ (?:nao|hon)\b)")
_PARTS = re.compile(r"[^.;\d]{0,30}[,.:;(]?\s*(?:cu the|trong (?:do|so do)|(?:bao )?gom)\b")
_BARE = re.compile(r" (?:voi|co|thu hut)(?: (?:su tham gia cua|su tham du cua|co|duoc|hon|khoang))? ")
_CUT = re.compile(r"[,;:()]|\.\s|\bvà\b|\bcòn\b")
_NOT_SAID = frozenset({"hơn", "ít", "nhiều", "cao", "thấp", "kém", "chênh lệch", "more", "fewer", "less", "difference"})


@dataclass(frozen=True, slots=True)
class Term:
    """What one side says: its words, the concepts they stand for, and how much it tells."""

    words: str
    keys: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class At:
    """A figure, the statement it stands in and the words right at it."""

    index: ReportIndex
    statement: Statement
    figure: Figure
    words: str


def terms_of(question: Question, index: ReportIndex, asked: str) -> list[Term]:
    """The telling terms of a question, and the levels that it names, which are no terms."""
    found = [
        Term(w.wanted.words, frozenset((*w.wanted.keys, *w.akin)), w.weight)
        for w in weigh(question, index)
        if w.wanted.weight >= TELLING and w.wanted.words and _NOT_SAID.isdisjoint(w.wanted.keys)
    ]
    levels = (m[0] for m in _LEVEL.finditer(asked) if not any(m[0] in t.words for t in found))
    return found + [Term(level, frozenset(), 1.0) for level in dict.fromkeys(levels)]


def says(term: Term, side: str) -> bool:
    """Whether one side of a question says a term."""
    return f" {term.words} " in f" {' '.join(re.findall(r'[^ ,.;:?()]+', side))} "


def beside(one: Statement, other: Statement) -> bool:
    """Whether two statements are of one block, or items of one list."""
    if one.row is not None or one.ahead:
        return False
    return one.block.id == other.block.id or (one.heading == other.heading and one.block.kind == other.block.kind)


def is_whole(one: At, other: At) -> bool:
    """Whether a figure is the whole of which the passage goes on to tell the other as a part."""
    text, end = one.statement.block.text, one.figure.at + len(one.figure.text)
    apart = one.statement.block.id != other.statement.block.id
    if apart and text[:1] in "-+*•" and text[:1] == other.statement.block.text[:1]:
        return False  # items of one list
    before = apart or one.figure.at < other.figure.at
    return before and one.statement.index <= other.statement.index and _PARTS.match(fold(text[end:])) is not None


def stands(term: Term, words: str, index: ReportIndex, at: Sequence[At]) -> bool:
    """Whether a term stands in the words at a figure; by its concept alone only where the passage has not the word."""
    forms = (term.words.removeprefix("so "), *map(fold, term.keys))
    if any(form and f" {form} " in words for form in forms):
        return True
    return any(
        term.keys & index.local_keys[a.figure.id] and not any(f" {f} " in plain(a.statement.quote) for f in forms)
        for a in at
    )


def _counts(question: Question) -> bool:
    """Whether a question sets counts against each other, and no shares."""
    asked = fold(question.clear)
    counted = bool(question.units) or _MORE_OF_THEM.search(asked) is not None
    return counted and _OF_SHARE.search(asked) is None


def figures_at(question: Question, index: ReportIndex, statement: Statement) -> Iterator[At]:
    """The counts and shares of a statement, each with the words right before and behind it."""
    figures = sorted((f for f in statement.figures if f.role in COUNTED or f.unit == "%"), key=lambda f: f.at)
    figures = [f for f in figures if f.role not in {Role.TARGET, Role.CHANGE, Role.PREVIOUS}]
    text = statement.block.text
    for i, figure in enumerate(figures):
        if question.percent and figure.unit != "%":
            continue
        if figure.unit == "%" and _counts(question):
            continue  # of what is counted no share is asked for
        if (
            index.running[figure.id]
            and any(len(p) == len("2031-05") for p in question.periods)
            and not question.running
        ):
            continue
        sooner = [f for f in figures[:i] if (f.unit == "%") == (figure.unit == "%")]
        start = sooner[-1].at + len(sooner[-1].text) if sooner else statement.start
        before, end = text[start : figure.at], figure.at + len(figure.text)
        if sooner:
            before = before[m.end() :] if (m := _CUT.search(before)) else before
            if i and _BARE.fullmatch(plain(before)):  # "13 cuộc họp về đất đai, có 620 người dự"
                before = (
                    f"{text[statement.start if i == 1 else figures[i - 2].at : figures[i - 1].at]} {text[start:end]}"
                )
        stop = figures[i + 1].at if i + 1 < len(figures) else statement.end
        behind = text[end:stop]
        behind = behind[: m.start()] if (m := _CUT.search(behind)) else behind
        yield At(index, statement, figure, plain(f"{before} {behind} {figure.unit}"))


def _of_time(asked: str, told: str) -> bool:
    return asked == told or contains(asked, told) or (len(told) == len("2031") and contains(told, asked))

"""The rate of one kind where a report tells the rate of all and then of each kind: "tỷ lệ chung đạt 78%, cụ thể: chi A
đạt 70%; chi B đạt 96%; chi C đạt 100%". Who names a kind is told its own, and neither that of all nor another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure

TRIED = 4  # paragraphs
_OPENS = re.compile(r"\b(?:cụ thể|trong đó|bao gồm|gồm)\b\s*(?:là|như sau)?\s*:?", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:cac (?:che do|loai|khoan)|noi chung|tinh chung|tat ca|overall|all (?:kinds|types))\b")
_WORD = re.compile(r"\w+")
_LITTLE = frozenset(
    [
        "dat",
        "la",
        "chiem",
        "ty",
        "le",
        "voi",
        "va",
        "o",
        "tai",
        "cua",
        "cho",
        "so",
        "bang",
        "tren",
        "co",
        "duoc",
        "rieng",
    ]
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A kind: its words, the figure of its rate, the statement that tells it."""

    words: frozenset[str]
    label: str
    figure: Figure
    statement: Statement


def answer_kind_of_rate(t: Material) -> Draft | None:
    """The rate of the kind whose name the question says in full; None where it names none so, or several."""
    question = t.question
    if not question.percent or not question.is_(Kind.FIGURE) or question.units or compares(question):
        return None
    if _OF_ALL.search(fold(question.clear)):
        return None
    seen: set[str] = set()
    for candidate in t.found.candidates:
        block = candidate.statement.block
        if block.id in seen or candidate.statement.row is not None or candidate.statement.ahead:
            continue
        seen.add(block.id)
        if len(seen) > TRIED:
            return None
        kinds = list(_kinds(candidate.index, candidate.statement))
        named = [k for k in kinds if _is_named(question, k, kinds, t.lexicon)] if len(kinds) > 1 else []
        if len(named) == 1:
            return _told(question, candidate.index, named[0])
    return None


def _kinds(index: ReportIndex, statement: Statement) -> Iterator[_Told]:
    """The kinds that stand behind the words that open them, each before its rate."""
    text = statement.block.text
    held = [index.statements[n] for n in index.by_block[statement.block.id]]
    shares = sorted(((f, s) for s in held for f in s.figures if f.unit == "%"), key=lambda p: p[0].at)
    for opens in _OPENS.finditer(text):
        before = [f for f, _ in shares if f.at < opens.start()]
        behind = [(f, s) for f, s in shares if f.at >= opens.end()]
        if not before or len(behind) < 2 or re.search(r"[.;]\s", text[before[-1].at : opens.start()]):
            continue
        start = opens.end()
        for figure, said in behind:
            label = text[start : figure.at]
            if re.search(r"[.:]\s|\d", label):
                return
            words = frozenset(w for w in _WORD.findall(fold(label)) if w not in _LITTLE)
            yield _Told(words, label, figure, said)
            start = figure.at + len(figure.text)
        return


def _is_named(question: Question, kind: _Told, kinds: list[_Told], lexicon: Lexicon) -> bool:
    """Whether a question says all the words of a kind, one of them at least that no other kind bears."""
    said = {k for w in question.wanted for k in w.keys}
    of_terms = {w for term in lexicon.cut(kind.label) if said & {*term.keys} for w in _WORD.findall(fold(term.text))}
    asked = {*_WORD.findall(fold(question.clear)), *of_terms}
    others = frozenset().union(*(k.words for k in kinds if k is not kind))
    verbs = {"chi", "tra"} if question.language == "en" else frozenset()
    return bool(kind.words) and kind.words - verbs <= asked and bool((kind.words - others) & asked)


def _told(question: Question, index: ReportIndex, kind: _Told) -> Draft:
    draft, language = Draft(), question.language
    key = draft.cite_statement(index, kind.statement)
    draft.say(f"{number(kind.figure.value, language)}%", key)
    draft.say(quoted(excerpt(kind.statement, kind.figure.at, 30), language), key)
    return draft

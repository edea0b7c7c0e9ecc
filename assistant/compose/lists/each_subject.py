"""What a report lays down for each of several by name: "Đối với các sở: …", "Đối với UBND cấp xã: …".

A question that names two of them ("khác nhau thế nào giữa sở và UBND cấp xã", "compared with a commune") is told by the
line of each; what the lines are on stands in them and in the headings over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.compose.citing import Draft
from assistant.compose.lists.leading_group import unit_kinds
from assistant.compose.material import Material
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

NAMED = 0.6  # of the words by which a line calls its subject, in the question
ON_TOPIC = 0.5  # of what else is asked, in a line and the headings over it
WORDS = 40  # of a line
_SUBJECT = re.compile(r"^[\W_]*(?:[a-zđ]\)|\d{1,2}[.)])?\s*(?:Đối với|Với|Riêng)\s+(?P<name>[^:]{3,160}?):\s")
_FIRST = re.compile(r",|;| và | hoặc | hay ")
_SET_APART = guarded(
    r"\bkhac (?:nhau|gi|the nao|biet|o)\b|\bgiua\b|\bso voi\b|\bso sanh\b|\blan luot\b|"
    r"\b(?:tung|moi) (?:loai|nhom|cap|doi)\b|"
    r"\b(?:thi|con) [^?;]{0,60}\b(?:the nao|ra sao|bao nhieu|may|gi)\b|"
    r"\bcompared? (?:with|to)\b|\bdiffer\w*\b|\bbetween\b|\bversus\b|\bas against\b|\bwhile\b|\brespectively\b|"
    r"\bfor each\b"
)
_LITTLE = frozenset({"cac", "nhung", "thuoc", "cua", "tai", "o", "trong", "theo"})
_APART = frozenset({"khac", "khac nhau", "nhau", "giua", "so voi", "so sanh", "lan luot"}) | {
    "compared", "compare", "differ", "difference", "between"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on one subject; `name` are the concepts that it calls it by first, `kinds` the kinds of unit among
    them."""

    statement: Statement
    name: frozenset[str]
    kinds: frozenset[str]

    def is_named(self, asked: frozenset[str], kinds: frozenset[str]) -> bool:
        """Whether a question means it: by the kind of unit or, where it is of none, by most of its words."""
        return bool(self.kinds & kinds) if self.kinds else len(self.name & asked) >= NAMED * len(self.name)


def answer_each_subject(t: Material) -> Draft | None:
    """The lines of the subjects that a question sets apart; None where it names fewer than two of those that a report
    has a line for each."""
    if not _SET_APART.search(fold(t.question.clear)):
        return None
    asked = frozenset(k for w in t.question.wanted for k in w.keys) | keys(t.lexicon, t.question.clear)
    kinds = frozenset(unit_kinds(t.question.clear))
    best: tuple[float, ReportIndex, list[_Line]] | None = None
    for index in t.indexes:
        for lines in _sets(index, t.lexicon):
            told = [line for line in lines if line.is_named(asked, kinds)]
            if len(told) > 1 and (fit := _on_topic(t, index, told)) >= ON_TOPIC and (best is None or fit > best[0]):
                best = fit, index, told
    if best is None:
        return None
    _, index, told = best
    draft = Draft()
    for line in told:
        draft.say(
            quoted(telling(t.question, line.statement, WORDS).lstrip("-+ "), t.question.language),
            draft.cite_statement(index, line.statement),
        )
    return draft


def _sets(index: ReportIndex, lexicon: Lexicon) -> Iterator[list[_Line]]:
    """The lines of a section that each begin with what they are for, where there are several."""
    named = (s for s in index.statements if s.row is None and s.start == 0 and _SUBJECT.match(s.block.text))
    for _, group in groupby(named, key=lambda s: s.block.section):
        lines = [line for s in group if (line := _line(s, lexicon)).name]
        if len(lines) > 1:
            yield lines


def _line(statement: Statement, lexicon: Lexicon) -> _Line:
    opening = _SUBJECT.match(statement.block.text)
    first = _FIRST.split(opening["name"])[0] if opening else ""
    return _Line(statement, keys(lexicon, first) - _LITTLE, frozenset(unit_kinds(first)))


def _on_topic(t: Material, index: ReportIndex, lines: list[_Line]) -> float:
    """How much of what is asked besides the subjects the lines and the headings over them hold, 0 to 1."""
    names = frozenset[str]().union(*(line.name for line in lines))
    held = index.title.union(*(line.statement.own | line.statement.heading for line in lines))
    said = frozenset(" ".join(line.statement.plain for line in lines).split())
    weighted = [
        w
        for w in weigh(t.question, index)
        if names.isdisjoint(w.wanted.keys) and w.wanted.words not in _APART and not unit_kinds(" ".join(w.wanted.keys))
    ]
    on = (w.weight for w in weighted if any(k in held or said.issuperset(fold(k).split()) for k in w.wanted.keys))
    return sum(on) / (sum(w.weight for w in weighted) or 1.0)

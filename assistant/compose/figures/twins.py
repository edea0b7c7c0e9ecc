"""A question that fits two figures of a report alike: both are told, for nothing in it says which is meant.

A report counts one thing of two times ("trong quý", "tính đến nay"), by two kinds of bodies, or of what is done and
what still goes on. Where the question's own words stand at the one as they stand at the other, neither is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import plain
from assistant.measured.running import OWN, RUNNING, of_one_span
from assistant.measured.told_kinds import QUALIFIERS
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, FindingKind

ALIKE = 0.03  # of coverage, by which two figures that fit alike may differ
FAR = 0.35  # a score so far below the first is of another subject
TELLING = 0.5  # the weight from which a word of the question must stand at both
LOOKED_AT, MOST = 24, 2
_TASK = re.compile(r"\b(?:Giao|Yêu cầu|Đề nghị|Phấn đấu|Tiếp tục|Sẽ|khẩn trương|phấn đấu|sẽ|phải|dự kiến)\b")
_BOUND = re.compile(r"\b(?:dưới|trên|tối thiểu|tối đa|ít nhất|trường hợp|không quá) $", re.IGNORECASE)  # no value
_OF_PAPER = re.compile(  # a month that a paper is named by says nothing of the time of what it counts
    r"\b(?:bao cao|bc|report)\b[^,;?.]{0,60}\b(?:thang|quy) (?:\d|[ivx]+\b)|\b[a-z]+ 20\d\d (?:\w+ ){0,4}report\b"
)
_NUMBERED = re.compile(r" (?!(?:nam|thang|quy|ngay) )[^\W\d]+ \d+ ")
_MOVES = frozenset({"giải quyết", "tiếp nhận", "phát sinh", "tăng", "giảm", "trả lời", "mới", "chuyển sang"})


def twins(question: Question, first: Candidate, figures: Sequence[Candidate]) -> list[Candidate]:
    """The figures that answer a question as squarely as the first, in other statements of its report; at most two."""
    if first.statement.row is not None or compares(question) or question.followup:
        return []
    of_paper = question.running == OWN and _OF_PAPER.search(fold(question.clear))
    if question.running and not of_paper and not (question.running == RUNNING and _runs_on(first)):
        return []
    if question.is_(Kind.EXTREME, Kind.TOTAL, Kind.AUDIT) or not _says(question, first) or _by_name(question, first):
        return []
    found: list[Candidate] = []
    for other in figures[:LOOKED_AT]:
        if question.running == RUNNING and not _as_long(first, other):
            continue  # of "đến nay" and "trong quý" the question says which
        if len(found) < MOST and all(_is_twin(question, c, other) for c in (first, *found)):
            found.append(other)
    return found


def _runs_on(candidate: Candidate) -> bool:
    """Whether a figure counts up to now: "đến nay, các trạm đã gửi 310 lượt"."""
    return candidate.index.running[_figure(candidate).id]


def _as_long(first: Candidate, other: Candidate) -> bool:
    """Whether two figures count up to now over the same time: "trong quý" is of none that is meant."""
    a, b = _figure(first), _figure(other)
    return _runs_on(other) and a.period == b.period and not of_one_span(b, other.statement.block)


def _by_name(question: Question, first: Candidate) -> bool:
    """Whether the question names the very body or part that the first figure is of."""
    named = first.index.scope_keys[_figure(first).id]
    return bool(named) and named <= {k for w in question.wanted for k in w.keys}


def _is_twin(question: Question, first: Candidate, other: Candidate) -> bool:
    a, b = _figure(first), _figure(other)
    apart = other.statement is not first.statement and other.statement.row is None and other.index is first.index
    if not apart or a.value == b.value or unit_key(a.unit) != unit_key(b.unit) or not _like_role(a, b):
        return False
    near = other.coverage >= first.coverage - ALIKE and other.score >= first.score - FAR
    levels = {fold(f.scope) for f in (a, b) if fold(f.scope).startswith("cap ")}
    if not near or levels or other.statement.ahead != first.statement.ahead or _TASK.search(other.statement.quote):
        return False
    named = _NUMBERED.findall(plain(question.clear))
    if any(n in first.statement.plain and n not in other.statement.plain for n in named):
        return False  # "đợt 3" is no other round
    if _BOUND.search(other.statement.block.text[: b.at]):
        return False
    asked = {k for w in question.wanted for k in w.keys}
    if (_qualifiers(other) - asked) - _qualifiers(first):
        return False
    return _says(question, first) <= _says(question, other) and not _disputed(first, a, b)


def _disputed(first: Candidate, a: Figure, b: Figure) -> bool:
    """Whether the audit found that two figures should be one: then they gainsay each other, and are told so."""
    repeats = (f for f in first.index.findings if f.kind is FindingKind.REPEAT)
    return any({a.id, b.id} <= set(f.figures) for f in repeats)


def _figure(candidate: Candidate) -> Figure:
    assert candidate.figure is not None
    return candidate.figure


def _like_role(a: Figure, b: Figure) -> bool:
    return a.role is b.role or {a.role, b.role} <= COUNTED


def _qualifiers(candidate: Candidate) -> frozenset[str]:
    return (candidate.index.local_keys[_figure(candidate).id] & QUALIFIERS) - _MOVES


def _says(question: Question, candidate: Candidate) -> frozenset[str]:
    """The telling words of a question that stand right at a figure, or in what it counts; its unit tells nothing."""
    id = _figure(candidate).id
    held = candidate.index.local_keys[id] | candidate.index.figure_keys[id]
    told = (w for w in question.wanted if w.weight >= TELLING and not set(w.keys) & set(question.units))
    return frozenset(w.words for w in told if held & set(w.keys))

"""A deadline that one report sets and the day on which a later one says that the thing was done: both are told, or
nothing is, since the deadline alone does not say what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.asked.kept import asks_deadline_kept
from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.dates import dates
from ingest.language.fold import fold

SAID = 0.4  # of what the question says of the thing, by either sentence
WORDS = 34
_ASKING_WORDS = (
    "yeu cau|han|thoi han|han chot|truoc han|ngay|thang|nam|thuc te|xong|hoan thanh|giai quyet|dat|dat ra|giao|phai|"
    "khi|bao cao|ket qua|kip|dung han|som|tre han|cham|ket thuc|deadline|due|when|actual|actually|complete|completed|"
    "finish|finished|ask|asked|set|require|required|date|day|report|met|kept|time|on time"
)
_ASKING = frozenset(_ASKING_WORDS.split("|"))
_DONE = re.compile(r"\b(?:đã|được)\b[^.;]{0,60}\b(?:hoàn thành|xong|hoàn tất|kết thúc|đưa vào (?:sử dụng|vận hành))\b")
_TERM = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hết|đến|vào)\W+(?:hết )?ngày\b", re.IGNORECASE)


def answer_deadline_kept(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The task with its deadline and the sentence with the day on which it was done; a draft without a word where one
    of them is missing; None where the question does not ask for both."""
    if not asks_deadline_kept(fold(question.clear)) or question.is_(Kind.CAUSE, Kind.AUDIT):
        return None
    own = tuple(w for w in question.wanted if not _is_asking(w))
    if not own:
        return None
    plain = replace(question, wanted=own, kinds=(Kind.TEXT,), units=(), periods=(), report_periods=(), percent=False)
    every = {i.report.id: i for i in (*found.indexes, *found.beside)}.values()
    told = list(_told(plain, every))
    tasks = [c for c in told if c.statement.ahead and _TERM.search(c.statement.quote)]
    task = max(tasks, key=lambda c: c.coverage, default=None)
    if task is None:
        return None
    set_in = task.index.report.period
    done = [
        c
        for c in told
        if not c.statement.ahead
        and c.index.report.period > set_in
        and fold(c.index.report.place) == fold(task.index.report.place)
        and _DONE.search(c.statement.quote)
        and dates(c.statement.quote)
        and _shared(task, c) >= SAID
    ]
    best = max(done, key=lambda c: _shared(task, c) + c.coverage, default=None)
    if best is None:
        return Draft()
    draft = Draft()
    for candidate in (task, best):
        key = draft.cite_statement(candidate.index, candidate.statement)
        draft.say(quoted(excerpt(candidate.statement, None, WORDS), question.language), key)
    return draft


def _told(question: Question, indexes: Iterable[ReportIndex]) -> Iterable[Candidate]:
    for index in indexes:
        for c in candidates(question, index):
            told = c.figure is None and c.statement.row is None and c.coverage >= SAID
            if told and not any(w.must for w in c.missing):
                yield c


def _shared(task: Candidate, done: Candidate) -> float:
    """How much of what was done says the same as the task."""
    words = [{w for w in c.statement.plain.split() if not w[:1].isdigit()} for c in (task, done)]
    return len(words[0] & words[1]) / (min(map(len, words)) or 1)


def _is_asking(word: Wanted) -> bool:
    return word.words[:1].isdigit() or bool(({fold(k) for k in word.keys} | {word.words}) & _ASKING)

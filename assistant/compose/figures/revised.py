"""A figure that a later report takes back: why it was corrected, what it was and what it is ("số đã báo cáo là 410 hộ;
sau rà soát loại 12 hộ trùng, số đúng là 398 hộ"). The one sentence that corrects it tells all of this."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import asks_revised
from assistant.asked.taken_back import NUMBER, numbers_put
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import periods

SAID = 0.45  # of the question, by the sentence and by what it hangs on
WORDS, AROUND = 72, 56  # of the sentence, and around the number that was named
_CORRECTS = re.compile(
    r"\b(?:da bao cao|bao cao (?:truoc|thang|quy|ky|ban dau)|so cu)\b.*\b(?:so dung|dung la|chinh xac la|nay la|"
    r"dieu chinh|dinh chinh|sua (?:lai )?thanh|giam con|chi con|con)\b.*\d|"
    r"\b(?:dieu chinh|dinh chinh|sua)(?: lai)? tu \d[\d., ]*(?: ?[a-z]+){0,5} ?(?:thanh|xuong|len|con) (?:con )?\d|"
    r"\b(?:dieu chinh|dinh chinh|ra soat)\b.*\bthay (?:cho|vi) \d"
)
_OLD = re.compile(  # what is taken back
    rf"\b(?:thay cho|thay vi|(?:dieu chinh|dinh chinh|sua)(?: lai)? tu|(?<=\()tu|bao cao[^;]{{0,60}} la) "
    rf"(?P<n>{NUMBER})"
)
_FOLLOWS = re.compile(rf"\b(?:theo do|do do|vi vay|nhu vay)\b[^.;]{{0,80}}? la (?P<n>{NUMBER})")
_REVISES = re.compile(
    r"\b(?:dieu chinh|dinh chinh|sua|sua doi|ban dau|ra soat|khac phuc|bao cao|nguyen nhan|so lieu|so luong)\b"
)


def answer_revised(t: Material) -> Draft | None:
    """The sentence that corrects the figure asked about; None where none says what it was and what it is."""
    question = t.question
    if put := numbers_put(fold(question.clear)):
        return _which_holds(t, put)
    if not asks_revised(question) or not question.is_(Kind.CAUSE, Kind.FIGURE) or audits(question):
        return None
    own = tuple(w for w in question.wanted if not _REVISES.search(" ".join((w.words, *map(fold, w.keys)))))
    of_any = replace(question, wanted=own, periods=(), report_periods=())
    found = [
        c
        for i in (*t.indexes, *t.found.beside)
        for c in candidates(of_any, i)
        if c.figure is None and _corrects(c.statement) and _is_of_time(question, c) and not _lacks_name(c)
    ]
    best = max(found, key=lambda c: c.coverage, default=None)
    if best is None or best.coverage < SAID:
        return None
    draft = Draft()
    told = quoted(excerpt(best.statement, None, WORDS), question.language)
    draft.say(told, draft.cite_statement(best.index, best.statement))
    return draft


def _is_of_time(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence does not take back the figure of another month than the one asked for."""
    told = {span.period for span in periods(candidate.statement.quote) if len(span.period) == len("2031-05")}
    asked = {p for p in (*question.periods, *question.report_periods) if len(p) == len("2031-05")}
    return not told or not asked or bool(told & asked) or candidate.index.report.period in asked


def _which_holds(t: Material, named: tuple[str, ...]) -> Draft | None:
    """The sentence that takes back one of the numbers named for another, and which one that leaves."""
    bare = {_digits(n) for n in named}
    found = [
        (index, s)
        for index in (*t.indexes, *t.found.beside)
        for s in index.statements
        if _corrects(s)
        and bare <= {_digits(n) for n in re.findall(NUMBER, s.quote)}
        and all(f" {w.words} " in s.plain for w in t.question.wanted if w.must)
    ] or [(c.index, c.statement) for c in _later_total(t, bare)]
    if not found:
        return None
    index, statement = found[0]
    draft = Draft()
    key = draft.cite_statement(index, statement)
    old = {_digits(m["n"]) for m in _OLD.finditer(fold(statement.quote))}
    left = [n for n in re.findall(NUMBER, statement.quote) if _digits(n) in bare - old]
    if bare & old and len({*left}) == 1:
        whole = Decimal(_digits(left[0])) if left[0].count(".") or "," not in left[0] else None
        said = left[0] if whole is None else number(whole, t.question.language)
        draft.say(f"Số đã điều chỉnh: {said}" if t.question.language == "vi" else f"As corrected: {said}", key)
    at = next((m.start() for m in re.finditer(NUMBER, statement.quote) if _digits(m[0]) in bare), 0)
    draft.say(quoted(excerpt(statement, statement.start + at, AROUND), t.question.language), key)
    return draft


def _later_total(t: Material, bare: set[str]) -> list[Candidate]:
    """The sentence that corrects the figure asked about and tells one of the numbers as what follows from it: "theo đó
    lũy kế là 573 phiếu"."""
    found = [c for i in (*t.indexes, *t.found.beside) for c in candidates(t.question, i) if c.figure is None]
    return [
        c
        for c in found
        if _corrects(c.statement)
        and c.coverage >= SAID
        and not _lacks_name(c)
        and _is_of_time(t.question, c)
        and any(_digits(m["n"]) in bare for m in _FOLLOWS.finditer(fold(c.statement.quote)))
    ][:1]


def _digits(printed: str) -> str:
    return re.sub(r"[.,]", "", printed)


def _lacks_name(candidate: Candidate) -> bool:
    """Whether a sentence does not name the body that is asked about."""
    return any(w.must for w in candidate.missing)


def _corrects(statement: Statement) -> bool:
    return statement.row is None and not statement.ahead and _CORRECTS.search(statement.plain) is not None

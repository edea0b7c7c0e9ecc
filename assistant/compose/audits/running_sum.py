"""Whether a running total is the sum of the months it is made of: "lũy kế đến tháng 8 có bằng tổng các tháng không".

A running total that was corrected later is more or less than its months; where a note says so, it is told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.asked.doubting import asks_running_sum
from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import VALUES
from assistant.compose.times.series import members_alike, one_a_period
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import OWN, RUNNING
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.periods import previous

TRIED = 3  # running totals looked at
_MONTH = re.compile(r"\d{4}-\d{2}")
_TWICE = re.compile(r"\b(?:luy ke|cumulative|running totals?)\b.*\b(?:luy ke|cumulative|running totals?)\b")
_CORRECTED = re.compile(r"\b(?:dieu chinh|dinh chinh|so dung la|loai \d+)\b")
_AUDITING_WORDS = (
    "lũy kế|cộng dồn|lớn|cao|nhỏ|thấp|bằng|khớp|đúng|lệch|chênh|lớn hơn|nhỏ hơn|ghi|báo cáo|tháng|số|tổng số|đầu năm|"
    "cumulative|"
    "running|total|equal|match|differ|larger|greater|monthly|figure|figures|vì sao|sum|agree|exceed|number"
)
_AUDITING = frozenset(map(fold, _AUDITING_WORDS.split("|")))


def answer_running_sum(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The running total, its months added up and whether they agree; a draft without a word where the reports do not
    give all of them; None where that is not asked."""
    if not asks_running_sum(question):
        return None
    months, _ = one_a_period([i for i in (*found.indexes, *found.beside) if _MONTH.fullmatch(i.report.period)])
    asked = sorted({p for p in (*question.periods, *question.report_periods) if _MONTH.fullmatch(p)})
    last = asked[-1] if asked else max((i.report.period for i in months), default="")
    months = [i for i in months if i.report.period <= last and i.report.period[:4] == last[:4]]
    if not months or months[-1].report.period != last or len({fold(i.report.place) for i in months}) > 1:
        return None
    own = tuple(w for w in question.wanted if not ({fold(k) for k in w.keys} | {w.words}) & (_AUDITING | DOING))
    plain = replace(question, wanted=own or question.wanted, periods=(), report_periods=(), percent=False, kinds=())
    step = bool(_TWICE.search(fold(question.clear))) and len(asked) == 2 and asked[0] == previous(last)
    if not step and [i.report.period[5:] for i in months] != [f"{n:02}" for n in range(1, len(months) + 1)]:
        return Draft()  # the months before those held are in the running total as well
    for total in _running(plain, months[-1])[:TRIED]:
        parts = _months(plain, months[-1:] if step else months, total)
        if step and parts:
            before = [c for c in _running(plain, months[-2]) if _of_one_kind(c, total)]
            parts = [*before[:1], *parts] if before else []
        if len(parts) > 1:
            return _told(question, total, parts, lexicon)
    return Draft()


def _running(question: Question, index: ReportIndex) -> list[Candidate]:
    """The running totals of a report that suit the question, best first."""
    found = [
        c
        for c in ask_again(replace(question, running=RUNNING), index, DOING | _AUDITING)
        if c.figure is not None and index.running[c.figure.id] and c.figure.role in VALUES and enough(c)
    ]
    return sorted(found, key=lambda c: -c.score)


def _months(question: Question, reports: list[ReportIndex], total: Candidate) -> list[Candidate]:
    """What each month counts of that which a running total sums up; none where one of them does not say it."""
    assert total.figure is not None
    alone = replace(question, running=OWN, units=(total.figure.unit,))
    members, without = members_alike(alone, reports)
    if without or not members or not all(_of_one_kind(m.candidate, total) for m in members):
        return []
    if any(m.index.running[m.figure.id] for m in members):
        return []
    return [m.candidate for m in members]


def _of_one_kind(candidate: Candidate, total: Candidate) -> bool:
    a, b = candidate.figure, total.figure
    if a is None or b is None or fold(a.scope) != fold(b.scope):
        return False
    units = [f"{fold(f.unit)} " for f in (a, b)]  # "cấp 40 thẻ căn cước, lũy kế 170 thẻ"
    return unit_key(a.unit) == unit_key(b.unit) or units[0].startswith(units[1]) or units[1].startswith(units[0])


def _told(question: Question, total: Candidate, parts: list[Candidate], lexicon: Lexicon) -> Draft:
    language, whole = question.language, total.figure
    assert whole is not None
    draft = Draft()
    key = draft.cite_statement(total.index, total.statement)
    operands = [Operand(p.figure.value, draft.cite_statement(p.index, p.statement)) for p in parts if p.figure]
    value = sum((o.value for o in operands), Decimal(0))
    name = unit(head_unit(whole.unit), language, lexicon)
    tail = f" {name}" if name else ""
    terms = " + ".join(f"{o.value:f}" for o in operands)
    shown = " + ".join(number(o.value, language) for o in operands)
    keys = [key, *(o.key for o in operands)]
    said = [number(v, language) for v in (whole.value, value, abs(whole.value - value))]
    if value == whole.value:
        draft.calculation = Calculation(terms, value, head_unit(whole.unit), tuple(operands))
        draft.say(
            f"Có, khớp: lũy kế {said[0]}{tail} = {shown}"
            if language == "vi"
            else f"Yes, it adds up: {said[0]}{tail} to date = {shown}",
            *keys,
        )
        return draft
    formula = f"{terms} = {value:f}; {max(whole.value, value):f} - {min(whole.value, value):f}"
    of_all = (Operand(whole.value, key), *operands)
    draft.calculation = Calculation(formula, abs(whole.value - value), head_unit(whole.unit), of_all)
    draft.say(
        f"Không khớp: lũy kế {said[0]}{tail}, cộng lại được {said[1]} (= {shown}), chênh {said[2]}"
        if language == "vi"
        else f"No, it does not add up: {said[0]}{tail} to date, {shown} = {said[1]}, a difference of {said[2]}",
        *keys,
    )
    _correction(draft, question, total)
    return draft


def _correction(draft: Draft, question: Question, total: Candidate) -> None:
    """The note of the running total that corrects an earlier figure, where there is one."""
    block = total.statement.block
    for note in total.index.report.footnotes:
        if note.anchor == block.id and _CORRECTED.search(fold(note.text)):
            at = total.index.by_block[note.id][0]
            statement = total.index.statements[at]
            key = draft.cite_statement(total.index, statement)
            draft.say(quoted(excerpt(statement, None, 60), question.language), key)
            return

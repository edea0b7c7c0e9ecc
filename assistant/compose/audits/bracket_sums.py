"""Whether the parts in the bracket behind a count add up to it: "đã kiểm tra 22/26 đơn vị (08 sở và 13 xã)".

The question states the count; the bracket stands right behind it, and each number in it that is no share is a part.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.asked.restating import adds
from assistant.claims import Calculation, Operand
from assistant.compose.audits.doubts import LEAST, topic
from assistant.compose.audits.footnote_sums import answer_footnote_sum, stated_numbers
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.ledgers import Figure

_BEHIND = re.compile(r"[^()\d.;:]{0,60}\((?P<parts>[^()]*)\)")  # the noun that is counted, and its bracket
PARTS = 2
# Parts put to the test against their whole: "05 sở và 11 xã có khớp với 18 đơn vị không"
SET_AGAINST = re.compile(
    r"\d+ [^?;\d]{2,40}\b(?:va|and|cong) \d+ [^?;\d]{2,40}\b(?:khop|bang|du|match|add up to|make)\b[^?;\d]{0,12}\d"
)


_EACH_SORT = re.compile(  # "số vụ theo từng loại ở chú thích có khớp với 33 vụ không"
    r"\b(?:tung|theo|moi|chi tiet(?: theo| cho)?(?: tung)?) (?:\w+ )?"
    r"(?:loai|nhom|doi tuong|linh vuc|noi dung|dot|khoan|cuoc)\b|"
    r"\bby (?:type|kind|sort|field|group|category)\b"
)


def answer_told_parts(question: Question, indexes: list[ReportIndex], asked: str) -> Draft | None:
    """Whether the parts in the note or the bracket of a count come to it; None where nothing is added up or set
    against it in the folded question."""
    note = answer_footnote_sum(question, indexes) if adds(question) or _EACH_SORT.search(asked) else None
    tests = note is None and (adds(question) or SET_AGAINST.search(asked) is not None)
    return answer_bracket_sum(question, indexes) if tests else note


def answer_bracket_sum(question: Question, indexes: list[ReportIndex]) -> Draft | None:
    """The parts in the bracket added up and set against the number put to the test; None where no count of that value
    has a bracket of parts, or its sentence does not speak of what is asked."""
    stated = [value for value, _ in stated_numbers(question)]
    if len(stated) != 1:
        return None
    for index in indexes:
        for statement in index.statements:
            whole = next((f for f in statement.figures if f.value == stated[0] and f.role in COUNTED), None)
            if whole is None or statement.row is not None:
                continue
            parts = _parts(statement, whole)
            if len(parts) >= PARTS and _speaks_of(question, index, statement):
                return _told(question, index, statement, whole, parts)
    return None


def _parts(statement: Statement, whole: Figure) -> list[Figure]:
    """The figures in the bracket behind a count; [] where a number in it was not read as one."""
    text = statement.block.text
    behind = _BEHIND.match(text, whole.at + len(whole.text))
    if behind is None:
        return []
    start, end = behind.span("parts")
    held = [f for f in statement.figures if start <= f.at < end]
    parts = [f for f in held if f.unit != "%" and f.role in COUNTED]
    numbers = len(re.findall(r"\d[\d.,/]*", behind["parts"]))
    return parts if len(held) == numbers and len(parts) == len(held) else []


def _speaks_of(question: Question, index: ReportIndex, statement: Statement) -> bool:
    weighted = topic(question, [index])
    held = statement.own | statement.sentence | statement.lead | statement.heading
    said = {fold(k) for k in held}
    met = sum(w.weight for w in weighted if {fold(k) for k in w.wanted.keys} & said)
    return met >= LEAST * sum(w.weight for w in weighted) > 0


def _told(question: Question, index: ReportIndex, statement: Statement, whole: Figure, parts: list[Figure]) -> Draft:
    draft, language = Draft(), question.language
    key = draft.cite_statement(index, statement)
    total = sum((f.value for f in parts), Decimal(0))
    formula = " + ".join(f"{f.value:f}" for f in parts)
    operands = tuple(Operand(f.value, key) for f in parts)
    shown = f"{' + '.join(number(f.value, language) for f in parts)} = {number(total, language)}"
    if total == whole.value:
        draft.calculation = Calculation(formula, total, head_unit(whole.unit), operands)
        draft.say(f"Có, khớp: {shown}" if language == "vi" else f"Yes, it adds up: {shown}", key)
        return draft
    high, low = max(total, whole.value), min(total, whole.value)
    gap, said = number(high - low, language), number(whole.value, language)
    draft.calculation = Calculation(
        f"{formula} = {total:f}; {high:f} - {low:f}",
        high - low,
        head_unit(whole.unit),
        (*operands, Operand(whole.value, key)),
    )
    draft.say(
        f"Không khớp: {shown}, báo cáo ghi {said}, chênh lệch {gap}"
        if language == "vi"
        else f"No, it does not add up: {shown}, the report states {said}, a difference of {gap}",
        key,
    )
    return draft

"""The points that a rate would bring by a formula that the report states: "điểm = (tỷ lệ đạt được × điểm tối đa)/100",
with the most of the criterion from its own line ("Số hóa hồ sơ: 20/100 điểm").

Only for those whom the formula is for: what it says of departments tells nothing of communes.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.lists.leading_group import kinds_of_unit
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.verify import work_out
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

_POINTS = guarded(r"\b(?:may|bao nhieu) diem\b(?! phan tram)|\bhow many points\b")
_SUPPOSES = re.compile(r"\b(?:công thức|cách tính|nếu|giả sử|formula|if|would|suppos\w+)\b")  # "nêu" supposes nothing
_RATE = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?) ?(?:%|phan tram\b|per ?cent\b)")
_FORMULA = re.compile(
    r"(?P<who>doi voi [^:=]{3,60}): ?[^:=]{0,60}= ?\(? ?ty le[^*x×=]{0,60}[*x×] ?(?:muc )?diem toi da"
    r"[^=*×]{0,60}\) ?/ ?100\b"
)
_MOST = re.compile(r"^\W*(?P<name>[^:;\d]{3,60}): (?P<most>\d{1,3})/100 điểm\b")


def answer_by_formula(t: Material) -> Draft | None:
    """The rate times the most over a hundred; None where no report asked states the formula for those asked about, or
    no one criterion of it is named."""
    asked = fold(t.question.clear)
    supposes = _POINTS.search(asked) and _SUPPOSES.search(t.question.clear.lower())
    rates = {parse_number(said) for said in _RATE.findall(asked)} if supposes else set()
    rate = rates.pop() if len(rates) == 1 else None
    if rate is None or rate > 100:
        return None
    for index in t.indexes:
        formula = next(((s, m) for s in index.statements if (m := _FORMULA.search(fold(s.quote))) is not None), None)
        if formula is None:
            continue
        statement, stated = formula
        whom, named = kinds_of_unit(statement.quote[: stated.end("who")]), kinds_of_unit(t.question.clear)
        held = _criterion(t, index)
        if held is None or (named and not named <= whom):
            return None
        granted, most = held
        formula_said = f"{rate:f} * {most:f} / 100"
        value = work_out(formula_said)
        if value is None:
            return None
        draft, language = Draft(), t.question.language
        key = draft.cite_statement(index, granted)
        beside = draft.cite_statement(index, statement)
        draft.calculation = Calculation(formula_said, value, "điểm", (Operand(most, key),), (rate,))
        a, b, c = (number(v, language) for v in (value, rate, most))
        draft.say(f"{a} {'điểm' if language == 'vi' else 'points'} (= {b} × {c} / 100)", key, beside)
        draft.say(quoted(excerpt(statement, None), language), beside)
        return draft
    return None


def _criterion(t: Material, index: ReportIndex) -> tuple[Statement, Decimal] | None:
    """The line of the one criterion that the question names, and the most that it grants."""
    asked = {k for w in t.question.wanted for k in w.keys}
    found = []
    for statement in index.statements:
        granted = _MOST.search(statement.quote)
        most = parse_number(granted["most"]) if granted is not None else None
        if granted is not None and most is not None:
            found.append((len(asked & keys(t.lexicon, granted["name"])), statement, most))
    found.sort(key=lambda held: -held[0])
    if not found or not found[0][0] or (len(found) > 1 and found[1][0] == found[0][0]):
        return None
    return found[0][1], found[0][2]

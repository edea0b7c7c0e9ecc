"""The share asked for beside a count that was worked out: "còn bao nhiêu xã chưa kiểm tra, chiếm mấy phần trăm?".

It has no words of its own; it is taken of the whole that the count was taken from: of what is left, or, where it asks
for what is done, of the part. A share that the report states itself is told as it stands.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.verify import values, work_out
from ingest.language.fold import fold

_OF_DONE = re.compile(
    r"\b(?:da|dat|lam duoc|thuc hien duoc|hoan thanh|xong)\b|\b(?:has|have|had|was|were|been) (?:been )?(?:already )?"
    r"(?:done|completed|finished|achieved|reached)\b|\bdone\b"
)
_DENIED = re.compile(r"\b(?:chua|khong|con (?:lai|thieu)|not|still|remain\w*)\b")
_DIFFERENCE = re.compile(r"(\d+(?:\.\d+)?) - (\d+(?:\.\d+)?)")
_STATED = re.compile(r"(\d[\d.,]*) ?%")
_OF_SO_MANY = re.compile(r"\b(?:trong|tren|of)(?: tong)?(?: so)?(?: the)? (?P<n>\d[\d.,]*)(?= \w)")
_MAKES = re.compile(r"\b(?:chiem|bang|tuc|ung voi|share|percent\w*|per cent|proportion)\b")
_COUNT = re.compile(r"(?<![\d/.,])\d[\d.]*")
NEAR = Decimal("0.06")  # a share that is stated and one that is worked out are the same up to so much


def share_besides(count: Draft, text: str, question: str, language: Language) -> Draft | None:
    """The share that a part of a question asks for, of the one difference that tells the count, or of the one number
    that does and the number of all that the `question` says; None of another."""
    worked = count.calculation
    if worked is None:
        return _of_stated(count, text, question, language)
    match = _DIFFERENCE.fullmatch(worked.formula) if worked is not None else None
    if worked is None or match is None or worked.unit == "%" or len(worked.operands) != 2:
        return None
    whole, part = worked.operands
    if not 0 < part.value < whole.value:
        return None
    asked = fold(text)
    done = _OF_DONE.search(asked) is not None and _DENIED.search(asked) is None
    formula = f"{match[2]} / {match[1]} * 100" if done else f"({match[0]}) / {match[1]} * 100"
    value = work_out(formula)
    if value is None:
        return None
    draft = Draft(citations=list(count.citations))
    quote = next((c.quote for c in count.citations if c.key == whole.key), "")
    for stated in _STATED.findall(quote):
        if any(abs(said - value) < NEAR for said in values(stated)):
            draft.say(f"{stated.rstrip('.,')}%", whole.key)
            return draft
    left = part.value if done else worked.value
    draft.calculation = Calculation(formula, value, "%", worked.operands)
    shown = f"{number(left, language)}/{number(whole.value, language)}"
    draft.say(f"{number(value, language)}% (= {shown})", whole.key)
    return draft


def _of_stated(count: Draft, text: str, question: str, language: Language) -> Draft | None:
    """The share that a count makes of so many as the question says there are: "trong 79 đơn còn mấy đơn …"."""
    said = _OF_SO_MANY.search(fold(question))
    told = _COUNT.findall(count.claims[0].text) if count.claims else []
    if said is None or len(told) != 1 or not _MAKES.search(fold(text)) or not count.claims[0].keys:
        return None
    all_of, part = values(said["n"]), values(told[0])
    key = count.claims[0].keys[0]
    quote = next((c.quote for c in count.citations if c.key == key), "")
    if len(all_of) != 1 or len(part) != 1 or not (all_of | part) <= values(quote):
        return None
    (high,), (low,) = all_of, part
    value = work_out(f"{low:f} / {high:f} * 100") if 0 < low < high else None
    if value is None:
        return None
    draft = Draft(citations=list(count.citations))
    operands = (Operand(low, key), Operand(high, key))
    draft.calculation = Calculation(f"{low:f} / {high:f} * 100", value, "%", operands)
    draft.say(f"{number(value, language)}% (= {number(low, language)}/{number(high, language)})", key)
    return draft

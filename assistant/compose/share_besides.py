"""The share asked for beside a count that was worked out: "còn bao nhiêu xã chưa kiểm tra, chiếm mấy phần trăm?".

It has no words of its own; it is taken of the whole that the count was taken from: of what is left, or, where it asks
for what is done, of the part. A share that the report states itself is told as it stands.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Language
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
NEAR = Decimal("0.06")  # a share that is stated and one that is worked out are the same up to so much


def share_besides(count: Draft, text: str, language: Language) -> Draft | None:
    """The share that a part of a question asks for, of the one difference that tells the count; None of another."""
    worked = count.calculation
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

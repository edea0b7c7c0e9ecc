"""What is done and what is left, asked for together ("kể cả chưa lập", "with and without"): the whole that a sentence
gives in these two parts, or sets the part that is done over."""

from __future__ import annotations

import re

from assistant.asked.looked_for import looked_for
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

TRIED = 8  # candidates looked at for a pair
_ALL = looked_for(
    r"\bwith and without\b|\bwith\b.{0,40}\band (?:[a-z]+ ){0,4}without\b|"
    r"^(?=.*\b(?:altogether|in all|in total|total|counting|together|combined)\b).*"
    r"\b(?:with|have|has|had|that|who|those)\b.{2,60}\band (?:[a-z]+ ){0,5}(?:not|without|never|yet to)\b|"
    r"\bboth .{2,60} and (?:[a-z]+ ){0,4}(?:not|without|missing|lacking|left)\b|"
    r"\bca (?:\w+ ){0,6}(?:da|co|duoc) .{0,40}\b(?:lan|va) (?:\w+ ){0,6}(?:chua|khong)\b|"
    r"\b(?:ke ca|gom ca|tinh ca) .{0,30}\b(?:chua|khong)\b"
)
_AND_LEFT = re.compile(r"[,;] (?:con(?: lai)?|chua|va con)\s*$")


def asks_halves(question: Question) -> bool:
    """Whether what is done and what is left are asked for together."""
    return not question.percent and _ALL(fold(question.clear))


def answer_halves(question: Question, figures: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """A whole that a sentence gives in two parts, what has something and what has not ("đã lập 40 sổ, còn 12 sổ chưa
    lập"), where both together are asked for, or over a stroke ("đã lập 40/52 sổ"); None of any other parts."""
    if not asks_halves(question):
        return None
    for candidate in figures[:TRIED]:
        first, statement = candidate.figure, candidate.statement
        if first is None or first.role not in COUNTED or statement.row is not None:
            continue
        if first.comparison is not None and first.comparison.period in {"total", "target"} and "/" in first.text:
            return _over_stroke(question, candidate, first, lexicon)
        for second in statement.figures:
            gap = fold(statement.block.text[first.at + len(first.text) : second.at]) if second.at > first.at else ""
            like = unit_key(second.unit) == unit_key(first.unit) and second.role in COUNTED
            if like and _AND_LEFT.search(gap) and len(gap.split()) <= 6:
                draft = Draft()
                key = draft.cite_statement(candidate.index, statement)
                total = first.value + second.value
                told = head_unit(first.unit)
                operands = (Operand(first.value, key), Operand(second.value, key))
                draft.calculation = Calculation(f"{first.value:f} + {second.value:f}", total, told, operands)
                a, b, c = (number(v, question.language) for v in (total, first.value, second.value))
                draft.say(f"{a} {unit(told, question.language, lexicon)}".strip() + f" (= {b} + {c})", key)
                draft.say(quoted(excerpt(statement, first.at), question.language), key)
                return draft
    return None


def _over_stroke(question: Question, candidate: Candidate, part: Figure, lexicon: Lexicon) -> Draft | None:
    """The whole that a part is set over, as the report prints it."""
    whole = part.comparison.value if part.comparison is not None else None
    if whole is None:
        return None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    name = unit(head_unit(part.unit), question.language, lexicon)
    lead = "Tất cả" if question.language == "vi" else "In total"
    draft.say(f"{lead}: {number(whole, question.language)} {name}".strip(), key)
    draft.say(quoted(excerpt(candidate.statement, part.at), question.language), key)
    return draft

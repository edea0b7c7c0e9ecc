"""How far apart two counts of one thing are that a sentence sets against each other: "theo báo cáo là 61 thẻ, tuy nhiên
trên hệ thống ghi nhận 48 thẻ"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.sufficiency import HEAVY
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.statements import Statement
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

TRIED = 4
_ASKED = re.compile(
    r"\b(?:chenh|lech)(?: lech| nhau)*(?: so voi)? (?:bao nhieu|may)\b|"
    r"\b(?:he thong|so lieu)\b[^?;]{0,80}\b(?:chenh|lech|khac)(?: lech| nhau)* (?:bao nhieu|may|the nao|ra sao)\b|"
    r"\b(?:nhieu|it|cao|thap) hon (?:so voi )?(?:tren )?(?:he thong|so lieu|so ghi nhan)\b[^?;]{0,60}"
    r"\b(?:bao nhieu|may)\b|"
    r"\bhow many (?:more|fewer|less) [^?;]{2,90}\bthan\b[^?;]{0,60}\b(?:systems?|records?|recorded|reports?|reported|"
    r"counts?|counted|shows?|showed)\b|"
    r"\b(?:how (?:far|many|much)|what)\b[^?;]{0,60}\b(?:difference|gap|discrepancy|differ|apart)\b|"
    r"\bby how (?:many|much)\b[^?;]{0,80}\bdiffer\b"
)
_BODIES = ("sở ", "cục ", "chi cục ", "ban ", "công an", "văn phòng ", "thanh tra", "trung tâm ", "ủy ban ")
_BUT = re.compile(r"[,;.] (?:tuy nhien|nhung|song|trong khi(?: do)?|con|ma)\b")


def answer_at_odds(t: Material) -> Draft | None:
    """The difference of the two counts, larger less smaller; None where no sentence that says enough of the question
    sets just two of one unit against each other."""
    question = t.question
    if (
        not question.is_(Kind.FIGURE, Kind.AUDIT, Kind.COMPARISON)
        or question.percent
        or not _ASKED.search(fold(question.clear))
    ):
        return None
    for candidate in [c for c in t.found.candidates if c.figure is None][:TRIED]:
        names = candidate.lacks < HEAVY and not any(w.must or _is_body(w.keys) for w in candidate.missing)
        pair = _pair(question, candidate.statement) if names and candidate.coverage >= FIGURE_COVERAGE else None
        if pair is not None:
            return _told(question, candidate, pair, t.lexicon)
    return None


def _is_body(keys: Sequence[str]) -> bool:
    """Whether a term of the question is a body: what is counted of another is not of it."""
    return any(key.startswith(_BODIES) for key in keys)


def _pair(question: Question, statement: Statement) -> tuple[Figure, Figure] | None:
    """The only two counts of the unit that is asked for, where "tuy nhiên" or the like stands between them."""
    if statement.row is not None or statement.ahead:
        return None
    units = (f for f in statement.figures if f.role in COUNTED and f.unit != "%")
    counted = [f for f in units if unit_fits(question, f.unit) or question.head == head_unit(f.unit)]
    first, second = sorted(counted, key=lambda f: f.at) if len(counted) == 2 else (None, None)
    if first is None or second is None or unit_key(first.unit) != unit_key(second.unit) or first.value == second.value:
        return None
    between = fold(statement.block.text[first.at + len(first.text) : second.at])
    return (first, second) if _BUT.search(f"{between} ") else None


def _told(question: Question, candidate: Candidate, pair: tuple[Figure, Figure], lexicon: Lexicon) -> Draft:
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    high, low = sorted((f.value for f in pair), reverse=True)
    told = head_unit(pair[0].unit)
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, (Operand(high, key), Operand(low, key)))
    a, b, c = (number(v, question.language) for v in (high - low, high, low))
    lead = "Chênh" if question.language == "vi" else "A difference of"
    draft.say(f"{lead} {a} {unit(told, question.language, lexicon)}".strip() + f" (= {b} − {c})", key)
    draft.say(quoted(excerpt(candidate.statement, pair[1].at), question.language), key)
    return draft

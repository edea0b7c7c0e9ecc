"""How far what was reached is from the target it is set over: by how much it exceeds it, or falls short of it."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

TRIED = 8  # candidates looked at for a target
POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}

_TARGET = r"(?:chi tieu|muc tieu|ke hoach|nghi quyet|du toan|yeu cau|targets?|plan)"
_LESS = r"kem|thieu|hut|thap hon|con cach|cach"
_MUCH = r"(?:bao nhieu|may)"
_TOPS = r"(?:exceed\w*|surpass\w*|beat|overshoots?|overshot|outstrip\w*|go(?:es)? beyond|went beyond|top(?:s|ped)?)"
_ABOVE = re.compile(
    rf"\bvuot\b[^?.;]{{0,60}}\b{_MUCH}\b|\b{_MUCH}\b[^?.;]{{0,40}}\bvuot\b|"
    rf"\bby how (?:many|much)\b[^?.;]{{0,60}}\b{_TOPS}|\b{_TOPS}\b[^?.;]{{0,60}}\bby how (?:many|much)\b|"
    r"\b(?:above|over|beyond) (?:the |its |their )?(?:\w+ )?target\b"
)
_BELOW = re.compile(
    rf"\b(?:{_LESS}|it hon|chua dat)\b[^?.;]{{0,40}}\b{_TARGET}\b[^?.;]{{0,60}}\b{_MUCH}\b|"
    rf"\b(?:{_LESS})\b[^?.;]{{0,30}}\b{_MUCH}\b[^?.;]{{0,60}}\b{_TARGET}\b|"
    rf"\b(?:short of|below|under|behind|miss(?:ed)?) (?:the |its |their )?(?:\w+ ){{0,2}}{_TARGET}\b"
)
_SAYS = frozenset(
    {
        "vuot", "kem", "thieu", "hut", "cach", "chua dat", "chi tieu", "muc tieu", "ke hoach", "nghi quyet", "du toan",
        "yeu cau", "diem phan tram", "exceed", "beat", "surpass", "target", "short", "below", "above",
    }
)  # fmt: skip


def answer_target_gap(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What was reached less its target, or the target less it, as the question has it; None where no statement gives
    both."""
    asked = fold(question.clear)
    above = _ABOVE.search(asked) is not None
    if not above and _BELOW.search(asked) is None:
        return None
    evidence = sorted(
        (
            c
            for index in found.indexes
            for c in ask_again(question, index, DOING | _SAYS, timeless=False)
            if c.figure is not None and enough(c)
        ),
        key=lambda c: -c.score,
    )
    for candidate in evidence[:TRIED]:
        figure = candidate.figure
        if figure is None or figure.role is Role.TARGET or not (question.percent or unit_fits(question, figure.unit)):
            continue
        target = _target(candidate, figure)
        if target is None or (figure.value > target) is not above or figure.value == target:
            continue
        values = (figure.value, target) if above else (target, figure.value)
        return _gap(question, candidate, figure, values, lexicon)
    return None


def _target(candidate: Candidate, figure: Figure) -> Decimal | None:
    """The target a figure is set over ("61/59 người"), the one that follows it ("51,8% (chỉ tiêu là 70%)"), or the only
    one of its row, where the columns say which is which."""
    if figure.comparison is not None and figure.comparison.period == "target":
        return figure.comparison.value
    row = candidate.statement.row is not None
    after = [
        f
        for f in candidate.statement.figures
        if f.role is Role.TARGET and (f.at > figure.at or row) and unit_key(f.unit) == unit_key(figure.unit)
    ]
    if row and len(after) != 1:
        return None
    return min(after, key=lambda f: f.at).value if after else None


def _gap(
    question: Question, candidate: Candidate, figure: Figure, values: tuple[Decimal, Decimal], lexicon: Lexicon
) -> Draft:
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    high, low = values
    language = question.language
    told = POINTS[language] if figure.unit == "%" else unit(head_unit(figure.unit), language, lexicon)
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, (Operand(high, key), Operand(low, key)))
    a, b, c = (number(v, language) for v in (high - low, high, low))
    sign = "%" if figure.unit == "%" else ""
    draft.say(f"{a} {told}".strip() + f" (= {b}{sign} − {c}{sign})", key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft

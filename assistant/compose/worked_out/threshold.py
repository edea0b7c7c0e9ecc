"""How much a share lacks to the mark at which points are given: "hiện đạt 32% (trường hợp dưới 70% thì đạt 0 điểm)",
"còn thiếu bao nhiêu để không bị 0 điểm?".

The mark must stand right behind the share, and be of what the question asks: of no points at all, or of all of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

TRIED = 8
REACH = 90  # characters behind a share in which its mark stands
_MUCH = r"(?:bao nhieu|may)"
_ASKED = guarded(
    rf"\b(?:thieu|kem|cach|hut|thap hon|can (?:them|tang)|phai tang)\b[^?;]{{0,60}}\b{_MUCH}\b|"
    r"\bhow (?:far|much|many)\b[^?;]{0,60}\b(?:below|short|away|under|missing|lack\w*|need\w*)\b|"
    r"\bhow (?:much|many) more\b"
)
_NO_POINTS = re.compile(
    r"\b(?:0|khong(?: co)?|mat(?: het)?|mat trang) diem\b|\bdiem (?:0|khong)\b|\b(?:duoc|co|tinh)(?: tinh)? diem\b|"
    r"\b(?:zero|no|any) points?\b|\bscor(?:e|es|ed|ing) (?:zero|anything|points)\b|\bearn\w* points\b"
)
_ALL_POINTS = re.compile(r"\b(?:diem )?toi da\b|\btron diem\b|\b(?:full|maximum|all the) (?:points|marks|score)\b")
_MARK = re.compile(
    r"%?[^%]{0,60}?\b(?P<how>duoi|dat|tu) (?P<mark>\d{1,3}(?:,\d+)?)% ?"
    r"(?:thi )?[^.;]{0,40}?\b(?P<what>0 diem|diem toi da)"
)
_SAYS = frozenset(
    {
        "diem", "thieu", "con thieu", "kem", "con cach", "cach", "hut", "thap hon", "toi da", "diem toi da",
        "tinh diem", "duoc tinh", "dat", "tang", "nua", "tron", "can", "points", "point", "score", "0", "marks", "full",
        "maximum", "need", "needs", "short", "lack", "lacks", "percentage", "percentage points",
    }
)  # fmt: skip
POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}


def answer_threshold(t: Material) -> Draft | None:
    """The mark less the share; None where no mark of that sort stands behind the share asked about."""
    question, asked = t.question, fold(t.question.clear)
    if not _ASKED.search(asked) or question.is_(Kind.CAUSE, Kind.AUDIT):
        return None
    wanted = "0 diem" if _NO_POINTS.search(asked) else "diem toi da" if _ALL_POINTS.search(asked) else ""
    if not wanted:
        return None
    share = replace(question, percent=True, units=(), also_units=())
    evidence = (c for i in t.indexes for c in ask_again(share, i, DOING | _SAYS) if c.figure is not None)
    shares = sorted((c for c in evidence if enough(c) and c.figure and c.figure.unit == "%"), key=lambda c: -c.score)
    for candidate in shares[:TRIED]:
        figure = candidate.figure
        mark = _mark(candidate, figure, wanted) if figure is not None else None
        if figure is not None and mark is not None and figure.value < mark:
            return _told(t, candidate, figure, mark)
    return None


def _mark(candidate: Candidate, figure: Figure, wanted: str) -> Decimal | None:
    text = candidate.statement.block.text
    behind = fold(text[figure.at + len(figure.text) : figure.at + len(figure.text) + REACH + len(wanted)])
    said = _MARK.match(behind)
    return Decimal(said["mark"].replace(",", ".")) if said is not None and said["what"] == wanted else None


def _told(t: Material, candidate: Candidate, figure: Figure, mark: Decimal) -> Draft:
    language, draft = t.question.language, Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    gap = mark - figure.value
    operands = (Operand(mark, key), Operand(figure.value, key))
    draft.calculation = Calculation(f"{mark:f} - {figure.value:f}", gap, POINTS[language], operands)
    a, b, c = (number(v, language) for v in (gap, mark, figure.value))
    draft.say(f"{a} {POINTS[language]} (= {b}% − {c}%)", key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft

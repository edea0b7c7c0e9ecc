"""Whether what is counted over a time contradicts what is counted over a longer one that holds it: "từ đầu năm 6.000 hồ
sơ" and, of the same, "từ ngày 01/3 đến nay 9.000 hồ sơ" cannot both be so."""

from __future__ import annotations

import re

from assistant.claims import Calculation, Operand
from assistant.compose.audits.doubts import LEAST, topic
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

_ASKED = guarded(
    r"\b(?:mau thuan|hop ly|khop|thong nhat|vo ly|nhat quan|"
    r"contradict\w*|consisten\w*|inconsisten\w*|plausible|conflict\w*)\b"
)
_LONG = re.compile(
    r"\b(?:tu|ke tu) dau nam\b|\bluy ke\b|\bsince (?:the )?(?:start|beginning) of\b|\byear[- ]to[- ]date\b"
)
_SHORT = re.compile(
    r"\b(?:tu|ke tu) (?:ngay )?\d{1,2}[/.]\d|\btrong (?:thang|quy|ky)\b|\bthang \d|\bsince \d|"
    r"\b(?:since|from) (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)"
)


def answer_spans_within(question: Question, indexes: list[ReportIndex]) -> Draft | None:
    """The first count of the longer time beside that of the shorter one, from one paragraph, with what follows; None
    where the question does not set two such times against each other."""
    asked = fold(question.clear)
    if not _ASKED.search(asked) or not _LONG.search(asked) or not _SHORT.search(asked):
        return None
    best: tuple[float, ReportIndex, Statement, Statement] | None = None
    for index in indexes:
        weighted = topic(question, [index])
        total = sum(w.weight for w in weighted)
        for long in index.statements if total else ():
            if long.row is not None or not long.figures or not _LONG.search(fold(long.quote)):
                continue
            met = sum(w.weight for w in weighted if {*w.wanted.keys} & (long.own | long.lead | long.sentence))
            if met < LEAST * total or (best is not None and met / total <= best[0]):
                continue
            held = (index.statements[n] for n in index.by_block[long.block.id])
            short = next((s for s in held if s is not long and s.figures and _is_short(s)), None)
            if short is not None and _first(long) and _first(short):
                best = (met / total, index, long, short)
    if best is None:
        return None
    _, index, long, short = best
    whole, part = _first(long), _first(short)
    if whole is None or part is None or unit_key(whole.unit) != unit_key(part.unit):
        return None
    return _told(question, index, (long, whole), (short, part))


def _is_short(statement: Statement) -> bool:
    said = fold(statement.quote)
    return bool(_SHORT.search(said)) and not _LONG.search(said)


def _first(statement: Statement) -> Figure | None:
    counted = (f for f in statement.figures if f.role in COUNTED and f.unit != "%")
    return min(counted, key=lambda f: f.at, default=None)


def _told(
    question: Question, index: ReportIndex, long: tuple[Statement, Figure], short: tuple[Statement, Figure]
) -> Draft:
    draft, language = Draft(), question.language
    keys = (draft.cite_statement(index, long[0]), draft.cite_statement(index, short[0]))
    whole, part = long[1].value, short[1].value
    a, b, c = (number(v, language) for v in (whole, part, abs(part - whole)))
    name = head_unit(long[1].unit)
    high, low = max(whole, part), min(whole, part)
    operands = (Operand(whole, keys[0]), Operand(part, keys[1]))
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, name, operands)
    if part > whole:
        draft.say(
            f"Có mâu thuẫn: cả thời gian dài ghi {a} {name}, riêng thời gian nằm trong đó ghi {b} {name}, lớn hơn {c}"
            if language == "vi"
            else f"Yes, they contradict: {a} over the longer time, {b} over the shorter one within it, {c} more",
            *keys,
        )
    else:
        draft.say(
            f"Không mâu thuẫn: {b} {name} của thời gian ngắn không lớn hơn {a} {name} của cả thời gian"
            if language == "vi"
            else f"No contradiction: {b} over the shorter time is not more than {a} over the whole",
            *keys,
        )
    return draft

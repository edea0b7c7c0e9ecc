"""How far two values of one passage are apart that a question names each by its own words: "kinh phí cấp tỉnh hơn cấp
xã bao nhiêu?", "thợ nề đông hơn thợ mộc mấy người?".

The words on either side of the comparison stand each at one of the two figures, what both sides share in the passage.
Where a figure on each side is not sure, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.compose.worked_out.gap_asked import sides
from assistant.compose.worked_out.passage_figures import At, Term, beside, figures_at, is_whole, says, stands, terms_of
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure

LEAST, LACKING = 0.6, 0.34  # of what is asked, in and around the passage
SURE = 0.15  # by which the best pair must lead another of other values
_OF_ALL = re.compile(r"\b(?:toan (?:tinh|huyen|xa|nganh)|(?:muc|ty le|binh quan) chung|tong so|overall|whole)\b")
LAST, ALIKE = 0.4, 0.4
NEAR = 3  # statements that may lie between two items of a list
_PAPERS = frozenset({"nghi quyet", "quyet dinh", "ke hoach", "cong van", "chi thi", "van ban", "thong bao"})
POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}


def answer_named_apart(t: Material) -> Draft | None:
    """The greater of the two less the other; None where they are not told in one passage, or not in one unit."""
    question = t.question
    both = sides(question)
    if both is None:
        return None
    best: tuple[float, At, At] | None = None
    rival = 0.0
    for index in t.indexes:
        terms = terms_of(question, index, " ".join(both))
        left = sorted((w for w in terms if says(w, both[0])), key=lambda w: both[0].rfind(w.words))
        right = [w for w in terms if says(w, both[1]) and not says(w, both[0])]
        if not right or not left:
            continue
        for score, one, other in _pairs(question, index, left, right):
            if best is not None and {one.figure.value, other.figure.value} == {
                best[1].figure.value,
                best[2].figure.value,
            }:
                continue
            if best is None or score > best[0]:
                best, rival = (score, one, other), best[0] if best is not None else 0.0
            else:
                rival = max(rival, score)
    if best is None or best[0] - rival < SURE:
        return None
    return _told(question, best[1], best[2], t.lexicon)


def _pairs(
    question: Question, index: ReportIndex, left: Sequence[Term], right: Sequence[Term]
) -> Iterator[tuple[float, At, At]]:
    """The figures at which the words of the right side stand, each with those near it that words of the left name."""
    whole = _OF_ALL.search(fold(question.clear)) is not None  # set against its own part
    for statement in index.statements:
        if not statement.figures or statement.row is not None or statement.ahead:
            continue
        if not all(stands(w, f"{statement.plain} ", index, ()) for w in right):
            continue
        for other in figures_at(question, index, statement):
            if not all(stands(w, other.words, index, (other,)) for w in right):
                continue
            around = index.statements[max(0, statement.index - NEAR) : statement.index + NEAR + 1]
            for one in (f for s in around if beside(s, statement) for f in figures_at(question, index, s)):
                if one.figure.id == other.figure.id or not _comparable(one.figure, other.figure):
                    continue
                if not whole and (is_whole(one, other) or is_whole(other, one)):
                    continue
                score = _score(index, one, other, left, right)
                if score:
                    yield score, one, other


def _comparable(a: Figure, b: Figure) -> bool:
    alike = unit_key(a.unit) == unit_key(b.unit) or {unit_key(a.unit), unit_key(b.unit)} <= _PAPERS
    return alike and a.value != b.value and (a.period == b.period or not a.period)


def _score(index: ReportIndex, one: At, other: At, left: Sequence[Term], right: Sequence[Term]) -> float:
    """How much of the left side stands at its figure and around both; 0.0 where too little does, or no word of it tells
    its figure from the other's."""
    at_one = [w for w in left if stands(w, one.words, index, (one,))]
    own = [w for w in at_one if not stands(w, other.words, index, (other,))]
    if not at_one or all(stands(w, one.words, index, ()) for w in right):
        return 0.0
    if not own and left[-1] not in at_one:
        return 0.0
    block = {s.block.id: s for s in (one.statement, other.statement)}
    held = frozenset().union(*(s.own | s.sentence | s.lead | s.before | s.heading for s in block.values()))
    first = min(s.index for s in block.values())
    above = index.statements[max(0, first - NEAR) : first]
    said = " ".join(plain(s.block.text) for s in (*above, *block.values()))
    total = sum(w.weight for w in left)
    covered = lacking = 0.0
    for w in left:
        if w in own or w.keys & held or f" {w.words} " in said:
            covered += w.weight
        else:
            lacking = max(lacking, w.weight)
    if not total or covered / total < LEAST or lacking / total > LACKING:
        return 0.0
    near = 0.1 * (one.statement is other.statement) + 0.1 * (one.statement.block.id == other.statement.block.id)
    last = LAST * (left[-1] in own)  # what stands right before the comparison is what is compared
    alike = ALIKE * sum(w.weight for w in left if stands(w, other.words, index, (other,))) / total
    return covered / total + sum(w.weight for w in at_one) / total + near + last + alike


def _told(question: Question, one: At, other: At, lexicon: Lexicon) -> Draft:
    language, draft = question.language, Draft()
    keys = [draft.cite_statement(x.index, x.statement) for x in (one, other)]
    high, low = sorted((x.figure.value for x in (one, other)), reverse=True)
    percent = one.figure.unit == "%"
    same = unit_key(one.figure.unit) == unit_key(other.figure.unit)
    told = unit(head_unit(one.figure.unit) if same else "văn bản", language, lexicon)
    told = POINTS[language] if percent else told
    operands = tuple(Operand(x.figure.value, k) for x, k in zip((one, other), keys, strict=True))
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, operands)
    sign = "%" if percent else ""
    a, b, c = (number(v, language) for v in (high - low, high, low))
    draft.say(f"{a} {told}".strip() + f" (= {b}{sign} − {c}{sign})", *dict.fromkeys(keys))
    for x, key in zip((one, other)[: len({*keys})], dict.fromkeys(keys), strict=True):
        draft.say(quoted(excerpt(x.statement, x.figure.at), language), key)
    return draft

"""How far two values of one passage are apart that a question names each by its own words: "kinh phí cấp tỉnh hơn cấp
xã bao nhiêu?", "hội viên nông dân nhiều hơn hội viên cựu chiến binh mấy người?".

The words on either side of the comparison stand each at one of the two figures, what both sides share in the passage.
Where a figure on each side is not sure, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.compose.worked_out.gap_asked import sides
from assistant.evidence.coverage import weigh
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains
from ingest.ledgers import Figure, Role

TELLING = 0.3  # weight of a word that tells one side from the other
LEAST, LACKING = 0.6, 0.34  # of what is asked, in and around the passage
SURE = 0.15  # by which the best pair must lead another of other values
_LEVEL = re.compile(r"\b(?:cap|toan) (?:tinh|huyen|xa|quoc)\b")
_PARTS = re.compile(r"[^.;\d]{0,30}[,.:;(]?\s*(?:cu the|trong (?:do|so do)|(?:bao )?gom)\b")
_OF_ALL = re.compile(r"\b(?:toan (?:tinh|huyen|xa|nganh)|(?:muc|ty le|binh quan) chung|tong so|overall|whole)\b")
LAST = 0.4
NEAR = 3  # statements that may lie between two items of a list
_CUT = re.compile(r"[,;:()]|\.\s|\bvà\b|\bcòn\b")
_NOT_SAID = frozenset({"hơn", "ít", "nhiều", "cao", "thấp", "kém", "chênh lệch", "more", "fewer", "less", "difference"})
_PAPERS = frozenset({"nghi quyet", "quyet dinh", "ke hoach", "cong van", "chi thi", "van ban", "thong bao"})
POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}


@dataclass(frozen=True, slots=True)
class _Term:
    """What one side says: its words, the concepts they stand for, and how much it tells."""

    words: str
    keys: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _At:
    """A figure, the statement it stands in and the words right at it."""

    index: ReportIndex
    statement: Statement
    figure: Figure
    words: str


def answer_named_apart(t: Material) -> Draft | None:
    """The greater of the two less the other; None where they are not told in one passage, or not in one unit."""
    question = t.question
    both = sides(question)
    if both is None:
        return None
    best: tuple[float, _At, _At] | None = None
    rival = 0.0
    for index in t.indexes:
        terms = _terms(question, index, " ".join(both))
        left = sorted((w for w in terms if _in(w, both[0])), key=lambda w: both[0].rfind(w.words))
        right = [w for w in terms if _in(w, both[1]) and not _in(w, both[0])]
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


def _terms(question: Question, index: ReportIndex, asked: str) -> list[_Term]:
    """The telling terms of a question, and the levels that it names, which are no terms."""
    found = [
        _Term(w.wanted.words, frozenset((*w.wanted.keys, *w.akin)), w.weight)
        for w in weigh(question, index)
        if w.wanted.weight >= TELLING and w.wanted.words and _NOT_SAID.isdisjoint(w.wanted.keys)
    ]
    levels = (m[0] for m in _LEVEL.finditer(asked) if not any(m[0] in t.words for t in found))
    return found + [_Term(level, frozenset(), 1.0) for level in dict.fromkeys(levels)]


def _in(term: _Term, side: str) -> bool:
    return f" {term.words} " in f" {' '.join(re.findall(r'[^ ,.;:?()]+', side))} "


def _pairs(
    question: Question, index: ReportIndex, left: Sequence[_Term], right: Sequence[_Term]
) -> Iterator[tuple[float, _At, _At]]:
    """The figures at which the words of the right side stand, each with those near it that words of the left name."""
    whole = _OF_ALL.search(fold(question.clear)) is not None  # set against its own part
    for statement in index.statements:
        if not statement.figures or statement.row is not None or statement.ahead:
            continue
        if not all(_stands(w, f"{statement.plain} ", index, ()) for w in right):
            continue
        for other in _figures(question, index, statement):
            if not all(_stands(w, other.words, index, (other,)) for w in right):
                continue
            around = index.statements[max(0, statement.index - NEAR) : statement.index + NEAR + 1]
            for one in (f for s in around if _beside(s, statement) for f in _figures(question, index, s)):
                if one.figure.id == other.figure.id or not _comparable(one.figure, other.figure):
                    continue
                if not whole and (_is_whole(one, other) or _is_whole(other, one)):
                    continue
                score = _score(index, one, other, left, right)
                if score:
                    yield score, one, other


def _beside(one: Statement, other: Statement) -> bool:
    """Whether two statements are of one block, or items of one list."""
    if one.row is not None or one.ahead:
        return False
    return one.block.id == other.block.id or (one.heading == other.heading and one.block.kind == other.block.kind)


def _comparable(a: Figure, b: Figure) -> bool:
    alike = unit_key(a.unit) == unit_key(b.unit) or {unit_key(a.unit), unit_key(b.unit)} <= _PAPERS
    return alike and a.value != b.value and (a.period == b.period or not a.period)


def _is_whole(one: _At, other: _At) -> bool:
    """Whether a figure is the whole of which the passage goes on to tell the other as a part."""
    text, end = one.statement.block.text, one.figure.at + len(one.figure.text)
    before = one.statement.block.id != other.statement.block.id or one.figure.at < other.figure.at
    return before and one.statement.index <= other.statement.index and _PARTS.match(fold(text[end:])) is not None


def _score(index: ReportIndex, one: _At, other: _At, left: Sequence[_Term], right: Sequence[_Term]) -> float:
    """How much of the left side stands at its figure and around both; 0.0 where too little does, or no word of it tells
    its figure from the other's."""
    at_one = [w for w in left if _stands(w, one.words, index, (one,))]
    own = [w for w in at_one if not _stands(w, other.words, index, (other,))]
    if not at_one or all(_stands(w, one.words, index, ()) for w in right):
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
    return covered / total + sum(w.weight for w in own) / total + near + last


def _stands(term: _Term, words: str, index: ReportIndex, at: Sequence[_At]) -> bool:
    """Whether a term stands in the words at a figure; by its concept alone only where the passage has not the word."""
    forms = (term.words.removeprefix("so "), *map(fold, term.keys))
    if any(form and f" {form} " in words for form in forms):
        return True
    return any(
        term.keys & index.local_keys[a.figure.id] and not any(f" {f} " in plain(a.statement.quote) for f in forms)
        for a in at
    )


def _figures(question: Question, index: ReportIndex, statement: Statement) -> Iterator[_At]:
    """The counts and shares of a statement, each with the words right before and behind it."""
    figures = sorted((f for f in statement.figures if f.role in COUNTED or f.unit == "%"), key=lambda f: f.at)
    figures = [f for f in figures if f.role not in {Role.TARGET, Role.CHANGE, Role.PREVIOUS}]
    text = statement.block.text
    for i, figure in enumerate(figures):
        if question.percent and figure.unit != "%":
            continue
        if (
            index.running[figure.id]
            and any(len(p) == len("2031-05") for p in question.periods)
            and not question.running
        ):
            continue
        sooner = [f for f in figures[:i] if (f.unit == "%") == (figure.unit == "%")]
        start = sooner[-1].at + len(sooner[-1].text) if sooner else statement.start
        before, end = text[start : figure.at], figure.at + len(figure.text)
        if sooner:
            before = before[m.end() :] if (m := _CUT.search(before)) else before
        stop = figures[i + 1].at if i + 1 < len(figures) else statement.end
        behind = text[end:stop]
        behind = behind[: m.start()] if (m := _CUT.search(behind)) else behind
        yield _At(index, statement, figure, plain(f"{before} {behind} {figure.unit}"))


def _of_time(asked: str, told: str) -> bool:
    return asked == told or contains(asked, told) or (len(told) == len("2031") and contains(told, asked))


def _told(question: Question, one: _At, other: _At, lexicon: Lexicon) -> Draft:
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

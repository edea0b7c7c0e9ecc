"""The sum over parts that the question itself lists: "Tính cả phòng, trung tâm và trường học thì đã kiểm tra tổng cộng
bao nhiêu nơi?", "Counting the units praised and those criticised, how many were named altogether?".

Every part that is listed must be counted in one sentence, each by figures of its own, and all that are counted there
under these names are added. Where the sentence counts the whole itself and they do not come to it,
nothing is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.question import Question
from assistant.words.everyday import STOP
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import DAY, contains
from ingest.ledgers import Figure

_LISTED = guarded(
    r"\b(?:tinh|ke|gop|cong|bao gom)(?: luon| chung| them| gop)? ca (?P<vi>[^;?()]{5,160}?)(?= thi\b|[)?;]|\W*$)|"
    r"\b(?:counting|including|adding)(?: both| together)? (?P<en>[^;?()]{5,160}?)(?=,? how (?:many|much)\b|[)?;]|\W*$)"
)
_TOGETHER = re.compile(
    r"\b(?:tong cong|tong so|tat ca|het thay|ca thay)\b|\b(?:altogether|in all|in total|all told|total|together)\b"
)
_ADDS = re.compile(r"(?:gop|cong|adding)\b")  # who adds wants the sum, whether or not it is said again
_NUMBER = re.compile(r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b")
_APART = re.compile(r",? (?:va|lan|cung|cung voi|and|plus) (?:ca )?|, ?|; ?")
_WORD = re.compile(r"\w+")
_WHOLE_BEFORE = re.compile(r"[(:]|\b(?:gom|trong do|bao gom|trong so do)\b")
_SUM_BEHIND = re.compile(r"\btong (?:cong|so)\b|\bcong (?:lai|la)\b")
# Of anything: "bao nhiêu nơi", "mấy đơn vị".
_OF_ANYTHING = frozenset({"noi", "cho", "co quan", "don vi", "dia phuong", "viec", "dau moi", "truong hop", "noi dung"})
_LITTLE = STOP - {"khong", "chua", "dang", "da"} | {
    "cac",
    "nhung",
    "loai",
    "so",
    "o",
    "ca",
    "tai",
    "cua",
    "those",
    "ones",
    "the",
    "both",
    "units",
}
TRIED = 12  # candidates looked at


def answer_counted_together(t: Material) -> Draft | None:
    """The sum of what the question lists; None unless one sentence counts each part of the list."""
    question = t.question
    asked = fold(question.clear)
    listed = _LISTED.search(asked)
    if listed is None or question.percent or not _NUMBER.search(asked):
        return None
    opens = listed.start() <= 1 and asked[listed.end() :].lstrip().startswith("thi ")  # "tính cả … thì bao nhiêu?"
    if not _TOGETHER.search(asked) and not _ADDS.match(listed[0]) and not opens:
        return None
    items = _items(listed["vi"] or listed["en"], question)
    if len(items) < 2:
        return None
    of_items = frozenset().union(*items)
    rest = tuple(w for w in question.wanted if not set(w.words.split()) <= of_items and fold(w.words) not in DOING)
    open_question = replace(question, wanted=rest or question.wanted, units=(), also_units=())
    evidence = sorted(
        (c for i in t.indexes for c in ask_again(open_question, i, DOING, timeless=False) if enough(c)),
        key=lambda c: -c.score,
    )
    seen: set[tuple[str, int]] = set()
    for candidate in evidence:
        place = (candidate.statement.block.id, candidate.statement.start)
        if place in seen or candidate.statement.row is not None or candidate.statement.ahead:
            continue
        seen.add(place)
        if len(seen) > TRIED:
            return None
        parts = _counted(question, candidate, items, t.lexicon)
        if parts:
            return _summed(question, candidate, parts, t.lexicon)
    return None


def _items(text: str, question: Question) -> list[frozenset[str]]:
    """The folded words of each thing listed; [] where one of them has none of its own."""
    items = [frozenset(w for w in _WORD.findall(one) if w not in _LITTLE) for one in _APART.split(text)]
    return items if all(items) and not any(w[0].isdigit() for item in items for w in item) else []


def _counted(question: Question, candidate: Candidate, items: list[frozenset[str]], lexicon: Lexicon) -> list[Figure]:
    """The figures of a statement that count the things listed; [] where one of these is not counted, the whole is
    counted as well, or they count other things than are asked for."""
    statement = candidate.statement
    figures = sorted((f for f in statement.figures if f.unit != "%"), key=lambda f: f.at)
    found = {f.id: [i for i, item in enumerate(items) if _names(question, f, item, lexicon)] for f in figures}
    parts = [f for f in figures if found[f.id] and f.role in COUNTED and _is_of_time(question, f)]
    wanted = {fold(u) for u in question.units}
    if wanted and not wanted & _OF_ANYTHING:
        parts = [f for f in parts if wanted & {fold(f.unit), unit_key(f.unit)} or unit_fits(question, f.unit)]
    if len(parts) < 2 or {i for f in parts for i in found[f.id]} != set(range(len(items))):
        return []
    units = {unit_key(f.unit) for f in parts}
    text = statement.block.text
    before = [f for f in figures if f.at < parts[0].at]
    if before:
        between = fold(text[before[-1].at : parts[0].at])
        if "(" in between or (_WHOLE_BEFORE.search(between) and unit_key(before[-1].unit) in units):
            whole = before[-1]
            made_up = len(units) == 1 and unit_key(whole.unit) in units and sum(f.value for f in parts) == whole.value
            return parts if made_up else []
    return [] if _SUM_BEHIND.search(fold(text[parts[-1].at : statement.end])) else parts


def _is_of_time(question: Question, figure: Figure) -> bool:
    """Whether a figure counts within the time that is asked about: what has run up since January is of no month."""
    return not question.periods or any(
        contains(period, figure.period) or (DAY.fullmatch(period) and contains(figure.period, period))
        for period in question.periods
    )


def _names(question: Question, figure: Figure, item: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the words of a figure say a thing that is listed."""
    said = f"{figure.indicator} {figure.unit}"
    if question.language == "vi":
        return item <= {*_WORD.findall(fold(f"{said} {figure.scope}"))}
    concepts = {fold(k) for k in lexicon.concepts_of(said)}
    wanted = [w for w in question.wanted if set(w.words.split()) & item]
    return bool(wanted) and all({fold(k) for k in w.keys} & concepts for w in wanted)


def _summed(question: Question, candidate: Candidate, parts: list[Figure], lexicon: Lexicon) -> Draft:
    language = question.language
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    operands = tuple(Operand(f.value, key) for f in parts)
    value = sum((o.value for o in operands), Decimal(0))
    names = list(_named_units(parts))
    name = names[0] if len(names) == 1 else ""
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, name, operands)
    told = unit(name, language, lexicon) if name else ""
    terms = " + ".join(number(o.value, language) for o in operands)
    draft.say(f"{number(value, language)} {told}".strip() + f" (= {terms})", key)
    draft.say(quoted(excerpt(candidate.statement, parts[0].at), language), key)
    return draft


def _named_units(parts: list[Figure]) -> Iterator[str]:
    yield from dict.fromkeys(head_unit(f.unit) for f in parts)

"""The members of a list, each with its number, and the sum of those that are named: "Điểm gồm 03 tiêu chí: - Vệ sinh:
40/100 điểm; - Trang trí: 35/100 điểm; …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.lists.whole import items_of
from assistant.compose.material import Material
from assistant.compose.wording import number, unit
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number
from ingest.report import Block

LEAST = 0.5  # of the question, less what is asked of each member, that the lines before the list say
_EACH = (
    r"(?:moi|tung) (?:\w+ ){0,5}?(?:bao nhieu|may)|how (?:many|much) (?:\w+ ){0,3}each|"
    r"each (?:\w+ ){0,4}how (?:many|much)"
)
_ASKS_EACH = guarded(
    rf"\b(?:{_EACH})\b|\b(?:split|divided|distributed|allocated|broken down|shared out|spread)\b[^?;]{{0,12}}"
    r"\b(?:over|across|among|between|into|by)\b|"
    r"\b(?:chia|phan bo|phan chia|co cau)\b[^?;]{0,60}\b(?:the nao|ra sao|nhu nao|gi|nao)\b"
)
_ASKS_SUM = re.compile(  # with its marks: "công khai" adds nothing up
    r"\b(?:cộng|gộp|tổng)\b|\b(?:together|combined|altogether|total|sum|add(?:ed|ing)?)\b"
)
_MEMBER = re.compile(
    r"[\s\-–+*•]*(?:\(?\w{1,2}[.)] )?(?P<label>[^:\d]{3,80}?)\s*[:=]\s*(?P<number>\d[\d.,]*)(?P<of>/\d[\d.,]*)?\s*"
    r"(?P<unit>[^\d\W][^\d;.()]{0,20})?"
)
_PAPER_NUMBER = re.compile(
    r"\b(?:quyet dinh|ke hoach|nghi quyet|thong tu|decision|plan|resolution|circular)(?: so| no\.?)? (\d{2,5})\b"
)
_SO_MANY = re.compile(r"\b(?:gom|co|thanh|theo) (?:co )?(?P<count>\d{1,2}) (?P<noun>\w+(?: \w+)?)")
_COUNTS = {
    word: n
    for n, words in enumerate(("two|hai", "three|ba", "four|bon", "five|nam", "six|sau", "seven|bay", "eight|tam"), 2)
    for word in words.split("|")
}
_ASKED_COUNT = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)}) (?P<noun>[a-z]\w+)")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list: the folded words it is called by, its number and its unit, and where it stands."""

    label: str
    value: Decimal
    unit: str
    block: Block
    start: int
    end: int


def answer_each_member(t: Material) -> Draft | None:
    """The list whose members each have a number of the unit asked for, where each is asked of, or the sum of those
    members that the question names; None where no list is led in by what the question says."""
    question, asked = t.question, fold(t.question.clear)
    each, adds = _ASKS_EACH.search(asked), _ASKS_SUM.search(question.clear.lower())
    if not (each or adds) or len(question.periods) > 1:
        return None
    best: tuple[float, ReportIndex, list[Member]] | None = None
    for index in t.indexes:
        for statement in index.statements:
            if not statement.quote.rstrip().endswith(":") or statement.row is not None:
                continue
            members = _members(index, statement, question)
            so_many = _as_many(asked, members)
            if len(members) < 2 or not (_is_called(question, statement) or so_many or _named(asked, members)):
                continue
            said = _said(question, index, statement, members, f"{each[0] if each else ''} ; {so_many}")
            if said >= LEAST and (best is None or said > best[0]):
                best = (said, index, members)
    if best is None:
        return None
    named = _named(asked, best[2])
    if adds and len(named) >= 2:
        return _sum(question, best[1], named, t)
    return _each(best[1], best[2]) if each and not named else None


def _members(index: ReportIndex, statement: Statement, question: Question) -> list[Member]:
    """The members right below a statement, as far as each has a label and a number of one unit, the one asked for."""
    found = []
    for block, start, end in takewhile(lambda m: _MEMBER.match(m[0].text, m[1]), items_of(index, statement)):
        told = _MEMBER.match(block.text, start)
        assert told is not None
        value, of = parse_number(told["number"].rstrip(".,")), (told["unit"] or "").strip()
        if value is None:
            break
        found.append(Member(plain(told["label"]).strip(), value, of, block, start, end))
    units = {head_unit(m.unit) for m in found}
    known = {fold(u) for u in question.units}
    fits = len(units) == 1 and (not known or bool({fold(u) for u in units} & known))
    return found if fits or (found and not known and len(units) == 1) else []


def _is_called(question: Question, statement: Statement) -> bool:
    """Whether the line that opens a list calls its members what the question does ("05 tiêu chí")."""
    told = _SO_MANY.search(statement.plain)
    forms = {form for w in question.wanted for form in (w.words, *map(fold, w.keys))}
    return told is not None and told["noun"] in forms


def _as_many(asked: str, members: list[Member]) -> str:
    """What the question calls the members of which it says how many there are, "five groups"; "" where it says none."""
    said = (m for m in _ASKED_COUNT.finditer(asked))
    return next((m["noun"] for m in said if _number(m["count"]) == len(members)), "")


def _number(count: str) -> int | None:
    return int(count) if count.isdigit() else _COUNTS.get(count)


def _named(asked: str, members: list[Member]) -> list[Member]:
    """The members that the question calls by their whole label."""
    return [m for m in members if f" {m.label} " in plain(asked)]


def _said(question: Question, index: ReportIndex, statement: Statement, members: list[Member], apart: str) -> float:
    """How much of the question, 0 to 1, stands in the block that opens a list, over it, or as a label of it, less the
    words `apart`, in which the members and what each has are asked for."""
    section = index.report.section(statement.block.section)
    over = (index.report.title, *(section.path if section is not None else ()))
    there = plain(" ; ".join((*over, statement.block.text, *(m.label for m in members))))
    if any(f" {number} " in there for number in _PAPER_NUMBER.findall(fold(question.clear))):
        return 1.0  # "theo Quyết định 512": it stands under the heading on that decision
    unit_keys = {fold(u) for u in question.units}
    words = [w for w in weigh(question, index) if f" {w.wanted.words} " not in plain(apart)]
    words = [w for w in words if not w.wanted.foreign and not {fold(k) for k in w.wanted.keys} & unit_keys]
    total = sum(w.weight for w in words)
    held = (
        w.weight for w in words if any(f and f" {f} " in there for f in (w.wanted.words, *map(fold, w.wanted.keys)))
    )
    return sum(held) / total if total else 0.0


def _each(index: ReportIndex, members: list[Member]) -> Draft:
    draft = Draft()
    for member in members:
        piece = " ".join(member.block.text[member.start : member.end].split()).strip(" ;,.-–+*•")
        draft.say(piece + ";", draft.cite(index, member.block, member.start, member.end))
    return draft


def _sum(question: Question, index: ReportIndex, members: list[Member], t: Material) -> Draft:
    draft = Draft()
    keys = [draft.cite(index, m.block, m.start, m.end) for m in members]
    value, told = sum((m.value for m in members), Decimal()), head_unit(members[0].unit)
    formula = " + ".join(f"{m.value:f}" for m in members)
    operands = tuple(Operand(m.value, key) for m, key in zip(members, keys, strict=True))
    draft.calculation = Calculation(formula, value, told, operands)
    name = unit(told, question.language, t.lexicon)
    shown = " + ".join(number(m.value, question.language) for m in members)
    lead = "Tổng" if question.language == "vi" else "In total"
    draft.say(f"{lead} {number(value, question.language)} {name}".strip() + f" (= {shown})", *keys)
    for member, key in zip(members, keys, strict=True):
        draft.say(" ".join(member.block.text[member.start : member.end].split()).strip(" ;,.-–+*•") + ";", key)
    return draft

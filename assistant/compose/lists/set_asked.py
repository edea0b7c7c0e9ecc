"""The set that a question asks for by what its members are of, told whole: "việc tập trung vào những gì", "nơi nào chưa
làm xong", "footnote 3 gồm mấy mô hình".

A set is meant where the line that announces it says all, or nearly all, of the question, and no other set's does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.lists.names_said import unsaid
from assistant.compose.lists.naming_members import set_asked
from assistant.compose.lists.of_named_set import announce, fit_of, level_of
from assistant.compose.lists.whole import shortened
from assistant.compose.owed import owes
from assistant.compose.parts import asking_parts
from assistant.evidence.coverage import weigh
from assistant.evidence.named_sets import NamedSet, sets_of
from assistant.evidence.shelf import Found
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

FITS = 0.85  # of the question, by what announces the set
NUMBERED = 0.6  # where one is asked for by its place in the order
APART = 0.1  # by which every other set must fit less
_ONE = re.compile(r"\b(?:mo hinh|sang kien)\b(?: \w+){0,4} nao\b")
_SEVERAL = re.compile(r"\b(?:nhung|cac|may|bao nhieu|ke|neu|liet|chu thich)\b")
TELLS = 0.6  # the weight of a word by which members are told apart
_AT = re.compile(
    r"\b(?:dung |o |vi tri |mang )(?:so|thu|vi tri)(?: thu)? (?P<at>\d{1,2})\b|\b(?:no\.?|number) (?P<no>\d{1,2})\b"
)
_NUMBER = re.compile(r"(?<![\d/.,])\d+[.,]\d+(?![\d/])")
WORDS, LEAST = 160, 18  # of all members, and of one of them at least
_ASKED = guarded(
    r"\b(?:(?:ke|neu)(?: ro| day du)? ten|liet ke|danh sach)(?: cac| nhung| \d+)? (?P<listed>\w+(?: \w+)?)\b|"
    r"\b(?P<noun>\w+(?: \w+)?)(?<!\bthe)(?<!\bkhi)(?<!\bluc)(?<!\bhan) (?:nao|gi)\b|"
    r"\b(?:gom|la|(?<!\bcua )nhung) (?:nhung )?(?:gi|ai)\b|\b(?:ke|neu)(?: ro|"
    r" day du)? ten\b|"
    r"\bliet ke\b|\bdanh sach\b|\b(?:which|what) (?P<en>\w+)\b|\b(?:list|name)\b"
)
_GENERIC = re.compile(
    r"(?:viec|noi dung|nhiem vu|cong viec|thu|cai|dieu|muc|cac|nhung|con|la|gom|cho|noi|ben|don vi|co quan|to chuc|ten|"
    r"dia phuong|things?|tasks?|topics?|subjects?|matters?|bodies|units?|agencies|places?|organi[sz]ations?|points?)$"
)
_COUNT = re.compile(r"\b(?:may|bao nhieu)\b|\bhow many\b")
_COUNTED = re.compile(r"\b(?:may|bao nhieu) (?P<noun>\w+(?: \w+)?)\b|\bhow many (?P<en>\w+)\b")
_OF_EACH = re.compile(
    r"\b(?:giam|tang|moi (?:\w+ )?)?\W*(?:bao nhieu|may(?: (?:diem|%|phan tram))?)\W*$|\bby how much\b|"
    r"\bso (?:may|cua)\b|"
    r"\b(?:ke|neu|liet ke)(?: ro| day du)?(?: ten| ra)?\b.{0,12}$|\b(?:tung|moi) (?:cai|noi|don vi)\b|"
    r"\bmay (?P<noun>\w+(?: \w+)?)\b"
)
_NOT_OF = (
    Kind.YES_NO, Kind.CAUSE, Kind.AUDIT, Kind.EXTREME, Kind.WHEN, Kind.TOTAL, Kind.WHERE, Kind.LIMITATION,
)  # fmt: skip


def answer_set_asked(found: Found, lexicon: Lexicon) -> Draft | None:
    """The members, each with its place, and how many they are where that is asked as well; None where the question asks
    for something else besides, or no one set is announced by its words."""
    question = found.question
    asked = fold(question.clear)
    if _ONE.search(asked) and not _SEVERAL.search(asked) and not _AT.search(asked):
        return None  # one of them is meant
    asks = _ASKED.search(asked) or (question.footnote is not None and _COUNT.search(asked))
    if question.followup or question.documents or not asks or question.is_(*_NOT_OF) or not found.indexes:
        return None
    held = _of_note(found) if question.footnote is not None else _meant(found)
    held = _of_names(question, held) if held is not None else None
    held = _described(question, held) if held is not None else None
    if held is None or not _holds_parts(question, held):
        return None
    draft = _told(question, held)
    return None if owes(question, draft) else draft


def _of_names(question: Question, held: NamedSet) -> NamedSet | None:
    """The set with those of its members alone that bear a name which the question says ("của xã A"); None where one is
    said that stands neither there nor over the set."""
    members = held.members
    for name in unsaid(question, held):
        members = tuple(m for m in members if f" {name} " in m.words)
    return replace(held, members=members) if members else None


def _of_note(found: Found) -> NamedSet | None:
    """The one set that the footnote which is called by its number tells."""
    sets = [h for i in found.indexes for h in sets_of(i) if h.members[0].block.number == found.question.footnote]
    return sets[0] if len(sets) == 1 else None


def _described(question: Question, held: NamedSet) -> NamedSet | None:
    """The set, or those of its members alone that say what the line over it does not: the one at a place in its order,
    or "có liên quan đến …". None where the question says a number, or such a word, that stands nowhere."""
    said = f"{held.opener.plain} {plain(held.before)}"
    at = _AT.search(fold(question.clear))
    if at is not None:
        number = int(at["at"] or at["no"])
        return replace(held, members=held.members[number - 1 : number]) if 0 < number <= len(held.members) else None
    members = held.members
    of_all = f"{said} {' '.join(m.words for m in members)}"
    if any(plain(n) not in of_all for n in _NUMBER.findall(question.clear)):
        return None
    for w in weigh(question, held.index):
        forms = [w.alone, *(f" {fold(k)} " for k in w.wanted.keys)]
        if w.weight < TELLS or any(f in f" {said} " for f in forms) or level_of(w, held):
            continue
        own = tuple(m for m in members if any(f in f"{m.words} " for f in forms))
        members = own if own and len(own) < len(members) else members
    return replace(held, members=members)


def _meant(found: Found) -> NamedSet | None:
    question = found.question
    number, _ = set_asked(question)
    at = _AT.search(fold(question.clear))
    least = NUMBERED if at is not None else FITS
    fits = [(fit_of(question, held, at[0] if at else ""), held) for i in found.indexes for held in sets_of(i)]
    fits = sorted((f for f in fits if f[0] >= least - APART), key=lambda f: -f[0])
    if not fits or fits[0][0] < least or (len(fits) > 1 and fits[1][0] > fits[0][0] - APART):
        return None
    held = fits[0][1]
    if any(m.block.text.rstrip().endswith(":") for m in held.members):
        return None  # a list of lists
    said = f"{held.opener.plain} {plain(held.before)}"
    if number and at is None and number != len(held.members) and not re.search(rf"\b0?{number}\b", said):
        return None
    return held if _suits(fold(question.clear), said, held) else None


def _suits(asked: str, said: str, held: NamedSet) -> bool:
    """Whether the noun that is asked for is what the members are: it stands in what announces them, or begins most of
    their names, or says no more than that things are asked for."""
    nouns = [n for m in _ASKED.finditer(asked) if (n := m["noun"] or m["en"] or m["listed"])]
    sorts = {fold(sort) for sort in held.sorts}
    counted = [m["noun"].split()[0] for m in _COUNTED.finditer(asked) if m["noun"]]
    if (
        len(sorts) > 1
        and not _AT.search(asked)
        and any({n, n.split()[0], n.split()[-1]} & sorts for n in (*nouns, *counted))
    ):
        return False  # some of them are asked for
    for noun in nouns:
        last = noun.split()[-1]
        if _GENERIC.match(noun) or _GENERIC.match(last) or f" {noun} " in said or f" {last} " in said:
            continue
        if sum(m.words.strip().startswith((noun, last)) for m in held.members) * 2 < len(held.members):
            return False
    return True


def _holds_parts(question: Question, held: NamedSet) -> bool:
    """Whether each other part of the question asks for the number of the members, their names, or a number of each."""
    parts = [fold(p) for p in asking_parts(question)]
    each = all(re.search(r"\d", m.text) for m in held.members)
    for part in parts[1:] if len(parts) > 1 else ():
        if _ASKED.search(part) and not _COUNT.search(part):
            continue
        own = _OF_EACH.search(part)
        if own is None or (not own["noun"] and _COUNT.search(part) and not each):
            return False
    return True


def _told(question: Question, held: NamedSet) -> Draft:
    draft = Draft(whole=True)
    placed = [draft.cite(held.index, m.block, m.start, m.end) for m in held.members]
    if _counts_members(fold(question.clear), held):
        _count(draft, held, placed)
    long = sum(len(m.text.split()) for m in held.members) > WORDS
    most = max(LEAST, WORDS // len(held.members))
    for member, key in zip(held.members, placed, strict=True):
        words = member.text.split()
        draft.say(f"{shortened(words, most) if long and len(words) > most else member.text};", key)
    if not held.whole:
        announce(draft, question, held)
    return draft


def _counts_members(asked: str, held: NamedSet) -> bool:
    """Whether it is asked how many the members are: "mấy mô hình", "how many bodies"."""
    if _COUNT.search(asked) is None:
        return False
    nouns = {m["noun"] for m in _COUNTED.finditer(asked)} | {m["en"] for m in _COUNTED.finditer(asked)}
    of = {*(fold(sort) for sort in held.sorts), *(m["noun"] or m["en"] or "" for m in _ASKED.finditer(asked))}
    return any(n and (_GENERIC.match(n) or n in of or n.split()[0] in of) for n in nouns)


def _count(draft: Draft, held: NamedSet, placed: Sequence[int]) -> None:
    """How many the members are, with what they are where one word says it of all; a number that is cited stands beside
    what is counted."""
    opener = draft.cite_statement(held.index, held.opener)
    quotes = {c.key: c.quote for c in draft.citations}
    numbers = ((min(found), key) for key in (opener, *placed) if (found := values(quotes[key])))
    beside = next(numbers, None)
    if beside is None:
        return
    sort = next(iter(held.sorts)) if len(held.sorts) == 1 and all(m.sort for m in held.members) else ""
    number = len(held.members)
    draft.calculation = Calculation(" + ".join("1" for _ in placed), Decimal(number), "", (Operand(*beside),))
    draft.say(f"{number} {sort}".strip(), *dict.fromkeys((*placed, opener, beside[1])))

"""Which of two documents was issued first, or last, and how far they are apart: told by their dates.

The two are named by their numbers or by what they are about ("kế hoạch … ban hành trước hay sau kế hoạch …", "kế hoạch
của Huyện ủy và của UBND huyện cái nào ra trước?"); what the second leaves out it shares with the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import BESIDE_DATE, ENOUGH, EXACT, named_numbers, tell
from assistant.compose.documents.matches import matches
from assistant.compose.documents.near import is_near
from assistant.compose.documents.particulars import Told
from assistant.compose.documents.sorts import SORTS, sort_named
from assistant.compose.told_apart import tell_apart
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.lookup import match_references
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Reference

_SOON = r"(?:truoc|som hon|cu hon|lau hon)"
_LATE = r"(?:sau|muon hon|moi hon|gan day hon)"
_FIRST = guarded(
    rf"\bnao [^?;]{{0,40}}\b{_SOON}\b|\bwhich [^?;]{{0,80}}\b(?:earlier|first|older|came before)\b|"
    r"\bwhich (?:came|was issued|is|was) (?:first|earlier|older)\b"
)
_LAST = guarded(rf"\bnao [^?;]{{0,40}}\b{_LATE}\b|\bwhich [^?;]{{0,80}}\b(?:later|last|newer|more recent)\b")
_EITHER = guarded(
    r"\b(?:duoc |co |da |ra |ra doi |ban hanh |ky )*(?:truoc hay sau|sau hay truoc|truoc hoac sau|truoc hay la sau)\b|"
    r"\b(?:issued |signed |adopted |dated )?(?:before or after|earlier or later than|after or before)\b"
)
_BETWEEN = re.compile(r",? (?:và|với|hay|hoặc|so với|and|or|versus)(?: là)? |, ", re.IGNORECASE)
_ASKS = re.compile(  # where what is asked of the two begins
    r"[,:;]? (?:thi )?(?:cai|ke hoach|quyet dinh|nghi quyet|cong van|van ban|ben|chuong trinh|chi thi)? ?nao\b|"
    r"[,;] (?:cach|bao lau|which|how|and how|va cach)\b|[?]"
)
_OPENS = re.compile(
    r"\W*(?:giua(?: hai)?|between|which (?:came|was issued|was adopted|was signed) (?:first|earlier|later|last)\W*)\b"
)
_APART = guarded(
    r"\bcach (?:nhau )?(?:bao|may)\b|\b(?:may|bao nhieu) ngay\b|\bbao lau\b|\bhow (?:many days|long|far|much)\b"
)


_ORDER = {"vi": ("Trước", "Sau"), "en": ("First", "Later")}
_UNKNOWN = {
    "vi": "Báo cáo không ghi đủ ngày của hai văn bản được hỏi.",
    "en": "The report does not give the dates of both documents.",
}


def answer_sooner(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    """The one of two documents that has the earlier date, or the later, and then the other; None where that is not
    asked, no such two are cited, or a report does not give both dates."""
    folded = fold(question.clear)
    either = _EITHER.search(folded)
    first, last = _FIRST.search(folded), _LAST.search(folded)
    if either is None and bool(first) is bool(last):
        return None
    two = _by_number(question, found.indexes)
    if two is None:
        asked = next(at for at in (either, first, last) if at is not None)
        sides = _sides(question.clear, folded, asked, either is not None)
        two = _described(question, sides, found, lexicon)
        if two is None and sides is not None and question.is_(Kind.DOCUMENT) and all(map(sort_named, sides)):
            return Told(None, _UNKNOWN[question.language])
    if two is None:
        return None
    draft = Draft()
    in_order = two if either is not None else sorted(two, key=lambda one: one[1].date, reverse=bool(last))
    for index, reference in in_order:
        tell(draft, index, reference, question.language == "vi", BESIDE_DATE)
    if either is None:
        for place, order in enumerate(_ORDER[question.language] if first else reversed(_ORDER[question.language])):
            claim = draft.claims[place]
            draft.claims[place] = replace(claim, text=f"{order}: {claim.text}")
    if either is not None or _APART.search(folded):
        _tell_order(draft, in_order, question)
    return Told(draft)


Held = tuple[ReportIndex, Reference]


def _by_number(question: Question, indexes: Sequence[ReportIndex]) -> list[Held] | None:
    numbers = named_numbers(question)
    for index in indexes if len(numbers) == 2 else ():
        held = [(index, reference) for number in numbers if (reference := _dated(number, index)) is not None]
        if len(held) == 2 and held[0][1].date != held[1][1].date:
            return held
    return None


def _dated(number: str, index: ReportIndex) -> Reference | None:
    held = match_references(number, index.references)
    return next((f.reference for f in held if not f.suggested and f.score >= EXACT and f.reference.date), None)


def _sides(text: str, folded: str, asked: re.Match[str], either: bool) -> tuple[str, str] | None:
    """The words of the two documents; what the second leaves out, the first has."""
    if either:
        first, second = text[: asked.start()], text[asked.end() :]
        parted = _ASKS.search(fold(second))
        second = second[: parted.start()] if parted is not None else second
    else:
        opens = _OPENS.match(folded)
        begin = opens.end() if opens is not None else 0
        asks = next((m for m in _ASKS.finditer(folded, begin) if m.start() > begin + 8), None)
        both = text[begin : asks.start()] if asks is not None else text[begin:]
        cuts = [c for c in _BETWEEN.finditer(both) if _begins_side(both[c.end() :])]
        if not cuts:
            return None
        first, second = both[: cuts[-1].start()], both[cuts[-1].end() :]
    first, second = first.strip(" ,;:?"), second.strip(" ,;:?")
    if not first or not second:
        return None
    if not sort_named(second):  # "của UBND huyện": of the same sort, on the same matter
        sort = re.search(rf"\b(?:{SORTS})\b", fold(first))
        if sort is None:
            return None
        second = f"{first[: sort.end()]} {second}"
    return first, second


def _begins_side(text: str) -> bool:
    folded = fold(text)
    return bool(sort_named(" ".join(folded.split()[:3])) or re.match(r"(?:cua|do|by|of|that of|the)\b", folded))


def _described(question: Question, sides: tuple[str, str] | None, found: Found, lexicon: Lexicon) -> list[Held] | None:
    held: list[Held] = []
    for text in sides or ():
        part = understand(text, lexicon, clear=text)
        part = replace(part, kinds=(Kind.DOCUMENT,), language=question.language)
        numbers = named_numbers(part)
        by_number = [(i, r) for i in found.indexes for n in numbers if (r := _dated(n, i)) is not None]
        if numbers:
            if not by_number:
                return None
            held.append(by_number[0])
            continue
        sort = sort_named(text)
        fit = [
            m
            for m in matches(part, list(found.indexes), lexicon)
            if m.coverage >= ENOUGH
            and m.reference.number
            and m.reference.date
            and (not sort or fold(m.reference.type) in sort)
            and not is_near(part, m, lexicon)
            and not m.of_another_year
        ]
        if not fit:
            return None
        held.append((fit[0].index, fit[0].reference))
    return held if len(held) == 2 and held[0][1].id != held[1][1].id and held[0][1].date != held[1][1].date else None


def _tell_order(draft: Draft, held: Sequence[Held], question: Question) -> None:
    """Says whether the first is before the second, and how many days lie between; the documents keep their words."""
    documents = list(draft.claims)
    if tell_apart(draft, question.language):
        order = draft.claims[0]
        draft.claims = [order, *documents]

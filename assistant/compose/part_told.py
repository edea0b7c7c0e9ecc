"""A part of a question, what tells it when it is asked by itself, and whether an answer shows that already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.citing import Draft
from assistant.compose.owed import owes
from assistant.compose.part_marks import holds_all
from assistant.compose.parts_apart import (
    COUNTED,
    FACTS,
    NUMBER,
    OTHER,
    PAPER,
    RANK,
    SHARE,
    TIME,
    Sort,
    found_of,
    sets_apart,
)
from assistant.evidence.statements import plain
from assistant.question import Question
from ingest.language.fold import fold

SHOWN = 0.7  # of the words of what tells a part, in an answer that shows it
_CHANGED = re.compile(
    r"\b(?:chênh|tăng|giảm|hơn|kém|vượt|thiếu|mất|up|down|rose|fell|higher|lower|more|fewer|less|apart)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:hieu luc|han|cham nhat|muon nhat|deadline|ket thuc|bat dau|khoi dong|hoan thanh|het han|"
    r"expire[sd]?|in force|effect|end(?:s|ed)?|"
    r"start(?:s|ed)?|begin|began|finish(?:ed)?|due)\b"
)
_NO_END = re.compile(  # the day of a document, and the one up to which was counted
    r"\d[\w.]*(?:/\d{4})?[/-][A-ZĐ][\w/&-]*,?(?: ngày| of)? \d{1,2}/\d{1,2}/\d{4}|"
    r"\btính đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}/\d{4}|\bsố liệu đến (?:ngày )?\d{1,2}/\d{1,2}/\d{4}",
    re.IGNORECASE,
)
_DAY = re.compile(r"\bngay nao\b|\bhan\b|\bdate\b|\bdeadline\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a question and what tells it, asked by itself; None where nothing does."""

    text: str
    part: Question
    sort: Sort
    draft: Draft | None
    codes: frozenset[str]  # numbers of documents that the whole question names
    unheard: bool = False  # a fact that nothing tells anywhere


def tells(part: Question, sort: Sort, draft: Draft, said: set[str]) -> bool:
    """Whether an answer to a part holds what it asks for: a document's own date is not when it ends, and no day that
    the question says itself, `said`, is one it asks for."""
    text = " ; ".join(claim.text for claim in draft.own or draft.claims)
    if owes(part, draft):
        return False
    if sets_apart(part.clear):
        return draft.calculation is not None or bool(_CHANGED.search(text))
    if sort in FACTS and not any(
        found_of(one, text) for one in (COUNTED if sort in COUNTED and sort != RANK else (sort,))
    ):
        return False
    if sort == TIME and _RUNS.search(fold(part.clear)):
        text = _NO_END.sub(" ", text)
    return sort != TIME or bool(found_of(TIME, text) - said)


def leaves_out_day(draft: Draft, texts: Sequence[str], sorts: Sequence[Sort]) -> bool:
    """Whether of several days that are asked for an answer shows fewer: it tells one for another."""
    days = all(sort == TIME and _DAY.search(fold(text)) for text, sort in zip(texts, sorts, strict=True))
    ends = any(_RUNS.search(fold(text)) for text in texts)
    return days and len(found_of(TIME, _NO_END.sub(" ", draft.text) if ends else draft.text)) < len(sorts)


def holds(draft: Draft, one: Told, sorts: Sequence[Sort]) -> bool:
    """Whether an answer holds a mark of what a part asks for: the day of a document is not when it runs out."""
    if one.sort == TIME and _RUNS.search(fold(one.text)):
        return bool(found_of(TIME, _NO_END.sub(" ", draft.text)))
    return holds_all(draft.claims, sorts, one.sort)


def is_of_none(draft: Draft, told: Sequence[Told]) -> bool:
    """Whether an answer works out what no part of the question asks for, and leaves out the fact that the first does:
    the words of one part were read into another."""
    if draft.calculation is None or any(sets_apart(one.text) for one in told):
        return False
    same = [one.draft.calculation for one in told if one.draft is not None and one.draft.calculation is not None]
    if any(calculation.value == draft.calculation.value for calculation in same) or not told:
        return False
    first = told[0]
    return first.sort in FACTS and first.draft is not None and len(told) > 1 and not is_shown(first, draft)


def is_beside(draft: Draft, told: Sequence[Told]) -> bool:
    """Whether an answer shows nothing of what tells the parts, or works out something else."""
    lead = Draft(draft.claims[:1])
    if draft.calculation is None:
        return not any(is_shown(one, draft) for one in told)  # what tells them all is told alone
    gaps = [one.draft.calculation for one in told if one.draft is not None and sets_apart(one.text)]
    if any(gap is not None and gap.value != draft.calculation.value for gap in gaps):
        return True
    return all(one.draft is not None and not is_shown(one, lead) for one in told)


def add(draft: Draft, one: Told) -> None:
    """Adds what tells a part, unless it is shown already; of a number without its sentence, where others are told."""
    if one.draft is None or is_shown(one, draft):
        return
    if draft.claims and one.draft.own and one.sort in COUNTED:
        one.draft.claims = list(one.draft.own)
    draft.join(one.draft)


def is_shown(one: Told, draft: Draft) -> bool:
    """Whether an answer shows already what tells a part."""
    assert one.draft is not None
    lead = " ; ".join(claim.text for claim in one.draft.own or one.draft.claims)
    shown = " ; ".join(claim.text for claim in draft.claims)
    if one.sort == OTHER:
        words, held = plain(lead).split(), {*plain(shown).split()}
        return bool(found_of(PAPER, shown) & one.codes) or sum(w in held for w in words) >= SHOWN * len(words)
    for sort in (SHARE, NUMBER) if one.sort in COUNTED else (TIME, PAPER) if one.sort == TIME else (PAPER, TIME):
        if said := found_of(sort, lead) - one.codes:
            return said <= found_of(sort, shown)
    return plain(lead).strip() in plain(shown)

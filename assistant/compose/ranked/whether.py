"""Whether a row of a ranking stands where a question supposes: in a class, at a rank, first or last of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.ranked.heads import Head, Holds
from assistant.compose.ranked.reading import Ranking
from ingest.language.fold import fold

FIRST = re.compile(
    r"\b(?:dan dau|dung dau|xep dau|hang nhat|thu nhat)\b|\b(?:cao|tot|lon|nhieu)(?: \w+){0,3} nhat\b|"
    r"\b(?:highest|best|first|top|led|lead)\b"
)
LAST = re.compile(
    r"\b(?:thap|it|kem|nho)(?: \w+){0,3} nhat\b|\b(?:dung cuoi|xep cuoi|cuoi bang|doi so|dung chot)\b|"
    r"\b(?:lowest|worst|last|bottom)\b"
)


def answer_whether(r: Ranking) -> Draft | None:
    """Yes or no, with what the row holds and, where another stands first or last, that one."""
    if not r.question.is_(Kind.YES_NO) or len(r.named) != 1:
        return None
    (row,) = r.named
    group = next(iter(r.said_groups()), None)
    asked = fold(r.question.clear)
    first, last = FIRST.search(asked), LAST.search(asked)
    if r.wants.of_class:
        head = r.head(Holds.CLASS, group)
        cell = r.cell(row, head) if head is not None else None
        if head is None or cell is None:
            return None
        return _said(r, fold(cell.text).strip().removeprefix("loai ") in r.wants.of_class, row, row, [head])
    if r.wants.rank is not None and r.wants.rank > 1:
        head = r.head(Holds.RANK, group)
        held = r.value(row, head) if head is not None else None
        return _said(r, held == r.wants.rank, row, row, [head]) if head is not None and held is not None else None
    if bool(first or r.wants.rank) == bool(last):
        return None
    head = r.head(Holds.VALUE, group) or r.head(Holds.RANK, group)
    values = {at: v for at in r.rows() if head is not None and (v := r.value(at, head)) is not None}
    if head is None or row not in values or len(values) < 2:
        return None
    low = bool(last) != (head.holds is Holds.RANK)  # the best rank is the smallest number
    best = (min if low else max)(values.values())
    leads = [at for at, v in values.items() if v == best]
    return _said(r, row in leads, row, row if row in leads else leads[0], [head])


def _said(r: Ranking, yes: bool, row: int, leader: int, heads: Sequence[Head]) -> Draft:
    vietnamese = r.question.language == "vi"
    draft = Draft()
    said, keys = r.tell(draft, row, heads)
    if leader != row:
        other, of_other = r.tell(draft, leader, heads)
        said, keys = f"{other}; {said}", [*of_other, *keys]
    word = ("Có" if yes else "Không") if vietnamese else ("Yes" if yes else "No")
    draft.say(f"{word}. {said}", *keys)
    return draft

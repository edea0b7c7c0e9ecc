"""The gate of the desk: an item may name only figures, dates and documents of its own evidence, and must answer
something.

It is the gate of answers (`assistant.verify`), after what is no claim has been taken out: slots, and numbers that the
drafter
typed. In addition an item may not be a limitation's sentence copied whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.claims import Citation, Claim
from assistant.draft.types import Draft, Item, Source, SourceKind
from assistant.verify import check
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.report import Report

SLOT = re.compile(r"\[cần số liệu: ([^\[\]]{2,120})\]")
_WORDS = re.compile(r"[^\W_]+")
WHOLE = 6  # words from which a sentence counts as copied


def slot(name: str) -> str:
    """The slot that a drafter fills: `[cần số liệu: thời hạn]`."""
    return f"[cần số liệu: {name}]"


def refusal(
    item: Item, sources: Iterable[Source], report_of: Callable[[str], Report], *, may_copy: bool = False
) -> str:
    """Why an item may not stand, in one sentence; "" where it may. `may_copy` lets it hold a limitation's sentence."""
    known = {s.id: s for s in sources}
    if not any(a in known for a in item.answers):
        return "Ý này không trả lời điều nào đã thu thập."
    spoken = SLOT.sub(" ", item.text)
    for typed in item.typed:
        spoken = _without(spoken, typed)
    for calculation in item.calculations:
        keys = tuple(dict.fromkeys(o.key for o in calculation.operands))
        printed = format_vi(abs(calculation.value))
        if not check([Claim(printed, keys)], item.citations, calculation, report_of).clean:
            return f"Phép tính {calculation.formula} không đúng với nguồn."
        spoken = _without(spoken, printed if printed in spoken else str(calculation.value))
    claim = Claim(spoken, tuple(c.key for c in item.citations))
    verdict = check([claim], item.citations, None, report_of)
    if not verdict.clean:
        return f"“{verdict.refused[0].words}” không có trong nguồn của ý này."
    for source in known.values() if not may_copy else ():
        if source.kind in (SourceKind.LIMITATION, SourceKind.CAUSE) and copies(item.text, source.text):
            return "Ý này chép nguyên câu nêu hạn chế."
    return ""


def _without(text: str, number: str) -> str:
    return re.sub(rf"(?<![\d.,/]){re.escape(number)}(?![\d/]|[.,]\d)", " ", text)


def copies(text: str, sentence: str) -> bool:
    """Whether a text holds a whole sentence of six words and more, marks and punctuation aside."""
    words = _plain(sentence)
    return len(words.split()) >= WHOLE and f" {words} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


def numbered(draft: Draft) -> Draft:
    """The draft with its citations numbered through, one number a place, in order of their first use."""
    numbers: dict[tuple[str, str, int, int], int] = {}
    items = []
    for item in draft.items:
        moved: dict[int, int] = {}
        citations = []
        for c in item.citations:
            place = (c.locator.report, c.locator.block, c.locator.start, c.locator.end)
            number = numbers.setdefault(place, len(numbers) + 1)
            if number not in moved.values():
                citations.append(Citation(number, c.quote, c.locator))
            moved[c.key] = number
        calculations = tuple(
            replace(c, operands=tuple(replace(o, key=moved[o.key]) for o in c.operands)) for c in item.calculations
        )
        items.append(replace(item, citations=tuple(citations), calculations=calculations))
    return replace(draft, items=tuple(items))

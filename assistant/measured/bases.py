"""What a share is taken of, where the question says so: "đạt bao nhiêu, tính theo giá trị?".

Reports set two shares of one thing side by side, each with its basis behind it ("đạt 40% trên tổng giá trị và 25% trên
tổng số lượt"). The words right before the second are those of the first one's basis, so only what stands behind tells
which is which; and a basis named in money does not make the question one for money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asked.wanted import Wanted
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_NAMED = guarded(
    r"\b(?:tinh (?:theo|tren)|tren tong(?: so)?|(?:measured |counted )?by(?: the)?(?= (?:value|cost|number|amount|"
    r"volume|count)\b)|of (?:the |all )?total) (?P<base>[^,;?]{2,60}?)(?= (?:la|dat|chiem) (?:bao nhieu|may)\b|[,;?]|$)"
)
_BEHIND = re.compile(r"^\s*(?:tren|so voi)(?: tong)?(?: so)? (?P<base>[^,;.()\d]{2,60}?)(?= va\b|[,;.()\d]|\s*$)")


def bases_of(folded: str, wanted: Iterable[Wanted]) -> frozenset[str]:
    """The folded words, and those that mean the same, of what a question says that its share is taken of; none where it
    names no such basis."""
    named = " ; ".join(m["base"] for m in _NAMED.finditer(folded))
    if not named:
        return frozenset()
    of_base = [w for w in wanted if w.words and f" {w.words} " in f" {named} "]
    return frozenset(form for w in of_base for form in (w.words, *map(fold, w.keys), *w.inside))


def is_of_another_base(bases: frozenset[str], behind: str) -> bool:
    """Whether a share has its basis `behind` it, and that is none of those asked for."""
    told = _BEHIND.match(fold(behind))
    return told is not None and not any(f" {form} " in f" {told['base']} " for form in bases)


_TAKEN_OFF = guarded(r"\b(?:tru|khau tru|giam tru|trich|giu lai)(?: di| lai| bot)? $")
REACH = 16  # characters before a share, in which it is said to be taken off


def tells_other_share(bases: frozenset[str], asked: str, at: int, printed: str, text: str) -> bool:
    """Whether a share at that place of a text is of another basis than is asked for, or only what is taken off
    ("chưa trừ 10% tiết kiệm"), where the folded question does not ask for that."""
    end = at + len(printed)
    if bases and is_of_another_base(bases, text[end : end + 80]):
        return True
    return bool(_TAKEN_OFF.search(fold(text[max(0, at - REACH) : at]))) and "tru" not in asked.split()

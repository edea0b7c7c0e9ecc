"""Whether an answer holds a mark of each sort that the parts of a question ask for: numbers, dates, documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import Claim
from assistant.compose.citing import Draft
from assistant.compose.each_of_count import EACH
from assistant.compose.parts_apart import COUNTED, NUMBER, PAPER, POINTS, RANK, SHARE, TIME, Sort, found_of
from ingest.language.fold import fold

_SORTS_OF_PAPER = {
    "ke hoach": "plan", "quyet dinh": "decision", "nghi quyet": "resolution", "chi thi": "directive",
    "nghi dinh": "decree", "thong tu": "circular", "cong van": "letter", "chuong trinh": "programme",
    "huong dan": "guidance", "thong bao": "notice", "ket luan": "conclusion",
}  # fmt: skip
_IN_ENGLISH = {english: name for name, english in _SORTS_OF_PAPER.items()}
_NAMES = "|".join((*_SORTS_OF_PAPER, *_IN_ENGLISH))
_ASKED = re.compile(
    rf"\b(?P<vi>{_NAMES}) (?:nao|mang so|so may|so nao|so bao nhieu|gi)\b|\b(?:which|what) (?:\w+ )?(?P<en>{_NAMES})\b"
)
_NAMED = re.compile(rf"\b(?:{_NAMES})\b")
_TOLD = re.compile(
    rf"\b(?P<sort>{_NAMES})(?: phoi hop)?(?: so)? (?P<code>\d[\w.]*(?:/\d{{4}})?[/-][\w/&-]*)"
    r"(?P<day>,? (?:ngay|of) \d)?"
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky|ra doi|issued|signed|adopted|dated?)\b")
_ITEM = re.compile(r"\((\d{1,2})\)")


def holds_all(claims: Sequence[Claim], sorts: Sequence[Sort], sort: Sort = "") -> bool:
    """Whether claims hold as many of each sort, or of one, as are asked for."""
    text = " ; ".join(claim.text for claim in claims)
    if sort in COUNTED:
        counted = (NUMBER, SHARE) if SHARE in sorts else (NUMBER,)
        return len({n for one in counted for n in found_of(one, text)}) >= sum(one in COUNTED for one in sorts)
    ranks = found_of(RANK, text) if RANK in sorts else set()
    return all(
        len(found_of(one, text) - (ranks if one in (NUMBER, POINTS) else set())) >= sorts.count(one)
        for one in ({sort} if sort else {*sorts})
    )


def shows_all(claims: Sequence[Claim], texts: Sequence[str], sorts: Sequence[Sort]) -> bool:
    """Whether claims hold a mark for each part of a question, of the document and of each thing that is meant."""
    if not holds_all(claims, sorts) or leaves_out_paper(claims, texts, sorts):
        return False
    return not leaves_out_each(claims, texts, sorts)


def leaves_out_paper(claims: Sequence[Claim], texts: Sequence[str], sorts: Sequence[Sort]) -> bool:
    """Whether claims tell fewer documents of a sort than the parts of a question ask for: the resolution that a plan
    carries out is not the plan. Nor is the day of the one that of the other."""
    whole = fold(" ".join(texts))
    told = [m for claim in claims for m in _TOLD.finditer(fold(claim.text))]
    new = [m for m in told if not re.search(rf"(?<![\d/.]){re.match(r'[0-9]+', m['code'])[0]}(?![\d.])", whole)]  # type: ignore[index]
    asked = Counter(name for text, sort in zip(texts, sorts, strict=True) if sort == PAPER and (name := _name(text)))
    held = {name: len({m["code"] for m in new if _as_name(m["sort"]) == name}) for name in asked}
    if any(held[name] < count for name, count in asked.items()):
        return True
    dated = {_as_name(m["sort"]) for m in told if m["day"]}
    for text, sort in zip(texts, sorts, strict=True):
        folded = fold(text)
        named = _NAMED.search(folded) if sort == TIME and _ISSUED.search(folded) else None
        if named is not None and _as_name(named[0]) not in dated:
            return True
    return False


def only_of_sort(draft: Draft, sort: Sort) -> Draft:
    """An answer that tells several cells of a row, with those alone that are of the sort asked for first: "và năm 2032
    là bao nhiêu" is of the same share."""
    cells = draft.own[0].text.split("; ") if draft.own else []
    kept = [cell for cell in cells if found_of(sort, cell)]
    if sort in COUNTED and sort != NUMBER and kept and len(kept) < len(cells):
        told = replace(draft.own[0], text="; ".join(kept))
        draft.claims = [told if claim is draft.own[0] else claim for claim in draft.claims]
    return draft


def counts_list(draft: Draft, whole: Draft) -> bool:
    """Whether a number that answers a part is that of the things which an answer to the whole lists."""
    items = [int(n) for claim in whole.own for n in _ITEM.findall(claim.text)]
    count = max([len(whole.own), *items])
    return any(n.isdigit() and int(n) == count for n in found_of(NUMBER, " ; ".join(c.text for c in draft.own)))


def leaves_out_each(claims: Sequence[Claim], texts: Sequence[str], sorts: Sequence[Sort]) -> bool:
    """Whether claims give one number where one of each of several is asked for besides how many they are."""
    each = sum(
        sort in COUNTED and bool(EACH.search(fold(text))) for text, sort in zip(texts[1:], sorts[1:], strict=True)
    )
    counted = sum(sort in COUNTED for sort in sorts)
    return bool(each) and len(found_of(NUMBER, " ; ".join(claim.text for claim in claims))) < counted + each


def _name(text: str) -> str:
    """The sort of document that a part asks for."""
    folded = fold(text)
    asked = _ASKED.search(folded)
    found = asked["vi"] or asked["en"] if asked is not None else None
    named = _NAMED.search(folded) if found is None else None
    return _as_name(found or (named[0] if named is not None else ""))


def _as_name(found: str) -> str:
    return _IN_ENGLISH.get(found, found)

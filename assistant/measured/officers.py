"""Officers of one level: what the chairmen of communes did is not told by what the chairman of the district did."""

from __future__ import annotations

from functools import lru_cache

from ingest.language.fold import fold
from ingest.language.guarded import guarded

_LEVELS = {
    "xa": "xa", "phuong": "xa", "thi tran": "xa", "huyen": "huyen", "quan": "huyen", "thi xa": "huyen", "tinh": "tinh",
    "commune": "xa", "ward": "xa", "township": "xa", "district": "huyen", "provincial": "tinh", "province": "tinh",
}  # fmt: skip
_VIETNAMESE = guarded(
    r"\b(?:chu tich|p?ct(?= (?:ubnd|hdnd|xa|phuong|huyen|tinh)\b)|bi thu|thu truong|lanh dao|nguoi dung dau)"
    r"(?: (?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|cap|cac))* "
    r"(?P<level>thi xa|thi tran|xa|phuong|huyen|quan|tinh)\b"
)
_ENGLISH = guarded(
    r"\b(?P<level>commune|ward|township|district|provincial|province)(?:[’']?s[’']?)?(?:[- ]level)?"
    r"(?: people[’']?s committees?)? (?:chair\w*|leaders?|heads?|secretar\w+)\b|"
    r"\b(?:chair\w*|leaders?|heads?|secretar\w+) of (?:the |all |its )?"
    r"(?P<of>commune|ward|township|district|province)s?\b"
)


_BODY = guarded(
    r"\b(?P<body>cong an|hdnd|hoi dong nhan dan|thanh tra|mat tran(?: to quoc)?|quan su|doan thanh nien) "
    r"(?:cap )?(?P<level>thi xa|thi tran|xa|phuong|huyen|quan|tinh)\b|"
    r"\b(?P<of>commune|ward|district|provincial|province)(?:[’']?s)?(?:[- ]level)? "
    r"(?P<en>police|inspectorate|inspectors)\b"
)
_CALLED = {"police": "cong an", "inspectorate": "thanh tra", "inspectors": "thanh tra", "hoi dong nhan dan": "hdnd"}


@lru_cache(maxsize=16_384)
def bodies_of(text: str) -> frozenset[tuple[str, str]]:
    """The bodies that a text names with their level: the police of communes are not those of the province."""
    named = ((m["body"] or m["en"], m["level"] or m["of"]) for m in _BODY.finditer(fold(text)))
    return frozenset((_CALLED.get(body, body), _LEVELS[level]) for body, level in named)


def names_other_level(asked: frozenset[tuple[str, str]], told: frozenset[tuple[str, str]]) -> bool:
    """Whether a body that is asked about is told of, and at another level only."""
    return any({a} & {b for b, _ in told} and (a, level) not in told for a, level in asked)


@lru_cache(maxsize=16_384)
def officers_of(text: str) -> frozenset[str]:
    """The levels, "xa", "huyen", "tinh", whose heads a text names; none where it names no head of a level."""
    folded = fold(text)
    found = [m["level"] for m in _VIETNAMESE.finditer(folded)]
    found += [m["level"] or m["of"] for m in _ENGLISH.finditer(folded)]
    return frozenset(_LEVELS[level] for level in found)

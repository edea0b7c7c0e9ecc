"""Patterns that first look whether a text holds any of the words without which they cannot match.

A question is put to hundreds of patterns, and nearly all of them find nothing in it. Whether one of a few words stands
in a text is told ten times as quickly as a pattern of many alternatives finds that it matches nowhere. The words are
read off the pattern itself, so that a rule is still written once, as a pattern.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SHORTEST = 3  # characters of a word that tells anything: nearly every text has "an"
MOST = 40  # words that are looked for; more take as long as the pattern
SPELLED = 8  # wordings of one part of a pattern that are spelled out
_ZERO_WIDTH = {ops.AT, ops.ASSERT, ops.ASSERT_NOT}


class Guarded:
    """A compiled pattern behind the words it needs; `needs` is empty where it may match without any."""

    __slots__ = ("_ignores_case", "needs", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._ignores_case = bool(pattern.flags & re.IGNORECASE)
        self.needs = needed(pattern)

    def may_match(self, text: str) -> bool:
        """Whether a text holds one of the words needed. False only where the pattern matches nowhere in it."""
        if self._ignores_case:
            text = text.casefold()
        return not self.needs or any(map(text.__contains__, self.needs))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        held = text.casefold() if self._ignores_case else text  # as in `may_match`, which a call for each would slow
        if self.needs and not any(map(held.__contains__, self.needs)):
            return None
        return self.pattern.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.pattern.finditer(text, start, end) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self.pattern.findall(text) if self.may_match(text) else []

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.pattern.sub(put, text) if self.may_match(text) else text


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """Compiles a pattern. Raises: re.error."""
    return Guarded(re.compile(pattern, flags))


def needed(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Words one of which stands in every text that a pattern matches, in lower case where it ignores case; () where
    there are none, or none that tell anything."""
    words = _needs(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    if words is not None and pattern.flags & re.IGNORECASE:
        words = {word.casefold() for word in words}
    if words is None:
        return ()
    least = [w for w in words if not any(o in w for o in words if o != w)]  # "chưa" is in "chưa được" as well
    return tuple(sorted(least)) if len(least) <= MOST else ()


def _needs(items: Iterable[Any]) -> set[str] | None:
    """The words needed by a sequence: of all that its parts need, those that tell most."""
    found: list[set[str]] = []
    run = {""}  # what stands side by side up to here, spelled out
    for item in items:
        alone = _spelled(item)
        if alone is not None and len(run) * len(alone) <= SPELLED:
            run = {a + b for a, b in product(run, alone)}
        else:
            found.append(run)
            run = {""}
        if alone is None or len(alone) > 1 or item[0] is ops.ASSERT:
            inner = _needs_of(item)
            found += [inner] if inner is not None else []
    found.append(run)
    return max((f for f in found if _tells(f)), key=_telling, default=None)


def _tells(words: set[str]) -> bool:
    return bool(words) and min(map(len, words)) >= SHORTEST


def _telling(words: set[str]) -> tuple[int, int]:
    return (min(6, min(map(len, words))) - len(words) // 3, -len(words))


def _needs_of(item: Any) -> set[str] | None:
    """The words needed by one part of a pattern; None where it may match without any."""
    op, value = item
    if op is ops.SUBPATTERN:
        return None if value[1] or value[2] else _needs(value[3])
    if op is ops.ASSERT:
        return _needs(value[1])
    if op is ops.ATOMIC_GROUP:
        return _needs(value)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _needs(value[2]) if value[0] else None
    if op is ops.BRANCH:
        words: set[str] = set()
        for branch in value[1]:
            needs = _needs(branch)
            if needs is None:
                return None
            words |= needs
        return words
    return None


def _spelled(item: Any) -> set[str] | None:
    """All that a part of a pattern can match, where that is little; None else."""
    op, value = item
    if op in _ZERO_WIDTH:
        return {""}
    if op is ops.LITERAL:
        return {chr(value)}
    if op is ops.IN:
        return {chr(v) for _, v in value} if len(value) <= 4 and all(o is ops.LITERAL for o, _ in value) else None
    if op is ops.SUBPATTERN:
        return None if value[1] or value[2] else _all_spelled(value[3])
    if op is ops.BRANCH:
        words: set[str] = set()
        for branch in value[1]:
            alone = _all_spelled(branch)
            if alone is None:
                return None
            words |= alone
        return words if len(words) <= SPELLED else None
    if op is ops.MAX_REPEAT and value[0] == 0 and value[1] == 1:
        alone = _all_spelled(value[2])
        return None if alone is None else alone | {""}
    return None


def _all_spelled(items: Iterable[Any]) -> set[str] | None:
    run = {""}
    for item in items:
        alone = _spelled(item)
        if alone is None or len(run) * len(alone) > SPELLED:
            return None
        run = {a + b for a, b in product(run, alone)}
    return run

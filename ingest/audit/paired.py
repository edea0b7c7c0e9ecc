"""Pairs against pairs: "36/120 cơ quan (6/20 sở và 30/100 xã)", "05/11 đơn vị, còn 06/11 đơn vị": done, of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.audit.arithmetic import Check, make, show, sum_check, total
from ingest.audit.quantities import Quantity
from ingest.language.fold import fold
from ingest.ledgers import FindingKind
from ingest.report import Report

_PARTS = re.compile(r"\b(?:trong do|trong so do|gom|bao gom|cu the(?: la)?|chia ra)\b|\(")
_REST = re.compile(r"\b(?:con|con lai|chua)\b[^,;.]*$")
FARTHEST = 160

Pair = tuple[Quantity, Quantity]


def pair_checks(report: Report, counted: list[Quantity]) -> Iterator[Check]:
    """The pairs of one block that are the sum of the pairs listed with them, and those that leave the rest."""
    pairs = _pairs(counted)
    for i, whole in enumerate(pairs):
        later = pairs[i + 1 :]
        if later:
            yield from _parted(report, whole, later)
            yield from _rest(report, whole, later[0])


def _pairs(counted: list[Quantity]) -> list[Pair]:
    by_start = {q.start: q for q in counted}
    return [(q, by_start[q.pair]) for q in counted if q.pair >= 0 and q.first and not q.percent and q.pair in by_start]


def _parted(report: Report, whole: Pair, later: list[Pair]) -> Iterator[Check]:
    """Both sides of a pair against those of its parts; one side must bear out that the list is whole."""
    text = fold(whole[1].block.text)
    gap = text[whole[1].end : later[0][0].start]
    opener = max(_PARTS.finditer(gap), key=lambda m: (m[0] != "(", m.start()), default=None)
    if opener is None or len(gap) > FARTHEST or ";" in gap:
        return
    depth = later[0][0].depth
    end = text.find(".\n", whole[1].end)
    parts = [p for p in later if p[0].depth == depth and (end < 0 or p[0].start < end)]
    if opener[0] == "(":
        # the bracket ends the list
        parts = [p for p in parts if ")" not in text[later[0][0].start : p[0].start]]
    for count in range(len(parts), 1, -1):
        listed = parts[:count]
        sums = [total([p[side] for p in listed]) for side in (0, 1)]
        if sums[0] == whole[0].value or sums[1] == whole[1].value:
            for side in (0, 1):
                yield sum_check(report, whole[side], [p[side] for p in listed], "")
            return


def _rest(report: Report, done: Pair, rest: Pair) -> Iterator[Check]:
    gap = fold(done[1].block.text[done[1].end : rest[0].start])
    if done[1].value != rest[1].value or len(gap) > 60 or not _REST.search(gap):
        return
    value = done[0].value + rest[0].value
    yield make(
        report, FindingKind.SUM, f"{done[1].text}", show(value), value == done[1].value, [done[1], done[0], rest[0]],
        f"{done[0].text} + {rest[0].text} = {show(value)}",
    )  # fmt: skip

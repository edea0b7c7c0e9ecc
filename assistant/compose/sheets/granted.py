"""The criteria that a report lists with the most that each grants ("Thời gian chờ: 15/100 điểm"), and those that a
sentence tells with what was reached of it ("số hóa hồ sơ 15,4/22 điểm")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence.statements import ReportIndex
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number
from ingest.report import Block

LEAST = 3
_SCORED = guarded(
    r"(?P<name>[^\W\d_][^;:.\n()]{3,90}?)\s*:?\s+(?P<got>\d+(?:[.,]\d+)?)\s*/\s*(?P<most>\d+(?:[.,]\d+)?)\s*điểm",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:trong đó|gồm|cụ thể|và|-)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Granted:
    """A criterion with the `most` that it grants and where that stands (no block: in the table's own); `got` is what
    was reached of it, where the same words say so."""

    name: str
    most: Decimal
    block: Block | None
    start: int
    end: int
    row: int | None = None
    got: Decimal | None = None


_Scored = tuple[str, Decimal, Decimal, Block, int, int]


def granted_in(index: ReportIndex) -> tuple[Granted, ...]:
    """The criteria that a report lists with what each is out of; read once."""
    return index.once(_read)


def _read(index: ReportIndex) -> tuple[Granted, ...]:
    found: list[_Scored] = []
    for block in index.report.blocks:
        if block.table is not None:
            continue
        for m in _SCORED.finditer(block.text):
            got, most = parse_number(m["got"]), parse_number(m["most"])
            name = _OPENS.sub(
                "", m["name"].rpartition(",")[2].strip() if m["name"].count(",") > 2 else m["name"].strip()
            )
            if got is not None and most is not None and got <= most:
                found.append((name.lstrip("-+ "), got, most, block, m.start(), m.end()))
    for held in _together(found, lambda f: f[3].section):
        whole = max(f[2] for f in held)
        parts = [f for f in held if f[2] == whole]
        if len(parts) >= LEAST and sum(f[1] for f in parts) == whole:  # each is so much of the whole
            return tuple(Granted(n, got, b, s, e) for n, got, _, b, s, e in parts)
    for held in _together(found, lambda f: f[3].id):
        if len(held) >= LEAST:
            return tuple(Granted(n, most, b, s, e, None, got) for n, got, most, b, s, e in held)
    return ()


def _together(found: list[_Scored], by: Callable[[_Scored], str]) -> list[list[_Scored]]:
    groups: dict[str, list[_Scored]] = {}
    for one in found:
        groups.setdefault(by(one), []).append(one)
    return list(groups.values())

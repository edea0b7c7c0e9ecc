"""What the columns of a table that ranks or scores hold: a rank, a class, points given by oneself or by others, the
most that is granted, what was lost. Told by the heads alone, so that any such table is read alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.compose.tables.columns import is_share, number_in
from assistant.evidence.statements import plain
from assistant.measured.granted import is_most
from assistant.measured.ranks import is_rank
from ingest.language.fold import fold
from ingest.language.periods import periods
from ingest.report import Block, Table


class Holds(StrEnum):
    """What a column holds."""

    RANK = "rank"
    MOVED = "moved"
    CLASS = "class"
    SELF = "self-given"
    GIVEN = "appraised"
    SURVEY = "surveyed"
    MOST = "most"
    LOST = "lost"
    REASON = "reason"
    VALUE = "value"
    OTHER = "other"


_LEAVES = (
    (Holds.MOVED, re.compile(r"\b(?:tang|giam|thay doi|chenh lech|bien dong)\b|\bso (?:voi|sanh)\b")),
    (Holds.REASON, re.compile(r"\b(?:nguyen nhan|ly do)\b")),
    (Holds.SELF, re.compile(r"\btu (?:cham|danh gia)\b")),
    (Holds.GIVEN, re.compile(r"\btham dinh\b")),
    (Holds.SURVEY, re.compile(r"\b(?:dieu tra|khao sat)\b")),
    (Holds.LOST, re.compile(r"\b(?:bi |diem )(?:tru|mat)\b|\b(?:mat|tru) diem\b")),
    (Holds.CLASS, re.compile(r"(?:ket qua )?(?:xep loai|phan loai|xep hang muc|loai|nhom|xep nhom)\b")),
)
_VALUE = re.compile(r"\b(?:diem|ket qua|gia tri|chi so|ty le|thang diem)\b|%")
_TOTAL = re.compile(r"\btong\b")
_BARE = re.compile(r"\W*(?:diem|diem so|chi so|ket qua|gia tri|diem dat(?: duoc)?|ty le)\W*(?:\(%\))?\W*")
_LITTLE = frozenset(["nam", "diem", "so", "thu", "hang", "xep", "ket", "qua", "cua", "cac", "ty", "le", "chi"])
_ORDER = re.compile(r"(?:stt|tt|so tt|no)\b")
_YEAR = re.compile(r"(?:nam )?\d{4}")
_SCORES = re.compile(r"\b(?:diem|chi so|tieu chi|thu hang|xep hang)\b")
ROWS = 2  # of which a ranking has at least so many


@dataclass(frozen=True, slots=True)
class Head:
    """A column: what it `holds`, the words of the headings `above` it, the `year` that it names ("" for none)."""

    column: int
    holds: Holds
    above: frozenset[str]
    year: str
    label: str

    @property
    def words(self) -> frozenset[str]:
        """The words of its own label, with their marks, that say more than that it is a number."""
        leaf = self.label.rpartition("›")[2].lower()
        return frozenset(w for w in re.findall(r"[^\W\d_]+", leaf) if fold(w) not in _LITTLE)


_KNOWN: dict[tuple[str, str], tuple[Head, ...]] = {}  # by a block's id, which its words make, and the report's period
_KEPT = 2_048


def heads_of(block: Block, own: str) -> tuple[Head, ...]:
    """The columns of a table that ranks or scores rows; empty where it does neither. Every question asks for them."""
    known = _KNOWN.get((block.id, own))
    if known is None:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        known = _KNOWN[block.id, own] = _heads(block.table, own) if block.table is not None else ()
    return known


@lru_cache(maxsize=512)
def _read(columns: tuple[str, ...], own: str) -> tuple[Head, ...]:
    found = []
    for at, label in enumerate(columns):
        above, _, leaf = label.rpartition("›")
        holds = _holds(fold(leaf).strip(), leaf) or (_holds(fold(label).strip(), label) if above else None)
        named = {s.period for s in periods(label, own) if re.fullmatch(r"\d{4}", s.period)}
        if holds is None and _ORDER.match(fold(leaf).strip()) is None and at > 0:
            holds = Holds.VALUE if _YEAR.fullmatch(fold(leaf).strip()) else Holds.OTHER
        if holds is not None:
            year = named.pop() if len(named) == 1 and holds is not Holds.MOVED else ""
            words = frozenset(w for w in plain(above).split() if not w.isdigit()) - _LITTLE
            found.append(Head(at, holds, words, year, label))
    sorts = {h.holds for h in found}
    if len({h.year for h in found if h.holds is Holds.VALUE and h.year}) > 1:
        return tuple(found) if any(_SCORES.search(fold(label)) for label in columns) else ()
    ranks = Holds.RANK in sorts or Holds.CLASS in sorts
    scores = bool(sorts & {Holds.LOST, Holds.MOST}) or {Holds.SELF, Holds.GIVEN} <= sorts
    known = sum(h.holds is not Holds.OTHER for h in found)
    return tuple(found) if (ranks and known > 1) or scores else ()


def _heads(table: Table, own: str) -> tuple[Head, ...]:
    if table.rows - table.header_rows < ROWS:
        return ()
    return tuple(h for h in _read(table.columns, own) if _is_filled(table, h))


def _holds(folded: str, label: str) -> Holds | None:
    for holds, said in _LEAVES:
        if said.search(folded) if holds is not Holds.CLASS else said.match(folded):
            return holds
    if is_rank(label):
        return Holds.RANK
    if is_most(label):
        return Holds.MOST
    return Holds.VALUE if _VALUE.search(folded) else None


def _is_filled(table: Table, head: Head) -> bool:
    """Whether a column holds what its head says: words of a class, numbers of all else."""
    cells = [table.at(row, head.column) for row in range(table.header_rows, table.rows)]
    texts = [c.text.strip() for c in cells if c is not None and c.text.strip()]
    if head.holds in {Holds.CLASS, Holds.REASON}:
        return any(any(ch.isalpha() for ch in text) for text in texts)
    return any(number_in(text.lstrip("+-−–↑↓ ")) is not None for text in texts)


def of_whole(heads: list[Head]) -> Head | None:
    """Of several columns of values the one of the whole: a total, else the one that says nothing besides; None where
    it is not clear."""
    if len(heads) < 2:
        return heads[0] if heads else None
    points = [h for h in heads if not is_share(h.label)] or heads
    totals = [h for h in points if _TOTAL.search(fold(h.label))]
    bare = [h for h in points if _BARE.fullmatch(fold(h.label.rpartition("›")[2]).strip())]
    for chosen in (totals, bare, points):
        if len(chosen) == 1:
            return chosen[0]
    return None

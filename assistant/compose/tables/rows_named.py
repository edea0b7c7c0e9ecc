"""Which rows of a table a question names, word for word or as concepts of the glossary."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.asked.conversation import FADED
from assistant.compose.tables.row_names import is_total, row_name
from assistant.evidence.statements import keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Table

_INSPECTED = guarded(r"\bthanh tra,? (?:va )?kiem (?:tra|toan|sat)\b")
_UNITS = frozenset({"so", "ubnd", "uy ban nhan dan", "ủy ban nhân dân", "sở", "xã", "phường", "huyện", "tỉnh"})


def named_row(question: Question, table: Table, lexicon: Lexicon, place: str = "") -> int | None:
    """The one row that the question names; None where it names none or several."""
    named = rows_named(question, table, lexicon, place)
    return named[0] if len(named) == 1 else None


def rows_named(question: Question, table: Table, lexicon: Lexicon, place: str = "") -> list[int]:
    """The rows whose labels the question says, word for word or as concepts of the glossary; the longest of those that
    contain each other. "Sở A tỉnh B" is "Sở A" in the report of that `place`. A follow-up that names a row itself
    leaves the one that was asked for before."""
    if question.followup and any(w.weight <= FADED for w in question.wanted):
        own = replace(question, wanted=tuple(w for w in question.wanted if w.weight > FADED), followup=False)
        if held := rows_named(own, table, lexicon, place):
            return held
    # A follow-up leaves its place to the question before: "Vậy tháng 2?"
    asked = plain(" ".join((question.clear, *question.places)))
    concepts = {k for w in question.wanted for k in w.keys}
    if _INSPECTED.search(fold(question.clear)):
        concepts -= {"thanh tra"}  # what inspections ask for, and not the body
    named: dict[int, str] = {}
    for row, label, wordings, told in _labels(_Same(table), lexicon, place):
        if any(wording in asked for wording in wordings) or (told and told <= concepts):
            named[row] = label
    return [r for r, label in named.items() if not any(label != other and label in other for other in named.values())]


class _Same:
    """A table as the key of what is worked out of it once: the very same one, whose cells need not be compared."""

    __slots__ = ("table",)

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table


@lru_cache(maxsize=256)
def _labels(of: _Same, lexicon: Lexicon, place: str) -> list[tuple[int, str, tuple[str, ...], frozenset[str]]]:
    """The rows that are named: each with its label, the wordings of several syllables that say it, and the concepts
    that are all it consists of, none where one of them is of one syllable."""
    table, known = of.table, []
    for row in range(table.header_rows, table.rows):
        name = row_name(table, row)
        name = name.removesuffix(f" {place}") if place else name
        label = plain(name).strip()
        if row == table.code_row or not label or is_total(label):
            continue
        told = keys(lexicon, name) - _UNITS
        wordings = tuple(f" {n} " for n in (label, label.removeprefix("ubnd ")) if " " in n)
        known.append((row, label, wordings, told if all(" " in k for k in told) else frozenset()))
    return known

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
    for row in range(table.header_rows, table.rows):
        name = row_name(table, row)
        name = name.removesuffix(f" {place}") if place else name
        label, whole = _label(name)
        if row == table.code_row or whole:
            continue
        said = any(" " in n and f" {n} " in asked for n in (label, label.removeprefix("ubnd ")))
        if said or _is_concept_of(keys(lexicon, name) - _UNITS, concepts):
            named[row] = label
    return [r for r, label in named.items() if not any(label != other and label in other for other in named.values())]


@lru_cache(maxsize=4_096)
def _label(name: str) -> tuple[str, bool]:
    """The folded words of a row's name, and whether the row is of the whole, or of nothing."""
    label = plain(name).strip()
    return label, not label or is_total(label)


def _is_concept_of(told: frozenset[str], asked: set[str]) -> bool:
    """Whether a label is nothing but concepts of several syllables that are asked for."""
    return bool(told) and told <= asked and all(" " in k for k in told)

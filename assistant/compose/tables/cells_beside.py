"""The cells beside the one that answers, in its row, which the question asks for as well."""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.measured.ranks import asks_value_and_rank
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

_SEVERAL = re.compile(r"\b(va|and|cung|kem|lan)\b|(\bmay\b|bao nhieu).*(\bmay\b|bao nhieu)")
ROW_CELLS = 4
VALUE_WORDS = 4  # of a cell that holds a value, with its unit


def asked_beside(first: Candidate, question: Question) -> list[Figure]:
    """In a table row, the other cells that the question asks for as well: by their unit, or by the words of their
    column."""
    told = first.figure
    if told is None:
        return []
    if told.role is Role.RANK and asks_value_and_rank(fold(question.clear)):
        before = [f for f in first.statement.figures if f.at < told.at]
        return [f for f in sorted(before, key=lambda f: f.at)[-1:] if f.role is not Role.RANK]
    if not question.also_units and not _SEVERAL.search(fold(question.clear)):
        return []
    if (twin := _twin(told, first, fold(question.clear))) is not None:
        return [twin]
    wanted = {k for w in question.wanted for k in w.keys if w.weight >= 0.15}
    units = {word for group in question.also_units for u in group for word in fold(u).split()}
    scope = first.index.scope_keys[told.id]
    mine = first.index.figure_keys[told.id] - scope
    found, said = [], set(plain(question.clear).split())
    head = _head_words(told, first)
    for figure in first.statement.figures:
        if figure.id == told.id:
            continue
        told_apart = _head_words(figure, first) - head  # "Số đơn đã giải quyết" beside "Số đơn đã tiếp nhận"
        if told_apart and head and told_apart <= said and unit_key(figure.unit) == unit_key(told.unit):
            found.append(figure)
            continue
        asked = (first.index.figure_keys[figure.id] - scope - mine) & wanted
        if asked or set(unit_key(figure.unit).split()) & units:
            found.append(figure)
    return found[:ROW_CELLS]


_SHARE = re.compile(r"\bty le\b|\bphan tram\b|%|\b(?:share|rate|percentage|per ?cent|proportion)\b")
_POINTS = re.compile(r"\bdiem\b(?! phan tram)|\b(?<!percentage )points?\b|\bscores?\b|\bmarks?\b")
_MEASURE = frozenset({"ty", "le", "diem", "so", "muc"})


def _twin(told: Figure, first: Candidate, asked: str) -> Figure | None:
    """The points under the same words as a share ("Tỷ lệ hồ sơ …" and "Điểm hồ sơ …"), or the share beside points,
    where both are asked for; None where no one column has them."""
    if not (_SHARE.search(asked) and _POINTS.search(asked)):
        return None
    own = _head_words(told, first)
    left = own - _MEASURE
    others = [f for f in first.statement.figures if f.id != told.id]
    twins = [f for f in others if (head := _head_words(f, first)) != own and left and head - _MEASURE == left]
    return twins[0] if len(twins) == 1 else None


def _head_words(figure: Figure, candidate: Candidate) -> set[str]:
    """The words of the lowest heading above the cell that a figure fills, none where it stands among words."""
    table, row = candidate.statement.block.table, candidate.statement.row
    if table is None or row is None:
        return set()
    cell = next((c for c in table.row(row) if c.start <= figure.at < c.end), None)
    if cell is None or not cell.text.strip()[:1].isdigit() or len(cell.text.split()) > VALUE_WORDS:
        return set()
    return set(plain(table.columns[cell.column].split(" › ")[-1]).split())

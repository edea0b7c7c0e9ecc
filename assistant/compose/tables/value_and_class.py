"""The class of a row ("Xếp loại: Khá"), alone or besides its value: a word in a column is a cell like any number."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.tables.cells import answer_cell
from assistant.compose.tables.columns import of_asked_time
from assistant.compose.tables.extremes import asks_extreme
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Block, Cell

_ASKED = guarded(
    r",?(?: va| and)?(?: duoc| thi| dat| la| what was| what is)?(?: the| its)?(?: ket qua)? "
    r"(?:xep loai|xep hang muc|loai)(?: ket qua| muc)? (?:gi|nao|the nao|ra sao)\b|"
    r",?(?: va| and)(?: its| the)?(?: overall)? (?:rating|grade|classification|class)\b|"
    r"\b(?:what|which) (?:rating|grade|classification|class)\b|"
    r",?(?: and)? how (?:was|is) (?:it|the \w+) (?:rated|graded|classified)\b|"
    r"\bhow (?:was|is|were)(?= (?:the )?(?:[\w’'&-]+ ){1,8}(?:rated|graded|classified|classed)\b)|"
    r",?(?: va)?(?: thi| la)? (?:duoc )?(?:xep|thuoc|vao|hang) (?:loai|hang|muc|nhom)(?: loai)? (?:nao|gi)\b"
)
_LABEL = re.compile(r"(?:ket qua )?(?:xep loai|phan loai|xep hang muc|loai)(?: .{0,24})?")
_VALUE = re.compile(r"\b(?:bao nhieu|may|diem|score|points?|how many|how much|rate)\b")


def answer_class(found: Found, lexicon: Lexicon) -> Draft | None:
    """The class that a table gives the one row that the question names, behind the value where that is asked for as
    well; None where no class is asked for, no column holds it in one report, or the value is not told."""
    question = found.question
    asked = _ASKED.search(fold(question.clear))
    if asked is None or asks_extreme(question) or audits(question) or compares(question) or question.is_(Kind.CAUSE):
        return None
    held = [h for i in found.indexes for b in i.report.tables for h in _class_in(question, i, b, lexicon)]
    if len(held) != 1:
        return None
    index, block, cell = held[0]
    table = block.table
    assert table is not None
    label = table.columns[cell.column].rpartition("›")[2].strip()
    told = f"{' '.join(cell.text.split())} ({label})"
    rest = f"{question.clear[: asked.start()]} {question.clear[asked.end() :]}"
    draft = Draft()
    if _VALUE.search(fold(rest)):
        of_class = f" {plain(asked[0])} "
        own = (w for w in question.wanted if "xếp loại" not in w.keys and f" {w.words} " not in of_class)
        words = tuple(
            replace(w, keys=("điểm",)) if "điểm" in w.keys else w for w in own
        )  # an English "score" may be what was reached of anything
        kinds = tuple(dict.fromkeys((*question.kinds, Kind.FIGURE)))
        value = answer_cell(replace(question, clear=rest, wanted=words, kinds=kinds), [index], lexicon)
        if value is None:
            return None
        draft = value
        told = f"{draft.claims[0].text}; {told}"
        draft.claims.clear()
    else:
        told = f"{row_name(table, cell.row)}: {told}"
    row = [c for c in table.row(cell.row) if c.text.strip()]
    key = draft.cite(index, block, min(c.start for c in row), max(c.end for c in row), cell.row)
    draft.say(told, key)
    return draft


def _class_in(
    question: Question, index: ReportIndex, block: Block, lexicon: Lexicon
) -> list[tuple[ReportIndex, Block, Cell]]:
    """The cells in words under a label of classes, in the row of a table that the question names."""
    table = block.table
    assert table is not None
    row = named_row(question, table, lexicon)
    if row is None or not of_asked_time(question, index, block):
        return []
    found = []
    for column, label in enumerate(table.columns):
        cell = table.at(row, column)
        words = cell is not None and cell.row == row and any(ch.isalpha() for ch in cell.text)
        if words and cell is not None and _LABEL.fullmatch(fold(label.rpartition("›")[2]).strip()):
            found.append((index, block, cell))
    return found

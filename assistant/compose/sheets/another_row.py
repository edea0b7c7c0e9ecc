"""An answer from a row that nobody asked about: under "Tỷ lệ hài lòng của UBND các xã" the share of one department, or
the place of this year's province where the one before it is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.names import rows_in_short
from assistant.compose.tables.row_names import is_total, row_name
from assistant.compose.tables.sorts import is_unit
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from ingest.language.fold import fold
from ingest.report import Table

_LEVEL = re.compile(r"\b(?:cap xa|cac xa|cac phuong|ubnd xa(?= theo|,|\?|$)|communes)\b")
_LITTLE_WORDS = "so ubnd xa phuong tinh huyen ban cac va cua thi tran dac khu uy nhan dan co quan don vi khoi"
_LITTLE = frozenset(_LITTLE_WORDS.split())
_ASKS_ROW = re.compile(r"\b(?:nao|ai|which|who|whose|nhat|dau|cuoi)\b")
_DONE = re.compile(r"\(.*?\)")
_MONTH = re.compile(r"(?:thang|quy|nam)\b")
_SCORED = re.compile(r"\b(?:diem|xep loai|loai|xep hang|thu hang|hang may|scores?|points|rated|ranked|rank)\b")
_SCORE_HEAD = re.compile(r"\bdiem\b")
_BODIES = ("so ", "ban quan ly ", "thanh tra ")
LEAST = 2


def is_of_another_row(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether all that a draft cites is one row of a table of bodies or places, of which the question says not a word
    while it names another row, or bodies of another level."""
    if question.is_(Kind.AUDIT, Kind.DOCUMENT, Kind.CAUSE) or question.followup or not draft.citations:
        return False
    places = {(c.locator.report, c.locator.block) for c in draft.citations}
    citation = draft.citations[0]
    index = next((i for i in indexes if i.report.id == citation.locator.report), None)
    table = index.report.block(citation.locator.block).table if index is not None else None
    cell = table.holding(citation.locator.start) if table is not None else None
    if index is not None and table is None:
        return _of_whole(question, draft, indexes)
    if index is None or table is None or cell is None or cell.row < table.header_rows or len(places) > 1:
        return False
    rows = {held.row for c in draft.citations if (held := table.holding(c.locator.start)) is not None}
    if len({r for r in rows if r >= table.header_rows}) > 1:
        return False
    names = {r: _DONE.sub("", row_name(table, r)) for r in range(table.header_rows, table.rows) if r != table.code_row}
    own = names.get(cell.row, "")
    if (
        not own
        or is_total(own)
        or _MONTH.match(fold(own))
        or sum(map(is_unit, names.values())) < LEAST
        or not is_unit(own)
    ):
        return False
    asked = plain(question.clear)
    if _ASKS_ROW.search(asked):
        return False  # which row it is, is asked
    words = [w for w in plain(own).split() if w not in _LITTLE]
    pairs = [" ".join(pair) for pair in pairwise(words)] or words
    if any(f" {pair} " in asked for pair in pairs) or cell.row in rows_in_short(fold(question.clear), names)[0]:
        return False
    return _names_another(table, names, cell.row, asked) or (
        bool(_LEVEL.search(asked)) and not any(fold(n).startswith(("xa ", "phuong ", "ubnd")) for n in names.values())
    )


_LOST = re.compile(
    r"\b(?:mat|hut|bi tru)(?: di)? (?:bao nhieu|may) diem\b|\bhow many points\b.{0,60}\blose\b|\bpoints? lost\b"
)
_SAYS_LOST = re.compile(r"\b(?:mat|hut|tru|giam|lost|deducted)\b")


def tells_reached_for_lost(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether it is asked how many points were lost, and a draft tells points of which nothing says that they were."""
    if draft.calculation is not None or not draft.claims or not _LOST.search(fold(question.clear)):
        return False
    heads = [
        label
        for c in draft.citations
        for i in indexes
        if i.report.id == c.locator.report and (table := i.report.block(c.locator.block).table) is not None
        for label in table.columns
    ]
    return not any(_SAYS_LOST.search(fold(text)) for text in (*heads, *(c.quote for c in draft.citations)))


def _of_whole(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether points, a rank or a class are asked of a body that a table of such has, and told of another: of the
    whole, in words that do not say the name."""
    asked = plain(question.clear)
    if not _SCORED.search(asked) or question.is_(Kind.LIST, Kind.WHO):
        return False
    said = " ; ".join(plain(c.quote) for c in draft.citations)
    for index in indexes:
        for block in index.report.tables:
            table = block.table
            if table is None or not any(_SCORE_HEAD.search(fold(label)) for label in table.columns):
                continue
            names = (plain(row_name(table, r)).strip() for r in range(table.header_rows, table.rows))
            named = [n for n in names if n.startswith(_BODIES) and f" {n} " in asked]
            if named:
                return not any(f" {n} " in said for n in named)
    return False


def _names_another(table: Table, names: dict[int, str], row: int, asked: str) -> bool:
    """Whether a question says the name of another row of the table, in full."""
    others = (plain(name).strip() for r, name in names.items() if r != row and is_unit(name) and not is_total(name))
    return any(len(name.split()) > 1 and f" {name} " in asked for name in others)

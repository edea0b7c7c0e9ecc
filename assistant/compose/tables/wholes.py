"""Columns set beside each other under one heading: the whole beside its parts, a rank beside its value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.conversation import FADED
from assistant.compose.tables.columns import NAMES, TOTAL_POINTS, Column, cover, is_plain, is_share
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import keys, plain
from assistant.measured.ranks import is_rank
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

SHARE_BEHIND = 2  # columns behind that of a count its share may stand
_POINTS = re.compile(r"\bdiem\b(?! phan tram)|\bscore[ds]?\b|\b(?<!percentage )points?\b")
_SUM = re.compile(r"tong(?: so| cong)?")


def whole_of(question: Question, chosen: Column, columns: Sequence[Column], lexicon: Lexicon) -> Column:
    """The column of the whole, where the one chosen is of a part that the question does not ask for."""
    whole = _sum_of_kinds(question, _whole_score(question, chosen, columns, lexicon), columns, lexicon)
    return _share_behind(whole, columns) if question.percent and not _POINTS.search(fold(question.clear)) else whole


def _share_behind(column: Column, columns: Sequence[Column]) -> Column:
    """The column of the share that stands right behind that of a count under its heading: "Tiếp nhận › Trực tuyến |
    Tiếp nhận › Tỷ lệ (%)"."""
    table = column.block.table
    assert table is not None
    label = table.columns[column.column]
    if is_share(label):
        return column
    behind = (
        c
        for c in columns
        if c.block is column.block
        and 0 < c.column - column.column <= SHARE_BEHIND
        and is_share(table.columns[c.column])
        and table.columns[c.column].rpartition("›")[0] == label.rpartition("›")[0]
    )
    return min(behind, key=lambda c: c.column, default=column)


def _whole_score(question: Question, chosen: Column, columns: Sequence[Column], lexicon: Lexicon) -> Column:
    """The column of the whole ("Tổng điểm › Điểm đánh giá") in a table whose title says what is asked, unless the label
    of the one chosen says a word of the question that neither of these does: that one is of a component."""
    table = chosen.block.table
    assert table is not None
    own = table.columns[chosen.column]
    if fold(own).startswith("tong"):
        return chosen
    asked = [w for w in weigh(question, chosen.index) if w.wanted.weight >= NAMES]
    if question.followup and TOTAL_POINTS.search(fold(question.clear)):
        asked = [w for w in asked if w.wanted.weight > FADED]  # "và tổng mấy điểm?" leaves the part asked before
    said = [w for w in asked if cover([w], own, lexicon)]
    for column in columns:
        label = table.columns[column.column] if column.block is chosen.block else ""
        if not fold(label).startswith("tong") or is_share(label) != is_share(own):
            continue
        around = f"{table.title} ; {label}"
        if said and all(cover([w], around, lexicon) for w in said) and is_plain(label.rpartition("›")[2]):
            return column
    return chosen


def _sum_of_kinds(question: Question, chosen: Column, columns: Sequence[Column], lexicon: Lexicon) -> Column:
    """The column of the sum ("Việc được giao › Tổng số") beside that of one kind ("› Chậm") that is not asked for."""
    table = chosen.block.table
    assert table is not None
    above, _, leaf = table.columns[chosen.column].rpartition("›")
    asked = {k for w in question.wanted for k in w.keys}
    if not above or set(plain(leaf).split()) & set(plain(question.clear).split()) or keys(lexicon, leaf) & asked:
        return chosen

    def sums(column: Column) -> bool:
        heading, _, own = table.columns[column.column].rpartition("›")
        return heading == above and bool(_SUM.fullmatch(" ".join(plain(own).split())))

    return next((c for c in columns if c.block is chosen.block and sums(c)), chosen)


def is_its_rank(value: Column, other: Column) -> bool:
    """Whether a column holds the ranks by the value of another, under one heading: "PCI › Điểm số | PCI › Thứ hạng"."""
    table = value.block.table
    if table is None or other.block is not value.block or is_rank(table.columns[value.column]):
        return False
    own, its = (table.columns[c.column].rpartition("›")[0] for c in (value, other))
    return bool(own) and own == its and is_rank(table.columns[other.column])

"""A row of a table asked for by its name: the cells of the columns that the question speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked.conversation import FADED
from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.figures.result_of_index import ASKED as RESULT_ASKED
from assistant.compose.parts import asked_parts, counts, parts_of
from assistant.compose.sufficiency import HEAVY
from assistant.compose.tables.cells_asked import MOST as CELLS
from assistant.compose.tables.cells_asked import columns_asked, says_all
from assistant.compose.tables.columns import (
    NAMES,
    ROW_KINDS,
    TITLED,
    Column,
    columns_of,
    is_of_other_time,
    is_plain,
    is_share,
    said_in_title,
)
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row, rows_named
from assistant.compose.tables.sorts import is_unit
from assistant.compose.tables.wholes import whole_of
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.granted import asks_out_of, is_most
from assistant.measured.ranks import asks_value_and_rank
from assistant.measured.states import state_of
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Table

LEAST = 0.45  # of what is asked besides the row must stand in a column's labels and the words above its table
NEAR = 0.5  # a column this near to the best is asked for as well, where the question asks for several
HALF = 0.5  # of two columns that are asked for, each says its half
MOST = 3  # cells of one row that are told
_SEVERAL = re.compile(r"\b(?:va|and|cung|lan|kem)\b|\b(?:bao nhieu|may)\b.*\b(?:bao nhieu|may)\b")
_POINTS = re.compile(r"\b(?:may|bao nhieu|so) diem\b|\bdiem(?: so)? (?:la )?(?:bao nhieu|may)\b|\b(?:score|points?)\b")
_SCORED = re.compile(r"(?:diem|muc diem|ty le)\b")
_MEASURE = re.compile(r"\W*(?:ty le|diem(?: so)?)\b(?: (?:danh gia|dat duoc|dat))?")


@dataclass(frozen=True, slots=True)
class _Cell:
    column: Column
    row: int


def answer_cell(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The cells of the one row that the question names; None where it names none, or no column of it."""
    wants = question.is_(Kind.FIGURE) or RESULT_ASKED.search(fold(question.clear))
    if not wants or len(question.periods) > 1:
        return None  # one row tells of one time
    named = [i for i in indexes if i.report.period in question.report_periods]
    state = "" if len(parts_of(question.clear)) > 1 else state_of(question.clear)  # of several parts each has its own
    found = [cell for index in named or indexes for cell in _cells(question, index, lexicon, state)]
    if not found:
        return None
    sound = [c for c in found if c.column.score >= LEAST and c.column.lacks < HEAVY]
    blocks = {c.column.block.id: c.column for c in found}
    titled = {at: TITLED * said_in_title(question, c.index, c.block, lexicon) for at, c in blocks.items()}
    best = max(sound or found, key=lambda c: (round(c.column.rank + titled[c.column.block.id], 4), c.column.score))
    best = _whole(question, best, found, lexicon)
    assert best.column.block.table is not None
    several = bool(_SEVERAL.search(fold(_without(question.clear, row_name(best.column.block.table, best.row)))))
    apart = _each_part(question, best, found, lexicon)
    if not apart and (best.column.score < LEAST or best.column.lacks >= (HALF if several else HEAVY)):
        return None
    table = best.column.block.table
    assert table is not None
    share_and_points = question.percent and _POINTS.search(fold(question.clear))
    if question.percent and not share_and_points:
        best = _share_of(best, found)
    if _counts_things(question) and _SCORED.match(fold(table.columns[best.column.column].rpartition("›")[2].strip())):
        return None  # how many there were is told by no points that they brought
    chosen = [best]
    if asks_value_and_rank(fold(question.clear)) and (value := _value_of(best, found)) is not None:
        chosen = [value, best]
    elif share_and_points and (pair := _share_and_points(best, found)):
        chosen = pair
    elif apart:
        chosen = apart
    elif asks_out_of(fold(question.clear)) and (pair := _most_beside(best, found)):
        chosen = pair
    elif several:
        chosen += _asked_besides(question, best, found, lexicon)
        if len(chosen) == 1:
            chosen = _of_parts(question, best, lexicon) or chosen
    draft = Draft()
    held = [c for c in table.row(best.row) if c.text.strip()]
    start, end = min(c.start for c in held), max(c.end for c in held)
    key = draft.cite(best.column.index, best.column.block, start, end, best.row)
    told = [_told(table, cell) for cell in chosen[: max(MOST, len(apart))]]
    draft.say(f"{row_name(table, best.row)}: {'; '.join(told)}", key)
    return draft


def _counts_things(question: Question) -> bool:
    """Whether a question asks how many of something there are, and for no points or share."""
    return bool(question.units) and not question.percent and "điểm" not in question.units


def _cells(question: Question, index: ReportIndex, lexicon: Lexicon, state: str) -> list[_Cell]:
    found = []
    for block in index.report.tables:
        table = block.table
        assert table is not None
        row = named_row(question, table, lexicon, index.report.place)
        if row is None:
            continue
        without = plain(row_name(table, row)).strip()
        question = _without_member_before(question, table, without, lexicon)
        own = not asked_again_of(index, without)
        if own and not (RESULT_ASKED.search(fold(question.clear)) and _is_among_places(table, row)):
            continue
        for column in columns_of(question, index, block, without, lexicon, state):
            cell = table.at(row, column.column)
            if is_of_other_time(question, index, table.columns[column.column]):
                continue
            if cell is not None and cell.row == row and any(ch.isdigit() for ch in cell.text):
                found.append(_Cell(column, row))
    return found


def _without_member_before(question: Question, table: Table, label: str, lexicon: Lexicon) -> Question:
    """A follow-up without the words that name another row of a table, for which it was asked before, and without the
    level that the `label` of its own row says in one syllable ("Provincial Inspectorate": "thanh tra tinh")."""
    if not question.followup:
        return question
    alone = replace(question, clear="", places=(), followup=False)
    names = [
        w
        for w in question.wanted
        if (w.weight <= FADED and rows_named(replace(alone, wanted=(w,)), table, lexicon))
        or any(fold(k).startswith("cap ") and fold(k).split()[-1] in label.split() for k in w.keys)
    ]
    return replace(question, wanted=tuple(w for w in question.wanted if w not in names)) if names else question


def _is_among_places(table: Table, row: int) -> bool:
    """Whether a row is of one of several places that a table sets beside each other."""
    names = [row_name(table, at) for at in range(table.header_rows, table.rows) if at not in (row, table.code_row)]
    return len(names) > 1 and all(is_unit(name) for name in names)


def asked_again_of(index: ReportIndex, label: str) -> bool:
    """Whether a row is of another unit than the report's own: to name that one names no row."""
    place = plain(index.report.place).split()
    return not set(label.split()) <= set(place)


def _whole(question: Question, best: _Cell, found: list[_Cell], lexicon: Lexicon) -> _Cell:
    """The cell of the whole in the same row, where the best is of a part that the question does not ask for."""
    columns = [c.column for c in found if c.column.block is best.column.block and c.row == best.row]
    whole = whole_of(question, best.column, columns, lexicon)
    return _Cell(replace(best.column, column=whole.column), best.row)


def _asked_besides(question: Question, best: _Cell, found: list[_Cell], lexicon: Lexicon) -> list[_Cell]:
    """Further columns of the same row that say a word of the question which the best one's label does not."""
    table = best.column.block.table
    assert table is not None
    telling = [w for w in question.wanted if w.weight >= NAMES]
    words = {w.wanted.words for w in weigh(question, best.column.index) if w.wanted in telling}
    words |= {fold(k) for w in telling for k in w.keys}
    concepts = {k for w in telling for k in w.keys}

    def said(cell: _Cell) -> set[str]:
        label = table.columns[cell.column.column]
        leaf = label.rpartition("›")[2]
        if is_plain(leaf):
            label = f"{leaf} ; {table.title}"  # of what the table is on
        flat = plain(label)
        found = {w for w in words if w and f" {w} " in flat} | {fold(k) for k in concepts & keys(lexicon, label)}
        return found - ROW_KINDS

    def heading(cell: _Cell) -> str:
        return table.columns[cell.column.column].rpartition("›")[0]

    held, chosen = said(best), []
    # "PCI › Thứ hạng" goes with "PCI › Điểm số": what stands under the same heading comes before what does not.
    beside = [
        c for c in found if c.column.block is best.column.block and c.row == best.row and c.column is not best.column
    ]
    for cell in sorted(beside, key=lambda c: (heading(c) != heading(best), -c.column.score)):
        if said(cell) - held and cell.column.score >= best.column.score - NEAR:
            held |= said(cell)
            chosen.append(cell)
    return sorted(chosen, key=lambda c: c.column.column)


def _each_part(question: Question, best: _Cell, found: list[_Cell], lexicon: Lexicon) -> list[_Cell]:
    """The cells of the row that the parts of a question name, each with its own words."""
    table = best.column.block.table
    assert table is not None
    texts = parts_of(_without(question.clear, row_name(table, best.row)))
    if len(texts) < 2 and best.column.score >= LEAST:
        return []  # one that is sure enough by what stands around it
    columns = columns_asked(texts[:CELLS], table, best.row, lexicon, question.running)
    held = {c.column.column for c in found if c.column.block is best.column.block and c.row == best.row}
    if not held.issuperset(columns):
        return []  # of another time
    section = best.column.index.report.section(best.column.block.section)
    if not says_all(question, table, best.row, columns, section.heading if section else "", lexicon):
        return []
    return [_Cell(replace(best.column, column=column), best.row) for column in columns]


def _without(text: str, name: str) -> str:
    """A text less the name of a row, which may share words with the columns."""
    at = fold(text).find(fold(name))
    return text if at < 0 else f"{text[:at]} {text[at + len(name) :]}"


def _of_parts(question: Question, best: _Cell, lexicon: Lexicon) -> list[_Cell]:
    """The cell of each part of a question that asks several numbers of one row; none unless each part has its own."""
    parts = [p for p in asked_parts(question, lexicon) if counts(p)]
    chosen: list[_Cell] = []
    row = set(plain(row_name(best.column.block.table, best.row)).split()) if best.column.block.table else set()
    naming = [w for w in question.wanted if any(set(fold(k).split()) <= row for k in w.keys if " " in k)]
    for part in parts:
        asked = replace(
            question, wanted=(*part.wanted, *naming), units=part.units or question.units, percent=part.percent
        )
        cells = [
            c
            for c in _cells(asked, best.column.index, lexicon, state_of(part.clear))
            if c.column.block is best.column.block
        ]
        cell = max(cells, key=lambda c: (round(c.column.rank, 4), c.column.score), default=None)
        if cell is None or cell.column.score < LEAST or cell.column.lacks >= HALF:
            return []
        chosen.append(_under_one_heading(question, best, cell, cells))
    return chosen if len({c.column.column for c in chosen}) == len(chosen) > 1 else []


def _under_one_heading(question: Question, best: _Cell, cell: _Cell, cells: list[_Cell]) -> _Cell:
    """A cell, or the one of the same label under the heading of the best, where the question says no other heading:
    "bao nhiêu điểm PCI và xếp hạng mấy" asks for the rank by that index."""
    table = best.column.block.table
    assert table is not None
    own, (above, _, leaf) = table.columns[best.column.column], table.columns[cell.column.column].rpartition("›")
    if not above or set(plain(above).split()) & set(plain(question.clear).split()):
        return cell
    meant = f"{own.rpartition('›')[0]}›{leaf}"
    return next((c for c in cells if table.columns[c.column.column] == meant), cell)


def _share_of(best: _Cell, found: list[_Cell]) -> _Cell:
    """The share that stands right behind a count in its row: "11 vụ, hòa giải thành 10, tỷ lệ 90,91"."""
    table = best.column.block.table
    assert table is not None
    if is_share(table.columns[best.column.column]):
        return best
    beside = [
        c
        for c in found
        if c.column.block is best.column.block
        and c.row == best.row
        and 0 < c.column.column - best.column.column <= 2
        and is_share(table.columns[c.column.column])
    ]
    return min(beside, key=lambda c: c.column.column, default=best)


def _value_of(best: _Cell, found: list[_Cell]) -> _Cell | None:
    """The value right before a rank, under the same heading: "SIPAS › Kết quả | SIPAS › Thứ hạng"."""
    table = best.column.block.table
    assert table is not None
    group, _, leaf = table.columns[best.column.column].rpartition("›")
    if "hang" not in fold(leaf):
        return None
    beside = (
        c
        for c in found
        if c.column.block is best.column.block
        and c.row == best.row
        and c.column.column == best.column.column - 1
        and table.columns[c.column.column].rpartition("›")[0] == group
    )
    return next(beside, None)


def _most_beside(best: _Cell, found: list[_Cell]) -> list[_Cell]:
    """What was reached and the most that is granted, side by side in the row: "Điểm tối đa | Điểm đạt"; empty where
    the table does not tell both."""
    table = best.column.block.table
    assert table is not None
    beside = [c for c in found if c.column.block is best.column.block and c.row == best.row]
    most = next((c for c in beside if is_most(table.columns[c.column.column])), None)
    if most is None:
        return []
    near = (c for c in beside if abs(c.column.column - most.column.column) == 1)
    points = (c for c in near if fold(table.columns[c.column.column]).rpartition("›")[2].strip().startswith("diem"))
    reached = best if best.column.column != most.column.column else next(points, None)
    return [reached, most] if reached is not None else []


def _share_and_points(best: _Cell, found: list[_Cell]) -> list[_Cell]:
    """The share and the points of one thing, which stand side by side under labels that differ in that alone: "Tỷ lệ hồ
    sơ số hóa | Điểm hồ sơ số hóa", "Tỷ lệ (%) | Điểm đạt"; empty where the best cell has no such other half."""
    table = best.column.block.table
    assert table is not None

    def of_what(cell: _Cell) -> tuple[str, str]:
        above, _, leaf = fold(table.columns[cell.column.column]).rpartition("›")
        if above.strip() in {"diem", "diem so"}:  # "Điểm › Tối đa | Điểm › Đạt được | Tỷ lệ đạt"
            above, leaf = "", f"diem {leaf.strip()}"
        matter = _MEASURE.sub("", re.sub(r"\([^()]*\)|%", " ", leaf), count=1)
        return above, " ".join(matter.split())

    shares = is_share(table.columns[best.column.column])  # bare ones go together, however the head above is merged
    beside = (
        c
        for c in found
        if c.column.block is best.column.block
        and c.row == best.row
        and abs(c.column.column - best.column.column) == 1
        and is_share(table.columns[c.column.column]) != shares
        and (of_what(c) == of_what(best) or (_is_left(c, best, shares) and not of_what(c)[1] and not of_what(best)[1]))
    )
    other = next(beside, None)
    return sorted((best, other), key=lambda c: c.column.column) if other is not None else []


def _is_left(other: _Cell, best: _Cell, shares: bool) -> bool:
    """Whether of two cells side by side the share comes first; `shares`: the best is the share."""
    return (best if shares else other).column.column < (other if shares else best).column.column


def share_beside_points(column: Column, row: int) -> str:
    """What a row holds in a column and in the one beside it that gives the same as points, or as a share; "" where no
    such column stands beside it."""
    table = column.block.table
    assert table is not None
    held = [_Cell(replace(column, column=at), row) for at in range(len(table.columns)) if at != column.column]
    pair = _share_and_points(_Cell(column, row), [c for c in held if table.at(row, c.column.column) is not None])
    return "; ".join(_told(table, cell) for cell in pair)


def _told(table: Table, cell: _Cell) -> str:
    held = table.at(cell.row, cell.column.column)
    assert held is not None
    above, _, label = table.columns[cell.column.column].rpartition(" › ")
    printed = " ".join(held.text.split())
    if "%" in label and "%" not in printed:
        printed += "%"
    alike = sum(other.rpartition(" › ")[2] == label for other in table.columns)
    if above and alike > 1:  # "Quá hạn" of what is settled, and of what goes on
        label = f"{above}: {label}"
    return f"{printed} ({label})" if not any(ch.isdigit() for ch in label) else printed

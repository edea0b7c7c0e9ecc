"""Cells: the figures of a table, completed from its column labels, its row labels and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.figures.prose import Draft, Setting, read_prose
from ingest.figures.scopes import leading_scope, level_in
from ingest.figures.timeline import without_periods
from ingest.figures.units import unit_in
from ingest.language.numbers import numbers, parse_number
from ingest.language.periods import periods
from ingest.ledgers import Role
from ingest.report import Cell, Table

_ORDER = re.compile(r"^(?:stt|tt|số tt|số thứ tự|no\.?|#|mã(?: số)?)$", re.IGNORECASE)
_WHO = re.compile(
    r"^(?:tên\s+)?(?:đơn vị(?! tính)|địa phương|cơ quan|xã|phường|huyện|sở|ngành|tên đơn vị|danh sách đơn vị|địa bàn|unit|agency)",
    re.IGNORECASE,
)
_UNIT_COLUMN = re.compile(r"^(?:đơn vị tính|đvt|đv tính|unit)\b", re.IGNORECASE)
_BRACKET_UNIT = re.compile(
    r"\((?:(?:đvt|đơn vị(?: tính)?)\s*:?\s*)?(?P<unit>%|triệu đồng|tỷ đồng|đồng|nghìn đồng|người|lượt(?: người)?|đơn|hồ sơ|vụ(?: việc)?|cuộc|ha|km"
    r"|điểm|văn bản|TTHC|thủ tục|hộ|lớp|tấn)\)|(?:tối đa|thang)?\s*\d+\s*(?P<scale>điểm)\)|\bđvt\s*:\s*(?P<dvt>[^\s,;)]+(?: đồng)?)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"tỷ lệ|tỉ lệ|%|phần trăm|tỷ trọng", re.IGNORECASE)
_SCORE = re.compile(r"^điểm|(?:tổng|số) điểm|điểm (?:đánh giá|đạt|số)", re.IGNORECASE)
_TOTAL_ROW = re.compile(r"^(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|xã))(?!\w)", re.IGNORECASE)
_TARGET = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|được giao|dự toán giao", re.IGNORECASE)
_PREVIOUS = re.compile(r"cùng kỳ|năm trước|kỳ trước", re.IGNORECASE)
_RANK = re.compile(r"xếp hạng|thứ hạng|hạng", re.IGNORECASE)
_CHANGE = re.compile(r"tăng|giảm|chênh lệch", re.IGNORECASE)
_COUNTED = re.compile(r"^(?:tổng\s+)?(?:số(?: lượng)?)\s+(?P<noun>\w+(?:\s\w+)?)", re.IGNORECASE)
SHORT = 5
_LIST_MARK = re.compile(r"^\s*(?:[IVXivx]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure of a table: the draft (offsets of the block's text) and its grid position."""

    draft: Draft
    row: int
    column: int


def read_table(text: str, table: Table, setting: Setting) -> Iterator[CellFigure]:
    """The figures of a table's body, row by row. `text` is the block's; header rows and the row of codes are passed over."""
    labels = tuple(" ".join(c.split()) for c in table.columns)
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    carried: dict[int, Cell] = {}
    group = ""
    table_unit = _bracket_unit(table.title) or _first_unit(labels) or unit_in(table.title)
    labels = _told_apart(labels)
    for index in range(table.header_rows, table.rows):
        cells = sorted(rows.get(index, []), key=lambda c: c.column)
        if index == table.code_row or not any(c.text.strip() for c in cells):
            continue
        filled = [c for c in cells if c.text.strip()]
        if len(filled) == 1 and parse_number(filled[0].text) is None and (filled[0].columns > 1 or filled[0].column <= 1):
            if not numbers(filled[0].text) or filled[0].columns > table.width // 2:
                group = _bare(filled[0].text)
                continue
        for c in cells:
            if c.rows > 1:
                for below in range(index, index + c.rows):
                    carried[below * 1000 + c.column] = c
        labelled = [*cells, *(c for key, c in carried.items() if key // 1000 == index and c.row != index)]
        yield from _row(text, table, labels, labelled, cells, group, table_unit, setting)


def _first_unit(labels: tuple[str, ...]) -> str:
    """The unit of the first column that names one: the columns beside it part the same things."""
    for label in labels:
        last = label.rpartition(" › ")[2]
        m = _COUNTED.match(last)
        if m is not None:
            return unit_in(m["noun"]) or str(m["noun"]).split()[0].lower()
    return ""


def _told_apart(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Labels that stand twice ("Số người") are led by the label to their left."""
    out: list[str] = []
    for i, label in enumerate(labels):
        twice = label and labels.count(label) > 1 and i > 0
        left = next((x for x in reversed(labels[:i]) if x and x != label), "")
        out.append(f"{left} › {label}" if twice and left and not _ORDER.match(left) else label)
    return tuple(out)


def _row(
    text: str,
    table: Table,
    labels: tuple[str, ...],
    labelled: list[Cell],
    cells: list[Cell],
    group: str,
    table_unit: str,
    setting: Setting,
) -> Iterator[CellFigure]:
    start, end = min(c.start for c in cells), max(c.end for c in cells)
    numeric = {c.column for c in cells if _is_value(c.text)}
    name, who, row_unit = "", "", ""
    for c in sorted(labelled, key=lambda c: c.column):
        label = labels[c.column] if c.column < len(labels) else ""
        last = label.rpartition(" › ")[2]
        if _UNIT_COLUMN.match(last):
            row_unit = c.text.strip()
        elif c.column not in numeric and c.text.strip() and not _ORDER.match(last) and len(c.text) <= 200 and not _is_remark(last):
            if not name and not numbers(c.text):
                name = _bare(c.text)
                who = name if _WHO.match(last) or leading_scope(name, setting.own, part=True) else ""
    for c in cells:
        label = labels[c.column] if c.column < len(labels) else ""
        last = label.rpartition(" › ")[2]
        if not c.text.strip() or _ORDER.match(last) or _UNIT_COLUMN.match(last):
            continue
        value = parse_number(c.text) if c.column in numeric else None
        if value is None:
            yield from _words(c, start, end, label, name or group, setting)
            continue
        if not label and c.column == 0 and len(cells) > 1 and value == value.to_integral_value() and len(numeric) < len(cells):
            continue
        head = label.rpartition(" › ")[0]
        siblings = row_unit or _first_unit(tuple(x for x in labels if head and x.startswith(f"{head} › ")))
        draft = _value(c, value, start, end, label, name, who, group, siblings, table_unit, setting, _bare(table.title))
        yield CellFigure(draft, c.row, c.column)


def _value(
    c: Cell, value: Decimal, start: int, end: int, label: str, name: str, who: str, group: str, siblings: str, unit: str, setting: Setting, table_title: str
) -> Draft:
    from decimal import Decimal

    printed = c.text.strip()
    at = c.start + c.text.index(printed)
    share = printed.endswith("%") or bool(_SHARE.search(label.rpartition(" › ")[2]))
    words = without_periods(" ".join(label.replace(" › ", ": ").split()), setting.base)
    about = _bare(name) if not who else ""
    if table_title and len(words.split()) <= SHORT and len(table_title) <= 120:
        words = f"{table_title}: {words}"
    indicator = ": ".join(x for x in (words, group, about) if x)
    said = periods(label, setting.base)
    period = said[-1].period if said else setting.period or setting.base
    role = _role(label, name, share)
    return Draft(
        value,
        printed,
        at,
        "%" if share else _unit(label, siblings, unit, f"{group} {name}", setting),
        indicator or setting.topic,
        period,
        who or level_in(label) or leading_scope(group, setting.own, part=True) or setting.scope,
        role,
        start,
        end,
    )


def _unit(label: str, siblings: str, table_unit: str, row: str, setting: Setting) -> str:
    last = label.rpartition(" › ")[2]
    bracket = _bracket_unit(last) or _bracket_unit(label)
    if _SCORE.search(last):
        return "điểm"
    if bracket:
        return bracket
    if _RANK.search(last):
        return "hạng"
    counted = _COUNTED.match(last)
    if counted is not None:
        found = unit_in(f"{counted['noun']}") or str(counted["noun"]).split()[0].lower()
        return "đơn" if found == "đơn thư" else found
    found = unit_in(last) or unit_in(label.rpartition(" › ")[0]) or siblings or table_unit or unit_in(row) or setting.unit
    return "đơn" if found == "đơn thư" else found


def _bracket_unit(label: str) -> str:
    m = _BRACKET_UNIT.search(label)
    return (m["unit"] or m["scale"] or m["dvt"]).strip() if m else ""


def _role(label: str, name: str, share: bool) -> Role:
    last = label.rpartition(" › ")[2]
    if _PREVIOUS.search(last) and not re.search(r"so|tăng|giảm", last, re.IGNORECASE):
        return Role.PREVIOUS
    if _TARGET.search(last) and not share:
        return Role.TARGET
    if _RANK.search(last):
        return Role.RANK
    if _CHANGE.search(last):
        return Role.CHANGE
    if share:
        return Role.SHARE
    if _TOTAL_ROW.match(name) or _TOTAL_ROW.match(last):
        return Role.TOTAL
    return Role.ACTUAL


def _words(c: Cell, start: int, end: int, label: str, name: str, setting: Setting) -> Iterator[CellFigure]:
    """The figures of a cell that holds words, read as prose; quoted with their row."""
    comparing = re.search(r"so s[áa][nc]h|đánh giá|tăng|giảm|ghi chú", label, re.IGNORECASE) is not None
    inside = replace(setting, topic=name or setting.topic, comparing=comparing)
    for d in read_prose(c.text, inside):
        about = d.indicator if not name or name.lower() in d.indicator.lower() else f"{d.indicator} ({name})"
        yield CellFigure(replace(d, at=d.at + c.start, start=start, end=end, indicator=about), c.row, c.column)


def _is_value(text: str) -> bool:
    return parse_number(text) is not None


def _is_remark(label: str) -> bool:
    return re.match(r"ghi chú|đánh giá|nhận xét|lý do", label, re.IGNORECASE) is not None


def _bare(text: str) -> str:
    return " ".join(_LIST_MARK.sub("", text).split()).strip(" .:;")


"""Columns and rows of a table as evidence: what stands over a column, which row a question names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.asked.conversation import AGAIN, FADED
from assistant.asked.restating import DOING, compares
from assistant.compose.tables.row_names import TOTAL_ROW, label_of, row_name
from assistant.compose.tables.sorts import is_headed_otherwise
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.granted import asks_most, is_most
from assistant.measured.ranks import asks_rank, asks_value, is_rank
from assistant.measured.running import FIRST, PART_OF_YEAR, RUNNING, says_running, since_new_year
from assistant.measured.same_time import same_time
from assistant.measured.states import state_of
from assistant.question import Question
from assistant.words.terms import WORD, Lexicon
from assistant.words.tongue import has_marks
from ingest.figures.columns import ORDER
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.language.numbers import parse_number
from ingest.language.periods import contains, periods
from ingest.report import Block, Cell, Table
from ingest.rows import groups

_SUMS = re.compile(rf"{TOTAL_ROW.pattern}|^cong (?:khoi|nhom|cum)\b")  # the last are of some of the rows alone
_OF_SUMS = frozenset({"cong", "khoi", "nhom", "cum"})
_TOTAL_OF = re.compile(r"\btong (?:so |cong )?(?!hop|ket)[a-z]+")  # "tổng điểm": the column of that name is meant
_SCORE = re.compile(r"\bdiem\b(?! phan tram)|\bscore[ds]?\b|\b(?<!percentage )points?\b")
TOTAL_POINTS = re.compile(r"\btong (?:so |cong )?(?:may|bao nhieu) diem\b|\b(?:may|bao nhieu) diem tong\b")
_TOTAL_EN = re.compile(r"\b(?:total|overall) (?:scores?|points?|marks?|percentage|rate)\b")
ROW_KINDS = frozenset(
    {"so", "chi so", "tieu chi", "xa", "phuong", "huyen", "co quan", "don vi", "dia phuong", "cap xa", "bang", "tinh"}
)
NAMES = 0.25  # the weight of a word that may name a column: not one that only names the report
AROUND = 0.45  # what the title of a table, and the headings it stands under, count beside the label of a column
LEAF = 0.3  # what the lowest label of a column counts beside the labels above it
COMPONENT = 0.2  # against a part of what is asked, which nobody asked for
TITLED = 0.12  # what it counts that the title of a table says what is asked, and not only a heading above
OF_KIND = 0.35  # what it counts that a column holds shares, points or persons, of the time and the state, as asked
ALL_SAID = 0.95  # of what is asked, by the lowest label alone: it is the one, whatever it counts in
GOES_ON = 0.1  # what it takes from a column that it is of what still goes on, where the question says neither


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as evidence: `score` says how much of the question stands over it, `rank` how little
    besides, `lacks` the share of the heaviest word that stands nowhere over it, 0 to 1."""

    index: ReportIndex
    block: Block
    column: int
    score: float
    rank: float
    lacks: float


def values_of(table: Table, column: int, *, sums: bool = False) -> list[tuple[Decimal, Cell]]:
    """The numbers of a column with their cells; rows of totals, those that sum others up and column codes left out, or
    of rows the ones alone that sum others up."""
    found = []
    summed = groups(table)
    for row in range(table.header_rows, table.rows):
        name = row_name(table, row)
        if (row in summed) != sums or row == table.code_row or not name or _SUMS.match(fold(name)):
            continue
        cell = table.at(row, column)
        value = number_in(cell.text) if cell is not None and cell.row == row else None
        if cell is not None and value is not None:
            found.append((value, cell))
    return found


def columns_of(
    question: Question, index: ReportIndex, block: Block, without: str, lexicon: Lexicon, state: str | None = None
) -> list[Column]:
    """The columns of a table that hold values, with how much of the question, less the words `without`, they say;
    `state` is that of what is asked for ("done", "pending", ""), where the question itself does not say it."""
    table = block.table
    assert table is not None
    if table.rows - table.header_rows < 3 or is_headed_otherwise(fold(question.clear), fold(first_label(table))):
        return []
    least = NAMES * AGAIN ** max(0, len(question.before) - 1)
    leaves = {plain(label.rpartition("›")[2]).strip() for label in table.columns}  # one of them names it by itself
    weighted = [w for w in weigh(question, index) if w.wanted.weight >= least or w.wanted.words in leaves]
    weighted = [w for w in weighted if w.wanted.words not in DOING]
    if without:
        weighted = [w for w in weighted if not _names(w, f" {without} ") and "khong ke" not in w.wanted.words]
    if question.followup:  # "and its digitisation rate?": what was asked before names another column
        own = [w for w in weighted if w.wanted.weight > FADED]
        only_kind = all(set(w.wanted.keys) & _KINDS_ALONE for w in own)  # "Xếp thứ mấy?" is of the index asked before
        weighted = weighted if only_kind else own
    section = index.report.section(block.section)
    above_table = (*section.path[:-1], index.headings.get(section.id, section.heading)) if section else ()
    if not of_asked_time(question, index, block):
        return []
    weighted = [w for w in weighted if not {fold(k) for k in w.wanted.keys} & ROW_KINDS]
    around = " ; ".join((table.title, *above_table))
    of_time = _of_time(question, index, block)
    if of_time is None:
        return []
    found = []
    meant = _headed(question, table)
    ranked = any(map(is_rank, table.columns))
    asked = plain(question.clear)
    totals = [m[0] for m in _TOTAL_OF.finditer(fold(question.clear))]
    totals += ["tong diem"] if TOTAL_POINTS.search(fold(question.clear)) else []
    totals += ["tong"] if question.language == "en" and _TOTAL_EN.search(fold(question.clear)) else []
    for column, label in enumerate(_full_labels(table)):
        above, _, leaf = label.rpartition("›")
        score = cover(weighted, label, lexicon) + AROUND * cover(weighted, around, lexicon)
        # What the headings above say already, a component's label says again: the whole stands under the plain label.
        told = LEAF * (
            cover(weighted, f"{label} ; {around}", lexicon) - cover(weighted, f"{above} ; {around}", lexicon)
        )
        if is_plain(leaf):  # "Tỷ lệ" in a table on the thing asked is of that thing as a whole
            score += cover(weighted, f"{label} ; {around}", lexicon) - cover(weighted, label, lexicon)
        kind = _of_kind(question, leaf, ranked=ranked)
        says = kind < 0 and not is_most(leaf) and not is_rank(leaf) and cover(weighted, leaf, lexicon) > ALL_SAID
        told += (
            (0.0 if says else kind)
            + _of_state(state_of(question.clear) if state is None else state, label)
            + of_time[column]
        )
        if _is_component(above, leaf, around, asked):
            told -= COMPONENT
        told += OF_KIND if totals and any(t in fold(label) for t in totals) else 0.0
        names = {fold(name) for w in weighted for name in (w.wanted.words, *w.wanted.keys)}
        extra = sum(1 for word in plain(label).split() if not any(word in n for n in names))
        rank = cover(weighted, f"{label} ; {around}", lexicon) - 0.01 * min(extra, 20)
        score, rank = score + told, rank + told
        lacks = (
            0.0
            if meant and column in meant and _ABBREVIATION.match(label)
            else _lacks(weighted, f"{label} ; {around}", lexicon)
        )
        found.append(Column(index, block, column, score - 0.01 * min(extra, 10), rank, lacks))
    return [c for c in found if _counts(table, c.column) and (not meant or c.column in meant)]


def first_label(table: Table) -> str:
    """The head of the column that names the rows: the first that does not number them."""
    return next((label for label in table.columns[:2] if not ORDER.match(label.strip())), "")


def _full_labels(table: Table) -> list[str]:
    """The labels of a table's columns, one that goes on from the column before it under the label of that: "Tiếp nhận |
    Trong đó trực tuyến" counts what was received online."""
    labels: list[str] = []
    for label in table.columns:
        head, _, leaf = label.rpartition("›")
        goes_on = bool(labels) and _GOES_ON.match(fold(leaf).strip())
        labels.append(f"{labels[-1]} › {leaf}" if goes_on and labels[-1].rpartition("›")[0] == head else label)
    return labels


_GOES_ON = re.compile(r"(?:trong do|of which)\b")
_ABBREVIATION = re.compile(rf"[{UPPER}]{{3,}}")


def _headed(question: Question, table: Table) -> set[int]:
    """The columns under headings that begin with an abbreviation which the question says ("SIPAS › Chỉ số"), and those
    under none; empty where it says no heading, or all of them."""
    names = [m[0] if (m := _ABBREVIATION.match(label)) else "" for label in table.columns]
    asked = plain(question.clear)
    said = {n for n in names if n and f" {plain(n).strip()} " in asked}
    return {at for at, n in enumerate(names) if not n or n in said} if said else set()


def _names(weighted: Weighted, label: str) -> bool:
    """Whether a row's label says a term, or a compound that it stands for ("Department of Justice"), word behind word:
    "Sở Văn hóa" says no "số hóa"."""
    compounds = (flat for key in weighted.wanted.keys if " " in (flat := " ".join(plain(key).split())))
    return any(f" {flat} " in label for flat in (weighted.wanted.words, *compounds))


_PLAIN = frozenset(
    {"ty", "le", "diem", "danh", "gia", "dat", "duoc", "so", "tong", "toi", "da", "thuc", "hien", "ket", "qua"}
)


def is_plain(label: str) -> bool:
    """Whether a column's own label says only that rates or points stand below: "Tỷ lệ (%)", "Điểm đạt (tối đa 20)"."""
    words = [word for word in plain(label).split() if not word[0].isdigit()]
    return bool({"ty", "diem"} & set(words)) and set(words) <= _PLAIN


def said_in_title(question: Question, index: ReportIndex, block: Block, lexicon: Lexicon) -> float:
    """How much of a question the title of a table says by itself, 0 to 1: of the headings above many tables stand."""
    title = block.table.title if block.table is not None else ""
    return cover([w for w in weigh(question, index) if w.wanted.weight >= NAMES], title, lexicon)


_MEASURING = frozenset({"diem", "so", "ty", "le", "ket", "qua", "cua", "ve", "trong"})


_KINDS_ALONE = frozenset({"xếp hạng", "cả nước", "toàn quốc", "toàn tỉnh", "điểm", "tỷ lệ"})


def _is_component(above: str, leaf: str, around: str, asked: str) -> bool:
    """Whether a column is of one of the components of what its table is on, and the question speaks of none: "Chỉ số
    thành phần › Điểm hài lòng khi nộp" where "điểm hài lòng" is asked."""
    if "thanh phan" not in fold(above) or "thanh phan" in asked or is_plain(leaf):
        return False
    own = set(plain(leaf).split()) - set(plain(around).split()) - _MEASURING
    return own.isdisjoint(asked.split())


def _counts(table: Table, column: int) -> bool:
    """Whether a column holds values of at least two rows, not the running numbers of the rows."""
    cells = (table.at(row, column) for row in range(table.header_rows, table.rows) if row != table.code_row)
    held = [value for cell in cells if cell is not None and (value := number_in(cell.text)) is not None]
    label = table.columns[column].rpartition("›")[2].strip()
    counted = held == [Decimal(n) for n in range(1, len(held) + 1)] and not is_rank(label)  # of a ranking in its order
    return len(held) >= 2 and not ORDER.match(label) and not counted


def number_in(text: str) -> Decimal | None:
    """The number in a cell; of a pair such as "71,5/100" the first."""
    pair = re.fullmatch(r"\s*(\d[\d.,]*)\s*/\s*\d[\d.,]*\s*", text)
    return parse_number(pair[1] if pair else text)


def is_share(label: str) -> bool:
    """Whether a column holds shares, by its lowest label."""
    leaf = fold(label.rpartition("›")[2])
    return "%" in leaf or "ty le" in leaf


def _of_kind(question: Question, leaf: str, *, ranked: bool) -> float:
    """How well a column's own label suits a question for a share, or for what is counted; `ranked`: a column beside it
    holds ranks, or it does."""
    label, share, asked = fold(leaf), is_share(leaf), fold(question.clear)
    if is_most(leaf):
        return OF_KIND if asks_most(asked) else -OF_KIND
    if ranked and is_rank(leaf) != asks_rank(asked) and (is_rank(leaf) or not asks_value(asked)):
        return -OF_KIND
    if question.percent:
        scored = "diem" in label and bool(_SCORE.search(asked))  # "rate and score"
        return OF_KIND if share or scored else 0.0
    if any(fold(u) in label for u in question.units) or ("diem" in label and " diem" in asked):
        return OF_KIND
    return -OF_KIND / 2 if share else 0.0


def _of_state(asked: str, label: str) -> float:
    """How well the labels over a column suit a question for what is done or for what still goes on."""
    held = state_of(label)
    if not asked:
        return -GOES_ON if held == "pending" else 0.0
    return -OF_KIND if held and held != asked else 0.0


def _of_time(question: Question, index: ReportIndex, block: Block) -> list[float] | None:
    """What the time that each column counts from gives it, where some count from the start of the year and others the
    period alone; None where that start is asked for and no column counts from it."""
    table, own = block.table, index.report.period
    assert table is not None
    if not question.running or not PART_OF_YEAR.fullmatch(own):
        return [0.0] * len(table.columns)
    running = [says_running(label) for label in table.columns]
    if not any(running):
        around = index.table_periods.get(block.id, ())
        longer = own.endswith(FIRST) or says_running(table.title) or any(p != own and contains(p, own) for p in around)
        return None if since_new_year(question.clear) and not longer else [0.0] * len(running)
    wants = question.running == RUNNING
    if since_new_year(question.clear) and any(from_new_year := [since_new_year(label) for label in table.columns]):
        running = from_new_year  # "Tổng số đến nay" counts from further back than "Lũy kế từ đầu năm"
    return [OF_KIND if runs and wants else 0.0 if runs == wants else -OF_KIND for runs in running]


def of_asked_time(question: Question, index: ReportIndex, block: Block) -> bool:
    """Whether a table may be of the time asked for: it names no period of its own, or one that answers for it."""
    own = index.table_periods.get(block.id, frozenset())
    asked = question.periods
    return not asked or not own or any(same_time(a, p) or same_time(p, a) for a in asked for p in own)


def is_of_other_time(question: Question, index: ReportIndex, label: str) -> bool:
    """Whether the labels of a column name a time, and none that is asked for: under "Năm 2023" no score of 2024
    stands, and under "Tháng trước" none of the report's own month, which is meant where no time is named."""
    told = [span.period for span in periods(label, index.report.period) if span.period[:1].isdigit()]
    asked = question.periods
    if not asked and not question.previous and not compares(question):
        asked = (index.report.period,)
    return bool(asked and told) and not any(same_time(a, p) or same_time(p, a) for a in asked for p in told)


def _lacks(weighted: list[Weighted], text: str, lexicon: Lexicon) -> float:
    """The share of what is asked that the heaviest word makes up which some labels do not say."""
    total = sum(w.weight for w in weighted) or 1.0
    return max((w.weight / total for w in weighted if not cover([w], text, lexicon)), default=0.0)


def cover(weighted: list[Weighted], text: str, lexicon: Lexicon) -> float:
    """How much of what is asked some labels say, 0 to 1, word for word or as a concept."""
    total = sum(w.weight for w in weighted) or 1.0
    flat, concepts = plain(text), keys(lexicon, text)
    held = 0.0
    for w in weighted:
        if not concepts.isdisjoint(w.wanted.keys):
            held += w.weight
            continue
        forms = [*map(fold, w.wanted.keys)]
        if " " in w.wanted.words or not w.wanted.keys:
            forms.append(w.wanted.words)  # a short form without its marks is many words: "nhận" stands in "nhân dân"
        if any(form and f" {form} " in flat for form in forms):
            held += w.weight
    return held / total


_GENERIC_LABEL = frozenset(
    [
        *("so", "ubnd", "uy", "ban", "nhan", "dan", "xa", "phuong", "huyen", "thi", "tran", "tinh", "thanh", "pho"),
        *("va", "cac", "cua", "cuc", "chi"),
    ]
)


_KIND_OF_PLACE = re.compile(r"(?:thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|tinh) ")


def _without_home(text: str, own_name: str) -> str:
    """The folded words of a text without the name of the place that reports: who asks what "tỉnh Thanh Hòa" received
    names no row "Phường An Hòa"."""
    said = plain(text)
    return said.replace(f" {own_name} ", " ") if own_name else said


def names_row(question: Question, table: Table, row: int, own: frozenset[str], place: str) -> bool:
    """Whether a question speaks of a row of a table, by a word of its label or a concept of it (`own`); the report's
    own `place` in a label names no row.

    The rows of a table set units or kinds beside each other: one that was not asked for never answers alone. A row
    without a label, or of a total, answers for the whole.
    """
    name = label_of(table, row)
    label = fold(name)
    own_name = plain(place).strip().partition(" ")[2]
    named_home = bool(own_name) and f" {own_name} " in plain(label)
    kind = _KIND_OF_PLACE.match(label)
    if named_home and kind is not None and not plain(place).strip().startswith(kind[0]):
        return f" {kind[0]}{own_name} " in plain(question.clear)  # the town of that name is not the province
    at_home = set(plain(place).split()) if named_home else set()
    words = set(plain(label).split()) - _GENERIC_LABEL - at_home  # "Thanh tra tỉnh" is in no province's name
    if _SUMS.match(label) and not TOTAL_ROW.match(label):
        words = set(plain(label).split()) - _OF_SUMS  # "Cộng khối xã" is of some of the rows: a sum alone names it not
    if not words or TOTAL_ROW.match(label) or table.rows - table.header_rows < 3:
        return True
    asked = set(_without_home(question.clear, own_name).split())
    if question.followup:  # "Thế quý II?" leaves its row to the question before
        asked |= {word for w in question.wanted for word in w.words.split() if not w.words[:1].isdigit()}
    if question.language == "vi" and has_marks(question.clear):  # "hồ sơ" speaks of no "Hộ tịch"
        spelled = set(WORD.findall(question.clear.lower()))
        same = {fold(w) for w in WORD.findall(name.lower()) if w in spelled}
        words &= same | {w for w in asked if w not in set(plain(question.clear).split())}
    elif question.language == "en":  # nor an English "Trà" of the "Thanh tra"
        spelled = set(WORD.findall(question.clear.lower()))
        of_row = {fold(w) for w in WORD.findall(name.lower()) if w in spelled}
        words &= of_row | {w for w in spelled if w.isascii()}
    return bool(words & asked) or bool(own & {k for w in question.wanted for k in w.keys})

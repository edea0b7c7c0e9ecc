"""Several cells of one row, each by the words of its own part of the question.

"Sở A được giao mấy nhiệm vụ, xong bao nhiêu, chậm bao nhiêu?" names three columns under one heading: the whole ("Tổng
số") and two of its parts. Each part is matched with the labels of the columns by its own words; the parts behind the
first stay under the heading of the first where they name no other. Either every part has a column of its own, or none
is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.parts import parts_of
from assistant.compose.tables.columns import is_of_other_time, number_in
from assistant.compose.tables.row_names import row_name
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.running import RUNNING, says_running
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Table

MOST = 5  # cells of one row that are told
OF_LEAF, OF_HEADING, OF_WHOLE = 2.0, 1.0, 0.5  # what a shared word counts; what the column of the whole has besides
SAME_HEADING = 0.75  # for standing under the heading of the part before
LEAST = 1.0
MOSTLY = 0.6  # of the words of a label must stand in the part that names it
TELLING = 0.75  # the weight from which a word of the question must stand somewhere around the row
_COUNTS = re.compile(r"\b(?:bao nhieu|may|how (?:many|much))\b")
_COUNTS_EN = re.compile(r"\bhow (?:many|much)\b")
_ASKS_SHARE = re.compile(r"\bty le\b|\bphan tram\b|%|\b(?:share|rate|percentage|per cent)\b")
_LITTLE = frozenset(
    [
        *(
            "bao",
            "nhieu",
            "may",
            "so",
            "tong",
            "cong",
            "duoc",
            "da",
            "va",
            "la",
            "co",
            "cua",
            "trong",
            "thi",
            "dat",
            "ty",
        ),
        *(
            "le",
            "cac",
            "do",
            "con",
            "theo",
            "tu",
            "dau",
            "nam",
            "thang",
            "den",
            "the",
            "of",
            "how",
            "many",
            "and",
            "in",
        ),
    ]
)
_WHOLE = re.compile(r"\W*(?:tong(?: so| cong)?|so luong|total)\b\W*$")
_DONE = frozenset({"xong", "hoan", "thanh", "completed", "done", "finished"})  # "làm xong" is what "Hoàn thành" counts


def columns_asked(
    texts: Sequence[str], table: Table, row: int, lexicon: Lexicon, running: str = "", first: int | None = None
) -> list[int]:
    """The column of each part of a question, in order; [] unless each part that counts has its own. `running` is the
    kind of figure asked for, `first` the column of a part before them, under whose heading they stand."""
    columns = _of_time(table, row, running)
    chosen: list[int] = []
    heading = _heading(table, first) if first is not None else ""
    taken = {first} if first is not None else set()
    for text in texts:
        if not _COUNTS.search(fold(text)):
            return []
        best = _best(text, table, columns, lexicon, heading)
        if first is not None and (best == first or (best is None and text is texts[0])):
            continue  # "sở nào … nhiều việc nhất, bao nhiêu việc": told already
        if best is None or best in taken:
            return []
        taken.add(best)
        chosen.append(best)
        heading = heading or _heading(table, best)
    return chosen


def _heading(table: Table, column: int) -> str:
    return table.columns[column].rpartition("›")[0].strip()


def _of_time(table: Table, row: int, running: str) -> list[int]:
    """The columns of a row with a number, of running totals where these are asked for, else without them."""
    held = [
        column
        for column in range(1, len(table.columns))
        if (cell := table.at(row, column)) is not None and cell.row == row and number_in(cell.text) is not None
    ]
    wants = running == RUNNING
    return [c for c in held if not running or says_running(table.columns[c]) == wants]


def says_all(question: Question, table: Table, row: int, columns: Sequence[int], above: str, lexicon: Lexicon) -> bool:
    """Whether each telling word of a question stands in the name of the row, over its columns or above the table."""
    behind = [table.columns[c - 1] for c in columns if _is_bare_share(table, c)]  # it is the share of that count
    around = " ; ".join((row_name(table, row), *(table.columns[c] for c in columns), *behind, table.title, above))
    units = {*question.units, *(u for group in question.also_units for u in group)}  # the noun that is counted
    words, concepts = set(plain(around).split()), keys(lexicon, around)
    return all(
        set(w.words.split()) <= words or concepts & set(w.keys)
        for w in question.wanted
        if w.weight >= TELLING and not w.words[:1].isdigit() and units.isdisjoint(w.keys)
    )


def _best(text: str, table: Table, columns: Sequence[int], lexicon: Lexicon, heading: str) -> int | None:
    """The one column that a part of a question speaks of; None where none does, or two do alike."""
    concepts = keys(lexicon, text)
    asked = set(plain(text).split()) - _LITTLE
    if _COUNTS_EN.search(text.lower()):  # what its words stand for is what a report says
        concepts = frozenset(k for term in lexicon.cut(text, english=True) for k in term.keys)
        asked |= {word for k in concepts for word in fold(k).split()} - _LITTLE
    if asked & _DONE:
        asked |= _DONE
    share = bool(_ASKS_SHARE.search(fold(text)))
    scores: list[tuple[float, int]] = []
    for column in columns:
        label = table.columns[column]
        above, _, leaf = label.rpartition("›")
        rate = "%" in leaf or "ty le" in fold(leaf)
        if rate != share:
            continue
        own, over = set(plain(leaf).split()) - _LITTLE, set(plain(above).split()) - _LITTLE
        of_leaf = len(own & asked) / len(own) if own else 0.0
        of_leaf = of_leaf if of_leaf >= MOSTLY else 0.0  # "tiếp nhận" is not "Trực tiếp"
        if not of_leaf and keys(lexicon, leaf) & concepts - {k for k in concepts if fold(k) in _LITTLE}:
            of_leaf = 0.5
        of_over = len(over & asked) / len(over) if over else 0.0
        whole = OF_WHOLE if _WHOLE.match(fold(leaf)) and of_over else 0.0
        score = OF_LEAF * of_leaf + OF_HEADING * of_over + whole
        if score and heading and above.strip() == heading:
            score += SAME_HEADING
        scores.append((score, column))
    scores.sort(reverse=True)
    if share and (not scores or scores[0][0] < LEAST):
        return _share_behind(text, table, columns, lexicon, heading)
    if not scores or scores[0][0] < LEAST or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]


def _share_behind(text: str, table: Table, columns: Sequence[int], lexicon: Lexicon, heading: str) -> int | None:
    """The share without a name of its own that stands right behind the count it is of, under the same heading: of
    "Tổng số | Trực tuyến | Tỷ lệ (%)" the last is what was filed online."""
    counted = _best(_ASKS_SHARE.sub(" ", fold(text)), table, columns, lexicon, heading)
    if counted is None or counted + 1 not in columns or _heading(table, counted) != _heading(table, counted + 1):
        return None
    return counted + 1 if _is_bare_share(table, counted + 1) else None


def _is_bare_share(table: Table, column: int) -> bool:
    """Whether a column is headed as a share and says not of what."""
    leaf = fold(table.columns[column].rpartition("›")[2])
    return bool(_ASKS_SHARE.search(leaf)) and not {w for w in plain(leaf).split() if w.isalpha()} - _LITTLE


def cells_of_leader(
    question: Question, index: ReportIndex, table: Table, row: int, led: int, lexicon: Lexicon
) -> list[str]:
    """The further cells of the row that leads in the column `led` which a question asks for behind it ("tháng nào nhiều
    lượt nhất, bao nhiêu lượt và bao nhiêu người?"), each with the label of its column."""
    texts = parts_of(question.clear)[1:MOST]
    told = []
    for column in columns_asked(texts, table, row, lexicon, question.running, led) if texts else ():
        cell = table.at(row, column)
        label = table.columns[column].rpartition("›")[2].strip()
        if is_of_other_time(question, index, table.columns[column]):
            return []
        if cell is not None and not any(ch.isdigit() for ch in label):
            told.append(f"{' '.join(cell.text.split())} ({label})")
    return told

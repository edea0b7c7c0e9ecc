"""Several things asked of one row at once: who leads it, when it is due, what came of it, how many points of how many.

"Mô hình … do đơn vị nào chủ trì, hạn khi nào, làm được bao nhiêu?" names a row and three of its columns, of which only
one holds numbers. Where each part of the question finds a column of its sort, and the row with what stands above it
says all that is asked, the row is told whole, each cell under its label.
"""

from __future__ import annotations

import re

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.parts import asking_parts
from assistant.compose.tables.cells import answer_cell
from assistant.compose.tables.columns import of_asked_time
from assistant.compose.tables.extremes import asks_extreme
from assistant.compose.tables.heads import cite_heads
from assistant.compose.tables.row_names import is_total, row_name
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Block, Table, locate

CELLS = 6  # of a row, its name aside, that are told whole
WORDS = 45  # of them
TELLING = 0.5  # the weight from which a word of the question must stand in the row or above it
NAMED = 0.6  # of the words of a row's name must stand in the question
LOOKED_AT = 6
_WHO = re.compile(
    r"\bai\b|\b(?:co quan|don vi|so|ban|nganh|to chuc|phong|noi|ben)(?: \w+)? nao\b|\bwho(?:m|se)?\b|"
    r"\b(?:which|what) (?:\w+ )?(?:body|agency|department|unit|office|organi[sz]ation)\b"
)
_CHARGED = re.compile(r"\bwho (?:leads|heads|runs)\b|\bchu tri\b|\bphu trach\b")  # leads the work, not a ranking
_WHEN = re.compile(
    r"\b(?:khi|luc|ngay|thang|quy|hom|thoi diem) (?:nao|may)\b|\bbao gio\b|\b(?:thoi )?han\b|"
    r"\bwhen\b|\bdeadline\b|\bdue\b|"
    r"\b(?:which|what) (?:date|day|month)\b"
)
_STATE = re.compile(
    r"\b(?:ra sao|the nao|den dau|tien do|ket qua)\b|\b(?:how far|result|progress|status|state|outcome)\b"
)
_COUNT = re.compile(
    r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b|\b(?:what|which) (?:\w+ )?(?:score|share|rate|maximum|percentage)\b"
)
_SLOT = re.compile(  # what asks for a cell, whatever stands over it
    r"(?:chu tri|phu trach|dam nhiem|chiu trach nhiem|giao|phan cong|xong|hoan thanh|hoan tat|han|thoi han|"
    r"ket qua|tien do|den nay|leads?|led|heads?|(?:in )?charge|responsible|due|deadline|finish(?:ed)?|complet\w+|"
    r"results?|progress|status)"
)
_DATE = re.compile(r"\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b|\b(?:thang|quy|nam) \w+")
_SORTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (_WHO, re.compile(r"\b(?:co quan|don vi|chu tri|phu trach|thuc hien|to chuc|nguoi)\b")),
    (_WHEN, re.compile(r"\b(?:han|ngay|thoi (?:gian|diem)|hoan thanh|moc)\b")),
    (_STATE, re.compile(r"\b(?:ket qua|tien do|trang thai|tinh hinh|ghi chu|hien trang)\b")),
)


def answer_whole_row(found: Found, lexicon: Lexicon) -> Draft | None:
    """The cells of the one row that the question names; None where it asks one thing, where one of its parts finds no
    column, or where rows of several reports would do."""
    question = found.question
    texts = asking_parts(question)
    if len(texts) < 2 or compares(question) or audits(question):
        return None
    if asks_extreme(question) and not _CHARGED.search(fold(question.clear)):
        return None
    if question.is_(Kind.CAUSE, Kind.TOTAL, Kind.AUDIT):
        return None
    sorts = [_sort(text) for text in texts]
    if not all(sorts) or (len({*sorts}) < 2 and sorts[0] != "count"):
        return None
    held: dict[tuple[str, int], tuple[ReportIndex, Block, int]] = {}
    for candidate in found.candidates[:LOOKED_AT]:
        block, row = candidate.statement.block, candidate.statement.row
        if block.table is None or row is None or not of_asked_time(question, candidate.index, block):
            continue
        if _answers(question, candidate.index, block.table, block, row, sorts, lexicon):
            held[block.id, row] = (candidate.index, block, row)
    if len(held) != 1:
        return None
    index, block, row = next(iter(held.values()))
    cells = answer_cell(question, [index], lexicon) if {*sorts} == {"count"} else None
    if cells is not None and len(cells.claims[0].text.split(";")) >= len(texts):
        return None  # those that are asked for are enough
    table = block.table
    assert table is not None
    told = "; ".join(f"{_label(table, column)}: {text}" for column, text in _cells(table, row))
    draft = Draft()
    places = [c for c in table.row(row) if c.text.strip()]
    key = draft.cite(index, block, min(c.start for c in places), max(c.end for c in places), row)
    under = (locate(index.report, block, c.start, c.end, row=row) for c in places)
    heads = cite_heads(draft, index, under, values(told))  # the "2030" of a column's label stands in no cell
    draft.say(f"{row_name(table, row)} – {told}", key, *heads)
    return draft


def _sort(text: str) -> str:
    asked = fold(text)
    if _COUNT.search(asked):
        return "count"
    return next((str(n) for n, (wanted, _) in enumerate(_SORTS) if wanted.search(asked)), "")


def _label(table: Table, column: int) -> str:
    return " ".join(table.columns[column].rpartition("›")[2].split())


def _cells(table: Table, row: int) -> list[tuple[int, str]]:
    """The columns of a row behind its name that hold something, with what they hold."""
    name, found = row_name(table, row), []
    seen = False
    for cell in table.row(row):
        text = " ".join(cell.text.split())
        if seen and text and cell.row == row:
            found.append((cell.column, text))
        seen = seen or text == name
    return found


def _answers(
    question: Question, index: ReportIndex, table: Table, block: Block, row: int, sorts: list[str], lexicon: Lexicon
) -> bool:
    """Whether a row is the one that is asked about and holds a cell for each part of the question."""
    name, cells = row_name(table, row), _cells(table, row)
    if not cells or len(cells) > CELLS or is_total(name):
        return False
    if len(plain(f"{name} {' '.join(text for _, text in cells)}").split()) > WORDS:
        return False
    free = dict(cells)
    for sort in sorts:
        if sort == "count":
            column = next(
                (c for c, t in free.items() if any(ch.isdigit() for ch in t) and not _DATE.search(fold(t))), None
            )
        else:
            _, said = _SORTS[int(sort)]
            column = next((c for c in free if said.search(fold(_label(table, c)))), None)
        if column is None:
            return False
        del free[column]
    section = index.report.section(block.section)
    around = " ; ".join((name, *(t for _, t in cells), *table.columns, table.title, section.heading if section else ""))
    words, concepts = set(plain(around).split()), keys(lexicon, around) | index.title
    english = question.language == "en" and any(sort != "count" for sort in sorts)
    missing = [
        w
        for w in question.wanted
        if w.weight >= TELLING
        and not w.words[:1].isdigit()
        and not _SLOT.fullmatch(w.words)
        and not (english and w.keys == (w.words,) and w.words in question.units)  # a noun in no glossary
        and not (set(w.words.split()) <= words or concepts & set(w.keys))
    ]
    named, own = set(plain(name).split()), set(plain(question.clear).split())
    own |= {word for w in question.wanted for k in w.keys for word in fold(k).split()}
    return not missing and len(named & own) >= NAMED * len(named)

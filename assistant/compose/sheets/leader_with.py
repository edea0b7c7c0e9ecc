"""Which row of a sheet stands first or last, with what else of that row a question asks for in a part of its own: "Lĩnh
vực nào xếp hạng thấp nhất, đạt mấy điểm, tối đa bao nhiêu?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.parts import asking_parts, in_own_words
from assistant.compose.sheets.ends import BY_RANK, HIGH, LOST_MOST, LOW, RANKS, column_of, held_in, of_sort_asked
from assistant.compose.sheets.reading import Reading, read, reading_of
from assistant.compose.sheets.sheet import LITTLE, Column, Holds
from assistant.compose.sheets.telling import tell
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.running import RUNNING, says_running
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

ASKED = guarded(r"\b(?:nao|ai|which|what|who)\b")
_BUT = guarded(r"\b(?:khong (?:ke|tinh)|ngoai tru|tru|ngoai)\b|\b(?:except|excluding|apart from|other than|besides)\b")
_FAR = guarded(r"\b(?:how far|short|below|cach|kem|thieu|mat|hut)\b")
_MANY = guarded(r"\b(?:nhieu|it)\b(?: \w+){0,3} nhat\b|\b(?:most|fewest)\b")  # of what is counted
_MOST = guarded(r"\b(?:toi da|maximum|max|out of)\b")
_POINTS = guarded(r"\b(?:diem|scor\w*|points?)\b")
_SHARE = guarded(r"\bty le\b|%|\bphan tram\b|\b(?:rates?|percent\w*|share)\b")
_ASIDE = "cao thap nhat nhieu it tot kem dan dau cuoi xep hang nationally country cu old score maximum it its"
MOST, TIES = 3, 3  # parts besides; rows that stand first alike


def answer_leader_with(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The row with the cells that are asked for; None where a part says a word that the sheet does not, or more rows
    than a few stand there."""
    asked = fold(question.clear)
    if question.followup or not ASKED.search(asked) or not (HIGH.search(asked) or LOW.search(asked)):
        return None
    if question.is_(Kind.CAUSE, Kind.YES_NO, Kind.AUDIT) or LOST_MOST.search(asked) or _BUT.search(asked):
        return None
    texts = asking_parts(question)
    ends = [bool(HIGH.search(fold(t))) != bool(LOW.search(fold(t))) for t in texts]
    if not 1 < len(texts) <= 1 + MOST or ends[0] is not True or any(ends[1:]):
        return None
    if _FAR.search(asked) or any(_SHARE.search(fold(t)) and _POINTS.search(fold(t)) for t in texts):
        return None  # told with what lies between, or as a pair
    first, *others = (_part(question, text, lexicon) for text in texts)
    drafts = [
        draft for r in read(first, indexes, lexicon, _ASIDE) if (draft := _told(r, first, others, lexicon)) is not None
    ]
    return drafts[0] if len(drafts) == 1 else None


def _part(question: Question, text: str, lexicon: Lexicon) -> Question:
    part = in_own_words(question, text, lexicon)
    return replace(part, periods=question.periods, report_periods=question.report_periods)


def _told(r: Reading, first: Question, others: Sequence[Question], lexicon: Lexicon) -> Draft | None:
    asked = fold(first.clear)
    of_rank = bool(BY_RANK.search(asked) or RANKS.search(asked))
    column = r.column(Holds.RANK) if of_rank else column_of(r, asked) or r.column(Holds.SHARE)
    many = _MANY.search(asked) is not None and not (_POINTS.search(asked) or _SHARE.search(asked))
    if column is None or column.holds is Holds.COUNT or (many and not of_rank):
        column = _by_label(r, asked)
    if column is None or r.rows:
        return None
    held = of_sort_asked(r, asked, held_in(r, column), column)
    if len({v for v, _ in held}) < 2:
        return None  # of values all alike none leads
    best = (max if bool(HIGH.search(asked)) != of_rank else min)(v for v, _ in held)
    rows = [row for v, row in held if v == best]
    columns = [column]
    for part in others:
        more = _asked_of(r, part, rows[0], lexicon, column.above)
        if not more:
            return None
        columns += [c for c in more if c not in columns]
    if len(rows) > TIES or any(r.sheet.cell(row, c) is None for row in rows for c in columns):
        return None
    draft, keys, told = Draft(whole=True), [], []
    for row in rows:
        said, of_row = tell(draft, r.sheet, row, columns, first.language)
        told.append(said)
        keys += of_row
    draft.say("; ".join(told), *keys)
    return draft


def _by_label(r: Reading, asked: str, above: str = "") -> Column | None:
    """The one column of counts whose labels have most of the words of a part, and least besides: "mấy vụ không thành"
    is none of "thành", and of the year so far none that is not asked for so."""
    words = set(plain(asked).split()) - {"may", "bao", "nhieu", "la", "co"}
    held = []
    for c in r.sheet.columns:
        label = r.sheet.table.columns[c.at]
        if c.holds is Holds.COUNT and (says_running(label) == (r.question.running == RUNNING)):
            own = set(plain(label).split())
            held.append((len(own & words), -len(own - words - LITTLE), c))
    leaf = words - LITTLE  # under the heading of the row's own column
    near = [h for h in held if above and h[2].above == above and set(plain(h[2].label).split()) & leaf]
    held = near or held
    most = max(((said, less) for said, less, _ in held), default=(0, 0))
    first = [c for said, less, c in held if (said, less) == most]
    return first[0] if most[0] and len(first) == 1 else None


def _asked_of(r: Reading, part: Question, row: int, lexicon: Lexicon, above: str) -> list[Column]:
    """The columns that a part asks for of a row; none where a word of it is of no column, or two suit alike."""
    of_row = reading_of(part, r.sheet, lexicon, _ASIDE, (row,))
    if of_row is None:
        return []
    asked = fold(part.clear)
    found = []
    if _POINTS.search(asked):
        found.append(of_row.column(Holds.POINTS))
    if _SHARE.search(asked):
        found.append(of_row.column(Holds.SHARE))
    if _MOST.search(asked):
        found.append(of_row.column(Holds.MOST))
    if RANKS.search(asked):
        found.append(of_row.column(Holds.RANK))
    if not found:
        found.append(_by_label(r, asked, above) or (of_row.column(Holds.COUNT) if of_row.terms else None))
    return [c for c in found if c is not None] if None not in found else []

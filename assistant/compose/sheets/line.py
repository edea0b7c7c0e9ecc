"""A table of one line: its columns are what is asked for, by what each counts and in what ("Số lần tiếp thường xuyên |
Số người"): several of them, what lies between two, or both together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import APART
from assistant.compose.sheets.reading import reading_of
from assistant.compose.sheets.sheet import Column, Holds, Sheet, sheets_of
from assistant.compose.sheets.telling import apart, label_of
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

ASKED = guarded(r"\b(?:bao nhieu|may|how many)\b")
_TOGETHER = re.compile(r"\b(?:tong|ca .{3,60} (?:lan|va)|cong lai|together|total|in all|combined)\b")
_UNITS = (
    ("người", re.compile(r"\bnguoi\b|\bpeople\b|\bpersons?\b")),
    ("lượt", re.compile(r"\b(?:so|bao nhieu|may) lan\b|\bluot\b|\b(?:times|sessions|receptions|turns)\b")),
    ("vụ", re.compile(r"\bvu\b|\bcases?\b")),
    ("đơn", re.compile(r"\bdon\b|\b(?:petitions|letters|complaints)\b")),
)
_OTHER_TIME = re.compile(r"\b(?:tang|giam|cung ky|so voi|nam truoc|rose|fell|increase\w*|decrease\w*|compared)\b")
_COUNTED = frozenset({"lượt", "người", "vụ việc", "đơn thư", "số lượng", "so", "tỷ lệ"})
_OFFICERS = frozenset(
    {"chủ tịch", "ủy ban nhân dân", "thủ trưởng", "ban, ngành", "các sở", "lãnh đạo"}
)  # of several one
_ASIDE = "nguoi lan luot vu don so nhieu hon it tong ca con voi cong lai duoc the vay"
MOST = 3


def answer_line(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The cells of the one line that the words of a question mean; None where any of its words is of nothing there."""
    asked = fold(question.clear)
    if (
        question.followup
        or not ASKED.search(asked)
        or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.DOCUMENT, Kind.YES_NO, Kind.EXTREME)
    ):
        return None
    if (
        question.previous
        or _OTHER_TIME.search(asked)
        or any(p[:4] != i.report.period[:4] for p in question.periods for i in indexes)
    ):
        return None
    drafts = []
    for index in indexes:
        for sheet in sheets_of(index, lexicon):
            if len(sheet.names) != 1:
                continue
            (row,) = sheet.names
            columns = _meant(question, sheet, asked)
            r = reading_of(question, sheet, lexicon, _ASIDE, (row,)) if columns else None
            if r is not None and (draft := _told(question, sheet, row, columns, asked)) is not None:
                drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def _meant(question: Question, sheet: Sheet, asked: str) -> list[Column]:
    """The columns that a question means: by the words that tell one from the others, and by what is counted."""
    columns = [c for c in sheet.columns if c.holds in {Holds.COUNT, Holds.SHARE}]
    if len(columns) < 2:
        return []
    of_all = frozenset.intersection(*(c.concepts for c in columns)) | _COUNTED | _OFFICERS
    shared = frozenset.intersection(*(c.words for c in columns if c.holds is Holds.COUNT))
    keys = {k for w in question.wanted for k in w.keys}
    units = {unit for unit, said in _UNITS if said.search(asked)}
    shares = "ty le" in asked or "%" in asked
    said = f" {plain(asked).strip()} "
    found: list[Column] = []
    for c in columns:
        if (c.holds is Holds.SHARE) != shares:
            continue
        own = (c.concepts - of_all) & keys
        short = " ".join(w for w in plain(c.label).split() if w not in shared)
        if not own and f" {plain(c.label).strip()} " not in said and (" " not in short or f" {short} " not in said):
            continue
        unit = next((u for u, known in _UNITS if known.search(fold(c.label))), "")
        if unit and units & {u for u, _ in _UNITS} and unit not in units:
            continue
        if not units and any(c.above and f.label == c.above for f in found):
            continue  # of the number of times and of people the first is meant
        found.append(c)
    return found


def _told(question: Question, sheet: Sheet, row: int, columns: Sequence[Column], asked: str) -> Draft | None:
    values = [sheet.value(row, c) for c in columns]
    held = [v for v in values if v is not None]
    if not 1 < len(held) <= MOST or len(held) < len(columns):
        return None
    draft, language = Draft(), question.language
    key = sheet.cite(draft, row)
    told = [f"{number(v, language)} ({label_of(c)})" for v, c in zip(held, columns, strict=True)]
    if len(held) == 2 and APART.search(asked):
        high, low = sorted(held, reverse=True)
        gap = apart(draft, (high, key), (low, key), language)
        draft.say(f"{'Chênh' if language == 'vi' else 'A difference of'} {gap}: {'; '.join(told)}", key)
        return draft
    if len(held) == 2 and _TOGETHER.search(asked):
        total = sum(held, Decimal(0))
        draft.calculation = Calculation(
            " + ".join(f"{v:f}" for v in held), total, "", tuple(Operand(v, key) for v in held)
        )
        draft.say(f"{number(total, language)}: {'; '.join(told)}", key)
        return draft
    if APART.search(asked) or _TOGETHER.search(asked):
        return None
    draft.say("; ".join(told), key)
    return draft

"""Which place a row holds by its value, where the sheet stands in that order and numbers its rows: on one sheet, or on
each that a question names ("thứ mấy về A và thứ mấy về B")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.ranked.wanted import wants_of
from assistant.compose.sheets.reading import Reading, read, reading_of
from assistant.compose.sheets.sheet import Holds, name_of, sheets_of
from assistant.compose.sheets.shortfall import named_in
from assistant.compose.sheets.telling import printed, tell
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

ASKED = guarded(
    r"\b(?:dung|xep|o|hang|vi tri)(?: hang| vi tri| o)?(?: thu)? (?:thu )?(?:may|bao nhieu)\b|\bthu (?:may|"
    r"bao nhieu)\b|\bhang may\b|"
    r"\b(?:where|how) (?:did|does|do) .{1,80} (?:rank|place|stand)\b|\b(?:what|which) (?:rank|place|position)\b"
)
_ASIDE = "where how"
_PLACES = "third fourth fifth sixth seventh eighth ninth tenth hai ba tu bon nam sau bay tam chin muoi"
AT = guarded(r"\b(?:nao|ai|which|what|who)\b")


def answer_at_place(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The row at a place in the order of a sheet that numbers its rows and ranks them by nothing else."""
    asked = fold(question.clear)
    place = wants_of(asked).rank if AT.search(asked) else None
    if question.followup or place is None or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        return None
    drafts = []
    for r in read(question, indexes, lexicon, _PLACES):
        column = r.sheet.whole(Holds.POINTS)
        if r.rows or column is None or r.sheet.most is None:
            continue
        rows = [row for row in r.sheet.rows() if parse_number(_place(replace(r, rows=(row,))) or "") == place]
        if len(rows) == 1:
            draft = Draft()
            said, keys = tell(draft, r.sheet, rows[0], [column], question.language)
            draft.say(said, *keys)
            drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def answer_places(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The place of the one row named, on each of the sheets meant; None where a sheet has ranks of its own."""
    asked = fold(question.clear)
    if question.followup or not ASKED.search(asked) or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        return None
    times = {*question.report_periods, *question.periods}
    for index in [i for i in indexes if i.report.period in times] or indexes:
        sheets = sheets_of(index, lexicon)
        named = set(named_in(question, [s.most for s in sheets if s.most is not None], lexicon))
        meant = [s for s in sheets if s.most in named]
        if not meant:
            continue
        about = {w for s in meant for w in s.about} | set(_ASIDE.split())
        rest = replace(question, wanted=tuple(w for w in question.wanted if not set(w.words.split()) <= about))
        read_on = [r for s in meant if (r := reading_of(rest, s, lexicon, " ".join(about))) and len(r.rows) == 1]
        told = [said for r in read_on if (said := _place(r)) is not None]
        if len(told) < len(meant) or not told:
            continue
        draft, keys = Draft(), []
        pieces = []
        for r, place in zip(read_on, told, strict=True):
            keys.append(r.sheet.cite(draft, r.rows[0]))
            column = r.sheet.whole(Holds.POINTS)
            assert column is not None
            value = printed(r.sheet, r.rows[0], column, question.language)
            word = "thứ" if question.language == "vi" else "no."
            pieces.append(f"{word} {place} – {r.sheet.criterion} ({value})")
        draft.say(f"{name_of(read_on[0].sheet, read_on[0].rows[0])}: {'; '.join(pieces)}", *keys)
        return draft
    return None


def _place(r: Reading) -> str | None:
    """The number before the row, where the rows stand in the order of their values and are numbered so."""
    column = r.sheet.whole(Holds.POINTS)
    if column is None or any(c.holds is Holds.RANK for c in r.sheet.columns):
        return None
    rows = r.sheet.rows()
    values = [r.sheet.value(row, column) for row in rows]
    held = [v for v in values if v is not None]
    first = r.sheet.table.row(r.rows[0])[0].text.strip()
    ordered = len(held) == len(rows) and sum(a < b for a, b in pairwise(held)) <= len(rows) // 8
    number = parse_number(first)
    own = r.sheet.value(r.rows[0], column)
    if not ordered or number is None or own is None:
        return None
    better = sum(v > own for v in held)
    same = sum(v == own for v in held)
    return first if better < number <= better + same else None

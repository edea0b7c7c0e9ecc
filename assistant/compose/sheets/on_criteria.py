"""What one row reached on several sheets, each of a criterion: on every one, on those that a question names, or where
it stands best or worst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import APART, HIGH, LOW
from assistant.compose.sheets.reading import Reading, reading_of
from assistant.compose.sheets.sheet import Column, Holds, Sheet, name_of, sheets_of
from assistant.compose.sheets.shortfall import LOST, named_in
from assistant.compose.sheets.telling import printed
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.granted import asks_most
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_ASKED = guarded(r"\b(?:diem|ty le|phan tram|%|dat|scor\w*|points?|rates?|percent\w*|perform\w*|did)")
_EVERY = guarded(
    r"\b(?:tung|moi|tat ca|toan bo|lan luot|ca|cac|nam|\d)(?: cac| ca| \d| nam| sau| bon)? (?:tieu chi|"
    r"nhom chi so|nhom)\b|"
    r"\b(?:each|every|all|across|the (?:five|six|four|\d))\b(?: of)?(?: the)?(?: \w+)? criteri(?:on|a)\b"
)
_WHICH = guarded(
    r"\b(?:tieu chi|nhom(?: chi so)?) nao\b|\b(?:which|what) (?:\w+ )?criteri(?:on|a)\b|\b(?:on|"
    r"in) which criteri(?:on|a)\b"
)
_SHARES = guarded(r"\bty le\b|%|\bphan tram\b|\b(?:rates?|share|percent(?:age)?)\b")
_POINTS = guarded(r"\bdiem\b|\b(?:scor\w+|points?)\b")
_STRONG, _WEAK = guarded(r"\bmanh nhat\b|\bstrongest\b"), guarded(r"\byeu nhat\b|\bweakest\b")
_ASIDE = (
    "tung moi tat ca toan bo lan luot nam sau bon cac each every all across five six four yeu manh weakest strongest"
)
LEAST = 2


def answer_on_criteria(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The points, or the share, of the one row named on each criterion that is meant; None where one of the sheets
    lacks the row, or a word is left over."""
    asked = fold(question.clear)
    every, which = _EVERY.search(asked), _WHICH.search(asked)
    if (
        question.followup
        or not (which or _ASKED.search(asked))
        or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO, Kind.TOTAL)
    ):
        return None
    if LOST.search(asked) or asks_most(asked) or APART.search(asked) or len(question.periods) > 1:
        return None
    high, low = HIGH.search(asked) or _STRONG.search(asked), LOW.search(asked) or _WEAK.search(asked)
    if which is not None and bool(high) == bool(low):
        return None
    if which is None and (high or low):
        return None
    times = {*question.report_periods, *question.periods}
    for index in [i for i in indexes if any(i.report.period.startswith(p) for p in times)] or indexes:
        sheets = [s for s in sheets_of(index, lexicon) if s.most is not None]
        if len(sheets) < LEAST:
            continue
        meant = sheets
        if which is None and every is None:
            named = named_in(question, [s.most for s in sheets if s.most is not None], lexicon)
            meant = [s for s in sheets if s.most in named]
        read_on = _read(question, meant, lexicon) if len(meant) >= LEAST else []
        columns = [_column(r, asked, which=which is not None) for r in read_on]
        if not read_on or any(
            c is None or r.sheet.cell(r.rows[0], c) is None for r, c in zip(read_on, columns, strict=True)
        ):
            continue
        held = [(r, c) for r, c in zip(read_on, columns, strict=True) if c is not None]
        if which is not None:
            held = _ends(held, high=high is not None)
        return _told(question, held)
    return None


def _read(question: Question, meant: Sequence[Sheet], lexicon: Lexicon) -> list[Reading]:
    """The question read on each of the sheets, with the one row that all have; empty where one has it not."""
    about = {w for s in meant for w in (*s.about, *plain(s.criterion).split())}
    rest = replace(question, wanted=tuple(w for w in question.wanted if not set(w.words.split()) <= about))
    aside = " ".join({*about, *_ASIDE.split()})
    found = [r for s in meant if (r := reading_of(rest, s, lexicon, aside)) is not None and len(r.rows) == 1]
    names = {plain(name_of(r.sheet, r.rows[0])).strip() for r in found}
    short = min(names, key=len, default="")
    return found if len(found) == len(meant) and all(n.startswith(short) for n in names) else []


def _column(r: Reading, asked: str, *, which: bool) -> Column | None:
    """The column of the whole: of shares where these are asked for, or where criteria of unlike weight are compared."""
    points, share = r.sheet.whole(Holds.POINTS), r.sheet.whole(Holds.SHARE)
    if which and not _POINTS.search(asked):
        return share or points
    return share if _SHARES.search(asked) and not _POINTS.search(asked) else points


def _ends(held: list[tuple[Reading, Column]], *, high: bool) -> list[tuple[Reading, Column]]:
    values = [r.sheet.value(r.rows[0], c) or Decimal(0) for r, c in held]
    best = (max if high else min)(values)
    return [h for h, v in zip(held, values, strict=True) if v == best]


def _told(question: Question, held: Sequence[tuple[Reading, Column]]) -> Draft:
    draft, language, keys, told = Draft(whole=True), question.language, [], []
    both = _SHARES.search(fold(question.clear)) and _POINTS.search(fold(question.clear))
    for r, column in held:
        keys.append(r.sheet.cite(draft, r.rows[0]))
        said = printed(r.sheet, r.rows[0], column, language)
        share = r.sheet.whole(Holds.SHARE)
        if both and share is not None and share != column and r.sheet.cell(r.rows[0], share) is not None:
            said = f"{said}, {printed(r.sheet, r.rows[0], share, language)}"
        told.append(f"{r.sheet.criterion}: {said}")
    first = held[0][0]
    draft.say(f"{name_of(first.sheet, first.rows[0])} – {'; '.join(told)}", *keys)
    return draft

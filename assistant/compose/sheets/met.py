"""The rows of a sheet that stand in a relation to a bound, or to the most that is granted: which and how many they are,
whether there is any, and who of them stands first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asked.conditions import Relation, relation_in
from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import HIGH, LOW, column_of, held_in, of_sort_asked
from assistant.compose.sheets.reading import Reading, read
from assistant.compose.sheets.sheet import Column, Holds, name_of
from assistant.compose.sheets.telling import cite_most, printed, tell
from assistant.compose.tables.rows_that import answer_rows_that
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

_ROW = r"(?:xa|phuong|don vi|co quan|so(?! voi)|nganh|dia phuong|linh vuc|tieu chi|nhom|chi tieu|huyen|tinh|noi|cho)"
_ROWS = guarded(
    rf"\b(?:bao nhieu|may|nhung|cac|ke ten|liet ke) (?:\w+ ){{0,2}}?{_ROW}\b|\b{_ROW}(?: \w+){{0,4}}? nao\b|"
    r"\b(?:how many|which|what|list|any) (?:\w+ ){0,3}?(?:units?|bod\w+|departments?|agenc\w+|communes?|"
    r"wards?|criteria|fields?)\b"
)
_OVER_MOST = re.compile(
    r"\b(?:vuot|qua|cao hon|lon hon)(?: qua)?(?: muc| diem| nguong| khung)* (?:nay|do|toi da|tran|quy dinh|cho phep)\b|"
    r"\b(?:above|over|exceed\w*|beyond|more than) (?:the |this |that )?(?:maximum|max|limit|ceiling|cap|allowed)\b"
)
_NOT_NONE = re.compile(r"\bkhac (?:0|khong)\b|\b(?:non-?zero|other than (?:0|zero))\b")
_BOUND = re.compile(r"(?<![\d.,/])(\d{1,4}(?:[.,]\d+)?)(?: ?%| diem| points?)")
_ASIDE = (
    "vuot muc nay khac tran quy dinh cho phep bi ghi bang nguong khung exceed exceeds exceeding above allowed limit any"
)
_COUNTED = re.compile(rf"\b(?:bao nhieu|may) (?:\w+ ){{0,2}}?{_ROW}\b|\bhow many\b")
_LISTED = re.compile(r"\b(?:nhung|cac|nao|liet ke|ke ten|which|list|name)\b")
_WORDS = re.compile(r"\w+")
MOST = 24
FEW = 4  # rows that are told with their values where it is only asked how many they are
NAMED = 36  # words in which the rows are named there


def answer_met(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The rows that fulfil the one condition of a question; None where it sets none, or no sheet says all of it."""
    asked = fold(question.clear)
    rows_asked = _ROWS.search(asked) or question.is_(Kind.YES_NO)
    if question.followup or not rows_asked or question.is_(Kind.CAUSE) or len(question.periods) > 1:
        return None
    over_most, not_none = _OVER_MOST.search(asked), _NOT_NONE.search(asked)
    told = relation_in(asked) if not (over_most or not_none) else None
    if (told is None or question.is_(Kind.AUDIT)) and not over_most and not not_none:
        return None
    if not (over_most or not_none) and answer_rows_that(question, indexes, lexicon) is not None:
        return None  # who asks for rows and nothing else is answered there
    if told is not None and (HIGH.search(asked) or LOW.search(asked)) and not _COUNTED.search(asked):
        return None  # who is first is asked, and the number said besides is no bound
    drafts = []
    for r in read(question, indexes, lexicon, _ASIDE):
        one = len(r.rows) == 1 and question.is_(Kind.YES_NO)
        column = column_of(r, asked) if not r.rows or one else None
        if column is not None and one and told is not None:
            drafts += [d for d in (_whether(r, column, told),) if d is not None]
            continue
        if column is None or one or column.holds in {Holds.RANK, Holds.MOVED}:
            continue
        if told is not None and told[2] and column.holds is not Holds.SHARE:
            column = r.column(Holds.SHARE)
        held = of_sort_asked(r, asked, held_in(r, column), column) if column is not None else []
        if column is None or len(held) < 2:
            continue
        if (draft := _told(r, column, held, told, asked, most=over_most is not None)) is not None:
            drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def _whether(r: Reading, column: Column, told: tuple[Relation, Decimal, bool]) -> Draft | None:
    """Whether the one row named stands so to the bound."""
    value = r.sheet.value(r.rows[0], column)
    if value is None or (told[2] and column.holds is not Holds.SHARE):
        return None
    draft, vietnamese = Draft(), r.question.language == "vi"
    said, keys = tell(draft, r.sheet, r.rows[0], [column], r.question.language)
    yes = told[0].holds(value, told[1])
    draft.say(f"{('Có' if yes else 'Không') if vietnamese else ('Yes' if yes else 'No')}: {said}", *keys)
    return draft


def _told(
    r: Reading,
    column: Column,
    held: list[tuple[Decimal, int]],
    told: tuple[Relation, Decimal, bool] | None,
    asked: str,
    *,
    most: bool,
) -> Draft | None:
    draft, language = Draft(), r.question.language
    keys: list[int] = []
    if most:
        granted = r.sheet.most_of(held[0][1], column)
        said = _BOUND.search(asked)
        bound = granted.most if granted is not None else parse_number(said[1].replace(".", ",")) if said else None
        if bound is None:
            return None
        met = [h for h in held if h[0] > bound]
        if HIGH.search(asked) and not _COUNTED.search(asked) and met:
            met = [max(met)]
        keys = [cite_most(draft, r.sheet, granted)] if granted is not None else []
    elif told is not None:
        met = [h for h in held if told[0].holds(h[0], told[1])]
    else:
        met = [h for h in held if h[0]]
    if len(met) > MOST:
        return None
    vietnamese = language == "vi"
    if not met:
        low = min(held) if told is None or told[0] in {Relation.UNDER, Relation.UP_TO} else max(held)
        all_same = len({h[0] for h in held}) == 1
        near, more = tell(draft, r.sheet, low[1], [column], language)
        lead = "Không có" if vietnamese else "None"
        if all_same:
            near = f"{'tất cả đều' if vietnamese else 'all have'} {printed(r.sheet, low[1], column, language)} ({near})"
        draft.say(f"{lead}: {near}", *keys, *more)
        return draft
    names, operands = [], []
    same = len({v for v, _ in met}) == 1
    counted = _COUNTED.search(asked) is not None and not _LISTED.search(asked)
    alike = len(met) > 1 and (same or (counted and len(met) > FEW))
    for value, row in met:
        key = r.sheet.cite(draft, row)
        keys.append(key)
        operands.append(Operand(abs(value), key))
        names.append(
            name_of(r.sheet, row) if alike else f"{name_of(r.sheet, row)} ({printed(r.sheet, row, column, language)})"
        )
    draft.calculation = Calculation(" + ".join("1" for _ in met), Decimal(len(met)), "", tuple(operands))
    if counted and len(_WORDS.findall(" ".join(names))) > NAMED:
        names, keys = [], keys[:FEW]
    lead = f"{len(met)}{': ' if names else ''}"
    if r.question.is_(Kind.YES_NO):
        lead = f"{'Có' if vietnamese else 'Yes'}, {lead}"
    high = HIGH.search(asked) is not None
    if len(met) > 1 and (high or LOW.search(asked)):
        best = max(met) if high else min(met)
        of_end = ("cao nhất" if high else "thấp nhất") if vietnamese else ("highest" if high else "lowest")
        names.append(f"{of_end}: {name_of(r.sheet, best[1])} ({printed(r.sheet, best[1], column, language)})")
    each = f" ({printed(r.sheet, met[0][1], column, language)})" if alike and same and names else ""
    draft.say(f"{lead}{'; '.join(names)}{each}", *keys)
    return draft

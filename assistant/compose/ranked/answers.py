"""What a table that ranks or scores answers: the cells of a row, the rows of a rank or a class, how a row moved between
two years, what lies between two of its columns, and the mean of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.ranked.heads import Head, Holds
from assistant.compose.ranked.leading import led, over
from assistant.compose.ranked.reading import Ranking, rankings
from assistant.compose.ranked.told import DOWN, UP, difference, listed
from assistant.compose.ranked.whether import answer_whether
from assistant.compose.sheets.in_top import TOP
from assistant.compose.tables.columns import first_label
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.sorts import is_headed_otherwise, of_sort
from assistant.compose.wording import number
from assistant.evidence.shelf import Found
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

MOST_CELLS, MOST_ROWS = 8, 24
_RESULT = re.compile(r"\b(?:ket qua|the nao|ra sao|results?|perform\w*|how did)\b")
_APART = re.compile(
    r"\b(?:chenh(?: lech)?|(?<!cai )cach(?: biet)?|hon|kem|lech|thap hon|cao hon|vuot)\b|"
    r"\b(?:differ\w*|gap|exceed\w*|higher|lower|more|less|between|above|below|short)\b"
)
_PLACES = re.compile(r"\b(?:bac|hang|thu hang|vi tri)\b|\b(?:places?|ranks?|positions?)\b")
_OUTRANKS = re.compile(r"\b(?:dung|xep) (?:tren|duoi|truoc|sau)\b|\b(?:outrank\w*|trail\w*|ahead|behind)\b")
_MEAN = re.compile(r"\b(?:trung binh|binh quan|average|mean)\b")
_ALL = re.compile(
    r"\b(?:ca|tat ca|toan bo|tung|moi|cac|nhung)(?: (?P<n>hai|ba|bon|nam|sau|\d+))? "
    r"(?P<kind>tinh|xa|so|don vi|dia phuong|co quan|nganh|tieu chi|linh vuc)\b|"
    r"\b(?:each|all|every|the (?P<en>two|three|four|five))\b(?: \w+){0,4} (?:provinces?|communes?|"
    r"departments?|units?|agencies|wards?|criteria)\b"
)
_WHICH = re.compile(r"\b(?:nao|ai|nhung|cac|liet ke|ke ten|neu)\b|\b(?:which|what|who|list|name)\b")
_MANY = re.compile(r"\b(?:bao nhieu|may) (?:don vi|so|co quan|xa|phuong|dia phuong|tinh|nganh)\b|\bhow many\b")
_MOVED = re.compile(r"\b(?:thay doi|bien dong)\b|\bchang\w+\b")
_POINTS_ASKED = re.compile(r"\b(?:may|bao nhieu) diem\b|\bhow many points\b")
_OUT_OF_ASKED = re.compile(r"\btren (?:tong (?:so )?)?(?:may|bao nhieu) diem\b|\bout of how many\b")
_SHARE = re.compile(r"\d[\d.,]*\s?%")
_NUMBER = re.compile(r"\d[\d.,]*")
_MOST = re.compile(r"\b(?:nhieu|manh|lon|cao|sau) nhat\b|\b(?:the )?(?:most|biggest|largest|greatest)\b")


def answer_ranked(found: Found, lexicon: Lexicon) -> Draft | None:
    """The answer of the one table that ranks or scores and says all that is asked; None where there is no such one."""
    question = found.question
    if not found.indexes or question.documents or question.is_(Kind.DOCUMENT, Kind.WHEN):
        return None
    if TOP.search(fold(question.clear)):
        return None  # among so many is not first
    read = rankings(question, found.indexes, lexicon)
    read = [r for r in read if r.named] or read  # a row that one table has is asked of no other
    most = max((r.own for r in read), default=0)  # what one table says of the question is not asked of another
    told = [(r.own, draft) for r in read if r.own == most and (draft := _answer(r)) is not None]
    told = [(own, draft) for own, draft in told if _tells_points(fold(question.clear), draft)]
    best = [draft for own, draft in told if own == max(o for o, _ in told)]
    return best[0] if len(best) == 1 else None


def _tells_points(asked: str, draft: Draft) -> bool:
    """Whether points, and those that they are out of, stand in a draft where they are asked for: a share is none."""
    numbers = {n for claim in draft.own for n in _NUMBER.findall(_SHARE.sub(" ", claim.text.partition(":")[2]))}
    if draft.calculation is not None or not _POINTS_ASKED.search(asked):
        return True
    return len(numbers) >= 1 + bool(_OUT_OF_ASKED.search(asked))


def _answer(r: Ranking) -> Draft | None:
    asked = fold(r.question.clear)
    if r.named:
        if (draft := answer_whether(r)) is not None:
            return draft
        if _MEAN.search(asked):
            return _mean(r, r.named) if len(r.named) > 1 else None
        if len(r.named) == 2 and r.wants.rank is None:
            return _places_apart(r)
        if len(r.named) > 1 or r.wants.rank is not None:
            return None
        return _checked(r) if r.question.is_(Kind.AUDIT) else _apart(r) or _moved(r) or _cells(r)
    if is_headed_otherwise(asked, fold(first_label(r.table))):
        return None
    if r.wants.rank is not None:
        return _of_rank(r)
    if r.wants.of_class:
        return _of_class(r)
    if UP.search(asked) or DOWN.search(asked):
        return over(r) or _movers(r)
    if (draft := over(r) or led(r)) is not None:
        return draft
    if _ALL.search(asked) and r.wants.sorts and not _MOST.search(asked):
        return _mean(r, r.of_kind(_ALL.search(asked))) if _MEAN.search(asked) else _column(r)
    return None


def _heads_asked(r: Ranking, groups: Sequence[frozenset[str] | None]) -> list[Head] | None:
    """The columns that are asked for, in order; None where one of them is not clear."""
    asked, found = fold(r.question.clear), []
    sorts = list(dict.fromkeys(holds for holds, _ in r.wants.sorts))
    called = r.columns_named()
    sorts = [s for s in sorts if s is not Holds.VALUE or not any(c.holds is Holds.VALUE for c in called)]
    if called and not groups_said(groups):
        heads = [r.head(s) for s in sorts]
        told = [*called, *(h for h in heads if h is not None)]
        return sorted(dict.fromkeys(told), key=lambda h: h.column) if None not in heads else None
    whole = not sorts or (sorts == [Holds.VALUE] and _RESULT.search(asked))
    held = {h.holds for h in r.heads}
    if whole and not _RESULT.search(asked):
        return None
    if whole:
        sorts = [s for s in (Holds.VALUE, Holds.RANK, Holds.CLASS) if s in held]
    for group in groups:
        for holds in sorts:
            head = r.head(holds, group)
            if head is None:
                return None
            found.append(head)
    return list(dict.fromkeys(found))


def groups_said(groups: Sequence[frozenset[str] | None]) -> bool:
    """Whether headings over columns are named."""
    return any(group is not None for group in groups)


def _cells(r: Ranking) -> Draft | None:
    """The cells of the one row named: the columns asked for, under each heading that is named."""
    groups: list[frozenset[str] | None] = list(r.said_groups())
    heads = _heads_asked(r, groups or [None])
    (row,) = r.named
    if heads is None or not 1 <= len(heads) <= MOST_CELLS or any(r.cell(row, h) is None for h in heads):
        return None
    if r.question.is_(Kind.YES_NO, Kind.COMPARISON, Kind.EXTREME, Kind.LIMITATION, Kind.TOTAL):
        return None
    if r.question.is_(Kind.CAUSE) and Holds.REASON not in {h.holds for h in heads}:
        return None
    draft = Draft()
    said, keys = r.tell(draft, row, heads)
    draft.say(said, *keys)
    return draft


def _apart(r: Ranking) -> Draft | None:
    """What lies between two columns of the row named: its self-given and its appraised score, or the most and it."""
    sorts = list(dict.fromkeys(holds for holds, _ in r.wants.sorts))
    asked = fold(r.question.clear)
    named = [s for s in sorts if s in {Holds.SELF, Holds.GIVEN, Holds.SURVEY, Holds.MOST}]
    pair = named if len(named) == 2 else [*named, Holds.VALUE] if len(named) == 1 and Holds.VALUE in sorts else []
    if len(pair) != 2 or not _APART.search(asked) or r.wants.of_class:
        return None
    groups = r.said_groups()
    heads = [r.head(s, groups[0] if groups else None) for s in pair]
    (row,) = r.named
    if any(h is None or r.value(row, h) is None for h in heads):
        return None
    return difference(r, row, [h for h in heads if h is not None])


def _places_apart(r: Ranking) -> Draft | None:
    """How many places lie between the two rows named ("A đứng trên B mấy bậc?")."""
    asked = fold(r.question.clear)
    head = r.head(Holds.RANK, next(iter(r.said_groups()), None))
    if head is None or not _PLACES.search(asked) or not (_APART.search(asked) or _OUTRANKS.search(asked)):
        return None
    held = [(r.value(row, head), row) for row in r.named]
    values = sorted((v, row) for v, row in held if v is not None)
    if len(values) < 2:
        return None
    (best, first), (worst, last) = values
    draft, keys, told = Draft(), [], []
    for row in (first, last):
        said, of_row = r.tell(draft, row, [head])
        told.append(said)
        keys += of_row
    operands = (Operand(worst, r.cite(draft, last)), Operand(best, r.cite(draft, first)))
    draft.calculation = Calculation(f"{worst:f} - {best:f}", worst - best, "", operands)
    gap = number(worst - best, r.question.language)
    apart = f"chênh {gap} bậc" if r.question.language == "vi" else f"a difference of {gap} places"
    draft.say(f"{'; '.join(told)}; {apart}", *keys)
    return draft


def _moved(r: Ranking) -> Draft | None:
    """How the row named moved between the two years of the table, in points or in places."""
    asked = fold(r.question.clear)
    if not (UP.search(asked) or DOWN.search(asked) or _MOVED.search(asked)):
        return None
    sorts = {holds for holds, _ in r.wants.sorts}
    holds = Holds.RANK if Holds.RANK in sorts or "bac" in asked.split() else Holds.VALUE
    pair = r.two_years(holds, next(iter(r.said_groups()), None))
    (row,) = r.named
    if pair is None or any(r.value(row, h) is None for h in pair) or not _of_pair(r, pair):
        return None
    return difference(r, row, list(pair), ranks=holds is Holds.RANK, moved=True)


def _of_pair(r: Ranking, pair: tuple[Head, Head]) -> bool:
    """Whether no year is asked for that is none of the two."""
    return {p[:4] for p in r.question.periods} <= {h.year for h in pair}


def _checked(r: Ranking) -> Draft | None:
    """Whether the whole score of the row named is the sum of the parts that the question names."""
    sorts = list(dict.fromkeys(holds for holds, _ in r.wants.sorts))
    parts = [s for s in sorts if s in {Holds.SELF, Holds.GIVEN, Holds.SURVEY}]
    (row,) = r.named
    heads = [r.head(s) for s in (*parts, Holds.VALUE)]
    if len(parts) < 2 or Holds.VALUE not in sorts or any(h is None or r.value(row, h) is None for h in heads):
        return None
    held = [h for h in heads if h is not None]
    *summed, stated = [r.value(row, h) or Decimal(0) for h in held]
    draft, vietnamese, language = Draft(), r.question.language == "vi", r.question.language
    said, keys = r.tell(draft, row, held)
    total = sum(summed, Decimal(0))
    formula = " + ".join(f"{v:f}" for v in summed)
    operands = tuple(Operand(v, keys[0]) for v in (*summed, stated))
    worked = f"{' + '.join(number(v, language) for v in summed)} = {number(total, language)}"
    if total == stated:
        draft.calculation = Calculation(formula, total, "", operands[:-1])
        word = "Có, khớp" if vietnamese else "Yes, it adds up"
        draft.say(f"{word}: {worked}. {said}", *keys)
        return draft
    high, low = max(total, stated), min(total, stated)
    draft.calculation = Calculation(f"{formula} = {total:f}; {high:f} - {low:f}", high - low, "", operands)
    gap = number(high - low, language)
    word = f"Không khớp: {worked}, chênh lệch {gap}" if vietnamese else f"No: {worked}, a difference of {gap}"
    draft.say(f"{word}. {said}", *keys)
    return draft


def _of_rank(r: Ranking) -> Draft | None:
    """The row that holds a rank, with what else is asked of it, else its points and its class."""
    if not _WHICH.search(fold(r.question.clear)) and not r.wants.sorts:
        return None
    groups = r.said_groups()
    asked = fold(r.question.clear)
    at = r.wants.rank_at

    def far(group: frozenset[str]) -> int:
        return min(abs(m.start() - at) for w in group for m in re.finditer(rf"\b{w}\b", asked))

    of_rank = min(groups, key=far) if groups else None
    ranks = r.head(Holds.RANK, of_rank)
    others: list[frozenset[str] | None] = [g for g in groups if g != of_rank] or [of_rank]
    if ranks is None:
        return None
    rows = [row for row in r.rows() if r.value(row, ranks) == r.wants.rank]
    kinds = [(Decimal(0), c, row_name(r.table, row)) for row in rows if (c := r.cell(row, ranks)) is not None]
    every = [(Decimal(0), c, row_name(r.table, row)) for row in r.rows() if (c := r.cell(row, ranks)) is not None]
    fit = {cell.row for _, cell in of_sort(asked, every)}
    rows = [cell.row for _, cell, _ in kinds if cell.row in fit]
    sorts = [
        s for s in dict.fromkeys(holds for holds, _ in r.wants.sorts) if s is not Holds.RANK or others != [of_rank]
    ]
    heads = [r.head(s, group) for group in others for s in sorts]
    if not rows or any(h is None for h in heads):
        return None
    told = [h for h in heads if h is not None] or [h for h in (r.head(Holds.VALUE, of_rank),) if h is not None]
    draft = Draft()
    for row in rows[:MOST_CELLS]:
        if any(r.cell(row, h) is None for h in told):
            return None
        said, keys = r.tell(draft, row, [*told, ranks])
        draft.say(said, *keys)
    return draft


def _of_class(r: Ranking) -> Draft | None:
    """The rows of a class, each with what it reached, and how many they are."""
    asked = fold(r.question.clear)
    head = r.head(Holds.CLASS)
    if head is None or not (_WHICH.search(asked) or _MANY.search(asked)) or r.question.is_(Kind.YES_NO):
        return None
    held = [(Decimal(0), cell, row_name(r.table, row)) for row in r.rows() if (cell := r.cell(row, head)) is not None]
    fit = {cell.row for _, cell in of_sort(asked, held)}
    rows = [
        c.row for _, c, _ in held if c.row in fit and fold(c.text).strip().removeprefix("loai ") in r.wants.of_class
    ]
    value = r.head(Holds.VALUE)
    return listed(r, rows, [h for h in (value, head) if h is not None]) if 0 < len(rows) <= MOST_ROWS else None


def _movers(r: Ranking) -> Draft | None:
    """The rows that rose, or fell, between the two years of a table; the one that did most where that is asked."""
    asked = fold(r.question.clear)
    down, up = bool(DOWN.search(asked)), bool(UP.search(asked))
    ranks = Holds.RANK in {holds for holds, _ in r.wants.sorts} or "bac" in asked.split()
    holds = Holds.RANK if ranks else Holds.VALUE
    pair = r.two_years(holds, next(iter(r.said_groups()), None))
    if down == up or pair is None or not _WHICH.search(asked) or not _of_pair(r, pair):
        return None
    found = []
    for row in r.rows():
        before, now = (r.value(row, h) for h in pair)
        cell = r.cell(row, pair[0])
        if before is None or now is None or cell is None:
            continue
        moved = (before - now if ranks else now - before) * (-1 if down else 1)
        if moved > 0:
            found.append((moved, cell, row_name(r.table, row)))
    kept = of_sort(asked, found) if len(found) > 1 else [(v, c) for v, c, _ in found]
    if not kept:
        return None
    if _MOST.search(asked):
        most = max(v for v, _ in kept)
        first = [c.row for v, c in kept if v == most]
        return (
            difference(r, first[0], list(pair), ranks=ranks, moved=True)
            if len(first) == 1
            else listed(r, first, list(pair))
        )
    return listed(r, [c.row for _, c in kept], list(pair)) if len(kept) <= MOST_ROWS else None


def _column(r: Ranking) -> Draft | None:
    """A column, or several, of all rows."""
    groups: list[frozenset[str] | None] = list(r.said_groups())
    heads = _heads_asked(r, groups or [None])
    rows = r.rows()
    if (
        heads is None
        or not heads
        or len(heads) * len(rows) > MOST_ROWS
        or r.question.is_(Kind.YES_NO, Kind.EXTREME, Kind.COMPARISON, Kind.CAUSE, Kind.TOTAL)
    ):
        return None
    if any(r.cell(row, h) is None for row in rows for h in heads):
        return None
    draft = Draft()
    for row in rows:
        said, keys = r.tell(draft, row, heads)
        draft.say(said, *keys)
    return draft


def _mean(r: Ranking, rows: Sequence[int]) -> Draft | None:
    """The mean of a column over rows."""
    groups = r.said_groups()
    ranks = [holds for holds, _ in r.wants.sorts if holds is not Holds.VALUE]
    head = r.head(ranks[0] if ranks else Holds.VALUE, groups[0] if groups else None)
    if head is None or len(groups) > 1 or len(rows) < 2 or any(r.value(row, head) is None for row in rows):
        return None
    draft, told, operands, keys = Draft(), [], [], []
    for row in rows:
        said, of_row = r.tell(draft, row, [head])
        told.append(said)
        keys += of_row
        operands.append(Operand(r.value(row, head) or Decimal(0), of_row[0]))
    total = sum((o.value for o in operands), Decimal(0))
    mean = (total / len(rows)).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    mean = mean.quantize(Decimal(1)) if mean == mean.to_integral() else mean
    formula = f"({' + '.join(f'{o.value:f}' for o in operands)}) / {len(rows)}"
    draft.calculation = Calculation(formula, mean, "", tuple(operands))
    word = "Trung bình" if r.question.language == "vi" else "Mean"
    draft.say(f"{word}: {number(mean, r.question.language)}. {'; '.join(told)}", *keys)
    return draft

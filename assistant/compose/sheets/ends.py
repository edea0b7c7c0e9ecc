"""Which row stands first or last on a sheet, with all that is asked of it besides: its points and its place, how far it
lies from the other end or from a row that is named; how two rows lie apart, and which places rows hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.sheets.reading import Reading, read
from assistant.compose.sheets.sheet import Column, Holds, name_of
from assistant.compose.sheets.shortfall import LOST, shortfall_of
from assistant.compose.sheets.telling import apart, label_of, printed, tell
from assistant.compose.tables.heads import SHORT_OF
from assistant.compose.tables.sorts import of_sort
from assistant.evidence.statements import ReportIndex
from assistant.measured.granted import asks_most, asks_out_of
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Cell

HIGH = guarded(
    r"\b(?:cao|nhieu|lon|tot)(?: \w+){0,3} nhat\b|\b(?:dan dau|dung dau|xep dau)\b|"
    r"\b(?:highest|best|largest|greatest|top|first|led|leads|most)\b"
)
LOW = guarded(
    r"\b(?:thap|it|kem|nho|te)(?: \w+){0,3} nhat\b|\b(?:dung cuoi|xep cuoi|chot bang|doi so)\b|"
    r"\b(?:lowest|worst|smallest|fewest|last|least)\b"
)
_WHICH = re.compile(
    r"\b(?:xa|phuong|dac khu|huyen|tinh|so|don vi|dia phuong|nganh|linh vuc|tieu chi|nhom|co quan|thang|"
    r"chi tieu|noi|cho|"
    r"dia ban|khoi|loai|noi dung)(?: (?!nao)[a-z]+){0,5}? nao\b|\b(?:which|what)\b|\bai\b"
)
APART = guarded(
    r"\b(?:chenh|lech|(?<!cai )cach|hon|kem|thap hon|cao hon|nhieu hon|it hon|vuot)\b.{0,60}\b(?:bao nhieu|may)\b|"
    r"\b(?:bao nhieu|may)\b.{0,40}\b(?:chenh|lech|cach nhau|hon|kem)\b|\bkhoang cach\b|"
    r"\b(?:gap|difference|ahead|behind|above|below|apart|higher|lower|more|fewer|less|margin)\b"
)
RANKS = re.compile(r"\b(?:hang|thu may|thu bao nhieu|xep thu|dung thu|bac|ranks?|ranked|ranking|place[ds]?)\b")
LOST_MOST = re.compile(  # the one that lost most is not the one that reached most
    r"\b(?:mat|hut|tru)(?: di)?(?: nhieu| it)?(?: diem)?(?: nhieu| it)? nhat\b|"
    r"\blos\w+ (?:the )?(?:most|fewest|least)\b|\b(?:most|fewest|least) points\b"
)
BY_RANK = re.compile(
    r"\b(?:thu hang|xep hang|hang|thu bac) (?:\w+ ){0,4}?(?:tot|cao|thap|kem) nhat\b|\b(?:xep|"
    r"dung)(?: hang)? (?:cao|thap) nhat\b|"
    r"\brank(?:ed|s|ing)? (?:\w+ ){0,2}?(?:best|highest|lowest|worst|first|last)\b|\b(?:best|highest|lowest|"
    r"worst) rank(?:ed|ing)?\b"
)
_PLACES = re.compile(
    r"\bbac\b|\bbao nhieu hang\b|\bmay hang\b|\bplaces?\b|\bpositions?\b|\branks? (?:apart|higher|lower)\b"
)
_SCORES = re.compile(r"\b(?:diem|scores?|points?)\b(?! phan tram| %)")
_SHARES = re.compile(r"\bty le\b|%|\bphan tram\b|\b(?:rates?|share|percent(?:age)?)\b")
_BOTH = ((Holds.SHARE, _SHARES), (Holds.POINTS, _SCORES))
_ASIDE = "cao thap nhat nhieu it hon kem cach chenh lech vuot dan dau xep cuoi chot doi so dung"
MOST = 3


def _holds(asked: str) -> tuple[Holds, ...]:
    """What the column asked for holds, by the words of the question: points before a share, and a count where neither
    is said."""
    share, score = _SHARES.search(asked), _SCORES.search(asked)
    if share and score and (end := HIGH.search(asked) or LOW.search(asked)) is not None:
        near = [(abs(m.start() - end.start()), kind) for kind, p in _BOTH for m in p.finditer(asked)]
        return (min(near, key=lambda n: n[0])[1],)  # "the lowest percentage, and how many points"
    if share and not score:
        return (Holds.SHARE,)
    return (Holds.POINTS,) if score else (Holds.COUNT, Holds.POINTS, Holds.SHARE)


def column_of(r: Reading, asked: str) -> Column | None:
    """The column that a question means: of points where it says points, of shares where it says shares; else the one
    that its words say."""
    holds = _holds(asked)
    column = r.column(*holds)
    if column is None and holds == (Holds.POINTS,):
        column = r.column(Holds.SHARE) if not r.columns((Holds.POINTS,)) else None
    if column is None and len(holds) > 1:
        column = r.column(Holds.POINTS) or r.column(Holds.SHARE)
    if column is None and holds == (Holds.SHARE,) and not r.columns((Holds.SHARE,)):
        column = r.column(Holds.POINTS)  # an index told in percent
    return column


def _rank_of(r: Reading, column: Column) -> Column | None:
    """The column of ranks that goes with a column of values: the one right behind it, or the only one."""
    ranks = [c for c in r.sheet.columns if c.holds is Holds.RANK]
    beside = [c for c in ranks if c.at == column.at + 1]
    return beside[0] if beside else ranks[0] if len(ranks) == 1 else None


def held_in(r: Reading, column: Column) -> list[tuple[Decimal, int]]:
    """The values of a column with their rows, none of a sum."""
    rows = r.sheet.rows()
    return [(v, row) for row in rows if (v := r.sheet.value(row, column)) is not None]


def of_sort_asked(
    r: Reading, asked: str, held: Sequence[tuple[Decimal, int]], column: Column
) -> list[tuple[Decimal, int]]:
    """Those of the values that are of the sort of rows asked for."""
    named: list[tuple[Decimal, Cell, str]] = []
    for value, row in held:
        cell = r.sheet.cell(row, column)
        if cell is not None:
            named.append((value, cell, r.sheet.names[row]))
    return [(v, c.row) for v, c in of_sort(asked, named)]


def answer_ends(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Who is first or last, where more is asked of it than its name and its value."""
    asked = fold(question.clear)
    high, low = HIGH.search(asked), LOW.search(asked)
    if question.followup or not (high or low) or question.is_(Kind.CAUSE, Kind.YES_NO, Kind.AUDIT):
        return None
    if LOST_MOST.search(asked):
        return None
    apart_asked, ranks = APART.search(asked), RANKS.search(asked)
    both = high is not None and low is not None
    if not (apart_asked or ranks or both or LOST.search(asked)) or (not _WHICH.search(asked) and not both):
        return None
    drafts = [d for r in read(question, indexes, lexicon, _ASIDE) if (d := _end(r, asked)) is not None]
    return drafts[0] if len(drafts) == 1 else None


def _end(r: Reading, asked: str) -> Draft | None:
    high, low = HIGH.search(asked), LOW.search(asked)
    of_rank = bool(BY_RANK.search(asked))
    column = r.column(Holds.RANK) if of_rank else column_of(r, asked)
    if column is None:
        return None
    held = of_sort_asked(r, asked, [h for h in held_in(r, column) if h[1] not in r.rows], column)
    if len(held) < 2 or (r.rows and len(r.rows) != 1):
        return None
    up = high is not None and (low is None or high.start() < low.start())
    up = up != of_rank  # the best rank is the smallest number
    best, other = (max(held), min(held)) if up else (min(held), max(held))
    first = [h for h in held if h[0] == best[0]]
    ranks = _rank_of(r, column)
    draft, language = Draft(), r.question.language
    both = high is not None and low is not None
    if r.rows or both:
        against = (r.sheet.value(r.rows[0], column), r.rows[0]) if r.rows else other
        if against[0] is None or len(first) > 1:
            return None
        return _between(r, draft, column, (best[0], best[1]), (against[0], against[1]), asked)
    if of_rank:
        points = r.column(Holds.POINTS)
        return _several(r, draft, first, [column, points] if points is not None else [column])
    if LOST.search(asked) and len(first) == 1 and not (column.most is not None and SHORT_OF.search(asked)):
        points = column if column.holds is Holds.POINTS else r.column(Holds.POINTS)
        granted = r.sheet.most_of(first[0][1], points) if points is not None else None
        if points is None or granted is None:
            return None
        one = replace(r, rows=(first[0][1],))
        also = f"; {printed(r.sheet, first[0][1], column, language)}" if column is not points else ""
        return shortfall_of(r.question, one, points, granted, also)
    if APART.search(asked) or ranks is None:
        return None
    return _several(r, draft, first, [column, ranks])


def _several(r: Reading, draft: Draft, first: Sequence[tuple[Decimal, int]], columns: Sequence[Column]) -> Draft | None:
    """The rows that stand first, with some of their cells."""
    told, keys = [], []
    for _, row in first:
        said, of_row = tell(draft, r.sheet, row, columns, r.question.language)
        told.append(said)
        keys += of_row
    draft.say("; ".join(told), *keys)
    return draft if len(first) <= MOST else None


def _between(
    r: Reading, draft: Draft, column: Column, one: tuple[Decimal, int], other: tuple[Decimal, int], asked: str
) -> Draft | None:
    """Two rows with what lies between them, in places where these are asked for."""
    language = r.question.language
    ranks = _rank_of(r, column) if _PLACES.search(asked) else None
    if ranks is not None:
        a, b = r.sheet.value(one[1], ranks), r.sheet.value(other[1], ranks)
        if a is None or b is None:
            return None
        column, one, other = ranks, (a, one[1]), (b, other[1])
    first, keys = tell(draft, r.sheet, one[1], [column], language)
    second, more = tell(draft, r.sheet, other[1], [column], language)
    high, low = sorted((one, other), key=lambda h: -h[0])
    place = {one[1]: keys[0], other[1]: more[0]}
    if high[0] == low[0]:
        draft.say(f"{'Bằng nhau' if language == 'vi' else 'The same'}: {first}; {second}", *keys, *more)
        return draft
    gap = apart(draft, (high[0], place[high[1]]), (low[0], place[low[1]]), language)
    unit = _unit(column, language)
    better = low if column.holds is Holds.RANK else high
    worse = high if column.holds is Holds.RANK else low
    if language == "vi":
        said = f"{name_of(r.sheet, better[1])} hơn {name_of(r.sheet, worse[1])} {gap}{unit}"
    else:
        said = f"{name_of(r.sheet, better[1])} is {gap}{unit} ahead of {name_of(r.sheet, worse[1])}"
    draft.say(f"{first}; {second}; {said}", *keys, *more)
    return draft


def _unit(column: Column, language: str) -> str:
    vi = {Holds.POINTS: " điểm", Holds.SHARE: " điểm %", Holds.RANK: " bậc"}
    en = {Holds.POINTS: " points", Holds.SHARE: " percentage points", Holds.RANK: " places"}
    return (vi if language == "vi" else en).get(column.holds, "")


_AIMED = guarded(r"\b(?:chi tieu|muc tieu|ke hoach|nghi quyet|targets?|goals?)\b")  # a row and what it was to reach


def answer_apart(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """How the two rows that a question names lie apart, in values or in places."""
    asked = fold(question.clear)
    if question.followup or not APART.search(asked) or HIGH.search(asked) or LOW.search(asked):
        return None
    if question.is_(Kind.CAUSE, Kind.AUDIT) or len(question.periods) > 1 or _AIMED.search(asked):
        return None
    drafts = []
    for r in read(question, indexes, lexicon, _ASIDE):
        column = column_of(r, asked) if len(r.rows) == 2 else None
        if column is None:
            continue
        values = [(r.sheet.value(row, column), row) for row in r.rows]
        a, b = ((v, row) for v, row in values)
        if a[0] is None or b[0] is None:
            continue
        if (draft := _between(r, Draft(), column, (a[0], a[1]), (b[0], b[1]), asked)) is not None:
            drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


_SHARE_OF = re.compile(  # "bao nhiêu phần trăm hồ sơ": no number of these
    r"^(?!.*\b(?:bao nhieu|may) (?!phan tram|%)\w)(?=.*\b(?:bao nhieu|may) (?:phan tram|%) )"
)
_CELLS = guarded(r"\bdiem\b|\bty le\b|%|\bphan tram\b|\bscores?\b|\bpoints?\b|\brates?\b|\bpercent(?:age)?\b")


def answer_cells(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The share, the points, or both, of the one row named."""
    asked = fold(question.clear)
    if question.followup or not _CELLS.search(asked) or not _MANY.search(asked):
        return None
    if question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO, Kind.COMPARISON, Kind.TOTAL, Kind.DOCUMENT):
        return None
    if any(p.search(asked) for p in (APART, HIGH, LOW)) or RANKS.search(asked) or len(question.periods) > 1:
        return None
    if (
        _CLASSES.search(asked)
        or _FROM_TO.search(asked)
        or asks_most(asked)
        or asks_out_of(asked)
        or (set(question.units) - {"điểm", "points", "point", "%", "phần trăm"} and not _SHARE_OF.search(asked))
    ):
        return None  # how many of something, and at what rate
    if LOST.search(asked):
        return None  # what was reached is not what was lost
    kinds = [kind for kind, pattern in _BOTH if pattern.search(asked)]
    drafts = []
    for r in read(question, indexes, lexicon):
        if len(r.rows) != 1:
            continue
        columns = [c for kind in kinds if (c := r.column(kind)) is not None]
        if len(columns) != len(kinds) or any(r.sheet.cell(r.rows[0], c) is None for c in columns):
            continue
        draft = Draft()
        said, keys = tell(draft, r.sheet, r.rows[0], columns, question.language)
        draft.say(said, *keys)
        drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


_FROM_TO = re.compile(r"\btu (?:may|bao nhieu)\b|\bfrom (?:what|how)\b")
_CLASSES = re.compile(r"\b(?:xep loai|loai (?:gi|nao)|phan loai|rated|rating|classif\w+|class|grade)\b")
_MANY = re.compile(r"\b(?:bao nhieu|may|how many|how much|what)\b")
_MOVED = guarded(
    r"\b(?:bao nhieu|may|nhung|cac|how many|which|what) (?:\w+ ){0,6}?(?:bi |duoc |co )?(?:giam|tang|tut|sut|"
    r"fell|dropped|declined|rose|improved|increased|decreased|lost|gained)\b|"
    r"\b(?:so|xa|phuong|don vi|co quan|nganh|dia phuong|linh vuc|tieu chi|chi tieu|"
    r"nhom) nao (?:\w+ ){0,3}?(?:bi |duoc |co )?"
    r"(?:giam|tang|tut|sut)\b"
)
_DOWN = re.compile(r"\b(?:giam|tut|sut|fell|dropped|declined|decreased|lost)\b")
_UP = re.compile(r"\b(?:tang|rose|improved|increased|gained)\b")
_MOVING = "giam tang tut sut compared previous earlier month lost gained fell dropped declined rose improved increased"
ROWS = 24


def answer_movers(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The rows that rose, or fell, by the one column that says how each moved, and how many they are."""
    asked = fold(question.clear)
    if question.followup or not _MOVED.search(asked) or HIGH.search(asked) or LOW.search(asked):
        return None
    down, up = bool(_DOWN.search(asked)), bool(_UP.search(asked))
    if down == up or question.is_(Kind.CAUSE, Kind.YES_NO, Kind.AUDIT):
        return None
    drafts = []
    for r in read(question, indexes, lexicon, _MOVING):
        moved = [c for c in r.sheet.columns if c.holds is Holds.MOVED]
        if r.rows or len(moved) != 1 or not _of_moved(r, moved[0]):
            continue
        held = of_sort_asked(r, f"{asked} {_sort_in(asked)}", held_in(r, moved[0]), moved[0])
        met = [(v, row) for v, row in held if (v < 0 if down else v > 0)]
        if len(held) < 2 or not 0 < len(met) <= ROWS:
            continue
        draft, told, keys = Draft(), [], []
        for _, row in met:
            key = r.sheet.cite(draft, row)
            cell = r.sheet.cell(row, moved[0])
            told.append(f"{name_of(r.sheet, row)} ({' '.join(cell.text.split()) if cell else ''})")
            keys.append(key)
        draft.calculation = _counted(met, keys)
        draft.say(f"{len(met)}: {'; '.join(told)} – {label_of(moved[0])}", *keys)
        drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def _of_moved(r: Reading, moved: Column) -> bool:
    """Whether what a question speaks of may have moved by that column: a word of it stands over it, or over the columns
    of values under the same heading, or over the whole sheet alone."""
    values = [c for c in r.sheet.columns if c.holds in {Holds.POINTS, Holds.SHARE} and c.above == moved.above]
    near = frozenset(w for c in (moved, *values) for w in c.words) | r.sheet.about
    near_keys = frozenset(k for c in (moved, *values) for k in c.concepts) | r.sheet.concepts
    return all(set(t.keys) & near_keys or set(t.words.split()) <= near for t in r.terms)


_SORTS = re.compile(r"\b(xa|phuong|so|tinh|huyen|don vi cap tinh|co quan cap tinh|cap tinh|cap xa)\b")


def _sort_in(asked: str) -> str:
    """The sort of rows meant as a question after one says it: "bao nhiêu cơ quan cấp tỉnh" as "cấp tỉnh nào"."""
    said = _SORTS.search(asked)
    return f"{said[1]} nao" if said is not None else ""


def _counted(met: Sequence[tuple[Decimal, int]], keys: Sequence[int]) -> Calculation:
    operands = tuple(Operand(abs(v), k) for (v, _), k in zip(met, keys, strict=True))
    return Calculation(" + ".join("1" for _ in met), Decimal(len(met)), "", operands)

"""What a question asks of a sheet: the rows that it names and the column that its other words mean. Nothing of it may
be left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.compose.sheets.names import rows_in_short
from assistant.compose.sheets.sheet import LITTLE, Column, Holds, Sheet, sheets_of
from assistant.compose.tables.columns import is_of_other_time
from assistant.compose.tables.rows_named import rows_named
from assistant.compose.tables.sorts import is_headed_otherwise
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import periods
from ingest.rows import groups

# What asks, or says how values and rows stand to each other: of no column and no row.
_ASKING_WORDS = (
    "bao nhieu may the nao ra sao la dat duoc co cua gi va voi so tren trong ve cho thi bi o nam khong phai ca "
    "hai ba bon cac nhung neu tat toan bo tung moi don vi quan dia phuong nganh ban cu truoc khi sap xep nhap hop "
    "nhat dung loai tieu chi nhom linh vuc noi chenh lech cach hon kem thap cao nhau khoi phan tram tong cong bac "
    "trung binh thuoc hay hoac biet ke ten liet con do nay lai nua diem hang tang giam tut len xuong it dau cuoi "
    "duoi mat hut thieu tru di muc toi da tran theo thu thoi thang ngay bang ghi nhan minh rieng xet tai luc "
    "den tinh nhu vay roi dang chua day du tron ty le ket qua danh gia cham thanh muon nhiem ky kia ben sau de "
    "dai ngan lan luot cung nguoc giua tu lon nho tot te xau bet ap chot of in on for to by a an and or what "
    "which how many much was were is are did does get got score scored scores have had has each all every list "
    "name give units unit body bodies agency agencies department departments commune communes ward wards province "
    "provinces criterion criteria field fields area areas its their with than from at where three two four "
    "between difference higher lower highest lowest best worst more less average as against out achieved there "
    "that who pre merger before rated ranked among rank ranks ranking place places this same points point percent "
    "percentage rate lose lost losing short most least maximum full far below above behind ahead gap worth grant "
    "granted grants allowed top bottom come came stand stood second first last number under set index big large former "
    "one carry carries weigh reached gave given receive received obtain obtained overall total sum adding "
    "together report"
)
_MONTHS = "january february march april may june july august september october november december"
ASKING = frozenset(f"{_ASKING_WORDS} {_MONTHS}".split())


_ASKS = frozenset(
    {"cao nhất", "thấp nhất", "nhiều nhất", "ít nhất", "xếp hạng", "điểm", "tỷ lệ", "tối đa", "chênh lệch", "so với"}
)
_BODIES = frozenset({"so", "phong", "cuc", "ubnd", "xa", "phuong", "huyen"})
_ANY_OF = re.compile(
    r"\bcap (?:tinh|xa|huyen|so) nao\b|\b(?:bao nhieu|may|nhung|cac) (?:co quan|don vi|"
    r"dia phuong) cap (?:tinh|xa|huyen|so)\b|"
    r"\b(?:which|how many) (?:provincial|commune(?:-level)?|district) (?:\w+)"
)


_KINDS = tuple(
    (re.compile(rf"\b(?:{asks})\b"), re.compile(rf"\b(?:{head})\b"))
    for asks, head in (
        (r"linh vuc (?:nao|gi)|(?:which|what) (?:field|area)s?", "linh vuc"),
        (r"tieu chi (?:nao|gi)|(?:which|what) criteri(?:on|a)", "tieu chi"),
        (r"nhom(?: chi so)? (?:nao|gi)|(?:which|what) group", "nhom"),
        (r"tinh(?: \w+){0,3} nao|which (?:\S+ ){0,3}provinces?", "tinh"),
        (r"(?:xa|phuong) nao|which (?:communes?|wards?)", "xa|phuong|don vi|dia phuong|dia ban"),
        (r"(?:so|co quan|don vi) nao|which (?:\w+ )?(?:department|agency|unit|body)", "don vi|co quan|so"),
        (r"mo hinh nao|which models?", "mo hinh"),
        (r"chi tieu nao|which (?:target|indicator)s?", "chi tieu"),
        (r"thang nao|which month", "thang"),
    )
)
"""The sort of rows that a question asks for, and the head of the column that names rows of that sort."""
_BY_NUMBER = guarded(
    r"\b(?P<what>phụ lục|bảng|biểu|appendix|annex|table) (?:số )?(?P<number>[ivx]{1,4}|\d{1,2})\b(?![.,]\d| ?%)"
)
_CALLED = {"appendix": "phu luc", "annex": "phu luc", "table": "bang"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet with the rows that a question names on it, the terms that say the column, and how many of its terms the
    labels of the sheet say themselves."""

    question: Question
    sheet: Sheet
    rows: tuple[int, ...]
    terms: tuple[Wanted, ...]
    own: int

    def columns(self, holds: Sequence[Holds]) -> list[Column]:
        """The columns of those kinds that say all of the question that the sheet as a whole does not, first those that
        say least besides."""
        need = [t for t in self.terms if not _says(t, self.sheet.about, self.sheet.concepts)]
        meant = {w for t in self.terms for k in (t.words, *t.keys) for w in plain(k).split()}
        found = []
        for column in self.sheet.columns:
            if (
                column.holds in holds
                and not self._of_other_time(column)
                and all(_says(t, column.words, column.concepts) for t in need)
            ):
                said = sum(_says(t, column.words, column.concepts) for t in self.terms)
                found.append((self._unsaid(column), len(column.words - meant - LITTLE), -said, column.at, column))
        return [c for *_, c in sorted(found, key=lambda f: f[:4])]

    def _unsaid(self, column: Column) -> int:
        """How many words of the question, as they are, neither the labels of a column nor what stands over the sheet
        says: of two columns on what is online the one on what is handed in is meant by "nộp"."""
        words = {w for t in self.terms for w in t.words.split()} - LITTLE - ASKING
        return len(words - column.words - self.sheet.about)

    def _of_other_time(self, column: Column) -> bool:
        """Whether a column is of a time that is not asked for."""
        return is_of_other_time(self.question, self.sheet.index, self.sheet.table.columns[column.at])

    def column(self, *holds: Holds) -> Column | None:
        """The one column of those kinds that is meant; None where two suit alike."""
        meant = {w for t in self.terms for k in (t.words, *t.keys) for w in plain(k).split()}
        found = self.columns(holds)
        if not found:
            return None
        first = found[0]
        extra, unsaid = len(first.words - meant - LITTLE), self._unsaid(first)
        alike = [c for c in found[1:] if len(c.words - meant - LITTLE) == extra and self._unsaid(c) == unsaid]
        said = sum(_says(t, first.words, first.concepts) for t in self.terms)
        alike = [c for c in alike if sum(_says(t, c.words, c.concepts) for t in self.terms) == said]
        return first if not alike else None


def read(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon, aside: str = "") -> list[Reading]:
    """The sheets on which nothing of a question is left over, those alone that say most of it themselves. `aside` are
    folded words that a caller has read."""
    times = {*question.report_periods, *question.periods}
    chosen = [i for i in indexes if i.report.period in times] or list(indexes)
    found = [
        r for i in chosen for s in sheets_of(i, lexicon) if (r := reading_of(question, s, lexicon, aside)) is not None
    ]
    most = max((r.own for r in found), default=0)
    return [r for r in found if r.own == most]


def reading_of(
    question: Question, sheet: Sheet, lexicon: Lexicon, aside: str = "", meant: tuple[int, ...] = ()
) -> Reading | None:
    """A question read on one sheet, of the rows `meant` where a caller knows them; None where something of it is left
    over, or it is of another time."""
    if not _of_time(question, sheet):
        return None
    asked = _less_its_number(question, sheet)
    if asked is None or is_headed_otherwise(asked, sheet.of_what):
        return None
    named_so = rows_named(question, sheet.table, lexicon, sheet.index.report.place) if not meant else []
    rows = meant or tuple(r for r in named_so if r in sheet.names)
    letters: frozenset[str] = frozenset()
    if not meant:
        place = sheet.index.report.place
        names = {r: name.removesuffix(f" {place}") for r, name in sheet.names.items()}
        short, letters = rows_in_short(asked, names)
        rows = tuple(dict.fromkeys((*rows, *short)))
    over_them: tuple[int, ...] = ()
    if not meant and _ANY_OF.search(asked):
        over_them = tuple(r for r in rows if r in groups(sheet.table))  # of those below it one is asked for
    rows = tuple(r for r in rows if r not in over_them)
    named = " ".join(sheet.names[r] for r in (*rows, *over_them))
    said_by_rows = set(plain(named).split()) | letters
    row_keys = keys(lexicon, named) if named else frozenset()
    report = sheet.index.report
    far = f"{report.title} ; {report.place}"
    far_words, far_keys = set(plain(far).split()), keys(lexicon, far)
    over = frozenset(w for c in sheet.columns for w in c.words)
    over_keys = frozenset(k for c in sheet.columns for k in c.concepts)
    held_aside = set(aside.split())
    terms, own = [], 0
    for w in question.wanted:
        words = set(w.words.split())
        if words <= ASKING | LITTLE | held_aside or w.words[:1].isdigit() or (w.keys and set(w.keys) <= _ASKS):
            continue
        if named and (words <= said_by_rows or set(w.keys) & row_keys):
            continue
        if not w.keys and words <= ASKING | LITTLE | held_aside | said_by_rows and _is_in(w.words, plain(named)):
            continue  # a name with the word behind it
        if _says(w, sheet.about, sheet.concepts) or _says(w, over, over_keys):
            terms.append(w)
            own += 1
        elif not (words <= far_words or set(w.keys) & far_keys):
            return None
    left = set(re.findall(r"[a-z]+", asked)) - ASKING - LITTLE - held_aside - said_by_rows - far_words
    left -= sheet.about | over
    left -= {
        w
        for t in question.wanted
        if set(t.keys) & (sheet.concepts | over_keys | row_keys | far_keys)
        for w in t.words.split()
    }
    left -= {
        w
        for t in question.wanted
        if set(t.keys) & (sheet.concepts | over_keys | row_keys | far_keys)
        for k in t.keys
        for w in fold(k).split()
    }
    if {w for w in left if len(w) > 1}:
        return None
    own += any(asks.search(asked) and head.search(sheet.of_what) for asks, head in _KINDS)
    return Reading(question, sheet, rows, tuple(terms), own)


def _less_its_number(question: Question, sheet: Sheet) -> str | None:
    """The folded question less the number by which it calls the table ("Phụ lục II", "Bảng 1"); None where it calls
    another."""
    text = question.clear.lower()
    called = _BY_NUMBER.search(text)
    if called is None:
        return fold(text)
    section = sheet.index.report.section(sheet.block.section)
    around = fold(" ; ".join((sheet.table.title, *(section.path if section else ()))))
    what = _CALLED.get(called["what"], fold(called["what"]))
    if not re.search(rf"\b{what} (?:so )?{called['number']}\b", around):
        return None
    return fold(f"{text[: called.start()]} {text[called.end() :]}")


def _is_in(name: str, rows: str) -> bool:
    """Whether the name of a body, less the words behind it that ask, stands as it is in the names of rows."""
    said = name.split()
    while len(said) > 2 and said[-1] in ASKING:
        del said[-1]
    return said[0] not in _BODIES or f" {' '.join(said)} " in rows


def _says(term: Wanted, words: frozenset[str], concepts: frozenset[str]) -> bool:
    """Whether labels say a term, as a concept or word for word."""
    return bool(set(term.keys) & concepts) or (bool(term.words) and set(term.words.split()) <= words)


def _of_time(question: Question, sheet: Sheet) -> bool:
    """Whether each time asked for is that of the sheet, of the words over it, or of one of its columns or rows."""
    own = sheet.index.report.period
    section = sheet.index.report.section(sheet.block.section)
    around = (sheet.table.title, *(section.path if section else ()))
    texts = (*around, *sheet.table.columns, *sheet.names.values())
    told = {s.period for t in texts for s in periods(t, own)} | {own}
    over = {s.period[:4] for t in around for s in periods(t, own) if re.fullmatch(r"\d{4}", s.period)}
    asked = [*question.periods, *question.report_periods]
    if any(re.fullmatch(r"\d{4}", p) for p in asked) and over and not {p[:4] for p in asked} & over:
        return own in question.report_periods
    return all(any(h == p or h.startswith(f"{p}-") or (len(p) == 10 and p.startswith(h)) for h in told) for p in asked)


def without(question: Question, words: frozenset[str]) -> Question:
    """The question less the terms that say only these words."""
    return replace(question, wanted=tuple(w for w in question.wanted if not set(w.words.split()) <= words))

"""Highest and lowest: the row of a table, or part of a list, that leads, comes second, or is among the first few."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, KEPT, ask_again, compares, enough
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.only_change import says_only_change
from assistant.compose.of_field import is_of_other_matter
from assistant.compose.parts import asked_parts, counts
from assistant.compose.tables.cells import share_beside_points
from assistant.compose.tables.cells_asked import cells_of_leader
from assistant.compose.tables.columns import (
    NAMES,
    ROW_KINDS,
    TITLED,
    Column,
    columns_of,
    is_of_other_time,
    said_in_title,
    values_of,
)
from assistant.compose.tables.gaps import answer_gap, asks_gap
from assistant.compose.tables.heads import add_shortfall
from assistant.compose.tables.members import member_asked_of
from assistant.compose.tables.noughts import is_nought_of_another
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows import AHEAD_OF, LEAST, named_rows, of_rows, set_against
from assistant.compose.tables.sorts import WHICH, of_sort, sets_fields
from assistant.compose.tables.wholes import is_its_rank, whole_of
from assistant.compose.wording import number, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement
from assistant.measured.ranks import is_rank
from assistant.measured.states import done_instead
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role

_EXTREME = guarded(
    r"\b(?:cao|thap|nhieu|it|lon|nho|dai|ngan|tot|kem)\b.{1,60}\bnhat\b|\b(?:cao|thap|nhieu|it|lon|nho"
    r"|dai|ngan|tot|kem|yeu) (?:nhat|thu)\b|\bxep thu\b|(?<!nguoi )\bdung (?:dau|thu|cuoi)\b|\b(?:highest|lowest|"
    r"(?<!at )most|(?<!at )least|fewest|largest|smallest|biggest|greatest)\b|\b(?:slow|fast|weak|strong|busi)est\b|"
    r"\b(?:nang|manh|nhanh|cham) nhat\b|"
    r"\b(?:topp?ed|leads?|led|leading|bottom|ranked (?:first|last)|came (?:first|last))\b|"
    r"\b(?:dan dau|(?<!nguoi )dung dau|xep cuoi|xep chot|(?<!chuyen )(?<!thay )(?<!trao )doi so|"
    r"hang nhat|ve nhat|cuoi bang)\b"
)
# "đứng thứ mấy" asks at which rank something stands, not what stands first.
_WHICH_RANK = guarded(r"\b(?:xep|dung)?(?: (?:hang|vi tri))*(?: thu)? (?:may|bao nhieu)\b")
# "Đơn tố cáo duy nhất": "cao" without its mark, and a "nhất" that ranks nothing.
_NO_LEADERS = guarded(
    r"(?<!\bnao )\bit nhat(?: la| phai| duoc| co| dat)* (?:may|bao nhieu)\b|"
    r"\b(?:to|bao|quang|khuyen) cao\b|\b(?:duy|thong|hop|dong) nhat\b|\bnhat (?:tri|dinh)\b"
)
_AT_RANK = re.compile(r"\b(?:xep|dung)(?: hang| vi tri)* thu (?!0?1(?!\d))\d[\d/]*|\bit nhat \d")  # no leaders
_MOST_OF_IT = re.compile(r"\b(?:tap trung|chu yeu)(?: chu yeu| nhieu)? (?:o|tai|thuoc|vao)(?: (?:cac )?linh vuc)? \w")
_LOWEST = re.compile(
    r"\b(?:thap|it|nho|kem)\b.{1,60}\bnhat\b|\b(?:thap|it|nho|yeu|kem|ngan) (?:nhat|thu)\b|cuoi bang|"
    r"dung cuoi|xep (?:cuoi|chot|bet)|(?<!chuyen )(?<!thay )(?<!trao )\bdoi so|\bchot bang\b|"
    r"\b(?:lowest|least|fewest|smallest|worst|bottom|last|shortest|slowest|weakest)\b"
)
_TOP = re.compile(
    r"\b(?:cao|nhieu|lon|tot|dai)\b(?: \w+){0,8} nhat\b|(?<!nguoi )\bdung dau\b|"
    r"\b(?:highest|most|largest|best|top|greatest)\b"
)
_WITHOUT = re.compile(
    r"(?:khong (?:ke|tinh|bao gom)(?: den)?|ngoai tru|loai tru|tru|ngoai|except(?: for)?|excluding|"
    r"other than|apart from|not counting|leaving out)(?: ra)? (?P<what>[^?,;.)]+)"
)
_RANKS = {
    "hai": 2,
    "nhi": 2,
    "2": 2,
    "ba": 3,
    "3": 3,
    "tu": 4,
    "bon": 4,
    "4": 4,
    "nam": 5,
    "5": 5,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "fifth": 5,
}
_RANK = re.compile(
    r"\bthu (?P<vi>hai|nhi|ba|tu|bon|nam|[2-5])\b|\b(?P<en>second|third|fourth|fifth|2nd|3rd)[- ](?:\w+)"
)
_COUNTS = {
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
}
_FIRST_FEW = re.compile(
    r"(?<!\btrong )(?<!\btrong so )(?<!\bgiua )(?<!\bof )(?<!\bof the )(?<!\bamong the )"  # the set, not how many of it
    r"(?:^|\b)(?:(?P<vi>hai|ba|bon|nam|0?[2-5]) (?:xa|don vi|dia phuong|linh vuc|phuong|so|huyen|nganh|"
    r"thi tran|noi|co quan)\b|\btop (?P<top>[2-5])\b|\b(?P<en>two|three|four|five|"
    r"[2-5]) (?:\w+ )?(?:communes|units|districts|departments|fields|wards|agencies)\b)"
)
_BY_FAR = r"(?:cao|thap|nhieu|it|lon|nho|dai|ngan|nang|manh|nhanh|cham) nhat"
_SUPERLATIVE = r"(?:highest|lowest|most|least|fewest|largest|smallest|biggest|greatest|worst|heaviest|longest|fastest)"
_NO_MEMBER = r"(?<!\bkhi )(?<!\bngay )(?<!\bnam )(?<!\bmuc )(?<!\bthe )(?<!\bluc )(?<!\bphan )"
# One of several things is asked for, whatever they are: "khoản thu nào lớn nhất", "the largest revenue item".
_MEMBER = re.compile(
    rf"\b\w+ {_NO_MEMBER}nao\b[^?;.]{{0,80}}\b{_BY_FAR}\b|\b{_BY_FAR} (?:la|thuoc ve) (?:\w+ ){{1,4}}(?:nao|gi)\b|"
    rf"\b(?:what|which) (?:is|are|was|were) (?:the |its |their )(?:\w+ )?{_SUPERLATIVE} (?:\w+ ){{0,3}}"
    r"(?:items?|sources?|works|projects?|crops?|inspections?|cases?|fields?|causes?|groups?|kinds?|types?|funds?|"
    r"expenses?|costs?|contributors?|reasons?|sectors?)\b|"
    rf"\bwhich (?:\w+ ){{1,5}}(?:\w+ )?(?:the )?{_SUPERLATIVE}\b"
)
_POINTS = re.compile(r"\bdiem\b(?! phan tram)|\bscored?\b|\b(?<!percentage )points?\b")  # beside a share
_OF_LEVEL = re.compile(r"cap (?:tinh|huyen|xa|trung uong|so)\b")
_DIRECTS = re.compile(
    r"\b(?:leads?|led|leading) (?:the |its |on )?(?:communications?|publicity|inspections?|coordination|implementation|"
    r"monitoring|drafting|preparations?|surveys?|training|reviews?|propaganda|outreach|supervision|appraisals?)\b|"
    r"\b(?:to|must|should|shall|will|that) leads?\b|\bleads? (?:on|the (?:work|task|publicity|effort))\b|"
    r"\b(?:takes?|took|taken|taking|has|have) the lead (?:in|on|for)\b|"
    r"\b(?:leads?|led) (?:in |the )?(?!rank|rat|grad|stand|scor)\w+ing\b|"
    r"\b(?:leads?|led)\b(?=.*\bwith (?:whom|wh(?:at|ich) (?:bod|agenc|partner|department|office))\b)"
)
_RANKED = re.compile(r"(?<!\bsap )\bxep(?! (?:loai|lich|hang muc))\b|\b(?:thu hang|rank(?:s|ed|ing)?|place[ds]?)\b")
# What a part asks of the member that another part finds ("…, và sở đó được mấy điểm") is no word of what it leads in.
OF_IT = re.compile(
    r"\b(?:so|xa|phuong|huyen|don vi|dia phuong|co quan|nganh|linh vuc|noi|thang|quy|nam) (?:do|nay|ay)\b|"
    r"\bthat (?:department|commune|ward|district|unit|agency|sector|field|month|quarter|year|province|place|one)\b|"
    r"\bits\b"
)
_IN_LIST = frozenset({Role.PART, Role.ACTUAL})
_TIES = 4
_CLOSING = " tren day la "  # the sentence that closes a report answers nothing
_COUNTED = re.compile(
    r"\b(?:nhieu|it)(?: (?!diem)\w+){1,4} nhat\b|\b(?:most|fewest) (?!points|marks)\w+|"
    r"\b(?:ho so|don|vu|nhiem vu|luot|nguoi|truong hop|lan)(?: (?!diem)\w+){0,3} (?:nhieu|it) nhat\b"
)
UNSAID = 0.5  # of what is asked, by one word that stands nowhere over the column
T = TypeVar("T")


def asks_extreme(question: Question) -> bool:
    """Whether the question wants what stands first, last or at a rank."""
    return question.is_(Kind.EXTREME) or _asks_extreme(fold(question.clear)) or asks_gap(question)


@lru_cache(maxsize=KEPT)
def _asks_extreme(folded: str) -> bool:
    return bool(_EXTREME.search(_DIRECTS.sub(" ", _WHICH_RANK.sub(" ", _NO_LEADERS.sub(" ", folded)))))


def leads_of_units(question: Question) -> bool:
    """Whether the question asks which unit, month or other member leads: a figure of the whole is no answer to it."""
    asked = fold(question.clear)
    return asks_extreme(question) and bool(WHICH.search(asked) or _MEMBER.search(asked))


def says_extreme(statement: Statement) -> bool:
    """Whether a statement itself says what leads: "cao nhất là xã …"."""
    text = _AT_RANK.sub(" ", statement.plain.replace("nguoi dung dau", ""))
    if _EXTREME.search(text):  # the head of an office leads no list
        return True
    return len(statement.figures) > 1 and _MOST_OF_IT.search(text) is not None


def says_what_is_wanted(question: Question, candidate: Candidate) -> bool:
    """Whether a statement says which leads where that is asked, and a change where two periods are set side by side."""
    said = candidate.statement.plain
    if done_instead(fold(question.clear), said) or said.startswith(_CLOSING):
        return False
    if is_nought_of_another(question, candidate) or is_of_other_matter(question, candidate):
        return False
    if says_only_change(question, candidate) or (leads_of_units(question) and not says_extreme(candidate.statement)):
        return False
    if len(question.periods) < 2 or not compares(question):
        return True
    return any(
        (f.comparison is not None and f.comparison.period[:1].isdigit()) or f.role in {Role.CHANGE, Role.PREVIOUS}
        for f in candidate.statement.figures
    )  # what is set against a plan is set against no other time


def answer_extreme(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The row that leads in the column asked for, by the table's own values, or the part of a list; None if none, and
    where the question asks something else of what leads."""
    if member_asked_of(question) is not None:
        return None
    asked = fold(question.clear)
    left_out = _WITHOUT.search(asked)
    without = left_out["what"].strip() if left_out else ""
    chosen = _best_column(leading_part(question, lexicon), indexes, lexicon, without)
    listed = _listed(question, indexes, without)
    if chosen is None or (chosen.lacks >= UNSAID and not WHICH.search(asked)):
        return listed  # "who received the most visitors?": no row and no column says that it is asked for
    if asks_gap(question):
        return answer_gap(question, chosen)
    table = chosen.block.table
    assert table is not None
    among = named_rows(asked, table) if not without else {}
    rows = [
        (value, cell)
        for value, cell in values_of(table, chosen.column, sums=sets_fields(asked, table))
        if not _left_out(row_name(table, cell.row), without) and (len(among) < 2 or cell.row in among)
    ]
    if len(rows) < 2 or (
        WHICH.search(asked) and all(_OF_LEVEL.match(fold(row_name(table, cell.row))) for _, cell in rows)
    ):
        return listed  # of levels of government none is a unit or a field
    if not without:
        rows = of_sort(asked, [(v, cell, row_name(table, cell.row)) for v, cell in rows])
    if len({value for value, _ in rows}) < 2:
        return listed  # of values all alike none leads
    if _COUNTED.search(asked) and not _POINTS.search(asked) and "diem" in fold(table.columns[chosen.column]):
        return listed  # "nhiều hồ sơ quá hạn nhất" is told by no points
    draft = Draft()
    lowest = bool(_LOWEST.search(asked))
    if is_rank(table.columns[chosen.column]):
        lowest = not lowest  # the best rank is the smallest number
    groups = _groups(rows, lowest=lowest, asked=asked)
    if _LOWEST.search(asked) and _TOP.search(asked):
        groups = [*_groups(rows, lowest=not lowest, asked=asked), *groups]
    label = table.columns[chosen.column].split(" › ")[-1]
    if len(groups) == 2 and compares(question) and _LOWEST.search(asked) and _TOP.search(asked):
        return set_against(question, chosen, [(value, cells[0].row) for value, cells in groups])
    if len(groups) == 1 and (ahead := AHEAD_OF.search(asked)) is not None:
        # "trong ba tỉnh A, B, C … cao nhất, hơn C bao nhiêu": the one named behind "hơn", else the only one named
        behind = {row for row in named_rows(asked[ahead.start() :], table) if row != groups[0][1][0].row}
        against = behind if len(behind) == 1 else set(among) - {groups[0][1][0].row} if len(among) == 1 else set()
        other = next(((v, c.row) for v, c in rows if c.row in against), None)
        if other is not None:
            return set_against(question, chosen, [(groups[0][0], groups[0][1][0].row), other])
    for _, cells in groups:
        keys, names = [], []
        for cell in cells[:_TIES]:
            held = [c for c in table.row(cell.row) if c.text.strip()]
            keys.append(
                draft.cite(chosen.index, chosen.block, min(c.start for c in held), max(c.end for c in held), cell.row)
            )
            names.append(row_name(table, cell.row))
        told = " ".join(cells[0].text.split()) + (f" ({label})" if not any(ch.isdigit() for ch in label) else "")
        if question.percent and _POINTS.search(asked) and len(cells) == 1:
            told = share_beside_points(chosen, cells[0].row) or told
        draft.say(f"{', '.join(names)}: {told}", *keys)
        left = len(cells) - _TIES
        if left > 0:
            draft.notes.append(
                f"Còn {left} dòng khác bằng giá trị này."
                if question.language == "vi"
                else f"{left} more rows share this value."
            )
    if len(groups) == 1 and len(groups[0][1]) == 1:
        for cell_told in cells_of_leader(question, chosen.index, table, groups[0][1][0].row, chosen.column, lexicon):
            draft.say(cell_told, keys[0])
    if len(groups) == 1:
        add_shortfall(draft, question, chosen.index, chosen.block, groups[0][1][0], keys[0])
    draft.notes.append(
        f"So sánh {len(rows)} dòng của bảng {table.number}."
        if question.language == "vi"
        else f"{len(rows)} rows of table {table.number} compared."
    )
    return draft


def leading_part(question: Question, lexicon: Lexicon) -> Question:
    """The part of a question that asks what leads, where another asks something else of what it finds; the whole where
    it says by itself nothing to lead in ("Which commune came first, and what was its score for payments?")."""
    parts = asked_parts(question, lexicon)
    if (
        len(parts) > 1
        and _asks_extreme(fold(parts[0].clear))
        and all(counts(part) and not _asks_extreme(fold(part.clear)) for part in parts[1:])
    ):
        return parts[0]  # "sở nào … nhiều nhất, bao nhiêu và …": the numbers are of the row that leads
    leading = [part for part in parts if _asks_extreme(fold(part.clear))]
    of_it = [part for part in parts if OF_IT.search(fold(part.clear)) and part not in leading]
    matter = [w for part in leading for w in part.wanted if w.weight >= NAMES and w.words not in DOING]
    if len(leading) != 1 or not of_it or all({fold(k) for k in w.keys} & ROW_KINDS for w in matter):
        return question
    return leading[0]


def _groups(rows: list[tuple[Decimal, T]], *, lowest: bool, asked: str) -> list[tuple[Decimal, list[T]]]:
    """The rows of the rank asked for, those of one value together: the first, the n-th, or the first few."""
    ordered = sorted({v for v, _ in rows}, reverse=not lowest)
    rank, few = _RANK.search(asked), _FIRST_FEW.search(asked)
    at, many = 0, 1
    if rank is not None:
        at = _RANKS[rank["vi"] or rank["en"]] - 1
    elif few is not None:
        many = _COUNTS[(few["vi"] or few["top"] or few["en"]).lstrip("0")]
    groups: list[tuple[Decimal, list[T]]] = []
    for value in ordered[at:]:
        if sum(len(held) for _, held in groups) >= many:
            break
        groups.append((value, [held for v, held in rows if v == value]))
    return groups


def _left_out(name: str, without: str) -> bool:
    """Whether the row or part of that name is among what the question leaves out."""
    if not without:
        return False
    words = [w for w in without.split() if w not in {"ra", "cac", "nhung", "the", "cua", "huyen", "any"}]
    folded = f" {fold(name)} "
    english = {"town": "thi tran", "townlet": "thi tran", "township": "thi tran", "wards": "phuong", "ward": "phuong"}
    phrase = " ".join(english.get(w, w) for w in words)
    return bool(phrase) and f" {phrase} " in folded


def _best_column(question: Question, indexes: list[ReportIndex], lexicon: Lexicon, without: str = "") -> Column | None:
    """The column asked for: of the tables that speak of it enough, the one whose label says least besides."""
    best: list[Column] = []
    asked = {*question.report_periods, *question.periods}
    for index in [i for i in indexes if i.report.period in asked] or indexes:
        for block in index.report.tables:
            assert block.table is not None
            left_out = without or of_rows(question, block.table)
            labels = block.table.columns
            columns = columns_of(question, index, block, left_out, lexicon)
            columns = [c for c in columns if not is_of_other_time(question, index, labels[c.column])]
            if max((c.score for c in columns), default=0.0) >= LEAST:
                best += columns
    titled = {id(c.block): TITLED * said_in_title(question, c.index, c.block, lexicon) for c in best}
    chosen = max(best, key=lambda c: (round(c.rank + titled[id(c.block)], 4), c.score), default=None)
    chosen = whole_of(question, chosen, best, lexicon) if chosen is not None else None
    if chosen is None or not _RANKED.search(fold(question.clear)):
        return chosen
    return next((c for c in best if is_its_rank(chosen, c)), chosen)


def _listed(question: Question, indexes: list[ReportIndex], without: str) -> Draft | None:
    """The part of a list in running text that leads: "xã A 5,2 km, xã B 4,8 km, các xã còn lại 4,7 km"."""
    best: list[tuple[float, ReportIndex, list[tuple[Figure, Statement]]]] = []
    for index in indexes:
        for candidate in ask_again(question, index)[:40]:
            figure = candidate.figure
            if (
                figure is None
                or not figure.scope
                or fold(figure.scope).startswith("cap ")
                or candidate.statement.row is not None
            ):
                continue
            roles = {Role.SHARE, Role.RATE} if question.percent else _IN_LIST
            if not enough(candidate, 0.5, 0.45) or not unit_fits(question, figure.unit) or figure.role not in roles:
                continue
            best.append((candidate.score, index, _beside(index, candidate.statement, figure)))
    best = [b for b in best if len({fold(f.scope) for f, _ in b[2]}) >= 2]
    if not best:
        return None
    _, index, parts = max(best, key=lambda b: b[0])
    asked = fold(question.clear)
    rest = re.compile(r"\bcon lai\b|\bkhac\b")
    rows = [(f.value, (f, s)) for f, s in parts if not rest.search(fold(f.scope)) and not _left_out(f.scope, without)]
    if len(rows) < 2:
        return None
    draft = Draft()
    for value, held in _groups(rows, lowest=bool(_LOWEST.search(asked)), asked=asked):
        names = ", ".join(f.scope for f, _ in held)
        key = draft.cite_statement(index, held[0][1])
        draft.say(f"{names[:1].upper()}{names[1:]}: {number(value, question.language)} {held[0][0].unit}", key)
        draft.say(quoted(excerpt(held[0][1], held[0][0].at, 30), question.language), key)
    return draft


def _beside(index: ReportIndex, statement: Statement, figure: Figure) -> list[tuple[Figure, Statement]]:
    """The figures of a list with that one: of its role, or in its sentence counted as it is ("trong đó: xã A 9 km, xã B
    8 km", where only the first is marked as a part)."""
    found = []
    for at in index.by_block[statement.block.id]:
        for other in index.statements[at].figures:
            alike = other.role is figure.role or (at == statement.index and {other.role, figure.role} <= _IN_LIST)
            if other.scope and unit_key(other.unit) == unit_key(figure.unit) and alike:
                found.append((other, index.statements[at]))
    return found

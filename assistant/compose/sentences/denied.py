"""Yes or no: what a report denies ("không có trường hợp …", "Kiến nghị: Không.", a row of noughts) is answered with
no."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sentences.windows import telling
from assistant.compose.tables.row_names import is_total, label_of, line_above, row_name
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import Scale, Weighted, weigh
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, keys, plain
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains, periods
from ingest.report import Block, BlockKind, Table

SAID = 0.75  # of what is asked about, in the very sentence that denies it
HEAVY = 0.25  # no word that makes up this share of it may be missing
NEAR = 24  # of the evidence, in which the sentence stands that says that there were none
MOST_OF_A_NAME = 12  # words of a line such as "Kiến nghị, đề xuất: Không."
MOST_TOLD = 44  # words of the sentence that says that some are left
MOST_CELLS = 2  # of a row of noughts that are told
OWN = 0.8  # level at which a word stands in the sentence itself

_CORE = (
    re.compile(r"\bco (?P<core>.{2,160}?),? (?:hay )?khong\b\W*$"),
    re.compile(r"\bco (?P<core>.{2,160}?) (?:hay )?khong\b"),
    re.compile(
        r"\b(?:did|does|do|were|was|are|is|have|has)\b(?: [^?,;]{1,80})? (?:any|anyone|anybody) (?P<core>[^?]{2,160})"
    ),
    re.compile(r"\b(?:da|bi) (?P<core>.{2,120}?) (?:hay )?chua\b"),
)
_COUNTED = guarded(r"\b(?:bao nhieu|may|how many) (?!tien\b|kinh phi\b|money\b)\w")
_DENIES = guarded(
    r"\b(?:không|chưa) (?:có|phát sinh|xảy ra|phát hiện|ghi nhận|để xảy ra|để phát sinh|xử lý)\b", re.IGNORECASE
)
_NONE = re.compile(r"[:：]\s*(?:không(?: có)?)\s*[.;]?\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.]\s|, (?:trong đó|đã|có) ")
_ALL = re.compile(
    r"\b(?:tat ca|toan bo|deu|(?<!den )(?<!truoc )het(?! (?:thang|nam|quy|ngay|han|suc)))\b|"
    r"\b(?:all|every|entirely|fully|completely)\b"
)
_SOME_LEFT = re.compile(
    r"\b0?[1-9]\d* (?:[^\W\d_]+ ){1,6}(?:còn lại|chưa|đang)\b|"
    r"\b(?:còn|chưa|số còn lại)\b(?: [^\W\d_]+){0,3} 0?[1-9]\d*\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,6})/(\d{1,6})(?![\d/.,-]*\d)(?!/)")
_WHOSE = re.compile(r"\b(?:của|do) ([^;:]+)")
_LITTLE = re.compile(r"^(?:gi|nao|ai|truong hop|cac|nhung|bat ky|mot|bao nhieu)$")


_CAME_ABOUT = re.compile(
    r"(?<!khong )(?<!chua )\b(?:xay ra|phat sinh|ghi nhan|phat hien|gap)\b|\b(?:occur|happen|take place|arise)\w*\b"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table."""

    block: Block
    row: int

    @property
    def table(self) -> Table:
        """The table that it is a row of."""
        assert self.block.table is not None
        return self.block.table


def denies(text: str) -> bool:
    """Whether a sentence says that nothing came about: "trong tháng không xảy ra sự cố"."""
    return bool(_DENIES.search(text))


def answer_denied(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """No, with the sentence that says so; None where no sentence denies nearly all of what is asked about."""
    if not question.is_(Kind.YES_NO):
        return None
    folded = fold(question.clear)
    core = next((m for pattern in _CORE if (m := pattern.search(folded))), None)
    return _answer_of(core["core"], question, found, lexicon) if core is not None else None


def answer_none_counted(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """No, where it is asked how many there were and a sentence says that there were none."""
    folded = fold(question.clear)
    if not _COUNTED.search(folded) or question.percent or not question.is_(Kind.FIGURE) or question.denied:
        return None
    return _answer_of(folded, question, found, lexicon, rows=False)


def _denials(index: ReportIndex) -> tuple[tuple[Statement, str], ...]:
    """The statements of a report that deny something, each with the clause that does."""
    found = ((s, _DENIES.search(s.quote)) for s in index.statements if not s.ahead)
    return tuple((s, _CLAUSE.split(s.quote[m.start() :])[0]) for s, m in found if m is not None)


def _answer_of(core: str, question: Question, found: Found, lexicon: Lexicon, *, rows: bool = True) -> Draft | None:
    """No, with the sentence, or the row of noughts, that denies nearly all of the core of a question."""
    asked = [w for w in question.wanted if _within(w, core)]
    if not asked:
        return None
    narrowed = replace(question, wanted=tuple(asked))
    best: tuple[float, ReportIndex, Statement | Block | _Row] | None = None
    for index in found.indexes:
        weighted = weigh(narrowed, index)
        if not weighted:
            continue
        for block in index.report.blocks if rows else ():
            if block.kind is not BlockKind.HEADING and len(block.text.split()) > MOST_OF_A_NAME:
                continue
            if _NONE.search(block.text) and _opens_with(weighted[0].wanted, block, lexicon):
                best = max(best or (0.0, index, block), (1.0, index, block), key=lambda b: b[0])
        if rows and (nought := _nought(weighted, index, lexicon)):
            best = max(best or (0.0, index, nought[1]), (nought[0], index, nought[1]), key=lambda b: b[0])
        near = {c.statement.index for c in found.candidates[:NEAR] if c.index is index} if not rows else None
        for statement, denied in index.once(_denials):
            if (near is not None and statement.index not in near) or _other_time(question, statement):
                continue
            score = _said(weighted, statement, denied, lexicon)
            if score >= SAID and (best is None or score > best[0]):
                best = (score, index, statement)
    if best is None:
        return None
    _, index, place = best
    draft = Draft()
    if isinstance(place, _Row):
        draft.say(_told(place, question.language), *_cite_row(draft, index, place))
        return draft
    if isinstance(place, Statement):
        key, text = draft.cite_statement(index, place), excerpt(place, place.start, 42)
    else:
        key, text = draft.cite(index, place, 0, len(place.text)), " ".join(place.text.split())
    draft.say(f"{'Không' if question.language == 'vi' else 'No'}: “{text}”", key)
    return draft


def answer_not_all(question: Question, texts: list[Candidate]) -> Draft | None:
    """No, where all are asked about and the sentence on them says that some are left: "khắc phục 15 tồn tại; 02 tồn
    tại còn lại …", "15/17". None where it does not say so."""
    if not question.is_(Kind.YES_NO) or not _ALL.search(fold(question.clear)) or not texts:
        return None
    statement = texts[0].statement
    parts = [(int(m[1]), int(m[2])) for m in _FRACTION.finditer(statement.quote)]
    if not _SOME_LEFT.search(statement.quote) and not any(done < whole for done, whole in parts):
        return None
    draft = Draft()
    key = draft.cite_statement(texts[0].index, statement)
    said = "Không" if question.language == "vi" else "No"
    draft.say(f"{said}: “{telling(question, statement, MOST_TOLD)}”", key)
    return draft


def _nought(weighted: list[Weighted], index: ReportIndex, lexicon: Lexicon) -> tuple[float, _Row] | None:
    """The row that counts nothing but noughts and is named, with its columns, by nearly all of what is asked about, and
    how much of it that is, 0 to 1; None where another row so named counts something, or it is of somebody whom the
    question does not name."""
    noughts: list[tuple[float, _Row]] = []
    counted = 0.0
    total = sum(w.weight for w in weighted) or 1.0
    asked = {k for w in weighted for k in w.keys}
    for block in index.report.tables:
        table = block.table
        assert table is not None
        for row in range(table.header_rows, table.rows):
            name = label_of(table, row)
            numbers = _numbers(table, row)
            if row == table.code_row or not name or is_total(name) or not numbers:
                continue
            said = f"{name}; {'; '.join(table.columns)}"
            flat, held = plain(said), keys(lexicon, said)
            missing = [w for w in weighted if f" {w.wanted.words} " not in flat and held.isdisjoint(w.keys)]
            score = 1.0 - sum(w.weight for w in missing) / total
            if score < SAID or any(w.weight / total >= HEAVY for w in missing):
                continue
            whose = _WHOSE.search(name)
            if any(re.search(r"[1-9]", n) for n in numbers):
                counted = max(counted, score)
            elif whose is None or not asked.isdisjoint(keys(lexicon, whose[1])):
                noughts.append((score, _Row(block, row)))
    best = max(noughts, key=lambda f: f[0], default=None)
    return best if best is not None and best[0] > counted else None


def _numbers(table: Table, row: int) -> list[str]:
    """The numbers of a row, less that which numbers it: "1 | Khiếu nại | 0 | 0"."""
    cells = [c.text.strip() for c in table.row(row)]
    numbers = [t for t in cells if re.fullmatch(r"\d[\d.,]*%?", t)]
    return numbers[1:] if numbers and cells[0] == numbers[0] and row_name(table, row) else numbers


def _told(place: _Row, language: str) -> str:
    """ "Không: Khiếu nại của viên chức: 0 (Đã tiếp nhận)"."""
    told = [c for c in place.table.row(place.row) if c.text.strip().strip("0.,") == "" and c.text.strip()]
    shown = [f"{c.text.strip()} ({place.table.columns[c.column].split(' › ')[-1]})" for c in told[:MOST_CELLS]]
    return f"{'Không' if language == 'vi' else 'No'}: {label_of(place.table, place.row)}: {'; '.join(shown)}"


def _cite_row(draft: Draft, index: ReportIndex, place: _Row) -> list[int]:
    """The row, and the line above it where that names it."""
    rows = [place.row - 1, place.row] if line_above(place.table, place.row) else [place.row]
    keys = []
    for row in rows:
        held = [c for c in place.table.row(row) if c.text.strip()]
        keys.append(draft.cite(index, place.block, min(c.start for c in held), max(c.end for c in held), row))
    return keys


def _within(wanted: Wanted, core: str) -> bool:
    return bool(wanted.words) and f" {wanted.words} " in f" {plain(core).strip()} " and not _LITTLE.match(wanted.words)


def _opens_with(first: Wanted, block: Block, lexicon: Lexicon) -> bool:
    """Whether the name before the colon is of what is asked about first: "có kiến nghị gì với … không"."""
    name = block.text[: block.text.rfind(":")]
    flat = plain(name)
    if any(f" {form} " in flat for form in (first.words, *map(fold, first.keys)) if form):
        return True
    return bool(set(first.keys) & {k for t in lexicon.cut(name) for k in t.keys})


def _said(weighted: list[Weighted], statement: Statement, denied: str, lexicon: Lexicon) -> float:
    """How much of what is asked about a sentence holds, 0 to 1; nothing where a heavy word is not what it denies: "kỷ
    luật 03 người; không có đơn vượt cấp" does not deny that anybody was disciplined."""
    held_there = Scale(weighted).of_statement(statement)
    flat, held = plain(denied), keys(lexicon, denied)
    total = sum(w.weight for w in weighted) or 1.0
    for w, level in zip(weighted, held_there.levels, strict=True):
        stands = f" {w.wanted.words} " in flat or not held.isdisjoint(w.wanted.keys)
        if w.weight / total >= HEAVY and not (level >= OWN and stands):
            return 0.0
    return held_there.coverage


def _other_time(question: Question, statement: Statement) -> bool:
    """Whether a sentence names only times that have nothing to do with those asked about."""
    named = [s.period for s in periods(statement.quote) if s.period and s.period[0].isdigit()]
    if not named or not question.periods:
        return False
    return not any(p[:4] == q[:4] or contains(p, q) for p in named for q in question.periods)


def says_never(folded: str, statement: Statement) -> bool:
    """Whether a statement says that nothing came about, where it is asked when something did."""
    return bool(_CAME_ABOUT.search(folded)) and denies(statement.quote)
